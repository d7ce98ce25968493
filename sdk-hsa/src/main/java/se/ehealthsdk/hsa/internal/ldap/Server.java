package se.ehealthsdk.hsa.internal.ldap;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.EHealthException;

/** A server and how it fares. Safe for use by many threads. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** The last failure. */
    record Failure(Instant at, String what) {}

    private final Endpoint endpoint;
    private final int rank;
    private final AtomicInteger connections = new AtomicInteger();
    private boolean down;
    private Optional<Failure> lastFailure = Optional.empty();

    Server(Endpoint endpoint, int rank) {
        this.endpoint = endpoint;
        this.rank = rank;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** 0 for the one that is used first. */
    int rank() {
        return rank;
    }

    AtomicInteger connections() {
        return connections;
    }

    synchronized boolean isDown() {
        return down;
    }

    synchronized Optional<Failure> lastFailure() {
        return lastFailure;
    }

    synchronized void isUp() {
        if (down) {
            LOG.info("The directory server {} can be reached again", endpoint);
        }
        down = false;
    }

    synchronized void failed(EHealthException failure, Clock clock) {
        if (!down) {
            LOG.warn("The directory server {} cannot be used: {}", endpoint, failure.getMessage());
        }
        down = true;
        lastFailure =
                Optional.of(new Failure(clock.instant(), String.valueOf(failure.getMessage())));
    }
}
