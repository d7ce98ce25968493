package se.ehealthsdk.testkit.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** Reads a message once, from beginning to end, and shows it to the rules. Holds none of it but the text of one element. */
final class MessageWalk {

    private static final int MAX_DEPTH = XmlLimits.DEFAULT.maxDepth();
    private static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);

    private final Notes notes;
    private final Place place = new Place(MAX_DEPTH);
    private final StringBuilder text = new StringBuilder();
    private final List<Watch> watches = new ArrayList<>();
    private final Function<String, List<Watch>> ofContract;
    private final Function<String, Optional<SchemaRun>> schemas;
    private @Nullable SchemaRun schema;
    private int bodyDepth;
    private int bodies;

    /**
     * @param always the rules of every message
     * @param ofContract the rules of a contract, by its namespace
     * @param schemas the schema of a contract, by its namespace
     */
    MessageWalk(
            Notes notes,
            List<Watch> always,
            Function<String, List<Watch>> ofContract,
            Function<String, Optional<SchemaRun>> schemas) {
        this.notes = notes;
        this.watches.addAll(always);
        this.ofContract = ofContract;
        this.schemas = schemas;
    }

    /** Where it is; after a failure, where it came to. */
    Place place() {
        return place;
    }

    /** Whether an element of the Body was reached. */
    boolean reachedBody() {
        return bodies > 0;
    }

    void read(byte[] message, @Nullable String httpCharset) throws IOException, XMLStreamException {
        XMLStreamReader in = XML.reader(new ByteArrayInputStream(message), httpCharset);
        List<String> declared = new ArrayList<>();
        try {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(in, declared);
                    case XMLStreamConstants.END_ELEMENT -> end(in);
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE,
                            XMLStreamConstants.ENTITY_REFERENCE ->
                            characters(in);
                    case XMLStreamConstants.DTD ->
                            notes.add(Envelope.DOCTYPE, in.getLocation().getLineNumber(), "");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                            notes.add(
                                    Envelope.INSTRUCTION,
                                    in.getLocation().getLineNumber(),
                                    place.path(),
                                    in.getPITarget());
                    default -> {
                        // comments are nobody's business
                    }
                }
            }
        } finally {
            if (schema != null) {
                schema.giveBack();
            }
            in.close();
        }
    }

    private void start(XMLStreamReader in, List<String> declared) {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        place.enter(namespace, in.getLocalName(), in.getLocation().getLineNumber());
        text.setLength(0);
        boolean first = bodyDepth > 0 && place.depth() == bodyDepth + 1 && bodies++ == 0;
        if (first) {
            watches.addAll(ofContract.apply(namespace));
            schema = schemas.apply(namespace).orElse(null);
            if (schema != null) {
                schema.begin(place, notes, declared);
            }
        } else if (bodyDepth == 0) {
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                declared.add(in.getNamespacePrefix(i) == null ? "" : in.getNamespacePrefix(i));
                declared.add(in.getNamespaceURI(i) == null ? "" : in.getNamespaceURI(i));
            }
        } else if (bodies > 1 && place.depth() == bodyDepth + 1) {
            notes.add(Envelope.SINGLE_BODY, place);
        }
        if (schema != null && bodies == 1) {
            schema.start(in);
        }
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).start(place);
        }
        if (bodyDepth == 0 && place.depth() == 2 && place.name().equals("Body")) {
            bodyDepth = 2;
        }
    }

    private void characters(XMLStreamReader in) {
        String piece = in.getText();
        if (piece == null) {
            return;
        }
        text.append(piece);
        if (schema != null && bodies == 1 && place.depth() > bodyDepth) {
            schema.characters(piece);
        }
    }

    private void end(XMLStreamReader in) {
        if (schema != null && bodies == 1 && place.depth() > bodyDepth) {
            schema.end(in, place.depth() == bodyDepth + 1);
        }
        boolean leaf = !place.isParent();
        String value = leaf ? text.toString() : "";
        for (int i = 0; i < watches.size(); i++) {
            if (leaf) {
                watches.get(i).text(place, value);
            }
            watches.get(i).end(place);
        }
        text.setLength(0);
        place.leave();
    }
}
