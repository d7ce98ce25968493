package se.ehealthsdk.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A run.
 *
 * @param store where the outbox is
 * @param kills how many workers are killed at least
 * @param time how long that takes
 * @param seed decides everything that is drawn
 * @param folder for the run's files; emptied first
 * @param opening the class of the {@link Opening} that workers use
 */
record Plan(Store store, int kills, Duration time, long seed, Path folder, String opening) {

    static final int APPENDERS = 2;
    static final int DELIVERERS = 2;
    static final int THREADS = 4;

    /** Where an outbox is. */
    enum Store {
        /** One file that all workers share. */
        SQLITE,
        /** A server that all workers share. */
        POSTGRESQL
    }

    /** Whether the receiver's refusals say why. */
    boolean worded() {
        return seed % 2 == 0;
    }
}
