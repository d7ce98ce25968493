package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.check.Text;

/** What the system under test is to do, or not to do, while a scenario runs. */
public sealed interface Expectation {

    /** What is expected, in a sentence. */
    Text text();

    /**
     * Which calls are meant. Empty means any.
     *
     * @param contract by namespace or as {@code StoreLog:2}
     * @param caller the HSA-id in the client's certificate
     * @param logicalAddress as in the message
     * @param outcome what became of it
     */
    record Which(
            Optional<String> contract,
            Optional<String> caller,
            Optional<String> logicalAddress,
            Optional<Outcome> outcome) {

        /** Calls of this contract. */
        public static Which contract(String name) {
            return new Which(
                    Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** All calls. */
        public static Which any() {
            return new Which(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Those of this system alone. */
        public Which by(String hsaId) {
            return new Which(contract, Optional.of(hsaId), logicalAddress, outcome);
        }

        /** Those to this address alone. */
        public Which to(String address) {
            return new Which(contract, caller, Optional.of(address), outcome);
        }

        /** Those that end so alone. */
        public Which ending(Outcome how) {
            return new Which(contract, caller, logicalAddress, Optional.of(how));
        }

        String swedish() {
            return contract.map(ContractName::brief).orElse("något kontrakt")
                    + caller.map(it -> " av " + it).orElse("")
                    + logicalAddress.map(it -> " till " + it).orElse("")
                    + outcome.map(it -> " med utfallet " + it).orElse("");
        }

        String english() {
            return contract.map(ContractName::brief).orElse("any contract")
                    + caller.map(it -> " by " + it).orElse("")
                    + logicalAddress.map(it -> " to " + it).orElse("")
                    + outcome.map(it -> " with outcome " + it).orElse("");
        }
    }

    /**
     * So many calls come.
     *
     * @param which which calls
     * @param atLeast how many at least; 0 for none
     * @param atMost how many at most; empty: any number
     * @param within how long after the start, by the services' clock, they come; empty: any time. Later ones are not counted
     */
    record Calls(Which which, int atLeast, OptionalInt atMost, Optional<Duration> within)
            implements Expectation {

        /**
         * @throws InvalidInputException if a number is negative, or the least is more than the most
         */
        public Calls {
            if (atLeast < 0) {
                throw new InvalidInputException("at-least", "is below 0", "0 or more");
            }
            if (atMost.isPresent() && atMost.getAsInt() < atLeast) {
                throw new InvalidInputException(
                        "at-most", "is below the least", "at least as many as \"at-least\"");
            }
        }

        /** So many, no more and no fewer. */
        public static Calls exactly(int number, Which which) {
            return new Calls(which, number, OptionalInt.of(number), Optional.empty());
        }

        /** So many, or more. */
        public static Calls atLeast(int number, Which which) {
            return new Calls(which, number, OptionalInt.empty(), Optional.empty());
        }

        /** None at all. */
        public static Calls never(Which which) {
            return exactly(0, which);
        }

        /** They come within this time after the start. */
        public Calls within(Duration time) {
            return new Calls(which, atLeast, atMost, Optional.of(time));
        }

        @Override
        public Text text() {
            String within = this.within.map(Duration::toString).orElse("");
            return new Text(
                    "Anrop av "
                            + which.swedish()
                            + ": "
                            + number("aldrig", "exakt %d", "minst %d", "%d till %d")
                            + (within.isEmpty() ? "" : ", inom " + within),
                    "Calls of "
                            + which.english()
                            + ": "
                            + number("never", "exactly %d", "at least %d", "%d to %d")
                            + (within.isEmpty() ? "" : ", within " + within));
        }

        private String number(String never, String exactly, String atLeast, String between) {
            if (atMost.isEmpty()) {
                return atLeast.formatted(this.atLeast);
            }
            int most = atMost.getAsInt();
            if (most == 0) {
                return never;
            }
            return most == this.atLeast
                    ? exactly.formatted(most)
                    : between.formatted(this.atLeast, most);
        }
    }

    /**
     * The first calls of these contracts come in this order; others may come between.
     *
     * @param contracts by namespace or as {@code StoreLog:2}; one may be named several times
     * @param alone whether there are to be no other calls at all
     */
    record InOrder(List<Which> contracts, boolean alone) implements Expectation {

        /**
         * @throws InvalidInputException if the list is empty
         */
        public InOrder {
            contracts = List.copyOf(contracts);
            if (contracts.isEmpty()) {
                throw new InvalidInputException("order", "is empty", "one call or more");
            }
        }

        @Override
        public Text text() {
            return new Text(
                    "Anrop i ordning"
                            + (alone ? ", inga andra" : "")
                            + ": "
                            + String.join(", ", contracts.stream().map(Which::swedish).toList()),
                    "Calls in order"
                            + (alone ? ", no others" : "")
                            + ": "
                            + String.join(", ", contracts.stream().map(Which::english).toList()));
        }
    }

    /**
     * No call breaks a rule.
     *
     * @param rules these rules, by id or by how the id begins with a star at the end, as {@code storelog.*}; empty: any
     */
    record NoFindings(List<String> rules) implements Expectation {

        /** Copies the list. */
        public NoFindings {
            rules = List.copyOf(rules);
        }

        @Override
        public Text text() {
            String which = String.join(", ", rules);
            return new Text(
                    rules.isEmpty()
                            ? "Inget anrop bryter mot någon regel"
                            : "Inget anrop bryter mot " + which,
                    rules.isEmpty() ? "No call breaks any rule" : "No call breaks " + which);
        }
    }

    /** No access record has been stored twice by the log service. */
    record NoDuplicates() implements Expectation {

        @Override
        public Text text() {
            return new Text(
                    "Ingen loggpost är lagrad två gånger", "No access record is stored twice");
        }
    }

    /**
     * So many access records have been stored since the start.
     *
     * @param atLeast how many at least
     */
    record LogRecords(int atLeast) implements Expectation {

        @Override
        public Text text() {
            return new Text(
                    "Minst %d loggposter är lagrade".formatted(atLeast),
                    "At least %d access records are stored".formatted(atLeast));
        }
    }

    /**
     * For each answered call of a contract an access record about the patient who stands in its request is stored: as many records as calls, patient by
     * patient.
     *
     * @param contract by namespace or as {@code GetCarePlans:2}
     */
    record LoggedReads(String contract) implements Expectation {

        @Override
        public Text text() {
            return new Text(
                    "Varje besvarat anrop av " + contract + " är loggat för sin patient",
                    "Each answered call of " + contract + " is logged for its patient");
        }
    }

    /** Every fault of the scenario that has a number of times has been met that many times. */
    record FaultsMet() implements Expectation {

        @Override
        public Text text() {
            return new Text("Scenariots alla fel är mötta", "All faults of the scenario are met");
        }
    }
}
