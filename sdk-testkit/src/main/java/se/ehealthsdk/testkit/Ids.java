package se.ehealthsdk.testkit;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the stand-ins take their ids from: correlation ids, message ids, log ids, {@code jti}. With a seed the same calls
 * in the same order get the same ids, so that two runs can be compared byte by byte; no two ids are the same, with calls
 * at the same time too, but who gets which then depends on who comes first. Safe for use by many threads.
 *
 * <p>The ids are UUIDs of version 4 (RFC 9562) and no secrets: what nobody may guess (keys, nonces, the codes and tokens
 * of the IdP, TLS) comes from {@link SecureRandom}, with a seed as well as without.
 */
public final class Ids {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long OTHER_HALF = 0xD1B54A32D192ED03L;

    private final Sequence common;
    private final ThreadLocal<@Nullable Sequence> ofTheCall = new ThreadLocal<>();

    private Ids(long seed) {
        common = new Sequence(seed);
    }

    /** Other ids for each instance. */
    public static Ids random() {
        return new Ids(new SecureRandom().nextLong());
    }

    /** The same ids for each instance with this seed. */
    public static Ids seeded(long seed) {
        return new Ids(seed);
    }

    /** A new id, as {@code 3f2c1f0a-5d6e-4b7a-8c9d-0e1f2a3b4c5d}. */
    public String next() {
        Sequence own = ofTheCall.get();
        return (own == null ? common : own).next().toString();
    }

    /**
     * Does something whose ids follow from a seed of its own, whatever other threads do at the same time: for a call that
     * is to be done again later with the same outcome.
     *
     * @param seed another for each call
     * @param work done by this thread alone
     */
    public <T> T during(long seed, Supplier<T> work) {
        @Nullable Sequence outer = ofTheCall.get();
        ofTheCall.set(new Sequence(seed));
        try {
            return work.get();
        } finally {
            if (outer == null) {
                ofTheCall.remove();
            } else {
                ofTheCall.set(outer);
            }
        }
    }

    /** A seed for {@link #during}, another for each number, whatever ids have been taken. */
    long seedOf(long number) {
        return Sequence.mixed(common.high ^ Sequence.mixed(number * OTHER_HALF));
    }

    /** From the first id again, if there is a seed; for a fresh start, with nothing remembered. */
    void reset() {
        common.taken.set(0);
    }

    /** Ids by a counter, so that threads share nothing but it; the mixing is that of SplitMix64 (Steele et al. 2014). */
    private static final class Sequence {

        private final long high;
        private final long low;
        private final AtomicLong taken = new AtomicLong();

        Sequence(long seed) {
            high = mixed(seed + STEP);
            low = mixed(seed ^ OTHER_HALF);
        }

        UUID next() {
            long step = taken.getAndIncrement() * STEP;
            return new UUID(
                    mixed(high + step) & 0xFFFFFFFFFFFF0FFFL | 0x4000L,
                    mixed(low + step) & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        }

        private static long mixed(long value) {
            long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }
    }
}
