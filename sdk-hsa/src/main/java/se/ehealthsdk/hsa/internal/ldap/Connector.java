package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * Opens connections: name, TCP, TLS, bind. Each step has its own time limit. The steps before LDAP are taken here and
 * not by the library, because its time limit lets a silent TLS handshake pass, it tries one address of a name, and
 * its errors do not tell the steps apart.
 */
final class Connector {

    private final Settings settings;
    private final LDAPConnectionOptions options;
    private final ScheduledExecutorService scheduler;

    Connector(Settings settings, ScheduledExecutorService scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.options = options(settings);
    }

    private static LDAPConnectionOptions options(Settings settings) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        // the calling thread reads: no thread for each connection
        options.setUseSynchronousMode(true);
        options.setAutoReconnect(false);
        options.setFollowReferrals(false);
        options.setUseSchema(false);
        options.setConnectTimeoutMillis(millis(settings.connectTimeout()));
        options.setResponseTimeoutMillis(millis(settings.answerTimeout()));
        options.setMaxMessageSize(settings.maximumMessageBytes());
        return options;
    }

    static int millis(java.time.Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.max(1, duration.toMillis()));
    }

    /**
     * A connection that is bound and ready.
     *
     * @throws se.ehealthsdk.core.error.ConnectionException if the server cannot be reached, or TLS fails
     * @throws ConfigurationException if it refuses this system
     */
    Link open(Server server) {
        Endpoint to = server.endpoint();
        Socket socket = dial(to);
        LDAPConnection ldap = null;
        boolean ready = false;
        try {
            ldap = connect(to, socket);
            if (to.encryption() == Endpoint.Encryption.START_TLS) {
                startTls(to, socket, ldap);
            }
            bind(to, socket, ldap);
            ready = true;
            return new Link(ldap, socket, server);
        } finally {
            if (!ready) {
                Watch.close(socket);
                if (ldap != null) {
                    ldap.close();
                }
            }
        }
    }

    private Socket dial(Endpoint to) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(to.host());
        } catch (UnknownHostException unknown) {
            throw ConnectFailures.name(to, unknown);
        }
        IOException last = null;
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(
                        new InetSocketAddress(address, to.port()),
                        millis(settings.connectTimeout()));
                return socket;
            } catch (IOException e) {
                Watch.close(socket);
                last = e;
            }
        }
        throw ConnectFailures.connect(to, last);
    }

    private LDAPConnection connect(Endpoint to, Socket socket) {
        try (Watch watch = Watch.over(socket, settings.connectTimeout(), scheduler)) {
            try {
                Socket wire =
                        to.encryption() == Endpoint.Encryption.LDAPS
                                ? tls(to).createSocket(socket, to.host(), to.port(), true)
                                : socket;
                wire.setSoTimeout(millis(settings.connectTimeout()));
                LDAPConnection ldap = new LDAPConnection(new ReadySocket(wire), options);
                ldap.connect(
                        to.host(),
                        socket.getInetAddress(),
                        to.port(),
                        4 * millis(settings.connectTimeout()));
                return ldap;
            } catch (IOException | LDAPException e) {
                throw to.encryption() == Endpoint.Encryption.LDAPS
                        ? ConnectFailures.tls(to, e, watch.hasCut())
                        : ConnectFailures.connect(to, e);
            }
        }
    }

    private void startTls(Endpoint to, Socket socket, LDAPConnection ldap) {
        try (Watch watch = Watch.over(socket, settings.connectTimeout(), scheduler)) {
            try {
                ldap.processExtendedOperation(new StartTLSExtendedRequest(tls(to)));
            } catch (LDAPException e) {
                throw ConnectFailures.startTls(to, e, watch.hasCut());
            }
            if (!(ldap.getSSLSession() != null)) {
                throw ConnectFailures.startTls(to, null, false);
            }
        }
    }

    private TlsSockets tls(Endpoint to) {
        return new TlsSockets(
                settings.tls().orElseThrow(() -> new IllegalStateException("no TLS")), to);
    }

    private void bind(Endpoint to, Socket socket, LDAPConnection ldap) {
        byte @Nullable [] password = null;
        try (Watch watch = Watch.over(socket, settings.answerTimeout(), scheduler)) {
            BindRequest request;
            if (settings.login() instanceof Login.Simple simple) {
                if (ldap.getSSLSession() == null) {
                    throw new ConfigurationException(
                            "A password may not be sent to " + to + " without encryption",
                            "Use LdapServer.ldaps or LdapServer.startTls.");
                }
                password = bytes(simple.password().get());
                request = new SimpleBindRequest(simple.name(), password);
            } else if (settings.login() instanceof Login.External) {
                request = new EXTERNALBindRequest("");
            } else {
                request = new SimpleBindRequest();
            }
            try {
                ldap.bind(request);
            } catch (LDAPException e) {
                throw ConnectFailures.bind(to, e, settings.login(), watch.hasCut());
            }
        } finally {
            if (password != null) {
                Arrays.fill(password, (byte) 0);
            }
        }
    }

    private static byte[] bytes(char @Nullable [] password) {
        if (password == null || password.length == 0) {
            throw new ConfigurationException(
                    "The password for the directory is empty",
                    "Give the password: with an empty one a directory takes the system for anonymous"
                            + " (RFC 4513 section 5.1.2).");
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
