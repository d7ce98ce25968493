package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import se.ehealthsdk.outbox.DeliveryOptions;

/** Who is not called for a while. For one thread. */
final class Pauses {

    private final DeliveryOptions options;
    private final Map<String, Pause> pauses = new HashMap<>();

    private record Pause(int failures, Instant until, boolean blocked) {}

    Pauses(DeliveryOptions options) {
        this.options = options;
    }

    boolean paused(String whom) {
        Pause pause = pauses.get(whom);
        return pause != null && options.clock().instant().isBefore(pause.until());
    }

    /** After a failure: twice as long as the time before, a random half of it left out. */
    void failed(String whom, Optional<Duration> asked) {
        Pause before = pauses.get(whom);
        int failures = before == null ? 0 : before.failures();
        long full =
                Math.min(
                        options.firstBackoff().toMillis() << Math.min(failures, 20),
                        options.maxBackoff().toMillis());
        Duration own =
                Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
        Duration pause = asked.filter(wish -> wish.compareTo(own) > 0).orElse(own);
        pauses.put(whom, new Pause(failures + 1, options.clock().instant().plus(pause), false));
    }

    /** Until someone has had time to act; whether that is news. */
    boolean blocked(String whom) {
        Instant until = options.clock().instant().plus(options.blockedPause());
        Pause before = pauses.put(whom, new Pause(0, until, true));
        return before == null || !before.blocked();
    }

    /** It answers again. */
    void over(String whom) {
        pauses.remove(whom);
    }
}
