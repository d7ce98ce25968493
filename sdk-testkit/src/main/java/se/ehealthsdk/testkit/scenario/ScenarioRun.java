package se.ehealthsdk.testkit.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.Faults;
import se.ehealthsdk.testkit.Journal.Subscription;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.report.Report;
import se.ehealthsdk.testpki.IssuedCertificate;

/**
 * A scenario that runs, or has run. Steps are done when their time comes by the services' clock: when the clock is moved, when a call has been
 * answered, and otherwise within a quarter of a second. Safe for use by many threads.
 */
public final class ScenarioRun {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRun.class);
    private static final int MAX_EVENTS = 10_000;

    private final String id;
    private final Scenario scenario;
    private final NationalServices services;
    private final Instant startedAt;
    private final Deeds deeds;
    private final Judge judge;
    private final List<Step> waiting;
    private final Map<Step, Integer> counted = new LinkedHashMap<>();
    private final List<RunEvent> events = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Consumer<ScenarioRun> ended;
    private volatile RunState state = RunState.RUNNING;
    private boolean performing;
    private @Nullable Report report;

    ScenarioRun(
            String id, Scenario scenario, NationalServices services, Consumer<ScenarioRun> ended) {
        this.id = id;
        this.scenario = scenario;
        this.services = services;
        this.ended = ended;
        this.startedAt = services.clock().instant();
        this.deeds = new Deeds(services, scenario, startedAt);
        this.judge = new Judge(services, startedAt);
        this.waiting = new ArrayList<>(scenario.steps());
    }

    /** Puts in what is there from the start, and listens. */
    void begin() {
        prepare();
        look();
    }

    private synchronized void prepare() {
        for (Expectation each : scenario.expectations()) {
            judge.check(each);
        }
        note(RunEvent.Kind.RUN, "Scenariot börjar", "The scenario begins");
        try {
            for (Step each : List.copyOf(waiting)) {
                if (each.action() instanceof Action.InjectFault fault
                        && each.afterCalls().isEmpty()) {
                    deeds.inject(fault, each.at());
                    waiting.remove(each);
                    noteStep(each);
                }
            }
            subscriptions.add(services.faults().watch(this::passed));
            subscriptions.add(services.journal().listen(this::answered));
        } catch (RuntimeException wrong) {
            end(RunState.STOPPED);
            throw wrong;
        }
    }

    /** Its number among the runs of these services, as {@code run-1}. */
    public String id() {
        return id;
    }

    /** What is run. */
    public Scenario scenario() {
        return scenario;
    }

    /** When it began, by the services' clock. */
    public Instant startedAt() {
        return startedAt;
    }

    /** How far it has come. */
    public RunState state() {
        return state;
    }

    /** What has happened, oldest first; the first {@value #MAX_EVENTS} events. */
    public synchronized List<RunEvent> events() {
        return List.copyOf(events);
    }

    /** The client certificates that its steps have issued, by kind in lower case with hyphens, as {@code expired}. */
    public Map<String, IssuedCertificate> certificates() {
        return deeds.certificates();
    }

    /** How the expectations stand now; once it has ended, how they were judged. */
    public synchronized Report report() {
        return report != null ? report : judge.report(scenario, deeds);
    }

    /**
     * Ends it: judges what was expected, and undoes what the scenario set: faults, HSA's data, certificates, a stopped clock. Time that has been moved
     * stays moved. Does nothing when it has ended.
     *
     * @return the report
     */
    public synchronized Report stop() {
        if (state == RunState.RUNNING) {
            boolean passed = judge.report(scenario, deeds).passed();
            end(passed ? RunState.PASSED : RunState.FAILED);
        }
        return report();
    }

    /** Breaks it off without a judgement, and undoes what it set. Does nothing when it has ended. */
    public synchronized void abandon() {
        if (state == RunState.RUNNING) {
            end(RunState.STOPPED);
        }
    }

    private void end(RunState how) {
        state = how;
        Report last = judge.report(scenario, deeds);
        report = last;
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        waiting.clear();
        for (Report.Item each : last.items()) {
            String verdict = each.failure().map(why -> ": " + why).orElse("");
            note(
                    RunEvent.Kind.EXPECTATION,
                    (each.failure().isEmpty() ? "Som väntat: " : "Inte som väntat: ")
                            + each.name()
                            + verdict,
                    (each.failure().isEmpty() ? "As expected: " : "Not as expected: ")
                            + each.name()
                            + verdict);
        }
        deeds.undo();
        note(RunEvent.Kind.RUN, "Scenariot slutar", "The scenario ends");
        ended.accept(this);
    }

    private void passed(Faults.Passed call) {
        call.met()
                .ifPresent(
                        rule ->
                                noted(
                                        RunEvent.Kind.FAULT_MET,
                                        rule.rule().fault()
                                                + ": "
                                                + call.contract()
                                                        .map(ContractName::brief)
                                                        .orElse("-")
                                                + call.caller()
                                                        .map(HsaId::value)
                                                        .map(it -> ", " + it)
                                                        .orElse("")));
    }

    private synchronized void noted(RunEvent.Kind kind, String text) {
        note(kind, text, text);
    }

    private void answered(Exchange exchange) {
        synchronized (this) {
            judge.add(exchange);
            for (Step each : waiting) {
                each.afterCalls()
                        .filter(
                                calls ->
                                        calls.contract()
                                                .map(ContractName::of)
                                                .map(
                                                        name ->
                                                                exchange.contract()
                                                                        .filter(name::fits)
                                                                        .isPresent())
                                                .orElse(true))
                        .ifPresent(calls -> counted.merge(each, 1, Integer::sum));
            }
        }
        look();
    }

    /**
     * Does what is due, without holding the lock: what a step sends may come back as a call. One thread does it at a time, and what becomes due
     * meanwhile is done by it.
     */
    void look() {
        synchronized (this) {
            if (performing) {
                return;
            }
            performing = true;
        }
        for (Step due = nextDue(); due != null; due = nextDue()) {
            perform(due);
        }
    }

    private synchronized @Nullable Step nextDue() {
        Instant now = services.clock().instant();
        if (state == RunState.RUNNING) {
            for (Step each : waiting) {
                if (!now.isBefore(startedAt.plus(each.at())) && isCounted(each)) {
                    waiting.remove(each);
                    return each;
                }
            }
            if (scenario.duration()
                    .filter(time -> !now.isBefore(startedAt.plus(time)))
                    .isPresent()) {
                stop();
            }
        }
        performing = false;
        return null;
    }

    private boolean isCounted(Step step) {
        return step.afterCalls()
                .map(calls -> counted.getOrDefault(step, 0) >= calls.number())
                .orElse(true);
    }

    private void perform(Step step) {
        try {
            deeds.perform(step.action());
            noteStep(step);
        } catch (EHealthException | IllegalStateException wrong) {
            broken(String.valueOf(wrong.getMessage()));
        } catch (RuntimeException wrong) {
            broken(wrong.getClass().getSimpleName());
        }
    }

    private synchronized void broken(String why) {
        LOG.warn("a step of the scenario {} could not be done: {}", scenario.name(), why);
        note(
                RunEvent.Kind.STEP,
                "Steget kunde inte göras: " + why,
                "The step could not be done: " + why);
        judge.broken(why);
        if (state == RunState.RUNNING) {
            end(RunState.STOPPED);
        }
    }

    private synchronized void noteStep(Step step) {
        Text text = deeds.text(step.action());
        note(RunEvent.Kind.STEP, text.swedish(), text.english());
    }

    private void note(RunEvent.Kind kind, String swedish, String english) {
        if (events.size() < MAX_EVENTS) {
            events.add(new RunEvent(services.clock().instant(), kind, new Text(swedish, english)));
        }
    }

    /** Id, scenario and state. */
    @Override
    public String toString() {
        return "ScenarioRun[" + id + ", " + scenario.name() + ", " + state() + "]";
    }
}
