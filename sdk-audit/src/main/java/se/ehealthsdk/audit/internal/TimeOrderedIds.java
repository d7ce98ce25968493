package se.ehealthsdk.audit.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs that grow with time: version 7, with 12 bits that count within a millisecond (RFC 9562 section 6.2,
 * method 1). Ids of one generator always grow, also when the clock is set back. Safe for use by many
 * threads.
 */
public final class TimeOrderedIds {

    private static final TimeOrderedIds OF_THIS_JVM = new TimeOrderedIds(Clock.systemUTC());
    private static final int COUNTS = 1 << 12;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long millis;
    private int count;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /** A new id, larger than all before it in this JVM: 36 characters, lower case. */
    public static String next() {
        return OF_THIS_JVM.nextId().toString();
    }

    UUID nextId() {
        long low = random.nextLong();
        long high;
        synchronized (this) {
            long now = clock.millis();
            if (now > millis) {
                millis = now;
                // the upper half is left to count in
                count = random.nextInt(COUNTS / 2);
            } else if (++count == COUNTS) {
                millis++;
                count = 0;
            }
            high = millis << 16 | 0x7000L | count;
        }
        return new UUID(high, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
