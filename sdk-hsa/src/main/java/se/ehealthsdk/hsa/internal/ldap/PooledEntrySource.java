package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** Entries through a pool of connections; a search that goes page by page keeps one connection to its end. */
public final class PooledEntrySource implements EntrySource {

    private final LDAPConnectionPool pool;
    private final int pageSize;

    public PooledEntrySource(LDAPConnectionPool pool, int pageSize) {
        this.pool = pool;
        this.pageSize = pageSize;
    }

    @Override
    public Entries<RawEntry> search(EntryQuery query) {
        return new Paged(request(query), query.limit());
    }

    @Override
    public Optional<RawEntry> find(EntryQuery query) {
        SearchRequest request = request(query);
        request.setSizeLimit(2);
        try {
            List<SearchResultEntry> found = pool.search(request).getSearchEntries();
            if (found.size() > 1) {
                throw new ProtocolException("The directory has several entries", null, null);
            }
            return found.stream().findFirst().map(SearchEntry::new);
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(com.unboundid.ldap.sdk.ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure(e);
        }
    }

    private static SearchRequest request(EntryQuery query) {
        SearchScope scope =
                switch (query.scope()) {
                    case BASE -> SearchScope.BASE;
                    case ONE_LEVEL -> SearchScope.ONE;
                    case SUBTREE -> SearchScope.SUB;
                    case BELOW -> SearchScope.SUBORDINATE_SUBTREE;
                };
        return new SearchRequest(
                query.base().toString(),
                scope,
                Filters.of(query.condition()),
                query.attributes().toArray(String[]::new));
    }

    private static ConnectionException failure(LDAPException e) {
        return new ConnectionException(
                ConnectionException.Stage.ANSWER,
                Outcome.NOT_PERFORMED,
                "The directory answered " + e.getResultCode().getName(),
                "Try again later.",
                null,
                e);
    }

    private final class Paged implements Entries<RawEntry> {

        private final SearchRequest request;
        private final int limit;
        private final Deque<SearchResultEntry> page = new ArrayDeque<>();
        private @Nullable LDAPConnection connection;
        private @Nullable ASN1OctetString cookie;
        private boolean ended;
        private long delivered;
        private Optional<ReadReport.Partial> partial = Optional.empty();

        Paged(SearchRequest request, int limit) {
            this.request = request;
            this.limit = limit;
        }

        @Override
        public boolean hasNext() {
            while (page.isEmpty() && !ended) {
                fetch();
            }
            if (limit > 0 && delivered == limit && !page.isEmpty()) {
                partial = Optional.of(ReadReport.Partial.OWN_LIMIT);
                close();
                page.clear();
            }
            return !page.isEmpty();
        }

        private void fetch() {
            try {
                if (connection == null) {
                    connection = pool.getConnection();
                }
                request.setControls(new SimplePagedResultsControl(pageSize, cookie, false));
                SearchResult result = connection.search(request);
                page.addAll(result.getSearchEntries());
                SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
                cookie = more == null ? null : more.getCookie();
                if (cookie == null || cookie.getValueLength() == 0) {
                    close();
                }
            } catch (LDAPException e) {
                close();
                throw failure(e);
            }
        }

        @Override
        public RawEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            delivered++;
            return new SearchEntry(page.remove());
        }

        @Override
        public ReadReport report() {
            return new ReadReport(delivered, 0, 0, 0, List.of(), partial);
        }

        @Override
        public void close() {
            ended = true;
            if (connection != null) {
                pool.releaseConnection(connection);
                connection = null;
            }
        }
    }
}
