package se.ehealthsdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.assertions.PlainCalls;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.TestPki;

/** What the extension makes of tests that fail, of tests that run at the same time, and of wrong use. */
class FailingTestsTest {

    private static final String PERSONAL_NUMBER = "191212121212";

    // ---- test classes that are run by the tests below, and by nobody else ----

    @WithNationalServices
    static class Failing {

        @Test
        void fails_afterACall(RivtaClient platform) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
            throw new AssertionError("as expected");
        }

        @Test
        void passes() {}
    }

    @WithNationalServices
    static class FailingInSetUp {

        @BeforeEach
        void setUp(HsaClient hsa) {
            hsa.employee(Persona.DR_LINDGREN.hsaId());
            throw new AssertionError("as expected");
        }

        @Test
        void never_runs() {}
    }

    @WithNationalServices
    static class NamingAPatientInTheWrongPlace {

        @Test
        void fails_afterACall(RivtaClient platform) {
            platform.call(
                    EmployeeContracts.GET_EMPLOYEE_4,
                    LogicalAddress.of(PERSONAL_NUMBER),
                    GetEmployee.of(Persona.DR_LINDGREN.hsaId()));
        }
    }

    static class BreakingARule {

        @Test
        @WithNationalServices(failOnFindings = true)
        void strict(NationalServices services) {
            PlainCalls.withoutEnvelope(services);
        }

        @Test
        @WithNationalServices(failOnFindings = true, allowedFindings = {"address.missing", "soap.version"})
        void allowed(NationalServices services) {
            PlainCalls.withoutEnvelope(services);
        }

        @Test
        @WithNationalServices
        void byDefault(NationalServices services) {
            PlainCalls.withoutEnvelope(services);
        }

        @Test
        @WithNationalServices(failOnFindings = true)
        void failedAnyway(NationalServices services) {
            PlainCalls.withoutEnvelope(services);
            throw new IllegalStateException("as expected");
        }
    }

    static class RegisteredByHand {

        @RegisterExtension
        static final NationalServicesExtension OTHER =
                NationalServicesExtension.with(builder -> builder.pki(TestPki.shared()))
                        .failingOnFindings();

        @Test
        void ownServer() {
            assertThat(OTHER.services().url().getPath()).isEqualTo("/vp");
        }

        @Test
        void breaks() {
            PlainCalls.withoutEnvelope(OTHER.services());
        }
    }

    @WithNationalServices(people = "DR_NOBODY")
    static class OfAnUnknownPerson {

        @Test
        void never_runs() {}
    }

    @WithNationalServices(contracts = "no/such/folder")
    static class WithoutTheContracts {

        @Test
        void never_runs() {}
    }

    @WithNationalServices
    static class AskingForAnUnknownPerson {

        @Test
        void never_runs(@TestPersona("DR_NOBODY") Persona nobody) {}
    }

    @WithNationalServices
    static class AskingTooEarly {

        @BeforeAll
        static void before(NationalServices services) {}

        @Test
        void never_runs() {}
    }

    static class AtTheSameTime {

        private static final int TESTS = 2;
        private static final Map<URI, NationalServices> SEEN = new ConcurrentHashMap<>();
        private static volatile CountDownLatch together = new CountDownLatch(TESTS);

        @RegisterExtension
        static final NationalServicesExtension NATIONAL = new NationalServicesExtension();

        @RepeatedTest(TESTS)
        void hasItsOwn(NationalServices services, HsaClient hsa) throws InterruptedException {
            together.countDown();
            assertThat(together.await(60, TimeUnit.SECONDS)).isTrue();
            SEEN.put(services.url(), services);
            assertThat(NATIONAL.services()).isSameAs(services);
            assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
            services.hsa().remove(Persona.DR_LINDGREN);
            assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isEmpty();
            assertThat(services.journal().exchanges()).hasSize(2);
        }
    }

    @WithNationalServices(oneForAllTests = true)
    static class SharingAtTheSameTime {

        private static volatile CountDownLatch refused = new CountDownLatch(1);

        @BeforeEach
        void setUp() {}

        @RepeatedTest(2)
        void waits() throws InterruptedException {
            // goes on when the other one has been refused, which the listener tells
            assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    // ---- the tests ----

    @Test
    void failure_carriesWhatTheServicesSaw() {
        Map<String, TestExecutionResult> results = run(false, Failing.class);

        Throwable failure = failure(results, "fails_afterACall");
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage("as expected");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0].toString())
                .contains("What the national services saw", "GetEmployee 4")
                .contains("from " + NationalServices.SYSTEM_HSA_ID, "HTTP 200", "ANSWERED")
                .doesNotContain("Lindgren", Persona.DR_LINDGREN.personId().value());
        assertThat(result(results, "passes").getStatus())
                .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void failure_ofSetUp_carriesItToo() {
        Throwable failure = failure(run(false, FailingInSetUp.class), "never_runs");
        assertThat(failure.getSuppressed()[0].toString()).contains("GetEmployee 4");
    }

    @Test
    void failure_afterAPersonalNumberInTheAddress_doesNotRepeatIt() {
        Throwable failure =
                failure(run(false, NamingAPatientInTheWrongPlace.class), "fails_afterACall");
        assertThat(failure.getSuppressed()[0].toString())
                .contains("to (not an address)", "REFUSED")
                .doesNotContain(PERSONAL_NUMBER);
    }

    @Test
    void brokenRule_whenAsked_failsATestThatIsContent() {
        Map<String, TestExecutionResult> results = run(false, BreakingARule.class);

        assertThat(failure(results, "strict"))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageContaining("WRONG soap.version");
        assertThat(failure(results, "failedAnyway"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("as expected");
        for (String passing : List.of("allowed", "byDefault")) {
            assertThat(result(results, passing).getStatus())
                    .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        }
    }

    @Test
    void extension_registeredByHand_doesWhatItIsTold() {
        Map<String, TestExecutionResult> results = run(false, RegisteredByHand.class);

        assertThat(result(results, "ownServer").getThrowable()).isEmpty();
        assertThat(failure(results, "breaks")).hasMessageContaining("soap.version");
    }

    @Test
    void unknownPerson_isToldWithThoseWhoAreThere() {
        assertThat(failure(run(false, OfAnUnknownPerson.class), "never_runs"))
                .hasMessageContaining("DR_NOBODY")
                .hasMessageContaining("DR_LINDGREN");
        assertThat(failure(run(false, AskingForAnUnknownPerson.class), "never_runs"))
                .hasMessageContaining("DR_NOBODY")
                .hasMessageContaining("DR_LINDGREN");
    }

    @Test
    void contracts_thatAreNotThere_areMissed() {
        assertThat(failure(run(false, WithoutTheContracts.class), "never_runs"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("contracts");
    }

    @Test
    void parameter_beforeThereIsATest_isRefusedWithTheWayOut() {
        assertThat(failure(run(false, AskingTooEarly.class), "AskingTooEarly"))
                .hasMessageContaining("@BeforeEach")
                .hasMessageContaining("oneForAllTests");
    }

    @Test
    void testsAtTheSameTime_haveServicesOfTheirOwnOnOneServer() {
        AtTheSameTime.SEEN.clear();
        AtTheSameTime.together = new CountDownLatch(AtTheSameTime.TESTS);

        Map<String, TestExecutionResult> results = run(true, AtTheSameTime.class);

        assertThat(results.values())
                .allMatch(it -> it.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
        assertThat(AtTheSameTime.SEEN).hasSize(AtTheSameTime.TESTS);
        assertThat(AtTheSameTime.SEEN.keySet().stream().map(URI::getPort).distinct()).hasSize(1);
    }

    @Test
    void testsAtTheSameTime_thatShareServices_areRefused() {
        SharingAtTheSameTime.refused = new CountDownLatch(1);

        Map<String, TestExecutionResult> results = run(true, SharingAtTheSameTime.class);

        assertThat(results.values().stream().flatMap(it -> it.getThrowable().stream()))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .hasMessageContaining("at the same time")
                                        .hasMessageContaining("oneForAllTests"));
    }

    // ---- running them ----

    private static Map<String, TestExecutionResult> run(boolean parallel, Class<?> tests) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.enabled",
                                String.valueOf(parallel))
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                        .build();
        Map<String, TestExecutionResult> results =
                Collections.synchronizedMap(new LinkedHashMap<>());
        LauncherFactory.create()
                .execute(
                        request,
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(
                                    TestIdentifier test, TestExecutionResult result) {
                                results.put(test.getUniqueId(), result);
                                if (result.getThrowable().isPresent()) {
                                    SharingAtTheSameTime.refused.countDown();
                                }
                            }
                        });
        return results;
    }

    private static TestExecutionResult result(
            Map<String, TestExecutionResult> results, String part) {
        List<TestExecutionResult> found = new ArrayList<>();
        results.forEach(
                (id, result) -> {
                    if (id.substring(id.lastIndexOf('[')).contains(part)) {
                        found.add(result);
                    }
                });
        assertThat(found).as(part + " in " + results.keySet()).hasSize(1);
        return found.get(0);
    }

    private static Throwable failure(Map<String, TestExecutionResult> results, String part) {
        return result(results, part).getThrowable().orElseThrow();
    }
}
