package se.ehealthsdk.discharge.logorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.fallback.Papers;
import se.ehealthsdk.discharge.logorder.AccessLogOrder.Purpose;
import se.ehealthsdk.discharge.logorder.DisclosureBlockedException.Reason;
import se.ehealthsdk.discharge.logorder.DisclosurePolicies.Detail;

class AccessLogOrderTest {

    private static final HsaId PROVIDER = HsaId.of("SE2321000016-PROV");
    private static final HsaId EMPLOYEE = HsaId.of("SE2321000016-EMP1");
    private static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");

    private static OrderingUnit unit(OperatorKind kind) {
        return new OrderingUnit(
                PROVIDER,
                Papers.WARD.unit(),
                kind,
                Optional.of("Rutin för utlämnande"),
                Optional.of("Rutin för loggkontroll"));
    }

    private static AccessLogOrder order(Purpose purpose, OrderingUnit unit) {
        return AccessLogOrder.about(
                DischargeCase.of(List.of(Papers.admissionNotice(Protection.NONE))),
                unit,
                EMPLOYEE,
                purpose,
                "dnr 2026-17",
                NOW);
    }

    @Test
    void order_aboutACase_takesItsPatientAndItsTime() {
        AccessLogOrder order = order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.REGIONAL));

        assertThat(order.patient()).hasValue(Papers.PATIENT);
        assertThat(order.caseId()).hasValue(Papers.CASE);
        assertThat(order.from()).isEqualTo(Papers.at("2026-03-05T20:15:00"));
        assertThat(order.to()).isEqualTo(NOW);
        assertThat(order.deliverTo()).isEqualTo(Papers.WARD.unit());
    }

    @Test
    void order_asText_holdsNeitherPatientNorAuthority() {
        assertThat(order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.REGIONAL)).toString())
                .contains("SE2321000016-EMP1")
                .doesNotContain("1212", "dnr");
    }

    private static AccessLogOrder with(
            Purpose purpose,
            String authority,
            Optional<PersonId> patient,
            Instant from,
            Instant to) {
        return new AccessLogOrder(
                unit(OperatorKind.MUNICIPAL),
                EMPLOYEE,
                purpose,
                authority,
                patient,
                Optional.empty(),
                from,
                to,
                NOW);
    }

    @Test
    void order_forDisclosureWithoutPatient_isRefusedAndForReviewNot() {
        Instant from = NOW.minusSeconds(9);

        assertThatThrownBy(
                        () -> with(Purpose.PATIENT_DISCLOSURE, "dnr", Optional.empty(), from, NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("patient");
        assertThat(with(Purpose.INTERNAL_REVIEW, "dnr", Optional.empty(), from, NOW).patient())
                .isEmpty();
    }

    @Test
    void order_withoutAuthorityOrWithAPeriodThatCannotBe_isRefused() {
        Optional<PersonId> patient = Optional.of(Papers.PATIENT);

        assertThatThrownBy(
                        () -> with(Purpose.INTERNAL_REVIEW, " ", patient, NOW.minusSeconds(9), NOW))
                .hasMessageContaining("authority");
        assertThatThrownBy(
                        () ->
                                with(
                                        Purpose.INTERNAL_REVIEW,
                                        "d".repeat(257),
                                        patient,
                                        NOW.minusSeconds(9),
                                        NOW))
                .hasMessageContaining("authority");
        assertThatThrownBy(() -> with(Purpose.INTERNAL_REVIEW, "dnr", patient, NOW, NOW))
                .hasMessageContaining("to");
        assertThatThrownBy(
                        () ->
                                with(
                                        Purpose.INTERNAL_REVIEW,
                                        "dnr",
                                        patient,
                                        NOW.plusSeconds(1),
                                        NOW.plusSeconds(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("from");
    }

    @Test
    void order_byAnOperationWithoutItsRoutine_isRefused() {
        OrderingUnit noDisclosure =
                new OrderingUnit(
                        PROVIDER,
                        Papers.WARD.unit(),
                        OperatorKind.REGIONAL,
                        Optional.empty(),
                        Optional.of("x"));
        OrderingUnit noReview =
                new OrderingUnit(
                        PROVIDER,
                        Papers.WARD.unit(),
                        OperatorKind.REGIONAL,
                        Optional.of("x"),
                        Optional.of(" "));

        assertThatThrownBy(() -> order(Purpose.PATIENT_DISCLOSURE, noDisclosure))
                .hasMessageContaining("disclosureRoutine");
        assertThatThrownBy(() -> order(Purpose.INTERNAL_REVIEW, noReview))
                .hasMessageContaining("reviewRoutine");
        assertThat(order(Purpose.INTERNAL_REVIEW, noDisclosure).purpose())
                .isEqualTo(Purpose.INTERNAL_REVIEW);
    }

    @ParameterizedTest
    @EnumSource(OperatorKind.class)
    void disclosure_withoutAPolicyForTheKind_isBlocked(OperatorKind kind) {
        assertBlocked(
                DisclosurePolicies.NONE,
                order(Purpose.PATIENT_DISCLOSURE, unit(kind)),
                PROVIDER,
                Reason.NO_POLICY);
    }

    @Test
    void disclosure_withAPolicy_tellsWhatItSaysAndOtherKindsAreBlocked() {
        DisclosurePolicies policies =
                DisclosurePolicies.NONE
                        .with(OperatorKind.REGIONAL, Set.of(Detail.NAME, Detail.TITLE))
                        .with(OperatorKind.PRIVATE, Set.of());

        assertThat(
                        policies.require(
                                order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.REGIONAL)),
                                PROVIDER))
                .containsExactlyInAnyOrder(Detail.NAME, Detail.TITLE);
        assertThat(
                        policies.require(
                                order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.PRIVATE)),
                                PROVIDER))
                .isEmpty();
        assertBlocked(
                policies,
                order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.MUNICIPAL)),
                PROVIDER,
                Reason.NO_POLICY);
    }

    @Test
    void disclosure_byTheAdministrationOrOfAReview_isBlocked() {
        DisclosurePolicies policies = DisclosurePolicies.NONE.with(OperatorKind.REGIONAL, Set.of());

        assertBlocked(
                policies,
                order(Purpose.PATIENT_DISCLOSURE, unit(OperatorKind.REGIONAL)),
                HsaId.of("SE2321000016-FORV"),
                Reason.NOT_THE_OPERATION);
        assertBlocked(
                policies,
                order(Purpose.INTERNAL_REVIEW, unit(OperatorKind.REGIONAL)),
                PROVIDER,
                Reason.NOT_ORDERED_FOR_DISCLOSURE);
    }

    private static void assertBlocked(
            DisclosurePolicies policies, AccessLogOrder order, HsaId actor, Reason reason) {
        assertThatThrownBy(() -> policies.require(order, actor))
                .isInstanceOfSatisfying(
                        DisclosureBlockedException.class,
                        blocked -> assertThat(blocked.reason()).isEqualTo(reason));
    }
}
