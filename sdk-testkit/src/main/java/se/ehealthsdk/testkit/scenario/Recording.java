package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.Faults;
import se.ehealthsdk.testkit.Journal.Subscription;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.scenario.Expectation.Which;

/**
 * A recorder of a session: from {@link #start} on it notes which calls come through the platform, what becomes of them, and which faults they meet; {@link
 * #stop} makes a scenario of it, which injects the same faults at the same places and expects the same calls.
 *
 * <pre>{@code
 * Recording recording = Recording.start(services);
 * // the system under test works
 * Files.writeString(file, recording.stop("a-day-at-the-ward", Recording.Expected.IN_ORDER).toYaml());
 * }</pre>
 *
 * <p>What is written: contract, caller, logical address, outcome, and faults of platform, log service, certificates, persons and engagement index. What is
 * not: anything of the messages, texts of faults, times. Faults of the services beside the platform (IdP, directory, discharge and others) are not recorded.
 * Safe for use by many threads.
 */
public final class Recording implements AutoCloseable {

    /** How many calls are noted; those after them are not, and the scenario is refused. */
    public static final int MAX_CALLS = 10_000;

    /** How strictly the scenario expects the calls. */
    public enum Expected {
        /** The same calls in the same order, and no others. */
        IN_ORDER,
        /** The same number of calls of each kind, and no others; the order does not matter. For systems that call at the same time. */
        AS_COUNTS
    }

    private record Place(
            Optional<String> contract, Optional<HsaId> caller, Optional<String> address) {}

    private record Met(Injection injection, int place, int times) {}

    private final NationalServices services;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Which> calls = new ArrayList<>();
    private final Map<Place, Integer> places = new HashMap<>();
    private final Map<String, Integer> servicePlaces = new HashMap<>();
    private final List<Met> met = new ArrayList<>();
    private boolean overfull;
    private boolean texts;

    private Recording(NationalServices services) {
        this.services = services;
    }

    /** Begins to note. */
    public static Recording start(NationalServices services) {
        Recording recording = new Recording(services);
        recording.subscriptions.add(services.faults().watch(recording::passed));
        recording.watch(FaultKinds.LOG, services.logService().faults());
        recording.watch(FaultKinds.CERTIFICATES, services.certificates().faults());
        recording.watch(FaultKinds.PERSONS, services.persons().faults());
        recording.watch(
                FaultKinds.ENGAGEMENT_INDEX, services.carePlans().engagementIndex().faults());
        recording.subscriptions.add(services.journal().listen(recording::answered));
        return recording;
    }

    private <F> void watch(String service, ServiceFaults<F> faults) {
        subscriptions.add(faults.watch(standing -> taken(service, standing)));
    }

    /**
     * Has the texts of faults written too, which the default leaves out: they may hold whatever a tester has typed, also what is personal.
     */
    public synchronized Recording includingFreeTextThatMayBePersonal() {
        texts = true;
        return this;
    }

    /** How many calls it has noted. */
    public synchronized int calls() {
        return calls.size();
    }

    private synchronized void passed(Faults.Passed call) {
        Place place = new Place(call.contract(), call.caller(), call.logicalAddress());
        int number = places.merge(place, 1, Integer::sum);
        call.met()
                .ifPresent(
                        standing -> {
                            Injection injection =
                                    Injection.of(
                                            FaultKinds.PLATFORM,
                                            standing.rule().fault().kind(),
                                            settings(standing.rule().fault().settings()));
                            Optional<String> contract = known(call.contract());
                            if (contract.isPresent()) {
                                injection = injection.contract(contract.get());
                            }
                            if (call.caller().isPresent()) {
                                injection = injection.caller(call.caller().get());
                            }
                            Optional<String> address = written(call.logicalAddress());
                            if (address.isPresent()) {
                                injection =
                                        injection.logicalAddress(LogicalAddress.of(address.get()));
                            }
                            add(injection, number);
                        });
    }

    private synchronized <F> void taken(
            String service, Optional<ServiceFaults.Standing<F>> standing) {
        int number = servicePlaces.merge(service, 1, Integer::sum);
        standing.flatMap(it -> FaultNames.of(it.fault()))
                .ifPresent(
                        named ->
                                add(
                                        Injection.of(
                                                service, named.kind(), settings(named.settings())),
                                        number));
    }

    /** The same fault once more at the next place is the same rule once more. */
    private void add(Injection injection, int place) {
        for (int i = met.size() - 1; i >= 0; i--) {
            Met last = met.get(i);
            if (last.injection().equals(injection) && last.place() + last.times() == place) {
                met.set(i, new Met(injection, last.place(), last.times() + 1));
                return;
            }
        }
        met.add(new Met(injection, place, 1));
    }

    private Map<String, String> settings(Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>(all);
        if (!texts) {
            kept.remove("text");
        }
        return kept;
    }

    private synchronized void answered(Exchange exchange) {
        if (calls.size() >= MAX_CALLS) {
            overfull = true;
            return;
        }
        calls.add(
                new Which(
                        known(exchange.contract()),
                        exchange.sender().map(HsaId::value),
                        written(exchange.logicalAddress()),
                        Optional.of(exchange.outcome())));
    }

    private Optional<String> known(Optional<String> contract) {
        return contract.filter(services.platform().contracts()::contains);
    }

    /** An address that could be anything but a person's. */
    private static Optional<String> written(Optional<String> address) {
        return address.filter(it -> it.matches("(?=.*[A-Za-z])[A-Za-z0-9_.:-]{1,100}"))
                .filter(it -> !it.matches("(?s).*(?<!\\d)(19|20)\\d{6}[-+]?\\d{4}(?!\\d).*"));
    }

    /**
     * Stops noting.
     *
     * @param name the scenario's: a-z, 0-9 and hyphens
     * @return the scenario
     * @throws se.ehealthsdk.core.error.InvalidInputException if the name is none
     * @throws IllegalStateException if more than {@value #MAX_CALLS} calls came
     */
    public Scenario stop(String name, Expected expected) {
        close();
        return scenario(Scenario.named(name), expected);
    }

    private synchronized Scenario scenario(Scenario empty, Expected expected) {
        if (overfull) {
            throw new IllegalStateException(
                    "more than " + MAX_CALLS + " calls came: record a shorter session");
        }
        Scenario scenario =
                empty.describedAs(
                        new Text(
                                "Inspelad: " + calls.size() + " anrop, " + met.size() + " fel",
                                "Recorded: " + calls.size() + " calls, " + met.size() + " faults"));
        for (Met each : met) {
            scenario =
                    scenario.step(
                            Step.of(
                                    new Action.InjectFault(
                                            each.injection()
                                                    .when(
                                                            FaultCondition.times(each.times())
                                                                    .after(each.place() - 1)),
                                            Optional.<Duration>empty())));
        }
        if (expected == Expected.IN_ORDER && !calls.isEmpty()) {
            scenario = scenario.expect(new Expectation.InOrder(calls, true));
        }
        Map<Which, Integer> counts = new LinkedHashMap<>();
        calls.forEach(each -> counts.merge(each, 1, Integer::sum));
        for (Map.Entry<Which, Integer> each : counts.entrySet()) {
            scenario = scenario.expect(Expectation.Calls.exactly(each.getValue(), each.getKey()));
        }
        scenario = scenario.expect(Expectation.Calls.exactly(calls.size(), Which.any()));
        return met.isEmpty() ? scenario : scenario.expect(new Expectation.FaultsMet());
    }

    /** Stops noting, and makes nothing of it. */
    @Override
    public void close() {
        List<Subscription> all;
        synchronized (this) {
            all = List.copyOf(subscriptions);
            subscriptions.clear();
        }
        all.forEach(Subscription::close);
    }
}
