package se.ehealthsdk.audit.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.audit.contract.ReportResult;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;

/** One report, from the first question until all of it is there: waits, and divides what is too large. */
final class ReportRun<Q, T> {

    /** How soon records are visible in reports at the latest. */
    private static final Duration VISIBLE_WITHIN = Duration.ofHours(24);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration PAUSE_UNLESS_TOLD = Duration.ofSeconds(10);

    /** How calls are made, the same for every report of a client. */
    record Settings(
            RivtaClient platform,
            LogicalAddress address,
            boolean aggregated,
            Duration longestWait,
            int maxParts,
            ReportListener listener,
            Clock clock,
            Waiting waiting) {}

    /**
     * What is asked.
     *
     * @param request makes the request for a period and, from the second time on, an id
     * @param time when a row happened, by which it is cut at the border of a part; empty for rows that have
     *     no time
     */
    record Question<Q, T>(
            RivtaContract<Q, ReportAnswer<T>> contract,
            RequestOf<Q> request,
            Function<T, Optional<Instant>> time) {}

    @FunctionalInterface
    interface RequestOf<Q> {
        Q request(LogPeriod period, Optional<String> queuedReportId);
    }

    private record Part(LogPeriod period, @Nullable String queuedReportId) {}

    private record Done<T>(LogPeriod period, ReportResult result, List<T> rows) {}

    private final Settings settings;
    private final Question<Q, T> question;
    private final LogPeriod whole;
    private final Instant askedAt;
    private final long start;
    private final Deque<Part> todo = new ArrayDeque<>();
    private final List<Done<T>> done = new ArrayList<>();

    ReportRun(Settings settings, Question<Q, T> question, LogPeriod whole) {
        this.settings = settings;
        this.question = question;
        this.whole = whole;
        this.askedAt = settings.clock().instant();
        this.start = settings.waiting().nanoTime();
    }

    Report<T> run(@Nullable PendingReport resumed) {
        if (resumed == null) {
            todo.add(new Part(whole, null));
        } else {
            resume(resumed);
        }
        while (!todo.isEmpty()) {
            Part part = todo.remove();
            DividedPeriod divided = new DividedPeriod(whole, part.period());
            Reply<ReportAnswer<T>> reply = await(part, divided.asked());
            if (code(reply).equals(LogResult.MAX_QUERY_RESULT_EXCEEDED)) {
                divide(part.period(), reply);
            } else {
                done.add(
                        new Done<>(
                                part.period(),
                                reply.message().report(),
                                cut(reply.message().rows(), divided)));
            }
        }
        done.sort(Comparator.comparing(each -> each.period().from()));
        return report();
    }

    /** The part that the service has ready, or soon, comes first: its id may not be valid for ever. */
    private void resume(PendingReport pending) {
        LogPeriod part = pending.period();
        if (!pending.interaction().equals(question.contract().interaction())
                || part.from().isBefore(whole.from())
                || part.to().isAfter(whole.to())) {
            throw new InvalidInputException(
                    "pending",
                    "belongs to another report: "
                            + pending.interaction()
                            + " "
                            + part.from()
                            + "/"
                            + part.to(),
                    "the report that was asked for, with the same period");
        }
        todo.add(new Part(part, pending.queuedReportId()));
        if (part.from().isAfter(whole.from())) {
            todo.add(new Part(new LogPeriod(whole.from(), part.from()), null));
        }
        if (part.to().isBefore(whole.to())) {
            todo.add(new Part(new LogPeriod(part.to(), whole.to()), null));
        }
    }

    private List<T> cut(List<T> rows, DividedPeriod divided) {
        return rows.stream()
                .filter(
                        row ->
                                question.time()
                                        .apply(row)
                                        .map(LogPeriod::local)
                                        .map(divided::holds)
                                        .orElse(true))
                .toList();
    }

    private void divide(LogPeriod period, Reply<ReportAnswer<T>> tooLarge) {
        LocalDateTime middle = DividedPeriod.middle(period).orElse(null);
        if (middle == null || done.size() + todo.size() + 2 > settings.maxParts()) {
            throw refused(tooLarge);
        }
        LogPeriod first = new LogPeriod(period.from(), middle);
        LogPeriod second = new LogPeriod(middle, period.to());
        settings.listener().divided(question.contract().interaction(), first, second);
        todo.addFirst(new Part(second, null));
        todo.addFirst(new Part(first, null));
    }

    /** Asks until the report is ready, too large or refused. */
    private Reply<ReportAnswer<T>> await(Part part, LogPeriod asked) {
        String id = part.queuedReportId();
        while (true) {
            EHealthException failure = null;
            Duration estimate = PAUSE_UNLESS_TOLD;
            try {
                Reply<ReportAnswer<T>> reply = ask(asked, id);
                if (!isQueued(code(reply))) {
                    return settled(reply);
                }
                id = queuedId(reply, id);
                estimate = reply.message().report().queueTime().orElse(PAUSE_UNLESS_TOLD);
            } catch (ConnectionException lost) {
                if (id != null && lost.stage() == Stage.INTERRUPTED) {
                    throw pending(part, id, "Interrupted", lost);
                }
                failure = lost;
            } catch (EHealthException failed) {
                failure = failed;
            }
            if (failure != null && (id == null || !failure.retryable())) {
                throw failure;
            }
            pause(part, Objects.requireNonNull(id), estimate, failure);
        }
    }

    /**
     * A first question starts a report: its contract is not idempotent, so that it is not sent again when it
     * is unknown what became of it. With the id of a report it can be sent any number of times.
     */
    private Reply<ReportAnswer<T>> ask(LogPeriod period, @Nullable String id) {
        return settings.platform()
                .exchange(
                        id == null ? question.contract() : question.contract().idempotent(),
                        settings.address(),
                        question.request().request(period, Optional.ofNullable(id)));
    }

    private static boolean isQueued(String code) {
        return code.equals(LogResult.REPORT_ON_QUEUE) || code.equals(LogResult.REPORT_IN_PROCESS);
    }

    private Reply<ReportAnswer<T>> settled(Reply<ReportAnswer<T>> reply) {
        LogResult result = reply.message().report().result();
        if (result.isDone() || result.code().equals(LogResult.MAX_QUERY_RESULT_EXCEEDED)) {
            return reply;
        }
        throw refused(reply);
    }

    private String queuedId(Reply<ReportAnswer<T>> reply, @Nullable String known) {
        if (settings.aggregated()) {
            // no id may be sent there, and asking without one would start another report
            throw refused(reply);
        }
        String id = reply.message().report().queuedReportId().orElse(known);
        if (id == null) {
            throw new ProtocolException(
                    "The report is queued, but the answer has no queuedReportId to ask for it with",
                    reply.details(),
                    null);
        }
        return id;
    }

    private void pause(
            Part part, String id, Duration estimate, @Nullable EHealthException failure) {
        Duration waited = Duration.ofNanos(settings.waiting().nanoTime() - start);
        Duration left = settings.longestWait().minus(waited);
        if (left.isNegative() || left.isZero()) {
            throw pending(part, id, "The report is not ready within the longest wait", failure);
        }
        Duration pause = least(most(estimate, SHORTEST_PAUSE), least(LONGEST_PAUSE, left));
        settings.listener().waiting(pendingReport(part, id), pause);
        try {
            settings.waiting().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw pending(part, id, "Interrupted", interrupted);
        }
    }

    private PendingReport pendingReport(Part part, String id) {
        return new PendingReport(question.contract().interaction(), part.period(), id);
    }

    private ReportPendingException pending(
            Part part, String id, String message, @Nullable Throwable cause) {
        return new ReportPendingException(pendingReport(part, id), message, cause);
    }

    private static <T> String code(Reply<ReportAnswer<T>> reply) {
        return reply.message().report().result().code();
    }

    private static <T> RejectedException refused(Reply<ReportAnswer<T>> reply) {
        LogResult result = reply.message().report().result();
        CallDetails details = reply.details();
        return new RejectedException(result.code(), result.text().orElse(""), details);
    }

    private Report<T> report() {
        Coverage coverage = new Coverage(whole, LogPeriod.local(askedAt));
        List<ReportNote> messages = new ArrayList<>();
        List<T> rows = new ArrayList<>();
        for (Done<T> each : done) {
            coverage.add(each.period(), each.result());
            each.result()
                    .result()
                    .text()
                    .filter(text -> !text.isBlank())
                    .ifPresent(
                            text ->
                                    messages.add(
                                            new ReportNote(
                                                    ReportNote.Kind.MESSAGE, each.period(), text)));
            rows.addAll(each.rows());
        }
        if (settings.aggregated()) {
            coverage.note(ReportNote.Kind.MAY_LACK_PRODUCERS, whole);
        }
        coverage.recent(VISIBLE_WITHIN);
        messages.addAll(0, coverage.notes());
        return new Report<>(rows, whole, coverage.available(), askedAt, messages);
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
