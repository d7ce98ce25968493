package se.ehealthsdk.discharge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.Fold.OfKind;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Voiding;

/**
 * What one more event makes of a case: the same as {@link Fold} over the longer log, but only what the event touches is made
 * anew, and the lists are copied. A log that grows event by event would else be folded as often as it has events.
 *
 * @param messages those of the longer log
 * @param byKind the same that hold, by kind
 * @param touched the kinds of messages that came or changed
 */
record Growth(List<Message> messages, List<OfKind> byKind, Set<Class<?>> touched) {

    static Growth of(List<Message> messages, List<OfKind> byKind, CaseEvent event) {
        Content said = event.content();
        Growth before = new Growth(messages, byKind, Set.of());
        if (said instanceof Correction correction) {
            return before.corrected(event, correction).and(Message.of(event));
        }
        Growth changed = before;
        if (said instanceof Voiding || Fold.isAnswer(said)) {
            int of = before.find(said.about().orElseThrow(), messages.size());
            changed = of < 0 ? before : before.replaced(of, told(messages.get(of), event));
        }
        return Fold.isAnswer(said) ? changed : changed.and(Message.of(event));
    }

    boolean changes(Class<?> kind) {
        return touched.contains(kind);
    }

    static <T> List<T> with(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all.size() + 1);
        longer.addAll(all);
        longer.add(more);
        return List.copyOf(longer);
    }

    static Set<Participant> participants(Set<Participant> before, CaseEvent event) {
        if (before.contains(event.sender()) && before.containsAll(event.recipients())) {
            return before;
        }
        Set<Participant> more = new LinkedHashSet<>(before);
        more.add(event.sender());
        more.addAll(event.recipients());
        return Collections.unmodifiableSet(more);
    }

    /** Of a correction that is corrected in turn, what the first one corrects changes. */
    private Growth corrected(CaseEvent event, Correction correction) {
        int root = find(correction.of(), messages.size());
        while (root >= 0 && messages.get(root).event().content() instanceof Correction earlier) {
            int of = find(earlier.of(), root);
            if (of < 0) {
                break;
            }
            root = of;
        }
        if (root < 0) {
            return this;
        }
        Message old = messages.get(root);
        Content replacement = correction.replacement();
        return old.event().content().getClass() == replacement.getClass()
                ? replaced(
                        root,
                        new Message(
                                old.event(),
                                replacement,
                                Optional.of(event),
                                old.voidedBy(),
                                old.deliveredAt(),
                                old.acknowledgedAt(),
                                old.declined()))
                : this;
    }

    private static Message told(Message old, CaseEvent event) {
        HsaId unit = event.sender().unit();
        Instant at = event.times().happened();
        Content said = event.content();
        return new Message(
                old.event(),
                old.content(),
                old.correctedBy(),
                said instanceof Voiding ? Optional.of(event) : old.voidedBy(),
                said instanceof Delivered ? with(old.deliveredAt(), unit, at) : old.deliveredAt(),
                said instanceof Receipt
                        ? with(old.acknowledgedAt(), unit, at)
                        : old.acknowledgedAt(),
                said instanceof Declined no
                        ? with(old.declined(), unit, no.reason())
                        : old.declined());
    }

    /** The first of a unit counts. */
    private static <V> Map<HsaId, V> with(Map<HsaId, V> all, HsaId unit, V value) {
        Map<HsaId, V> more = new HashMap<>(all);
        more.putIfAbsent(unit, value);
        return more;
    }

    /** The place of a message among the first so many; below zero when it is none of them. */
    private int find(MessageId id, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (messages.get(i).event().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private Growth and(Message more) {
        Class<?> kind = more.content().getClass();
        List<Message> holding = new ArrayList<>(holding(kind));
        int place = holding.size();
        while (place > 0 && holding.get(place - 1).legalTime().isAfter(more.legalTime())) {
            place--;
        }
        holding.add(place, more);
        return changed(kind, with(messages, more), holding);
    }

    private Growth replaced(int place, Message changed) {
        Message old = messages.get(place);
        List<Message> all = new ArrayList<>(messages);
        all.set(place, changed);
        Class<?> kind = changed.content().getClass();
        List<Message> holding = new ArrayList<>(holding(kind));
        for (int i = 0; i < holding.size(); i++) {
            if (holding.get(i) == old) {
                if (changed.holds()) {
                    holding.set(i, changed);
                } else {
                    holding.remove(i);
                }
                break;
            }
        }
        return changed(kind, List.copyOf(all), holding);
    }

    private Growth changed(Class<?> kind, List<Message> all, List<Message> holding) {
        List<OfKind> kinds = new ArrayList<>(byKind.size() + 1);
        for (OfKind each : byKind) {
            if (each.kind() != kind) {
                kinds.add(each);
            }
        }
        if (!holding.isEmpty()) {
            kinds.add(new OfKind(kind, List.copyOf(holding)));
        }
        Set<Class<?>> more = new HashSet<>(touched);
        more.add(kind);
        return new Growth(all, List.copyOf(kinds), more);
    }

    private List<Message> holding(Class<?> kind) {
        for (OfKind each : byKind) {
            if (each.kind() == kind) {
                return each.holding();
            }
        }
        return List.of();
    }
}
