package se.ehealthsdk.certificate.webcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;

/** The form that opens a certificate in Webcert, with kind and with nasty values. */
class WebcertJumpTest {

    private static final String CERTIFICATE = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
    private static final UUID LAUNCH = UUID.fromString("0e02b2c3-58cc-4372-a567-f47ac10bd479");
    private static final Webcert WEBCERT = Webcert.at(URI.create("https://webcert.example.test/"));

    private static WebcertJump.Builder everything() {
        return WEBCERT.jumpTo(CERTIFICATE)
                .unit(HsaId.of("TSTNMT2321000156-VE01"))
                .reference("besök 17&18")
                .patientName("Tolvan", "Åke", "Tolvansson")
                .patientAddress("Påhittsvägen 1", "123 45", "Påhittad")
                .patientNumber(Personnummer.of("191212121212"))
                .responsibleDoctor("Åsa Påhittsson")
                .coherentRecordKeeping()
                .patientDeceased()
                .unitClosed()
                .withoutRenewal()
                .launchId(LAUNCH);
    }

    @Test
    void everything_isInTheFieldsSpelledAsWebcertReadsThem() {
        assertThat(everything().build().fields())
                .containsExactly(
                        entry("enhet", "TSTNMT2321000156-VE01"),
                        entry("ref", "besök 17&18"),
                        entry("fornamn", "Tolvan"),
                        entry("mellannamn", "Åke"),
                        entry("efternamn", "Tolvansson"),
                        entry("postadress", "Påhittsvägen 1"),
                        entry("postnummer", "123 45"),
                        entry("postort", "Påhittad"),
                        entry("alternatePatientSSn", "191212121212"),
                        entry("responsibleHospName", "Åsa Påhittsson"),
                        entry("sjf", "true"),
                        entry("avliden", "true"),
                        entry("inaktivEnhet", "true"),
                        entry("kopieringOK", "false"),
                        entry("launchId", LAUNCH.toString()));
    }

    @Test
    void address_holdsTheCertificateAndNothingElse() {
        WebcertJump jump = everything().build();

        assertThat(jump.action())
                .isEqualTo(URI.create("https://webcert.example.test/visa/intyg/" + CERTIFICATE));
        assertThat(jump.action().getRawQuery()).isNull();
        jump.fields()
                .values()
                .forEach(
                        value -> assertThat(jump.action().toString() + jump).doesNotContain(value));
    }

    @Test
    void secondVersion_hasItsPath() {
        assertThat(WEBCERT.jumpTo(CERTIFICATE).secondVersion().build().action())
                .isEqualTo(URI.create("https://webcert.example.test/v2/visa/intyg/" + CERTIFICATE));
    }

    @Test
    void nothingSaid_leavesTheLaunchIdAlone() {
        WebcertJump jump =
                WEBCERT.jumpTo(CERTIFICATE).patientName("", " ", "").reference("").build();

        assertThat(jump.fields()).containsOnlyKeys("launchId");
        assertThat(jump.launchId().toString()).isEqualTo(jump.fields().get("launchId"));
    }

    @Test
    void launchId_isAnotherForEachJump() {
        assertThat(WEBCERT.jumpTo(CERTIFICATE).build().launchId())
                .isNotEqualTo(WEBCERT.jumpTo(CERTIFICATE).build().launchId());
    }

    @Test
    void reserveNumber_isTold() {
        var reserve = Reservnummer.of(ReserveNumberIssuer.OREBRO, "20121212TA1B");

        assertThat(WEBCERT.jumpTo(CERTIFICATE).patientNumber(reserve).build().fields())
                .containsEntry("alternatePatientSSn", "20121212TA1B");
    }

    @Test
    void body_isWhatAServerDecodes() {
        WebcertJump jump = everything().build();

        Map<String, String> decoded = new LinkedHashMap<>();
        for (String field : jump.body().split("&")) {
            String[] parts = field.split("=", 2);
            decoded.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(decoded).isEqualTo(jump.fields());
        assertThat(jump.body()).contains("ref=bes%C3%B6k+17%2618");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "' onfocus='alert(1)",
                "</form><form action=https://evil.example.test>",
                "&quot;&#34;",
                "</script><img src=x onerror=alert(1)>"
            })
    void nastyName_isTextInThePage(String name) {
        String page = WEBCERT.jumpTo(CERTIFICATE).patientName(name, name, name).build().page();

        assertThat(page)
                .doesNotContain(name)
                .containsOnlyOnce("<script>")
                .containsOnlyOnce("<form");
        assertThat(unescaped(valueOf(page, "efternamn"))).isEqualTo(name);
    }

    @Test
    void page_postsTheFormWithoutAQuery() {
        String page = everything().build().page();

        assertThat(page)
                .contains("method=\"post\"")
                .contains("action=\"https://webcert.example.test/visa/intyg/" + CERTIFICATE + "\"")
                .contains("<meta name=\"referrer\" content=\"no-referrer\">")
                .contains("<button type=\"submit\">")
                .contains("document.getElementById(\"webcert\").submit();");
    }

    @Test
    void nonce_isOnTheScript() {
        WebcertJump jump = WEBCERT.jumpTo(CERTIFICATE).build();

        assertThat(jump.pageWithNonce("abc123==")).contains("<script nonce=\"abc123==\">");
        assertThatThrownBy(() -> jump.pageWithNonce("\"><b"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void controlCharacters_areRefusedWithoutSayingThem() {
        assertThatThrownBy(
                        () -> WEBCERT.jumpTo(CERTIFICATE).patientName("a", "", "b\r\nSet-Cookie"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("efternamn")
                .hasMessageNotContaining("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "191212121212",
                "19121212-1212",
                "a/../b",
                "a?enhet=x",
                "a#b",
                "a b",
                "å",
                "%2e%2e"
            })
    void certificateIdThatIsNone_isRefused(String id) {
        assertThatThrownBy(() -> WEBCERT.jumpTo(id)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> WEBCERT.linkTo(id)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://webcert.example.test",
                "https://user:pw@webcert.example.test",
                "https://webcert.example.test/?enhet=x",
                "https://webcert.example.test/#x",
                "ftp://webcert.example.test",
                "webcert.example.test",
                "mailto:webcert@example.test",
                "/visa"
            })
    void addressThatIsNone_isRefused(String address) {
        assertThatThrownBy(() -> Webcert.at(URI.create(address)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void addressOfThisMachine_mayBeHttp() {
        assertThat(
                        Webcert.at(URI.create("http://localhost:8080/wc"))
                                .jumpTo(CERTIFICATE)
                                .build()
                                .action())
                .isEqualTo(URI.create("http://localhost:8080/wc/visa/intyg/" + CERTIFICATE));
    }

    @Test
    void links_areThoseForUsersOnTheirOwn() {
        assertThat(WEBCERT.linkTo(CERTIFICATE).getPath())
                .isEqualTo("/webcert/web/user/launch/certificate/" + CERTIFICATE);
        assertThat(WEBCERT.linkToQuestions(CERTIFICATE).getPath()).endsWith("/questions");
    }

    @Test
    void endOfSession_isJsonWithBothIds() {
        EndSession end = WEBCERT.endSession(LAUNCH, HsaId.of("TSTNMT2321000156-1001"));

        assertThat(end.address())
                .isEqualTo(URI.create("https://webcert.example.test/api/v1/session/invalidate"));
        assertThat(end.method()).isEqualTo("POST");
        assertThat(end.contentType()).isEqualTo("application/json");
        assertThat(end.body())
                .isEqualTo(
                        "{\"launchId\":\""
                                + LAUNCH
                                + "\",\"userHsaId\":\"TSTNMT2321000156-1001\"}");
    }

    @Test
    void endOfSession_quotesWhatAnHsaIdCanHold() {
        assertThat(WEBCERT.endSession(LAUNCH, HsaId.of("a\"b\\c")).body())
                .endsWith("\"userHsaId\":\"a\\\"b\\\\c\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://w.example.test/error?reason=integration.nocontent, integration.nocontent",
        "https://w.example.test/error?x=1&reason=login.medarbetaruppdrag, login.medarbetaruppdrag",
        "/error?reason=auth%2Dexception-resource, auth-exception-resource",
        "https://w.example.test/error?reason=something.new, something.new"
    })
    void errorPage_saysItsReason(String address, String reason) {
        JumpError error = JumpError.of(URI.create(address)).orElseThrow();

        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.explanation()).isNotBlank();
    }

    @Test
    void knownReasons_areExplainedEachInItsWay() {
        assertThat(JumpError.NO_COMMISSION.explanation()).contains("Vård och behandling");
        assertThat(JumpError.NO_CONTENT.explanation())
                .isNotEqualTo(JumpError.NOT_ALLOWED.explanation());
        assertThat(new JumpError("x").explanation()).contains("not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w.example.test/certificate/x",
                "https://w.example.test/error",
                "https://w.example.test/error?reason=",
                "https://w.example.test/error?other=1",
                "mailto:x@example.test"
            })
    void otherAddress_isNoError(String address) {
        assertThat(JumpError.of(URI.create(address))).isEmpty();
    }

    private static String valueOf(String page, String field) {
        String start = "name=\"" + field + "\" value=\"";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("\">\n", from));
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
