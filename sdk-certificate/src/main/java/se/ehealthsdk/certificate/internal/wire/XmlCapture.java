package se.ehealthsdk.certificate.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;

/** Takes an element from a stream, as it comes. How deep it may be is for the stream to say. */
final class XmlCapture {

    private final XMLStreamReader in;

    XmlCapture(XMLStreamReader in) {
        this.in = in;
    }

    /** From the start of an element, on which the stream stands, to its end. */
    XmlElement element() throws XMLStreamException {
        QName name = in.getName();
        List<Declaration> declarations = declarations();
        List<Attribute> attributes = attributes();
        notLong(name);
        for (Attribute each : attributes) {
            notLong(each.name());
        }
        return new XmlElement(name, declarations, attributes, children());
    }

    private static void notLong(QName name) throws XMLStreamException {
        if (name.getNamespaceURI().length() > Scope.LONGEST_NAMESPACE) {
            throw new XMLStreamException("the name of a namespace is far too long");
        }
    }

    private List<XmlNode> children() throws XMLStreamException {
        List<XmlNode> children = List.of();
        Run run = new Run();
        while (true) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    run.add(in.getText());
                    continue;
                }
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.COMMENT,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // a piece of text ends here
                }
                default -> throw new XMLStreamException("the document broke off inside an element");
            }
            String text = run.take();
            if (event == XMLStreamConstants.END_ELEMENT && children.isEmpty()) {
                return text == null ? children : List.of(new XmlNode.Text(text));
            }
            if (children.isEmpty()) {
                children = new ArrayList<>();
            }
            if (text != null) {
                children.add(new XmlNode.Text(text));
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return children;
            }
            children.add(event == XMLStreamConstants.START_ELEMENT ? element() : aside(event));
        }
    }

    /** A comment or an instruction, on which the stream stands. */
    XmlNode aside(int event) {
        if (event == XMLStreamConstants.COMMENT) {
            return new XmlNode.Comment(in.getText());
        }
        String data = in.getPIData();
        return new XmlNode.Instruction(in.getPITarget(), data == null ? "" : data);
    }

    private List<Declaration> declarations() {
        int count = in.getNamespaceCount();
        if (count == 0) {
            return List.of();
        }
        List<Declaration> declarations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            declarations.add(
                    new Declaration(
                            orEmpty(in.getNamespacePrefix(i)), orEmpty(in.getNamespaceURI(i))));
        }
        return declarations;
    }

    private List<Attribute> attributes() {
        int count = in.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(attribute(0));
        }
        List<Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(attribute(i));
        }
        return attributes;
    }

    private Attribute attribute(int index) {
        return new Attribute(in.getAttributeName(index), in.getAttributeValue(index));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Text that comes in pieces. */
    private static final class Run {

        private @Nullable String first;
        private @Nullable StringBuilder more;

        void add(String piece) {
            if (first == null) {
                first = piece;
                return;
            }
            StringBuilder all = more;
            if (all == null) {
                all = new StringBuilder(first);
                more = all;
            }
            all.append(piece);
        }

        @Nullable String take() {
            String whole = more == null ? first : more.toString();
            first = null;
            more = null;
            return whole == null || whole.isEmpty() ? null : whole;
        }
    }
}
