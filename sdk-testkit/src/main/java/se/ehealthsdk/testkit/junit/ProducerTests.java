package se.ehealthsdk.testkit.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import se.ehealthsdk.testkit.producer.ProducerContract;

/**
 * A producer's contract as tests of JUnit.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> status_updates_are_received_as_webcert_expects() {
 *     return ProducerTests.of(ProducerContract.statusUpdates().at(url)...);
 * }
 * }</pre>
 */
public final class ProducerTests {

    private ProducerTests() {}

    /** A test for each check. */
    public static Stream<DynamicTest> of(ProducerContract contract) {
        return contract.checks().stream()
                .map(
                        check ->
                                DynamicTest.dynamicTest(
                                        check.name(),
                                        () -> {
                                            var item = check.run();
                                            if (item.failure().isPresent()) {
                                                throw new AssertionError(
                                                        item.failure().get()
                                                                + "\n"
                                                                + item.details());
                                            }
                                        }));
    }
}
