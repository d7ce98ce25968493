package se.ehealthsdk.hsa.ldap;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.CredentialProblem;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.internal.ldap.Links;
import se.ehealthsdk.hsa.internal.ldap.Login;
import se.ehealthsdk.hsa.internal.ldap.PooledEntrySource;
import se.ehealthsdk.hsa.internal.ldap.Settings;

/**
 * A pool of connections to the servers of a directory. Safe for use by many threads, virtual ones included. Open one
 * for each directory, share it, and close it when the application stops.
 *
 * <pre>{@code
 * try (LdapConnection connection = LdapConnection.builder(LdapServer.ldaps("hsa.region.example"))
 *         .trust(TrustAnchors.pem(Path.of("siths-roots.pem")))
 *         .credential(Credential.pkcs12(Path.of("function.p12"), password))
 *         .open()) {
 *     HsaDirectory directory = HsaDirectory.on(connection);
 *     ...
 * }
 * }</pre>
 *
 * <p>The server's certificate must be of a trusted issuer and for the host that was given, over LDAPS and StartTLS
 * both, and TLS is 1.3 or 1.2. A renewed {@link Credential} is shown on new connections; old ones are gone within
 * their {@linkplain Builder#maximumAge maximum age}.
 *
 * <p>Needs the library UnboundID LDAP SDK ({@code com.unboundid:unboundid-ldapsdk}), which the application adds
 * itself.
 *
 * <p>Source: RFC 4511 (LDAP), RFC 4513 (StartTLS, bind).
 */
public final class LdapConnection implements AutoCloseable {

    private final List<LdapServer> servers;
    private final Links links;
    private final EntrySource source;

    private LdapConnection(List<LdapServer> servers, Links links) {
        this.servers = servers;
        this.links = links;
        this.source = new PooledEntrySource(links);
    }

    /**
     * Starts with the servers of one directory, which must hold the same entries. The first is used while it is up,
     * then the next, and the first again when it is back.
     */
    public static Builder builder(LdapServer first, LdapServer... others) {
        return new Builder(first, others);
    }

    EntrySource source() {
        return source;
    }

    /** How servers and connections fare now. */
    public LdapHealth health() {
        Links.Health now = links.health();
        return new LdapHealth(
                IntStream.range(0, servers.size())
                        .mapToObj(i -> of(servers.get(i), now.servers().get(i)))
                        .toList(),
                now.free(),
                now.used(),
                now.maximum());
    }

    private static LdapHealth.OfServer of(LdapServer server, Links.OfServer now) {
        return new LdapHealth.OfServer(
                server, now.up(), now.connections(), now.failedAt(), now.failure());
    }

    /**
     * Ends searches under way with a {@link se.ehealthsdk.core.error.ConnectionException}, and closes all
     * connections. May be called more than once.
     */
    @Override
    public void close() {
        links.close();
    }

    /** The servers. */
    @Override
    public String toString() {
        return "LdapConnection" + servers;
    }

    /**
     * Collects what a connection needs: {@link #trust}, and {@link #credential} or {@link #bind}. All times and sizes
     * have limits that hold unless set. Not for use by more than one thread.
     */
    public static final class Builder {

        private static final int SMALLEST_MESSAGE = 1024;
        private static final int LARGEST_PAGE = 100_000;

        private final List<LdapServer> servers;
        private boolean roundRobin;
        private @Nullable TrustAnchors trust;
        private @Nullable Credential credential;
        private @Nullable LdapBind bind;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration answerTimeout = Duration.ofSeconds(30);
        private Duration searchTime = Duration.ofHours(1);
        private int minimumConnections = 1;
        private int maximumConnections = 10;
        private Duration wait = Duration.ofSeconds(10);
        private Duration maximumAge = Duration.ofMinutes(30);
        private Duration checkInterval = Duration.ofSeconds(30);
        private int maximumMessageBytes = 4 * 1024 * 1024;
        private int pageSize = 500;
        private Clock clock = Clock.systemUTC();

        Builder(LdapServer first, LdapServer... others) {
            List<LdapServer> all = new ArrayList<>();
            all.add(Objects.requireNonNull(first, "first"));
            all.addAll(List.of(others));
            servers = List.copyOf(all);
        }

        /** New connections go to the servers in turn, in place of the first that is up. */
        public Builder roundRobin() {
            roundRobin = true;
            return this;
        }

        /**
         * Whom to trust; required where a server is encrypted. Revocation is checked as the anchors say, which is
         * not at all unless told.
         */
        public Builder trust(TrustAnchors anchors) {
            trust = anchors;
            return this;
        }

        /**
         * The system's own certificate, a SITHS function certificate as a rule: shown to servers that ask for one
         * in TLS, and who the system is to the directory (SASL EXTERNAL) unless {@link #bind} says otherwise.
         */
        public Builder credential(Credential who) {
            credential = who;
            return this;
        }

        /** Who the system says it is; required without a credential, {@link LdapBind#external()} with one. */
        public Builder bind(LdapBind how) {
            bind = how;
            return this;
        }

        /**
         * How long to wait for a TCP connection, and again for its TLS: 5 s unless set. Each address of a host is
         * tried. How long the name service may take is the system's setting, not this.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = positive("connectTimeout", timeout);
            return this;
        }

        /**
         * How long a server may be silent while something is expected of it: 30 s unless set. One that sends, but
         * no whole entry, is cut off within twice that.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder answerTimeout(Duration timeout) {
            answerTimeout = positive("answerTimeout", timeout);
            return this;
        }

        /**
         * How long servers may work on one search, all pages together and without the caller's own time: 1 h unless set.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder searchTime(Duration time) {
            searchTime = positive("searchTime", time);
            return this;
        }

        /**
         * How many connections are kept open at least, and how many there are at most: 1 and 10 unless set. A search
         * holds one until it is read to its end or closed.
         *
         * @throws InvalidInputException if the minimum is below 0, the maximum below 1, or the minimum above the
         *     maximum
         */
        public Builder connections(int minimum, int maximum) {
            if (minimum < 0 || maximum < 1 || minimum > maximum) {
                throw new InvalidInputException(
                        "connections",
                        "minimum and maximum do not go together",
                        "0 or more, and 1 or more, not below the minimum");
            }
            minimumConnections = minimum;
            maximumConnections = maximum;
            return this;
        }

        /**
         * How long to wait for a connection when all are in use: 10 s unless set.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder waitForConnection(Duration time) {
            wait = positive("waitForConnection", time);
            return this;
        }

        /**
         * How old a connection becomes: 30 min unless set. An older one is not used for another question, so a
         * renewed certificate or a changed password is in use everywhere after this time.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder maximumAge(Duration age) {
            maximumAge = positive("maximumAge", age);
            return this;
        }

        /**
         * How often idle connections and servers that are down are tried: every 30 s unless set.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder checkEvery(Duration interval) {
            checkInterval = positive("checkEvery", interval);
            return this;
        }

        /**
         * How large an entry may be as it is sent: 4 MiB unless set. A larger one ends the search with a {@link
         * se.ehealthsdk.core.error.ProtocolException}; it is not read.
         *
         * @throws InvalidInputException if it is below 1024
         */
        public Builder maximumMessageBytes(int bytes) {
            if (bytes < SMALLEST_MESSAGE) {
                throw new InvalidInputException(
                        "maximumMessageBytes", "is too small", "1024 or more");
            }
            maximumMessageBytes = bytes;
            return this;
        }

        /**
         * How many entries are fetched at a time: 500 unless set. Two pages are in memory at most, or four of the largest entries each.
         *
         * @throws InvalidInputException if it is not 1 to 100 000
         */
        public Builder pageSize(int entries) {
            if (entries < 1 || entries > LARGEST_PAGE) {
                throw new InvalidInputException("pageSize", "is out of range", "1 to 100000");
            }
            pageSize = entries;
            return this;
        }

        /** The clock by which certificates are checked and failures dated; the system's unless set. */
        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        private static Duration positive(String field, Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new InvalidInputException(field, "is not above zero", "a positive duration");
            }
            return duration;
        }

        /**
         * Connects.
         *
         * @throws ConfigurationException if something is missing, does not go together, or the directory refuses
         *     this system
         * @throws se.ehealthsdk.core.error.ConnectionException if no server can be reached, or TLS fails
         */
        public LdapConnection open() {
            return make(false);
        }

        /**
         * As {@link #open}, for applications that start before the network: connects in the background, and a
         * question meanwhile tries by itself. {@link LdapConnection#health()} tells how it goes.
         *
         * @throws ConfigurationException if something is missing or does not go together
         */
        public LdapConnection openLazily() {
            return make(true);
        }

        private LdapConnection make(boolean inBackground) {
            Settings settings = settings();
            try {
                Links links = new Links(settings);
                LdapConnection connection = new LdapConnection(servers, links);
                if (inBackground) {
                    links.startInBackground();
                } else {
                    links.start();
                }
                return connection;
            } catch (NoClassDefFoundError missing) {
                throw new ConfigurationException(
                        "Directories need the UnboundID LDAP SDK, which is missing",
                        "Add com.unboundid:unboundid-ldapsdk to the application.",
                        missing);
            }
        }

        private Settings settings() {
            Login login = login();
            boolean encrypted = servers.stream().allMatch(LdapServer::isEncrypted);
            if (!encrypted && !(login instanceof Login.Anonymous)) {
                throw new ConfigurationException(
                        "A server is without encryption, and would be told a password or nothing of the"
                                + " certificate",
                        "Use LdapServer.ldaps or LdapServer.startTls, or LdapBind.anonymous().");
            }
            return new Settings(
                    servers.stream().map(LdapServer::endpoint).toList(),
                    roundRobin,
                    tls(),
                    login,
                    connectTimeout,
                    answerTimeout,
                    searchTime,
                    minimumConnections,
                    maximumConnections,
                    wait,
                    maximumAge,
                    checkInterval,
                    maximumMessageBytes,
                    pageSize,
                    clock);
        }

        private Login login() {
            if (bind == null && credential == null) {
                throw new ConfigurationException(
                        "Nothing says who this system is to the directory",
                        "Set credential(...) or bind(...); bind(LdapBind.anonymous()) if nobody is meant.");
            }
            LdapBind chosen = bind == null ? LdapBind.external() : bind;
            if (chosen.login() instanceof Login.External && credential == null) {
                throw new ConfigurationException(
                        "LdapBind.external() needs a certificate",
                        "Set credential(...), as Credential.pkcs12(file, password).");
            }
            return chosen.login();
        }

        private Optional<SSLContext> tls() {
            if (servers.stream().noneMatch(LdapServer::isEncrypted)) {
                return Optional.empty();
            }
            if (trust == null) {
                throw new ConfigurationException(
                        "Nothing says whom to trust",
                        "Set trust(...), as TrustAnchors.pem(file) with the root of the directory's"
                                + " certificate.");
            }
            if (credential == null) {
                return Optional.of(trust.sslContext());
            }
            credential.check(clock, CredentialProblem.Kind.NO_HSA_ID);
            return Optional.of(credential.sslContext(trust));
        }
    }
}
