package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.tls.TrustAnchors;

/** XML that is meant to do harm, and HTTP that is used in another way than meant: a fault, and the next call is answered. */
class PlatformAbuseTest {

    private static final String BEGIN =
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header>";
    private static final String ADDRESS =
            "<r:LogicalAddress xmlns:r='urn:riv:itintegration:registry:1'>%s</r:LogicalAddress>";
    private static final String BODY = "</e:Header><e:Body>%s</e:Body></e:Envelope>";
    private static final String EMPLOYEE =
            "<GetEmployeeIncludingProtectedPerson xmlns='urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:2'>%s</GetEmployeeIncludingProtectedPerson>";

    private static NationalServices services;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                services.credential()
                                        .sslContext(TrustAnchors.of(services.pki().trustedRoots())))
                        .build();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpRequest.Builder request(String message) {
        return HttpRequest.newBuilder(services.url())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(message));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String message(String inHeader, String address, String inBody) {
        return BEGIN
                + inHeader
                + ADDRESS.formatted(address)
                + BODY.formatted(EMPLOYEE.formatted(inBody));
    }

    private static String deep(int levels) {
        return "<a>".repeat(levels) + "</a>".repeat(levels);
    }

    private static Stream<Arguments> messages() {
        String address = NationalServices.LOGICAL_ADDRESS.value();
        StringBuilder attributes = new StringBuilder("<a ");
        for (int i = 0; i < 20_000; i++) {
            attributes.append('a').append(i).append("='' ");
        }
        attributes.append("/>");
        return Stream.of(
                Arguments.of("deep header", message(deep(100_000), address, "")),
                Arguments.of("deep body", message("", address, deep(100_000))),
                Arguments.of("attributes in header", message(attributes.toString(), address, "")),
                Arguments.of("attributes in body", message("", address, attributes.toString())),
                Arguments.of("long name", message("", address, "<" + "n".repeat(1 << 20) + "/>")),
                Arguments.of("long address", message("", "x".repeat(5 << 20), "")),
                Arguments.of(
                        "entity",
                        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                                + message("", "&b;", "")),
                Arguments.of(
                        "external entity",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                                + message("", "&a;", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void message_meantToHarm_getsAFaultAndNobodyElseNoticesIt(String name, String message)
            throws Exception {
        HttpResponse<String> answer = send(request(message));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("faultstring").hasSizeLessThan(10_000);
        assertThat(send(request(message("", "nobody", ""))).body()).contains("VP004");
    }

    @Test
    void body_saidToBeGzipButPlain_isVp015() throws Exception {
        String plain = message("", NationalServices.LOGICAL_ADDRESS.value(), "");

        HttpResponse<String> answer = send(request(plain).header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("VP015");
    }

    @Test
    void query_withPerson_isFoundByTheRules() throws Exception {
        services.reset();
        String plain = message("", NationalServices.LOGICAL_ADDRESS.value(), "");
        send(request(plain).uri(URI.create(services.url() + "?person=19121212-1212")));

        assertThat(services.journal().exchanges().get(0).findings())
                .extracting(each -> each.rule().id())
                .contains("http.query", "personal.in-url");
    }
}
