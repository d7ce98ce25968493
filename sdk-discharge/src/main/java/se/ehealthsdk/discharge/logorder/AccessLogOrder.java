package se.ehealthsdk.discharge.logorder;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;

/**
 * An order of access logs.
 *
 * <pre>{@code
 * AccessLogOrder order = AccessLogOrder.about(
 *         known, ward, employee, AccessLogOrder.Purpose.PATIENT_DISCLOSURE, "dnr 2026-17", now);
 * }</pre>
 *
 * @param orderedFor the operation that orders, and to which the log is delivered
 * @param orderedBy who orders there
 * @param purpose what for
 * @param authority on what authority, for example a case number of the register; 1 to 256 characters
 * @param patient only about this patient; required for a disclosure
 * @param caseId the case that gave rise to it
 * @param from the first moment of the period
 * @param to the first moment after it
 * @param orderedAt when it is ordered
 */
public record AccessLogOrder(
        OrderingUnit orderedFor,
        HsaId orderedBy,
        Purpose purpose,
        String authority,
        Optional<PersonId> patient,
        Optional<CaseId> caseId,
        Instant from,
        Instant to,
        Instant orderedAt) {

    /** What a log is ordered for. */
    public enum Purpose {
        /** To be given to the patient, who has asked for it. */
        PATIENT_DISCLOSURE,
        /** To be reviewed by the operation itself. */
        INTERNAL_REVIEW
    }

    /**
     * @throws InvalidInputException when the authority is missing or too long, the period ends before it starts or starts
     *     after the order, a disclosure has no patient, or the operation has no routine for the purpose
     */
    public AccessLogOrder {
        if (authority.isBlank() || authority.length() > 256) {
            throw new InvalidInputException(
                    "authority", "is missing or too long", "1 to 256 characters");
        }
        if (!to.isAfter(from)) {
            throw new InvalidInputException(
                    "to", "is not after the start of the period", "an end after the start");
        }
        if (from.isAfter(orderedAt)) {
            throw new InvalidInputException(
                    "from",
                    "is after the order, so there is no log yet",
                    "a time before the order");
        }
        boolean disclosure = purpose == Purpose.PATIENT_DISCLOSURE;
        if (disclosure && patient.isEmpty()) {
            throw new InvalidInputException(
                    "patient", "is missing", "the patient to whom the log is disclosed");
        }
        Optional<String> routine =
                disclosure ? orderedFor.disclosureRoutine() : orderedFor.reviewRoutine();
        if (routine.filter(text -> !text.isBlank()).isEmpty()) {
            throw new InvalidInputException(
                    disclosure ? "disclosureRoutine" : "reviewRoutine",
                    "is missing",
                    "the operation's own routine for what the log is ordered for");
        }
    }

    /** An order about the patient of a case, from the case's first moment to the order. */
    public static AccessLogOrder about(
            DischargeCase known,
            OrderingUnit orderedFor,
            HsaId orderedBy,
            Purpose purpose,
            String authority,
            Instant now) {
        Instant first =
                known.events().stream()
                        .map(CaseEvent::times)
                        .map(times -> times.happened())
                        .min(Instant::compareTo)
                        .orElse(now);
        return new AccessLogOrder(
                orderedFor,
                orderedBy,
                purpose,
                authority,
                Optional.of(known.patient()),
                Optional.of(known.id()),
                first,
                now,
                now);
    }

    /** Where the log is delivered: to the unit that orders it, and to nobody else. */
    public HsaId deliverTo() {
        return orderedFor.unit();
    }

    /** Who, what for and when; neither the patient nor the authority, which is free text. */
    @Override
    public String toString() {
        return "AccessLogOrder["
                + orderedBy
                + " at "
                + orderedFor.unit()
                + ", "
                + purpose
                + ", "
                + from
                + " to "
                + to
                + "]";
    }
}
