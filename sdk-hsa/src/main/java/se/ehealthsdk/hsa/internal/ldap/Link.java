package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.net.Socket;

/** A connection to a server. Used by one thread at a time; {@link #cut} by any. */
final class Link {

    private final LDAPConnection ldap;
    private final Socket socket;
    private final Server server;
    private final long openedAt = System.nanoTime();
    private long usedAt = openedAt;
    private boolean fresh = true;

    Link(LDAPConnection ldap, Socket socket, Server server) {
        this.ldap = ldap;
        this.socket = socket;
        this.server = server;
    }

    LDAPConnection ldap() {
        return ldap;
    }

    /** The TCP connection under TLS. */
    Socket socket() {
        return socket;
    }

    Server server() {
        return server;
    }

    Endpoint endpoint() {
        return server.endpoint();
    }

    /** Whether it has not been used before: its failure is then not that of an old connection. */
    boolean isFresh() {
        return fresh;
    }

    void used() {
        fresh = false;
        usedAt = System.nanoTime();
    }

    long ageNanos() {
        return System.nanoTime() - openedAt;
    }

    long idleNanos() {
        return System.nanoTime() - usedAt;
    }

    /** Ends it without a word, whatever it is doing. */
    void cut() {
        Watch.close(socket);
    }

    /** Takes leave of the server. */
    void close() {
        ldap.close();
    }
}
