package se.ehealthsdk.testkit.internal.admin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.TestClock;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Time, mode, and a fresh start. */
final class ClockResource {

    private static final Duration MOST = Duration.ofDays(366 * 20);

    private ClockResource() {}

    static void on(Router router) {
        router.get("/clock", (call, space) -> Replies.json(call, shape(space.services())))
                .post("/clock", ClockResource::move)
                .get("/mode", (call, space) -> mode(call, space))
                .put("/mode", ClockResource::choose)
                .post("/reset", ClockResource::reset);
    }

    static Shape shape(NationalServices services) {
        TestClock clock = services.clock();
        return Shape.of("now", clock.instant())
                .and("stopped", clock.stopped().isPresent())
                .and("ahead", clock.ahead());
    }

    private static HttpReply move(Call call, Space space) {
        Fields fields = call.fields("advance", "to", "stop", "resume");
        int said =
                (fields.has("advance") ? 1 : 0)
                        + (fields.has("to") ? 1 : 0)
                        + (fields.isTrue("stop") ? 1 : 0)
                        + (fields.isTrue("resume") ? 1 : 0);
        if (said != 1) {
            throw Refusal.of(400, "Say exactly one of advance, to, stop (true) and resume (true).");
        }
        TestClock clock = space.services().clock();
        if (fields.isTrue("stop")) {
            clock.stop();
        } else if (fields.isTrue("resume")) {
            clock.resume();
        } else if (fields.has("advance")) {
            clock.advance(bounded("advance", duration(fields.required("advance"), clock)));
        } else {
            Instant to = moment(fields.required("to"));
            bounded("to", Duration.between(clock.instant(), to));
            clock.advanceTo(to);
        }
        // deadlines pass, and what was not due is
        space.changed("discharge");
        space.changed("outbox");
        return Replies.json(call, shape(space.services()));
    }

    private static Duration bounded(String field, Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw Refusal.field(422, field, "is not forward", "a later time; it never goes back");
        }
        if (by.compareTo(MOST) > 0) {
            throw Refusal.field(422, field, "is too far", "20 years at most");
        }
        return by;
    }

    /** Days are calendar days in Sweden: they have 23 hours once a year, and 25 once. */
    private static Duration duration(String text, TestClock clock) {
        try {
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            var start = clock.instant().atZone(SwedishTime.ZONE);
            var end = days.equals("P") ? start : start.plus(Period.parse(days));
            if (time >= 0) {
                end = end.plus(Duration.parse("P" + text.substring(time)));
            }
            return Duration.between(start, end);
        } catch (DateTimeException | ArithmeticException none) {
            throw Refusal.field(
                    400, "advance", "is no duration", "ISO 8601, as PT1H, P1D or P1DT12H");
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutZone) {
            try {
                return LocalDateTime.parse(text).atZone(SwedishTime.ZONE).toInstant();
            } catch (DateTimeException none) {
                throw Refusal.field(
                        400,
                        "to",
                        "is no moment",
                        "as 2026-11-24T08:00:00Z, or 2026-11-24T09:00 for Swedish time");
            }
        }
    }

    private static HttpReply mode(Call call, Space space) {
        return Replies.json(call, Shape.of("mode", space.services().platform().strictness()));
    }

    private static HttpReply choose(Call call, Space space) {
        String word = call.fields("mode").required("mode");
        space.services().platform().strictness(Words.read(Strictness.class, "mode", word));
        return mode(call, space);
    }

    private static HttpReply reset(Call call, Space space) {
        call.fields();
        space.services().reset();
        space.receivers().forget();
        space.feed().reset();
        return Replies.done();
    }
}
