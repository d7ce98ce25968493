package se.ehealthsdk.conformance;

import java.net.URL;
import java.nio.file.Path;
import javax.xml.namespace.QName;

/**
 * One interaction as its official WSDL describes it. Every component is read from the file.
 *
 * @param wsdl the file
 * @param release the domain, and the folder of its release where it has one, as {@code
 *     organization/5.0}
 * @param version the version in the file's name, as {@code 5.0}
 * @param operation the operation of the portType
 * @param soapAction the SOAPAction of the binding
 * @param request the element of the request, with the namespace of the contract
 * @param response the element of the response
 * @param logicalAddress the element of the SOAP header
 * @param service the service, by which a SOAP stack finds the binding
 * @param port the port of the service
 * @param schema the XSD that declares request and response
 */
record OfficialInteraction(
        Path wsdl,
        String release,
        String version,
        String operation,
        String soapAction,
        QName request,
        QName response,
        QName logicalAddress,
        QName service,
        QName port,
        Path schema) {

    /** The namespace of request and response, by which platforms route. */
    String namespace() {
        return request.getNamespaceURI();
    }

    /** Where a SOAP stack reads the WSDL. */
    URL wsdlUrl() {
        try {
            return wsdl.toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return operation + " " + version + " of " + release;
    }
}
