package se.ehealthsdk.testkit.internal.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.state.StateFolder;

/**
 * Keeps every call that changes something before it is answered, and does them again at the start: with the clock at the
 * time of each, its own ids, and without calling anybody else. Such calls are answered one at a time, so that the order in
 * the log is the order in which they were carried out.
 */
public final class KeptState implements StateKeeper, StateFolder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptState.class);
    private static final long LARGE = 64L << 20;

    /** The services' time and ids while a call lasts. */
    public interface Moment {

        /** The time of the clock beneath the services' own. */
        Instant now();

        /** A seed for the ids of a call, by its number in the log. */
        long seedOf(long call);

        /** Does something as at a time, with ids from a seed. */
        <T> T at(Instant time, long seed, Supplier<T> work);
    }

    private final Path path;
    private final Moment moment;
    private final CallLog log;
    private final Map<String, Function<HttpCall, HttpReply>> services = new HashMap<>();
    private final Object file = new Object();
    private volatile boolean restored;
    private long warnAt = LARGE;

    private KeptState(Path path, Moment moment) {
        this.path = path;
        this.moment = moment;
        this.log = CallLog.open(path);
    }

    /**
     * Opens a folder.
     *
     * @throws ConfigurationException if it cannot be used, or is in use
     */
    public static KeptState open(Path folder, Moment moment) {
        return new KeptState(folder, moment);
    }

    @Override
    public synchronized void attach(String service, Function<HttpCall, HttpReply> handler) {
        services.put(service, handler);
    }

    /**
     * Does everything again that the folder holds.
     *
     * @throws ConfigurationException if the log is damaged, or holds calls of a service that is not there
     */
    public synchronized void restore() {
        if (restored) {
            return;
        }
        synchronized (file) {
            log.read(this::again);
        }
        log.dropped().ifPresent(LOG::warn);
        restored = true;
    }

    private void again(KeptCall kept) {
        Function<HttpCall, HttpReply> service = services.get(kept.service());
        if (service == null) {
            throw new ConfigurationException(
                    "The state folder "
                            + path
                            + " holds calls of \""
                            + kept.service()
                            + "\", which is not there.",
                    "Start the services as they were when the state was kept, or with another folder.");
        }
        moment.at(
                kept.at(),
                kept.seed(),
                () -> Outgoing.again(kept.results(), () -> service.apply(kept.call())));
    }

    @Override
    public HttpReply change(String service, HttpCall call, Function<HttpCall, HttpReply> handler) {
        if (!restored) {
            return refused(503, "What was kept is being restored: call again in a moment.");
        }
        synchronized (this) {
            Instant at = moment.now();
            long seed = moment.seedOf(calls() + 1);
            try {
                synchronized (file) {
                    log.append(at, seed, service, call);
                }
            } catch (IOException full) {
                LOG.error(
                        "The call was refused since it could not be kept in {}: {}",
                        path,
                        full.getClass().getSimpleName());
                return refused(
                        507,
                        "The call was not carried out: it could not be kept in the state folder. Is the disk full?");
            }
            warn();
            List<String> results = new ArrayList<>();
            try {
                return moment.at(
                        at, seed, () -> Outgoing.first(results, () -> handler.apply(call)));
            } finally {
                keep(results);
            }
        }
    }

    private void keep(List<String> results) {
        if (results.isEmpty()) {
            return;
        }
        try {
            synchronized (file) {
                if (log.calls() > 0) {
                    log.append(results);
                }
            }
        } catch (IOException full) {
            LOG.error(
                    "What came of calls to others could not be kept in {}: after a restart they count as without answer",
                    path);
        }
    }

    private void warn() {
        if (bytes() > warnAt) {
            warnAt = bytes() * 2;
            LOG.warn(
                    "The state folder {} holds {} MiB, {} calls; it takes ever longer to start with. A reset empties it.",
                    path,
                    bytes() >> 20,
                    calls());
        }
    }

    private static HttpReply refused(int status, String why) {
        return HttpReply.of(
                status,
                Map.of("content-type", "text/plain; charset=utf-8"),
                why.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Forgets everything, with the services.
     *
     * @throws ConfigurationException if the file cannot be emptied: what it holds will come back at the next start
     */
    public void clear() {
        try {
            synchronized (file) {
                log.clear();
            }
        } catch (IOException cause) {
            throw new ConfigurationException(
                    "The state folder " + path + " cannot be emptied",
                    "Check the disk; what it holds comes back at the next start.",
                    cause);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public long bytes() {
        return log.bytes();
    }

    @Override
    public long calls() {
        synchronized (file) {
            return log.calls();
        }
    }

    @Override
    public Optional<String> notice() {
        return log.dropped();
    }

    /** Lets another process have the folder. */
    @Override
    public void close() {
        log.close();
    }
}
