package se.ehealthsdk.testkit.certificate;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.internal.state.Outgoing;

/**
 * Webcert's deliveries of CertificateStatusUpdateForCare 3 to the vendor's producer, over mutual TLS. Nothing is
 * sent until a test says so, and time passes only as it says:
 *
 * <pre>{@code
 * StatusUpdates updates = services.certificates().statusUpdates();
 * updates.deliverTo(producer.url());
 * updates.deliver(StatusUpdates.reversed());      // everything that waits, newest first
 * updates.deliver(StatusUpdates.doubled());       // each one twice
 * updates.deliver(StatusUpdates.late("SIGNAT"));  // SIGNAT is left for the next time
 * updates.advance(Duration.ofMinutes(1));         // what failed is due again
 * updates.deliver();
 * }</pre>
 *
 * <p>Only units that drafts have been created for are told ({@link #integrate} adds one). Of several {@code ANDRAT}
 * of a certificate only the newest is sent, and none that a {@code SIGNAT} stands beside. Answers mean what they do
 * to Webcert: {@code OK} and {@code INFO} are delivered; {@code TECHNICAL_ERROR}, any other SOAP fault and any
 * failure of the connection are tried again, 30 times at most, after 1 minute, 5 minutes, 1, 6 and 12 hours and then
 * daily; other errors, an error without id, and SOAP faults with {@code Marshalling Error} or {@code Unmarshalling
 * Error} are given up at once. What is sent again has lost its answers and counts. Safe for use by many threads.
 */
public final class StatusUpdates {

    private final Ledger ledger;
    private final VendorCalls vendors;
    private final Map<String, URI> producers = new HashMap<>();
    private @Nullable URI common;

    StatusUpdates(Ledger ledger, VendorCalls vendors) {
        this.ledger = ledger;
        this.vendors = vendors;
    }

    /** What became of an update that was sent. */
    public enum Outcome {
        /** Received. */
        DELIVERED,
        /** To be tried again. */
        RETRY,
        /** Never tried again. */
        GIVEN_UP
    }

    /**
     * One attempt.
     *
     * @param event what was told
     * @param outcome what became of it
     * @param reason what the producer said when it was not delivered
     */
    public record Attempt(StatusEvent event, Outcome outcome, Optional<String> reason) {}

    /** Where the updates of all units go. */
    public synchronized void deliverTo(URI producer) {
        common = producer;
    }

    /** Where the updates of one unit go. */
    public synchronized void deliverTo(HsaId unit, URI producer) {
        producers.put(key(unit.value()), producer);
    }

    private static String key(String unit) {
        return unit.toUpperCase(Locale.ROOT);
    }

    /** Has events of a unit's certificates delivered, as if a draft had been created there. */
    public void integrate(HsaId unit) {
        synchronized (ledger) {
            ledger.integrate(unit.value());
        }
    }

    /** The whole table of events, oldest first, delivered or not. */
    public List<StatusEvent> events() {
        synchronized (ledger) {
            return List.copyOf(ledger.events());
        }
    }

    /** What waits to be delivered, oldest first, due or not. */
    public List<PendingUpdate> pending() {
        synchronized (ledger) {
            return List.copyOf(ledger.updates());
        }
    }

    /** Lets time pass for the certificate services, without waiting. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new InvalidInputException("time", "is negative", "zero or more");
        }
        synchronized (ledger) {
            ledger.advance(time);
        }
    }

    /** Sends everything that is due, oldest first. */
    public List<Attempt> deliver() {
        return deliver(UnaryOperator.identity());
    }

    /**
     * Sends what is due, in another order, some of it twice or not at all.
     *
     * @param order gets what is due, oldest first, and gives what is sent; what it leaves out goes on waiting
     * @throws IllegalStateException if a unit has no producer
     */
    public List<Attempt> deliver(UnaryOperator<List<PendingUpdate>> order) {
        List<PendingUpdate> due;
        synchronized (ledger) {
            batchChanges();
            due = ledger.updates().stream().filter(each -> each.isDue(ledger.now())).toList();
        }
        List<Attempt> attempts = new ArrayList<>();
        for (PendingUpdate each : order.apply(due)) {
            attempts.add(send(each));
        }
        return attempts;
    }

    /** Newest first. */
    public static UnaryOperator<List<PendingUpdate>> reversed() {
        return due -> {
            List<PendingUpdate> other = new ArrayList<>(due);
            Collections.reverse(other);
            return other;
        };
    }

    /** In an order that the seed decides. */
    public static UnaryOperator<List<PendingUpdate>> shuffled(long seed) {
        return due -> {
            List<PendingUpdate> other = new ArrayList<>(due);
            Collections.shuffle(other, new Random(seed));
            return other;
        };
    }

    /** Each one twice, the second time after all the others. */
    public static UnaryOperator<List<PendingUpdate>> doubled() {
        return due -> {
            List<PendingUpdate> other = new ArrayList<>(due);
            other.addAll(due);
            return other;
        };
    }

    /** Those with this code are left for later. */
    public static UnaryOperator<List<PendingUpdate>> late(String code) {
        return due -> due.stream().filter(each -> !each.event().code().equals(code)).toList();
    }

    /** Of changes only the newest, and none of what has been signed since. */
    private void batchChanges() {
        List<PendingUpdate> all = ledger.updates();
        List<PendingUpdate> superseded = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PendingUpdate each = all.get(i);
            if (each.event().code().equals("ANDRAT") && each.attempts() == 0) {
                for (PendingUpdate later : all.subList(i + 1, all.size())) {
                    if (supersedes(later, each)) {
                        superseded.add(each);
                        break;
                    }
                }
            }
        }
        all.removeAll(superseded);
    }

    private static boolean supersedes(PendingUpdate later, PendingUpdate change) {
        String code = later.event().code();
        return later.event().certificateId().equals(change.event().certificateId())
                && (code.equals("ANDRAT") || code.equals("SIGNAT"));
    }

    private Attempt send(PendingUpdate update) {
        URI producer = producer(update.unit());
        Node message;
        synchronized (ledger) {
            message = update.message();
        }
        Attempt attempt = kept(update, () -> attempt(update, producer, message));
        synchronized (ledger) {
            update.attempted(ledger.now());
            boolean tooOften = update.attempts() >= PendingUpdate.MAX_ATTEMPTS;
            if (attempt.outcome() != Outcome.RETRY || tooOften) {
                ledger.updates().remove(update);
            }
            return attempt.outcome() == Outcome.RETRY && tooOften
                    ? new Attempt(update.event(), Outcome.GIVEN_UP, attempt.reason())
                    : attempt;
        }
    }

    /** What came of an attempt, as a text that can be kept. */
    private static Attempt kept(PendingUpdate update, Supplier<Attempt> attempt) {
        String[] told =
                Outgoing.result(
                                () -> {
                                    Attempt made = attempt.get();
                                    return made.outcome()
                                            + made.reason().map(it -> " " + it).orElse("");
                                },
                                Outcome.RETRY.name())
                        .split(" ", 2);
        return new Attempt(
                update.event(),
                Outcome.valueOf(told[0]),
                told.length > 1 ? Optional.of(told[1]) : Optional.empty());
    }

    private synchronized URI producer(String unit) {
        URI own = producers.getOrDefault(key(unit), common);
        if (own == null) {
            throw new IllegalStateException(
                    "no producer for " + unit + ": call deliverTo(URI) first");
        }
        return own;
    }

    private Attempt attempt(PendingUpdate update, URI producer, Node message) {
        try {
            Result result =
                    Result.of(
                            vendors.call(
                                    Wire.STATUS_UPDATE,
                                    producer,
                                    LogicalAddress.of(update.unit()),
                                    message));
            if (!result.isError()) {
                return new Attempt(update.event(), Outcome.DELIVERED, result.text());
            }
            boolean again = result.errorId().filter(Result.TECHNICAL::equals).isPresent();
            return new Attempt(
                    update.event(), again ? Outcome.RETRY : Outcome.GIVEN_UP, result.text());
        } catch (ServiceFaultException fault) {
            // holds for both of them
            boolean unreadable =
                    fault.faultString().toLowerCase(Locale.ROOT).contains("marshalling error");
            return new Attempt(
                    update.event(),
                    unreadable ? Outcome.GIVEN_UP : Outcome.RETRY,
                    Optional.of(fault.faultString()));
        } catch (EHealthException failure) {
            return new Attempt(
                    update.event(), Outcome.RETRY, Optional.ofNullable(failure.getMessage()));
        }
    }

    synchronized void reset() {
        producers.clear();
        common = null;
    }
}
