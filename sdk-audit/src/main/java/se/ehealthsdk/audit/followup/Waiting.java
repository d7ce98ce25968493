package se.ehealthsdk.audit.followup;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time passes between two questions about a report; a test lets it pass at once. */
interface Waiting {

    /** The time of this machine. */
    Waiting REAL =
            new Waiting() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(Duration pause) throws InterruptedException {
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                }
            };

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    void sleep(Duration pause) throws InterruptedException;
}
