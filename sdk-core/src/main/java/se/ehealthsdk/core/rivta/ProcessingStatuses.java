package se.ehealthsdk.core.rivta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.internal.soap.HeaderPart;
import se.ehealthsdk.core.rivta.ProcessingStatus.Failure;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;

/** The SOAP header {@code ProcessingStatus}, read and written. */
final class ProcessingStatuses implements HeaderPart.Reader {

    private static final String NAMESPACE = "urn:riv:interoperability:headers:1";
    private static final QName NAME = new QName(NAMESPACE, "ProcessingStatus");

    private final List<ProcessingStatus> found = new ArrayList<>();

    List<ProcessingStatus> found() {
        return found;
    }

    @Override
    public boolean read(XMLStreamReader stream) throws XMLStreamException {
        if (!stream.getName().equals(NAME)) {
            return false;
        }
        ElementReader in = new ElementReader(stream, NAMESPACE);
        while (in.nextChild()) {
            if (in.name().equals("ProcessingStatusList")) {
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
            switch (in.name()) {
                case "logicalAddress" -> address = in.token();
                case "statusCode" -> code = in.token();
                case "lastSuccessfulSynch" -> successful = in.token();
                case "lastUnsuccessfulSynch" -> unsuccessful = in.token();
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
            switch (in.name()) {
                case "causingAgent" -> agent = in.token();
                case "code" -> code = in.token();
                case "text" -> text = in.text();
                default -> in.skip();
            }
        }
        return new Failure(agent, code, text);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static void write(List<ProcessingStatus> statuses, XMLStreamWriter stream)
            throws XMLStreamException {
        ElementWriter out = new ElementWriter(stream, NAMESPACE);
        stream.setPrefix("hdr", NAMESPACE);
        out.start(NAME.getLocalPart());
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
