package se.ehealthsdk.discharge.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.EventRefusedException;
import se.ehealthsdk.discharge.Refusal;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * What became of a log of events that was held against the case that we have.
 *
 * @param result the case with what was added; as it was when nothing was; empty when we had none and no event could open one
 * @param added the events that are new and were accepted, in the order of the log
 * @param known how many events we had already, and say the same
 * @param conflicts events that say something else than ours with the same id; ours stay
 * @param refused events that a rule refuses
 */
public record CaseImport(
        Optional<DischargeCase> result,
        List<CaseEvent> added,
        int known,
        List<CaseEvent> conflicts,
        List<Refused> refused) {

    public CaseImport {
        added = List.copyOf(added);
        conflicts = List.copyOf(conflicts);
        refused = List.copyOf(refused);
    }

    /**
     * An event that was not taken.
     *
     * @param event the event
     * @param refusal the rule
     */
    public record Refused(CaseEvent event, Refusal refusal) {}

    /**
     * Holds a log against a case, event for event: one that is refused keeps none of the others out that do not build on it.
     *
     * @param log in the order in which the events were accepted by whoever wrote it
     * @param mine the case as we have it; empty when it is new to us
     * @param acceptance what events are held against
     */
    public static CaseImport of(
            List<CaseEvent> log, Optional<DischargeCase> mine, Acceptance acceptance) {
        Map<MessageId, CaseEvent> there = new HashMap<>();
        mine.ifPresent(ours -> ours.events().forEach(event -> there.put(event.id(), event)));
        @Nullable DischargeCase result = mine.orElse(null);
        List<CaseEvent> added = new ArrayList<>();
        List<CaseEvent> conflicts = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        int known = 0;
        for (CaseEvent event : log) {
            CaseEvent same = there.get(event.id());
            if (same != null) {
                if (same.equals(event)) {
                    known++;
                } else {
                    conflicts.add(event);
                }
                continue;
            }
            try {
                result =
                        result == null
                                ? DischargeCase.open(event, acceptance)
                                : result.with(event, acceptance);
                there.put(event.id(), event);
                added.add(event);
            } catch (EventRefusedException refusal) {
                refused.add(new Refused(event, refusal.refusal()));
            }
        }
        return new CaseImport(Optional.ofNullable(result), added, known, conflicts, refused);
    }

    /** Whether all that came is in the case now. */
    public boolean isComplete() {
        return conflicts.isEmpty() && refused.isEmpty();
    }

    /** How many of each. */
    @Override
    public String toString() {
        return "CaseImport[added "
                + added.size()
                + ", known "
                + known
                + ", conflicts "
                + conflicts.size()
                + ", refused "
                + refused.size()
                + "]";
    }
}
