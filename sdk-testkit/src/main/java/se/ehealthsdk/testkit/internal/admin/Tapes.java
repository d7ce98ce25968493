package se.ehealthsdk.testkit.internal.admin;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.scenario.Recording;
import se.ehealthsdk.testkit.scenario.Scenario;

/** The recordings of a workspace. One runs at a time; the last ones are kept. */
final class Tapes implements AutoCloseable {

    private static final int MAX = 20;

    private final Deque<Tape> tapes = new ArrayDeque<>();
    private int started;

    synchronized List<Tape> all() {
        return List.copyOf(tapes);
    }

    synchronized Optional<Tape> find(String id) {
        return tapes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    synchronized Tape start(NationalServices services, String name, Recording.Expected expected) {
        if (tapes.stream().anyMatch(Tape::isRunning)) {
            throw Refusal.of(409, "A recording runs already; stop it first.");
        }
        Tape tape =
                new Tape(
                        "recording-" + ++started,
                        name,
                        expected,
                        services.clock().instant(),
                        Recording.start(services));
        tapes.addLast(tape);
        if (tapes.size() > MAX) {
            tapes.removeFirst();
        }
        return tape;
    }

    @Override
    public synchronized void close() {
        tapes.forEach(Tape::close);
        tapes.clear();
    }

    /** One recording. */
    static final class Tape {

        private final String id;
        private final String name;
        private final Recording.Expected expected;
        private final Instant startedAt;
        private @Nullable Recording recording;
        private int calls;
        private @Nullable Scenario scenario;

        private Tape(
                String id,
                String name,
                Recording.Expected expected,
                Instant startedAt,
                Recording recording) {
            this.id = id;
            this.name = name;
            this.expected = expected;
            this.startedAt = startedAt;
            this.recording = recording;
        }

        String id() {
            return id;
        }

        synchronized boolean isRunning() {
            return recording != null;
        }

        /** The scenario; empty when it had been stopped before. */
        synchronized Optional<Scenario> stop() {
            Recording running = recording;
            if (running == null) {
                return Optional.empty();
            }
            recording = null;
            calls = running.calls();
            try {
                Scenario made = running.stop(name, expected);
                scenario = made;
                return Optional.of(made);
            } catch (IllegalStateException tooLong) {
                throw Refusal.of(
                        409,
                        "More than "
                                + Recording.MAX_CALLS
                                + " calls came; record a shorter session. This recording has ended, without a scenario.");
            }
        }

        synchronized void close() {
            if (recording != null) {
                recording.close();
                recording = null;
            }
        }

        synchronized Shape shape() {
            Shape shape =
                    Shape.of("id", id)
                            .and("name", name)
                            .and("expected", expected)
                            .and("startedAt", startedAt)
                            .and("running", recording != null)
                            .and("calls", recording != null ? recording.calls() : calls);
            return scenario == null ? shape : shape.and("scenario", scenario.toYaml());
        }
    }
}
