package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.form.AddressSource;
import se.ehealthsdk.certificate.form.Ag7804;
import se.ehealthsdk.certificate.form.Ag7804V1;
import se.ehealthsdk.certificate.form.Basis;
import se.ehealthsdk.certificate.form.CareSituation;
import se.ehealthsdk.certificate.form.CauseOfDeath;
import se.ehealthsdk.certificate.form.CauseOfDeathCertificate;
import se.ehealthsdk.certificate.form.CertificateForm;
import se.ehealthsdk.certificate.form.DateOfDeath;
import se.ehealthsdk.certificate.form.DeathCertificate;
import se.ehealthsdk.certificate.form.Deceased;
import se.ehealthsdk.certificate.form.Degree;
import se.ehealthsdk.certificate.form.ExternalExamination;
import se.ehealthsdk.certificate.form.Fk3226;
import se.ehealthsdk.certificate.form.Fk7210;
import se.ehealthsdk.certificate.form.Fk7800;
import se.ehealthsdk.certificate.form.Fk7804;
import se.ehealthsdk.certificate.form.Fk7804V1;
import se.ehealthsdk.certificate.form.FunctionArea;
import se.ehealthsdk.certificate.form.Grounds;
import se.ehealthsdk.certificate.form.Injury;
import se.ehealthsdk.certificate.form.InjuryCause;
import se.ehealthsdk.certificate.form.Investigation;
import se.ehealthsdk.certificate.form.Issuer;
import se.ehealthsdk.certificate.form.Occupation;
import se.ehealthsdk.certificate.form.Onset;
import se.ehealthsdk.certificate.form.Operation;
import se.ehealthsdk.certificate.form.PlaceOfDeath;
import se.ehealthsdk.certificate.form.Prognosis;
import se.ehealthsdk.certificate.form.PrognosisDays;
import se.ehealthsdk.certificate.form.UncertainDate;
import se.ehealthsdk.certificate.form.WorkMeasure;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** What the builders write is valid by the official schema, and accepted by the official rules where they are here. */
@NeedsOfficialContracts
class CertificateFormsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final Map<Path, OfficialRules> RULES = new ConcurrentHashMap<>();
    private static final PersonId PATIENT = PersonId.parse("191212121212");

    @ParameterizedTest
    @MethodSource("forms")
    void builtForm_isValidByTheOfficialSchema(CertificateForm form) {
        assertThat(OfficialRules.schemaViolation(xml(form))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @EnabledIf(
            value = "se.ehealthsdk.conformance.OfficialRules#present",
            disabledReason = OfficialRules.ABSENT)
    void builtForm_isAcceptedByTheOfficialRules(CertificateForm form) {
        Path rules = OfficialRules.folder().resolve(rules(form.intyg()));

        assertThat(
                        Files.isRegularFile(rules)
                                ? RULES.computeIfAbsent(rules, OfficialRules::new)
                                        .violation(xml(form))
                                : Optional.empty())
                .isEmpty();
    }

    /** AG7804 2.0 has none. */
    private static String rules(Intyg intyg) {
        return intyg.type().code().toLowerCase(Locale.ROOT)
                + ".v"
                + intyg.majorVersion().orElseThrow()
                + ".sch";
    }

    private static String xml(CertificateForm form) {
        return new String(form.intyg().xml(), StandardCharsets.UTF_8);
    }

    static Stream<CertificateForm> forms() {
        Fk7804 note = fk7804();
        Fk7804V1 firstNote = fk7804V1();
        DeathCertificate death = death();
        return Stream.of(
                note,
                Fk7804.builder(PATIENT, issuer()).replace(note.intyg()).build(),
                firstNote,
                Ag7804.builder(PATIENT, issuer())
                        .startFrom(note)
                        .diagnosisToEmployer(true)
                        .contactWanted("Ring gärna")
                        .build(),
                Ag7804V1.builder(PATIENT, issuer())
                        .startFrom(firstNote)
                        .diagnosisToEmployer(true)
                        .contactWanted("Ring gärna")
                        .build(),
                fk3226(),
                Fk7210.builder(PATIENT, issuer()).expectedBirth(TODAY.plusDays(200)).build(),
                fk7800(),
                death,
                cause(death));
    }

    static HealthcareProfessional issuer() {
        return Issuer.of(
                        new ActingUser(
                                HsaId.of("SE2321000016-LAKARE"),
                                Optional.of("Läkare Låtsas"),
                                Optional.of("Läkare"),
                                Optional.empty(),
                                Optional.of(
                                        new ActingUser.CareUnit(
                                                HsaId.of("SE2321000016-ENHET"),
                                                Optional.of("Låtsasmottagningen"))),
                                new ActingUser.CareProvider(
                                        HsaId.of("SE2321000016-GIVARE"),
                                        Optional.of("Låtsasregionen"),
                                        Optional.empty())))
                .address("Låtsasgatan 1", "123 45", "Låtsasstad")
                .telephone("010-0000000")
                .workplaceCode("1234567890123")
                .email("mottagningen@example.se")
                .title("203010", "Läkare legitimerad")
                .speciality("Allmänmedicin")
                .licence("LK", "Läkare")
                .build();
    }

    private static Fk7804 fk7804() {
        return Fk7804.builder(PATIENT, issuer())
                .basedOn(Basis.PHYSICAL_EXAMINATION, TODAY)
                .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                .currentWork("Undersköterska, lyfter tungt")
                .occupation(Occupation.STUDIES)
                .diagnosis("F430", "Akut stressreaktion")
                .diagnosis("M545", "Lumbago")
                .impairment("Nedsatt koncentration & minne")
                .activityLimitation("Klarar inte att planera")
                .treatment("Samtal")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .unableToWork(Degree.HALF, TODAY.plusDays(14), TODAY.plusDays(20))
                .unevenHoursHinderReturn("Behöver rutiner")
                .transportInstead()
                .longerThanGuideline("Återfall")
                .prognosis(Prognosis.afterMonths(2))
                .measures("Anpassade uppgifter")
                .otherInformation("Inget mer")
                .contactWanted("Vill planera återgången")
                .signedAt(LocalDateTime.now(ZoneId.of("Europe/Stockholm")))
                .build();
    }

    private static Fk7804V1 fk7804V1() {
        return Fk7804V1.builder(PATIENT, issuer())
                .basedOn(Basis.EXAMINATION, TODAY)
                .currentWork("Undersköterska, lyfter tungt")
                .diagnosis("F430", "Akut stressreaktion")
                .diagnosis("M545", "Lumbago")
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .treatment("Samtal")
                .plannedTreatment("Fler samtal")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .unableToWork(Degree.HALF, TODAY.plusDays(14), TODAY.plusDays(20))
                .hoursPlacedOtherwise("Två hela dagar i veckan")
                .prognosis(Prognosis.afterDays(PrognosisDays.DAYS_60))
                .workMeasure(WorkMeasure.WORK_TRAINING)
                .workMeasure(WorkMeasure.AIDS)
                .measures("Anpassade uppgifter")
                .contactWanted()
                .additionalAnswer(9001, "Svar på en fråga")
                .build();
    }

    private static Fk3226 fk3226() {
        return Fk3226.builder(PATIENT, issuer())
                .basedOn(Basis.RECORDS, TODAY)
                .basedOn(Basis.EXAMINATION, TODAY.minusDays(1))
                .diagnosis("C509", "Bröstcancer")
                .diagnosis("C787", "Metastas i lever")
                .careSituation(
                        CareSituation.acute(
                                TODAY.minusDays(3), "Sviktande andning", TODAY.plusDays(30)))
                .patientCanConsent(true)
                .build();
    }

    private static Fk7800 fk7800() {
        return Fk7800.builder(PATIENT, issuer())
                .basedOn(Basis.EXAMINATION, TODAY)
                .basedOn(Basis.RELATIVE, TODAY.minusDays(5))
                .knownPatientSince(TODAY.minusYears(2))
                .investigation(
                        new Investigation(
                                Investigation.Kind.PHYSIOTHERAPIST,
                                TODAY.minusDays(40),
                                "Rehab Låtsas"))
                .courseOfIllness("Gradvis sämre")
                .diagnosis("G359", "Multipel skleros")
                .diagnosisBasis("Neurologen")
                .newAssessmentNeeded("Nya fynd")
                .impairment(FunctionArea.MOVEMENT, "Nedsatt balans")
                .impairment(FunctionArea.SENSES_AND_PAIN, "Svår värk")
                .activityLimitation("Går högst 100 meter")
                .ongoingTreatment("Bromsmedicin")
                .conditionsForWork("Inga")
                .contactWanted("Vill förklara")
                .build();
    }

    static Deceased deceased() {
        return new Deceased(
                PATIENT,
                "Tolvan",
                Optional.empty(),
                "Tolvansson",
                "Provgatan 12",
                "123 45",
                "Provstad",
                AddressSource.POPULATION_REGISTER);
    }

    private static DeathCertificate death() {
        return DeathCertificate.builder(deceased(), issuer())
                .identityEstablishedBy("Körkort")
                .died(
                        DateOfDeath.uncertain(
                                UncertainDate.of(YearMonth.from(TODAY.minusDays(1))),
                                TODAY.minusDays(1)))
                .diedAt("Lund", PlaceOfDeath.OWN_HOME)
                .childWithin28Days(false)
                .explosiveImplant(true)
                .externalExamination(ExternalExamination.examinedBeforeDeath(TODAY.minusDays(8)))
                .policeReport(false)
                .build();
    }

    private static CauseOfDeathCertificate cause(DeathCertificate death) {
        LocalDate day = TODAY.minusDays(3);
        return CauseOfDeathCertificate.builder(deceased(), issuer())
                .startFrom(death)
                .terminalCause(CauseOfDeath.of("Blodförgiftning").since(day).onset(Onset.SUDDEN))
                .underlyingCause(CauseOfDeath.of("Sårinfektion").since(day.minusDays(4)))
                .underlyingCause(CauseOfDeath.of("Fraktur").since(day.minusDays(9)))
                .contributingCause(CauseOfDeath.of("Diabetes").onset(Onset.CHRONIC))
                .contributingCause(CauseOfDeath.of("Rökning").onset(Onset.NO_INFORMATION))
                .operation(Operation.unknown())
                .injury(Injury.sustained(InjuryCause.ACCIDENT, day.minusDays(9), "Föll i trappan"))
                .grounds(Grounds.CLINICAL_AUTOPSY)
                .grounds(Grounds.EXAMINATION_BEFORE_DEATH)
                .build();
    }
}
