package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.DisconnectHandler;
import com.unboundid.ldap.sdk.DisconnectType;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.Socket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection of the library's. It hangs on the connection as its handler: nothing else of ours can.
 * Used by one thread at a time.
 */
final class Link implements DisconnectHandler {

    private final LDAPConnection ldap;
    private final Socket socket;
    private final Server server;
    private final long openedAt = System.nanoTime();
    private boolean fresh = true;

    Link(LDAPConnection ldap, Socket socket, Server server) {
        this.ldap = ldap;
        this.socket = socket;
        this.server = server;
        LDAPConnectionOptions options = ldap.getConnectionOptions().duplicate();
        options.setDisconnectHandler(this);
        ldap.setConnectionOptions(options);
    }

    static Link of(LDAPConnection ldap) {
        return (Link) Objects.requireNonNull(ldap.getConnectionOptions().getDisconnectHandler());
    }

    LDAPConnection ldap() {
        return ldap;
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
    }

    long ageNanos() {
        return System.nanoTime() - openedAt;
    }

    /** Ends it without a word, whatever it is doing. */
    void cut() {
        Connector.close(socket);
    }

    @Override
    public void handleDisconnect(
            LDAPConnection connection,
            String host,
            int port,
            DisconnectType type,
            @Nullable String message,
            @Nullable Throwable cause) {
        // whoever uses the connection notices
    }

    LDAPException failure(LDAPResult said) {
        return withReason(ldap, new LDAPException(said));
    }

    /** The library tells an operation only that the connection is gone; why, it tells the connection. */
    static LDAPException withReason(LDAPConnection ldap, LDAPException failure) {
        if (failure.getCause() != null || !failure.getResultCode().isClientSideResultCode()) {
            return failure;
        }
        ResultCode code =
                ldap.getDisconnectType() == DisconnectType.DECODE_ERROR
                        ? ResultCode.DECODING_ERROR
                        : failure.getResultCode();
        return new LDAPException(code, failure.getMessage(), ldap.getDisconnectCause());
    }
}
