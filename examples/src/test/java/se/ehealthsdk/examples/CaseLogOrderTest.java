package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.audit.followup.DisclosurePolicy;
import se.ehealthsdk.audit.followup.LogsQuery;
import se.ehealthsdk.audit.followup.SecrecyTest;
import se.ehealthsdk.audit.followup.UserDetail;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.discharge.logorder.AccessLogOrder;
import se.ehealthsdk.discharge.logorder.DisclosurePolicies;
import se.ehealthsdk.discharge.logorder.OperatorKind;
import se.ehealthsdk.discharge.logorder.OrderingUnit;

class CaseLogOrderTest {

    private static final HsaId PROVIDER = HsaId.of("SE2321000016-PROV");
    private static final HsaId UNIT = HsaId.of("SE2321000016-M072");
    private static final HsaId EMPLOYEE = HsaId.of("SE2321000016-EMP1");
    private static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");
    private static final SecrecyTest TEST =
            SecrecyTest.passed("Verksamhetschefen", LocalDate.of(2026, 3, 20));

    private static AccessLogOrder order(OperatorKind kind) {
        return new AccessLogOrder(
                new OrderingUnit(PROVIDER, UNIT, kind, Optional.of("rutin"), Optional.of("rutin")),
                EMPLOYEE,
                AccessLogOrder.Purpose.PATIENT_DISCLOSURE,
                "dnr 2026-17",
                Optional.of(PersonId.parse("191212121212")),
                Optional.empty(),
                NOW.minusSeconds(3600),
                NOW,
                NOW);
    }

    private static ActingUser user(HsaId employee, HsaId unit) {
        return new ActingUser(
                employee,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ActingUser.CareUnit(unit, Optional.empty())),
                new ActingUser.CareProvider(PROVIDER, Optional.empty(), Optional.empty()));
    }

    @Test
    void order_ofACase_asksTheLogForPatientAndPeriod() {
        LogsQuery query =
                CaseLogOrder.of(order(OperatorKind.REGIONAL), user(EMPLOYEE, UNIT)).query();

        assertThat(query.careProvider()).isEqualTo(PROVIDER);
        assertThat(query.patient()).hasValue(PersonId.parse("191212121212"));
        assertThat(query.period().from()).isEqualTo("2026-03-20T09:00:00");
        assertThat(query.period().to()).isEqualTo("2026-03-20T10:00:00");
    }

    @Test
    void order_handedOverBySomeoneElseOrFromAnotherUnit_isRefused() {
        AccessLogOrder order = order(OperatorKind.REGIONAL);
        HsaId other = HsaId.of("SE2321000016-OTHR");

        assertThatThrownBy(() -> CaseLogOrder.of(order, user(other, UNIT)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CaseLogOrder.of(order, user(EMPLOYEE, other)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @EnumSource(OperatorKind.class)
    void disclosure_withAnEmptyPolicy_tellsOfNobody(OperatorKind kind) {
        DisclosurePolicy policy =
                CaseLogOrder.disclosure(
                        order(kind), DisclosurePolicies.NONE.with(kind, Set.of()), TEST);

        assertThat(policy.tellsOfUsers()).isFalse();
    }

    @Test
    void disclosure_withNames_tellsThemAndWithoutPolicyIsBlocked() {
        DisclosurePolicies names =
                DisclosurePolicies.NONE.with(
                        OperatorKind.REGIONAL, Set.of(DisclosurePolicies.Detail.NAME));

        assertThat(CaseLogOrder.disclosure(order(OperatorKind.REGIONAL), names, TEST).details())
                .containsExactly(UserDetail.NAME);
        assertThatThrownBy(
                        () -> CaseLogOrder.disclosure(order(OperatorKind.MUNICIPAL), names, TEST))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no policy");
    }
}
