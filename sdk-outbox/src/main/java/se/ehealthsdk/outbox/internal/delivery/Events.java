package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Settlement;

/** Tells a listener, and never fails for what it throws. */
final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final OutboxListener listener;
    private final Level parking;

    Events(DeliveryOptions options) {
        this.listener = options.listener();
        this.parking = options.parkingIsOrdinary() ? Level.DEBUG : Level.WARN;
    }

    void called(String destination, int items, Duration took, Verdict verdict) {
        tell(() -> listener.called(destination, items, took, verdict));
        if (verdict instanceof Verdict.Failed failed && failed.mayBePerformed()) {
            tell(() -> listener.ambiguous(destination, items));
        }
    }

    void blocked(String destination, Verdict.Blocked blocked) {
        LOG.warn(
                "Destination {} is blocked: {}. {}",
                destination,
                blocked.reason(),
                blocked.remedy());
        tell(() -> listener.blocked(destination, blocked.reason(), blocked.remedy()));
    }

    void storeFailed(OutboxException failure) {
        LOG.warn("The store failed while delivering: {}", failure.getMessage());
        tell(() -> listener.storeFailed(failure));
    }

    /** Tells what a settlement that has been written brought. */
    void settled(Batch batch, Settlement settlement) {
        String destination = batch.destination();
        List<String> delivered = ids(batch, settlement.delivered());
        if (!delivered.isEmpty()) {
            tell(() -> listener.delivered(destination, delivered));
        }
        List<String> assumed = ids(batch, settlement.assumedDelivered());
        if (!assumed.isEmpty()) {
            tell(() -> listener.assumedDelivered(destination, assumed));
        }
        List<String> parked =
                ids(batch, settlement.parked().stream().map(Settlement.Parking::seq).toList());
        if (!parked.isEmpty()) {
            LOG.atLevel(parking).log("Refused and parked: {}", parked);
            tell(() -> listener.parked(destination, parked));
        }
        List<String> held = ids(batch, held(batch, settlement));
        if (!held.isEmpty()) {
            LOG.warn("Held, since it is not known whether they are delivered: {}", held);
            tell(() -> listener.held(destination, held));
        }
    }

    private static List<Long> held(Batch batch, Settlement settlement) {
        List<Long> held = new ArrayList<>();
        settlement.splits().stream()
                .filter(Settlement.Split::held)
                .forEach(split -> held.addAll(split.seqs()));
        if (settlement.rest().filter(it -> it.held() && it.forgetEvidence()).isPresent()) {
            Set<Long> gone = new HashSet<>(settlement.delivered());
            gone.addAll(settlement.assumedDelivered());
            settlement.parked().forEach(parking -> gone.add(parking.seq()));
            settlement.splits().forEach(split -> gone.addAll(split.seqs()));
            batch.entries().stream()
                    .map(Batch.Entry::seq)
                    .filter(seq -> !gone.contains(seq))
                    .forEach(held::add);
        }
        return held;
    }

    private static List<String> ids(Batch batch, List<Long> seqs) {
        Set<Long> wanted = new HashSet<>(seqs);
        return batch.entries().stream()
                .filter(entry -> wanted.contains(entry.seq()))
                .map(entry -> entry.item().id())
                .toList();
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException thrown) {
            LOG.warn("A listener threw {}", thrown.getClass().getName());
        } finally {
            // an interrupt that a listener left behind is not meant for what is written next
            Thread.interrupted();
        }
    }
}
