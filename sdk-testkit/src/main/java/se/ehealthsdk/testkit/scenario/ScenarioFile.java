package se.ehealthsdk.testkit.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.ServerCertificate;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.scenario.Expectation.Which;

/** Reads scenarios from files. */
final class ScenarioFile {

    private static final Set<String> WHEN = Set.of("at", "after-calls");

    private ScenarioFile() {}

    static Scenario read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    name + " cannot be read, or is not in UTF-8.",
                    "Name a file that is there, in UTF-8.",
                    unreadable);
        }
    }

    static Scenario parse(String file, String text) {
        return FileEntry.of(file, text)
                .make(
                        root ->
                                new Scenario(
                                        root.text("name"),
                                        root.entry("description")
                                                .map(
                                                        each ->
                                                                each.make(
                                                                        it ->
                                                                                new Text(
                                                                                        it.text(
                                                                                                "sv"),
                                                                                        it.text(
                                                                                                "en"))))
                                                .orElse(new Text("", "")),
                                        root.optional("seed", ScenarioFile::seed).orElse(0L),
                                        root.optional("duration", ScenarioFile::duration),
                                        root.entries("steps").stream()
                                                .map(each -> each.make(ScenarioFile::step))
                                                .toList(),
                                        root.entries("expect").stream()
                                                .map(each -> each.make(ScenarioFile::expectation))
                                                .toList()));
    }

    private static long seed(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new InvalidInputException("seed", "is no whole number", "18 digits at most");
        }
        return Long.parseLong(text);
    }

    private static Duration duration(String text) {
        Duration time;
        try {
            time = Duration.parse(text);
        } catch (java.time.DateTimeException none) {
            throw new InvalidInputException("time", "is no time", "ISO 8601, as PT10S, PT8H, P1D");
        }
        if (time.isNegative()) {
            throw new InvalidInputException("time", "is negative", "zero or more");
        }
        return time;
    }

    private static Step step(FileEntry entry) {
        Duration at = entry.optional("at", ScenarioFile::duration).orElse(Duration.ZERO);
        Optional<Step.AfterCalls> afterCalls =
                entry.entry("after-calls")
                        .map(
                                each ->
                                        each.make(
                                                it ->
                                                        new Step.AfterCalls(
                                                                it.optional("contract"),
                                                                it.number("number").orElse(1))));
        List<String> actions = entry.names().stream().filter(name -> !WHEN.contains(name)).toList();
        if (actions.size() != 1) {
            throw entry.problem(
                    "one thing to do is expected: fault, clock, hsa, deliver-updates, discharge, server-certificate, client-certificate"
                            + " or mode");
        }
        return new Step(at, afterCalls, action(entry, actions.get(0)));
    }

    private static Action action(FileEntry entry, String name) {
        return switch (name) {
            case "fault" -> entry.entry("fault").orElseThrow().make(ScenarioFile::fault);
            case "clock" -> entry.entry("clock").orElseThrow().make(ScenarioFile::clock);
            case "hsa" ->
                    entry.entry("hsa")
                            .orElseThrow()
                            .make(
                                    it ->
                                            new Action.ChangeHsa(
                                                    it.value(
                                                            "problem",
                                                            text ->
                                                                    choice(
                                                                            Action.HsaProblem.class,
                                                                            text)),
                                                    it.text("of"),
                                                    it.optional("commission")));
            case "deliver-updates" ->
                    entry.entry("deliver-updates")
                            .orElseThrow()
                            .make(
                                    it ->
                                            new Action.DeliverUpdates(
                                                    it.value(
                                                            "order",
                                                            text ->
                                                                    choice(
                                                                            Action.Order.class,
                                                                            text)),
                                                    it.optional("code")));
            case "discharge" ->
                    new Action.Discharge(
                            entry.value(name, text -> choice(Action.DischargeDeed.class, text)));
            case "server-certificate" ->
                    new Action.ShowServerCertificate(
                            entry.value(name, text -> choice(ServerCertificate.class, text)));
            case "client-certificate" ->
                    entry.entry(name)
                            .orElseThrow()
                            .make(
                                    it ->
                                            new Action.IssueCertificate(
                                                    it.value(
                                                            "kind",
                                                            text ->
                                                                    choice(
                                                                            Action.ClientCertificate
                                                                                    .class,
                                                                            text)),
                                                    it.text("hsa-id")));
            case "mode" ->
                    new Action.SetStrictness(
                            entry.value(name, text -> choice(Strictness.class, text)));
            default -> throw entry.problem("\"" + name + "\" is nothing that a step can do");
        };
    }

    private static Action clock(FileEntry entry) {
        if (entry.names().contains("advance")) {
            return new Action.AdvanceClock(entry.value("advance", ScenarioFile::duration));
        }
        return switch (entry.text("set")) {
            case "stop" -> new Action.StopClock();
            case "resume" -> new Action.ResumeClock();
            default -> throw entry.problem("\"set\" is stop or resume");
        };
    }

    private static Action fault(FileEntry entry) {
        OptionalInt times = entry.number("times").map(OptionalInt::of).orElse(OptionalInt.empty());
        FaultCondition condition =
                new FaultCondition(
                        times,
                        entry.number("after").orElse(0),
                        Optional.empty(),
                        Optional.empty(),
                        entry.optional("probability", ScenarioFile::probability).orElse(1.0),
                        0);
        return new Action.InjectFault(
                new Injection(
                        entry.optional("service").orElse(FaultKinds.PLATFORM),
                        entry.text("kind"),
                        entry.entry("settings").map(FileEntry::map).orElse(Map.of()),
                        entry.optional("contract"),
                        entry.optional("caller", HsaId::of),
                        entry.optional("address", LogicalAddress::of),
                        condition),
                entry.optional("lasts", ScenarioFile::duration));
    }

    private static double probability(String text) {
        if (!text.matches("[01](\\.\\d{1,10})?")) {
            throw new InvalidInputException("probability", "is no probability", "as 0.25");
        }
        return Double.parseDouble(text);
    }

    private static Expectation expectation(FileEntry entry) {
        if (entry.names().size() != 1) {
            throw entry.problem(
                    "one thing to expect is expected: calls, never, order, no-findings, no-duplicates, log-records, logged-reads or faults-met");
        }
        String name = entry.names().iterator().next();
        return switch (name) {
            case "calls" -> entry.entry(name).orElseThrow().make(ScenarioFile::calls);
            case "never" ->
                    entry.entry(name).orElseThrow().make(it -> Expectation.Calls.never(which(it)));
            case "order" -> entry.entry(name).orElseThrow().make(ScenarioFile::order);
            case "no-findings" ->
                    entry.entry(name)
                            .orElseThrow()
                            .make(it -> new Expectation.NoFindings(it.texts("rules")));
            case "no-duplicates" -> {
                requireTrue(entry, name);
                yield new Expectation.NoDuplicates();
            }
            case "log-records" ->
                    new Expectation.LogRecords(
                            entry.entry(name)
                                    .orElseThrow()
                                    .make(it -> it.number("at-least").orElse(1)));
            case "logged-reads" ->
                    new Expectation.LoggedReads(
                            entry.entry(name).orElseThrow().make(it -> it.text("contract")));
            case "faults-met" -> {
                requireTrue(entry, name);
                yield new Expectation.FaultsMet();
            }
            default -> throw entry.problem("\"" + name + "\" is nothing that can be expected");
        };
    }

    private static void requireTrue(FileEntry entry, String name) {
        if (!entry.text(name).equals("true")) {
            throw entry.problem("\"" + name + "\" is true, or not written at all");
        }
    }

    private static Expectation calls(FileEntry entry) {
        Optional<Integer> times = entry.number("times");
        Optional<Integer> least = entry.number("at-least");
        Optional<Integer> most = entry.number("at-most");
        if (times.isPresent() && (least.isPresent() || most.isPresent())) {
            throw entry.problem("\"times\" stands beside neither \"at-least\" nor \"at-most\"");
        }
        if (times.isEmpty() && least.isEmpty() && most.isEmpty()) {
            throw entry.problem("how many is missing: times, at-least or at-most");
        }
        return new Expectation.Calls(
                which(entry),
                times.or(() -> least).orElse(0),
                times.or(() -> most).map(OptionalInt::of).orElse(OptionalInt.empty()),
                entry.optional("within", ScenarioFile::duration));
    }

    private static Expectation order(FileEntry entry) {
        return new Expectation.InOrder(
                entry.entries("calls").stream()
                        .map(each -> each.make(ScenarioFile::which))
                        .toList(),
                entry.optional("alone").map("true"::equals).orElse(false));
    }

    private static Which which(FileEntry entry) {
        return new Which(
                entry.optional("contract"),
                entry.optional("by", text -> HsaId.of(text).value()),
                entry.optional("address", text -> LogicalAddress.of(text).value()),
                entry.optional("outcome", text -> choice(Outcome.class, text)));
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> FaultKinds.kebab(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "value",
                                        "is not known",
                                        "one of "
                                                + Arrays.stream(kind.getEnumConstants())
                                                        .map(FaultKinds::kebab)
                                                        .collect(Collectors.joining(", "))));
    }
}
