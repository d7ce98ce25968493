package se.ehealthsdk.audit.followup;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.audit.contract.ReportResult;

/** Which parts of a period a report covers, and which it does not. */
final class Coverage {

    /** An end that the service counts as the last second, not as the first moment after it. */
    private static final Duration LAST_SECOND = Duration.ofSeconds(1);

    private final LogPeriod whole;
    private final LocalDateTime asked;
    private final List<LogPeriod> available = new ArrayList<>();
    private final List<ReportNote> notes = new ArrayList<>();

    Coverage(LogPeriod whole, LocalDateTime asked) {
        this.whole = whole;
        this.asked = asked;
    }

    /** What the service said of a part; parts come in order. */
    void add(LogPeriod part, ReportResult result) {
        if (result.start().isEmpty() || result.end().isEmpty()) {
            note(ReportNote.Kind.PERIOD_NOT_TOLD, part);
            return;
        }
        LocalDateTime from = latest(part.from(), result.start().get());
        LocalDateTime to = earliest(part.to(), result.end().get().plus(LAST_SECOND));
        if (!from.isBefore(to)) {
            note(ReportNote.Kind.PERIOD_CUT, part);
            return;
        }
        if (from.isAfter(part.from())) {
            note(ReportNote.Kind.PERIOD_CUT, new LogPeriod(part.from(), from));
        }
        // what has not happened yet is not missing
        if (to.isBefore(earliest(part.to(), asked.minus(LAST_SECOND)))) {
            note(ReportNote.Kind.PERIOD_CUT, new LogPeriod(to, part.to()));
        }
        join(new LogPeriod(from, to));
    }

    private void join(LogPeriod next) {
        int last = available.size() - 1;
        if (last >= 0 && !available.get(last).to().isBefore(next.from())) {
            available.set(last, new LogPeriod(available.get(last).from(), next.to()));
        } else {
            available.add(next);
        }
    }

    /** Notes that the newest records may not be visible yet, if the period reaches that far. */
    void recent(Duration visibleWithin) {
        LocalDateTime visible = asked.minus(visibleWithin);
        if (whole.to().isAfter(visible)) {
            note(
                    ReportNote.Kind.TOO_RECENT,
                    new LogPeriod(latest(whole.from(), visible), whole.to()));
        }
    }

    void note(ReportNote.Kind kind, LogPeriod period) {
        notes.add(ReportNote.of(kind, period));
    }

    List<LogPeriod> available() {
        return available;
    }

    List<ReportNote> notes() {
        return notes;
    }

    private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earliest(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
