package se.ehealthsdk.testkit.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import se.ehealthsdk.testkit.NationalServices;

/** Services whose clock stands still until it is moved. */
final class Moved implements AutoCloseable {

    private static final class Standing extends Clock {

        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Standing clock = new Standing();
    private final NationalServices services = NationalServices.builder().clock(clock).start();

    static Moved start() {
        return new Moved();
    }

    NationalServices services() {
        return services;
    }

    void forward(Duration by) {
        clock.forward(by);
    }

    @Override
    public void close() {
        services.close();
    }
}
