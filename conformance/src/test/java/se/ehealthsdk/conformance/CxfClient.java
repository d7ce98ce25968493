package se.ehealthsdk.conformance;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Apache CXF calling by an official WSDL, over mutual TLS; what it receives it validates. */
final class CxfClient {

    private final SSLContext tls;

    /**
     * @param tls with the caller's key and the roots that servers are trusted by
     */
    CxfClient(SSLContext tls) {
        this.tls = tls;
    }

    /**
     * @param request the request's element; sent as it stands, valid or not
     * @return the answer's element
     * @throws jakarta.xml.ws.soap.SOAPFaultException what the other end answers instead
     */
    String call(OfficialInteraction interaction, URI address, String logicalAddress, String request) {
        return call(interaction, address, logicalAddress, request, "in");
    }

    /** As {@link #call}; validation in the directions {@code in}, {@code out} or {@code both}. */
    String call(
            OfficialInteraction interaction,
            URI address,
            String logicalAddress,
            String request,
            String validation) {
        Dispatch<Source> dispatch =
                Service.create(interaction.wsdlUrl(), interaction.service())
                        .createDispatch(interaction.port(), Source.class, Service.Mode.PAYLOAD);
        Map<String, Object> context = dispatch.getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address.toString());
        context.put(Message.SCHEMA_VALIDATION_ENABLED, validation);
        context.put(
                MessageContext.WSDL_OPERATION,
                new QName(interaction.service().getNamespaceURI(), interaction.operation()));
        context.put(
                Header.HEADER_LIST,
                List.of(header(interaction.logicalAddress(), logicalAddress)));
        try (Client client = ((DispatchImpl<Source>) dispatch).getClient()) {
            TLSClientParameters parameters = new TLSClientParameters();
            parameters.setSslContext(tls);
            ((HTTPConduit) client.getConduit()).setTlsClientParameters(parameters);
            return Xml.text(dispatch.invoke(new StreamSource(new StringReader(request))));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception unclosed) {
            throw new IllegalStateException(unclosed);
        }
    }

    private static Header header(QName name, String text) {
        Document document = Xml.empty();
        Element element = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        element.setTextContent(text);
        return new Header(name, element);
    }
}
