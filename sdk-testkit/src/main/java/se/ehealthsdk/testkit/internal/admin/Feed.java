package se.ehealthsdk.testkit.internal.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.Journal;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * Server-sent events of a workspace. Whoever makes something happen only puts it in the queue of each client; the client's own thread writes. A
 * client that does not keep up is cut, and told if it can be.
 */
final class Feed implements AutoCloseable {

    static final int MAX_CLIENTS = 32;
    private static final int QUEUE = 2_000;
    private static final long TICK_MILLIS = 500;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final NationalServices services;
    private final Journal.Subscription journal;
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** What waits in a queue; made into text by who writes it. */
    private record Event(String name, @Nullable Exchange exchange, @Nullable Shape data) {}

    Feed(NationalServices services) {
        this.services = services;
        this.journal =
                services.journal().listen(each -> publish(new Event("exchange", each, null)));
        services.hsa().onChange(() -> changed("people"));
    }

    void changed(String resource) {
        publish(new Event("changed", null, Shape.of("resource", resource)));
    }

    void reset() {
        publish(new Event("reset", null, Shape.empty()));
    }

    private void publish(Event event) {
        for (Client each : clients) {
            each.offer(event);
        }
    }

    /** How many listen. */
    int clients() {
        return clients.size();
    }

    /** Begins to tell a client, on the thread that writes the reply. */
    HttpReply open(Optional<Long> lastSeen, boolean masked) {
        synchronized (this) {
            if (closed || clients.size() >= MAX_CLIENTS) {
                throw Refusal.of(
                        429,
                        "There are "
                                + MAX_CLIENTS
                                + " who listen already; close a window of the console.");
            }
            Client client = new Client(masked);
            clients.add(client);
            return HttpReply.of(200, Map.of("Content-Type", "text/event-stream"), new byte[0])
                    .withBody(Body.streamed(out -> client.write(out, lastSeen)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        journal.close();
        clients.forEach(Client::cut);
        untilTold();
    }

    /** The server breaks streams off when it closes: what tells a client so is to be on its way before that. */
    private void untilTold() {
        long end = System.nanoTime() + FAREWELL_NANOS;
        try {
            while (!clients.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One who listens. */
    private final class Client {

        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
        private final boolean masked;
        private volatile boolean cut;
        private volatile long writingSince;
        private volatile @Nullable Thread thread;
        private long lastWritten;
        private long seen;
        private @Nullable String clock;
        private @Nullable Strictness mode;
        private String runs = "";

        Client(boolean masked) {
            this.masked = masked;
        }

        void offer(Event event) {
            if (cut || !queue.offer(event)) {
                cut();
            }
        }

        /** Lets go of a client. One that does not even take what is being written is not waited for. */
        void cut() {
            cut = true;
            Thread writer = thread;
            long since = writingSince;
            if (writer != null && since != 0 && System.nanoTime() - since > STUCK_NANOS) {
                writer.interrupt();
            }
        }

        void write(OutputStream out, Optional<Long> lastSeen) throws IOException {
            thread = Thread.currentThread();
            try {
                clock = clockState();
                mode = services.platform().strictness();
                runs = runState();
                send(out, "retry: 2000\n: national services\n\n");
                replay(out, lastSeen);
                while (!cut) {
                    next(out);
                }
                send(out, "event: cut\ndata: {}\n\n");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                thread = null;
                clients.remove(this);
            }
        }

        /** What happened since it was last here. */
        private void replay(OutputStream out, Optional<Long> lastSeen) throws IOException {
            if (lastSeen.isEmpty()) {
                return;
            }
            List<Exchange> kept = services.journal().exchanges();
            long last = lastSeen.get();
            long newest = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number();
            boolean gap =
                    kept.isEmpty() ? last > 0 : kept.get(0).number() > last + 1 || newest < last;
            if (gap) {
                send(out, "event: reset\ndata: {}\n\n");
            }
            for (Exchange each : kept) {
                if (each.number() > last) {
                    exchange(out, each);
                }
            }
        }

        private void next(OutputStream out) throws IOException, InterruptedException {
            Event event = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            Set<String> resources = new LinkedHashSet<>();
            while (event != null && !cut) {
                Exchange exchange = event.exchange();
                if (exchange != null) {
                    if (exchange.number() > seen) {
                        exchange(out, exchange);
                        resources.addAll(touched(exchange));
                    }
                } else {
                    Shape data = event.data();
                    send(
                            out,
                            "event: "
                                    + event.name()
                                    + "\ndata: "
                                    + Json.text(data == null ? Shape.empty() : data)
                                    + "\n\n");
                }
                event = queue.poll();
            }
            for (String each : resources) {
                send(
                        out,
                        "event: changed\ndata: " + Json.text(Shape.of("resource", each)) + "\n\n");
            }
            tellTime(out);
            tellRuns(out);
            if (System.nanoTime() - lastWritten > HEARTBEAT_NANOS) {
                send(out, ": still here\n\n");
            }
        }

        private void exchange(OutputStream out, Exchange exchange) throws IOException {
            seen = exchange.number();
            Shape summary = ExchangeShapes.summary(exchange);
            send(
                    out,
                    "id: "
                            + exchange.number()
                            + "\nevent: exchange\ndata: "
                            + Json.text(masked ? Mask.in(summary) : summary)
                            + "\n\n");
        }

        /** Clock and mode are moved by scenarios and tests too, who tell nobody. */
        private void tellTime(OutputStream out) throws IOException {
            String now = clockState();
            if (!now.equals(clock)) {
                clock = now;
                send(
                        out,
                        "event: clock\ndata: " + Json.text(ClockResource.shape(services)) + "\n\n");
            }
            Strictness chosen = services.platform().strictness();
            if (chosen != mode) {
                mode = chosen;
                send(out, "event: mode\ndata: " + Json.text(Shape.of("mode", chosen)) + "\n\n");
            }
        }

        /** A run goes on and ends by itself. */
        private void tellRuns(OutputStream out) throws IOException {
            String now = runState();
            if (!now.equals(runs)) {
                runs = now;
                send(
                        out,
                        "event: changed\ndata: "
                                + Json.text(Shape.of("resource", "runs"))
                                + "\n\n");
            }
        }

        private String runState() {
            return services.scenarios()
                    .running()
                    .map(run -> run.id() + " " + run.events().size())
                    .orElse("");
        }

        private String clockState() {
            Optional<Instant> stopped = services.clock().stopped();
            return stopped.map(Instant::toString)
                    .orElseGet(() -> services.clock().ahead().toString());
        }

        private void send(OutputStream out, String text) throws IOException {
            writingSince = System.nanoTime();
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } finally {
                writingSince = 0;
                lastWritten = System.nanoTime();
            }
        }
    }

    /** Of what else in the API is another after a call. */
    private static Set<String> touched(Exchange exchange) {
        Set<String> resources = new LinkedHashSet<>();
        String contract = exchange.contract().orElse("");
        if (contract.contains(":certificate:")) {
            resources.add("certificates");
            resources.add("outbox");
        }
        if (contract.contains(":auditing:")) {
            resources.add("access-log");
        }
        if (exchange.fault().isPresent()) {
            resources.add("faults");
        }
        if (!exchange.findings().isEmpty()) {
            resources.add("findings");
        }
        return resources;
    }
}
