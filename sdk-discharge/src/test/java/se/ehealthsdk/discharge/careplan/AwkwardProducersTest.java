package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.TestPki;

/** Producers that answer with other than the contract's schema has, byte by byte. */
class AwkwardProducersTest {

    private static final String OK =
            "<g:result><c:resultCode>OK</c:resultCode><c:logId>1</c:logId></g:result>";
    private static final String INFO =
            "<g:result><c:resultCode>INFO</c:resultCode><c:logId>NA</c:logId></g:result>";
    private static final String HEAD =
            "<c:documentId>D-1</c:documentId><c:sourceSystemHSAId>SE2321000016-SYS1</c:sourceSystemHSAId>"
                    + "<c:patientId><c:id>191212121212</c:id><c:type>1.2.752.129.2.1.3.1</c:type></c:patientId>"
                    + "<c:accountableHealthcareProfessional><c:authorTime>20261102083000</c:authorTime>"
                    + "</c:accountableHealthcareProfessional><c:approvedForPatient>true</c:approvedForPatient>";

    private static HttpsServer server;
    private static RivtaClient platform;
    private static CarePlanClient client;
    private static volatile byte[] answer = {};
    private static volatile int status = 200;

    @BeforeAll
    static void start() throws Exception {
        char[] password = "unused".toCharArray();
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(TestPki.shared().server("localhost").keyStore(password), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().add("Content-Type", "text/xml;charset=UTF-8");
                    exchange.sendResponseHeaders(status, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        TrustAnchors roots = TrustAnchors.of(TestPki.shared().trustedRoots());
        platform =
                RivtaClient.builder()
                        .environment(
                                Environment.of(
                                        "test",
                                        URI.create(
                                                "https://localhost:"
                                                        + server.getAddress().getPort()),
                                        roots))
                        .credential(
                                Credential.keyStore(
                                        TestPki.shared()
                                                .function("SE2321000016-TEST1")
                                                .keyStore(password),
                                        password))
                        .options(options -> options.retry(RetryPolicy.NONE))
                        .build();
        client =
                CarePlanClient.builder(platform)
                        .aggregator(CarePlanClient.NATIONAL_AGGREGATOR_QA)
                        .build();
    }

    @AfterAll
    static void stop() {
        platform.close();
        server.stop(0);
    }

    private static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                + header
                + "</s:Header><s:Body>"
                + body
                + "</s:Body></s:Envelope>";
    }

    private static String message(String content) {
        return "<g:GetCarePlansResponse xmlns:g=\"urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2\""
                + " xmlns:c=\"urn:riv:clinicalprocess:logistics:logistics:3\">"
                + content
                + "</g:GetCarePlansResponse>";
    }

    private static String plan(String head, String body) {
        return "<g:carePlan><c:carePlanHeader>"
                + head
                + "</c:carePlanHeader><c:carePlanBody>"
                + body
                + "</c:carePlanBody></g:carePlan>";
    }

    private static void sends(int code, String envelope) {
        status = code;
        answer = envelope.getBytes(StandardCharsets.UTF_8);
    }

    private static CarePlans asked(String content) {
        sends(200, envelope("", message(content)));
        return client.of(Plans.TOLVAN);
    }

    private static CarePlan one(String head, String body) {
        return asked(plan(head, body) + OK).plans().get(0);
    }

    // ---- answers that count

    @Test
    void planWithoutTitleKindAndDocument_isReadAsItIs() {
        CarePlan bare = one(HEAD, "");

        assertThat(bare.documentTitle()).isEmpty();
        assertThat(bare.type()).isEmpty();
        assertThat(bare.contents()).isEmpty();
        assertThat(bare.isForPatient()).isTrue();
    }

    @Test
    void planByTheDescriptionsNames_andOfAnUnknownKind_isRead() {
        CarePlan plan =
                one(
                        HEAD.replace(
                                "</c:accountable",
                                "<c:healthcareProfessionalcareUnitHSAId>SE-U</c:healthcareProfessionalcareUnitHSAId>"
                                        + "</c:accountable"),
                        "<c:participatingCareUnitId><c:root>1.2.752.129.2.1.4.1</c:root><c:extension>SE-U2"
                                + "</c:extension></c:participatingCareUnitId><c:typeOfCarePlan>NY</c:typeOfCarePlan>");

        assertThat(plan.type()).contains(new CarePlanType("NY"));
        assertThat(plan.type().orElseThrow().isKnown()).isFalse();
        assertThat(plan.accountable().careUnit()).contains("SE-U");
        assertThat(plan.participatingUnits()).hasSize(1);
    }

    @Test
    void twoDocuments_oneByReference_areBothThere() {
        CarePlan plan =
                one(
                        HEAD,
                        "<c:content><c:mediaType>text/plain</c:mediaType><c:value> TcOl\n bA== </c:value></c:content>"
                                + "<c:content><c:id>1</c:id><c:mediaType>application/x-new</c:mediaType><c:value/>"
                                + "<c:reference> https://example.org/1 </c:reference></c:content>");

        assertThat(plan.contents()).hasSize(2);
        assertThat(plan.contents().get(0).value().orElseThrow().bytes())
                .isEqualTo("Mål".getBytes(StandardCharsets.UTF_8));
        assertThat(plan.contents().get(1).reference()).contains("https://example.org/1");
        assertThat(plan.toString()).doesNotContain("1212");
    }

    @Test
    void revokedPlan_isNotForThePatient_andTwoOfOneIdAreTwo() {
        String revoked =
                HEAD.replace(
                        "</c:approvedForPatient>",
                        "</c:approvedForPatient><c:nullified>1</c:nullified>");
        CarePlans found = asked(plan(revoked, "") + plan(HEAD, "") + INFO);

        assertThat(found.plans()).hasSize(2);
        assertThat(found.plans().get(0).nullified()).isTrue();
        assertThat(found.forPatient()).containsExactly(found.plans().get(1));
    }

    // ---- somebody else's

    @Test
    void planOfAnotherPatient_isTakenOutAndTheSourceNamed() {
        String others = HEAD.replace("191212121212", "201212121212").replace("SYS1", "SYS2");
        CarePlans found = asked(plan(others, "") + plan(HEAD, "") + plan(others, "") + INFO);

        assertThat(found.plans()).hasSize(1);
        assertThat(found.plans().get(0).patient().id()).isEqualTo("191212121212");
        assertThat(found.sourcesInError()).containsExactly("SE2321000016-SYS2");
        assertThat(found.isPartial()).isTrue();
        assertThat(found.isWhole()).isFalse();
        assertThat(found.toString()).doesNotContain("1212");
    }

    @Test
    void planOfTheSameDigitsOfAnotherSeries_isOfAnotherPatient() {
        CarePlans found =
                asked(plan(HEAD.replace("1.2.752.129.2.1.3.1", "1.2.752.97.3.1.3"), "") + OK);

        assertThat(found.plans()).isEmpty();
        assertThat(found.sourcesInError()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19121212-1212", " 191212121212 ", "19121212 1212"})
    void numberWrittenInAnotherWay_isThePatients(String id) {
        CarePlans found = asked(plan(HEAD.replace("191212121212", id), "") + OK);

        assertThat(found.plans()).hasSize(1);
        assertThat(found.sourcesInError()).isEmpty();
    }

    // ---- whole or not

    @Test
    void answerWithoutTheHeader_isNeitherPartialNorWhole() {
        CarePlans silent = asked(plan(HEAD, "") + INFO);
        assertThat(silent.isPartial()).isFalse();
        assertThat(silent.isWhole()).isFalse();

        CarePlans own = client.ask(CarePlanQuestion.about(Plans.TOLVAN).from(Plans.SYSTEM).build());
        assertThat(own.isWhole()).isTrue();

        CarePlans elsewhere =
                client.ask(
                        CarePlanQuestion.about(Plans.TOLVAN).build(),
                        LogicalAddress.of("SE2321000016-REGIONAL"));
        assertThat(elsewhere.isWhole()).isFalse();
    }

    @Test
    void answerWithTheHeader_isWholeWhenEachSourceAnswered() {
        String each =
                "<h:ProcessingStatusList><h:logicalAddress>A</h:logicalAddress><h:statusCode>%s</h:statusCode>"
                        + "</h:ProcessingStatusList>";
        String header =
                "<h:ProcessingStatus xmlns:h=\"urn:riv:interoperability:headers:1\">%s</h:ProcessingStatus>";

        sends(200, envelope(header.formatted(each.formatted("DataFromSource")), message(INFO)));
        assertThat(client.of(Plans.TOLVAN).isWhole()).isTrue();

        sends(200, envelope(header.formatted(each.formatted("Okänd")), message(INFO)));
        assertThat(client.of(Plans.TOLVAN).isPartial()).isTrue();

        sends(200, envelope(header.formatted(""), message(INFO)));
        assertThat(client.of(Plans.TOLVAN).isWhole()).isFalse();
    }

    // ---- answers that do not count

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("no result", plan(HEAD, "")),
                Arguments.of("empty", ""),
                Arguments.of("no code", "<g:result><c:logId>1</c:logId></g:result>"),
                Arguments.of("unknown code", OK.replace("OK", "KANSKE")),
                Arguments.of("no head", "<g:carePlan/>" + OK),
                Arguments.of("no patient", plan(HEAD.replace("patientId", "x"), "") + OK),
                Arguments.of(
                        "plan without namespace",
                        plan(HEAD, "").replace("g:carePlan", "carePlan") + OK),
                Arguments.of(
                        "plan of another domain",
                        plan(HEAD, "")
                                        .replace(
                                                "<g:carePlan>",
                                                "<g:carePlan xmlns:g=\"urn:riv:x:1\">")
                                + OK),
                Arguments.of(
                        "31 February",
                        plan(HEAD.replace("20261102083000", "20260231083000"), "") + OK),
                Arguments.of(
                        "hour 24", plan(HEAD.replace("20261102083000", "20261102240000"), "") + OK),
                Arguments.of(
                        "personnummer as time",
                        plan(HEAD.replace("20261102083000", "191212121212"), "") + OK),
                Arguments.of(
                        "no base64",
                        plan(
                                        HEAD,
                                        "<c:content><c:mediaType>text/plain</c:mediaType><c:value>191212121212!"
                                                + "</c:value></c:content>")
                                + OK),
                Arguments.of(
                        "half a base64",
                        plan(
                                        HEAD,
                                        "<c:content><c:mediaType>text/plain</c:mediaType><c:value>TcOlb"
                                                + "</c:value></c:content>")
                                + OK),
                Arguments.of(
                        "approved by a person",
                        plan(HEAD.replace("true", "191212121212"), "") + OK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void brokenAnswer_isATypedErrorWithoutThePatient(String name, String content) {
        assertThatThrownBy(() -> asked(content))
                .isInstanceOf(ProtocolException.class)
                .satisfies(AwkwardProducersTest::tellsOfNobody);
    }

    @Test
    void answerThatIsCutOffOrOfAnotherContract_isATypedError() {
        String whole = envelope("", message(plan(HEAD, "") + OK));
        for (String broken :
                new String[] {
                    whole.substring(0, whole.length() - 70),
                    whole.replace("Responder:2", "Responder:1"),
                    whole.replace("GetCarePlansResponse", "GetCarePlans"),
                    "<!DOCTYPE x [<!ENTITY a \"b\">]>" + whole.replace("D-1", "&a;")
                }) {
            sends(200, broken);
            assertThatThrownBy(() -> client.of(Plans.TOLVAN))
                    .isInstanceOf(ProtocolException.class)
                    .satisfies(AwkwardProducersTest::tellsOfNobody);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<c:errorCode>INVALID_REQUEST</c:errorCode>",
                "<c:errorCode>191212121212</c:errorCode>"
            })
    void error_withOrWithoutCode_isRejectedAndTellsOfNobody(String code) {
        String refused =
                "<g:result><c:resultCode>ERROR</c:resultCode>"
                        + code
                        + "<c:logId>1</c:logId><c:message>Tolvan 191212121212 finns inte</c:message></g:result>";

        assertThatThrownBy(() -> asked(refused))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        failure -> assertThat(failure.resultText()).contains("finns inte"))
                .satisfies(AwkwardProducersTest::tellsOfNobody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s:Server", "s:Client", "191212121212", "s:Server.191212121212"})
    void fault_withPersonalData_tellsOfNobody(String code) {
        sends(
                500,
                envelope(
                        "",
                        "<s:Fault><faultcode>"
                                + code
                                + "</faultcode><faultstring>Tolvan 191212121212</faultstring><detail>Tolvan"
                                + "</detail></s:Fault>"));

        assertThatThrownBy(
                        () ->
                                client.ask(
                                        CarePlanQuestion.about(Plans.TOLVAN)
                                                .from(Plans.SYSTEM)
                                                .build()))
                .isInstanceOf(ServiceFaultException.class)
                .satisfies(AwkwardProducersTest::tellsOfNobody);
    }

    private static void tellsOfNobody(Throwable failure) {
        assertThat(failure).isInstanceOf(EHealthException.class);
        assertThat(((EHealthException) failure).remedy()).isNotBlank();
        for (Optional<Throwable> each = Optional.of(failure);
                each.isPresent();
                each = each.map(Throwable::getCause)) {
            assertThat(each.get().toString()).doesNotContain("1212", "Tolvan");
        }
    }
}
