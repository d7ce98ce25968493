package se.ehealthsdk.audit.access;

import java.util.Optional;

/** The reasons of decisions, in words. */
final class Reasons {

    private static final String PDL = "patientdatalagen (2008:355) ";
    private static final String INNER_SECRECY = PDL + "4 kap. 1 §";
    private static final String AUTHORISATION = PDL + "4 kap. 2 §";
    private static final String INNER_BLOCK = PDL + "4 kap. 4 §";
    private static final String LIFTED_INNER_BLOCK = PDL + "4 kap. 5 §";
    private static final String SHARED =
            "lagen (2022:913) om sammanhållen vård- och omsorgsdokumentation ";
    private static final String OUTER_BLOCK = SHARED + "2 kap.";
    private static final String SHARED_ACCESS = SHARED + "3 kap.";

    private Reasons() {}

    // ---- assignment

    static Reason assigned(Place place) {
        return met(
                Check.ASSIGNMENT,
                place == Place.OTHER_CARE_PROVIDER ? SHARED_ACCESS : INNER_SECRECY,
                "The user has a commission whose purpose opens these data.",
                "Användaren har ett medarbetaruppdrag vars ändamål öppnar uppgifterna.");
    }

    static Reason noCommission() {
        return notMet(
                Check.ASSIGNMENT,
                AUTHORISATION,
                "The user acts without a commission.",
                "Användaren agerar utan medarbetaruppdrag.",
                "Log in with a commission for care and treatment.",
                "Logga in med ett medarbetaruppdrag för vård och behandling.");
    }

    static Reason noCareUnit() {
        return notMet(
                Check.ASSIGNMENT,
                AUTHORISATION,
                "The user's commission is not at a care unit.",
                "Användarens medarbetaruppdrag hör inte till någon vårdenhet.",
                "Log in with a commission at a care unit.",
                "Logga in med ett medarbetaruppdrag på en vårdenhet.");
    }

    static Reason wrongPurpose(Place place) {
        return place == Place.OTHER_CARE_PROVIDER
                ? notMet(
                        Check.ASSIGNMENT,
                        SHARED_ACCESS,
                        "The purpose of the user's commission does not open other care providers' data.",
                        "Medarbetaruppdragets ändamål öppnar inte andra vårdgivares uppgifter.",
                        "Log in with a commission for care and treatment.",
                        "Logga in med ett medarbetaruppdrag för vård och behandling.")
                : notMet(
                        Check.ASSIGNMENT,
                        INNER_SECRECY,
                        "The purpose of the user's commission does not open these data.",
                        "Medarbetaruppdragets ändamål öppnar inte uppgifterna.",
                        "Log in with a commission for care and treatment, or let the care provider open its"
                                + " data to this purpose.",
                        "Logga in med ett medarbetaruppdrag för vård och behandling, eller låt vårdgivaren"
                                + " öppna sina uppgifter för ändamålet.");
    }

    // ---- block

    static Reason noBlockWithinUnit() {
        return notNeeded(
                Check.BLOCK,
                INNER_BLOCK,
                "A block does not close data to the unit where they were documented.",
                "En spärr stänger inte uppgifter för den vårdenhet där de har dokumenterats.");
    }

    static Reason notBlocked(Place place) {
        return met(
                Check.BLOCK,
                blockLaw(place),
                "No block closes these data to the user.",
                "Ingen spärr stänger uppgifterna för användaren.");
    }

    static Reason blocked(Place place) {
        return place == Place.OTHER_CARE_PROVIDER
                ? notMet(
                        Check.BLOCK,
                        OUTER_BLOCK,
                        "The patient has blocked these data against other care providers.",
                        "Patienten har spärrat uppgifterna för andra vårdgivare.",
                        "The patient, or the care provider that holds the data, can lift the block.",
                        "Patienten, eller den vårdgivare som har uppgifterna, kan häva spärren.")
                : notMet(
                        Check.BLOCK,
                        INNER_BLOCK,
                        "The patient has blocked these data against other units of the care provider.",
                        "Patienten har spärrat uppgifterna för andra vårdenheter hos vårdgivaren.",
                        "With the patient's consent, or in an emergency, an authorised person can lift the"
                                + " block (4 kap. 5 §).",
                        "Med patientens samtycke, eller i en nödsituation, kan en behörig befattningshavare"
                                + " häva spärren (4 kap. 5 §).");
    }

    static Reason blockOpened(Place place) {
        return overridden(
                Check.BLOCK,
                place == Place.OTHER_CARE_PROVIDER ? SHARED_ACCESS : LIFTED_INNER_BLOCK,
                "The data are blocked, and opened in an emergency; log it as Nödöppning.",
                "Uppgifterna är spärrade och öppnas i en nödsituation; logga det som Nödöppning.");
    }

    static Reason blockNotChecked(Place place, Optional<RuntimeException> failure) {
        return failed(
                Check.BLOCK,
                blockLaw(place),
                "It could not be checked whether the data are blocked.",
                "Det gick inte att kontrollera om uppgifterna är spärrade.",
                failure);
    }

    private static String blockLaw(Place place) {
        return place == Place.OTHER_CARE_PROVIDER ? OUTER_BLOCK : INNER_BLOCK;
    }

    // ---- patient relation

    static Reason noRelationNeeded() {
        return notNeeded(
                Check.PATIENT_RELATION,
                INNER_SECRECY,
                "The care provider's own data are open to those who take part in the patient's care or need"
                        + " them for their work; no registered relation is required.",
                "Vårdgivarens egna uppgifter är öppna för den som deltar i vården av patienten eller behöver"
                        + " dem för sitt arbete; ingen registrerad patientrelation krävs.");
    }

    static Reason hasRelation(Place place) {
        return met(
                Check.PATIENT_RELATION,
                relationLaw(place),
                "The user has a patient relation that holds.",
                "Användaren har en giltig patientrelation.");
    }

    static Reason noRelation(Place place) {
        return notMet(
                Check.PATIENT_RELATION,
                relationLaw(place),
                "The user has no patient relation that holds.",
                "Användaren saknar giltig patientrelation.",
                "Register a patient relation, if the user takes part in the patient's care.",
                "Registrera en patientrelation, om användaren deltar i vården av patienten.");
    }

    static Reason relationOverridden(Place place) {
        return overridden(
                Check.PATIENT_RELATION,
                relationLaw(place),
                "An emergency stands in the place of the patient relation; log it as Nödöppning.",
                "En nödsituation ersätter patientrelationen; logga det som Nödöppning.");
    }

    static Reason relationNotChecked(Place place, RuntimeException failure) {
        return failed(
                Check.PATIENT_RELATION,
                relationLaw(place),
                "It could not be checked whether the user has a patient relation.",
                "Det gick inte att kontrollera om användaren har en patientrelation.",
                Optional.of(failure));
    }

    private static String relationLaw(Place place) {
        return place == Place.OTHER_CARE_PROVIDER ? SHARED_ACCESS : INNER_SECRECY;
    }

    // ---- consent

    static Reason noConsentNeeded() {
        return notNeeded(
                Check.CONSENT,
                INNER_SECRECY,
                "No consent is required for the care provider's own data.",
                "Inget samtycke krävs för vårdgivarens egna uppgifter.");
    }

    static Reason hasConsent() {
        return met(
                Check.CONSENT,
                SHARED_ACCESS,
                "The patient has consented.",
                "Patienten har samtyckt.");
    }

    static Reason noConsent() {
        return notMet(
                Check.CONSENT,
                SHARED_ACCESS,
                "There is no consent of the patient that holds.",
                "Det finns inget giltigt samtycke från patienten.",
                "Ask the patient, and register the consent.",
                "Fråga patienten och registrera samtycket.");
    }

    static Reason registeredEmergency() {
        return overridden(
                Check.CONSENT,
                SHARED_ACCESS,
                "A registered emergency stands in the place of consent; log it as Nödöppning.",
                "En registrerad nödsituation ersätter samtycket; logga det som Nödöppning.");
    }

    static Reason consentOverridden() {
        return overridden(
                Check.CONSENT,
                SHARED_ACCESS,
                "An emergency stands in the place of consent; log it as Nödöppning.",
                "En nödsituation ersätter samtycket; logga det som Nödöppning.");
    }

    static Reason consentNotChecked(RuntimeException failure) {
        return failed(
                Check.CONSENT,
                SHARED_ACCESS,
                "It could not be checked whether the patient has consented.",
                "Det gick inte att kontrollera om patienten har samtyckt.",
                Optional.of(failure));
    }

    // ---- outcomes

    private static Reason met(Check check, String law, String english, String swedish) {
        return plain(check, CheckOutcome.MET, law, english, swedish);
    }

    private static Reason notNeeded(Check check, String law, String english, String swedish) {
        return plain(check, CheckOutcome.NOT_NEEDED, law, english, swedish);
    }

    private static Reason overridden(Check check, String law, String english, String swedish) {
        return plain(check, CheckOutcome.OVERRIDDEN, law, english, swedish);
    }

    private static Reason plain(
            Check check, CheckOutcome outcome, String law, String english, String swedish) {
        return new Reason(
                check,
                outcome,
                law,
                new Sentence(english, swedish),
                Optional.empty(),
                Optional.empty());
    }

    private static Reason notMet(
            Check check,
            String law,
            String english,
            String swedish,
            String changeEnglish,
            String changeSwedish) {
        return new Reason(
                check,
                CheckOutcome.NOT_MET,
                law,
                new Sentence(english, swedish),
                Optional.of(new Sentence(changeEnglish, changeSwedish)),
                Optional.empty());
    }

    private static Reason failed(
            Check check,
            String law,
            String english,
            String swedish,
            Optional<RuntimeException> failure) {
        return new Reason(
                check,
                CheckOutcome.FAILED,
                law,
                new Sentence(english, swedish),
                Optional.of(
                        new Sentence(
                                "Ask again; if it goes on, the failure says what is wrong.",
                                "Försök igen; om felet består visar felbeskrivningen vad som är fel.")),
                failure);
    }
}
