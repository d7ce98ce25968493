package se.ehealthsdk.siths.signature.remote;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;

/** An element of a response. Whatever is not as it must be is refused. */
record SignResponseXml(Element element) {

    /** The only child of this name. */
    SignResponseXml dss(String name) {
        return required(Dss.CORE, name);
    }

    /** The only child of this name. */
    SignResponseXml csig(String name) {
        return required(Dss.EXTENSION, name);
    }

    /** The only child of this name. */
    SignResponseXml saml(String name) {
        return required(Dss.ASSERTION, name);
    }

    /** The child of this name, of which there may be one. */
    Optional<SignResponseXml> optionalDss(String name) {
        List<SignResponseXml> found = all(Dss.CORE, name);
        if (found.size() > 1) {
            throw malformed("two elements " + name + " where one may be");
        }
        return found.stream().findFirst();
    }

    private SignResponseXml required(String namespace, String name) {
        List<SignResponseXml> found = all(namespace, name);
        if (found.size() != 1) {
            throw malformed((found.isEmpty() ? "no element " : "more than one element ") + name);
        }
        return found.get(0);
    }

    /** The children of this name. */
    List<SignResponseXml> all(String namespace, String name) {
        return children().stream().filter(child -> child.is(namespace, name)).toList();
    }

    List<SignResponseXml> children() {
        List<SignResponseXml> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new SignResponseXml(child));
            }
        }
        return children;
    }

    boolean is(String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    String attribute(String name) {
        return element.getAttributeNS(null, name);
    }

    /** The text, without outer white space. */
    String text() {
        if (!children().isEmpty()) {
            throw malformed("an element within " + element.getLocalName() + ", which holds text");
        }
        return element.getTextContent().strip();
    }

    byte[] bytes() {
        try {
            return XmlValue.base64(text());
        } catch (XmlValue.Malformed e) {
            throw malformed("bytes in " + element.getLocalName() + " that are not in base64");
        }
    }

    X509Certificate certificate() {
        try {
            return XmlValue.certificate(text());
        } catch (XmlValue.Malformed e) {
            throw malformed("a certificate that cannot be read");
        }
    }

    static SigningException malformed(String what) {
        return new SigningException(Reason.MALFORMED, "The response has " + what);
    }
}
