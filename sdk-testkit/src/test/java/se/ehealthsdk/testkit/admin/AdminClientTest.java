package se.ehealthsdk.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

class AdminClientTest {

    private static NationalServices services;
    private static AdminServer server;
    private static AdminClient admin;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        server = AdminServer.of(services).maxWorkspaces(2).start();
        admin = AdminClient.of(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
        services.close();
    }

    private static RivtaClient client(AdminClient.Workspace own) {
        return RivtaClient.builder()
                .environment(
                        Environment.of(
                                "remote",
                                own.platformUrl(),
                                TrustAnchors.of(services.pki().trustedRoots())))
                .credential(own.credential(NationalServices.SYSTEM_HSA_ID))
                .options(options -> options.retry(RetryPolicy.NONE))
                .build();
    }

    @Test
    void workspaces_know_nothing_of_one_another() {
        try (AdminClient.Workspace one = admin.newWorkspace();
                AdminClient.Workspace two = admin.newWorkspace();
                RivtaClient platform = client(one)) {
            one.addFault("platform", "vp", Map.of("code", "VP009"), 1);

            assertThatThrownBy(() -> HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId()))
                    .isInstanceOf(PlatformException.class);
            assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();

            assertThat(one.exchanges())
                    .extracting(AdminClient.ExchangeSummary::outcome)
                    .containsExactly("fault-injected", "answered");
            long number = one.exchanges().get(1).number();
            assertThat(one.exchange(number).request())
                    .contains(Persona.DR_LINDGREN.hsaId().value());
            assertThat(one.exchangesAfter(number)).isEmpty();
            assertThat(two.exchanges()).isEmpty();
            assertThat(admin.workspaces()).contains("default", one.name(), two.name());
            assertThatThrownBy(admin::newWorkspace).isInstanceOf(InvalidInputException.class);
        }
        assertThat(admin.workspaces()).containsExactly("default");
    }

    @Test
    void clock_moves_forward_in_its_own_workspace_alone() {
        try (AdminClient.Workspace own = admin.newWorkspace()) {
            Instant stopped = own.stopClock();

            assertThat(own.advance(Duration.ofDays(2))).isEqualTo(stopped.plus(Duration.ofDays(2)));
            assertThatThrownBy(() -> own.advance(Duration.ofDays(-1)))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(admin.shared().now()).isBefore(own.now());
        }
    }

    @Test
    void people_are_added_and_removed() {
        try (AdminClient.Workspace own = admin.newWorkspaceWith(java.util.List.of("DR_LINDGREN"))) {
            own.addPerson(
                    """
                    {"name": "DR_NEW", "personId": "189001019802", "givenName": "Nina", "surname": "Ny",
                     "posts": [{"hsaId": "TSTNMT2321000156-9001"}]}
                    """);

            assertThat(own.people()).containsExactly("DR_LINDGREN", "DR_NEW");
            own.removePerson("DR_NEW");
            assertThat(own.people()).containsExactly("DR_LINDGREN");
            assertThatThrownBy(() -> own.addPerson("{\"name\": \"X\"}"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void server_for_other_hosts_asks_for_its_password() {
        TrustAnchors trust = TrustAnchors.of(services.pki().trustedRoots());
        try (AdminServer open =
                AdminServer.of(services)
                        .reachableFromOtherHosts(
                                InetAddress.getLoopbackAddress(), "correct horse battery")
                        .start()) {
            assertThat(open.url().getScheme()).isEqualTo("https");
            assertThat(AdminClient.of(open.url(), trust, "correct horse battery").workspaces())
                    .containsExactly("default");
            AdminClient guessing = AdminClient.of(open.url(), trust, "a wrong password");
            assertThatThrownBy(guessing::workspaces)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageNotContaining("a wrong password");
        }
    }
}
