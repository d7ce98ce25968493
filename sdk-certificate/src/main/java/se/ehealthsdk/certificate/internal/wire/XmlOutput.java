package se.ehealthsdk.certificate.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;

/**
 * Writes trees as they are. A namespace that a name needs and that is not declared, because the tree was taken
 * from elsewhere or made by hand, is declared where it is needed.
 */
final class XmlOutput {

    private final XMLStreamWriter out;
    private final @Nullable NamespaceContext around;
    private final List<Declaration> inForce = new ArrayList<>();

    /**
     * @param out stands where the trees go, with the namespaces declared around them
     */
    XmlOutput(XMLStreamWriter out) {
        this.out = out;
        this.around = out.getNamespaceContext();
    }

    /** Writes one node with all in it. */
    void write(XmlNode node) throws XMLStreamException {
        if (node instanceof XmlElement element) {
            writeElement(element);
        } else if (node instanceof XmlNode.Text text) {
            out.writeCharacters(text.value());
        } else if (node instanceof XmlNode.Comment comment) {
            out.writeComment(comment.value());
        } else if (node instanceof XmlNode.Instruction instruction) {
            if (instruction.data().isEmpty()) {
                out.writeProcessingInstruction(instruction.target());
            } else {
                out.writeProcessingInstruction(instruction.target(), instruction.data());
            }
        }
    }

    private void writeElement(XmlElement element) throws XMLStreamException {
        int outside = inForce.size();
        inForce.addAll(element.namespaces());
        String namespace = element.name().getNamespaceURI();
        String prefix = prefixFor(element.name().getPrefix(), namespace, outside, false);
        List<Attribute> attributes = element.attributes();
        if (attributes.isEmpty()) {
            start(prefix, element, outside);
        } else if (attributes.size() == 1 && attributes.get(0).name().getNamespaceURI().isEmpty()) {
            start(prefix, element, outside);
            writeAttribute("", attributes.get(0));
        } else {
            List<String> prefixes = new ArrayList<>(attributes.size());
            for (Attribute attribute : attributes) {
                prefixes.add(
                        prefixFor(
                                attribute.name().getPrefix(),
                                attribute.name().getNamespaceURI(),
                                outside,
                                true));
            }
            start(prefix, element, outside);
            for (int i = 0; i < prefixes.size(); i++) {
                writeAttribute(prefixes.get(i), attributes.get(i));
            }
        }
        List<XmlNode> children = element.children();
        for (int i = 0; i < children.size(); i++) {
            write(children.get(i));
        }
        out.writeEndElement();
        while (inForce.size() > outside) {
            inForce.remove(inForce.size() - 1);
        }
    }

    private void start(String prefix, XmlElement element, int outside) throws XMLStreamException {
        out.writeStartElement(
                prefix, element.name().getLocalPart(), element.name().getNamespaceURI());
        for (int i = outside; i < inForce.size(); i++) {
            Declaration declared = inForce.get(i);
            if (declared.prefix().isEmpty()) {
                out.writeDefaultNamespace(declared.namespace());
            } else {
                out.writeNamespace(declared.prefix(), declared.namespace());
            }
        }
    }

    private void writeAttribute(String prefix, Attribute attribute) throws XMLStreamException {
        if (prefix.isEmpty()) {
            out.writeAttribute(attribute.name().getLocalPart(), attribute.value());
        } else {
            out.writeAttribute(
                    prefix,
                    attribute.name().getNamespaceURI(),
                    attribute.name().getLocalPart(),
                    attribute.value());
        }
    }

    /** The wanted prefix where it stands for the namespace, or can be made to; another one where not. */
    private String prefixFor(String wanted, String namespace, int outside, boolean attribute) {
        if (attribute && namespace.isEmpty()) {
            return "";
        }
        if (!(attribute && wanted.isEmpty())) {
            if (namespace.equals(bound(wanted))) {
                return wanted;
            }
            if (namespace.isEmpty() || isFree(wanted, outside)) {
                String taken = namespace.isEmpty() ? "" : wanted;
                if (isFree(taken, outside)) {
                    inForce.add(new Declaration(taken, namespace));
                }
                return taken;
            }
        }
        for (int i = 1; ; i++) {
            String other = "n" + i;
            String bound = bound(other);
            if (namespace.equals(bound)) {
                return other;
            }
            if (bound.isEmpty()) {
                inForce.add(new Declaration(other, namespace));
                return other;
            }
        }
    }

    /** Whether the current element does not declare a prefix. */
    private boolean isFree(String prefix, int outside) {
        for (int i = outside; i < inForce.size(); i++) {
            if (inForce.get(i).prefix().equals(prefix)) {
                return false;
            }
        }
        return true;
    }

    private String bound(String prefix) {
        for (int i = inForce.size() - 1; i >= 0; i--) {
            Declaration declared = inForce.get(i);
            if (declared.prefix().equals(prefix)) {
                return declared.namespace();
            }
        }
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
            return XMLConstants.XML_NS_URI;
        }
        String outer = around == null ? null : around.getNamespaceURI(prefix);
        return outer == null ? "" : outer;
    }
}
