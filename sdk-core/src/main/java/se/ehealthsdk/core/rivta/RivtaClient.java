package se.ehealthsdk.core.rivta;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.internal.http.HttpSettings;
import se.ehealthsdk.core.internal.http.HttpTransport;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.CredentialProblem;
import se.ehealthsdk.core.xml.SecureXml;

/**
 * Calls RIV-TA services over mutual TLS: directly, or through the national or a regional platform.
 *
 * <p>Build one for each environment and credential, share it, and close it when the application stops: it
 * holds the connection pool. {@link #with} derives clients that call in another way over the same pool.
 * Immutable and safe for use by many threads, virtual ones included.
 *
 * <pre>{@code
 * try (RivtaClient platform = RivtaClient.builder()
 *         .environment(Environment.ntjpQa(TrustAnchors.pem(Path.of("siths-test-roots.pem"))))
 *         .credential(Credential.pkcs12(Path.of("function.p12"), password))
 *         .build()) {
 *     HsaClient hsa = HsaClient.on(platform);
 *     ...
 * }
 * }</pre>
 *
 * <p>A call blocks until it has a whole answer, and fails within {@link CallOptions#deadline()}. A thread
 * that is interrupted while it waits for its turn or for the next attempt stops at once; one that waits
 * for the network, when the timeout ends that wait.
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (ARK_0002).
 */
public final class RivtaClient implements AutoCloseable {

    private final Environment environment;
    private final Credential credential;
    private final HsaId consumer;
    private final HttpTransport transport;
    private final CallOptions options;
    private final SecureXml xml;

    private RivtaClient(
            Environment environment,
            Credential credential,
            HsaId consumer,
            HttpTransport transport,
            CallOptions options) {
        this.environment = environment;
        this.credential = credential;
        this.consumer = consumer;
        this.transport = transport;
        this.options = options;
        this.xml = new SecureXml(options.limits());
    }

    /** Starts building a client; an environment and a credential are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Calls a service and returns its answer.
     *
     * @param contract what to call
     * @param logicalAddress whom to call
     * @param request what to ask
     * @throws InvalidInputException if the request cannot be sent: it lacks what the contract requires, or
     *     is too large; nothing was sent
     * @throws se.ehealthsdk.core.error.ConnectionException if the other end was not reached or was lost
     * @throws se.ehealthsdk.core.error.PlatformException if the platform refused or could not deliver
     * @throws se.ehealthsdk.core.error.ServiceFaultException if the producer answered with a SOAP fault
     * @throws se.ehealthsdk.core.error.ProtocolException if the answer breaks the contract
     * @throws IllegalStateException if the client is closed
     */
    public <Q, R> R call(RivtaContract<Q, R> contract, LogicalAddress logicalAddress, Q request) {
        return exchange(contract, logicalAddress, request).message();
    }

    /** As {@link #call}, for those who want to know of the call too: its correlation id and duration. */
    public <Q, R> Reply<R> exchange(
            RivtaContract<Q, R> contract, LogicalAddress logicalAddress, Q request) {
        Objects.requireNonNull(request, "request");
        return new Call<>(this, contract, logicalAddress, request).execute();
    }

    /**
     * A client that calls in another way over the same connections. Closing either closes both.
     *
     * @param change gets this client's options and returns changed ones
     */
    public RivtaClient with(UnaryOperator<CallOptions> change) {
        return new RivtaClient(environment, credential, consumer, transport, change.apply(options));
    }

    /** Where calls go. */
    public Environment environment() {
        return environment;
    }

    /** Whom this system is to the other end; tells when it expires. */
    public Credential credential() {
        return credential;
    }

    /** This system's own HSA-id, from its certificate unless it was set. */
    public HsaId consumer() {
        return consumer;
    }

    /** How calls are made. */
    public CallOptions options() {
        return options;
    }

    HttpTransport transport() {
        return transport;
    }

    SecureXml xml() {
        return xml;
    }

    /** Ends running calls and closes the connections, also of clients derived from this one. */
    @Override
    public void close() {
        transport.close();
    }

    /** The environment and this system's HSA-id. */
    @Override
    public String toString() {
        return "RivtaClient[" + environment + ", as " + consumer + "]";
    }

    /** Collects what a client needs. Not for use by more than one thread. */
    public static final class Builder {

        private static final String USER_AGENT =
                "ehealth-sdk-java/" + version() + " Java/" + Runtime.version().feature();

        private @Nullable Environment environment;
        private @Nullable Credential credential;
        private @Nullable HsaId consumer;
        private @Nullable HttpProxy proxy;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private int maxConnections = 20;
        private Clock clock = Clock.systemUTC();
        private CallOptions options = CallOptions.DEFAULT;

        private Builder() {}

        private static String version() {
            String version = RivtaClient.class.getPackage().getImplementationVersion();
            return version == null ? "dev" : version;
        }

        /** Where calls go and whom they trust there; required. */
        public Builder environment(Environment where) {
            this.environment = where;
            return this;
        }

        /** Whom this system is, a SITHS function certificate as a rule; required. */
        public Builder credential(Credential who) {
            this.credential = who;
            return this;
        }

        /** This system's HSA-id, where it is not in the certificate's serialNumber. */
        public Builder consumer(HsaId ownHsaId) {
            this.consumer = ownHsaId;
            return this;
        }

        /** A web proxy on the way out; none unless set. */
        public Builder proxy(HttpProxy way) {
            this.proxy = way;
            return this;
        }

        /** How long to wait for a TCP connection, and again for its TLS handshake: 5 s unless set. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = PositiveDuration.require("connectTimeout", timeout);
            return this;
        }

        /** How many connections at most, and so how many calls at a time: 20 unless set. */
        public Builder maxConnections(int connections) {
            if (connections < 1) {
                throw new InvalidInputException("maxConnections", "is below 1", "1 or more");
            }
            this.maxConnections = connections;
            return this;
        }

        /** The clock by which certificates are checked; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /** How calls are made: timeouts, retry, limits, listeners. */
        public Builder options(UnaryOperator<CallOptions> change) {
            this.options = change.apply(options);
            return this;
        }

        /**
         * Builds the client. Nothing is sent, but what can be known to fail is told here.
         *
         * @throws ConfigurationException if environment or credential is missing, or the certificate is
         *     expired, is not for client authentication, or has no HSA-id
         */
        public RivtaClient build() {
            if (environment == null) {
                throw new ConfigurationException(
                        "No environment", "Set environment(...), as Environment.ntjpQa(trust).");
            }
            if (credential == null) {
                throw new ConfigurationException(
                        "No credential",
                        "Set credential(...), as Credential.pkcs12(file, password).");
            }
            if (consumer == null) {
                credential.check(clock);
            } else {
                credential.check(clock, CredentialProblem.Kind.NO_HSA_ID);
            }
            HttpTransport transport =
                    new HttpTransport(
                            credential.sslContext(environment.trust()),
                            new HttpSettings(
                                    connectTimeout,
                                    maxConnections,
                                    maxConnections,
                                    route(proxy),
                                    USER_AGENT,
                                    true,
                                    HttpSettings.ServerRule.ALL));
            return new RivtaClient(
                    environment, credential, ownHsaId(credential), transport, options);
        }

        private HsaId ownHsaId(Credential credential) {
            if (consumer != null) {
                return consumer;
            }
            return credential
                    .hsaId()
                    .orElseThrow(
                            () ->
                                    new ConfigurationException(
                                            "The client certificate has no HSA-id",
                                            "Use a SITHS function certificate whose subject has the HSA-id as"
                                                    + " serialNumber, or set consumer(...)."));
        }

        private static HttpSettings.@Nullable ProxyRoute route(@Nullable HttpProxy proxy) {
            return proxy == null
                    ? null
                    : new HttpSettings.ProxyRoute(
                            proxy.host(),
                            proxy.port(),
                            proxy.login().map(HttpProxy.Login::user).orElse(null),
                            proxy.login().map(HttpProxy.Login::password).orElse(null),
                            proxy::passes);
        }
    }
}
