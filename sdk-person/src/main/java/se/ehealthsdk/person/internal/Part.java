package se.ehealthsdk.person.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * An element of an answer with what is in it, extensions of others left out. The types of this domain are many, small and
 * deep: read whole, each is one expression below.
 */
final class Part {

    /** Makes a value of an element. */
    interface Maker<T> {
        T make(Part part) throws XMLStreamException;
    }

    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d{2}:\\d{2})$");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

    private final String name;
    private final List<Part> parts;
    private final Set<String> foreign;
    private final String text;

    private Part(String name, List<Part> parts, Set<String> foreign, String text) {
        this.name = name;
        this.parts = parts;
        this.foreign = foreign;
        this.text = text;
    }

    static Part read(ElementReader in) throws XMLStreamException {
        String name = in.name();
        List<Part> parts = new ArrayList<>();
        Set<String> foreign = new HashSet<>();
        StringBuilder text = new StringBuilder();
        XMLStreamReader stream = in.stream();
        while (true) {
            switch (stream.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (in.name().startsWith("{")) {
                        if (misplaced(stream)) {
                            foreign.add(stream.getLocalName());
                        }
                        in.skip();
                    } else {
                        parts.add(read(in));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Part(name, parts, foreign, text.toString().strip());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(stream.getText());
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // comments and processing instructions carry nothing
                }
            }
        }
    }

    /** In no namespace or another contract's; extensions (xs:any) are in namespaces of their own. */
    private static boolean misplaced(XMLStreamReader element) {
        String namespace = element.getNamespaceURI();
        return namespace == null || namespace.isEmpty() || namespace.startsWith("urn:riv:");
    }

    /** The text of the element itself. */
    String text() {
        return text;
    }

    <T> Optional<T> one(String child, Maker<T> maker) throws XMLStreamException {
        for (Part part : parts) {
            if (part.name.equals(child)) {
                return Optional.of(maker.make(part));
            }
        }
        return Optional.empty();
    }

    /** Fails for a child in a namespace of others, where passing over it would say the opposite. */
    void requireOwn(String child) throws XMLStreamException {
        if (foreign.contains(child)) {
            throw new XMLStreamException(child + " is in a namespace of another in " + name);
        }
    }

    <T> T required(String child, Maker<T> maker) throws XMLStreamException {
        return one(child, maker)
                .orElseThrow(() -> new XMLStreamException(child + " is missing in " + name));
    }

    <T> List<T> all(String child, Maker<T> maker) throws XMLStreamException {
        List<T> all = new ArrayList<>();
        for (Part part : parts) {
            if (part.name.equals(child)) {
                all.add(maker.make(part));
            }
        }
        return all;
    }

    /** The text of a child; absent when the child is empty too. */
    Optional<String> text(String child) throws XMLStreamException {
        return one(child, Part::text).filter(found -> !found.isEmpty());
    }

    Optional<Integer> number(String child) throws XMLStreamException {
        return one(child, Part::number);
    }

    Optional<Boolean> bool(String child) throws XMLStreamException {
        return one(child, Part::bool);
    }

    Optional<Instant> dateTime(String child) throws XMLStreamException {
        return one(child, Part::dateTime);
    }

    Optional<LocalDate> date(String child) throws XMLStreamException {
        return one(child, Part::date);
    }

    int number() throws XMLStreamException {
        if (!NUMBER.matcher(text).matches()) {
            throw new XMLStreamException(name + " is not an xs:int of at most nine digits");
        }
        return Integer.parseInt(text);
    }

    boolean bool() throws XMLStreamException {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new XMLStreamException(name + " is not an xs:boolean");
        };
    }

    private Instant dateTime() throws XMLStreamException {
        return SwedishTime.parse(text)
                .orElseThrow(() -> new XMLStreamException(name + " is not an xs:dateTime"));
    }

    private LocalDate date() throws XMLStreamException {
        try {
            return LocalDate.parse(ZONE.matcher(text).replaceFirst(""));
        } catch (DateTimeException anotherForm) {
            throw new XMLStreamException(name + " is not an xs:date");
        }
    }
}
