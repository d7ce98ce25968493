package se.ehealthsdk.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.testkit.NationalServices;

/** Certificates that the API issues are what their kind says. */
class IssuedKindsTest {

    private static final String PERSON = "TSTNMT2321000156-1001";

    private static NationalServices services;
    private static AdminServer server;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        server = AdminServer.start(services);
    }

    @AfterAll
    static void stop() {
        server.close();
        services.close();
    }

    private static JsonNode issue(String wish) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(server.url() + "/api/pki/certificates"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(wish))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static KeyStore store(String kind) throws Exception {
        JsonNode issued =
                issue(
                        "{\"kind\":\""
                                + kind
                                + "\""
                                + (kind.startsWith("person") ? ",\"hsaId\":\"" + PERSON + "\"" : "")
                                + "}");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(Base64.getDecoder().decode(issued.get("pkcs12").asText())),
                issued.get("password").asText().toCharArray());
        return store;
    }

    private static X509Certificate certificate(String kind) throws Exception {
        KeyStore store = store(kind);
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    /** As a client of another maker: the TLS library itself, without this SDK's own checks. */
    private static int call(String kind) throws Exception {
        javax.net.ssl.KeyManagerFactory keys =
                javax.net.ssl.KeyManagerFactory.getInstance("SunX509");
        keys.init(store(kind), se.ehealthsdk.testpki.TestPki.PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (X509Certificate each : services.pki().trustedRoots()) {
            trusted.setCertificateEntry("root" + trusted.size(), each);
        }
        javax.net.ssl.TrustManagerFactory trust =
                javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        javax.net.ssl.SSLContext context = javax.net.ssl.SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(services.url())
                                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet-valid", "wrong-use", "untrusted"})
    void bad_one_is_refused_in_the_handshake(String kind) throws Exception {
        int before = services.refusedConnections();

        assertThatThrownBy(() -> call(kind)).isInstanceOf(java.io.IOException.class);
        // counted a moment after the client has been told
        long end = System.nanoTime() + 30_000_000_000L;
        while (services.refusedConnections() == before) {
            assertThat(System.nanoTime()).as("refused in the handshake").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void good_one_is_let_in_and_one_without_hsa_id_only_through_the_handshake() throws Exception {
        assertThat(call("good")).isEqualTo(500);
        assertThat(call("without-hsa-id")).isBetween(400, 599);
        assertThat(certificate("without-hsa-id").getSubjectX500Principal().getName())
                .doesNotContain(NationalServices.SYSTEM_HSA_ID)
                .doesNotContain("2.5.4.5");
        assertThat(certificate("good").getSubjectX500Principal().getName("RFC1779"))
                .contains(NationalServices.SYSTEM_HSA_ID);
    }

    @Test
    void each_says_of_itself_what_its_kind_says() throws Exception {
        Instant now = Instant.now();
        assertThat(certificate("expired").getNotAfter().toInstant()).isBefore(now);
        assertThat(certificate("not-yet-valid").getNotBefore().toInstant()).isAfter(now);
        assertThat(certificate("wrong-use").getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate("server").getSubjectAlternativeNames().toString())
                .contains("localhost");
        assertThat(certificate("server-wrong-host").getSubjectAlternativeNames().toString())
                .doesNotContain("localhost");
        assertThat(certificate("person").getKeyUsage()[0]).as("digitalSignature").isTrue();
        assertThat(certificate("person-signing").getKeyUsage()[1]).as("nonRepudiation").isTrue();
        assertThat(certificate("person").getKeyUsage()[1]).isFalse();
        assertThat(certificate("person").getSubjectX500Principal().getName("RFC1779"))
                .contains(PERSON);
    }
}
