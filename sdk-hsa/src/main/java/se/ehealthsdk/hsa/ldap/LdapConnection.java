package se.ehealthsdk.hsa.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.internal.ldap.PooledEntrySource;

/** A pool of connections to the servers of a directory. Safe for use by many threads. Close it when done. */
public final class LdapConnection implements AutoCloseable {

    private final LDAPConnectionPool pool;
    private final PooledEntrySource source;

    LdapConnection(LDAPConnectionPool pool, int pageSize) {
        this.pool = pool;
        this.source = new PooledEntrySource(pool, pageSize);
    }

    /** Starts with the servers of one directory: the first is used while it is up. */
    public static Builder builder(LdapServer first, LdapServer... others) {
        return new Builder(first, others);
    }

    EntrySource source() {
        return source;
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }

    /** Collects what a connection needs. Not for use by more than one thread. */
    public static final class Builder {

        private final List<LdapServer> servers = new ArrayList<>();
        private @Nullable TrustAnchors trust;
        private @Nullable Credential credential;
        private @Nullable LdapBind bind;
        private int pageSize = 500;

        Builder(LdapServer first, LdapServer... others) {
            servers.add(first);
            servers.addAll(List.of(others));
        }

        /** Whom to trust; required for encrypted servers. */
        public Builder trust(TrustAnchors anchors) {
            trust = anchors;
            return this;
        }

        /** The system's certificate, shown to servers that ask. */
        public Builder credential(Credential who) {
            credential = who;
            return this;
        }

        /** Who the system says it is; {@link LdapBind#external()} with a credential unless told. */
        public Builder bind(LdapBind how) {
            bind = how;
            return this;
        }

        /** How many entries to fetch at a time. */
        public Builder pageSize(int entries) {
            pageSize = entries;
            return this;
        }

        /** Connects. */
        public LdapConnection open() {
            LDAPConnectionOptions options = new LDAPConnectionOptions();
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
            options.setUseSynchronousMode(true);
            ServerSet[] sets =
                    servers.stream()
                            .map(
                                    server ->
                                            new SingleServerSet(
                                                    server.host(),
                                                    server.port(),
                                                    server.isEncrypted()
                                                            ? credential == null
                                                                    ? trust.sslContext()
                                                                            .getSocketFactory()
                                                                    : credential
                                                                            .sslContext(trust)
                                                                            .getSocketFactory()
                                                            : javax.net.SocketFactory.getDefault(),
                                                    options))
                            .toArray(ServerSet[]::new);
            try {
                return new LdapConnection(
                        new LDAPConnectionPool(new FailoverServerSet(sets), bindRequest(), 1, 10),
                        pageSize);
            } catch (LDAPException e) {
                throw new ConfigurationException("Cannot connect", "Check the server.", e);
            }
        }

        private BindRequest bindRequest() {
            LdapBind how =
                    bind != null
                            ? bind
                            : credential != null ? LdapBind.external() : LdapBind.anonymous();
            return switch (how.kind()) {
                case ANONYMOUS -> new SimpleBindRequest();
                case EXTERNAL -> new EXTERNALBindRequest();
                case SIMPLE ->
                        new SimpleBindRequest(
                                how.name().orElseThrow().toString(),
                                new String(how.password().get()));
            };
        }
    }
}
