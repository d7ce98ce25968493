package se.ehealthsdk.certificate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/** Invented people, units and certificates. */
public final class Sample {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final PersonId PATIENT = PersonId.parse("191212121212");
    public static final HsaId UNIT = HsaId.of("TSTNMT2321000156-VE1");
    public static final HsaId CARE_PROVIDER = HsaId.of("TSTNMT2321000156-VG1");
    public static final HsaId DOCTOR_ID = HsaId.of("TSTNMT2321000156-1019");

    public static final HealthcareProfessional DOCTOR =
            new HealthcareProfessional(
                    Identifier.of(Identifier.HSA_ID, DOCTOR_ID.value()),
                    "Disa Lindgren",
                    Optional.of("0000000"),
                    List.of(CodedValue.of("203010", "1.2.752.129.2.2.1.4")),
                    new IssuingUnit(
                            Identifier.of(Identifier.HSA_ID, UNIT.value()),
                            Identifier.of(Identifier.WORKPLACE_CODE, "1234567890"),
                            "Mottagningen",
                            "Gatan 1",
                            "12345",
                            "Orten",
                            "010-123 45 67",
                            Optional.empty(),
                            new CareProvider(
                                    Identifier.of(Identifier.HSA_ID, CARE_PROVIDER.value()),
                                    "Vårdgivaren",
                                    List.of()),
                            List.of()),
                    List.of(),
                    List.of());

    private Sample() {}

    public static Identifier id(String guid) {
        return Identifier.of(UNIT.value(), guid);
    }

    /** A certificate of pregnancy, which has one question. */
    public static Intyg igrav(String guid) {
        return igrav(guid, TODAY.plusMonths(3));
    }

    /** One whose expected date of birth may break the rules. */
    public static Intyg igrav(String guid, LocalDate expected) {
        return of(CertificateType.IGRAV, "1.0", guid)
                .answer(
                        Answer.of(
                                "54",
                                new Answer.Part("54.1", new Content.Text(expected.toString()))))
                .build();
    }

    /** A certificate without answers, not yet signed. */
    public static Intyg.Builder of(CertificateType type, String version, String guid) {
        return Intyg.builder()
                .id(id(guid))
                .type(type, version)
                .patient(Patient.of(PATIENT))
                .issuer(DOCTOR);
    }

    public static LocalDateTime time() {
        return TODAY.atTime(10, 11, 12);
    }
}
