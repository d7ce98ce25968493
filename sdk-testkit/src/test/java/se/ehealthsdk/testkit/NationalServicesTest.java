package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;

/** The platform in front of the services, their life, their journal, and who is let in. */
class NationalServicesTest {

    private static final String NAMESPACE = EmployeeContracts.GET_EMPLOYEE_4.namespace();
    private static final String CORRELATION_ID = "x-skltp-correlation-id";
    private static final String PRODUCER_TIME = "x-skltp-prt";

    private static NationalServices services;
    private static RivtaClient client;
    private static HttpClient raw;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        client = services.client();
        raw = raw(services.pki().function(NationalServices.SYSTEM_HSA_ID));
    }

    @AfterAll
    static void stop() {
        client.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void goodAnswer_headers_areThePlatforms() throws Exception {
        HttpResponse<String> answer = post("/vp/any/path", message("SE165565594230-1000"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsOnlyKeys(
                        "connection",
                        "content-length",
                        "content-type",
                        CORRELATION_ID,
                        PRODUCER_TIME);
        assertThat(answer.headers().firstValue("content-type")).contains("text/xml; charset=UTF-8");
    }

    @Test
    void ownFault_frameAndHeaders_areAsObserved() throws Exception {
        HttpResponse<String> answer = post("/vp", message(" "));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().map())
                .containsOnlyKeys("connection", "content-length", "content-type", CORRELATION_ID);
        assertThat(answer.body())
                .matches(
                        "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                                + "<SOAP-ENV:Header/><SOAP-ENV:Body><SOAP-ENV:Fault>"
                                + "<faultcode>SOAP-ENV:Client</faultcode>"
                                + "<faultstring>VP003 \\[SDK_TESTKIT] [^<]+</faultstring>"
                                + "<detail><detailString>[^<]+</detailString></detail>"
                                + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "UNKNOWN-1,VP004,false",
                "'',VP003,false",
                "'  ',VP003,false",
                " SE165565594230-1000,VP004,true",
                "SE165565594230-1000 ,VP004,true",
                "'\nSE165565594230-1000\n',VP004,false"
            })
    void logicalAddress_wrong_isRefused(String address, String code, boolean hint)
            throws Exception {
        String body = post("/vp", message(address)).body();

        assertThat(body).contains("<faultstring>" + code + " ");
        assertThat(body.contains("blanks")).isEqualTo(hint);
        assertThat(services.journal().last()).map(Exchange::outcome).contains(Outcome.REFUSED);
    }

    @Test
    void logicalAddress_inLowerCase_isFound() throws Exception {
        assertThat(post("/vp", message("se165565594230-1000")).statusCode()).isEqualTo(200);
    }

    @Test
    void route_added_leadsToTheServices() throws Exception {
        services.platform().route(LogicalAddress.of("SE2321000016-1"));

        assertThat(post("/vp", message("SE2321000016-1")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "<a><b></a>", "\n<?xml version='1.0'?><a/>"})
    void request_unreadable_isVp015(String request) throws Exception {
        assertThat(post("/vp", request).body()).contains("<faultstring>VP015 ");
    }

    @Test
    void request_outsideVp_isNotFoundWithoutSoap() throws Exception {
        HttpResponse<String> answer = post("/other", message("SE165565594230-1000"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue(CORRELATION_ID)).isEmpty();
    }

    @Test
    void request_overTheLimit_is413WithoutSoap() throws Exception {
        try (NationalServices small = NationalServices.builder().maxRequestBytes(100).start()) {
            HttpResponse<String> answer = post(raw, small, "/vp", message("SE165565594230-1000"));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue(CORRELATION_ID)).isEmpty();
        }
    }

    @Test
    void correlationId_sent_isEchoed() throws Exception {
        HttpResponse<String> answer =
                raw.send(
                        request(services, "/vp", message("X"))
                                .header(CORRELATION_ID, "my-own-id")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.headers().firstValue(CORRELATION_ID)).contains("my-own-id");
    }

    @Test
    void sender_denied_isVp007() {
        services.platform()
                .deny(HsaId.of(NationalServices.SYSTEM_HSA_ID), EmployeeContracts.GET_EMPLOYEE_4);

        PlatformException failure =
                catchThrowableOfType(
                        PlatformException.class,
                        () -> HsaClient.on(client).employee(Persona.DR_LINDGREN.hsaId()));

        assertThat(failure.fault()).isEqualTo(PlatformFault.VP007);
        assertThat(HsaClient.on(client).credentials(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Test
    void sender_withoutHsaIdInItsCertificate_isVp002() throws Exception {
        HttpClient nameless = raw(services.pki().withoutSerialNumber());

        String body = post(nameless, services, "/vp", message("SE165565594230-1000")).body();

        assertThat(body).contains("<faultstring>VP002 ");
    }

    @Test
    void client_untrusted_isRefusedByTls() {
        IssuedCertificate stranger = services.pki().fromUntrustedCa("SE2321000016-STRANGER");
        try (RivtaClient refused =
                RivtaClient.builder()
                        .environment(services.environment())
                        .credential(services.credential(stranger))
                        .options(it -> it.retry(RetryPolicy.NONE))
                        .build()) {
            ConnectionException failure =
                    catchThrowableOfType(
                            ConnectionException.class,
                            () -> HsaClient.on(refused).employee(Persona.DR_LINDGREN.hsaId()));

            // With TLS 1.3 the refusal comes while the request is being sent, and is lost when the
            // server
            // has hung up first.
            assertThat(failure.stage()).isIn(Stage.TLS, Stage.SEND, Stage.ANSWER);
            assertThat(services.journal().exchanges()).isEmpty();
            assertThat(services.refusedConnections()).isPositive();
        }
    }

    @Test
    void client_expiredOrWithoutCertificate_isRefusedByTls() {
        for (HttpClient bad :
                List.of(raw(services.pki().expired("SE2321000016-OLD")), withoutCertificate())) {
            catchThrowableOfType(
                    IOException.class,
                    () -> post(bad, services, "/vp", message("SE165565594230-1000")));
        }

        assertThat(services.journal().exchanges()).isEmpty();
        assertThat(services.connections()).isZero();
        assertThat(services.refusedConnections()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void calls_twoHundred_useOneConnection() {
        try (RivtaClient fresh = services.client()) {
            HsaClient hsa = HsaClient.builder(fresh).withoutLimits().build();
            for (int i = 0; i < 200; i++) {
                hsa.employee(Persona.DR_LINDGREN.hsaId());
            }

            assertThat(services.connections()).isEqualTo(1);
            assertThat(services.journal().exchanges()).hasSize(200);
        }
    }

    @Test
    void journal_call_isThereWordByWord() {
        HsaClient.on(client).employee(Persona.DR_LINDGREN.hsaId());

        assertThat(services.journal().of(EmployeeContracts.GET_EMPLOYEE_4))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.contract()).contains(NAMESPACE);
                            assertThat(it.logicalAddress()).contains("SE165565594230-1000");
                            assertThat(it.sender())
                                    .contains(HsaId.of(NationalServices.SYSTEM_HSA_ID));
                            assertThat(it.request()).contains(Persona.DR_LINDGREN.hsaId().value());
                            assertThat(it.response()).contains("Påhittsson Lindgren");
                            assertThat(it.status()).isEqualTo(200);
                            assertThat(it.outcome()).isEqualTo(Outcome.ANSWERED);
                            assertThat(it.requestHeaders()).containsKey("SOAPAction");
                            assertThat(it.correlationId()).isPresent();
                            assertThat(it.toString()).doesNotContain("Lindgren");
                        });
        assertThat(services.journal().of(EmployeeContracts.GET_EMPLOYEE_3)).isEmpty();
    }

    @Test
    void fault_onRefusedCall_doesNotLetItThrough() throws Exception {
        services.platform().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        services.faults().next(Fault.withoutContentType());

        assertThat(post("/vp", message("SE165565594230-1000")).body())
                .contains("<faultstring>VP007 ");
    }

    @Test
    void vp009OfEmptyAnswer_hasCorrelationIdAndNoContentType() throws Exception {
        services.faults().next(Fault.producerAnsweredEmpty());

        assertThat(post("/vp", message("SE165565594230-1000")).headers().map())
                .containsOnlyKeys("connection", "content-length", CORRELATION_ID);
    }

    @Test
    void http_status_hasNothingOfThePlatform() throws Exception {
        services.faults().next(Fault.http(503));

        HttpResponse<String> answer = post("/vp", message("SE165565594230-1000"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().map()).containsOnlyKeys("connection", "content-length");
    }

    @Test
    void calls_fromManyThreads_areAllAnswered() throws Exception {
        HsaClient hsa = HsaClient.builder(client).withoutLimits().build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(
                        threads.submit(
                                () -> hsa.employee(Persona.DR_LINDGREN.hsaId()).isPresent()));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(services.journal().exchanges()).hasSize(100);
        assertThat(services.connections()).isLessThanOrEqualTo(8);
    }

    @Test
    void reset_everythingChanged_isAsAtTheStart() {
        services.hsa().remove(Persona.DR_LINDGREN);
        services.faults().next(Fault.vp("VP008"));
        services.platform().removeRoute(NationalServices.LOGICAL_ADDRESS);
        services.platform().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        services.hsa().addUnit(services.hsa().units().get(0).putInArchive());

        services.reset();

        assertThat(HsaClient.on(client).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        assertThat(services.journal().exchanges()).hasSize(1);
    }

    @Test
    void instances_inParallel_knowNothingOfOneAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean with = i % 2 == 0;
                seen.add(threads.submit(() -> found(with)));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(seen.get(i).get()).isEqualTo(i % 2 == 0 ? 20 : 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int found(boolean withLindgren) {
        try (NationalServices own =
                        withLindgren
                                ? NationalServices.startWith(Persona.DR_LINDGREN)
                                : NationalServices.startWith(Persona.NURSE_BERG);
                RivtaClient platform = own.client()) {
            HsaClient hsa = HsaClient.builder(platform).withoutLimits().build();
            int count = 0;
            for (int i = 0; i < 20; i++) {
                count += hsa.employee(Persona.DR_LINDGREN.hsaId()).isPresent() ? 1 : 0;
            }
            return count;
        }
    }

    private static HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return post(raw, services, path, body);
    }

    private static HttpResponse<String> post(
            HttpClient http, NationalServices to, String path, String body)
            throws IOException, InterruptedException {
        return http.send(request(to, path, body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(NationalServices to, String path, String body) {
        return HttpRequest.newBuilder(URI.create(to.url().toString().replace("/vp", path)))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(BodyPublishers.ofString(body));
    }

    private static String message(String logicalAddress) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header>"
                + "<r:LogicalAddress xmlns:r='urn:riv:itintegration:registry:1'>"
                + logicalAddress
                + "</r:LogicalAddress></e:Header><e:Body><GetEmployee xmlns='"
                + NAMESPACE
                + "'><personHsaId>NOBODY</personHsaId></GetEmployee></e:Body></e:Envelope>";
    }

    private static HttpClient raw(IssuedCertificate certificate) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(
                        services.credential(certificate)
                                .sslContext(TrustAnchors.of(services.pki().trustedRoots())))
                .build();
    }

    private static HttpClient withoutCertificate() {
        return HttpClient.newBuilder()
                .sslContext(TrustAnchors.of(services.pki().trustedRoots()).sslContext())
                .build();
    }
}
