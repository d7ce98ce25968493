package se.ehealthsdk.certificate.care;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps events in memory, and loses them with it: for tests, and for trying things out. Safe for many threads. */
public final class InMemoryCareEventStore implements CareEventStore {

    private final ConcurrentMap<String, CareEvent> events = new ConcurrentHashMap<>();

    /** Starts empty. */
    public InMemoryCareEventStore() {}

    @Override
    public boolean append(CareEvent event) {
        if (events.putIfAbsent(event.key(), event) == null) {
            return true;
        }
        events.merge(event.key(), event, CareEvent::mergedWith);
        return false;
    }

    @Override
    public List<CareEvent> events(String certificateId) {
        return events.values().stream()
                .filter(each -> each.certificateId().equalsIgnoreCase(certificateId))
                .toList();
    }
}
