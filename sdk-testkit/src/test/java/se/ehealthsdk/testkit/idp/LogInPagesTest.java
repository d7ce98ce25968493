package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** The pages, and what a browser remembers, by plain HTTP. */
class LogInPagesTest {

    private static final Pattern KEY = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");
    private static final Pattern BUTTON =
            Pattern.compile("<button name=\"(\\w+)\" value=\"([^\"]*)\">(.*?)</button>");

    private static final Prompt LOGIN = new Prompt(Prompt.Type.LOGIN);
    private static final Prompt NONE = new Prompt(Prompt.Type.NONE);

    private static NationalServices services;

    private IdentityProvider idp;
    private RelyingParty client;
    private HttpClient browser;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        idp = services.idp();
        client = new RelyingParty(services);
        browser = browser(services);
    }

    @Test
    void persona_picked_isLoggedIn() throws Exception {
        HttpResponse<String> page = get(client.url("{\"id_token\":{\"given_name\":null}}"));

        HttpResponse<String> answer =
                post(
                        page,
                        Map.of(
                                "persona",
                                "NURSE_BERG",
                                "level",
                                IdentityProvider.LOA2,
                                "method",
                                "app"));

        assertThat(answer.statusCode()).isEqualTo(303);
        Map<String, Object> claims =
                client.validated(client.tokens(client.code(location(answer))))
                        .toJWTClaimsSet()
                        .getClaims();
        assertThat(claims)
                .containsEntry("given_name", "Bo")
                .containsEntry("acr", IdentityProvider.LOA2)
                .containsEntry("amr", List.of(LogIn.APP_AMR));
        assertThat(idp.journal().of(IdpEndpoint.PAGE).get(0).parameter("login"))
                .contains(IdpExchange.HIDDEN);
    }

    @Test
    void commission_ofSeveral_isChosenOnTheNextPage() throws Exception {
        HttpResponse<String> choice =
                pick(get(client.request("commission").build().toURI()), "DR_LINDGREN");

        assertThat(choice.statusCode()).isEqualTo(200);
        assertThat(choice.body())
                .contains("<h1>Välj uppdrag</h1>")
                .contains("Medicinkliniken, Region Påhitt");
        Button second = buttons(choice).get(1);
        assertThat(second.text()).contains("Vård på Medicinkliniken");
        HttpResponse<String> answer = post(choice, Map.of(second.name(), second.value()));

        assertThat(
                        client.validated(client.tokens(client.code(location(answer))))
                                .toJWTClaimsSet()
                                .getClaims())
                .containsEntry("commissionHsaId", "TSTNMT2321000156-VMU2");
    }

    @Test
    void hsaId_ofSeveral_isChosenOnTheNextPage() throws Exception {
        HttpResponse<String> choice =
                pick(get(client.url("{\"id_token\":{\"employeeHsaId\":null}}")), "DR_DAHL");

        assertThat(choice.body()).contains("<h1>Välj HSA-id</h1>");
        assertThat(buttons(choice)).filteredOn(it -> it.name().equals("choice")).hasSize(2);
    }

    @Test
    void onlyOne_isNotAskedFor() throws Exception {
        HttpResponse<String> answer =
                pick(get(client.request("commission").build().toURI()), "NURSE_BERG");

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void cancel_onEitherPage_givesAccessDenied() throws Exception {
        HttpResponse<String> first =
                post(get(client.request().build().toURI()), Map.of("cancel", "true"));
        HttpResponse<String> second =
                post(
                        pick(get(client.request("commission").build().toURI()), "DR_LINDGREN"),
                        Map.of("cancel", "true"));

        assertThat(List.of(first, second))
                .allSatisfy(
                        answer ->
                                assertThat(answer.headers().firstValue("location").orElseThrow())
                                        .startsWith(
                                                RelyingParty.CALLBACK + "?error=access_denied"));
    }

    @Test
    void error_page_saysWhatASupportDeskAsksFor() throws Exception {
        HttpResponse<String> answer =
                pick(
                        get(
                                client.url(
                                        "{\"id_token\":{\"commissionHsaId\":{\"essential\":true}}}")),
                        "ADMIN_HOLM");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(answer.body())
                .contains("missing_claim commissionHsaId", IdentityProvider.CLIENT_ID, "Tidpunkt");
    }

    @Test
    void form_usedAgainOrMadeUp_isAnErrorPage() throws Exception {
        HttpResponse<String> page = get(client.request().build().toURI());
        pick(page, "NURSE_BERG");

        assertThat(pick(page, "NURSE_BERG").statusCode()).isEqualTo(400);
        HttpResponse<String> other = get(client.request().prompt(LOGIN).build().toURI());
        assertThat(pick(other, "NOBODY").statusCode()).isEqualTo(400);
        HttpResponse<String> third = get(client.request().prompt(LOGIN).build().toURI());
        assertThat(post(third, Map.of("persona", "NURSE_BERG", "level", "loa9")).statusCode())
                .isEqualTo(400);
        HttpResponse<String> choice =
                pick(
                        get(client.request("commission").prompt(LOGIN).build().toURI()),
                        "DR_LINDGREN");
        assertThat(post(choice, Map.of("choice", "4711")).statusCode()).isEqualTo(400);
    }

    // ---- the session

    @Test
    void session_inOneBrowser_isRememberedThereOnly() throws Exception {
        URI url = client.request().build().toURI();
        pick(get(url), "NURSE_BERG");

        assertThat(get(url).statusCode()).isEqualTo(303);
        assertThat(get(client.request().prompt(NONE).build().toURI()).statusCode()).isEqualTo(303);
        assertThat(get(client.request().prompt(LOGIN).build().toURI()).statusCode()).isEqualTo(200);
        browser = browser(services);
        assertThat(get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void session_cookie_isForThisServerAlone() throws Exception {
        HttpResponse<String> answer = pick(get(client.request().build().toURI()), "NURSE_BERG");

        assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
                .contains("Path=/oidc", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("NURSE", "Domain");
    }

    @Test
    void promptNone_withoutSessionOrWithSomethingToChoose_isAnError() throws Exception {
        HttpResponse<String> nobody = get(client.request().prompt(NONE).build().toURI());
        pick(get(client.request().build().toURI()), "DR_LINDGREN");
        HttpResponse<String> toChoose =
                get(client.request("commission").prompt(NONE).build().toURI());

        assertThat(location(nobody).getQuery()).contains("error=login_required");
        assertThat(location(toChoose).getQuery()).contains("error=interaction_required");
    }

    @Test
    void session_ofALowerLevelThanNeeded_isAskedAnew() throws Exception {
        post(
                get(client.request().build().toURI()),
                Map.of("persona", "NURSE_BERG", "level", IdentityProvider.LOA2));

        HttpResponse<String> page =
                get(
                        client.url(
                                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\""
                                        + IdentityProvider.LOA3
                                        + "\"}}}"));

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void session_lifetimeAndMaxAge_endIt() throws Exception {
        try (Moved moved = Moved.start()) {
            client = new RelyingParty(moved.services());
            browser = browser(moved.services());
            URI url = client.request().build().toURI();
            pick(get(url), "NURSE_BERG");
            moved.forward(Duration.ofMinutes(30));

            assertThat(get(client.request().maxAge(1800).build().toURI()).statusCode())
                    .isEqualTo(303);
            assertThat(get(client.request().maxAge(1799).build().toURI()).statusCode())
                    .isEqualTo(200);
            assertThat(get(url).statusCode()).isEqualTo(303);
            moved.forward(Duration.ofMinutes(30));
            assertThat(get(url).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void authTime_isThatOfTheLogIn() throws Exception {
        try (Moved moved = Moved.start()) {
            client = new RelyingParty(moved.services());
            browser = browser(moved.services());
            URI url = client.request().build().toURI();
            pick(get(url), "NURSE_BERG");
            moved.forward(Duration.ofMinutes(30));

            Map<String, Object> claims =
                    client.tokens(client.code(location(get(url))))
                            .getOIDCTokens()
                            .getIDToken()
                            .getJWTClaimsSet()
                            .toJSONObject();

            assertThat((long) claims.get("iat") - (long) claims.get("auth_time")).isEqualTo(1800);
        }
    }

    @Test
    void logOut_endsTheSession() throws Exception {
        URI url = client.request().build().toURI();
        pick(get(url), "NURSE_BERG");

        assertThat(get(idp.url(IdpEndpoint.END_SESSION)).statusCode()).isEqualTo(200);

        assertThat(get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void logInAs_nextPages_areSkippedOnceEach() throws Exception {
        idp.logInAs(Persona.NURSE_BERG);
        idp.logInAs(Persona.DR_DAHL, LogIn.byCard().as(HsaId.of("TSTNMT2321000156-2005")));
        URI url =
                client.request()
                        .prompt(LOGIN)
                        .claims(OIDCClaimsRequest.parse("{\"id_token\":{\"employeeHsaId\":null}}"))
                        .build()
                        .toURI();

        assertThat(hsaId(get(url))).isEqualTo("TSTNMT2321000156-1002");
        assertThat(hsaId(get(url))).isEqualTo("TSTNMT2321000156-2005");
        assertThat(get(url).statusCode()).isEqualTo(200);
    }

    // ---- the HTML

    @Test
    void pages_haveNamesForEverythingThatCanBeUsed() throws Exception {
        HttpResponse<String> page = get(client.request().build().toURI());
        String html = page.body();

        assertThat(html)
                .startsWith("<!doctype html><html lang=\"sv\">")
                .contains("<h1>Logga in</h1>", "<main>");
        assertThat(html).contains("<title>Logga in – IdP för test</title>");
        assertThat(count(html, "<input type=\"radio\""))
                .isEqualTo(4)
                .isEqualTo(count(html, "<label>"));
        assertThat(count(html, "<fieldset>")).isEqualTo(2).isEqualTo(count(html, "<legend>"));
        assertThat(buttons(page)).allSatisfy(it -> assertThat(it.text()).isNotBlank());
        assertThat(buttons(page))
                .filteredOn(it -> it.name().equals("persona"))
                .extracting(Button::value)
                .containsExactlyElementsOf(
                        services.hsa().personas().stream().map(Persona::name).toList());
        assertThat(html).doesNotContain("<script", "onclick", "http://cdn", "<img", "style=\"");
    }

    @Test
    void pages_haveAStrictPolicyThatFitsThem() throws Exception {
        HttpResponse<String> page = get(client.request().build().toURI());
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        Matcher style =
                Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.body());
        assertThat(style.find()).isTrue();
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));

        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("style-src 'sha256-" + hash + "'")
                .contains("form-action 'self' http://localhost:4711;")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("cache-control")).contains("no-store");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
    }

    @Test
    void pages_showNastyNamesAsText() throws Exception {
        String nasty = "<script>alert('1')</script>\" autofocus onfocus=\"x & y";
        services.hsa()
                .add(
                        Persona.builder(
                                        "NASTY\"><b>",
                                        Personnummer.of("191212121212"),
                                        nasty,
                                        nasty)
                                .post(HsaId.of("TSTNMT2321000156-9001"))
                                .title(nasty)
                                .commission(HsaId.of("TSTNMT2321000156-VMU1"))
                                .commission(HsaId.of("TSTNMT2321000156-VMU2"))
                                .build());
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .name(nasty)
                        .secret("s")
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());

        HttpResponse<String> page = get(client.request("commission").build().toURI());
        HttpResponse<String> choice = pick(page, "NASTY\"><b>");
        // the session of the one who has just logged in goes on
        HttpResponse<String> error =
                get(client.url("{\"id_token\":{\"<script>\":{\"essential\":true}}}"));

        assertThat(choice.body()).contains("Välj uppdrag");
        for (HttpResponse<String> each : List.of(page, choice, error)) {
            assertThat(each.body()).doesNotContain("<script", "<b>", "onfocus=\"");
        }
        assertThat(page.body())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; autofocus");
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.body()).contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.test/callback, ' https://app.example.test;'",
        "https://app.example.test:8443/a?b=c, ' https://app.example.test:8443;'",
        "se.example.app:/callback, ' se.example.app:;'"
    })
    void policy_letsTheFormGoBackToTheClient(String redirectUri, String expected) throws Exception {
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .secret("s")
                        .redirectUri(URI.create(redirectUri))
                        .build());

        HttpResponse<String> page =
                get(client.request().redirectionURI(URI.create(redirectUri)).build().toURI());

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("form-action 'self'" + expected);
        assertThat(pick(page, "NURSE_BERG").headers().firstValue("location").orElseThrow())
                .startsWith(redirectUri + (redirectUri.contains("?") ? "&code=" : "?code="));
    }

    // ---- a browser of sorts

    private record Button(String name, String value, String text) {}

    private static HttpClient browser(NationalServices services) {
        return HttpClient.newBuilder()
                .sslContext(RelyingParty.tls(services.pki(), Optional.empty()))
                .cookieHandler(new CookieManager())
                .build();
    }

    private HttpResponse<String> get(URI url) throws Exception {
        return browser.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> pick(HttpResponse<String> page, String persona) throws Exception {
        return post(
                page, Map.of("persona", persona, "level", IdentityProvider.LOA3, "method", "card"));
    }

    private HttpResponse<String> post(HttpResponse<String> page, Map<String, String> fields)
            throws Exception {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        List<String> form = new ArrayList<>(List.of("login=" + key.group(1)));
        fields.forEach(
                (name, value) ->
                        form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser.send(
                HttpRequest.newBuilder(page.uri().resolve(IdpEndpoint.PAGE.path()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        form.stream().collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
    }

    private String hsaId(HttpResponse<String> answer) throws Exception {
        return (String)
                client.validated(client.tokens(client.code(location(answer))))
                        .toJWTClaimsSet()
                        .getClaims()
                        .get("employeeHsaId");
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("location").orElseThrow());
    }

    private static List<Button> buttons(HttpResponse<String> page) {
        return BUTTON.matcher(page.body())
                .results()
                .map(it -> new Button(it.group(1), it.group(2), it.group(3)))
                .toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
