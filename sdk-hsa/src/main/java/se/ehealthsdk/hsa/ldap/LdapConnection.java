package se.ehealthsdk.hsa.ldap;

import com.unboundid.ldap.sdk.LDAPConnectionPool;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.internal.ldap.PooledEntrySource;

/** A pool of connections to the servers of a directory. Safe for use by many threads. Close it when done. */
public final class LdapConnection implements AutoCloseable {

    private final LDAPConnectionPool pool;

    LdapConnection(LDAPConnectionPool pool) {
        this.pool = pool;
    }

    EntrySource source() {
        return new PooledEntrySource(pool);
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }
}
