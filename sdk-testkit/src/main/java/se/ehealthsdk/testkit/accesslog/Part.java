package se.ehealthsdk.testkit.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * An element of a request as it came, right or wrong: what a contract's typed reader refuses, the log
 * service has to look at before it can answer what is wrong with it.
 *
 * @param name its local name
 * @param text of an element without parts
 * @param parts of an element with parts, in the order sent
 */
record Part(String name, String text, List<Part> parts) {

    private static final Set<String> WITH_PARTS =
            Set.of(
                    "log",
                    "system",
                    "activity",
                    "user",
                    "personId",
                    "careProvider",
                    "careUnit",
                    "resources",
                    "resource",
                    "patient",
                    "patientId");

    private static final Set<String> WITH_TEXT =
            Set.of(
                    "logId",
                    "systemId",
                    "systemName",
                    "activityType",
                    "activityLevel",
                    "activityArgs",
                    "startDate",
                    "purpose",
                    "userId",
                    "name",
                    "assignment",
                    "title",
                    "careProviderId",
                    "careProviderName",
                    "careUnitId",
                    "careUnitName",
                    "resourceType",
                    "patientName",
                    "root",
                    "extension",
                    "fromDate",
                    "toDate",
                    "queuedReportId");

    /** Reads any request of the log service; is never sent. */
    static final MessageCodec<Part> REQUEST =
            new MessageCodec<>() {
                @Override
                public void write(Part message, ElementWriter out) {
                    throw new UnsupportedOperationException("requests are only read here");
                }

                @Override
                public Part read(ElementReader in) throws XMLStreamException {
                    return new Part("", "", partsOf(in));
                }
            };

    private static List<Part> partsOf(ElementReader in) throws XMLStreamException {
        List<Part> parts = new ArrayList<>();
        while (in.nextChild()) {
            String name = in.name();
            if (WITH_TEXT.contains(name)) {
                parts.add(new Part(name, in.text(), List.of()));
            } else if (WITH_PARTS.contains(name)) {
                parts.add(new Part(name, "", partsOf(in)));
            } else {
                in.skip();
            }
        }
        return parts;
    }

    /** The first part of a name. */
    @Nullable Part part(String wanted) {
        for (Part each : parts) {
            if (each.name.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    /** Every part of a name. */
    List<Part> all(String wanted) {
        return parts.stream().filter(each -> each.name.equals(wanted)).toList();
    }

    /** The name alone: the rest may be personal data. */
    @Override
    public String toString() {
        return "Part[" + name + "]";
    }
}
