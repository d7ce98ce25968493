package se.ehealthsdk.siths.login;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/** Oldest first; a taken log-in leaves its state behind until it would have expired. */
final class PendingLoginsInMemory implements PendingLogins {

    private record Entry(Optional<String> login, Instant expiresAt) {}

    private final int limit;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    PendingLoginsInMemory(int limit, Clock clock) {
        if (limit < 1) {
            throw new InvalidInputException("limit", "is below 1", "1 or more");
        }
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public synchronized void put(String state, String login, Instant expiresAt) {
        Instant now = clock.instant();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next().expiresAt) || full())) {
            oldest.remove();
        }
        entries.put(state, new Entry(Optional.of(login), expiresAt));
    }

    private boolean full() {
        return entries.size() >= limit;
    }

    @Override
    public synchronized Optional<String> take(String state) {
        Entry entry = entries.get(state);
        if (entry == null) {
            return Optional.empty();
        }
        entries.replace(state, new Entry(Optional.empty(), entry.expiresAt));
        return entry.login;
    }

    @Override
    public synchronized boolean wasTaken(String state) {
        Entry entry = entries.get(state);
        return entry != null && entry.login.isEmpty();
    }

    /** How many are kept, the taken ones included. */
    synchronized int size() {
        return entries.size();
    }

    /** The number of log-ins; never what they hold. */
    @Override
    public String toString() {
        return "PendingLogins[" + size() + "]";
    }
}
