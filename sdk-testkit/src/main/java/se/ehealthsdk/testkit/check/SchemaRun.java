package se.ehealthsdk.testkit.check;

import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** Holds the elements of one message against a schema, as they come. Not for use by more than one thread. */
final class SchemaRun implements ErrorHandler {

    private final ValidatorHandler validator;
    private final SchemaPool pool;
    private final AttributesImpl attributes = new AttributesImpl();
    private @Nullable Place place;
    private @Nullable Notes notes;
    private boolean broken;

    SchemaRun(ValidatorHandler validator, SchemaPool pool) {
        this.validator = validator;
        this.pool = pool;
        validator.setErrorHandler(this);
    }

    /** Begins with the first element of the Body, in which these prefixes hold: prefix, namespace, and so on. */
    void begin(Place where, Notes found, List<String> prefixes) {
        place = where;
        notes = found;
        broken = false;
        run(
                () -> {
                    validator.startDocument();
                    for (int i = 0; i < prefixes.size(); i += 2) {
                        validator.startPrefixMapping(prefixes.get(i), prefixes.get(i + 1));
                    }
                });
    }

    void start(XMLStreamReader in) {
        run(
                () -> {
                    for (int i = 0; i < in.getNamespaceCount(); i++) {
                        validator.startPrefixMapping(
                                orEmpty(in.getNamespacePrefix(i)), orEmpty(in.getNamespaceURI(i)));
                    }
                    attributes.clear();
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        attributes.addAttribute(
                                orEmpty(in.getAttributeNamespace(i)),
                                in.getAttributeLocalName(i),
                                qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
                                "CDATA",
                                in.getAttributeValue(i));
                    }
                    validator.startElement(
                            orEmpty(in.getNamespaceURI()),
                            in.getLocalName(),
                            qualified(in.getPrefix(), in.getLocalName()),
                            attributes);
                });
    }

    void characters(String text) {
        run(() -> validator.characters(text.toCharArray(), 0, text.length()));
    }

    void end(XMLStreamReader in, boolean last) {
        run(
                () -> {
                    validator.endElement(
                            orEmpty(in.getNamespaceURI()),
                            in.getLocalName(),
                            qualified(in.getPrefix(), in.getLocalName()));
                    for (int i = 0; i < in.getNamespaceCount(); i++) {
                        validator.endPrefixMapping(orEmpty(in.getNamespacePrefix(i)));
                    }
                    if (last) {
                        validator.endDocument();
                    }
                });
    }

    /** Ready for another message. */
    void giveBack() {
        place = null;
        notes = null;
        if (!broken) {
            pool.giveBack(this);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private interface Step {
        void take() throws SAXException;
    }

    private void run(Step step) {
        if (broken) {
            return;
        }
        try {
            step.take();
        } catch (SAXException failed) {
            broken = true;
        }
    }

    @Override
    public void warning(SAXParseException told) {
        // of no consequence for whether the message is valid
    }

    @Override
    public void error(SAXParseException told) {
        tell(told);
    }

    @Override
    public void fatalError(SAXParseException told) {
        tell(told);
    }

    private void tell(SAXParseException told) {
        Place here = Objects.requireNonNull(place);
        Notes found = Objects.requireNonNull(notes);
        SchemaWords.of(String.valueOf(told.getMessage()), here.name())
                .ifPresent(words -> found.add(words.rule(), here, words.values()));
    }
}
