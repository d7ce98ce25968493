package se.ehealthsdk.testkit.careplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * An element as it came, right or wrong, or as it is to be sent.
 *
 * @param namespace of its name
 * @param name its local name
 * @param text its text; of an element with parts, what stands between them
 * @param parts its elements in order
 */
record Part(String namespace, String name, String text, List<Part> parts) {

    /** An element with text. */
    static Part of(String namespace, String name, String text) {
        return new Part(namespace, name, text, List.of());
    }

    /** An element with elements; null ones are left out. */
    static Part of(String namespace, String name, @Nullable Part... parts) {
        return new Part(
                namespace, name, "", Arrays.stream(parts).filter(Objects::nonNull).toList());
    }

    Stream<Part> all(String local) {
        return parts.stream().filter(part -> part.name.equals(local));
    }

    Optional<Part> part(String local) {
        return all(local).findFirst();
    }

    /** The text of an element in it; empty text where there is none. */
    String at(String local) {
        return part(local).map(Part::text).orElse("");
    }

    /**
     * Reads and writes any message.
     *
     * @param core the domain's own namespace
     */
    static MessageCodec<Part> codec(String core) {
        return new MessageCodec<>() {
            @Override
            public void write(Part message, ElementWriter out) throws XMLStreamException {
                out.declare("part", core);
                for (Part each : message.parts) {
                    each.write(out);
                }
            }

            @Override
            public Part read(ElementReader in) throws XMLStreamException {
                return Part.read(in.stream());
            }
        };
    }

    private void write(ElementWriter any) throws XMLStreamException {
        ElementWriter out = any.in(namespace);
        if (parts.isEmpty()) {
            out.text(name, text);
            return;
        }
        out.start(name);
        for (Part each : parts) {
            each.write(any);
        }
        out.end();
    }

    private static Part read(XMLStreamReader in) throws XMLStreamException {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        String name = in.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> parts.add(read(in));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Part(namespace, name, text.toString(), List.copyOf(parts));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(in.getText());
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // comments are nothing to a service
                }
            }
        }
    }

    /**
     * What is wrong with the order, the namespaces or the number of its elements.
     *
     * @param allowed each name, followed by ? where it may be missing, * where there may be any number, + where at
     *     least one
     */
    Optional<String> wrong(String namespaceOfParts, String... allowed) {
        List<Part> own =
                parts.stream().filter(part -> part.namespace.startsWith("urn:riv:")).toList();
        int next = 0;
        for (String each : allowed) {
            char sign = each.charAt(each.length() - 1);
            boolean plain = Character.isLetter(sign);
            String local = plain ? each : each.substring(0, each.length() - 1);
            int count = 0;
            while (next < own.size()
                    && own.get(next).name.equals(local)
                    && own.get(next).namespace.equals(namespaceOfParts)) {
                next++;
                count++;
            }
            boolean few = count == 0 && (plain || sign == '+');
            boolean many = count > 1 && (plain || sign == '?');
            if (few || many) {
                return Optional.of(local + (few ? " is missing" : " comes twice"));
            }
        }
        return next < own.size()
                ? Optional.of(own.get(next).name + " is not expected there")
                : Optional.empty();
    }
}
