package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.check.Finding;
import se.ehealthsdk.testkit.report.Report;
import se.ehealthsdk.testkit.scenario.Expectation.Which;

/** Remembers what was called, and holds it against what was expected. */
final class Judge {

    /** How many calls of a run are remembered. */
    private static final int MAX_CALLS = 200_000;

    private static final Pattern PERSON = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    /** What is kept of a call. */
    private record Seen(
            Instant at,
            String contract,
            Optional<String> caller,
            String address,
            Exchange.Outcome outcome,
            Set<String> rules,
            Set<String> people) {}

    private final NationalServices services;
    private final Instant startedAt;
    private final int storedBefore;
    private final Set<String> doubledBefore;
    private final List<Seen> calls = new ArrayList<>();
    private boolean overfull;
    private @Nullable String broken;

    Judge(NationalServices services, Instant startedAt) {
        this.services = services;
        this.startedAt = startedAt;
        this.storedBefore = services.logService().stored().size();
        this.doubledBefore = new HashSet<>(services.logService().doubled());
    }

    /** Whether the expectation speaks of contracts that there are. */
    void check(Expectation expectation) {
        List<Which> which =
                expectation instanceof Expectation.Calls it
                        ? List.of(it.which())
                        : expectation instanceof Expectation.InOrder order
                                ? order.contracts()
                                : expectation instanceof Expectation.LoggedReads reads
                                        ? List.of(Which.contract(reads.contract()))
                                        : List.of();
        for (Which each : which) {
            each.contract().ifPresent(this::check);
        }
    }

    private void check(String written) {
        ContractName name = ContractName.of(written);
        if (services.platform().contracts().stream().noneMatch(name::fits)) {
            ContractName.resolve(written, services.platform().contracts());
        }
    }

    synchronized void broken(String why) {
        broken = why;
    }

    synchronized void add(Exchange exchange) {
        if (calls.size() >= MAX_CALLS) {
            overfull = true;
            return;
        }
        calls.add(
                new Seen(
                        exchange.at(),
                        exchange.contract().orElse(""),
                        exchange.sender().map(HsaId::value),
                        exchange.logicalAddress().orElse(""),
                        exchange.outcome(),
                        exchange.findings().stream()
                                .map(Finding::rule)
                                .map(rule -> rule.id())
                                .collect(Collectors.toUnmodifiableSet()),
                        people(exchange.request())));
    }

    private static Set<String> people(String request) {
        Set<String> people = new HashSet<>();
        Matcher matcher = PERSON.matcher(request);
        while (matcher.find()) {
            people.add(matcher.group());
        }
        return people;
    }

    synchronized Report report(Scenario scenario, Deeds deeds) {
        Instant now = services.clock().instant();
        Duration took = Duration.between(startedAt, now);
        List<Report.Item> items = new ArrayList<>();
        for (Expectation each : scenario.expectations()) {
            items.add(
                    new Report.Item(
                            each.text().english(), Duration.ZERO, failure(each, deeds), ""));
        }
        if (broken != null) {
            items.add(
                    new Report.Item(
                            "Each step can be done", Duration.ZERO, Optional.of(broken), ""));
        }
        if (overfull) {
            items.add(
                    new Report.Item(
                            "The calls are few enough to be judged",
                            Duration.ZERO,
                            Optional.of(
                                    "more than "
                                            + MAX_CALLS
                                            + " calls; the later ones are not judged"),
                            ""));
        }
        return new Report(
                scenario.name(), startedAt, took.isNegative() ? Duration.ZERO : took, items);
    }

    /** What was seen instead; empty when it is as expected. */
    private Optional<String> failure(Expectation expectation, Deeds deeds) {
        if (expectation instanceof Expectation.Calls it) {
            return calls(it);
        }
        if (expectation instanceof Expectation.InOrder order) {
            return order(order);
        }
        if (expectation instanceof Expectation.NoFindings findings) {
            return findings(findings);
        }
        if (expectation instanceof Expectation.NoDuplicates) {
            List<String> doubled =
                    services.logService().doubled().stream()
                            .filter(each -> !doubledBefore.contains(each))
                            .toList();
            return failed(!doubled.isEmpty(), doubled.size() + " access records are stored twice");
        }
        if (expectation instanceof Expectation.LogRecords records) {
            int stored = services.logService().stored().size() - storedBefore;
            return failed(stored < records.atLeast(), stored + " are stored");
        }
        if (expectation instanceof Expectation.LoggedReads reads) {
            return logged(reads);
        }
        int unmet = deeds.unmet();
        return failed(unmet > 0, unmet + " times a fault still waits to be met");
    }

    private static Optional<String> failed(boolean failed, String what) {
        return failed ? Optional.of(what) : Optional.empty();
    }

    private Optional<String> calls(Expectation.Calls expected) {
        long number =
                calls.stream()
                        .filter(each -> fits(expected.which(), each))
                        .filter(
                                each ->
                                        expected.within()
                                                .map(
                                                        time ->
                                                                !each.at()
                                                                        .isAfter(
                                                                                startedAt.plus(
                                                                                        time)))
                                                .orElse(true))
                        .count();
        if (number < expected.atLeast()) {
            return Optional.of(number + " came: " + (expected.atLeast() - number) + " too few");
        }
        if (expected.atMost().isPresent() && number > expected.atMost().getAsInt()) {
            return Optional.of(
                    number + " came: " + (number - expected.atMost().getAsInt()) + " too many");
        }
        return Optional.empty();
    }

    private static boolean fits(Which which, Seen call) {
        return which.contract()
                        .map(name -> ContractName.of(name).fits(call.contract()))
                        .orElse(true)
                && which.caller()
                        .map(id -> call.caller().filter(id::equalsIgnoreCase).isPresent())
                        .orElse(true)
                && which.logicalAddress().map(call.address()::equalsIgnoreCase).orElse(true)
                && which.outcome().map(call.outcome()::equals).orElse(true);
    }

    private Optional<String> order(Expectation.InOrder expected) {
        List<Which> wanted = expected.contracts();
        int place = 0;
        for (int i = 0; i < calls.size(); i++) {
            if (place < wanted.size() && fits(wanted.get(place), calls.get(i))) {
                place++;
            } else if (expected.alone()) {
                return Optional.of(
                        "call %d is %s; expected was %s"
                                .formatted(
                                        i + 1,
                                        say(calls.get(i)),
                                        place < wanted.size()
                                                ? wanted.get(place).english()
                                                : "no more call"));
            }
        }
        return failed(
                place < wanted.size(),
                place < wanted.size()
                        ? "number %d, %s, did not come"
                                .formatted(place + 1, wanted.get(place).english())
                        : "");
    }

    private static String say(Seen call) {
        return ContractName.brief(call.contract())
                + call.caller().map(it -> " by " + it).orElse("")
                + " to "
                + call.address()
                + " with outcome "
                + call.outcome();
    }

    private Optional<String> findings(Expectation.NoFindings expected) {
        Map<String, Integer> found = new HashMap<>();
        for (Seen call : calls) {
            for (String rule : call.rules()) {
                if (expected.rules().isEmpty()
                        || expected.rules().stream().anyMatch(each -> fits(each, rule))) {
                    found.merge(rule, 1, Integer::sum);
                }
            }
        }
        return failed(
                !found.isEmpty(),
                "broken: "
                        + found.entrySet().stream()
                                .map(each -> each.getKey() + " (" + each.getValue() + " calls)")
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static boolean fits(String written, String rule) {
        return written.endsWith("*")
                ? rule.startsWith(written.substring(0, written.length() - 1))
                : rule.equals(written);
    }

    private Optional<String> logged(Expectation.LoggedReads expected) {
        Map<String, Integer> records = new HashMap<>();
        services.logService().stored().stream()
                .skip(storedBefore)
                .flatMap(each -> each.record().resources().stream())
                .flatMap(each -> each.patient().stream())
                .flatMap(patient -> patient.id().extension().stream())
                .forEach(id -> records.merge(id, 1, Integer::sum));
        int missing = 0;
        ContractName name = ContractName.of(expected.contract());
        for (Seen call : calls) {
            if (call.outcome() == Exchange.Outcome.ANSWERED
                    && name.fits(call.contract())
                    && !call.people().isEmpty()) {
                boolean logged = false;
                for (String person : call.people()) {
                    if (!logged && records.getOrDefault(person, 0) > 0) {
                        records.merge(person, -1, Integer::sum);
                        logged = true;
                    }
                }
                missing += logged ? 0 : 1;
            }
        }
        return failed(missing > 0, missing + " answered calls have no access record");
    }
}
