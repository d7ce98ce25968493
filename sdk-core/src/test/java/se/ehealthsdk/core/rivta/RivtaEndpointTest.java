package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.XmlLimits;

class RivtaEndpointTest {

    private static final String ADDRESS =
            "<itr:LogicalAddress xmlns:itr=\"urn:riv:itintegration:registry:1\">\n  SE1\n</itr:LogicalAddress>";
    private static final String ECHO =
            "<Echo xmlns=\"" + Echo.NAMESPACE + "\"><text>hej</text><later/></Echo>";

    private final RivtaEndpoint endpoint =
            RivtaEndpoint.builder()
                    .on(Echo.QUERY, (text, caller) -> text + " " + caller.logicalAddress().value())
                    .build();

    @Test
    void handle_aCall_isAnswered() throws Exception {
        EndpointResponse response = post(request(ADDRESS, ECHO));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Content-Type", "text/xml; charset=UTF-8");
        assertThat(body(response)).contains("<text>hej SE1</text>");
    }

    @Test
    void handle_profile20Address_isUnderstood() throws Exception {
        String to = "<a:To xmlns:a=\"http://www.w3.org/2005/08/addressing\">SE2</a:To>";
        assertThat(body(post(request(to, ECHO)))).contains("<text>hej SE2</text>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a/>",
                "<!DOCTYPE a><a/>",
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>",
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"
            })
    void handle_unreadableRequest_isAClientFault(String request) throws Exception {
        EndpointResponse response = post(request);
        assertThat(response.status()).isEqualTo(500);
        assertThat(body(response))
                .contains("<faultcode>soap:Client</faultcode>")
                .contains("cannot be read");
    }

    @Test
    void handle_unknownContract_isAClientFaultThatNamesIt() throws Exception {
        String other = "<Echo xmlns=\"urn:riv:test:echo:EchoResponder:2\"/>";
        assertThat(body(post(request(ADDRESS, other))))
                .contains("soap:Client")
                .contains("urn:riv:test:echo:EchoResponder:2");
    }

    @Test
    void handle_withoutLogicalAddress_isAClientFault() throws Exception {
        assertThat(body(post(request("", ECHO))))
                .contains("soap:Client")
                .contains("LogicalAddress");
    }

    @Test
    void handle_answerThatXmlCannotHold_isAServerFaultWithoutItsText() throws Exception {
        RivtaEndpoint unwritable =
                RivtaEndpoint.builder()
                        .on(Echo.QUERY, (text, caller) -> "191212121212 \u0001")
                        .build();

        assertThat(body(unwritable.handle(http(request(ADDRESS, ECHO)))))
                .contains("soap:Server", "log id")
                .doesNotContain("1212");
    }

    @Test
    void handle_get_isRefused() throws Exception {
        EndpointResponse response =
                endpoint.handle(
                        new EndpointRequest(
                                "GET", Map.of(), InputStream.nullInputStream(), Optional.empty()));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("Allow", "POST");
    }

    @Test
    void handle_requestOverTheLimit_isAClientFault() throws Exception {
        RivtaEndpoint small =
                RivtaEndpoint.builder()
                        .on(Echo.QUERY, (text, caller) -> text)
                        .limits(XmlLimits.DEFAULT.withMaxBytes(50))
                        .build();
        assertThat(body(small.handle(http(request(ADDRESS, ECHO))))).contains("limit of 50 bytes");
    }

    @Test
    void handle_callerIsLost_isTheServersToKnow() {
        InputStream lost =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                };
        assertThatThrownBy(
                        () ->
                                endpoint.handle(
                                        new EndpointRequest(
                                                "POST", Map.of(), lost, Optional.empty())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void handle_headersInAnyCase_tellTheCaller() throws Exception {
        RivtaEndpoint telling =
                RivtaEndpoint.builder()
                        .on(
                                Echo.QUERY,
                                (text, caller) ->
                                        caller.originalConsumer().map(HsaId::value).orElse("-")
                                                + caller.sender().map(HsaId::value).orElse("-"))
                        .build();
        EndpointRequest request =
                new EndpointRequest(
                        "POST",
                        Map.of("X-RIVTA-Original-ServiceConsumer-HsaId", "SE-O"),
                        new ByteArrayInputStream(request(ADDRESS, ECHO).getBytes(UTF_8)),
                        Optional.of(Pki.PKI.function("SE-C").certificate()));
        assertThat(body(telling.handle(request))).contains("SE-OSE-C");
    }

    @Test
    void on_sameContractTwice_isRefused() {
        RivtaEndpoint.Builder builder =
                RivtaEndpoint.builder().on(Echo.QUERY, (text, caller) -> text);
        assertThatThrownBy(() -> builder.on(Echo.JAXB, (text, caller) -> text))
                .isInstanceOf(InvalidInputException.class);
    }

    private EndpointResponse post(String request) throws IOException {
        return endpoint.handle(http(request));
    }

    private static EndpointRequest http(String request) {
        return new EndpointRequest(
                "POST",
                Map.of("content-type", "text/xml; charset=utf-8"),
                new ByteArrayInputStream(request.getBytes(UTF_8)),
                Optional.empty());
    }

    private static String request(String header, String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>"
                + header
                + "</soap:Header><soap:Body>"
                + body
                + "</soap:Body></soap:Envelope>";
    }

    private static String body(EndpointResponse response) throws IOException {
        return new String(response.body().readAllBytes(), UTF_8);
    }
}
