package se.ehealthsdk.testkit.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;

/**
 * The scenarios that can be run on these services, and their runs: {@code services.scenarios()}. One runs at a time. Safe for use by many threads.
 *
 * <pre>{@code
 * ScenarioRun run = services.scenarios().start("log-service-down-a-night");
 * // the system under test works
 * Report report = run.stop();
 * }</pre>
 */
public final class Scenarios implements AutoCloseable {

    /** The scenarios that come with the testkit. */
    private static final List<String> BUILT_IN =
            List.of(
                    "platform-codes",
                    "slow-platform",
                    "outage",
                    "log-answers-lost",
                    "certificate-answers-lost",
                    "log-service-down-a-night",
                    "status-events-doubled",
                    "status-events-disordered",
                    "status-events-late",
                    "server-certificate-expired",
                    "server-certificate-untrusted",
                    "server-certificate-of-another-host",
                    "client-certificates-bad",
                    "hsa-missing-workplace-code",
                    "hsa-expired-assignment",
                    "hsa-protected-person",
                    "hsa-two-hsa-ids",
                    "discharge-system-down",
                    "discharge-messages-doubled",
                    "idp-wrong-nonce");

    private static final int MAX_RUNS = 100;

    private final NationalServices services;
    private final Map<String, Scenario> own = new TreeMap<>();
    private final Deque<ScenarioRun> runs = new ArrayDeque<>();
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> looking;
    private int started;

    /** For {@link NationalServices}. */
    public Scenarios(NationalServices services) {
        this.services = services;
    }

    /** The scenarios that come with the testkit. */
    public static List<Scenario> builtIn() {
        return BUILT_IN.stream().map(Scenarios::shipped).toList();
    }

    private static Scenario shipped(String name) {
        String file = name + ".yaml";
        try (InputStream in = Scenarios.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            return Scenario.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All scenarios: those that come with the testkit, and those added, by name; of two with the same name the one added. */
    public synchronized List<Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        builtIn().forEach(each -> all.put(each.name(), each));
        all.putAll(own);
        return List.copyOf(all.values());
    }

    /** The scenario of a name; empty when there is none. */
    public Optional<Scenario> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Adds a scenario, in the place of one of the same name. */
    public synchronized void add(Scenario scenario) {
        own.put(scenario.name(), scenario);
    }

    /**
     * Adds all scenarios of a folder: its files ending in {@code .yaml}, {@code .yml} or {@code .json}.
     *
     * @throws ConfigurationException if the folder or a file cannot be read, or a file is not right; then none is added
     */
    public void addAll(Path folder) {
        List<Scenario> read;
        try (Stream<Path> files = Files.list(folder)) {
            read =
                    files.filter(each -> each.toString().matches(".*\\.(yaml|yml|json)"))
                            .sorted()
                            .map(Scenario::read)
                            .toList();
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "The folder of scenarios cannot be read: " + folder.getFileName(),
                    "Name a folder that is there.",
                    unreadable);
        }
        read.forEach(this::add);
    }

    /**
     * Starts a scenario by name.
     *
     * @throws InvalidInputException if there is none of this name, or it names something that is not here
     * @throws IllegalStateException if another one runs
     */
    public ScenarioRun start(String name) {
        return start(
                find(name)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "scenario",
                                                "is not known",
                                                "one of "
                                                        + String.join(
                                                                ", ",
                                                                all().stream()
                                                                        .map(Scenario::name)
                                                                        .toList()))));
    }

    /**
     * Starts a scenario.
     *
     * @throws InvalidInputException if it names a contract, a person, a unit that is not here; nothing is set then
     * @throws IllegalStateException if another one runs
     */
    public ScenarioRun start(Scenario scenario) {
        ScenarioRun run;
        synchronized (this) {
            if (running().isPresent()) {
                throw new IllegalStateException(
                        "a scenario runs on these services already: stop it first");
            }
            run = new ScenarioRun("run-" + ++started, scenario, services, this::ended);
            runs.addLast(run);
            if (runs.size() > MAX_RUNS) {
                runs.removeFirst();
            }
            watch(run);
        }
        try {
            run.begin();
        } catch (RuntimeException wrong) {
            synchronized (this) {
                runs.remove(run);
            }
            throw wrong;
        }
        return run;
    }

    private void watch(ScenarioRun run) {
        if (timer == null) {
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            task -> {
                                Thread thread = new Thread(task, "scenario");
                                thread.setDaemon(true);
                                return thread;
                            });
        }
        looking = timer.scheduleWithFixedDelay(run::look, 250, 250, TimeUnit.MILLISECONDS);
    }

    private synchronized void ended(ScenarioRun run) {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /** The one that runs; empty when none does. */
    public synchronized Optional<ScenarioRun> running() {
        return runs.stream().filter(each -> each.state() == RunState.RUNNING).findFirst();
    }

    /** The runs, oldest first; the last 100. */
    public synchronized List<ScenarioRun> runs() {
        return List.copyOf(runs);
    }

    /** The run of an id; empty when it is not kept. */
    public synchronized Optional<ScenarioRun> run(String id) {
        return runs.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Does what is due now: for {@link NationalServices}, when the clock has been moved. */
    public void clockMoved() {
        running().ifPresent(ScenarioRun::look);
    }

    /** Breaks off what runs. Own scenarios and past runs stay. */
    public void abandon() {
        running().ifPresent(ScenarioRun::abandon);
    }

    /** Breaks off what runs. */
    @Override
    public void close() {
        abandon();
        synchronized (this) {
            if (timer != null) {
                timer.shutdownNow();
                timer = null;
            }
        }
    }
}
