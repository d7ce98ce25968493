package se.ehealthsdk.hsa.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * An answer that is a list of records of one kind and nothing else.
 *
 * @param element the element of one record, in the namespace of the interaction
 * @param record reads and writes what is inside it
 * @param namespace the namespace of what is inside it
 * @param further namespaces that the records also use, by prefix
 */
public record ListCodec<T>(
        String element, MessageCodec<T> record, String namespace, SortedMap<String, String> further)
        implements MessageCodec<List<T>> {

    @Override
    public void write(List<T> records, ElementWriter out) throws XMLStreamException {
        out.declare("core", namespace);
        for (Map.Entry<String, String> other : further.entrySet()) {
            out.declare(other.getKey(), other.getValue());
        }
        ElementWriter inside = out.in(namespace);
        for (T one : records) {
            out.start(element);
            record.write(one, inside);
            out.end();
        }
    }

    @Override
    public List<T> read(ElementReader in) throws XMLStreamException {
        List<T> records = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals(element)) {
                records.add(record.read(in));
            } else {
                in.skip();
            }
        }
        return List.copyOf(records);
    }
}
