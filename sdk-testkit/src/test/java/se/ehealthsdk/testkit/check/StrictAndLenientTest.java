package se.ehealthsdk.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testpki.TestPki;

/** What the real service refuses is refused in strict mode, taken in lenient mode, and explained in both. */
class StrictAndLenientTest {

    private static final String A_UUID = "2c1f7a55-93f0-4d0e-8a35-5a8d1cf0a001";
    private static NationalServices services;
    private static SoapCalls calls;

    @BeforeAll
    static void start() {
        services =
                NationalServices.builder()
                        .clock(Clock.fixed(Messages.NOW, ZoneOffset.UTC))
                        .maxRequestBytes(1 << 20)
                        .start();
        calls = new SoapCalls(services);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void asAtTheStart() {
        services.reset();
    }

    private static final String EMPLOYEE =
            Messages.employee("<personHsaId>SE2321000016-A12D</personHsaId>");

    static Stream<Arguments> platform() {
        return Stream.of(
                arguments(
                        "address.unknown",
                        EMPLOYEE.replace(">" + Messages.HSA, ">SE2321000016-NOWHERE"),
                        "VP004"),
                arguments(
                        "address.blanks",
                        EMPLOYEE.replace(">" + Messages.HSA, "> " + Messages.HSA),
                        "VP004"),
                arguments(
                        "address.line-break",
                        EMPLOYEE.replace(">" + Messages.HSA, ">\n" + Messages.HSA),
                        "VP004"));
    }

    @ParameterizedTest
    @MethodSource("platform")
    void platform_refusal_strictRefuses_lenientAnswers_bothExplain(
            String rule, String message, String code) throws Exception {
        assertThat(calls.send(message).body()).contains(code);
        assertThat(calls.rules()).contains(rule);

        services.platform().strictness(Strictness.LENIENT);
        HttpResponse<String> answer = calls.send(message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(calls.rules()).contains(rule);
    }

    @Test
    void platform_denied_strictRefuses_lenientAnswers() throws Exception {
        services.platform().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        assertThat(calls.send(EMPLOYEE).body()).contains("VP007");
        assertThat(calls.rules()).containsExactly("contract.denied");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(EMPLOYEE).statusCode()).isEqualTo(200);
        assertThat(calls.rules()).containsExactly("contract.denied");
    }

    @Test
    void platform_whatNobodyCouldAnswer_refusedInBothModes() throws Exception {
        for (Strictness mode : Strictness.values()) {
            services.platform().strictness(mode);
            assertThat(
                            calls.send(
                                            EMPLOYEE.replace(
                                                    "GetEmployeeResponder:4",
                                                    "GetEmployeeResponder:9"))
                                    .body())
                    .contains("VP004");
            assertThat(calls.rules()).contains("contract.unknown");
            assertThat(calls.send("no XML").body()).contains("VP015");
            assertThat(calls.rules()).contains("xml.unreadable");
            Map<String, String> packed = new HashMap<>(Messages.headers(EMPLOYEE));
            packed.put("Content-Encoding", "deflate");
            assertThat(calls.send(EMPLOYEE, packed).body()).contains("VP015");
            assertThat(calls.rules()).contains("http.content-encoding");
            assertThat(calls.send("<x>" + " ".repeat(1 << 20) + "</x>").statusCode())
                    .isEqualTo(413);
            assertThat(calls.rules()).contains("http.size");
            assertThat(calls.send(URI.create(services.url() + "x"), EMPLOYEE).statusCode())
                    .isEqualTo(404);
            assertThat(calls.rules()).contains("http.path");
        }
    }

    @Test
    void platform_noAddress_strictRefuses() throws Exception {
        assertThat(calls.send(EMPLOYEE.replace(">" + Messages.HSA, ">")).body()).contains("VP003");
        assertThat(calls.rules()).containsExactly("address.missing");
    }

    @Test
    void platform_certificateWithoutHsaId_strictRefuses_lenientAnswers() throws Exception {
        SoapCalls nameless =
                new SoapCalls(services, services.credential(services.pki().withoutSerialNumber()));
        assertThat(nameless.send(EMPLOYEE).body()).contains("VP002");
        assertThat(nameless.rules()).contains("tls.no-hsa-id");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(nameless.send(EMPLOYEE).statusCode()).isEqualTo(200);
        assertThat(nameless.rules()).contains("tls.no-hsa-id");
    }

    @Test
    void logService_tooManyRecords_strictRefuses_lenientStores() throws Exception {
        String many =
                Messages.storeLog(
                        IntStream.range(0, 501)
                                .mapToObj(
                                        each ->
                                                Messages.log(
                                                        "%08d-0000-4000-8000-000000000000"
                                                                .formatted(each)))
                                .toArray(String[]::new));
        assertThat(calls.send(many).body()).contains("VALIDATION_ERROR");
        assertThat(calls.rules()).containsExactly("storelog.batch.limit");
        assertThat(services.logService().stored()).isEmpty();

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(many).body()).contains("OK");
        assertThat(calls.rules()).containsExactly("storelog.batch.limit");
        assertThat(services.logService().stored()).hasSize(501);
    }

    @Test
    void logService_logIdAgain_strictRefuses_lenientStores() throws Exception {
        String log = Messages.storeLog(Messages.log(A_UUID));
        assertThat(calls.send(log).body()).contains("OK");
        assertThat(calls.rules()).isEmpty();
        assertThat(calls.send(log).body()).contains("VALIDATION_ERROR");
        assertThat(calls.rules()).containsExactly("storelog.log-id.unique");
        Finding found = services.journal().last().orElseThrow().findings().get(0);
        assertThat(found.line()).isPositive();
        assertThat(found.path()).isEqualTo("Envelope/Body/StoreLog/log/logId");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(log).body()).contains("OK");
        assertThat(services.logService().doubled()).containsExactly(A_UUID);
    }

    @Test
    void logService_zone_strictRefuses_lenientStores() throws Exception {
        String zoned =
                Messages.storeLog(Messages.log(A_UUID).replace(":00.000<", ":00.000+01:00<"));
        assertThat(calls.send(zoned).body()).contains("VALIDATION_ERROR");
        assertThat(calls.rules()).containsExactly("storelog.time.zone");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(zoned).body()).contains("OK");
        assertThat(calls.rules()).containsExactly("storelog.time.zone");
    }

    @Test
    void logService_badRecord_strictRefusesAll_lenientStoresTheOthers() throws Exception {
        String message =
                Messages.storeLog(
                        Messages.log(Messages.GUID),
                        Messages.log(A_UUID).replace("<c:userId>SE2321000016-A12D</c:userId>", ""));
        assertThat(calls.send(message).body()).contains("VALIDATION_ERROR");
        assertThat(calls.rules()).containsExactly("storelog.content");
        assertThat(services.logService().stored()).isEmpty();

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(message).body()).contains("OK");
        assertThat(services.logService().stored()).hasSize(1);
    }

    @Test
    void persons_tooMany_denied_strictRefuses_lenientAnswers() throws Exception {
        services.persons().maxPersons(1);
        String persons = Messages.persons();
        String two =
                persons.replace(
                        "<profile>",
                        "<personId><c:root>1.2.752.129.2.1.3.3</c:root><c:extension>197010632391</c:extension></personId><profile>");
        assertThat(calls.send(two).statusCode()).isEqualTo(500);
        assertThat(calls.rules()).containsExactly("pu.persons.limit");
        services.persons().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        assertThat(calls.send(persons).statusCode()).isEqualTo(500);
        assertThat(calls.rules()).containsExactly("pu.denied");
        assertThat(calls.send(persons.replace("<profile>P2</profile>", "")).statusCode())
                .isEqualTo(500);
        assertThat(calls.rules()).contains("pu.content");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(two).statusCode()).isEqualTo(200);
        assertThat(calls.rules()).containsExactly("pu.denied", "pu.persons.limit");
    }

    @Test
    void engagementIndex_wrongAddressAndDoubles_strictRefuses_lenientTakes() throws Exception {
        String update = Messages.update();
        String post =
                update.substring(
                        update.indexOf("<engagementTransaction>"), update.indexOf("</Update>"));
        String right = update.replace("SE2321000016-EI", "TSTNMT5565594230-EI");
        String doubled = right.replace("</Update>", post + "</Update>");
        String elsewhere = update.replace("SE2321000016-EI", Messages.HSA);
        assertThat(calls.send(right).body()).contains("OK");
        assertThat(calls.rules()).isEmpty();
        assertThat(calls.send(doubled).body()).contains("ERROR");
        assertThat(calls.rules()).containsExactly("index.duplicate-keys");
        assertThat(calls.send(elsewhere).body()).contains("EI003");
        assertThat(calls.rules()).containsExactly("index.address");
        assertThat(calls.send(right.replace("<c:deleteFlag>false</c:deleteFlag>", "")).body())
                .contains("EI000");
        assertThat(calls.rules()).containsExactly("index.content");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(doubled).body()).contains("OK");
        assertThat(calls.send(elsewhere).body()).contains("OK");
        assertThat(calls.rules()).containsExactly("index.address");
    }

    @Test
    void certificate_strictRefuses_lenientRegisters() throws Exception {
        String register = Messages.register();
        HttpResponse<String> refused = calls.send(register);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("VALIDATION_ERROR");
        assertThat(calls.rules()).contains("certificate.unmarshalling");

        services.platform().strictness(Strictness.LENIENT);
        assertThat(calls.send(register).statusCode()).isEqualTo(200);
        assertThat(calls.rules()).contains("certificate.unmarshalling");
    }

    @Test
    void faultAskedFor_lenient_staysAFault() throws Exception {
        services.platform().strictness(Strictness.LENIENT);
        services.faults().next(Fault.vp("VP007"));

        assertThat(calls.send(EMPLOYEE).body()).contains("VP007");
    }

    @Test
    void findings_countedForEachRule_untilReset() throws Exception {
        calls.send(EMPLOYEE.replace(">" + Messages.HSA, ">se165565594230-1000"));
        calls.send(EMPLOYEE.replace(">" + Messages.HSA, ">se165565594230-1000"));

        Rule rule = Rules.of("address.lower-case");
        assertThat(services.findings().counts()).containsEntry(rule, 2L);
        assertThat(services.findings().latest())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.exchange()).isPositive());
        services.reset();
        assertThat(services.findings().counts()).isEmpty();
        assertThat(services.platform().strictness()).isEqualTo(Strictness.STRICT);
    }

    @Test
    void unitFile_notAdmitted_andFetchedAgainWhole_found() throws Exception {
        HttpResponse<String> first = get();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(services.findings().counts()).isEmpty();
        get();
        assertThat(services.findings().counts()).containsKey(Rules.of("unit-file.no-validator"));
        services.unitFile().exclude(HsaId.of(TestPki.SYSTEM_HSA_ID));
        assertThat(get().statusCode()).isEqualTo(403);
        assertThat(services.findings().counts()).containsKey(Rules.of("unit-file.refused"));

        services.platform().strictness(Strictness.LENIENT);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void identityProvider_logInWithoutItsProtections_found() {
        String base =
                services.idp().issuer()
                        + "/authorize?response_type=code&scope=openid&client_id="
                        + IdentityProviderStandIn.CLIENT_ID
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback";
        services.idp()
                .authorize(
                        URI.create(
                                base
                                        + "&state=a&nonce=b&acr_values=http%3A%2F%2Fid.sambi.se%2Floa%2Floa3"
                                        + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
                        Persona.DR_LINDGREN);
        assertThat(services.findings().counts()).isEmpty();

        services.idp().authorize(URI.create(base + "&acr_values=3"), Persona.DR_LINDGREN);
        assertThat(services.findings().counts().keySet())
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(
                        "idp.state.missing", "idp.nonce.missing", "idp.pkce.missing", "idp.acr");

        services.idp()
                .authorize(
                        URI.create(
                                base
                                        + "&state=a&nonce=b&code_challenge=x&code_challenge_method=plain"),
                        Persona.DR_LINDGREN);
        assertThat(services.findings().counts().keySet())
                .extracting(Rule::id)
                .contains("idp.pkce.plain", "idp.refused");
    }

    private static HttpResponse<String> get() throws Exception {
        return java.net.http.HttpClient.newBuilder()
                .sslContext(
                        services.credential()
                                .sslContext(
                                        se.ehealthsdk.core.tls.TrustAnchors.of(
                                                services.pki().trustedRoots())))
                .build()
                .send(
                        java.net.http.HttpRequest.newBuilder(services.unitFile().url()).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
