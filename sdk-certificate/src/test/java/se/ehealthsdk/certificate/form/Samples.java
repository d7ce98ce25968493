package se.ehealthsdk.certificate.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** Invented certificates of each form, full and minimal, as of {@link #TODAY}. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final PersonId PATIENT = PersonId.parse("191212121212");
    static final UUID ID = UUID.fromString("5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10");
    static final String UNIT = "SE2321000016-ENHET";
    static final CertificateChecker CHECKER =
            CertificateChecker.builder()
                    .clock(
                            Clock.fixed(
                                    TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                                    ZoneOffset.UTC))
                    .build();

    private Samples() {}

    static ActingUser user() {
        return new ActingUser(
                HsaId.of("SE2321000016-LAKARE"),
                Optional.of("Läkare Låtsas"),
                Optional.of("Läkare"),
                Optional.empty(),
                Optional.of(
                        new ActingUser.CareUnit(HsaId.of(UNIT), Optional.of("Låtsasmottagningen"))),
                new ActingUser.CareProvider(
                        HsaId.of("SE2321000016-GIVARE"),
                        Optional.of("Låtsasregionen"),
                        Optional.empty()));
    }

    static HealthcareProfessional issuer() {
        return Issuer.of(user())
                .address("Låtsasgatan 1", "123 45", "Låtsasstad")
                .telephone("010-0000000")
                .workplaceCode("1234567890123")
                .email("mottagningen@example.se")
                .title("203010", "Läkare legitimerad")
                .speciality("Allmänmedicin")
                .licence("LK", "Läkare")
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

    private static <B extends CertificateForm.Builder<?, B>> B as(B builder) {
        return builder.id(ID).checker(CHECKER);
    }

    static Fk7804.Builder fk7804() {
        return as(Fk7804.builder(PATIENT, issuer()))
                .basedOn(Basis.PHYSICAL_EXAMINATION, TODAY)
                .currentWork("Undersköterska, lyfter tungt")
                .diagnosis("F430", "Akut stressreaktion")
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .prognosis(Prognosis.fullReturn());
    }

    static Fk7804.Builder fullFk7804() {
        return fk7804().basedOn(Basis.DIGITAL_EXAMINATION, TODAY.minusDays(1))
                .basedOn(Basis.TELEPHONE, TODAY.minusDays(2))
                .basedOn(Basis.RECORDS, TODAY.minusDays(3))
                .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                .occupation(Occupation.STUDIES)
                .diagnosis("M545", "Lumbago")
                .diagnosis("Z733", "Stress")
                .treatment("Samtal")
                .unableToWork(Degree.THREE_QUARTERS, TODAY.plusDays(14), TODAY.plusDays(20))
                .unableToWork(Degree.HALF, TODAY.plusDays(21), TODAY.plusDays(27))
                .unableToWork(Degree.ONE_QUARTER, TODAY.plusDays(28), TODAY.plusDays(34))
                .unevenHoursHinderReturn("Behöver rutiner")
                .transportInstead()
                .longerThanGuideline("Återfall")
                .prognosis(Prognosis.afterMonths(2))
                .measures("Anpassade uppgifter")
                .otherInformation("Inget mer")
                .contactWanted("Vill planera återgången")
                .signedAt(LocalDateTime.of(2026, 3, 10, 9, 30, 15, 999));
    }

    /** Kept from work to protect others: most questions are not put. */
    private static <B extends SickNote.Builder<?, B>> B shut(B builder) {
        return as(builder)
                .infectionControl()
                .diagnosis("A090", "Smittsam diarré")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(6));
    }

    static Fk7804V1.Builder fk7804V1() {
        return as(Fk7804V1.builder(PATIENT, issuer()))
                .basedOn(Basis.EXAMINATION, TODAY)
                .currentWork("Undersköterska, lyfter tungt")
                .diagnosis("F430", "Akut stressreaktion")
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .prognosis(Prognosis.unclear())
                .workMeasure(WorkMeasure.NOT_RELEVANT);
    }

    static Fk7804V1.Builder fullFk7804V1() {
        return fk7804V1()
                .textVersion("1.3")
                .basedOn(Basis.TELEPHONE, TODAY.minusDays(2))
                .basedOn(Basis.RECORDS, TODAY.minusDays(3))
                .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                .occupation(Occupation.JOB_SEEKER)
                .diagnosis("M545", "Lumbago")
                .diagnosis("Z733", "Stress")
                .treatment("Samtal")
                .plannedTreatment("Fler samtal")
                .unableToWork(Degree.HALF, TODAY.plusDays(14), TODAY.plusDays(20))
                .hoursPlacedOtherwise("Två hela dagar i veckan")
                .transportInstead()
                .longerThanGuideline("Återfall")
                .prognosis(Prognosis.afterDays(PrognosisDays.DAYS_60))
                .without("40")
                .workMeasure(WorkMeasure.WORK_TRAINING)
                .workMeasure(WorkMeasure.AIDS)
                .measures("Anpassade uppgifter")
                .otherInformation("Inget mer")
                .contactWanted("Vill planera återgången")
                .additionalAnswer(9001, "Svar på en fråga");
    }

    static Ag7804.Builder ag7804() {
        return as(Ag7804.builder(PATIENT, issuer()))
                .basedOn(Basis.PHYSICAL_EXAMINATION, TODAY)
                .occupation(Occupation.PARENTAL_LEAVE)
                .diagnosisToEmployer(false)
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .prognosis(Prognosis.probablyNoReturn());
    }

    static Ag7804.Builder fullAg7804() {
        return as(Ag7804.builder(PATIENT, issuer()))
                .startFrom(fullFk7804().build())
                .diagnosisToEmployer(true)
                .prognosis(Prognosis.unclear("Väntar på utredning"))
                .contactWanted("Ring gärna");
    }

    static Ag7804V1.Builder ag7804V1() {
        return as(Ag7804V1.builder(PATIENT, issuer()))
                .basedOn(Basis.EXAMINATION, TODAY)
                .occupation(Occupation.PARENTAL_LEAVE)
                .diagnosisToEmployer(false)
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
                .prognosis(Prognosis.probablyNoReturn())
                .workMeasure(WorkMeasure.NOT_RELEVANT);
    }

    static Ag7804V1.Builder fullAg7804V1() {
        return as(Ag7804V1.builder(PATIENT, issuer()))
                .startFrom(fullFk7804V1().build())
                .diagnosisToEmployer(true)
                .contactWanted("Ring gärna");
    }

    static Fk3226.Builder fk3226() {
        return as(Fk3226.builder(PATIENT, issuer()))
                .basedOn(Basis.RECORDS, TODAY)
                .diagnosis("C509", "Bröstcancer")
                .careSituation(CareSituation.palliativeOnly(TODAY.minusDays(9)))
                .patientCanConsent(true);
    }

    static Fk3226.Builder fullFk3226() {
        return fk3226().basedOn(Basis.EXAMINATION, TODAY.minusDays(1))
                .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                .diagnosis("C787", "Metastas i lever")
                .diagnosis("C795", "Metastas i skelett")
                .diagnosis("J189", "Lunginflammation")
                .diagnosis("R522", "Smärta")
                .careSituation(
                        CareSituation.acute(
                                TODAY.minusDays(3), "Sviktande andning", TODAY.plusDays(30)));
    }

    static Fk7210.Builder fk7210() {
        return as(Fk7210.builder(PATIENT, issuer())).expectedBirth(TODAY.plusDays(200));
    }

    static Fk7800.Builder fk7800() {
        return as(Fk7800.builder(PATIENT, issuer()))
                .basedOn(Basis.EXAMINATION, TODAY)
                .knownPatientSince(TODAY.minusYears(2))
                .noOtherInvestigations()
                .courseOfIllness("Gradvis sämre")
                .diagnosis("G359", "Multipel skleros")
                .diagnosisBasis("Neurologen 2024")
                .noNewAssessment()
                .impairment(FunctionArea.MOVEMENT, "Nedsatt balans")
                .activityLimitation("Går högst 100 meter")
                .conditionsForWork("Inga");
    }

    static Fk7800.Builder fullFk7800() {
        Fk7800.Builder full =
                fk7800().textVersion("1.1")
                        .basedOn(Basis.RECORDS, TODAY.minusDays(3))
                        .basedOn(Basis.RELATIVE, TODAY.minusDays(5))
                        .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                        .investigation(
                                new Investigation(
                                        Investigation.Kind.PHYSIOTHERAPIST,
                                        TODAY.minusDays(40),
                                        "Rehab Låtsas"))
                        .investigation(
                                new Investigation(
                                        Investigation.Kind.OTHER, TODAY.minusDays(50), "Kliniken"))
                        .diagnosis("M545", "Lumbago")
                        .diagnosis("Z733", "Stress")
                        .newAssessmentNeeded("Nya fynd")
                        .finishedTreatment("Kortison")
                        .ongoingTreatment("Bromsmedicin")
                        .plannedTreatment("Träning")
                        .substances("Inga andra")
                        .abilities("Kan läsa")
                        .otherInformation("Inget mer")
                        .contactWanted("Vill förklara")
                        .additionalAnswer(9001, "Svar på en fråga");
        for (FunctionArea area : FunctionArea.values()) {
            full.impairment(area, "Nedsatt");
        }
        return full;
    }

    static DeathCertificate.Builder death() {
        return as(DeathCertificate.builder(deceased(), issuer()))
                .identityEstablishedBy("Körkort")
                .died(DateOfDeath.on(TODAY.minusDays(2)))
                .diedAt("Lund", PlaceOfDeath.HOSPITAL)
                .childWithin28Days(false)
                .noExplosiveImplant()
                .externalExamination(ExternalExamination.done())
                .policeReport(false);
    }

    static DeathCertificate.Builder fullDeath() {
        return death().textVersion("1.0")
                .died(
                        DateOfDeath.uncertain(
                                UncertainDate.of(YearMonth.of(2026, 3)), TODAY.minusDays(1)))
                .diedAt("Lund", PlaceOfDeath.OWN_HOME)
                .explosiveImplant(true)
                .externalExamination(ExternalExamination.examinedBeforeDeath(TODAY.minusDays(8)));
    }

    static CauseOfDeathCertificate.Builder cause() {
        return as(CauseOfDeathCertificate.builder(deceased(), issuer()))
                .startFrom(death().build())
                .terminalCause(CauseOfDeath.of("Hjärtinfarkt"))
                .operation(Operation.none())
                .injury(Injury.none())
                .grounds(Grounds.EXAMINATION_BEFORE_DEATH);
    }

    static CauseOfDeathCertificate.Builder fullCause() {
        LocalDate day = TODAY.minusDays(3);
        return cause().terminalCause(
                        CauseOfDeath.of("Blodförgiftning").since(day).onset(Onset.SUDDEN))
                .underlyingCause(CauseOfDeath.of("Lunginflammation").since(day.minusDays(1)))
                .underlyingCause(
                        CauseOfDeath.of("Sårinfektion").since(day.minusDays(4)).onset(Onset.SUDDEN))
                .underlyingCause(CauseOfDeath.of("Fraktur").since(day.minusDays(9)))
                .contributingCause(
                        CauseOfDeath.of("Diabetes").since(day.minusYears(9)).onset(Onset.CHRONIC))
                .contributingCause(CauseOfDeath.of("Rökning").onset(Onset.NO_INFORMATION))
                .operation(Operation.performed(day.minusDays(8), "Höftfraktur"))
                .injury(Injury.sustained(InjuryCause.ACCIDENT, day.minusDays(9), "Föll i trappan"))
                .grounds(Grounds.CLINICAL_AUTOPSY)
                .country("Norge");
    }

    static Map<String, Supplier<CertificateForm.Builder<?, ?>>> all() {
        Map<String, Supplier<CertificateForm.Builder<?, ?>>> all = new LinkedHashMap<>();
        all.put("FK7804", Samples::fk7804);
        all.put("FK7804 full", Samples::fullFk7804);
        all.put("FK7804 1.x", Samples::fk7804V1);
        all.put("FK7804 1.x full", Samples::fullFk7804V1);
        all.put("AG7804", Samples::ag7804);
        all.put("AG7804 full", Samples::fullAg7804);
        all.put("AG7804 1.x", Samples::ag7804V1);
        all.put("AG7804 1.x full", Samples::fullAg7804V1);
        all.put("FK7804 shut", () -> shut(Fk7804.builder(PATIENT, issuer())));
        all.put("FK7804 1.x shut", () -> shut(Fk7804V1.builder(PATIENT, issuer())));
        all.put(
                "AG7804 shut",
                () -> shut(Ag7804.builder(PATIENT, issuer())).diagnosisToEmployer(true));
        all.put(
                "AG7804 1.x shut",
                () -> shut(Ag7804V1.builder(PATIENT, issuer())).diagnosisToEmployer(true));
        all.put("FK3226", Samples::fk3226);
        all.put("FK3226 full", Samples::fullFk3226);
        all.put("FK7210", Samples::fk7210);
        all.put("FK7800", Samples::fk7800);
        all.put("FK7800 full", Samples::fullFk7800);
        all.put("DB", Samples::death);
        all.put("DB full", Samples::fullDeath);
        all.put("DOI", Samples::cause);
        all.put("DOI full", Samples::fullCause);
        return all;
    }
}
