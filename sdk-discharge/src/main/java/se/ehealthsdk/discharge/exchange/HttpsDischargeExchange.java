package se.ehealthsdk.discharge.exchange;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;
import se.ehealthsdk.discharge.exchange.SentMessages.Sent;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.OutboxException;

/**
 * The reference adapter: messages as JSON over HTTPS between two systems that are built with this SDK, each with its own
 * certificate.
 *
 * <pre>{@code
 * try (HttpsDischargeExchange exchange = HttpsDischargeExchange.builder()
 *         .credential(credential).trust(trustAnchors)
 *         .storage(ExchangeStorage.sqlite(Path.of("/var/lib/sp/exchange")))
 *         .ownUnits(Set.of(ward, emergency))
 *         .peer(new Peer(municipalSystem, url, Set.of(biståndsenheten)))
 *         .open()) {
 *     exchange.receive((event, reception) -> cases.add(event, reception.transaction().orElseThrow()));
 *     ExchangeServer server = exchange.serve(new InetSocketAddress(8443));
 *     exchange.send(readyNotice);
 * }
 * }</pre>
 *
 * <p>Wire contract: docs/openapi/discharge-exchange.yaml. What it does about failures: docs/discharge-exchange.md.
 */
public final class HttpsDischargeExchange implements DischargeExchange {

    private static final Logger LOG = LoggerFactory.getLogger(HttpsDischargeExchange.class);
    private static final Duration LOOKS_FOR_DUE = Duration.ofMillis(200);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** For the database before and after a call, and for the message before it in its case. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final int MOST_DUE = 500;

    private final Set<HsaId> ownUnits;
    private final Map<HsaId, Peer> peers;
    private final Credential credential;
    private final TrustAnchors trust;
    private final Clock clock;
    private final ResendPolicy policy;
    private final JdbcOutbox outbox;
    private final Delivery delivery;
    private final Database database;
    private final SentMessages messages;
    private final ExchangeEndpoint endpoint;
    private final Opened opened;

    private HttpsDischargeExchange(
            Builder builder,
            Credential credential,
            TrustAnchors trust,
            ExchangeStorage storage,
            Opened opened) {
        this.opened = opened;
        this.ownUnits = builder.ownUnits;
        this.peers = Map.copyOf(builder.peers);
        this.credential = credential;
        this.trust = trust;
        this.clock = builder.clock;
        this.policy = builder.policy;
        Listeners listeners = new Listeners(builder.listener);
        SSLContext tls = credential.sslContext(trust);
        this.outbox = opened.add(storage.openOutbox(clock), JdbcOutbox::close);
        this.database = opened.add(storage.openDatabase(), Database::close);
        this.messages = new SentMessages(database);
        this.endpoint =
                builder.endpoint(builder.inbox == null ? new JdbcInbox(database) : builder.inbox);
        HttpsPoster poster =
                opened.add(
                        new HttpsPoster(
                                tls,
                                peers.values(),
                                CONNECT.compareTo(builder.timeout) < 0 ? CONNECT : builder.timeout,
                                builder.timeout,
                                builder.senders,
                                builder.proxy),
                        HttpsPoster::close);
        Duration longestCall = builder.timeout.plus(MARGIN);
        delivery =
                opened.add(
                        outbox.deliver(
                                new Dispatcher(
                                        peers,
                                        messages,
                                        poster,
                                        policy,
                                        listeners,
                                        credential,
                                        clock,
                                        longestCall),
                                DeliveryOptions.DEFAULT
                                        .maxAge(Duration.ZERO)
                                        .callsPerSecond(Double.POSITIVE_INFINITY)
                                        .workers(builder.senders)
                                        .lease(longestCall.multipliedBy(2))
                                        .backoff(builder.firstPause, builder.longestPause)
                                        .blockedPause(builder.longestPause)
                                        .parkingIsOrdinary(true)
                                        .clock(clock)),
                        Delivery::close);
        ScheduledThreadPoolExecutor timer =
                opened.add(
                        new ScheduledThreadPoolExecutor(1, HttpsDischargeExchange::timerThread),
                        ScheduledThreadPoolExecutor::shutdown);
        timer.scheduleWithFixedDelay(
                this::callForDue,
                LOOKS_FOR_DUE.toMillis(),
                LOOKS_FOR_DUE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What was opened, closed in the opposite order, all of it whatever happens. Safe for use by many threads. */
    private static final class Opened {
        private final Deque<Runnable> closes = new ArrayDeque<>();

        synchronized <T> T add(T opened, Consumer<T> close) {
            closes.push(() -> close.accept(opened));
            return opened;
        }

        synchronized void close() {
            RuntimeException first = null;
            for (Runnable close = closes.poll(); close != null; close = closes.poll()) {
                try {
                    close.run();
                } catch (RuntimeException failure) {
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        }
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "discharge-exchange-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts choosing how it exchanges. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void send(CaseEvent event) {
        Map<Peer, List<HsaId>> addressed = addressed(event);
        byte[] letter = Letter.write(event);
        database.inTransaction(
                connection -> {
                    keep(connection, event, addressed, letter);
                    return true;
                });
    }

    /**
     * Sends an event in the caller's own transaction: it goes out when that commits, and not when it is rolled back.
     *
     * @param transaction to the exchange's database, not in auto-commit; in SQLite make this the last thing before the
     *     commit, as with {@link JdbcOutbox#append(Connection, Item)}
     * @throws InvalidInputException as {@link #send(CaseEvent)}
     * @throws OutboxException as {@link #send(CaseEvent)}, and when the connection will not do; roll back then
     */
    public void send(CaseEvent event, Connection transaction) {
        Map<Peer, List<HsaId>> addressed = addressed(event);
        byte[] letter = Letter.write(event);
        try {
            keep(transaction, event, addressed, letter);
        } catch (SQLException cause) {
            throw new OutboxException(
                    OutboxException.Kind.STORAGE,
                    "The exchange's database failed (SQL state " + cause.getSQLState() + ")",
                    "Roll back; see to the database; send again.",
                    cause);
        }
    }

    /**
     * Sends events of a case once more: to a unit that has joined it late, or whose system has lost them. They go to that
     * unit only, whomever they name as recipients, in the order of the list and after all that waits for that system, and do
     * not ask for what came before them. A system that has one of them already says so and shows it to nobody.
     *
     * <p>A system speaks for its own units, and so sends what they have said; what others have said is for their systems to
     * send again.
     *
     * @param events of one case, each sent by a unit of this system
     * @param unit of a peer
     * @throws InvalidInputException if an event is of another case or another system's unit, there is none, or no peer holds
     *     the unit; nothing is kept then
     * @throws OutboxException as {@link #send(CaseEvent)}
     */
    public void sendAgain(List<CaseEvent> events, HsaId unit) {
        if (events.isEmpty()) {
            throw new InvalidInputException("events", "is empty", "at least one");
        }
        for (CaseEvent event : events) {
            if (!event.caseId().equals(events.get(0).caseId())) {
                throw new InvalidInputException("events", "are of several cases", "those of one");
            }
            checkSender(event);
        }
        Peer peer = holding(unit);
        database.inTransaction(
                connection -> {
                    for (CaseEvent event : events) {
                        byte[] letter = Letter.write(event);
                        String item = UUID.randomUUID().toString();
                        outbox.append(connection, Item.of(item, peer.system().value(), letter));
                        messages.add(
                                connection,
                                new SentMessages.New(
                                        item,
                                        event.id(),
                                        peer.system(),
                                        event.caseId(),
                                        List.of(unit),
                                        Reader.digest(letter),
                                        true),
                                clock.instant());
                    }
                    return true;
                });
    }

    private void checkSender(CaseEvent event) {
        if (!ownUnits.contains(event.sender().unit())) {
            throw new InvalidInputException(
                    "event.sender", "is no unit of this system", "one of its own units");
        }
    }

    private void keep(
            Connection connection, CaseEvent event, Map<Peer, List<HsaId>> addressed, byte[] letter)
            throws SQLException {
        for (Map.Entry<Peer, List<HsaId>> each : addressed.entrySet()) {
            HsaId peer = each.getKey().system();
            String item = item(peer, event.id());
            // first, since the outbox lets a caller's transaction in between its own
            outbox.append(connection, Item.of(item, peer.value(), letter));
            messages.add(
                    connection,
                    new SentMessages.New(
                            item,
                            event.id(),
                            peer,
                            event.caseId(),
                            each.getValue(),
                            Reader.digest(letter),
                            false),
                    clock.instant());
        }
    }

    /** An outbox's id is short; a message goes to several peers. */
    private static String item(HsaId peer, MessageId message) {
        return Reader.digest((peer.value() + " " + message).getBytes(StandardCharsets.UTF_8));
    }

    private Map<Peer, List<HsaId>> addressed(CaseEvent event) {
        checkSender(event);
        if (event.recipients().isEmpty()) {
            throw new InvalidInputException("event.recipients", "is empty", "at least one");
        }
        // always in the same order: two transactions that wait for one another's case would never
        // end
        Map<Peer, List<HsaId>> addressed =
                new TreeMap<>(Comparator.comparing(peer -> peer.system().value()));
        for (Participant recipient : event.recipients()) {
            if (!ownUnits.contains(recipient.unit())) {
                List<HsaId> units =
                        addressed.computeIfAbsent(
                                holding(recipient.unit()), peer -> new ArrayList<>());
                if (!units.contains(recipient.unit())) {
                    units.add(recipient.unit());
                }
            }
        }
        return addressed;
    }

    private Peer holding(HsaId unit) {
        return peers.values().stream()
                .filter(peer -> peer.units().contains(unit))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "event.recipients",
                                        "no known system holds " + unit,
                                        "units of this system or of a peer; tell others by other means"));
    }

    @Override
    public void receive(MessageHandler handler) {
        synchronized (endpoint) {
            if (endpoint.hasHandler()) {
                throw new IllegalStateException("There is a handler already");
            }
            endpoint.handler(handler);
        }
    }

    /** Answers the peers' messages, for a server that the application has. */
    public ExchangeEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Answers the peers' messages on a server of its own, which is closed with this.
     *
     * @param address where to listen; port 0 for any free one
     * @throws ConfigurationException if the address is taken, or the certificate cannot be used
     */
    public ExchangeServer serve(InetSocketAddress address) {
        return opened.add(
                ExchangeServer.start(endpoint, address, credential, trust), ExchangeServer::close);
    }

    @Override
    public List<RecipientStatus> status(MessageId message) {
        return messages.of(message).stream().flatMap(sent -> statuses(sent).stream()).toList();
    }

    /** Messages that wait for someone to {@link #resend} them or {@link #setAside set them aside}; 1000 at most. */
    public List<RecipientStatus> held() {
        return messages.in(State.HELD, 1000).stream()
                .flatMap(sent -> statuses(sent).stream())
                .toList();
    }

    private static List<RecipientStatus> statuses(Sent sent) {
        Optional<Acknowledgement> ack = sent.answer();
        return sent.recipients().stream()
                .map(
                        unit ->
                                new RecipientStatus(
                                        sent.message(),
                                        unit,
                                        sent.peer(),
                                        ack.isPresent()
                                                        && sent.state() == State.ACKNOWLEDGED
                                                        && ack.get()
                                                                .unknownRecipients()
                                                                .contains(unit)
                                                ? State.REFUSED
                                                : sent.state(),
                                        sent.sendings(),
                                        sent.lastSent(),
                                        ack))
                .toList();
    }

    @Override
    public boolean resend(MessageId message, HsaId peer) {
        return messages.resend(message, peer, clock.instant());
    }

    @Override
    public boolean setAside(MessageId message, HsaId peer) {
        List<String> items = messages.setAside(message, peer, clock.instant());
        outbox.confirmDelivered(items);
        return !items.isEmpty();
    }

    /**
     * Forgets what became of messages that were settled before an instant, and the letters of those that were refused; of
     * each case the last that was taken is remembered. Their status is unknown then, and an event with the id of one would
     * be sent anew.
     *
     * @return how many were forgotten
     * @throws OutboxException of kind STORAGE if the database fails
     */
    public int forget(Instant settledBefore) {
        // before they are forgotten: nobody would know of the letters any more
        outbox.confirmDelivered(messages.refused(settledBefore));
        return messages.forget(settledBefore);
    }

    private void callForDue() {
        try {
            List<String> due = messages.due(clock.instant(), policy.after(), MOST_DUE);
            if (!due.isEmpty()) {
                outbox.resend(due);
                delivery.flush();
            }
        } catch (RuntimeException failure) {
            LOG.warn("What is due could not be called for: {}", failure.getMessage());
        }
    }

    /** Waits for the calls that are under way, as long as one may take at most. What was not sent goes out after the next open. */
    @Override
    public void close() {
        endpoint.handler(null);
        opened.close();
    }

    /** Collects how a system exchanges. Not for use by more than one thread. */
    public static final class Builder {

        private final Map<HsaId, Peer> peers = new LinkedHashMap<>();
        private Set<HsaId> ownUnits = Set.of();
        private ResendPolicy policy = ResendPolicy.DEFAULT;
        private Duration timeout = Duration.ofSeconds(30);
        private Duration firstPause = Duration.ofSeconds(1);
        private Duration longestPause = Duration.ofMinutes(1);
        private int senders = 4;
        private int maxBytes = 1 << 20;
        private Clock clock = Clock.systemUTC();
        private ExchangeListener listener = new ExchangeListener() {};
        private @Nullable Credential credential;
        private @Nullable TrustAnchors trust;
        private @Nullable ExchangeStorage storage;
        private @Nullable Inbox inbox;
        private @Nullable HttpProxy proxy;

        private Builder() {}

        /** This system's certificate, for calling and for being called; has to be set. */
        public Builder credential(Credential own) {
            this.credential = own;
            return this;
        }

        /** Who issues the peers' certificates; has to be set. */
        public Builder trust(TrustAnchors anchors) {
            this.trust = anchors;
            return this;
        }

        /** Where it keeps what it has to; has to be set. */
        public Builder storage(ExchangeStorage kept) {
            this.storage = kept;
            return this;
        }

        /** Remembers what came, in another database than the storage's. Closed by the caller. */
        public Builder inbox(Inbox remembers) {
            this.inbox = remembers;
            return this;
        }

        /** The units that this system speaks for; has to be set. */
        public Builder ownUnits(Set<HsaId> units) {
            this.ownUnits = Set.copyOf(units);
            return this;
        }

        /**
         * A system to exchange with; at least one.
         *
         * @throws InvalidInputException if another peer has one of its units, or its HSA-id
         */
        public Builder peer(Peer peer) {
            for (Peer other : peers.values()) {
                if (other.system().equals(peer.system())
                        || other.units().stream().anyMatch(peer.units()::contains)) {
                    throw new InvalidInputException(
                            "peer", "has the system or a unit of another", "each at one peer");
                }
            }
            peers.put(peer.system(), peer);
            return this;
        }

        /** What is done about messages that are not acknowledged; {@link ResendPolicy#DEFAULT} unless set. */
        public Builder resend(ResendPolicy unanswered) {
            this.policy = unanswered;
            return this;
        }

        /**
         * How long a call may take as a whole: 30 s unless set.
         *
         * @throws InvalidInputException if it is not 100 ms to 5 minutes
         */
        public Builder timeout(Duration whole) {
            if (whole.toMillis() < 100 || whole.compareTo(Duration.ofMinutes(5)) > 0) {
                throw new InvalidInputException(
                        "timeout", "is out of bounds", "100 ms to 5 minutes");
            }
            this.timeout = whole;
            return this;
        }

        /**
         * The pauses after a peer could not be reached: 1 s at first and twice as long each time, up to 1 minute, unless
         * set.
         *
         * @throws InvalidInputException if the first is not positive, or longer than the longest
         */
        public Builder pauses(Duration first, Duration longest) {
            if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
                throw new InvalidInputException(
                        "pauses", "are out of order", "first, then longest");
            }
            this.firstPause = first;
            this.longestPause = longest;
            return this;
        }

        /**
         * Messages that are sent at the same time at most: 4 unless set.
         *
         * @throws InvalidInputException if it is not 1 to 64
         */
        public Builder senders(int threads) {
            if (threads < 1 || threads > 64) {
                throw new InvalidInputException("senders", "is out of bounds", "1 to 64");
            }
            this.senders = threads;
            return this;
        }

        /** The longest message that is received; as {@link ExchangeEndpoint.Builder#maxBytes}. */
        public Builder maxBytes(int bytes) {
            ExchangeEndpoint.builder().maxBytes(bytes);
            this.maxBytes = bytes;
            return this;
        }

        /** A proxy that calls go through; none unless set. */
        public Builder proxy(HttpProxy through) {
            this.proxy = through;
            return this;
        }

        /** Who hears of what happens; nobody unless set. */
        public Builder listener(ExchangeListener hears) {
            this.listener = hears;
            return this;
        }

        /** The clock; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        private ExchangeEndpoint endpoint(Inbox remembers) {
            ExchangeEndpoint.Builder builder =
                    ExchangeEndpoint.builder()
                            .ownUnits(ownUnits)
                            .inbox(remembers)
                            .listener(listener)
                            .maxBytes(maxBytes)
                            .clock(clock);
            peers.values().forEach(builder::peer);
            return builder.build();
        }

        /**
         * Opens it, and goes on with what was not sent.
         *
         * @throws ConfigurationException if something is missing, or the credential cannot be used
         * @throws OutboxException if the storage will not do or fails
         */
        public HttpsDischargeExchange open() {
            if (credential == null
                    || trust == null
                    || storage == null
                    || peers.isEmpty()
                    || ownUnits.isEmpty()) {
                throw new ConfigurationException(
                        "An exchange lacks something that it has to have",
                        "Set credential, trust, storage, ownUnits and at least one peer.");
            }
            credential.check(clock);
            Opened opened = new Opened();
            try {
                return new HttpsDischargeExchange(this, credential, trust, storage, opened);
            } catch (RuntimeException | Error failure) {
                try {
                    opened.close();
                } catch (RuntimeException alsoFailed) {
                    failure.addSuppressed(alsoFailed);
                }
                throw failure;
            }
        }
    }
}
