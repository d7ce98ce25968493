package se.ehealthsdk.discharge.careplan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/** Plans of invented patients. */
public final class Plans {

    public static final HsaId SYSTEM = HsaId.of("SE2321000016-SYS1");
    public static final HsaId UNIT = HsaId.of("SE2321000016-UNIT1");
    public static final HsaId OTHER_UNIT = HsaId.of("SE2321000016-UNIT2");
    public static final HsaId PROVIDER = HsaId.of("SE2321000016-PROV");
    public static final HsaId DOCTOR = HsaId.of("SE2321000016-DOC1");
    public static final PersonId TOLVAN = PersonId.parse("191212121212");
    public static final PersonId OTHER = PersonId.parse("201212121212");
    public static final LocalDateTime RECORDED = LocalDateTime.of(2026, 11, 2, 8, 30, 0);

    private Plans() {}

    public static CarePlan.Builder plan(String id) {
        return plan(id, TOLVAN, UNIT, RECORDED);
    }

    public static CarePlan.Builder plan(
            String id, PersonId patient, HsaId unit, LocalDateTime recorded) {
        return CarePlan.builder(id, SYSTEM, PatientId.of(patient))
                .title("Samordnad plan för Tolvan")
                .accountable(
                        AccountableProfessional.of(recorded, DOCTOR, unit, PROVIDER)
                                .withName("Lena Lindgren"))
                .type(CarePlanType.SIP)
                .content(PlanContent.of(MediaType.TEXT, text("Mål: gå till brevlådan.")));
    }

    public static DocumentBytes text(String text) {
        return DocumentBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
