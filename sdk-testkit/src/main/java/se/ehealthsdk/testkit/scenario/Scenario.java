package se.ehealthsdk.testkit.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.check.Text;

/**
 * A plan of faults, data and time, and what the system under test is expected to do meanwhile. Immutable; run by {@link Scenarios#start}.
 *
 * <pre>{@code
 * Scenario busy = Scenario.named("busy-log-service")
 *         .step(Step.of(new Action.InjectFault(
 *                 Injection.of("platform", "vp", Map.of("code", "VP009")).contract("StoreLog").when(FaultCondition.times(3)),
 *                 Optional.empty())))
 *         .expect(Expectation.Calls.atLeast(4, Expectation.Which.contract("StoreLog")))
 *         .expect(new Expectation.NoDuplicates());
 * Scenario same = Scenario.read(Path.of("busy-log-service.yaml"));
 * }</pre>
 *
 * @param name letters, digits and hyphens
 * @param description what it shows
 * @param seed decides all that is drawn
 * @param duration how long it runs by the services' clock; empty: until it is stopped
 * @param steps what is done
 * @param expectations what is expected
 */
public record Scenario(
        String name,
        Text description,
        long seed,
        Optional<Duration> duration,
        List<Step> steps,
        List<Expectation> expectations) {

    /**
     * Copies the lists.
     *
     * @throws InvalidInputException if the name is none, or the duration not positive
     */
    public Scenario {
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new InvalidInputException(
                    "name", "is no name of a scenario", "a-z, 0-9 and hyphens, 100 at most");
        }
        if (duration.isPresent() && (duration.get().isNegative() || duration.get().isZero())) {
            throw new InvalidInputException("duration", "is not positive", "a time as PT10M");
        }
    }

    /**
     * An empty one.
     *
     * @throws InvalidInputException if the name is none
     */
    public static Scenario named(String name) {
        return new Scenario(name, new Text("", ""), 0, Optional.empty(), List.of(), List.of());
    }

    /**
     * Reads a file, in YAML or JSON.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if it cannot be read or is not right; the message names file, line and field
     */
    public static Scenario read(Path file) {
        return ScenarioFile.read(file);
    }

    /**
     * Reads a text, in YAML or JSON.
     *
     * @param file its name, for the messages
     * @throws se.ehealthsdk.core.error.ConfigurationException if it is not right; the message names file, line and field, and so does its cause, a {@link
     *     se.ehealthsdk.testkit.data.InvalidDataException}
     */
    public static Scenario parse(String file, String text) {
        return ScenarioFile.parse(file, text);
    }

    /** The scenario as a file in YAML; read again it is the same. */
    public String toYaml() {
        return ScenarioWriter.write(this);
    }

    /** With another description. */
    public Scenario describedAs(Text text) {
        return new Scenario(name, text, seed, duration, steps, expectations);
    }

    /** With another seed. */
    public Scenario seed(long other) {
        return new Scenario(name, description, other, duration, steps, expectations);
    }

    /** Ends by itself after this time by the services' clock. */
    public Scenario duration(Duration time) {
        return new Scenario(name, description, seed, Optional.of(time), steps, expectations);
    }

    /** With one more step. */
    public Scenario step(Step step) {
        return new Scenario(name, description, seed, duration, and(steps, step), expectations);
    }

    /** With one more expectation. */
    public Scenario expect(Expectation expectation) {
        return new Scenario(
                name, description, seed, duration, steps, and(expectations, expectation));
    }

    private static <T> List<T> and(List<T> before, T last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }
}
