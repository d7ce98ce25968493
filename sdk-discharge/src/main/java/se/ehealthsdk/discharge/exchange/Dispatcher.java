package se.ehealthsdk.discharge.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.exchange.Acknowledgement.Status;
import se.ehealthsdk.discharge.exchange.HttpsPoster.Result;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;
import se.ehealthsdk.discharge.exchange.SentMessages.Sent;
import se.ehealthsdk.discharge.exchange.SentMessages.Turn;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/**
 * Makes one sending of what the outbox hands out. The outbox keeps the letters and paces the peers; when a message may go is
 * known by {@link SentMessages}. A message whose turn it is not is refused here, which makes the outbox set it aside alone, so
 * that it is in nobody's way, until it is called for again.
 */
final class Dispatcher implements Receiver {

    private static final Verdict ASIDE =
            new Verdict.Refused(Verdict.Cause.OTHER, "waits for its turn in the exchange");
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 404, 405);
    private static final Set<Integer> NOT_NOW = Set.of(408, 429, 503);
    private static final int TOO_LARGE = 413;
    private static final String EXPIRED = "this system's own certificate has expired";

    private final Map<HsaId, Peer> peers;
    private final SentMessages messages;
    private final HttpsPoster poster;
    private final ResendPolicy policy;
    private final Listeners listeners;
    private final Credential own;
    private final Clock clock;
    private final Duration longestCall;
    private final UnderWay underWay = new UnderWay();

    Dispatcher(
            Map<HsaId, Peer> peers,
            SentMessages messages,
            HttpsPoster poster,
            ResendPolicy policy,
            Listeners listeners,
            Credential own,
            Clock clock,
            Duration longestCall) {
        this.peers = peers;
        this.messages = messages;
        this.poster = poster;
        this.policy = policy;
        this.listeners = listeners;
        this.own = own;
        this.clock = clock;
        this.longestCall = longestCall;
    }

    /** One message, one acknowledgement. */
    @Override
    public int maxItems() {
        return 1;
    }

    @Override
    public Duration longestCall() {
        return longestCall;
    }

    @Override
    public boolean acceptsDuplicates() {
        return true;
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        Item item = items.get(0);
        Optional<Peer> peer = HsaId.tryParse(destination).map(peers::get);
        if (peer.isEmpty()) {
            return new Verdict.Blocked(
                    destination + " is no peer any more",
                    "Configure the peer, or set its messages aside.");
        }
        if (own.expiresAt().isBefore(now())) {
            // the peer would turn each message away, and might do so too late for it to be known
            // that nothing was sent
            listeners.unreachable(peer.get().system(), EXPIRED);
            return new Verdict.Blocked(EXPIRED, "Renew it.");
        }
        Turn turn = messages.take(item.id(), now(), policy);
        if (turn instanceof Turn.NotNow not
                && not.caseId().isPresent()
                && underWay.waitedFor(peer.get().system(), not.caseId().get())) {
            turn = messages.take(item.id(), now(), policy);
        }
        if (turn instanceof Turn.Send send) {
            Sent sent = send.sent();
            underWay.begin(sent.peer(), sent.caseId());
            try {
                return send(peer.get(), sent, send.after(), item.payload());
            } finally {
                underWay.end(sent.peer(), sent.caseId());
            }
        }
        return turn instanceof Turn.Over ? new Verdict.Accepted() : ASIDE;
    }

    /** The cases of which a message is being sent by this process. */
    private static final class UnderWay {
        private static final long LONGEST_WAIT_MILLIS = 500;

        private record Key(HsaId peer, CaseId caseId) {}

        private final Set<Key> keys = new HashSet<>();

        synchronized void begin(HsaId peer, CaseId caseId) {
            keys.add(new Key(peer, caseId));
        }

        synchronized void end(HsaId peer, CaseId caseId) {
            keys.remove(new Key(peer, caseId));
            notifyAll();
        }

        /** Setting a message aside costs more than a moment's wait for the one before it. False when there was none. */
        synchronized boolean waitedFor(HsaId peer, CaseId caseId) {
            Key key = new Key(peer, caseId);
            boolean there = keys.contains(key);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
            try {
                for (long left = LONGEST_WAIT_MILLIS; left > 0 && keys.contains(key); ) {
                    wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return there;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Verdict send(Peer peer, Sent sent, long after, byte[] letter) {
        Envelope envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        now(),
                        sent.message(),
                        sent.caseId(),
                        sent.recipients(),
                        sent.sequence(),
                        after,
                        letter);
        listeners.sent(peer.system(), sent.message(), sent.sendings());
        Result result = poster.post(peer.url(), envelope.write());
        if (result instanceof Result.Answered answered) {
            return answered(peer, sent, answered);
        }
        if (result instanceof Result.NotSent not) {
            messages.notSent(sent);
            listeners.unreachable(peer.system(), not.reason());
            return new Verdict.Failed(false, not.reason());
        }
        return unanswered(peer, sent, ((Result.Unknown) result).reason(), null);
    }

    private Verdict answered(Peer peer, Sent sent, Result.Answered answer) {
        String reason = "HTTP status " + answer.status();
        if (answer.status() == 200) {
            return acknowledged(peer, sent, answer.body());
        }
        if (NOT_LET_IN.contains(answer.status())) {
            messages.notSent(sent);
            listeners.unreachable(peer.system(), reason);
            return new Verdict.Blocked(
                    reason,
                    "The peer does not let this system in: see to its address and who it knows.");
        }
        if (NOT_NOW.contains(answer.status())) {
            messages.notSent(sent);
            return new Verdict.Failed(false, reason, answer.retryAfter());
        }
        if (answer.status() == TOO_LARGE) {
            return settled(peer, sent, tooLarge(sent));
        }
        return unanswered(peer, sent, reason, null);
    }

    private Acknowledgement tooLarge(Sent sent) {
        return new Acknowledgement(
                sent.message(),
                Status.FATAL_ERROR,
                Optional.of(AckCode.TOO_LARGE.wire()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                now());
    }

    private Verdict acknowledged(Peer peer, Sent sent, byte[] body) {
        Acknowledgement ack;
        try {
            ack = AckJson.read(body);
        } catch (InvalidInputException unreadable) {
            return unanswered(
                    peer,
                    sent,
                    "the acknowledgement cannot be read: " + unreadable.problem(),
                    null);
        }
        if (!ack.message().equals(sent.message())) {
            return unanswered(peer, sent, "the acknowledgement is of another message", null);
        }
        return ack.isFinal()
                ? settled(peer, sent, ack)
                : unanswered(peer, sent, ack.code().orElse("transient error"), ack);
    }

    private Verdict settled(Peer peer, Sent sent, Acknowledgement ack) {
        boolean taken = ack.status() == Status.OK;
        messages.settle(sent, taken ? State.ACKNOWLEDGED : State.REFUSED, ack, now());
        if (taken) {
            listeners.acknowledged(peer.system(), ack);
            return new Verdict.Accepted();
        }
        listeners.refused(peer.system(), ack);
        return ASIDE;
    }

    private Verdict unanswered(Peer peer, Sent sent, String reason, @Nullable Acknowledgement ack) {
        boolean held = sent.sendings() > policy.resends();
        messages.unanswered(sent, held, ack);
        listeners.unanswered(peer.system(), sent.message(), reason);
        if (held) {
            listeners.held(peer.system(), sent.message(), sent.sendings());
        }
        return ASIDE;
    }
}
