package se.ehealthsdk.conformance;

import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.SoapHeaderInterceptor;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.configuration.jsse.TLSServerParameters;
import org.apache.cxf.configuration.security.ClientAuthentication;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
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
    static CxfServer start(MutualTls tls) {
        CxfServer server = new CxfServer(freePort());
        TLSServerParameters parameters = new TLSServerParameters();
        parameters.setKeyManagers(tls.keys());
        parameters.setTrustManagers(tls.trust());
        ClientAuthentication required = new ClientAuthentication();
        required.setWant(true);
        required.setRequired(true);
        parameters.setClientAuthentication(required);
        try {
            server.bus
                    .getExtension(JettyHTTPServerEngineFactory.class)
                    .setTLSServerParametersForPort(server.port, parameters);
        } catch (GeneralSecurityException | IOException cause) {
            throw new IllegalStateException(cause);
        }
        return server;
    }

    /**
     * Answers one interaction; the text of the request's element goes in, that of the answer's out.
     *
     * @return where; another address at each call
     */
    URI serve(OfficialInteraction interaction, UnaryOperator<String> answer) {
        return serve(interaction, SchemaValidationType.BOTH, answer);
    }

    /** As {@link #serve(OfficialInteraction, UnaryOperator)}, validating what is said. */
    URI serve(
            OfficialInteraction interaction,
            SchemaValidationType validated,
            UnaryOperator<String> answer) {
        EndpointImpl endpoint = new EndpointImpl(bus, new Answering(answer));
        endpoint.setWsdlLocation(interaction.wsdlUrl().toString());
        endpoint.setServiceName(interaction.service());
        endpoint.setEndpointName(interaction.port());
        endpoint.getInInterceptors().add(new LogicalAddressRequired(interaction.logicalAddress()));
        endpoint.setProperties(Map.of(Message.SCHEMA_VALIDATION_ENABLED, validated));
        endpoints.add(endpoint);
        String address =
                "https://localhost:"
                        + port
                        + "/"
                        + interaction.operation()
                        + "/"
                        + endpoints.size();
        endpoint.publish(address);
        // it would put the header, the first part of the WSDL's message, in the place of the body
        endpoint.getServer()
                .getEndpoint()
                .getBinding()
                .getInInterceptors()
                .removeIf(SoapHeaderInterceptor.class::isInstance);
        return URI.create(address);
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

        private final UnaryOperator<String> answer;

        Answering(UnaryOperator<String> answer) {
            this.answer = answer;
        }

        @Override
        public Source invoke(Source request) {
            return new StreamSource(new StringReader(answer.apply(Xml.text(request))));
        }
    }

    /** CXF checks the body by the WSDL, but does not mind when the header is missing. */
    static final class LogicalAddressRequired extends AbstractPhaseInterceptor<SoapMessage> {

        private final QName header;

        LogicalAddressRequired(QName header) {
            super(Phase.PRE_INVOKE);
            this.header = header;
        }

        @Override
        public void handleMessage(SoapMessage message) {
            if (!message.hasHeader(header)) {
                throw new Fault(new IllegalArgumentException("no LogicalAddress in the header"));
            }
        }
    }
}
