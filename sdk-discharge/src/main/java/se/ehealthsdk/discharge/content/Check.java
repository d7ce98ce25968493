package se.ehealthsdk.discharge.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.UnknownContent;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.policy.ContentProfile;

/** One message held against the rules. */
final class Check {

    private static final String ACT_2_1 = "2 kap. 1 §";
    private static final String ACT_2_2 = "2 kap. 2 §";
    private static final Set<Class<? extends Content>> TOLD_TO_OTHERS =
            Set.of(
                    AdmissionNotice.class,
                    EstimateChanged.class,
                    ReadyNotice.class,
                    ReadyWithdrawn.class,
                    DischargeNotice.class,
                    DischargeInformation.class,
                    SipCall.class);
    private static final List<String> WAYS_WITH_PROTECTED_ADDRESS =
            List.of(
                    "Leave the address out and tell it in another way to the one who needs it.",
                    "Send the address after trying the secrecy towards each recipient.",
                    "Send the address of the tax agency's forwarding of post instead.");

    private final ContentProfile profile;
    private final Set<AdmissionNoticeExtra> extras;
    private final Set<String> clinicalWords;
    private final boolean sharingConsent;
    private final Findings findings = new Findings();

    /**
     * @param sharingConsent whether the patient's consent to sharing is known to hold
     */
    Check(
            ContentProfile profile,
            Set<AdmissionNoticeExtra> extras,
            Set<String> clinicalWords,
            boolean sharingConsent) {
        this.profile = profile;
        this.extras = extras;
        this.clinicalWords = clinicalWords;
        this.sharingConsent = sharingConsent;
    }

    List<Finding> findings() {
        return findings.all();
    }

    Check content(Content content) {
        if (content instanceof AdmissionNotice notice) {
            admissionNotice(notice);
        } else if (content instanceof SipCall call) {
            sipCall(call);
        } else if (content instanceof DischargeInformation information) {
            reference("discharge-information", information.reference(), "3 kap. 2 §");
        } else if (content instanceof SipMade made) {
            reference("sip-made", made.reference(), "4 kap. 1 §");
        } else if (content instanceof CompulsoryCarePlan plan) {
            reference("compulsory-care-plan", plan.reference(), "4 kap. 1 §");
        } else if (content instanceof PatientInformed informed) {
            patientInformed(informed);
        } else if (content instanceof FastVardkontaktAppointed appointed) {
            fastVardkontakt(appointed);
        } else if (content instanceof Consent consent) {
            consent.refusalReason().ifPresent(text -> logistics("consent", text));
        } else if (content instanceof Correction correction) {
            reason("correction", correction.reason());
            content(correction.replacement());
        } else if (content instanceof Voiding voiding) {
            reason("voiding", voiding.reason());
        } else if (content instanceof UnknownContent) {
            findings.remark(
                    "unknown-content",
                    "The message is of a kind that this version does not know, and was not checked.",
                    "a version that knows it",
                    Findings.OWN_READING);
        }
        return this;
    }

    private void admissionNotice(AdmissionNotice notice) {
        Patient patient = notice.patient();
        if (patient.name().filter(name -> !name.isBlank()).isEmpty()) {
            findings.broken(
                    "admission-notice.name",
                    "The patient's name is missing.",
                    "the whole name",
                    ACT_2_2);
        }
        if (patient.id() instanceof Reservnummer) {
            findings.remark(
                    "admission-notice.identity-number",
                    "The patient is told of by a reserve number.",
                    "the identity number; where there is none, the region's routine for reserve numbers",
                    Findings.act(ACT_2_2));
        }
        address(patient);
        if (notice.estimatedDischarge().isEmpty()) {
            findings.broken(
                    "admission-notice.estimated-discharge",
                    "It is not told when the patient is expected to leave.",
                    "the day when the patient is expected to leave",
                    ACT_2_2);
        } else if (notice.estimatedDischarge()
                .get()
                .isBefore(notice.admission().admittedAt().atZone(SwedishTime.ZONE).toLocalDate())) {
            findings.broken(
                    "admission-notice.estimate-before-admission",
                    "The patient is expected to leave before the day of the admission.",
                    "the day of the admission or a later one",
                    ACT_2_2);
        }
        if (notice.admission().needJudgedAt().isEmpty()) {
            findings.remark(
                    "admission-notice.need",
                    "No physician has judged that care may be needed afterwards.",
                    "a notice once the need has been judged",
                    Findings.act(ACT_2_1));
        }
        extras(notice);
    }

    private void address(Patient patient) {
        boolean told = patient.registeredAddress().filter(text -> !text.isBlank()).isPresent();
        if (patient.protection() != Protection.NONE) {
            protectedAddress(told);
        } else if (!told) {
            findings.broken(
                    "admission-notice.address",
                    "The address where the patient is registered is missing.",
                    "the registered address",
                    ACT_2_2);
        }
    }

    /** The law asks for the address and secrecy may forbid it: never settled without a word. */
    private void protectedAddress(boolean told) {
        String rule = "admission-notice.protected-address";
        ContentProfile.ProtectedAddress decision = profile.protectedAddress();
        if (decision == ContentProfile.ProtectedAddress.UNDECIDED) {
            findings.decision(
                    rule,
                    "The patient's personal data are protected, and the Act asks for the address.",
                    "a decision, by whoever answers for the secrecy",
                    WAYS_WITH_PROTECTED_ADDRESS,
                    ACT_2_2);
        } else if (told == (decision == ContentProfile.ProtectedAddress.SENT)) {
            findings.remark(
                    rule,
                    told
                            ? "A protected address is sent, as the profile has decided."
                            : "A protected address is left out, as the profile has decided.",
                    "nothing more",
                    Findings.act(ACT_2_2));
        } else {
            findings.broken(
                    rule,
                    told
                            ? "A protected address is sent, which the profile has decided against."
                            : "A protected address is left out, which the profile has decided against.",
                    told ? "no address" : "the registered address",
                    ACT_2_2);
        }
    }

    private void extras(AdmissionNotice notice) {
        if (notice.admission().careForm() == CareForm.PSYCHIATRIC) {
            extra(AdmissionNoticeExtra.PSYCHIATRIC_CARE, "that the care is psychiatric");
        }
        if (notice.patient().residence().placedBy().isPresent()) {
            extra(
                    AdmissionNoticeExtra.PLACING_MUNICIPALITY,
                    "that a municipality has placed the patient");
        }
    }

    private void extra(AdmissionNoticeExtra extra, String what) {
        if (!extras.contains(extra)) {
            findings.remark(
                    "admission-notice.more-than-asked",
                    "The notice tells " + what + ", which is not among the Act's four items.",
                    "a profile that allows it, or a notice without",
                    Findings.act(ACT_2_2));
        }
    }

    private void sipCall(SipCall call) {
        if (call.called().isEmpty()) {
            findings.broken(
                    "sip-call.called",
                    "No unit is called to the planning.",
                    "the units of region and municipality that have to take part",
                    "4 kap. 3 §");
        }
        logistics("sip-call", call.place());
        call.invited().forEach(text -> logistics("sip-call", text));
    }

    private void patientInformed(PatientInformed informed) {
        if (!informed.orally() && !informed.inWriting()) {
            findings.broken(
                    "patient-informed.way",
                    "The patient has been informed neither orally nor in writing.",
                    "one of them at least",
                    "3 kap. 3 §");
        }
    }

    private void fastVardkontakt(FastVardkontaktAppointed appointed) {
        if (appointed.name().filter(name -> !name.isBlank()).isEmpty()
                && appointed.professional().isEmpty()) {
            findings.broken(
                    "fast-vardkontakt.who",
                    "It is not told who has been appointed.",
                    "a name or an HSA-id, of a person or a function",
                    "2 kap. 5 §");
        }
    }

    private void reference(String kind, String reference, String paragraph) {
        if (reference.isBlank()) {
            findings.broken(
                    kind + ".reference",
                    "It is not told where the document is kept.",
                    "its id or place in the record system",
                    paragraph);
        }
        logistics(kind, reference);
    }

    private void reason(String kind, String reason) {
        if (reason.isBlank()) {
            findings.remark(
                    kind + ".reason",
                    "No reason is told.",
                    "a few words without clinical text",
                    Findings.OWN_READING);
        }
        logistics(kind, reason);
    }

    private void logistics(String kind, String text) {
        ContentProfile.ClinicalText allowed = profile.clinicalText();
        if (allowed == ContentProfile.ClinicalText.ALLOWED
                || (allowed == ContentProfile.ClinicalText.WITH_CONSENT && sharingConsent)
                || !ClinicalText.isIn(text, clinicalWords)) {
            return;
        }
        findings.suspicion(
                kind + ".clinical-text",
                "A text of the message seems to tell of illness or treatment.",
                allowed == ContentProfile.ClinicalText.WITH_CONSENT
                        ? "a text without, or a consent to sharing that holds when it is sent"
                        : "a text without; what the receiving care needs goes with the discharge information");
    }

    Check sending(CaseEvent event) {
        if (TOLD_TO_OTHERS.contains(event.content().getClass())
                && (event.recipients().isEmpty() || event.times().sent().isEmpty())) {
            findings.broken(
                    "message.recipients",
                    "The message has not been sent to anybody.",
                    "the units concerned as recipients, and when it was sent",
                    ACT_2_1);
        }
        event.transcription().ifPresent(how -> logistics("transcription", how.form()));
        if (event.content() instanceof AdmissionNotice notice) {
            reach(event, notice.admission().expectedNeeds());
        } else if (event.content() instanceof SipCall call
                && !event.recipients().containsAll(call.called())) {
            findings.broken(
                    "sip-call.not-addressed",
                    "A unit is called that the call is not sent to.",
                    "each called unit among the recipients",
                    "4 kap. 3 §");
        } else if (event.content() instanceof Consent consent
                && consent.refusalReason().isPresent()
                && !event.recipients().isEmpty()) {
            findings.suspicion(
                    "consent.reason-sent",
                    "The reason of a refusal is sent to others.",
                    "the reason in the record system alone");
        }
        return this;
    }

    private void reach(CaseEvent event, Set<CareParty> needs) {
        Set<CareParty> reached = new HashSet<>();
        for (Participant recipient : event.recipients()) {
            reached.add(recipient.party());
        }
        if (needs.contains(CareParty.MUNICIPAL_HEALTH_CARE)
                && !reached.contains(CareParty.OPEN_CARE)) {
            findings.broken(
                    "admission-notice.open-care",
                    "Municipal health care may be needed, and open care is not told.",
                    "a unit of region-financed open care among the recipients",
                    ACT_2_1);
        }
        if (!reached.containsAll(needs)) {
            findings.broken(
                    "admission-notice.needs",
                    "A party whose care may be needed is not told.",
                    "a unit of each party whose care may be needed",
                    ACT_2_1);
        }
    }

    Check change(Content content, DischargeCase soFar) {
        if (content instanceof EstimateChanged change
                && soFar.admission()
                        .filter(
                                admission ->
                                        change.estimatedDischarge()
                                                .isBefore(
                                                        admission
                                                                .admittedAt()
                                                                .atZone(SwedishTime.ZONE)
                                                                .toLocalDate()))
                        .isPresent()) {
            findings.broken(
                    "estimate-changed.before-admission",
                    "The patient is expected to leave before the day of the admission.",
                    "the day of the admission or a later one",
                    "2 kap. 4 §");
        }
        return this;
    }
}
