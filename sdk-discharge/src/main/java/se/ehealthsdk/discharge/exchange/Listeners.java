package se.ehealthsdk.discharge.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.MessageId;

/** Tells the listener and the log; what a listener throws stops nothing. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(DischargeExchange.class);

    private final ExchangeListener listener;

    Listeners(ExchangeListener listener) {
        this.listener = listener;
    }

    void sent(HsaId peer, MessageId message, int times) {
        LOG.debug("Sends {} to {}, time {}", message, peer, times);
        tell(it -> it.sent(peer, message, times));
    }

    void acknowledged(HsaId peer, Acknowledgement ack) {
        LOG.debug("{} has {}", peer, ack.message());
        tell(it -> it.acknowledged(peer, ack));
    }

    void unanswered(HsaId peer, MessageId message, String reason) {
        LOG.info("{} at {} is not acknowledged: {}", message, peer, reason);
        tell(it -> it.unanswered(peer, message, reason));
    }

    void refused(HsaId peer, Acknowledgement ack) {
        LOG.warn(
                "{} refuses {}: {} {}",
                peer,
                ack.message(),
                ack.code().orElse(""),
                ack.rule().orElse(""));
        tell(it -> it.refused(peer, ack));
    }

    void held(HsaId peer, MessageId message, int times) {
        LOG.error("{} to {} is held: sent {} times without an answer", message, peer, times);
        tell(it -> it.held(peer, message, times));
    }

    void unreachable(HsaId peer, String reason) {
        LOG.error("Nothing gets through to {}: {}", peer, reason);
        tell(it -> it.unreachable(peer, reason));
    }

    void received(HsaId peer, Acknowledgement ack) {
        LOG.debug("{} from {}: {}", ack.message(), peer, ack.status());
        tell(it -> it.received(peer, ack));
    }

    void repeated(HsaId peer, MessageId message, String envelopeId) {
        LOG.info("{} came again from {}, in envelope {}", message, peer, envelopeId);
        tell(it -> it.repeated(peer, message, envelopeId));
    }

    void turnedAway(Optional<HsaId> peer, int status, String code) {
        LOG.warn(
                "A request from {} is turned away: {} {}",
                peer.map(HsaId::value).orElse("an unknown system"),
                status,
                code);
        tell(it -> it.turnedAway(peer, status, code));
    }

    void clockDiffers(HsaId peer, Duration ahead) {
        LOG.info("The clock of {} is {} s ahead", peer, ahead.toSeconds());
        tell(it -> it.clockDiffers(peer, ahead));
    }

    private void tell(Consumer<ExchangeListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException failure) {
            LOG.warn("A listener failed: {}", failure.getClass().getName());
        }
    }
}
