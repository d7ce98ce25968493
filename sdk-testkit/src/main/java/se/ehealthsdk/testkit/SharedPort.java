package se.ehealthsdk.testkit;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.Mounts;
import se.ehealthsdk.testkit.internal.server.ServerTls;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testpki.TestPki;

/**
 * One HTTPS port that several {@link NationalServices} stand behind, each at a path of its own and with a memory of its own. Starting services on
 * it takes a few milliseconds, so every test can have its own, and tests may run in parallel.
 *
 * <pre>{@code
 * try (SharedPort port = SharedPort.open();
 *         NationalServices services = NationalServices.builder().on(port).start()) {
 *     services.url();                                 // https://localhost:<port>/w/1/vp
 * }
 * }</pre>
 *
 * <p>With {@code workspace("acceptance")} it is {@code /w/acceptance/vp}, and with {@code workspace("")} plain {@code /vp}. Safe for use by many
 * threads.
 */
public final class SharedPort implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    private final TestPki pki;
    private final Listening place;
    private final Mounts mounts = new Mounts();
    private final Set<String> taken = new HashSet<>();
    private final ServerTls tls;
    private final StandInServer server;
    private ServerCertificate shown = ServerCertificate.VALID;
    private int last;

    private SharedPort(Builder builder) {
        pki = builder.pki;
        place = new Listening(builder.address, builder.port);
        tls = ServerTls.of(pki, place);
        server = StandInServer.start(tls.context(), place, mounts);
    }

    /**
     * Opens any free port on loopback, with the shared test PKI.
     *
     * @throws ConfigurationException if it cannot listen
     */
    public static SharedPort open() {
        return builder().open();
    }

    /** Starts choosing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The PKI of all that stand behind it. */
    public TestPki pki() {
        return pki;
    }

    /** The number of the port. */
    public int port() {
        return server.port();
    }

    /** What comes before every path: {@code https://localhost:<port>}. */
    public URI url() {
        return URI.create("https://" + place.host() + ":" + port());
    }

    /**
     * Shows new connections another certificate, whomever of those behind the port they are for; connections that are open go on.
     */
    public synchronized void serverCertificate(ServerCertificate certificate) {
        if (certificate == ServerCertificate.VALID) {
            tls.showRight();
        } else {
            tls.show(certificate.issue(pki));
        }
        shown = certificate;
    }

    /** Which certificate new connections are shown. */
    public synchronized ServerCertificate serverCertificate() {
        return shown;
    }

    /** How many connections have come through the TLS handshake. */
    public int connections() {
        return server.connections();
    }

    /** How many TLS handshakes have been refused. */
    public int refusedConnections() {
        return server.refusedConnections();
    }

    /** The name of the next who has none. */
    synchronized String nextName() {
        do {
            last++;
        } while (taken.contains(String.valueOf(last)));
        return String.valueOf(last);
    }

    /** Gives services a path of their own: what it is. */
    synchronized String add(String name, Function<HttpCall, HttpReply> services) {
        if (!taken.add(name)) {
            throw new ConfigurationException(
                    name.isEmpty()
                            ? "There are services at the root of this port already."
                            : "There is a workspace of the name " + name + " on this port already.",
                    "Choose another name, or close the services that have it.");
        }
        String path = pathOf(name);
        mounts.mount(path, call -> services.apply(call.withPath(below(path, call.path()))));
        return path;
    }

    private static String below(String path, String whole) {
        return whole.substring(path.length());
    }

    synchronized void remove(String name) {
        taken.remove(name);
        mounts.unmount(pathOf(name));
    }

    private static String pathOf(String name) {
        return name.isEmpty() ? "" : "/w/" + name;
    }

    /** The name, if it can be one. */
    static String checkedName(String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "workspace",
                    "is no name",
                    "a letter, then up to 62 letters (a-z), digits, - and _; or nothing, for the root of the port");
        }
        return name;
    }

    /** Stops listening, for all who stand behind it. */
    @Override
    public void close() {
        server.close();
    }

    /** Its address. */
    @Override
    public String toString() {
        return "SharedPort[" + url() + "]";
    }

    /** Collects what a port opens with. Not for use by more than one thread. */
    public static final class Builder {

        private TestPki pki = TestPki.shared();
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;

        private Builder() {}

        /** Another PKI than {@link TestPki#shared()}. */
        public Builder pki(TestPki other) {
            this.pki = other;
            return this;
        }

        /** The port to listen on; any free one unless set. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new InvalidInputException("port", "is no port", "0 to 65535");
            }
            this.port = number;
            return this;
        }

        /** The address to listen at: loopback unless set. */
        public Builder bind(InetAddress own) {
            this.address = own;
            return this;
        }

        /**
         * Opens it.
         *
         * @throws ConfigurationException if it cannot listen
         */
        public SharedPort open() {
            return new SharedPort(this);
        }
    }
}
