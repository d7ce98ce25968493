package se.ehealthsdk.conformance;

import jakarta.annotation.Resource;
import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.configuration.jsse.TLSServerParameters;
import org.apache.cxf.configuration.security.ClientAuthentication;
import org.apache.cxf.headers.Header;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;

/**
 * Apache CXF answering by the official WSDLs, over mutual TLS, with schema validation on in both
 * directions: a request that the contract does not allow gets a SOAP fault from CXF, not from us.
 */
final class CxfServer implements AutoCloseable {

    private final Bus bus = new CXFBusFactory().createBus();
    private final List<EndpointImpl> endpoints = new ArrayList<>();
    private final int port;

    private CxfServer(int port) {
        this.port = port;
    }

    /**
     * @param tls with the server's key and the roots that clients are trusted by
     */
    static CxfServer start(SSLContext tls) {
        CxfServer server = new CxfServer(freePort());
        TLSServerParameters parameters = new TLSServerParameters();
        parameters.setSslContext(tls);
        ClientAuthentication required = new ClientAuthentication();
        required.setWant(true);
        required.setRequired(true);
        parameters.setClientAuthentication(required);
        server.bus
                .getExtension(JettyHTTPServerEngineFactory.class)
                .setTLSServerParametersForPort(server.port, parameters);
        return server;
    }

    /** Answers one interaction; the text of the request's element goes in, that of the answer's out. */
    URI serve(OfficialInteraction interaction, UnaryOperator<String> answer) {
        EndpointImpl endpoint = new EndpointImpl(bus, new Answering(interaction, answer));
        endpoint.setWsdlLocation(interaction.wsdlUrl().toString());
        endpoint.setServiceName(interaction.service());
        endpoint.setEndpointName(interaction.port());
        endpoint.setProperties(Map.of(Message.SCHEMA_VALIDATION_ENABLED, true));
        URI address =
                URI.create(
                        "https://localhost:"
                                + port
                                + "/"
                                + interaction.release()
                                + "/"
                                + interaction.operation());
        endpoint.publish(address.toString());
        endpoints.add(endpoint);
        return address;
    }

    @Override
    public void close() {
        endpoints.forEach(EndpointImpl::stop);
        bus.shutdown(true);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The payload of the body, as CXF hands it over after it has validated it. */
    @WebServiceProvider
    @ServiceMode(Service.Mode.PAYLOAD)
    @BindingType(SOAPBinding.SOAP11HTTP_BINDING)
    static final class Answering implements Provider<Source> {

        @Resource private WebServiceContext context;
        private final OfficialInteraction interaction;
        private final UnaryOperator<String> answer;

        Answering(OfficialInteraction interaction, UnaryOperator<String> answer) {
            this.interaction = interaction;
            this.answer = answer;
        }

        @Override
        public Source invoke(Source request) {
            boolean addressed =
                    ((List<?>) context.getMessageContext().get(Header.HEADER_LIST))
                            .stream()
                                    .map(Header.class::cast)
                                    .anyMatch(
                                            header ->
                                                    header.getName()
                                                            .equals(interaction.logicalAddress()));
            if (!addressed) {
                // CXF checks the body by the WSDL but not that its header is there
                throw new Fault(new IllegalArgumentException("no LogicalAddress in the header"));
            }
            return new StreamSource(new StringReader(answer.apply(Xml.text(request))));
        }
    }
}
