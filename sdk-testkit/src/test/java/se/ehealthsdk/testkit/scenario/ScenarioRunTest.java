package se.ehealthsdk.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.FaultRule;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.ServerCertificate;
import se.ehealthsdk.testkit.accesslog.LogFault;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.scenario.Expectation.Calls;
import se.ehealthsdk.testkit.scenario.Expectation.Which;

class ScenarioRunTest {

    private static final String A = "SE2321000016-CALLERA";
    private static final String B = "SE2321000016-CALLERB";

    private static NationalServices services;
    private static Map<String, RivtaClient> clients;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        clients = new TreeMap<>();
        for (String each : List.of(A, B)) {
            clients.put(
                    each,
                    RivtaClient.builder()
                            .environment(services.environment())
                            .credential(services.credential(services.pki().function(each)))
                            .options(it -> it.retry(RetryPolicy.NONE))
                            .build());
        }
    }

    @AfterAll
    static void stop() {
        clients.values().forEach(RivtaClient::close);
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    /** Looks somebody up; what goes wrong is seen in the journal. */
    private static void call(String caller) {
        try {
            HsaClient.builder(clients.get(caller))
                    .withoutLimits()
                    .build()
                    .employee(Persona.DR_LINDGREN.hsaId());
        } catch (EHealthException expected) {
            assertThat(services.journal().last()).isPresent();
        }
    }

    private static void call(String caller, int times) {
        for (int i = 0; i < times; i++) {
            call(caller);
        }
    }

    private static List<Outcome> outcomes() {
        return services.journal().exchanges().stream().map(Exchange::outcome).toList();
    }

    private static String contract() {
        call(A);
        String namespace = services.journal().last().orElseThrow().contract().orElseThrow();
        services.reset();
        return ContractName.brief(namespace);
    }

    private static Injection vp(String code) {
        return Injection.of("platform", "vp", Map.of("code", code));
    }

    private static Step inject(Injection injection) {
        return Step.of(new Action.InjectFault(injection, Optional.empty()));
    }

    // ---- rules ----

    @Test
    void rule_forOneCaller_afterTwoCalls_isMetOnceByTheThird() {
        String id =
                services.faults()
                        .add(
                                FaultRule.of(Fault.vp("VP009"))
                                        .caller(HsaId.of(A.toLowerCase(java.util.Locale.ROOT)))
                                        .when(FaultCondition.times(1).after(2)));

        call(B, 3);
        call(A, 2);
        assertThat(outcomes()).containsOnly(Outcome.ANSWERED);
        call(A, 2);

        assertThat(outcomes().subList(5, 7))
                .containsExactly(Outcome.FAULT_INJECTED, Outcome.ANSWERED);
        assertThat(services.faults().rules())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.id()).isEqualTo(id);
                            assertThat(it.met()).isOne();
                            assertThat(it.spent()).isTrue();
                        });
        assertThat(services.faults().remove(id)).isTrue();
        assertThat(services.faults().remove(id)).isFalse();
    }

    @Test
    void rule_withAWindow_holdsByTheServicesClock() {
        Instant now = services.clock().instant();
        services.clock().stop();
        services.faults()
                .add(
                        FaultRule.of(Fault.http(503))
                                .when(
                                        FaultCondition.always()
                                                .from(now.plusSeconds(60))
                                                .until(now.plusSeconds(120))));

        call(A);
        services.clock().advance(Duration.ofSeconds(90));
        call(A);
        services.clock().advance(Duration.ofSeconds(90));
        call(A);

        assertThat(outcomes())
                .containsExactly(Outcome.ANSWERED, Outcome.FAULT_INJECTED, Outcome.ANSWERED);
    }

    @Test
    void rule_forAnotherContractOrAddress_isNotMet() {
        services.faults().add(FaultRule.of(Fault.vp("VP009")).contract("urn:other"));
        services.faults()
                .add(
                        FaultRule.of(Fault.vp("VP009"))
                                .logicalAddress(
                                        se.ehealthsdk.core.identifier.LogicalAddress.of("SE1")));
        call(A);

        assertThat(outcomes()).containsExactly(Outcome.ANSWERED);
    }

    @Test
    void condition_thatCannotHold_isRefused() {
        FaultCondition always = FaultCondition.always();
        Instant now = Instant.EPOCH;
        assertThatThrownBy(() -> FaultCondition.times(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> always.after(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> always.probability(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> always.probability(Double.NaN))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> always.from(now).until(now))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Fault.slow(Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void chance_withTheSameSeed_isTheSameForEachCaller_alsoWhenTheyCallAtOnce() throws Exception {
        Map<String, List<Outcome>> first = chance(7, false);
        assertThat(chance(7, true)).isEqualTo(first);
        assertThat(chance(7, true)).isEqualTo(first);
        assertThat(chance(8, false)).isNotEqualTo(first);
        assertThat(first.get(A)).contains(Outcome.ANSWERED, Outcome.FAULT_INJECTED);
    }

    private static Map<String, List<Outcome>> chance(long seed, boolean atOnce) throws Exception {
        services.reset();
        ScenarioRun run =
                services.scenarios()
                        .start(
                                Scenario.named("chance")
                                        .seed(seed)
                                        .step(
                                                inject(
                                                        vp("VP009")
                                                                .when(
                                                                        FaultCondition.always()
                                                                                .probability(
                                                                                        0.5)))));
        if (atOnce) {
            ExecutorService both = Executors.newFixedThreadPool(2);
            List<Callable<Void>> callers = new ArrayList<>();
            for (String each : List.of(A, B)) {
                callers.add(
                        () -> {
                            call(each, 20);
                            return null;
                        });
            }
            for (Future<Void> each : both.invokeAll(callers)) {
                each.get();
            }
            both.shutdown();
        } else {
            call(B, 20);
            call(A, 20);
        }
        run.stop();
        Map<String, List<Outcome>> outcomes = new TreeMap<>();
        for (Exchange each : services.journal().exchanges()) {
            outcomes.computeIfAbsent(
                            each.sender().orElseThrow().value(), caller -> new ArrayList<>())
                    .add(each.outcome());
        }
        return outcomes;
    }

    // ---- runs ----

    @Test
    void builtIn_eachOne_startsAndIsUndone() {
        List<Persona> people = services.hsa().personas();
        var units = services.hsa().units();
        for (Scenario each : Scenarios.builtIn()) {
            ScenarioRun run = services.scenarios().start(each.name());
            assertThat(run.state()).as(each.name()).isEqualTo(RunState.RUNNING);
            run.stop();

            assertThat(run.state()).as(each.name()).isIn(RunState.PASSED, RunState.FAILED);
            assertThat(services.faultBoard().injected()).as(each.name()).isEmpty();
            assertThat(services.serverCertificate()).isEqualTo(ServerCertificate.VALID);
        }
        assertThat(services.hsa().personas()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(services.hsa().units()).containsExactlyInAnyOrderElementsOf(units);
    }

    @Test
    void hsaProblem_isSeen_andUndone() {
        ScenarioRun run = services.scenarios().start("hsa-protected-person");
        assertThat(services.hsa().persona("DR_LINDGREN").protectedPerson()).isTrue();
        run.stop();
        assertThat(services.hsa().persona("DR_LINDGREN")).isEqualTo(Persona.DR_LINDGREN);

        int before = services.hsa().commissionsOf(Persona.DR_LINDGREN.hsaId()).size();
        run = services.scenarios().start("hsa-expired-assignment");
        assertThat(services.hsa().commissionsOf(Persona.DR_LINDGREN.hsaId())).isEmpty();
        run.stop();
        assertThat(services.hsa().commissionsOf(Persona.DR_LINDGREN.hsaId())).hasSize(before);
    }

    @Test
    void step_afterCalls_isDoneBeforeTheAnswerGoesOut_andMovesTheClockPastTheOutage() {
        String contract = contract();
        Scenario night =
                Scenario.named("night")
                        .step(
                                Step.of(
                                        new Action.InjectFault(
                                                vp("VP009").contract(contract),
                                                Optional.of(Duration.ofHours(8)))))
                        .step(
                                Step.of(new Action.AdvanceClock(Duration.ofHours(8)))
                                        .afterCalls(contract, 3))
                        .expect(
                                Calls.exactly(
                                        3, Which.contract(contract).ending(Outcome.FAULT_INJECTED)))
                        .expect(
                                Calls.exactly(
                                        1, Which.contract(contract).ending(Outcome.ANSWERED)));
        ScenarioRun run = services.scenarios().start(night);

        call(A, 4);

        assertThat(run.stop().passed()).as("%s", run.report()).isTrue();
        assertThat(run.state()).isEqualTo(RunState.PASSED);
        assertThat(run.events()).extracting(RunEvent::kind).contains(RunEvent.Kind.FAULT_MET);
    }

    @Test
    void expectation_notMet_failsTheRun_andSaysHowManyAreMissing() {
        String contract = contract();
        ScenarioRun run =
                services.scenarios()
                        .start(
                                Scenario.named("two")
                                        .expect(Calls.exactly(2, Which.contract(contract)))
                                        .expect(Calls.never(Which.any().by(B)))
                                        .expect(new Expectation.LogRecords(1))
                                        .expect(new Expectation.NoDuplicates()));
        call(A);
        call(B, 2);

        assertThat(run.stop().items())
                .extracting(it -> it.failure().orElse("as expected"))
                .containsExactly(
                        "3 came: 1 too many", "2 came: 2 too many", "0 are stored", "as expected");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void duration_endsTheRun_whenTheClockIsMovedPastIt() {
        ScenarioRun run =
                services.scenarios()
                        .start(Scenario.named("short").duration(Duration.ofMinutes(10)));

        services.clock().advance(Duration.ofMinutes(10));

        assertThat(run.state()).isEqualTo(RunState.PASSED);
        assertThat(services.scenarios().running()).isEmpty();
    }

    @Test
    void secondRun_whileOneRuns_isRefused_andResetBreaksOff() {
        ScenarioRun run = services.scenarios().start("outage");

        assertThatThrownBy(() -> services.scenarios().start("outage"))
                .isInstanceOf(IllegalStateException.class);
        services.reset();

        assertThat(run.state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void scenario_thatNamesWhatIsNotHere_isRefused_orStopsWithAReason() {
        assertThatThrownBy(
                        () ->
                                services.scenarios()
                                        .start(
                                                Scenario.named("typo")
                                                        .step(inject(vp("VP009")))
                                                        .expect(
                                                                Calls.never(
                                                                        Which.contract(
                                                                                "StorLog")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("StoreLog:2");
        assertThat(services.faultBoard().injected()).isEmpty();
        assertThat(services.scenarios().running()).isEmpty();

        ScenarioRun run =
                services.scenarios()
                        .start(
                                Scenario.named("nobody")
                                        .step(
                                                Step.of(
                                                        new Action.ChangeHsa(
                                                                Action.HsaProblem.UNKNOWN_PERSON,
                                                                "NOBODY",
                                                                Optional.empty()))));
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
        assertThat(run.report().passed()).isFalse();
    }

    // ---- recording ----

    @Test
    void recording_writtenAndRunAgain_passes_andAChangedSessionFails() {
        services.faults().next(Fault.vp("VP009").producerStatus(503));
        services.faults()
                .add(
                        FaultRule.of(Fault.producerFault("about 191212121212"))
                                .caller(HsaId.of(B))
                                .when(FaultCondition.times(1).after(1)));
        Recording recording = Recording.start(services);
        session();
        String yaml = recording.stop("recorded", Recording.Expected.IN_ORDER).toYaml();
        List<Outcome> outcomes = outcomes();
        assertThat(outcomes).contains(Outcome.FAULT_INJECTED, Outcome.ANSWERED);
        assertThat(yaml)
                .doesNotContain("191212121212")
                .doesNotContain(Persona.DR_LINDGREN.personId().value());

        services.reset();
        ScenarioRun again = services.scenarios().start(Scenario.parse("recorded.yaml", yaml));
        session();
        assertThat(again.stop().passed()).as("%s", again.report()).isTrue();
        assertThat(outcomes()).isEqualTo(outcomes);

        services.reset();
        ScenarioRun changed = services.scenarios().start(Scenario.parse("recorded.yaml", yaml));
        call(A, 2);
        call(B, 2);
        assertThat(changed.stop().items())
                .extracting(it -> it.failure().orElse(""))
                .anyMatch(it -> it.contains("too few"))
                .anyMatch(it -> it.contains("did not come"));
    }

    private static void session() {
        call(A, 2);
        call(B, 3);
    }

    @Test
    void board_showsWhatCodeHasPutIn_byName_andRemovesIt() {
        services.logService().next(2, LogFault.answerLate(Duration.ofSeconds(3)));
        String id = services.faultBoard().inject(Injection.of("idp", "wrong-nonce", Map.of()));

        assertThat(services.faultBoard().injected())
                .extracting(it -> it.service() + " " + it.kind() + " " + it.settings())
                .containsExactly("log answer-late {wait=PT3S}", "idp wrong-nonce {}");
        assertThat(services.faultBoard().remove(id)).isTrue();
        assertThat(services.idp().faults().pending()).isZero();
        services.faultBoard().clear();
        assertThat(services.logService().pendingFaults()).isZero();
    }
}
