package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.siths.signature.remote.SignMessage;
import se.ehealthsdk.siths.signature.remote.SignRequest;
import se.ehealthsdk.siths.signature.remote.SigningException;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;
import se.ehealthsdk.siths.signature.remote.SigningService;
import se.ehealthsdk.siths.signature.remote.SigningUser;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** The way of a browser without script: forms are filled in and posted. */
class SigningPageTest {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final String LEVEL = SigningService.LEVEL_3;

    private static final MovingClock CLOCK = new MovingClock();
    private static NationalServices services;
    private static HttpClient browser;
    private SigningService signing;

    @BeforeAll
    static void start() {
        services = NationalServices.builder().clock(CLOCK).start();
        browser =
                HttpClient.newBuilder()
                        .sslContext(TrustAnchors.of(services.pki().trustedRoots()).sslContext())
                        .build();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void register() {
        services.reset();
        signing = new Requesting(services, CLOCK).registered();
    }

    @Test
    void form_posted_andSigned_givesASignedDocument() throws Exception {
        SignRequest request = Requesting.begin(signing);
        Form first = Form.of(request.html());

        HttpResponse<String> page = post(URI.create(first.action()), first.fields());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains("lang=\"sv\"", "Intyg utfärdat för en påhittad person")
                .contains("value=\"" + Persona.DR_LINDGREN.hsaId() + "\" checked");

        HttpResponse<String> back = decide(page, Persona.DR_LINDGREN, "sign");
        Form response = Form.of(back.body());

        assertThat(response.action()).isEqualTo(Requesting.RESPONSE_URL.toString());
        assertThat(Requesting.complete(signing, request.pending(), response.fields())).isNotEmpty();
    }

    @Test
    void form_posted_andCancelled_saysSo() throws Exception {
        SignRequest request = Requesting.begin(signing);
        HttpResponse<String> page = post(request.action(), request.fields());

        Form response = Form.of(decide(page, Persona.DR_LINDGREN, "cancel").body());

        assertThat(reason(request, response)).isEqualTo(Reason.USER_CANCELLED);
    }

    @Test
    void form_posted_andSignedByAnother_saysSo() throws Exception {
        SignRequest request = Requesting.begin(signing);
        HttpResponse<String> page = post(request.action(), request.fields());

        Form response = Form.of(decide(page, Persona.NURSE_BERG, "sign").body());

        assertThat(reason(request, response)).isEqualTo(Reason.USER_MISMATCH);
    }

    @Test
    void page_decidedTwice_isRefused() throws Exception {
        SignRequest request = Requesting.begin(signing);
        HttpResponse<String> page = post(request.action(), request.fields());
        decide(page, Persona.DR_LINDGREN, "sign");

        assertThat(decide(page, Persona.DR_LINDGREN, "sign").statusCode()).isEqualTo(400);
    }

    @Test
    void page_ofAFaultyRequest_saysWhy() throws Exception {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> fields = new LinkedHashMap<>(request.fields());
        fields.remove("Binding");

        HttpResponse<String> page = post(request.action(), fields);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("has not Binding POST/XML/1.0");
    }

    @Test
    void page_ofAMessageWithMarkup_showsItAsText() throws Exception {
        SignRequest request =
                signing.begin(
                        PreparedDocument.of(Requesting.DOCUMENT, SignatureAlgorithm.ECDSA_SHA256),
                        SigningUser.of(Persona.DR_LINDGREN.hsaId()),
                        SignMessage.text("<script>alert(1)</script>"));

        String page = post(request.action(), request.fields()).body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void metadata_arePublished() throws Exception {
        SigningServiceStandIn standIn = services.signingService();
        HttpResponse<byte[]> metadata =
                browser.send(
                        HttpRequest.newBuilder(standIn.metadataUrl()).build(),
                        BodyHandlers.ofByteArray());

        assertThat(metadata.body()).isEqualTo(standIn.metadata());
    }

    private static Reason reason(SignRequest request, Form response) {
        return catchThrowableOfType(
                        SigningException.class,
                        () ->
                                Requesting.complete(
                                        new Requesting(services, CLOCK)
                                                .builder(services.credential())
                                                .build(),
                                        request.pending(),
                                        response.fields()))
                .reason();
    }

    private static HttpResponse<String> decide(
            HttpResponse<String> page, Persona persona, String decision) throws Exception {
        Form form = Form.of(page.body());
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put("signer", persona.hsaId().value());
        fields.put("level", LEVEL);
        fields.put("decision", decision);
        return post(page.uri().resolve(form.action()), fields);
    }

    private static HttpResponse<String> post(URI url, Map<String, String> fields) throws Exception {
        String body =
                fields.entrySet().stream()
                        .map(
                                each ->
                                        URLEncoder.encode(each.getKey(), UTF_8)
                                                + "="
                                                + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A form of a page, with its hidden fields. */
    private record Form(String action, Map<String, String> fields) {

        static Form of(String html) {
            Matcher form = FORM.matcher(html);
            assertThat(form.find()).as("a form in %s", html).isTrue();
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(html);
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            return new Form(form.group(1), fields);
        }
    }
}
