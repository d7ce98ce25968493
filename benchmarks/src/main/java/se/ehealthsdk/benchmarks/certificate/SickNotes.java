package se.ehealthsdk.benchmarks.certificate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.form.Basis;
import se.ehealthsdk.certificate.form.Degree;
import se.ehealthsdk.certificate.form.Fk7804;
import se.ehealthsdk.certificate.form.Issuer;
import se.ehealthsdk.certificate.form.Occupation;
import se.ehealthsdk.certificate.form.Prognosis;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** An invented FK 7804 2.0 with every question answered. */
public final class SickNotes {

    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final UUID ID = UUID.fromString("5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10");
    private static final LocalDate TODAY = LocalDate.now();
    private static final String PARAGRAPH =
            "Påhittad text i den längd som sådana svar brukar ha, med några meningar om hur det är och vad som har "
                    + "prövats. Det tar längre tid än väntat & planen är \"stegvis\" återgång, < 4 veckor i taget.";

    private SickNotes() {}

    /** One as XML, as it is registered. */
    public static String xml() {
        return new String(filledIn(issuer()).build().intyg().xml(), StandardCharsets.UTF_8);
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

    /** All that a user has filled in, not yet checked. */
    static Fk7804.Builder filledIn(HealthcareProfessional issuer) {
        return Fk7804.builder(PATIENT, issuer)
                .id(ID)
                .basedOn(Basis.PHYSICAL_EXAMINATION, TODAY)
                .basedOn(Basis.DIGITAL_EXAMINATION, TODAY.minusDays(1))
                .basedOn(Basis.TELEPHONE, TODAY.minusDays(2))
                .basedOn(Basis.RECORDS, TODAY.minusDays(3))
                .basedOnOther(TODAY.minusDays(4), "Samtal med kollega")
                .currentWork("Undersköterska, lyfter tungt")
                .occupation(Occupation.STUDIES)
                .diagnosis("F430", "Akut stressreaktion")
                .diagnosis("M545", "Lumbago")
                .diagnosis("Z733", "Stress")
                .impairment(PARAGRAPH)
                .activityLimitation(PARAGRAPH)
                .treatment(PARAGRAPH)
                .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(13))
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
                .signedAt(TODAY.atTime(9, 30, 15));
    }
}
