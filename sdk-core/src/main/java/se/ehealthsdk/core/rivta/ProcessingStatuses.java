package se.ehealthsdk.core.rivta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.internal.soap.EnvelopeReader;
import se.ehealthsdk.core.internal.soap.HeaderPart;
import se.ehealthsdk.core.rivta.ProcessingStatus.Failure;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;

/**
 * The SOAP header {@code ProcessingStatus}, read and written. Read by its names alone, of any version: an answer does not
 * become a failure by what its header holds, and a source of which it cannot be told that it answered did not.
 */
final class ProcessingStatuses implements HeaderPart.Reader {

    private static final String DOMAIN = "urn:riv:interoperability:headers:";
    private static final String NAMESPACE = DOMAIN + "1";
    private static final String NAME = "ProcessingStatus";

    private final List<ProcessingStatus> found = new ArrayList<>();

    List<ProcessingStatus> found() {
        return found;
    }

    @Override
    public boolean read(XMLStreamReader stream) throws XMLStreamException {
        String namespace = stream.getNamespaceURI();
        if (!stream.getLocalName().equals(NAME)
                || namespace == null
                || !namespace.startsWith(DOMAIN)) {
            return false;
        }
        ElementReader in = new ElementReader(stream, DOMAIN);
        while (in.nextChild()) {
            if (stream.getLocalName().equals("ProcessingStatusList")) {
                found.add(status(in));
            } else {
                in.skip();
            }
        }
        return true;
    }

    private static ProcessingStatus status(ElementReader in) throws XMLStreamException {
        String address = "";
        String code = "";
        String successful = "";
        String unsuccessful = "";
        Optional<Failure> error = Optional.empty();
        while (in.nextChild()) {
            switch (in.stream().getLocalName()) {
                case "logicalAddress" -> address = token(in);
                case "statusCode" -> code = token(in);
                case "lastSuccessfulSynch" -> successful = token(in);
                case "lastUnsuccessfulSynch" -> unsuccessful = token(in);
                case "lastUnsuccessfulSynchError" -> error = Optional.of(failure(in));
                default -> in.skip();
            }
        }
        return new ProcessingStatus(
                address, code, present(successful), present(unsuccessful), error);
    }

    private static Failure failure(ElementReader in) throws XMLStreamException {
        String agent = "";
        String code = "";
        String text = "";
        while (in.nextChild()) {
            switch (in.stream().getLocalName()) {
                case "causingAgent" -> agent = token(in);
                case "code" -> code = token(in);
                case "text" -> text = EnvelopeReader.allText(in.stream());
                default -> in.skip();
            }
        }
        return new Failure(agent, code, text);
    }

    private static String token(ElementReader in) throws XMLStreamException {
        return EnvelopeReader.allText(in.stream()).strip();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static void write(List<ProcessingStatus> statuses, XMLStreamWriter stream)
            throws XMLStreamException {
        ElementWriter out = new ElementWriter(stream, NAMESPACE);
        stream.setPrefix("hdr", NAMESPACE);
        out.start(NAME);
        stream.writeNamespace("hdr", NAMESPACE);
        for (ProcessingStatus each : statuses) {
            out.start("ProcessingStatusList");
            out.text("logicalAddress", each.logicalAddress());
            out.text("statusCode", each.statusCode());
            out.bool("isResponseFromCache", each.isFromCache());
            out.bool("isResponseInSynch", each.isUpToDate());
            // required by the schema, empty by its text where nothing has ever been fetched
            out.text("lastSuccessfulSynch", each.lastSuccessful().orElse(""));
            out.text("lastUnsuccessfulSynch", each.lastUnsuccessful());
            if (each.error().isPresent()) {
                out.start("lastUnsuccessfulSynchError");
                out.text("causingAgent", each.error().get().causingAgent());
                out.text("code", each.error().get().code());
                out.text("text", each.error().get().text());
                out.end();
            }
            out.end();
        }
        out.end();
    }
}
