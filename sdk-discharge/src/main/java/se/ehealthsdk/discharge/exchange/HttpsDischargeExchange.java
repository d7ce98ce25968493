package se.ehealthsdk.discharge.exchange;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private final Database database;
    private final SentMessages messages;
    private final HttpsPoster poster;
    private final Delivery delivery;
    private final Inbox inbox;
    private final boolean ownInbox;
    private final ExchangeEndpoint endpoint;
    private final ScheduledThreadPoolExecutor timer;
    private final List<ExchangeServer> servers = new ArrayList<>();

    private HttpsDischargeExchange(
            Builder builder, Credential credential, TrustAnchors trust, ExchangeStorage storage) {
        this.ownUnits = builder.ownUnits;
        this.peers = Map.copyOf(builder.peers);
        this.credential = credential;
        this.trust = trust;
        this.clock = builder.clock;
        this.policy = builder.policy;
        Listeners listeners = new Listeners(builder.listener);
        this.outbox = storage.openOutbox(clock);
        this.database = storage.openDatabase();
        this.messages = new SentMessages(database);
        this.ownInbox = builder.inbox == null;
        this.inbox = builder.inbox == null ? new JdbcInbox(database) : builder.inbox;
        this.poster =
                new HttpsPoster(
                        credential.sslContext(trust),
                        CONNECT.compareTo(builder.timeout) < 0 ? CONNECT : builder.timeout,
                        builder.timeout,
                        builder.senders,
                        builder.proxy);
        Duration longestCall = builder.timeout.plus(MARGIN);
        this.delivery =
                outbox.deliver(
                        new Dispatcher(
                                peers, messages, poster, policy, listeners, clock, longestCall),
                        DeliveryOptions.DEFAULT
                                .maxAge(Duration.ZERO)
                                .callsPerSecond(Double.POSITIVE_INFINITY)
                                .workers(builder.senders)
                                .lease(longestCall.plus(MARGIN))
                                .backoff(builder.firstPause, builder.longestPause)
                                .blockedPause(builder.longestPause)
                                .clock(clock));
        this.endpoint = builder.endpoint(inbox);
        this.timer = new ScheduledThreadPoolExecutor(1, HttpsDischargeExchange::timerThread);
        this.timer.scheduleWithFixedDelay(
                this::callForDue,
                LOOKS_FOR_DUE.toMillis(),
                LOOKS_FOR_DUE.toMillis(),
                TimeUnit.MILLISECONDS);
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
                    item,
                    event.id(),
                    peer,
                    event.caseId(),
                    each.getValue(),
                    Reader.digest(letter));
        }
    }

    /** An outbox's id is short; a message goes to several peers. */
    private static String item(HsaId peer, MessageId message) {
        return Reader.digest((peer.value() + " " + message).getBytes(StandardCharsets.UTF_8));
    }

    private Map<Peer, List<HsaId>> addressed(CaseEvent event) {
        if (!ownUnits.contains(event.sender().unit())) {
            throw new InvalidInputException(
                    "event.sender", "is no unit of this system", "one of its own units");
        }
        if (event.recipients().isEmpty()) {
            throw new InvalidInputException("event.recipients", "is empty", "at least one");
        }
        Map<Peer, List<HsaId>> addressed = new LinkedHashMap<>();
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
        ExchangeServer server = ExchangeServer.start(endpoint, address, credential, trust);
        synchronized (servers) {
            servers.add(server);
        }
        return server;
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
        return messages.change(
                message, peer, State.WAITING, clock.instant(), State.HELD, State.REFUSED);
    }

    @Override
    public boolean setAside(MessageId message, HsaId peer) {
        return messages.change(message, peer, State.SET_ASIDE, clock.instant(), State.HELD);
    }

    /**
     * Forgets what became of messages that were settled before an instant; of each case the last that was taken is
     * remembered. Their status is unknown then, and an event with the id of one would be sent anew.
     *
     * @return how many were forgotten
     * @throws OutboxException of kind STORAGE if the database fails
     */
    public int forget(Instant settledBefore) {
        return messages.forget(settledBefore);
    }

    private void callForDue() {
        try {
            List<String> due = messages.due(clock.instant(), policy.after(), MOST_DUE);
            if (!due.isEmpty()) {
                outbox.resend(due);
            }
        } catch (RuntimeException failure) {
            LOG.warn("What is due could not be called for: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        endpoint.handler(null);
        synchronized (servers) {
            servers.forEach(ExchangeServer::close);
        }
        timer.shutdown();
        try {
            delivery.close();
        } finally {
            poster.close();
            outbox.close();
            if (ownInbox) {
                inbox.close();
            }
            database.close();
        }
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
            return new HttpsDischargeExchange(this, credential, trust, storage);
        }
    }
}
