package se.ehealthsdk.discharge.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.EventRefusedException;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.exchange.Acknowledgement.Status;

/**
 * Reads one message: has it been here, may it come, does it come in order, does the application take it.
 *
 * <p>Envelope and message, as MedCom's governance has it:
 *
 * <ul>
 *   <li>both new: the message is processed;
 *   <li>both seen: the original acknowledgement is sent again;
 *   <li>envelope new, message seen: of the two that are allowed, this sends the acknowledgement again when it stands for
 *       good, and processes the message when it was transient;
 *   <li>envelope seen, message another: an error.
 * </ul>
 */
final class Reader {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Duration CLOCKS_AGREE = Duration.ofMinutes(1);

    private final Set<HsaId> ownUnits;
    private final Inbox inbox;
    private final Listeners listeners;
    private final Clock clock;

    Reader(Set<HsaId> ownUnits, Inbox inbox, Listeners listeners, Clock clock) {
        this.ownUnits = ownUnits;
        this.inbox = inbox;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The request contradicts an earlier one; an acknowledgement would be about the wrong message. */
    static final class ConflictException extends RuntimeException {
        private final String code;

        ConflictException(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private record Read(Acknowledgement ack, boolean again) {}

    Acknowledgement read(Peer peer, Envelope envelope, MessageHandler handler) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration ahead = Duration.between(now, envelope.sentAt());
        if (ahead.abs().compareTo(CLOCKS_AGREE) > 0) {
            listeners.clockDiffers(peer.system(), ahead);
        }
        Read read =
                inbox.inTransaction(
                        peer.system(),
                        envelope.caseId(),
                        transaction -> read(peer, envelope, handler, now, transaction));
        if (read.again()) {
            listeners.repeated(peer.system(), envelope.message(), envelope.id());
        } else {
            listeners.received(peer.system(), read.ack());
        }
        return read.ack();
    }

    private Read read(
            Peer peer,
            Envelope envelope,
            MessageHandler handler,
            Instant now,
            Inbox.Transaction transaction) {
        String digest = digest(envelope.letter());
        Optional<Acknowledgement> sameEnvelope = transaction.envelope(envelope.id());
        if (sameEnvelope.isPresent() && !sameEnvelope.get().message().equals(envelope.message())) {
            throw new ConflictException(AckCode.ENVELOPE_REUSED.wire());
        }
        Optional<Inbox.Taken> taken = transaction.message(envelope.message());
        if (taken.isPresent()) {
            if (!taken.get().digest().equals(digest)) {
                throw new ConflictException("letter-changed");
            }
            if (sameEnvelope.isEmpty()) {
                transaction.remember(envelope.id(), taken.get().answer());
            }
            return new Read(taken.get().answer(), true);
        }
        if (sameEnvelope.isPresent()) {
            return new Read(sameEnvelope.get(), true);
        }
        Answer answer = new Processing(peer, envelope, handler, now, transaction).answer();
        transaction.remember(envelope.id(), answer.ack());
        if (answer.ofTheMessage()) {
            transaction.remember(envelope.sequence(), new Inbox.Taken(answer.ack(), digest));
        }
        return new Read(answer.ack(), false);
    }

    /**
     * @param ofTheMessage whether it stands for the message for good; else only for this envelope, because it came of
     *     something that may be put right
     */
    private record Answer(Acknowledgement ack, boolean ofTheMessage) {}

    private final class Processing {
        private final Peer peer;
        private final Envelope envelope;
        private final MessageHandler handler;
        private final Instant now;
        private final Inbox.Transaction transaction;
        private final Set<HsaId> unknown = new LinkedHashSet<>();

        Processing(
                Peer peer,
                Envelope envelope,
                MessageHandler handler,
                Instant now,
                Inbox.Transaction transaction) {
            this.peer = peer;
            this.envelope = envelope;
            this.handler = handler;
            this.now = now;
            this.transaction = transaction;
        }

        Answer answer() {
            CaseEvent event;
            try {
                event = Letter.read(envelope.letter());
            } catch (InvalidInputException unreadable) {
                return forGood(
                        Letter.codeOf(unreadable),
                        unreadable.field() + ": " + unreadable.problem());
            }
            if (!event.id().equals(envelope.message())
                    || !event.caseId().equals(envelope.caseId())) {
                return forGood(
                        AckCode.ENVELOPE_CONTRADICTS, "The event has another id, or another case.");
            }
            if (!peer.units().contains(event.sender().unit())) {
                return forNow(
                        AckCode.SENDER_NOT_HELD, "This system may not speak for the event's unit.");
            }
            Set<HsaId> recipients = recipients();
            if (recipients.isEmpty()) {
                return forNow(
                        AckCode.RECEIVER_UNKNOWN, "None of the recipients is of this system.");
            }
            long last = transaction.lastSequence();
            if (envelope.after() > last) {
                return later(
                        AckCode.EARLIER_MISSING, "An earlier message of the case has not come.");
            }
            if (envelope.sequence() <= last) {
                return forNow(AckCode.OUT_OF_ORDER, "A later message of the case has been taken.");
            }
            return handle(event, recipients);
        }

        /** The event may name others: a unit that has joined late is sent what was said before. */
        private Set<HsaId> recipients() {
            Set<HsaId> known = new LinkedHashSet<>();
            for (HsaId unit : envelope.recipients()) {
                (ownUnits.contains(unit) ? known : unknown).add(unit);
            }
            return known;
        }

        private Answer handle(CaseEvent event, Set<HsaId> recipients) {
            Reception reception =
                    new Reception(peer.system(), recipients, now, transaction.connection());
            try {
                transaction.undoable(() -> handler.handle(event, reception));
                return new Answer(ack(Status.OK, Optional.empty(), Optional.empty(), ""), true);
            } catch (EventRefusedException refused) {
                return new Answer(
                        ack(
                                Status.FATAL_ERROR,
                                Optional.of(AckCode.REFUSED_BY_CASE),
                                Optional.of(refused.refusal().rule().name()),
                                refused.refusal().explanation()),
                        true);
            } catch (MessageRefusedException refused) {
                return forGood(refused.code(), refused.problem());
            } catch (RuntimeException failure) {
                // without its message, which may hold anything
                LOG.error(
                        "The handler failed on {} from {}: {} at {}",
                        envelope.message(),
                        peer.system(),
                        failure.getClass().getName(),
                        failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "?");
                return later(AckCode.TEMPORARILY_UNAVAILABLE, "The system cannot take it now.");
            }
        }

        private Answer forGood(AckCode code, String text) {
            return new Answer(
                    ack(Status.FATAL_ERROR, Optional.of(code), Optional.empty(), text), true);
        }

        private Answer forNow(AckCode code, String text) {
            return new Answer(
                    ack(Status.FATAL_ERROR, Optional.of(code), Optional.empty(), text), false);
        }

        private Answer later(AckCode code, String text) {
            return new Answer(
                    ack(Status.TRANSIENT_ERROR, Optional.of(code), Optional.empty(), text), false);
        }

        private Acknowledgement ack(
                Status status, Optional<AckCode> code, Optional<String> rule, String text) {
            return new Acknowledgement(
                    envelope.message(),
                    status,
                    code.map(AckCode::wire),
                    rule,
                    Optional.of(text).filter(it -> !it.isEmpty()),
                    unknown,
                    now);
        }
    }

    static String digest(byte[] letter) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letter));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
