package se.ehealthsdk.testkit.accesslog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.testkit.ServiceFaults;

/** What is to go wrong, and which records are bad. Safe for use by many threads. */
final class LogFaults {

    private record Standing(Predicate<AccessRecord> record, LogFault fault) {}

    private record Bad(Predicate<AccessRecord> record, Optional<String> text) {}

    private final ServiceFaults<LogFault> next;
    private final List<Standing> standing = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private final Map<String, Optional<String>> badIds = new HashMap<>();

    LogFaults(Clock clock) {
        next = new ServiceFaults<>("log", clock);
    }

    ServiceFaults<LogFault> waiting() {
        return next;
    }

    synchronized void when(Predicate<AccessRecord> record, LogFault fault) {
        standing.add(new Standing(record, fault));
    }

    synchronized void refuse(Predicate<AccessRecord> record, Optional<String> text) {
        bad.add(new Bad(record, text));
    }

    synchronized void accept() {
        bad.clear();
        badIds.clear();
    }

    synchronized int pending() {
        return next.pending();
    }

    synchronized void clear() {
        next.clear();
        standing.clear();
        accept();
    }

    /** What this call meets: what holds for one of its records, or what waits for the next call. */
    synchronized @Nullable LogFault take(List<AccessRecord> call) {
        for (Standing each : standing) {
            if (call.stream().anyMatch(each.record())) {
                return each.fault();
            }
        }
        return next.take().orElse(null);
    }

    synchronized void spoil(AccessRecord record, Optional<String> text) {
        badIds.put(record.logId(), text);
    }

    /** What is wrong with the call for one of its records; null when none is bad. */
    synchronized @Nullable Result refusal(List<AccessRecord> call) {
        if (bad.isEmpty() && badIds.isEmpty()) {
            return null;
        }
        for (AccessRecord record : call) {
            Optional<String> text = badIds.get(record.logId());
            if (text != null) {
                return new Result("VALIDATION_ERROR", text);
            }
            for (Bad each : bad) {
                if (each.record().test(record)) {
                    return new Result("VALIDATION_ERROR", each.text());
                }
            }
        }
        return null;
    }
}
