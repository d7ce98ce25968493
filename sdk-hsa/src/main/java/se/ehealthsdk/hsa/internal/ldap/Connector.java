package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
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
    private final Map<Socket, Server> sockets = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Connector(Settings settings) {
        this.settings = settings;
        this.options = options(settings);
    }

    private static LDAPConnectionOptions options(Settings settings) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setAutoReconnect(false);
        options.setFollowReferrals(false);
        options.setUseSchema(false);
        options.setResponseTimeoutMillis(millis(settings.answerTimeout()));
        options.setMaxMessageSize(settings.maximumMessageBytes());
        return options;
    }

    static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.max(1, duration.toMillis()));
    }

    /** How many connections there are to a server. */
    int connections(Server server) {
        return (int)
                sockets.entrySet().stream()
                        .filter(each -> each.getValue() == server && isOpen(each.getKey()))
                        .count();
    }

    private static boolean isOpen(Socket socket) {
        return socket.isConnected() && !socket.isClosed();
    }

    boolean isClosed() {
        return closed;
    }

    /** Opens none any more. */
    void refuse() {
        closed = true;
    }

    /** Cuts all, also those that are being opened. */
    void close() {
        refuse();
        sockets.keySet().forEach(Connector::close);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            // nothing was to be read from it any more
        }
    }

    /**
     * A connection that is bound and ready.
     *
     * @throws se.ehealthsdk.core.error.ConnectionException if the server cannot be reached, or TLS fails
     * @throws ConfigurationException if it refuses this system
     */
    Link open(Server server) {
        Endpoint to = server.endpoint();
        Socket socket = dial(server);
        LDAPConnection ldap = null;
        boolean ready = false;
        try {
            ldap = connect(to, socket);
            bind(to, ldap);
            ready = true;
            return new Link(ldap, socket, server);
        } finally {
            if (!ready) {
                close(socket);
                if (ldap != null) {
                    ldap.close();
                }
            }
        }
    }

    private Socket dial(Server server) {
        Endpoint to = server.endpoint();
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(to.host());
        } catch (UnknownHostException unknown) {
            throw ConnectFailures.name(to, unknown);
        }
        IOException last = null;
        for (InetAddress address : addresses) {
            Socket socket = socket(server);
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(
                        new InetSocketAddress(address, to.port()),
                        millis(settings.connectTimeout()));
                socket.setSoTimeout(millis(settings.connectTimeout()));
                return socket;
            } catch (IOException e) {
                close(socket);
                last = e;
            }
        }
        throw ConnectFailures.connect(to, last);
    }

    private Socket socket(Server server) {
        sockets.keySet().removeIf(Socket::isClosed);
        Socket socket = new Socket();
        sockets.put(socket, server);
        if (closed) {
            close(socket);
        }
        return socket;
    }

    private LDAPConnection connect(Endpoint to, Socket socket) {
        Wire wire = new Wire(to, socket);
        LDAPConnection ldap = new LDAPConnection(wire, options);
        try {
            ldap.connect(
                    to.host(),
                    socket.getInetAddress(),
                    to.port(),
                    2 * millis(settings.connectTimeout()));
            if (wire.isUnfinished()) {
                close(socket);
                ldap.close();
                throw ConnectFailures.tls(to, null);
            }
            return ldap;
        } catch (LDAPException e) {
            throw to.encryption() == Endpoint.Encryption.NONE
                    ? ConnectFailures.connect(to, e)
                    : wire.refusal != null
                            ? ConnectFailures.startTls(to, wire.refusal)
                            : ConnectFailures.tls(to, e);
        }
    }

    /**
     * Gives the library a socket that is connected. What is done here, and the handshake, is done in a thread of
     * the library's, which waits for it so long and no longer: a socket's timeout is for silence alone, and a server that
     * sends a byte now and then would hold a thread for ever.
     */
    private final class Wire extends SocketFactory {

        private final Endpoint to;
        private final Socket socket;
        private volatile @Nullable LDAPException refusal;
        private volatile @Nullable SSLSocket tls;

        Wire(Endpoint to, Socket socket) {
            this.to = to;
            this.socket = socket;
        }

        /** The library then asks for a connected one. */
        @Override
        public Socket createSocket() {
            throw new UnsupportedOperationException("is connected");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            if (to.encryption() == Endpoint.Encryption.START_TLS) {
                askForTls();
            }
            return to.encryption() == Endpoint.Encryption.NONE ? socket : encrypted();
        }

        private SSLSocket encrypted() throws IOException {
            SSLSocket over =
                    TlsSockets.over(
                            socket,
                            to,
                            settings.tls().orElseThrow(() -> new IllegalStateException("no TLS")));
            tls = over;
            return over;
        }

        /** The library takes a socket whose handshake is still under way when the time is out for ready. */
        boolean isUnfinished() {
            SSLSocket over = tls;
            return over != null && over.getApplicationProtocol() == null;
        }

        /** RFC 4511 section 4.14. Not through the library, which has no time limit for what follows. */
        private void askForTls() throws IOException {
            socket.getOutputStream()
                    .write(
                            new LDAPMessage(
                                            1,
                                            new ExtendedRequestProtocolOp(
                                                    StartTLSExtendedRequest.STARTTLS_REQUEST_OID,
                                                    null))
                                    .encode()
                                    .encode());
            try {
                LDAPMessage answer =
                        LDAPMessage.readFrom(
                                new ASN1StreamReader(
                                        socket.getInputStream(), settings.maximumMessageBytes()),
                                false);
                if (answer == null) {
                    throw new IOException("terminated");
                }
                ExtendedResult result = answer.getExtendedResponseProtocolOp().toExtendedResult();
                if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                    refusal = new LDAPException(result);
                    throw new IOException("StartTLS refused");
                }
            } catch (LDAPException e) {
                throw new IOException(e);
            } catch (ClassCastException otherMessage) {
                throw new IOException("not an answer", otherMessage);
            }
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket(socket.getInetAddress(), port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return createSocket(socket.getInetAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return createSocket(host, port);
        }
    }

    private void bind(Endpoint to, LDAPConnection ldap) {
        byte @Nullable [] password = null;
        try {
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
                throw ConnectFailures.bind(to, Link.withReason(ldap, e), settings.login());
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
