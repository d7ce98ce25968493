package se.ehealthsdk.testkit.producer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * What a producer answered.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param contentType the media type; empty when there was none
 * @param body what it sent
 * @param took how long it took
 * @param unanswered why there was no answer; empty when there was one
 * @param elements the elements of the message, in order; empty when it is no XML
 */
record Answer(
        int status,
        String contentType,
        byte[] body,
        Duration took,
        Optional<String> unanswered,
        List<Element> elements) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /**
     * An element.
     *
     * @param path the local names on the way, as {@code Envelope/Body/Fault}
     * @param namespace its namespace
     * @param text its own text
     */
    record Element(String path, String namespace, String text) {}

    static Answer of(int status, String contentType, byte[] body, Duration took) {
        return new Answer(status, contentType, body, took, Optional.empty(), read(body));
    }

    static Answer none(String why, Duration took) {
        return new Answer(0, "", new byte[0], took, Optional.of(why), List.of());
    }

    private static List<Element> read(byte[] body) {
        if (body.length == 0) {
            return List.of();
        }
        List<Element> elements = new ArrayList<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Integer> places = new ArrayDeque<>();
        try {
            XMLStreamReader in =
                    new SecureXml(XmlLimits.DEFAULT).reader(new ByteArrayInputStream(body), null);
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(in.getLocalName());
                        texts.addLast(new StringBuilder());
                        places.addLast(elements.size());
                        elements.add(
                                new Element(
                                        String.join("/", path),
                                        in.getNamespaceURI() == null ? "" : in.getNamespaceURI(),
                                        ""));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!texts.isEmpty()) {
                            texts.getLast().append(in.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        int place = places.removeLast();
                        Element open = elements.get(place);
                        elements.set(
                                place,
                                new Element(
                                        open.path(),
                                        open.namespace(),
                                        texts.removeLast().toString().strip()));
                        path.removeLast();
                    }
                    default -> {
                        // of no meaning to a service
                    }
                }
            }
            return elements;
        } catch (IOException | XMLStreamException none) {
            return List.of();
        }
    }

    /** The elements at the end of this way below the message's first element, as {@code result/resultCode}. */
    List<String> all(String way) {
        return elements.stream()
                .filter(each -> below(each.path()).equals(way))
                .map(Element::text)
                .toList();
    }

    Optional<String> first(String way) {
        return all(way).stream().findFirst();
    }

    boolean has(String way) {
        return !all(way).isEmpty();
    }

    private static String below(String path) {
        String[] parts = path.split("/", 4);
        return parts.length < 4 ? "" : parts[3];
    }

    /** Whether the message is the answer of this contract, in an envelope of SOAP 1.1. */
    boolean isResponse(String namespace, String element) {
        return elements.size() > 2
                && elements.get(0).path().equals("Envelope")
                && elements.get(0).namespace().equals(SOAP)
                && elements.stream()
                        .anyMatch(
                                each ->
                                        each.path().equals("Envelope/Body/" + element)
                                                && each.namespace().equals(namespace));
    }

    boolean isFault() {
        return elements.stream()
                .anyMatch(
                        each ->
                                each.path().equals("Envelope/Body/Fault")
                                        && each.namespace().equals(SOAP));
    }

    Optional<String> faultText() {
        return elements.stream()
                .filter(each -> each.path().equals("Envelope/Body/Fault/faultstring"))
                .map(Element::text)
                .findFirst();
    }

    boolean isXml() {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/xml");
    }

    /** Status and kind of answer; nothing of what it carries. */
    String told() {
        if (unanswered.isPresent()) {
            return "no answer (" + unanswered.get() + ")";
        }
        String kind =
                isFault()
                        ? "a SOAP fault"
                        : first("result/resultCode")
                                .filter(each -> each.matches("[A-Z]{1,20}"))
                                .map(
                                        each ->
                                                each
                                                        + first("result/errorId")
                                                                .or(() -> first("result/errorCode"))
                                                                .filter(
                                                                        id ->
                                                                                id.matches(
                                                                                        "[A-Z_]{1,40}"))
                                                                .map(id -> " " + id)
                                                                .orElse(""))
                                .orElse(elements.isEmpty() ? "no XML" : "XML without a result");
        return "HTTP " + status + ", " + kind;
    }

    /** Status and kind; nothing of what it carries. */
    @Override
    public String toString() {
        return "Answer[" + told() + "]";
    }
}
