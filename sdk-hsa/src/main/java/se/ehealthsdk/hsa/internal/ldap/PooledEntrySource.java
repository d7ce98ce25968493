package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPConnectionPool;
import java.util.Optional;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** Entries through a pool of connections; a search that goes page by page keeps one connection to its end. */
public final class PooledEntrySource implements EntrySource {

    private final LDAPConnectionPool pool;

    public PooledEntrySource(LDAPConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public Entries<RawEntry> search(EntryQuery query) {
        throw new UnsupportedOperationException("skeleton" + pool);
    }

    @Override
    public Optional<RawEntry> find(EntryQuery query) {
        throw new UnsupportedOperationException("skeleton");
    }
}
