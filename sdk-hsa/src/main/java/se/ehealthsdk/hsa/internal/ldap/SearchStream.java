package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/**
 * A search as it is read. A worker fetches one page while the caller reads the one before, and rests while it does
 * not: there are at most two pages in memory, or less where entries are large. A server that does not know pages
 * sends all at once, and waits when that much has not been read.
 *
 * <p>All fetching is done on one connection, by one worker at a time.
 */
final class SearchStream implements Entries<RawEntry> {

    private static final String OPERATION = "search";
    private static final int EMPTY_PAGES = 100;
    private static final int LOOK_AT_TIME_AFTER = 64;
    private static final long LARGE_ENTRIES = 4;

    private enum Phase {
        NEW,
        /** A worker is at it. */
        FETCHING,
        /** There is a page more, which no one fetches now. */
        RESTING,
        ENDED
    }

    private final Links links;
    private final EntryQuery query;
    private final SearchRequest request;
    private final int pageSize;
    private final long mostBytes;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition room = lock.newCondition();
    // the following are read and changed under the lock
    private List<SearchResultEntry> ready = new ArrayList<>();
    private long readyBytes;
    private List<SearchResultEntry> handed = List.of();
    private boolean waiting;
    private boolean full;
    private Phase phase = Phase.NEW;
    private boolean closed;
    private @Nullable Throwable failure;
    private Optional<Partial> partial = Optional.empty();

    // the worker's own, handed on from fetch to fetch
    private @Nullable Lease lease;
    private @Nullable Watch watch;
    private @Nullable ASN1OctetString cookie;
    private @Nullable String pageStart;
    private @Nullable String firstOfPage;
    private int received;
    private long kept;
    private int emptyPages;
    private boolean referred;
    private boolean firstPage = true;
    private long fetchingNanos;
    private long fetchStart;

    // the caller's own
    private List<SearchResultEntry> batch = List.of();
    private int position;
    private long delivered;
    private boolean atEnd;
    private boolean ownLimit;

    SearchStream(Links links, EntryQuery query) {
        this.links = links;
        this.query = query;
        int page = links.settings().pageSize();
        // one more than wanted, to know whether there was more
        this.pageSize = query.limit() > 0 && query.limit() < page - 1 ? query.limit() + 2 : page;
        this.mostBytes = LARGE_ENTRIES * links.settings().maximumMessageBytes();
        this.request =
                Requests.of(
                        query,
                        new Arrivals(),
                        query.limit() > 0 && query.limit() < Integer.MAX_VALUE - 2
                                ? query.limit() + 2
                                : 0);
    }

    @Override
    public boolean hasNext() {
        if (atEnd) {
            return false;
        }
        if (position >= batch.size() && !refill()) {
            atEnd = true;
            return false;
        }
        if (query.limit() > 0 && delivered == query.limit()) {
            ownLimit = true;
            close();
            return false;
        }
        return true;
    }

    @Override
    public RawEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        delivered++;
        return new SearchEntry(batch.get(position++));
    }

    private boolean refill() {
        if (lease == null && isNew()) {
            lease = links.take();
        }
        lock.lock();
        try {
            while (true) {
                if (!handed.isEmpty()) {
                    batch = handed;
                    handed = List.of();
                    position = 0;
                    return true;
                }
                if (!ready.isEmpty() && (phase != Phase.FETCHING || full)) {
                    batch = takeReady();
                    position = 0;
                    room.signal();
                    if (phase == Phase.RESTING && !isEnough()) {
                        fetchNext();
                    }
                    return true;
                }
                if (failure != null) {
                    throw asUnchecked(failure);
                }
                if (phase == Phase.ENDED) {
                    return false;
                }
                if (phase != Phase.FETCHING) {
                    fetchNext();
                } else {
                    await();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isNew() {
        lock.lock();
        try {
            return phase == Phase.NEW;
        } finally {
            lock.unlock();
        }
    }

    /** Whether what has come goes beyond the caller's own limit. */
    private boolean isEnough() {
        return query.limit() > 0 && kept > query.limit();
    }

    private void await() {
        waiting = true;
        try {
            arrived.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw ConnectFailures.interrupted(e);
        } finally {
            waiting = false;
        }
    }

    private List<SearchResultEntry> takeReady() {
        List<SearchResultEntry> taken = ready;
        ready = new ArrayList<>(taken.size());
        readyBytes = 0;
        full = false;
        return taken;
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private Lease leased() {
        return Objects.requireNonNull(lease, "lease");
    }

    private void fetchNext() {
        phase = Phase.FETCHING;
        try {
            links.workers().execute(this::fetch);
        } catch (RejectedExecutionException allClosed) {
            leased().discard();
            phase = Phase.ENDED;
            failure = SearchFailures.closed(null);
        }
    }

    private void fetch() {
        try {
            boolean more = fetchPage();
            while (more && isHandedOver()) {
                more = fetchPage();
            }
            if (more && rests()) {
                return;
            }
            if (more) {
                letGo();
            } else {
                leased().giveBack();
            }
            end(null);
        } catch (Throwable e) { // whatever it is, the caller must hear of it
            leased().discard();
            end(e);
        }
    }

    /** Hands a page to a caller who waits for it: the next is then fetched at once. */
    private boolean isHandedOver() {
        lock.lock();
        try {
            if (!waiting || !handed.isEmpty() || closed || isEnough()) {
                return false;
            }
            handed = takeReady();
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the caller come after; not if no one reads any more. */
    private boolean rests() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            phase = Phase.RESTING;
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Throwable why) {
        lock.lock();
        try {
            phase = Phase.ENDED;
            failure = why;
            if (partial.isEmpty() && referred) {
                partial = Optional.of(Partial.REFERRAL);
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Fetches until a page has brought something; whether there is more after it. */
    private boolean fetchPage() {
        while (true) {
            requireTime(fetchingNanos);
            received = 0;
            firstOfPage = null;
            request.setControls(new SimplePagedResultsControl(pageSize, cookie, false));
            Optional<SearchResult> result = ask();
            if (result.isEmpty()) {
                return false;
            }
            ASN1OctetString next = cookie(result.get());
            if (next == null || next.getValueLength() == 0) {
                return false;
            }
            requireProgress(next);
            cookie = next;
            firstPage = false;
            if (received > 0) {
                return true;
            }
        }
    }

    private void requireTime(long nanos) {
        if (nanos > links.settings().searchTime().toNanos()) {
            throw SearchFailures.tooLong(leased().link().endpoint());
        }
    }

    private void requireProgress(ASN1OctetString next) {
        emptyPages = received == 0 ? emptyPages + 1 : 0;
        boolean again =
                received > 0
                        && cookie != null
                        && next.equalsIgnoreType(cookie)
                        && Objects.equals(firstOfPage, pageStart);
        if (emptyPages > EMPTY_PAGES || again) {
            throw new ProtocolException(
                    leased().link().endpoint()
                            + ": "
                            + OPERATION
                            + (again
                                    ? ": the server sends the same page again and again"
                                    : ": the server sends empty pages without end"),
                    null,
                    null);
        }
        pageStart = firstOfPage;
    }

    /** One page; empty if the server ended the search before its end, which {@link #partial} tells. */
    private Optional<SearchResult> ask() {
        boolean mayBeOld = firstPage && !leased().link().isFresh();
        try {
            return Optional.of(askOnce());
        } catch (LDAPSearchException e) {
            boolean lost =
                    mayBeOld
                            && received == 0
                            && !links.isClosed()
                            && SearchFailures.isLost(e, wasCut());
            if (!lost) {
                return endedEarly(e, wasCut());
            }
        }
        // the connection may have been dead for long, and nothing has been delivered
        leased().replace();
        try {
            return Optional.of(askOnce());
        } catch (LDAPSearchException e) {
            return endedEarly(e, wasCut());
        }
    }

    private boolean wasCut() {
        return watch != null && watch.hasCut();
    }

    private SearchResult askOnce() throws LDAPSearchException {
        Link link = leased().link();
        fetchStart = System.nanoTime();
        try (Watch over =
                Watch.over(link.socket(), links.settings().answerTimeout(), links.scheduler())) {
            watch = over;
            return link.ldap().search(request);
        } catch (EHealthException | NotWanted own) {
            throw own;
        } catch (RuntimeException wrongKindOfAnswer) {
            throw SearchFailures.notLdap(link.endpoint(), OPERATION);
        } finally {
            link.used();
            fetchingNanos += System.nanoTime() - fetchStart;
        }
    }

    private @Nullable ASN1OctetString cookie(SearchResult result) {
        try {
            SimplePagedResultsControl control = SimplePagedResultsControl.get(result);
            return control == null ? null : control.getCookie();
        } catch (LDAPException e) {
            throw SearchFailures.notLdap(leased().link().endpoint(), OPERATION);
        }
    }

    private Optional<SearchResult> endedEarly(LDAPSearchException e, boolean cut) {
        if (links.isClosed()) {
            throw SearchFailures.closed(e);
        }
        Endpoint from = leased().link().endpoint();
        Partial why =
                switch (e.getResultCode().intValue()) {
                    case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE -> Partial.SIZE_LIMIT;
                    case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE -> Partial.TIME_LIMIT;
                    case ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE -> Partial.ADMINISTRATIVE_LIMIT;
                    case ResultCode.REFERRAL_INT_VALUE -> Partial.REFERRAL;
                    case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                            throw SearchFailures.noBase(from, query.base(), e);
                    default -> throw SearchFailures.of(from, OPERATION, e, cut);
                };
        lock.lock();
        try {
            partial = Optional.of(why);
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    /** Tells the server that no more pages will be asked for (RFC 2696 section 3), and gives the connection back. */
    private void letGo() {
        Link link = leased().link();
        received = 0;
        request.setControls(new SimplePagedResultsControl(0, cookie, false));
        try (Watch over =
                Watch.over(link.socket(), links.settings().connectTimeout(), links.scheduler())) {
            watch = over;
            link.ldap().search(request);
            leased().giveBack();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().isClientSideResultCode()) {
                leased().discard();
            } else {
                leased().giveBack();
            }
        }
    }

    private void letGoInBackground() {
        try {
            letGo();
        } catch (RuntimeException e) {
            leased().discard();
        }
    }

    /** About how large an entry is in memory: what its values hold. */
    private static long bytes(SearchResultEntry entry) {
        long bytes = 0;
        for (Attribute each : entry.getAttributes()) {
            for (ASN1OctetString value : each.getRawValues()) {
                bytes += value.getValueLength();
            }
        }
        return bytes;
    }

    @Override
    public ReadReport report() {
        lock.lock();
        try {
            Optional<Partial> why =
                    ownLimit ? Optional.of(Partial.OWN_LIMIT) : atEnd ? partial : Optional.empty();
            return new ReadReport(delivered, 0, 0, 0, List.of(), why);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        atEnd = true;
        batch = List.of();
        position = 0;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            handed = List.of();
            takeReady();
            room.signal();
            if (phase == Phase.NEW) {
                phase = Phase.ENDED;
                if (lease != null) {
                    lease.giveBack();
                }
            } else if (phase == Phase.RESTING) {
                phase = Phase.FETCHING;
                links.workers().execute(this::letGoInBackground);
            }
        } catch (RejectedExecutionException allClosed) {
            leased().discard();
        } finally {
            lock.unlock();
        }
    }

    /** What comes from the server, in the worker's thread. */
    private final class Arrivals implements SearchResultListener {

        private static final long serialVersionUID = 1;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            Objects.requireNonNull(watch, "watch").progress();
            if (received++ == 0) {
                firstOfPage = entry.getDN();
            }
            if (received % LOOK_AT_TIME_AFTER == 0) {
                requireTime(fetchingNanos + System.nanoTime() - fetchStart);
            }
            if (PooledEntrySource.isBase(query, entry)) {
                return;
            }
            lock.lock();
            try {
                if (closed) {
                    requireEndOfPage();
                    return;
                }
                if (ready.size() >= pageSize || readyBytes >= mostBytes) {
                    waitForRoom();
                }
                ready.add(entry);
                readyBytes += bytes(entry);
                kept++;
            } finally {
                lock.unlock();
            }
        }

        /** Nobody reads any more: the rest of a page is passed over, a whole directory is not. */
        private void requireEndOfPage() {
            if (received > pageSize) {
                throw new NotWanted();
            }
        }

        private void waitForRoom() {
            Watch patient = Objects.requireNonNull(watch, "watch");
            long start = System.nanoTime();
            patient.pause(true);
            full = true;
            arrived.signal();
            try {
                while (full && !closed) {
                    room.await();
                }
            } catch (InterruptedException allClosed) {
                throw SearchFailures.closed(null);
            } finally {
                patient.pause(false);
                fetchStart += System.nanoTime() - start;
            }
            if (closed) {
                throw new NotWanted();
            }
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            Objects.requireNonNull(watch, "watch").progress();
            referred = true;
        }
    }

    /** Ends a search that nobody reads any more. */
    private static final class NotWanted extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotWanted() {
            super(null, null, false, false);
        }
    }
}
