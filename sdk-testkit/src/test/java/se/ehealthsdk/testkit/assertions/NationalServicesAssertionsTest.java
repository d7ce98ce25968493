package se.ehealthsdk.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.assertThat;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.calls;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.reading;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.junit.WithNationalServices;

@WithNationalServices
class NationalServicesAssertionsTest {

    private static final HsaId SYSTEM = HsaId.of(NationalServices.SYSTEM_HSA_ID);
    private static final HsaId OTHER = HsaId.of("TSTNMT2321000156-OTHER");
    private static final HsaId DOCTOR = Persona.DR_LINDGREN.hsaId();
    private static final HsaId UNIT = HsaId.of("TSTNMT2321000156-VE01");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(1);

    private static void fails(ThrowingCallable expectation, String... words) {
        assertThatThrownBy(expectation)
                .isExactlyInstanceOf(AssertionError.class)
                .satisfies(
                        it ->
                                assertThat(it.getMessage())
                                        .contains(words)
                                        .doesNotContain("Lindgren")
                                        .doesNotContain(Persona.DR_LINDGREN.personId().value()));
    }

    @Test
    void received_asItWas_holds(NationalServices services, HsaClient hsa) {
        hsa.employee(DOCTOR);
        hsa.employee(DOCTOR);
        hsa.unit(UNIT);

        assertThat(services)
                .received(EmployeeContracts.GET_EMPLOYEE_4)
                .from(SYSTEM)
                .to(NationalServices.LOGICAL_ADDRESS)
                .with(Exchange.Outcome.ANSWERED)
                .times(2)
                .received(OrganizationContracts.GET_UNIT_5)
                .once()
                .neverReceived(OrganizationContracts.GET_HEALTH_CARE_UNIT_2)
                .neverReceived(calls(EmployeeContracts.GET_EMPLOYEE_4).from(OTHER))
                .receivedInOrder(
                        calls(EmployeeContracts.GET_EMPLOYEE_4),
                        calls(EmployeeContracts.GET_EMPLOYEE_4),
                        calls(OrganizationContracts.GET_UNIT_5))
                .hasNoFindings();
        assertThat(services).received(EmployeeContracts.GET_EMPLOYEE_4).atLeast(2);
        assertThat(services).received(EmployeeContracts.GET_EMPLOYEE_4).atMost(2);
    }

    @Test
    void received_otherwise_failsAndListsWhatCame(NationalServices services, HsaClient hsa) {
        fails(
                () -> assertThat(services).received(EmployeeContracts.GET_EMPLOYEE_4),
                "GetEmployee 4",
                "no calls");
        hsa.employee(DOCTOR);
        String line =
                "1. GetEmployee 4 from %s to %s: HTTP 200, ANSWERED"
                        .formatted(SYSTEM.value(), NationalServices.LOGICAL_ADDRESS.value());
        ServicesAssert national = assertThat(services);
        ReceivedAssert received = national.received(EmployeeContracts.GET_EMPLOYEE_4);
        fails(() -> national.received(OrganizationContracts.GET_UNIT_5), "GetUnit 5", line);
        fails(() -> received.from(OTHER), "from " + OTHER.value(), "at least once", line);
        fails(() -> received.to(LogicalAddress.of(OTHER)), "to " + OTHER.value(), line);
        fails(() -> received.with(Exchange.Outcome.REFUSED), "refused", line);
        fails(() -> received.times(2), "2 times, but it was received 1 times", line);
        fails(() -> received.atLeast(2), "at least 2 times", line);
        fails(() -> received.atMost(0), "at most 0 times", line);
        fails(() -> national.neverReceived(EmployeeContracts.GET_EMPLOYEE_4), "Expected no", line);
        fails(
                () ->
                        national.receivedInOrder(
                                calls(OrganizationContracts.GET_UNIT_5),
                                calls(EmployeeContracts.GET_EMPLOYEE_4)),
                "there was no GetUnit 5",
                line);
        fails(() -> national.hasFinding("hsa.any"), "hsa.any", line);
    }

    @Test
    void eventually_waitsForTheCall(NationalServices services, HsaClient hsa) {
        CompletableFuture<Void> calls =
                CompletableFuture.runAsync(
                        () -> {
                            hsa.employee(DOCTOR);
                            hsa.unit(UNIT);
                        });

        assertThat(services)
                .eventually(LONG)
                .receivedInOrder(
                        calls(EmployeeContracts.GET_EMPLOYEE_4),
                        calls(OrganizationContracts.GET_UNIT_5))
                .received(OrganizationContracts.GET_UNIT_5)
                .from(SYSTEM)
                .once();
        calls.join();
    }

    @Test
    void eventually_whatNeverComes_failsWithTheTime(NationalServices services) {
        fails(
                () ->
                        assertThat(services)
                                .eventually(SHORT)
                                .received(EmployeeContracts.GET_EMPLOYEE_4),
                "no calls",
                "waited for");
    }

    @Test
    void eventually_whatCannotBeWaitedFor_isRefused(NationalServices services) {
        ServicesAssert patient = assertThat(services).eventually(LONG);
        for (Consumer<ServicesAssert> each :
                List.<Consumer<ServicesAssert>>of(
                        it -> it.neverReceived(EmployeeContracts.GET_EMPLOYEE_4),
                        it -> it.hasNoFindings(),
                        it -> it.accessLog().hasNothingDoubled(),
                        it -> it.accessLog().doesNotContain(reading(patient())),
                        it -> it.certificates().notRegistered("any"),
                        it -> it.discharge().hasNoCase(CaseId.of("any")))) {
            assertThatThrownBy(() -> each.accept(patient))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> assertThat(services).eventually(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
    }

    private static PersonId patient() {
        return PersonId.parse("191212121212");
    }

    @Test
    void findings_ofTheIdentityProvider_areSeen(NationalServices services) {
        assertThat(services).hasNoFindings();
        services.idp()
                .authorize(
                        URI.create(
                                services.idp().issuer()
                                        + "/authorize?response_type=code&scope=openid&client_id="
                                        + IdentityProviderStandIn.CLIENT_ID
                                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback"
                                        + "&state=a&nonce=b&code_challenge=c"
                                        + "&code_challenge_method=plain"),
                        Persona.DR_LINDGREN);

        fails(() -> assertThat(services).hasNoFindings(), "idp: idp.pkce.plain");
    }

    @Test
    void findings_ofABrokenRule_areSeen(NationalServices services) {
        PlainCalls.withoutEnvelope(services);

        assertThat(services).hasFinding("soap.version");
        assertThat(services).hasNoFindings("soap.version", "address.missing");
        fails(
                () -> assertThat(services).hasNoFindings(),
                "WRONG soap.version",
                "The envelope is SOAP 1.1");
    }
}
