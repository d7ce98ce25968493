package se.ehealthsdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.assertThat;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.calls;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.admin.AdminServer;
import se.ehealthsdk.testkit.assertions.ServicesAssert;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.hsa.Persona;

/** Services that run elsewhere: here behind an Admin API in the same JVM, which nothing but HTTP leads to. */
class RemoteServicesTest {

    private static final NationalServices ELSEWHERE = NationalServices.start();
    private static final AdminServer SERVER = AdminServer.start(ELSEWHERE);

    @RegisterExtension
    static final NationalServicesExtension NATIONAL =
            NationalServicesExtension.connectedTo(
                    AdminClient.of(SERVER.url()),
                    new AdminClient.Wishes(
                            List.of("DR_LINDGREN"),
                            Optional.of(Strictness.LENIENT),
                            OptionalLong.of(7)));

    @AfterAll
    static void stop() {
        // workspaces go with their tests
        assertThat(AdminClient.of(SERVER.url()).workspaces()).containsExactly("default");
        SERVER.close();
        ELSEWHERE.close();
    }

    @Test
    void calls_are_seen_over_the_api(
            HsaClient hsa,
            AdminClient.Workspace services,
            ServicesAssert expected,
            @TestPersona("DR_LINDGREN") Persona doctor) {
        assertThat(hsa.employee(doctor.hsaId())).isPresent();

        assertThat(services)
                .received(EmployeeContracts.GET_EMPLOYEE_4)
                .from(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                .to(NationalServices.LOGICAL_ADDRESS)
                .times(1);
        expected.hasNoFindings();
        assertThatThrownBy(
                        () ->
                                assertThat(services)
                                        .neverReceived(calls(EmployeeContracts.GET_EMPLOYEE_4)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("received 1 times");
        assertThat(services).accessLog().hasNothingDoubled();
        assertThat(services).certificates().notRegistered("C-1");
        assertThat(ELSEWHERE.journal().exchanges()).isEmpty();
        assertThat(services.people()).containsExactly("DR_LINDGREN");
    }

    @Test
    void each_test_has_a_workspace_of_its_own(
            Environment environment, Credential credential, AdminClient.Workspace services) {
        assertThat(services.exchanges()).isEmpty();
        services.addFault("platform", "vp", Map.of("code", "VP009"), 1);
        try (RivtaClient own =
                RivtaClient.builder()
                        .environment(environment)
                        .credential(credential)
                        .options(options -> options.retry(RetryPolicy.NONE))
                        .build()) {
            assertThatThrownBy(() -> HsaClient.on(own).employee(Persona.DR_LINDGREN.hsaId()))
                    .isInstanceOf(PlatformException.class);
        }
        assertThat(services).received(EmployeeContracts.GET_EMPLOYEE_4).once();
    }

    @Test
    void what_is_of_this_jvm_cannot_be_had() {
        assertThatThrownBy(NATIONAL::services)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AdminClient.Workspace");
        RemoteServices remote =
                RemoteServices.start(
                        Choice.of(AdminClient.of(SERVER.url()), AdminClient.Wishes.NONE),
                        AdminClient.of(SERVER.url()));
        try {
            assertThatThrownBy(() -> remote.give(se.ehealthsdk.testkit.Journal.class))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Journal cannot be had of services that run elsewhere");
            assertThatThrownBy(() -> remote.persona("NOBODY"))
                    .isInstanceOf(se.ehealthsdk.core.error.InvalidInputException.class);
        } finally {
            remote.close();
        }
    }

    @Test
    void nobody_is_there_and_that_is_said() {
        AdminClient none = AdminClient.of(URI.create("http://localhost:1"));
        assertThatThrownBy(
                        () -> RemoteServices.start(Choice.of(none, AdminClient.Wishes.NONE), none))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("cannot be reached");
    }
}
