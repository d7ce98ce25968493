package se.ehealthsdk.conformance;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduitConfigurer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Apache CXF calling by the official WSDLs, over mutual TLS; what it receives it validates. */
final class CxfClient implements AutoCloseable {

    private final Bus bus = new CXFBusFactory().createBus();
    private final Map<OfficialInteraction, Dispatch<Source>> dispatches = new HashMap<>();

    /**
     * @param tls with the caller's key and the roots that servers are trusted by
     */
    CxfClient(MutualTls tls) {
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setKeyManagers(tls.keys());
        parameters.setTrustManagers(tls.trust());
        // for each conduit there will be: CXF makes another one when the address changes
        bus.setExtension(
                (name, address, conduit) -> conduit.setTlsClientParameters(parameters),
                HTTPConduitConfigurer.class);
    }

    /**
     * @param request the request's element; sent as it stands, valid or not
     * @return the answer's element
     * @throws SoapFault what the other end answers instead, or CXF finds wrong with the answer
     */
    String call(
            OfficialInteraction interaction, URI address, String logicalAddress, String request) {
        Dispatch<Source> dispatch = dispatches.computeIfAbsent(interaction, this::dispatch);
        Map<String, Object> context = dispatch.getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address.toString());
        context.put(
                Header.HEADER_LIST, List.of(header(interaction.logicalAddress(), logicalAddress)));
        try {
            return Xml.text(dispatch.invoke(new StreamSource(new StringReader(request))));
        } catch (WebServiceException failure) {
            throw failure.getCause() instanceof SoapFault fault ? fault : failure;
        }
    }

    @Override
    public void close() {
        dispatches.values().forEach(dispatch -> ((DispatchImpl<?>) dispatch).getClient().destroy());
        bus.shutdown(true);
    }

    private Dispatch<Source> dispatch(OfficialInteraction interaction) {
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        Dispatch<Source> dispatch;
        try {
            dispatch =
                    Service.create(interaction.wsdlUrl(), interaction.service())
                            .createDispatch(interaction.port(), Source.class, Service.Mode.PAYLOAD);
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
        Map<String, Object> context = dispatch.getRequestContext();
        context.put(Message.SCHEMA_VALIDATION_ENABLED, SchemaValidationType.IN);
        // with the operation named instead, CXF takes the body for the header, which comes first
        context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
        context.put(BindingProvider.SOAPACTION_URI_PROPERTY, interaction.soapAction());
        return dispatch;
    }

    private static Header header(QName name, String text) {
        Document document = Xml.empty();
        Element element = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        element.setTextContent(text);
        return new Header(name, element);
    }
}
