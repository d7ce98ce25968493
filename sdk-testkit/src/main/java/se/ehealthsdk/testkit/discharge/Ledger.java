package se.ehealthsdk.testkit.discharge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.EventRefusedException;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.json.CaseJson;

/** The cases, and what has been answered to whom: a message is taken once, however often it comes. Not for many threads. */
final class Ledger {

    /** An answer, and what it was an answer to. */
    private record Answered(String event, Ack ack) {}

    /** Thrown when a request contradicts an earlier one. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        Contradiction(String code) {
            super(code, null, false, false);
        }
    }

    private final Map<CaseId, DischargeCase> cases = new LinkedHashMap<>();
    private final Map<String, Answered> messages = new HashMap<>();
    private final Map<String, String> envelopes = new HashMap<>();
    private final Map<String, Ack> transientAnswers = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();

    Optional<DischargeCase> find(CaseId id) {
        return Optional.ofNullable(cases.get(id));
    }

    List<DischargeCase> all() {
        return List.copyOf(cases.values());
    }

    void clear() {
        cases.clear();
        messages.clear();
        envelopes.clear();
        transientAnswers.clear();
        taken.clear();
    }

    /** Takes an event into its case. */
    void add(CaseEvent event, Instant now) {
        Acceptance acceptance = Acceptance.at(now);
        DischargeCase before = cases.get(event.caseId());
        cases.put(
                event.caseId(),
                before == null
                        ? DischargeCase.open(event, acceptance)
                        : before.with(event, acceptance));
    }

    Ack take(
            String peer,
            Set<String> peerUnits,
            Set<String> ownUnits,
            Envelope envelope,
            Instant now)
            throws Contradiction {
        String earlier = envelopes.get(peer + " " + envelope.id());
        if (earlier != null && !earlier.equals(envelope.messageId())) {
            throw new Contradiction("envelope-reused");
        }
        Answered answered = messages.get(peer + " " + envelope.messageId());
        if (answered != null) {
            if (!answered.event().equals(envelope.event())) {
                throw new Contradiction("letter-changed");
            }
            envelopes.put(peer + " " + envelope.id(), envelope.messageId());
            return answered.ack();
        }
        Ack before = transientAnswers.get(peer + " " + envelope.id());
        if (before != null) {
            return before;
        }
        envelopes.put(peer + " " + envelope.id(), envelope.messageId());
        Ack ack = judge(peer, peerUnits, ownUnits, envelope, now);
        boolean mayBePutRight =
                Set.of("sender-not-held", "receiver-unknown", "out-of-order", "earlier-missing")
                        .contains(ack.code());
        if (mayBePutRight) {
            transientAnswers.put(peer + " " + envelope.id(), ack);
        } else {
            messages.put(peer + " " + envelope.messageId(), new Answered(envelope.event(), ack));
            taken.put(peer + " " + envelope.caseId(), envelope.sequence());
        }
        return ack;
    }

    private Ack judge(
            String peer,
            Set<String> peerUnits,
            Set<String> ownUnits,
            Envelope envelope,
            Instant now) {
        String at = now.toString();
        CaseEvent event = event(envelope);
        if (event == null) {
            return Ack.refused("wrong-datatype", "The event cannot be read.", at);
        }
        if (!event.id().value().equals(envelope.messageId())
                || !event.caseId().value().equals(envelope.caseId())) {
            return Ack.refused("envelope-contradicts", "Envelope and event disagree.", at);
        }
        if (!peerUnits.contains(event.sender().unit().value())) {
            return Ack.refused("sender-not-held", "The unit is not the sending system's.", at);
        }
        List<String> unknown = new ArrayList<>(envelope.recipients());
        unknown.removeAll(ownUnits);
        if (unknown.size() == envelope.recipients().size()) {
            return Ack.refused("receiver-unknown", "There is no such unit here.", at);
        }
        long last = taken.getOrDefault(peer + " " + envelope.caseId(), 0L);
        if (envelope.after() > last) {
            return Ack.later("earlier-missing", at);
        }
        if (envelope.sequence() <= last) {
            return Ack.refused("out-of-order", "A later one is here already.", at);
        }
        try {
            add(event, now);
            return Ack.ok(unknown, at);
        } catch (EventRefusedException refused) {
            return new Ack(
                    "fatal-error",
                    "refused-by-case",
                    refused.refusal().rule().name(),
                    refused.refusal().explanation(),
                    List.of(),
                    at);
        }
    }

    static @Nullable CaseEvent event(Envelope envelope) {
        try {
            return CaseJson.readEvent(envelope.event().getBytes(StandardCharsets.UTF_8));
        } catch (InvalidInputException unreadable) {
            return null;
        }
    }
}
