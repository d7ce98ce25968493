package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** A search as it is read: page by page, on one connection. */
final class SearchStream implements Entries<RawEntry> {

    private static final String OPERATION = "search";
    private static final int EMPTY_PAGES = 100;

    private final Links links;
    private final Settings settings;
    private final EntryQuery query;
    private final int pageSize;

    private @Nullable Link link;
    private @Nullable Answer page;
    private @Nullable ASN1OctetString cookie;
    private @Nullable String pageStart;
    private @Nullable String firstOfPage;
    private int emptyPages;
    private long waitedNanos;

    private @Nullable SearchResultEntry ready;
    private long delivered;
    private boolean atEnd;
    private @Nullable RuntimeException failure;
    private Optional<Partial> partial = Optional.empty();
    private boolean referred;

    SearchStream(Links links, EntryQuery query) {
        this.links = links;
        this.settings = links.settings();
        this.query = query;
        int most = settings.pageSize();
        // one more than wanted, to know whether there was more; and the base, which is left out
        this.pageSize = query.limit() > 0 && query.limit() < most - 1 ? query.limit() + 2 : most;
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (ready != null) {
            return true;
        }
        if (atEnd) {
            return false;
        }
        ready = read();
        if (ready == null) {
            end(referred ? Optional.of(Partial.REFERRAL) : Optional.empty());
        } else if (query.limit() > 0 && delivered == query.limit()) {
            end(Optional.of(Partial.OWN_LIMIT));
        }
        return !atEnd;
    }

    @Override
    public RawEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SearchResultEntry next = Objects.requireNonNull(ready);
        ready = null;
        delivered++;
        return new SearchEntry(next);
    }

    private void end(Optional<Partial> why) {
        if (partial.isEmpty()) {
            partial = why;
        }
        close();
    }

    private @Nullable SearchResultEntry read() {
        if (link == null) {
            link = links.take();
        }
        try {
            return readOn();
        } catch (LDAPException e) {
            return endedEarly(e);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(RuntimeException why) {
        failure = why;
        if (link != null) {
            links.discard(link);
            link = null;
        }
        close();
        return why;
    }

    /** The next entry; none at the end of the last page. */
    private @Nullable SearchResultEntry readOn() throws LDAPException {
        while (true) {
            Optional<SearchResultEntry> next = page == null ? ask() : next(page);
            if (next.isEmpty()) {
                if (!hasMore()) {
                    return null;
                }
                page = null;
            } else if (!PooledEntrySource.isBase(query, next.get())) {
                return next.get();
            }
        }
    }

    /** Asks for a page, and reads the first of it. */
    private Optional<SearchResultEntry> ask() throws LDAPException {
        boolean mayBeOld = cookie == null && !link().isFresh();
        Optional<SearchResultEntry> first;
        try {
            first = askOnce();
        } catch (LDAPException e) {
            if (!mayBeOld || links.isClosed() || !SearchFailures.isLost(e)) {
                throw e;
            }
            // the connection may have been dead for long, and nothing has been delivered
            Link dead = link();
            link = null;
            link = links.replace(dead);
            first = askOnce();
        }
        firstOfPage = first.map(SearchResultEntry::getDN).orElse(null);
        return first;
    }

    private Optional<SearchResultEntry> askOnce() throws LDAPException {
        page = ask(pageSize);
        return next(page);
    }

    private Answer ask(int size) throws LDAPException {
        int limit = query.limit();
        link().used();
        return Answer.to(
                query,
                limit > 0 && limit < Integer.MAX_VALUE - 2 ? limit + 2 : 0,
                link(),
                settings,
                new SimplePagedResultsControl(size, cookie, false));
    }

    private Optional<SearchResultEntry> next(Answer from) throws LDAPException {
        long before = from.waitedNanos();
        Optional<SearchResultEntry> next = from.next();
        referred |= from.isReferred();
        waitedNanos += from.waitedNanos() - before;
        if (waitedNanos > settings.searchTime().toNanos()) {
            throw SearchFailures.tooLong(link().endpoint());
        }
        return next;
    }

    private Link link() {
        return Objects.requireNonNull(link, "link");
    }

    /** Whether there is a page after this one. */
    private boolean hasMore() {
        Answer whole = Objects.requireNonNull(page);
        ASN1OctetString next = whole.result().map(this::cookie).orElse(null);
        if (next == null || next.getValueLength() == 0) {
            cookie = null;
            return false;
        }
        emptyPages = whole.received() == 0 ? emptyPages + 1 : 0;
        boolean again =
                whole.received() > 0
                        && cookie != null
                        && next.equalsIgnoreType(cookie)
                        && Objects.equals(firstOfPage, pageStart);
        if (emptyPages > EMPTY_PAGES || again) {
            throw new ProtocolException(
                    link().endpoint()
                            + ": "
                            + OPERATION
                            + (again
                                    ? ": the server sends the same page again and again"
                                    : ": the server sends empty pages without end"),
                    null,
                    null);
        }
        pageStart = firstOfPage;
        cookie = next;
        return true;
    }

    private @Nullable ASN1OctetString cookie(SearchResult result) {
        try {
            SimplePagedResultsControl control = SimplePagedResultsControl.get(result);
            return control == null ? null : control.getCookie();
        } catch (LDAPException e) {
            throw SearchFailures.notLdap(link().endpoint(), OPERATION);
        }
    }

    private @Nullable SearchResultEntry endedEarly(LDAPException e) {
        if (links.isClosed()) {
            throw failed(SearchFailures.closed(e));
        }
        cookie = null;
        Endpoint from = link().endpoint();
        switch (e.getResultCode().intValue()) {
            case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE ->
                    partial = Optional.of(Partial.SIZE_LIMIT);
            case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                    partial = Optional.of(Partial.TIME_LIMIT);
            case ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    partial = Optional.of(Partial.ADMINISTRATIVE_LIMIT);
            case ResultCode.REFERRAL_INT_VALUE -> partial = Optional.of(Partial.REFERRAL);
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                    throw failed(SearchFailures.noBase(from, query.base(), e));
            default -> throw failed(SearchFailures.of(from, OPERATION, e));
        }
        return null;
    }

    @Override
    public ReadReport report() {
        return new ReadReport(delivered, 0, 0, 0, List.of(), atEnd ? partial : Optional.empty());
    }

    @Override
    public void close() {
        atEnd = true;
        ready = null;
        Link held = link;
        link = null;
        if (held == null) {
            return;
        }
        boolean inOrder = false;
        try {
            link = held;
            inOrder = page == null || letGo(page);
        } catch (LDAPException | EHealthException gone) {
            // the connection is thrown away
        } finally {
            link = null;
            if (inOrder) {
                links.giveBack(held);
            } else {
                links.discard(held);
            }
            if (page != null) {
                page.ignore();
            }
        }
    }

    /**
     * Passes over the rest of a page, and tells the server that no more will be asked for (RFC 2696 section 3).
     * Whether that was so; a server that sends the whole directory is cut off.
     */
    private boolean letGo(Answer open) throws LDAPException {
        while (open.result().isEmpty()) {
            if (open.received() > pageSize) {
                return false;
            }
            open.next();
        }
        if (hasMore()) {
            ask(0).next();
        }
        return true;
    }
}
