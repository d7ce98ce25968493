package se.ehealthsdk.discharge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Voiding;

/** One pass over a log: each event becomes a message, or changes the one that it is about. */
final class Fold {

    private static final Comparator<Message> BY_LEGAL_TIME =
            Comparator.comparing(Message::legalTime);

    private final List<CaseEvent> events;
    private final Map<MessageId, Integer> positions;

    /** For a correction the position of what it corrects in the end, for others their own. */
    private final int[] roots;

    private final @Nullable Changes[] changes;
    private final Set<Participant> participants = new LinkedHashSet<>();
    private final @Nullable Participant[] lately = new @Nullable Participant[6];
    private int next;

    private Fold(List<CaseEvent> events) {
        this.events = events;
        this.positions = new HashMap<>(2 * events.size());
        this.roots = new int[events.size()];
        this.changes = new @Nullable Changes[events.size()];
    }

    /**
     * @throws EventRefusedException when an id comes twice, or another case or patient
     */
    static Fold of(List<CaseEvent> events) {
        Fold fold = new Fold(events);
        for (int i = 0; i < events.size(); i++) {
            fold.take(i, events.get(i));
        }
        return fold;
    }

    /** What was said, in the order of the log. Deliveries, receipts and refusals are in what they are about. */
    List<Message> messages() {
        List<Message> all = new ArrayList<>(events.size());
        for (int i = 0; i < changes.length; i++) {
            CaseEvent event = events.get(i);
            if (!isAnswer(event.content())) {
                Changes changed = changes[i];
                all.add(changed == null ? Message.of(event) : changed.applied(event));
            }
        }
        return List.copyOf(all);
    }

    /** The units that sent or were sent something, in the order in which they first came. */
    Set<Participant> participants() {
        return Collections.unmodifiableSet(participants);
    }

    /** Messages that hold, by kind, oldest first by legal time. */
    static List<OfKind> byKind(List<Message> messages) {
        List<List<Message>> groups = new ArrayList<>();
        for (Message message : messages) {
            if (message.holds()) {
                group(groups, message.content().getClass()).add(message);
            }
        }
        OfKind[] sorted = new OfKind[groups.size()];
        for (int i = 0; i < sorted.length; i++) {
            List<Message> group = groups.get(i);
            if (group.size() > 1) {
                group.sort(BY_LEGAL_TIME);
            }
            sorted[i] = new OfKind(group.get(0).content().getClass(), List.copyOf(group));
        }
        return Arrays.asList(sorted);
    }

    /** There are at most as many groups as kinds, so looking through them is quick. */
    private static List<Message> group(List<List<Message>> groups, Class<?> kind) {
        for (List<Message> group : groups) {
            if (group.get(0).content().getClass() == kind) {
                return group;
            }
        }
        List<Message> group = new ArrayList<>(4);
        groups.add(group);
        return group;
    }

    /** Whether it says something of another message alone, and is no message of its own. */
    static boolean isAnswer(Content content) {
        return content instanceof Receipt
                || content instanceof Delivered
                || content instanceof Declined;
    }

    private void take(int position, CaseEvent event) {
        @Nullable Refusal refusal = Refusals.ofIdentity(event, events.get(0));
        if (refusal == null && positions.putIfAbsent(event.id(), position) != null) {
            refusal = Refusals.duplicate();
        }
        if (refusal != null) {
            throw new EventRefusedException(refusal);
        }
        roots[position] = position;
        takePart(event.sender());
        for (Participant recipient : event.recipients()) {
            takePart(recipient);
        }
        change(position, event);
    }

    /** A case has few units, which come again and again and often as the same objects: looked for before they are hashed. */
    private void takePart(Participant unit) {
        for (Participant one : lately) {
            if (one == unit) {
                return;
            }
        }
        lately[next] = unit;
        next = (next + 1) % lately.length;
        participants.add(unit);
    }

    private void change(int position, CaseEvent event) {
        Content content = event.content();
        if (content instanceof Correction correction) {
            Integer of = positions.get(correction.of());
            if (of != null && of != position) {
                roots[position] = roots[of];
                changes(roots[of]).correct(events.get(roots[of]), event, correction);
            }
        } else if (content instanceof Voiding || isAnswer(content)) {
            Integer of = positions.get(content.about().orElseThrow());
            if (of != null && of != position) {
                changes(of).take(event, content);
            }
        }
    }

    private Changes changes(int position) {
        Changes there = changes[position];
        if (there == null) {
            there = new Changes();
            changes[position] = there;
        }
        return there;
    }

    /** The messages of a kind that hold. */
    record OfKind(Class<?> kind, List<Message> holding) {}

    /** What later events have made of a message. */
    private static final class Changes {

        private @Nullable Content content;
        private @Nullable CaseEvent correctedBy;
        private @Nullable CaseEvent voidedBy;
        private Map<HsaId, Instant> delivered = Map.of();
        private Map<HsaId, Instant> read = Map.of();
        private Map<HsaId, DeclineReason> declined = Map.of();

        void correct(CaseEvent corrected, CaseEvent event, Correction correction) {
            if (corrected.content().getClass() == correction.replacement().getClass()) {
                content = correction.replacement();
                correctedBy = event;
            }
        }

        void take(CaseEvent event, Content said) {
            HsaId unit = event.sender().unit();
            if (said instanceof Delivered) {
                delivered = with(delivered, unit, event.times().happened());
            } else if (said instanceof Receipt) {
                read = with(read, unit, event.times().happened());
            } else if (said instanceof Declined no) {
                declined = with(declined, unit, no.reason());
            } else {
                voidedBy = event;
            }
        }

        Message applied(CaseEvent event) {
            return new Message(
                    event,
                    content == null ? event.content() : content,
                    Optional.ofNullable(correctedBy),
                    Optional.ofNullable(voidedBy),
                    delivered,
                    read,
                    declined);
        }

        /** The first of a unit counts. Most messages go to one unit or two, so a map that can grow is made late. */
        private static <V> Map<HsaId, V> with(Map<HsaId, V> map, HsaId unit, V value) {
            if (map.isEmpty()) {
                return Map.of(unit, value);
            }
            if (map.containsKey(unit)) {
                return map;
            }
            Map<HsaId, V> more = map.size() == 1 ? new HashMap<>(map) : map;
            more.put(unit, value);
            return more;
        }
    }
}
