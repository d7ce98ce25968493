package se.ehealthsdk.testkit.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Ids;

/** Makes reports one at a time, in the order asked for; not safe for use by many threads. */
final class ReportDesk {

    /**
     * A report that has been asked for.
     *
     * @param id what to ask with
     * @param consumer who asked; another consumer finds nothing
     * @param begins when the ones before it are done
     * @param ready when it is done
     */
    record Report(
            String id, Optional<HsaId> consumer, Question question, Instant begins, Instant ready) {

        boolean isReady(Instant now) {
            return !now.isBefore(ready);
        }

        /** What is answered until it is done. */
        Result unfinished(Instant now) {
            return new Result(
                    now.isBefore(begins) ? "REPORT_ON_QUEUE" : "REPORT_IN_PROCESS",
                    Optional.of("Rapporten är inte klar"));
        }

        Duration left(Instant now) {
            return Duration.between(now, ready);
        }
    }

    private final Ids ids;
    private final Map<String, Report> reports = new HashMap<>();
    private Instant free = Instant.MIN;

    ReportDesk(Ids ids) {
        this.ids = ids;
    }

    /** Takes an order for a report that takes so long to make. */
    Report order(Question question, Optional<HsaId> consumer, Instant now, Duration takes) {
        Instant begins = free.isAfter(now) ? free : now;
        free = begins.plus(takes);
        Report report = new Report(ids.next(), consumer, question, begins, free);
        reports.put(report.id(), report);
        return report;
    }

    /** A report of this kind that this consumer has asked for. */
    @Nullable Report find(String id, Question.Kind kind, Optional<HsaId> consumer) {
        Report found = reports.get(id);
        return found != null && found.question().kind() == kind && found.consumer().equals(consumer)
                ? found
                : null;
    }

    long ordered() {
        return reports.size();
    }
}
