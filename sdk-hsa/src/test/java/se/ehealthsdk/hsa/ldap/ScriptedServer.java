package se.ehealthsdk.hsa.ldap;

import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server that speaks LDAP as a test tells it to. Binds are answered well; searches go to the script. */
final class ScriptedServer implements AutoCloseable {

    /** What is said to one search. */
    interface Script {
        void answer(Search search, Peer peer) throws Exception;
    }

    /** A search that came, with the control for pages if it had one. */
    record Search(
            int id, SearchRequestProtocolOp request, List<Control> controls, int connection) {}

    /** The other end. */
    static final class Peer {

        private final Socket socket;
        private final int connection;

        Peer(Socket socket, int connection) {
            this.socket = socket;
            this.connection = connection;
        }

        void send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        void send(int id, ProtocolOp message, Control... controls) throws IOException {
            send(new LDAPMessage(id, message, controls).encode().encode());
        }

        void entry(Search search, String name, Attribute... attributes) throws IOException {
            send(search.id(), new SearchResultEntryProtocolOp(name, List.of(attributes)));
        }

        void reference(Search search, String url) throws IOException {
            send(search.id(), new SearchResultReferenceProtocolOp(List.of(url)));
        }

        void done(Search search, int code, Control... controls) throws IOException {
            send(
                    search.id(),
                    new SearchResultDoneProtocolOp(code, null, "secret words of the server", null),
                    controls);
        }

        void hangUp() throws IOException {
            socket.close();
        }
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> binds = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> farewells = new LinkedBlockingQueue<>();

    static ScriptedServer plain(Script script) throws IOException {
        return new ScriptedServer(
                new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    static ScriptedServer tls(SSLContext context, boolean clientCertificate, Script script)
            throws IOException {
        return tls(context, clientCertificate, InetAddress.getByName("127.0.0.1"), script);
    }

    static ScriptedServer tls(
            SSLContext context, boolean clientCertificate, InetAddress at, Script script)
            throws IOException {
        SSLServerSocket listener =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, at);
        listener.setNeedClientAuth(clientCertificate);
        return new ScriptedServer(listener, script);
    }

    private ScriptedServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        thread(this::accept);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    LdapServer address() {
        return LdapServer.withoutEncryptionAtOwnRisk("127.0.0.1", port());
    }

    int connections() {
        return connections.get();
    }

    /** How the next caller that said who it is did so. */
    Optional<String> nextBind() throws InterruptedException {
        return Optional.ofNullable(binds.poll(30, TimeUnit.SECONDS));
    }

    boolean wasBound() {
        return !binds.isEmpty();
    }

    /** Waits for the end of a connection. */
    String nextFarewell() throws InterruptedException {
        return String.valueOf(farewells.poll(30, TimeUnit.SECONDS));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                thread(() -> serve(socket, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        String end = "lost";
        try (socket) {
            ASN1StreamReader reader = new ASN1StreamReader(socket.getInputStream());
            Peer peer = new Peer(socket, number);
            for (LDAPMessage message = LDAPMessage.readFrom(reader, false);
                    message != null;
                    message = LDAPMessage.readFrom(reader, false)) {
                if (message.getProtocolOpType() == LDAPMessage.PROTOCOL_OP_TYPE_UNBIND_REQUEST) {
                    end = "unbind";
                    return;
                }
                answer(message, peer);
            }
        } catch (Exception gone) {
            // the caller went, or the script failed, which the caller notices
        } finally {
            farewells.add(end);
        }
    }

    private void answer(LDAPMessage message, Peer peer) throws Exception {
        switch (message.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> {
                BindRequestProtocolOp bind = message.getBindRequestProtocolOp();
                binds.add(
                        bind.getCredentialsType() == BindRequestProtocolOp.CRED_TYPE_SASL
                                ? bind.getSASLMechanism()
                                : "simple:" + bind.getBindDN());
                peer.send(
                        message.getMessageID(),
                        new BindResponseProtocolOp(0, null, null, null, null));
            }
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> search(message, peer);
            case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST ->
                    peer.send(
                            message.getMessageID(),
                            new ExtendedResponseProtocolOp(
                                    2, null, "secret words of the server", null, null, null));
            default -> peer.hangUp();
        }
    }

    private void search(LDAPMessage message, Peer peer) throws Exception {
        Search search =
                new Search(
                        message.getMessageID(),
                        message.getSearchRequestProtocolOp(),
                        message.getControls(),
                        peer.connection);
        if (search.request().getBaseDN().isEmpty()) {
            // a health check
            peer.done(search, 0);
        } else {
            script.answer(search, peer);
        }
    }

    /** Ends all connections, and takes new ones. */
    void dropConnections() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        dropConnections();
    }
}
