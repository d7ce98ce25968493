package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.examples.ClinicianWeb;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.ClientAuthentication;
import se.ehealthsdk.siths.login.IdentityProvider;
import se.ehealthsdk.siths.login.LoginRequest;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.idp.IdpFault;

/** A clinician logs in to the example application with a browser, through the stand-in IdP. */
@NeedsChromium
class ClinicianWebTest {

    private static final String DR_LINDGREN =
            "Åsa Påhittsson Lindgren Distriktsläkare · DR_LINDGREN";
    private static final String ADMIN_HOLM = "Cilla Holm Systemförvaltare · ADMIN_HOLM";

    private static NationalServices services;
    private static RivtaClient platform;
    private static IdentityProvider idp;
    private static ClinicianWeb web;

    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        services = NationalServices.start();
        platform = services.client();
        int port = freePort();
        idp =
                IdentityProvider.builder(services.idp().issuer())
                        .client(
                                IdentityProviderStandIn.CLIENT_ID,
                                ClientAuthentication.secret(
                                        IdentityProviderStandIn.CLIENT_SECRET.toCharArray()))
                        .redirectUri(URI.create("http://localhost:" + port + "/callback"))
                        .trust(TrustAnchors.of(services.pki().trustedRoots()))
                        .build();
        web = new ClinicianWeb(idp, HsaClient.on(platform));
        web.start(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        web.close();
        idp.close();
        platform.close();
        services.close();
    }

    @BeforeEach
    void open() {
        services.reset();
        browser = Browser.start();
        browser.open(web.url());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void clinician_logsIn_chooses_isFoundInHsa_andLogsOut() {
        logInAs(DR_LINDGREN);
        heading("Choose a commission");
        assertThat(browser.text()).contains("Åsa Påhittsson Lindgren", "LoA 3");

        choose("Vård på Ängen");

        heading("You in HSA");
        assertThat(browser.text())
                .contains(
                        "You act in Vård på Ängen at Vårdcentralen Ängen",
                        Persona.DR_LINDGREN.hsaId().value(),
                        "Distriktsläkare");
        assertThat(browser.complaints()).noneMatch(each -> each.contains("Content Security"));

        browser.button("Log out").click();

        heading("You have logged out");
        browser.open(web.url());
        browser.button("Log in").click();
        heading("Logga in");
    }

    @Test
    void clinician_whoCancels_isToldSo_andCanTryAgain() {
        browser.button("Log in").click();
        heading("Logga in");

        browser.button("Avbryt").click();

        heading("You are not logged in");
        assertThat(browser.text()).contains("CANCELLED");
        logInAs(DR_LINDGREN, "Log in again");
        heading("Choose a commission");
    }

    @Test
    void level_thatTheClinicianDoesNotReach_isStoppedByTheIdp() {
        browser.button("Log in").click();
        heading("Logga in");
        browser.radio("LoA 2").click();

        browser.button(DR_LINDGREN).click();

        heading("Det gick inte");
        browser.open(web.url());
        assertThat(browser.heading()).isEqualTo("Clinician web");
    }

    @Test
    void level_thatTheIdpLetsThroughAllTheSame_isStoppedByTheApplication() {
        services.idp().faults().next(IdpFault.acr(IdentityProviderStandIn.LOA2));

        logInAs(DR_LINDGREN);

        heading("You are not logged in");
        assertThat(browser.text()).contains("LEVEL_TOO_LOW");
        browser.open(web.url());
        assertThat(browser.heading()).isEqualTo("Clinician web");
    }

    @Test
    void claim_thatIsMissing_isNamed() {
        services.idp().faults().next(IdpFault.without("employeeHsaId"));

        logInAs(DR_LINDGREN);

        heading("You are not logged in");
        assertThat(browser.text()).contains("CLAIM_MISSING", "employeeHsaId");
    }

    @Test
    void commission_thatIsNotForCare_isRefusedWithWhatToDo() {
        logInAs(DR_LINDGREN);
        heading("Choose a commission");

        choose("Kvalitetsarbete i regionen");

        heading("Not in this commission");
        assertThat(browser.text()).contains("WRONG_COMMISSION");
    }

    @Test
    void clinician_withoutCommissions_isToldWhomToAsk() {
        logInAs(ADMIN_HOLM);

        heading("Choose a commission");
        assertThat(browser.text()).contains("You have no commission");
    }

    @Test
    void answer_thatIsNotTheBrowsersOwn_isRefused() {
        URI others =
                services.idp()
                        .authorize(
                                idp.begin(
                                                LoginRequest.builder()
                                                        .levels(AssuranceLevel.LOA3)
                                                        .build(),
                                                "another-browser")
                                        .redirectUrl(),
                                Persona.DR_LINDGREN);

        browser.open(others);

        assertThat(browser.heading()).isEqualTo("You are not logged in");
        browser.open(web.url().resolve("/commissions"));
        assertThat(browser.heading()).isEqualTo("Clinician web");
    }

    @Test
    void commissionPage_withoutLogIn_leadsToTheFirstPage() {
        browser.open(web.url().resolve("/commissions"));

        assertThat(browser.heading()).isEqualTo("Clinician web");
    }

    private void logInAs(String persona) {
        logInAs(persona, "Log in");
    }

    private void logInAs(String persona, String button) {
        browser.button(button).click();
        heading("Logga in");
        browser.button(persona).click();
    }

    private void choose(String commission) {
        browser.all("label").stream()
                .filter(label -> label.getText().startsWith(commission))
                .findFirst()
                .orElseThrow()
                .click();
        browser.button("Go on").click();
    }

    private void heading(String text) {
        browser.await(text, it -> it.heading().equals(text));
    }
}
