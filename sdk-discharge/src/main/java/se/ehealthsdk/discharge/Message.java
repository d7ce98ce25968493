package se.ehealthsdk.discharge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Participant;

/**
 * An event as it stands now: what it said, or what a correction made of it, and what its recipients have done with it.
 *
 * @param event the event as it was sent
 * @param content what holds: the event's own, or the latest correction's
 * @param correctedBy the latest correction
 * @param voidedBy the event that took it back; what is voided counts as never said
 * @param deliveredAt when it first reached each unit's system
 * @param acknowledgedAt when first someone at each unit had read it
 * @param declined the units that turned it away
 */
public record Message(
        CaseEvent event,
        Content content,
        Optional<CaseEvent> correctedBy,
        Optional<CaseEvent> voidedBy,
        Map<HsaId, Instant> deliveredAt,
        Map<HsaId, Instant> acknowledgedAt,
        Map<HsaId, DeclineReason> declined) {

    public Message {
        deliveredAt = Map.copyOf(deliveredAt);
        acknowledgedAt = Map.copyOf(acknowledgedAt);
        declined = Map.copyOf(declined);
    }

    static Message of(CaseEvent event) {
        return new Message(
                event,
                event.content(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** Whether it has not been voided. */
    public boolean holds() {
        return voidedBy.isEmpty();
    }

    /** Whether it was addressed to a unit. */
    public boolean isAddressedTo(HsaId unit) {
        for (Participant recipient : event.recipients()) {
            if (recipient.unit().equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /** What holds, when it is of that kind. */
    public <C extends Content> Optional<C> as(Class<C> kind) {
        return kind.isInstance(content) ? Optional.of(kind.cast(content)) : Optional.empty();
    }

    /** The time that the law's limits count from. */
    public Instant legalTime() {
        return event.times().legal();
    }

    /** Whether it was entered afterwards from paper. */
    public boolean isTranscribed() {
        return event.isTranscribed();
    }

    /** How far it has come with one of its recipients. */
    public Receiving receiving(Participant recipient) {
        if (declined.containsKey(recipient.unit())) {
            return Receiving.DECLINED;
        }
        if (acknowledgedAt.containsKey(recipient.unit())) {
            return Receiving.ACKNOWLEDGED;
        }
        return deliveredAt.containsKey(recipient.unit())
                ? Receiving.DELIVERED
                : Receiving.ADDRESSED;
    }

    /** How far a message has come with a recipient. */
    public enum Receiving {
        /** It is addressed to the unit. */
        ADDRESSED,
        /** Its system has it. */
        DELIVERED,
        /** Someone has read it (kvitterat). It is no acceptance. */
        ACKNOWLEDGED,
        /** The unit said that it is not the right one. */
        DECLINED
    }
}
