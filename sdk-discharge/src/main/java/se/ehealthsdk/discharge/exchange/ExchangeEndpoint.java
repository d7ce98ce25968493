package se.ehealthsdk.discharge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.outbox.OutboxException;

/**
 * Answers messages of other systems: turns an HTTP request into a response, inside whatever server the application has.
 * {@link ExchangeServer} is a server for those who have none. Immutable but for its handler, and safe for use by many
 * threads.
 *
 * <p>Each request holds one message. It is answered with status 200 and an acknowledgement, good or bad; with 4xx
 * when the request is not fit to be acknowledged, and 503 when nothing can be taken now. Answers hold no personal
 * data.
 *
 * <p>Source: docs/openapi/discharge-exchange.yaml.
 */
public final class ExchangeEndpoint {

    /** The path that messages are posted to, for servers that have others too. */
    public static final String PATH = "/discharge-exchange/v1/messages";

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeEndpoint.class);
    private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "30");

    private final Map<HsaId, Peer> peers;
    private final int maxBytes;
    private final Listeners listeners;
    private final Reader reader;
    private volatile @Nullable MessageHandler handler;

    private ExchangeEndpoint(Builder builder, Inbox inbox) {
        this.peers = Map.copyOf(builder.peers);
        this.maxBytes = builder.maxBytes;
        this.listeners = new Listeners(builder.listener);
        this.handler = builder.handler;
        this.reader = new Reader(Set.copyOf(builder.ownUnits), inbox, listeners, builder.clock);
    }

    /** Starts building an endpoint. */
    public static Builder builder() {
        return new Builder();
    }

    void handler(@Nullable MessageHandler newOne) {
        handler = newOne;
    }

    boolean hasHandler() {
        return handler != null;
    }

    /**
     * Answers one request.
     *
     * @param request its body is read to the end unless it is too long, and closed by the caller
     * @return always a response
     * @throws IOException if the request's body cannot be read from the network
     */
    public ExchangeResponse handle(EndpointRequest request) throws IOException {
        if (!request.method().equals("POST")) {
            return turnAway(Optional.empty(), 405, "method-not-allowed", Map.of("Allow", "POST"));
        }
        Optional<HsaId> system = request.clientCertificate().flatMap(Credential::hsaIdOf);
        Optional<Peer> peer = system.map(peers::get);
        if (peer.isEmpty()) {
            return turnAway(system, 403, "unknown-peer", Map.of());
        }
        if (!isJson(request.headers().getOrDefault("Content-Type", ""))) {
            return turnAway(system, 415, "not-json", Map.of());
        }
        byte[] body = body(request.body());
        if (body.length > maxBytes) {
            return turnAway(system, 413, AckCode.TOO_LARGE.wire(), Map.of());
        }
        MessageHandler takes = handler;
        if (takes == null) {
            return turnAway(system, 503, "not-receiving", RETRY_LATER);
        }
        return answer(peer.get(), body, takes);
    }

    private ExchangeResponse answer(Peer peer, byte[] body, MessageHandler takes) {
        Optional<HsaId> system = Optional.of(peer.system());
        try {
            Acknowledgement ack = reader.read(peer, Envelope.read(body), takes);
            return new ExchangeResponse(
                    200, Map.of("Content-Type", "application/json"), AckJson.write(ack));
        } catch (Reader.ConflictException conflict) {
            return turnAway(system, 409, conflict.code(), Map.of());
        } catch (InvalidInputException malformed) {
            LOG.debug("An envelope cannot be read: {}", malformed.getMessage());
            return turnAway(system, 400, AckCode.DAMAGED_IN_TRANSPORT.wire(), Map.of());
        } catch (OutboxException storage) {
            LOG.error("A message from {} cannot be kept: {}", peer.system(), storage.getMessage());
            return turnAway(system, 503, AckCode.TEMPORARILY_UNAVAILABLE.wire(), RETRY_LATER);
        }
    }

    private byte[] body(InputStream in) throws IOException {
        return in.readNBytes(maxBytes + 1);
    }

    private static boolean isJson(String contentType) {
        return contentType
                .toLowerCase(Locale.ROOT)
                .split(";")[0]
                .strip()
                .equals("application/json");
    }

    private ExchangeResponse turnAway(
            Optional<HsaId> peer, int status, String code, Map<String, String> more) {
        listeners.turnedAway(peer, status, code);
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/problem+json");
        String body = "{\"status\":" + status + ",\"code\":\"" + code + "\"}";
        return new ExchangeResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Collects what an endpoint needs. Not for use by more than one thread. */
    public static final class Builder {

        private final Map<HsaId, Peer> peers = new LinkedHashMap<>();
        private Set<HsaId> ownUnits = Set.of();
        private int maxBytes = 1 << 20;
        private Clock clock = Clock.systemUTC();
        private ExchangeListener listener = new ExchangeListener() {};
        private @Nullable Inbox inbox;
        private @Nullable MessageHandler handler;

        private Builder() {}

        /** A system that may send. */
        public Builder peer(Peer peer) {
            peers.put(peer.system(), peer);
            return this;
        }

        /** The units of this system, which messages may be addressed to. */
        public Builder ownUnits(Set<HsaId> units) {
            this.ownUnits = Set.copyOf(units);
            return this;
        }

        /** What remembers; has to be set. Closed by the caller. */
        public Builder inbox(Inbox remembers) {
            this.inbox = remembers;
            return this;
        }

        /** Who takes messages; without one all are answered with 503. */
        public Builder handler(MessageHandler takes) {
            this.handler = takes;
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

        /**
         * The longest request: 1 MiB unless set.
         *
         * @throws InvalidInputException if it is not 1 KiB to 64 MiB
         */
        public Builder maxBytes(int bytes) {
            if (bytes < 1 << 10 || bytes > 1 << 26) {
                throw new InvalidInputException("maxBytes", "is out of bounds", "1 KiB to 64 MiB");
            }
            this.maxBytes = bytes;
            return this;
        }

        /**
         * Builds the endpoint.
         *
         * @throws ConfigurationException if there is no inbox, no peer or no unit
         */
        public ExchangeEndpoint build() {
            if (inbox == null || peers.isEmpty() || ownUnits.isEmpty()) {
                throw new ConfigurationException(
                        "An endpoint needs an inbox, peers and units of its own",
                        "Set inbox, peer and ownUnits.",
                        null);
            }
            return new ExchangeEndpoint(this, inbox);
        }
    }
}
