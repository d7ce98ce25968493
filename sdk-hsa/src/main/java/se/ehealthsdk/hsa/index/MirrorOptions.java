package se.ehealthsdk.hsa.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;

/** What a mirror has been told. */
record MirrorOptions(
        MirrorSource source,
        Duration every,
        Duration retryAfter,
        double jitter,
        double maxShrink,
        Optional<Path> copy,
        Clock clock,
        MirrorListener listener,
        Optional<ScheduledExecutorService> executor,
        DoubleSupplier random) {}
