package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProvider;
import se.ehealthsdk.testkit.idp.IdpEndpoint;
import se.ehealthsdk.testkit.idp.IdpExchange;

/** The pages of the stand-in IdP as a person meets them. */
@NeedsChromium
class IdpPageTest {

    private static final String DR_LINDGREN =
            "Åsa Påhittsson Lindgren Distriktsläkare · DR_LINDGREN";
    private static final String ADMIN_HOLM = "Cilla Holm Systemförvaltare · ADMIN_HOLM";
    private static final String NURSE_BERG = "Bo Berg Sjuksköterska · NURSE_BERG";

    private static NationalServices services;
    private static CallbackServer client;

    private IdentityProvider idp;
    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        services = NationalServices.start();
        client = new CallbackServer();
    }

    @AfterAll
    static void stop() {
        client.close();
        services.close();
    }

    @BeforeEach
    void open() {
        services.reset();
        idp = services.idp();
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void persona_picked_comesBackWithACode() {
        browser.open(url("openid", ""));
        assertThat(browser.heading()).isEqualTo("Logga in");

        browser.button(NURSE_BERG).click();

        browser.await("the client", it -> it.heading().equals("Tillbaka"));
        assertThat(browser.url().getPath()).isEqualTo("/callback");
        assertThat(browser.url().getQuery()).contains("code=", "state=s-1", "iss=" + idp.issuer());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void commission_chosen_comesBackWithACode() {
        browser.open(url("openid commission", ""));
        browser.button(DR_LINDGREN).click();
        browser.await("the choice", it -> it.heading().equals("Välj uppdrag"));
        assertThat(browser.all("button[name=choice]")).hasSize(4);

        browser.all("button[name=choice]").get(1).click();

        browser.await("the client", it -> it.heading().equals("Tillbaka"));
        assertThat(browser.url().getQuery()).contains("code=");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void cancel_comesBackWithoutACode() {
        browser.open(url("openid", ""));

        browser.button("Avbryt").click();

        browser.await("the client", it -> it.heading().equals("Tillbaka"));
        assertThat(browser.url().getQuery())
                .contains("error=access_denied", "state=s-1")
                .doesNotContain("code=");
    }

    @Test
    void level_tooLow_isAnErrorPageAndTheClientHearsNothing() {
        browser.open(
                url(
                        "openid",
                        "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\""
                                + IdentityProvider.LOA3
                                + "\"}}}"));
        browser.radio("LoA 2").click();

        browser.button(NURSE_BERG).click();

        browser.await("the error", it -> it.heading().equals("Det gick inte"));
        assertThat(browser.text()).contains("insufficient_acr", IdentityProvider.CLIENT_ID);
        assertThat(browser.url().getPort()).isEqualTo(idp.issuer().getPort());
    }

    @Test
    void keyboard_alone_isEnough() {
        browser.open(url("openid commission", ""));
        browser.tabTo("LoA 3");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.focused()).isEqualTo("LoA 2");
        browser.tabTo("SITHS-kort");
        browser.tabTo(DR_LINDGREN);
        browser.press(Keys.ENTER);
        browser.await("the choice", it -> it.heading().equals("Välj uppdrag"));
        browser.press(Keys.TAB);
        assertThat(browser.focused()).startsWith("Vård på Ängen");
        browser.press(Keys.SPACE);

        browser.await("the client", it -> it.heading().equals("Tillbaka"));
        assertThat(idp.journal().of(IdpEndpoint.PAGE))
                .first()
                .satisfies(it -> assertThat(it.parameter("level")).contains(IdentityProvider.LOA2));
    }

    @Test
    void everything_thatCanBeUsed_hasANameAndIsSeen() {
        browser.open(url("openid", ""));

        List<WebElement> controls = browser.all("button, input:not([type=hidden])");
        assertThat(controls).hasSizeGreaterThan(6);
        assertThat(controls)
                .allSatisfy(
                        each -> {
                            assertThat(each.getAccessibleName()).isNotBlank();
                            assertThat(each.isDisplayed()).isTrue();
                        });
        assertThat(browser.all("html[lang=sv]")).hasSize(1);
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.all("main")).hasSize(1);
        assertThat(browser.run("return document.title")).isEqualTo("Logga in – IdP för test");
        // nothing to be scrolled to sideways on a phone
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(browser.all("button").get(0).getCssValue("display")).isEqualTo("block");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void name_thatIsAScript_isShownAndNotRun() {
        String nasty =
                "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
        services.hsa()
                .add(
                        Persona.builder("NASTY", Personnummer.of("191212121212"), nasty, "Namnsson")
                                .post(HsaId.of("TSTNMT2321000156-9001"))
                                .build());

        browser.open(url("openid", ""));

        assertThat(browser.text()).contains(nasty);
        assertThat(browser.all("script, img")).isEmpty();
        assertThat(browser.run("return document.title")).isNotEqualTo("run");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Otherwise it would say nothing that there are none. */
    @Test
    void complaints_areHeard() {
        browser.open(url("openid", ""));

        browser.run("document.body.setAttribute('style', 'color:red')");

        assertThat(browser.complaints()).singleElement().asString().contains("style-src");
    }

    @Test
    void session_isRememberedUntilLogOut() {
        browser.open(url("openid", ""));
        browser.button(ADMIN_HOLM).click();
        browser.await("the client", it -> it.heading().equals("Tillbaka"));

        browser.open(url("openid", ""));
        assertThat(browser.heading()).isEqualTo("Tillbaka");
        browser.open(idp.url(IdpEndpoint.END_SESSION));
        assertThat(browser.heading()).isEqualTo("Du är utloggad");
        browser.open(url("openid", ""));

        assertThat(browser.heading()).isEqualTo("Logga in");
        assertThat(idp.journal().of(IdpEndpoint.AUTHORIZATION))
                .extracting(IdpExchange::status)
                .containsExactly(200, 303, 200);
    }

    private URI url(String scope, String claims) {
        String query =
                "response_type=code&client_id="
                        + IdentityProvider.CLIENT_ID
                        + "&redirect_uri="
                        + encoded(client.callback().toString())
                        + "&scope="
                        + encoded(scope)
                        + "&state=s-1"
                        + (claims.isEmpty() ? "" : "&claims=" + encoded(claims));
        return URI.create(idp.url(IdpEndpoint.AUTHORIZATION) + "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
