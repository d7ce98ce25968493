package se.ehealthsdk.audit.followup;

import java.time.Instant;
import java.util.List;

/**
 * A report from the log service, and how much of what was asked for it covers. An empty report means that
 * nothing was logged only if it is {@linkplain #complete() complete}.
 *
 * @param rows what was found, in the service's order
 * @param requested the period that was asked for
 * @param available the parts of it that the service says it covers, in order; empty when it did not say
 * @param askedAt when the service was asked
 * @param notes why the report may lack rows, and what the service said beside
 * @param <T> what a row is
 */
public record Report<T>(
        List<T> rows,
        LogPeriod requested,
        List<LogPeriod> available,
        Instant askedAt,
        List<ReportNote> notes) {

    /** Copies the lists. */
    public Report {
        rows = List.copyOf(rows);
        available = List.copyOf(available);
        notes = List.copyOf(notes);
    }

    /** Whether there is no known reason why it would lack rows. */
    public boolean complete() {
        return notes.stream().noneMatch(note -> note.kind().isShortfall());
    }

    /** The period, the notes and the number of rows; never what is in them. */
    @Override
    public String toString() {
        return "Report[requested=%s, available=%s, askedAt=%s, notes=%s, rows=%d]"
                .formatted(requested, available, askedAt, notes, rows.size());
    }
}
