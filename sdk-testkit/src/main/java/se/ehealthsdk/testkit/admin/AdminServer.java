package se.ehealthsdk.testkit.admin;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.internal.admin.About;
import se.ehealthsdk.testkit.internal.admin.Api;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.ServerTls;
import se.ehealthsdk.testkit.internal.server.WebServer;
import se.ehealthsdk.testpki.TestPki;

/**
 * The Admin API and the console of stand-in services, on a port of their own.
 *
 * <pre>{@code
 * try (NationalServices services = NationalServices.start();
 *         AdminServer admin = AdminServer.start(services)) {
 *     admin.url();                              // http://localhost:<port>: the console; the API below it at /api
 * }
 * }</pre>
 *
 * <p>Plain HTTP, on loopback only, and for callers who know it by the name of this machine alone: a page of another site cannot read or change
 * anything through the tester's browser. With {@link Builder#reachableFromOtherHosts} it is HTTPS with a certificate of the test PKI, and asks for a
 * password. Safe for use by many threads.
 *
 * <p>With a state folder, it is started before {@code NationalServices.restore()}: what was done through it in the default workspace is done again then, and calls
 * that change something get 503 until it is. Workspaces, runs and recordings end with the process.
 */
public final class AdminServer implements AutoCloseable {

    /** How many workspaces there may be at a time, besides the default one, unless set otherwise. */
    public static final int MAX_WORKSPACES = 64;

    /** How long a password must be. */
    public static final int MIN_PASSWORD_LENGTH = 12;

    private final WebServer server;
    private final Api api;
    private final URI url;
    private final @Nullable SharedPort given;
    private @Nullable SharedPort opened;
    private static final int MAX_BODY_BYTES = 8 << 20;

    private final NationalServices services;

    private AdminServer(Builder builder) {
        services = builder.services;
        given = builder.workspaces;
        Listening place =
                new Listening(
                        builder.address == null
                                ? InetAddress.getLoopbackAddress()
                                : builder.address,
                        builder.port);
        boolean open = builder.password != null;
        server =
                open
                        ? WebServer.bind(
                                ServerTls.of(services.pki(), place).context(),
                                place,
                                MAX_BODY_BYTES)
                        : WebServer.bindPlain(place, MAX_BODY_BYTES);
        url = URI.create((open ? "https://" : "http://") + place.host() + ":" + server.port());
        Map<String, URI> urls = new LinkedHashMap<>(builder.urls);
        urls.put("console", url);
        About about = builder.about(urls);
        api =
                new Api(
                        services,
                        this::workspacePort,
                        builder.maxWorkspaces,
                        () -> about,
                        builder.hostNames,
                        builder.password);
        server.serve(api::answer, Api.tooLarge(MAX_BODY_BYTES));
    }

    /**
     * Starts on any free port of loopback.
     *
     * @throws ConfigurationException if it cannot listen
     */
    public static AdminServer start(NationalServices services) {
        return of(services).start();
    }

    /** Starts choosing. */
    public static Builder of(NationalServices services) {
        return new Builder(services);
    }

    private synchronized SharedPort workspacePort() {
        if (given != null) {
            return given;
        }
        if (opened == null) {
            opened = SharedPort.builder().pki(services.pki()).open();
        }
        return opened;
    }

    /** Where the console is; the API is at {@code /api} below it. */
    public URI url() {
        return url;
    }

    /** Stops listening, and the workspaces that were made through the API; the services that it was started with go on. */
    @Override
    public synchronized void close() {
        api.close();
        server.close();
        if (opened != null) {
            opened.close();
        }
    }

    /** Its address. */
    @Override
    public String toString() {
        return "AdminServer[" + url + "]";
    }

    /** Collects what is to be told and where it listens. Not for use by more than one thread. */
    public static final class Builder {

        private final NationalServices services;
        private final Map<String, URI> urls = new LinkedHashMap<>();
        private final Set<String> hostNames = new HashSet<>();
        private @Nullable SharedPort workspaces;
        private @Nullable InetAddress address;
        private @Nullable String password;
        private int port;
        private int maxWorkspaces = MAX_WORKSPACES;
        private String version = "development";
        private Clock clock = Clock.systemUTC();
        private OptionalLong seed = OptionalLong.empty();
        private @Nullable Path contracts;
        private @Nullable Path data;
        private @Nullable Path pkiFolder;
        private String pkiPassword = TestPki.PASSWORD;
        private List<String> pkiFiles = List.of();

        private Builder(NationalServices services) {
            this.services = services;
        }

        /** The port to listen on; any free one unless set. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new InvalidInputException("port", "is no port", "0 to 65535");
            }
            this.port = number;
            return this;
        }

        /**
         * Lets other hosts reach it: over HTTPS with a certificate of the test PKI, and with a password (HTTP Basic; any user name).
         *
         * @param own the address to listen at, as the wildcard address {@code 0.0.0.0}
         * @param secret at least {@value #MIN_PASSWORD_LENGTH} characters
         * @throws InvalidInputException if the password is too short
         */
        public Builder reachableFromOtherHosts(InetAddress own, String secret) {
            if (secret.length() < MIN_PASSWORD_LENGTH) {
                throw new InvalidInputException(
                        "password", "is too short", MIN_PASSWORD_LENGTH + " characters or more");
            }
            this.address = own;
            this.password = secret;
            return this;
        }

        /** A name that browsers call it by, besides {@code localhost}: of this machine in its network, or of a container. */
        public Builder hostName(String name) {
            hostNames.add(name.toLowerCase(Locale.ROOT));
            return this;
        }

        /** The port that workspaces are to stand behind; one of its own unless set. */
        public Builder workspaces(SharedPort shared) {
            this.workspaces = shared;
            return this;
        }

        /** How many workspaces there may be at a time, besides the default one; {@link #MAX_WORKSPACES} unless set. */
        public Builder maxWorkspaces(int number) {
            if (number < 0) {
                throw new InvalidInputException("maxWorkspaces", "is negative", "0 or more");
            }
            this.maxWorkspaces = number;
            return this;
        }

        /** Tells which version runs. */
        public Builder version(String text) {
            this.version = text;
            return this;
        }

        /** The real clock, which says when it was started; the system's unless set. */
        public Builder clock(Clock real) {
            this.clock = real;
            return this;
        }

        /** Tells which seed ids are made with. */
        public Builder seed(long number) {
            this.seed = OptionalLong.of(number);
            return this;
        }

        /** Tells where the official schemas are that messages are checked against. */
        public Builder contracts(Path folder) {
            this.contracts = folder;
            return this;
        }

        /** Tells where data of one's own are. */
        public Builder data(Path folder) {
            this.data = folder;
            return this;
        }

        /**
         * Tells where the certificates are.
         *
         * @param folder the folder
         * @param pkcs12Password of the PKCS#12 files in it; no secret
         * @param files their names
         */
        public Builder pki(Path folder, String pkcs12Password, List<String> files) {
            this.pkiFolder = folder;
            this.pkiPassword = pkcs12Password;
            this.pkiFiles = List.copyOf(files);
            return this;
        }

        /**
         * Tells where a service is that has a port of its own.
         *
         * @param service {@code idp}, {@code signing}, {@code directory}, {@code directory-starttls}, {@code unit-file} or {@code discharge}
         */
        public Builder url(String service, URI there) {
            urls.put(service, there);
            return this;
        }

        private About about(Map<String, URI> all) {
            Instant now = clock.instant();
            return new About(
                    version,
                    now,
                    seed,
                    Optional.ofNullable(contracts),
                    Optional.ofNullable(data),
                    Optional.ofNullable(pkiFolder),
                    pkiPassword,
                    pkiFiles,
                    all);
        }

        /**
         * Starts it.
         *
         * @throws ConfigurationException if it cannot listen
         */
        public AdminServer start() {
            return new AdminServer(this);
        }
    }
}
