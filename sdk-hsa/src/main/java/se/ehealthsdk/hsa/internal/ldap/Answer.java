package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to one request, as it comes. The connection's own thread reads ahead, and waits while as much
 * as four of the largest entries has not been taken: a server that does not know pages sends everything at once.
 */
final class Answer {

    private static final int LARGE_ENTRIES = 4;
    private static final int LEAST_COST = 256;

    private final Link link;
    private final long patienceNanos;
    private final int all;
    private final Semaphore room;
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final Queue<Object> taken = new ArrayDeque<>();
    private volatile boolean unwanted;

    private int received;
    private long waitedNanos;
    private boolean referred;
    private @Nullable SearchResult result;

    private Answer(Link link, Settings settings) {
        this.link = link;
        this.patienceNanos = settings.answerTimeout().toNanos();
        this.all =
                (int)
                        Math.min(
                                Integer.MAX_VALUE,
                                (long) LARGE_ENTRIES * settings.maximumMessageBytes());
        this.room = new Semaphore(all);
    }

    /** Asks. */
    static Answer to(
            EntryQuery query, int sizeLimit, Link link, Settings settings, Control... controls)
            throws LDAPException {
        Answer answer = new Answer(link, settings);
        SearchRequest request = Requests.of(query, answer.new Arrivals(), sizeLimit);
        request.setControls(controls);
        // the library would count from the request, however much has come
        request.setResponseTimeoutMillis(0);
        try {
            link.ldap().asyncSearch(request);
        } catch (LDAPException e) {
            throw Link.withReason(link.ldap(), e);
        }
        return answer;
    }

    /**
     * The next entry; empty at the end.
     *
     * @throws LDAPException if the server, or the connection, ended it otherwise, or nothing whole comes in time
     * @throws se.ehealthsdk.core.error.ConnectionException if the thread is interrupted
     */
    Optional<SearchResultEntry> next() throws LDAPException {
        while (result == null) {
            Object each = take();
            room.release(cost(each));
            if (each instanceof SearchResultEntry entry) {
                received++;
                return Optional.of(entry);
            } else if (each instanceof SearchResult end) {
                result = end;
                if (!end.getResultCode().equals(ResultCode.SUCCESS)) {
                    throw link.failure(end);
                }
            } else {
                referred = true;
            }
        }
        return Optional.empty();
    }

    private Object take() throws LDAPException {
        if (taken.isEmpty() && arrived.drainTo(taken) == 0) {
            taken.add(await());
        }
        return taken.remove();
    }

    private Object await() throws LDAPException {
        long start = System.nanoTime();
        try {
            Object first = arrived.poll(patienceNanos, TimeUnit.NANOSECONDS);
            if (first == null) {
                throw new LDAPException(ResultCode.TIMEOUT, "nothing whole came");
            }
            return first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectFailures.interrupted(e);
        } finally {
            waitedNanos += System.nanoTime() - start;
        }
    }

    /** How many entries have been taken. */
    int received() {
        return received;
    }

    /** How long the server was waited for. */
    long waitedNanos() {
        return waitedNanos;
    }

    /** Whether a part of the answer lies in another directory. */
    boolean isReferred() {
        return referred;
    }

    /** How it ended; empty before the end. */
    Optional<SearchResult> result() {
        return Optional.ofNullable(result);
    }

    /** What comes is not kept any more. */
    void ignore() {
        unwanted = true;
        room.release(all);
    }

    /** About how large something is in memory: what its values hold. */
    private int cost(Object message) {
        long bytes = LEAST_COST;
        if (message instanceof SearchResultEntry entry) {
            for (Attribute each : entry.getAttributes()) {
                for (ASN1OctetString value : each.getRawValues()) {
                    bytes += value.getValueLength();
                }
            }
        }
        return (int) Math.min(all, bytes);
    }

    /** In the connection's thread. */
    private final class Arrivals implements AsyncSearchResultListener {

        private static final long serialVersionUID = 1;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            add(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            add(reference);
        }

        @Override
        public void searchResultReceived(AsyncRequestID request, SearchResult end) {
            arrived.add(end);
        }

        private void add(Object message) {
            try {
                if (!unwanted) {
                    room.acquire(cost(message));
                    arrived.add(message);
                }
            } catch (InterruptedException closed) {
                unwanted = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
