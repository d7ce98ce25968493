package se.ehealthsdk.discharge.logorder;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.logorder.DisclosureBlockedException.Reason;

/**
 * What each kind of operator discloses of a log to a patient. There is no default: what no policy is given for is blocked.
 * Immutable.
 */
public final class DisclosurePolicies {

    /** Nothing is disclosed. */
    public static final DisclosurePolicies NONE = new DisclosurePolicies(Map.of());

    private final Map<OperatorKind, Set<Detail>> told;

    private DisclosurePolicies(Map<OperatorKind, Set<Detail>> told) {
        this.told = told;
    }

    /** What can be told of an employee beside unit and time, which are always told. */
    public enum Detail {
        NAME,
        TITLE,
        HSA_ID
    }

    /** The same, with what a kind of operator tells of its employees; an empty set for unit and time alone. */
    public DisclosurePolicies with(OperatorKind kind, Set<Detail> details) {
        Map<OperatorKind, Set<Detail>> more = new EnumMap<>(OperatorKind.class);
        more.putAll(told);
        more.put(kind, Set.copyOf(details));
        return new DisclosurePolicies(Map.copyOf(more));
    }

    /**
     * What may be told of employees when a log is disclosed to the patient.
     *
     * @param actor the care provider that discloses
     * @throws DisclosureBlockedException when the order is not for disclosure, someone else than the operation would
     *     disclose, or there is no policy for its kind
     */
    public Set<Detail> require(AccessLogOrder order, HsaId actor) {
        if (order.purpose() != AccessLogOrder.Purpose.PATIENT_DISCLOSURE) {
            throw new DisclosureBlockedException(Reason.NOT_ORDERED_FOR_DISCLOSURE);
        }
        if (!order.orderedFor().careProvider().equals(actor)) {
            throw new DisclosureBlockedException(Reason.NOT_THE_OPERATION);
        }
        Set<Detail> details = told.get(order.orderedFor().kind());
        if (details == null) {
            throw new DisclosureBlockedException(Reason.NO_POLICY);
        }
        return details;
    }
}
