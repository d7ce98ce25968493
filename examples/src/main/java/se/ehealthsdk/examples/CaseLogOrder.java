package se.ehealthsdk.examples;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.audit.followup.AccessLogOrder;
import se.ehealthsdk.audit.followup.DisclosurePolicy;
import se.ehealthsdk.audit.followup.LogPeriod;
import se.ehealthsdk.audit.followup.OperatorKind;
import se.ehealthsdk.audit.followup.SecrecyTest;
import se.ehealthsdk.audit.followup.UserDetail;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.discharge.logorder.DisclosurePolicies;

/** Hands the order of a discharge case's access log to the log's follow-up: two modules that do not know one another. */
final class CaseLogOrder {

    private CaseLogOrder() {}

    /**
     * The same order, for the access log.
     *
     * @param user who ordered, as logged in
     * @throws InvalidInputException when the order is someone else's, or of another unit
     */
    static AccessLogOrder of(
            se.ehealthsdk.discharge.logorder.AccessLogOrder order, ActingUser user) {
        if (!user.employee().equals(order.orderedBy())
                || !user.careProvider().hsaId().equals(order.orderedFor().careProvider())
                || user.careUnit()
                        .filter(unit -> unit.hsaId().equals(order.orderedFor().unit()))
                        .isEmpty()) {
            throw new InvalidInputException(
                    "user", "is not the one who ordered", "the employee and unit of the order");
        }
        return new AccessLogOrder(
                user,
                order.authority(),
                switch (order.purpose()) {
                    case PATIENT_DISCLOSURE -> AccessLogOrder.Reason.PATIENT_DISCLOSURE;
                    case INTERNAL_REVIEW -> AccessLogOrder.Reason.INTERNAL_REVIEW;
                },
                LogPeriod.between(order.from(), order.to()),
                order.patient(),
                Optional.empty(),
                Optional.empty(),
                order.orderedAt());
    }

    /**
     * What the extract tells of employees.
     *
     * @param test the secrecy test behind it
     * @throws InvalidInputException when disclosure is blocked
     */
    static DisclosurePolicy disclosure(
            se.ehealthsdk.discharge.logorder.AccessLogOrder order,
            DisclosurePolicies policies,
            SecrecyTest test) {
        Set<DisclosurePolicies.Detail> told =
                policies.require(order, order.orderedFor().careProvider());
        OperatorKind kind = OperatorKind.valueOf(order.orderedFor().kind().name());
        Set<UserDetail> details = EnumSet.noneOf(UserDetail.class);
        told.forEach(detail -> details.add(UserDetail.valueOf(detail.name())));
        return details.isEmpty()
                ? DisclosurePolicy.minimum(kind)
                : DisclosurePolicy.naming(kind, test).telling(details);
    }
}
