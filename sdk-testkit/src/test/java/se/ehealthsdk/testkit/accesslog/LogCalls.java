package se.ehealthsdk.testkit.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.testkit.NationalServices;

/** The contracts of the log service as a caller who may be wrong speaks them. */
final class LogCalls {

    private static final String DOMAIN = "informationsecurity:auditing:log";
    private static final String NAMESPACE = "urn:riv:informationsecurity:auditing:log:2";

    private static final Set<String> WITH_PARTS =
            Set.of(
                    "result",
                    "logsResult",
                    "accessLogsResult",
                    "infoLogsResult",
                    "reportResult",
                    "logs",
                    "accesssLogs",
                    "careProviders",
                    "log",
                    "accessLog",
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

    private static final RivtaContract<List<LogXml>, Answer> STORE =
            RivtaContract.update(DOMAIN, "StoreLog", 2, codec(LogCalls::write), codec(null));

    /** An answer as the paths and texts of its elements, in order. */
    record Answer(List<Map.Entry<String, String>> texts) {

        String code() {
            return one("resultCode");
        }

        String text() {
            return one("resultText");
        }

        /** The text of the one element with this name; empty when there is none. */
        String one(String name) {
            List<String> found = all(name);
            if (found.size() > 1) {
                throw new AssertionError(found.size() + " of " + name);
            }
            return found.isEmpty() ? "" : found.get(0);
        }

        /** The texts of all elements with this name, or whose path ends so. */
        List<String> all(String name) {
            return texts.stream()
                    .filter(each -> each.getKey().endsWith("/" + name))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private final RivtaClient client;

    LogCalls(RivtaClient client) {
        this.client = client;
    }

    Answer store(LogXml... logs) {
        return store(List.of(logs));
    }

    Answer store(List<LogXml> logs) {
        return client.call(STORE, NationalServices.LOGICAL_ADDRESS, logs);
    }

    /** Asks for a report, with these elements. */
    Answer ask(String interaction, Map<String, String> question) {
        RivtaContract<Map<String, String>, Answer> contract =
                RivtaContract.query(DOMAIN, interaction, 2, codec(LogCalls::question), codec(null));
        return client.call(contract, NationalServices.LOGICAL_ADDRESS, question);
    }

    private interface Writing<T> {
        void write(T message, ElementWriter out) throws XMLStreamException;
    }

    private static void write(List<LogXml> logs, ElementWriter out) throws XMLStreamException {
        for (LogXml log : logs) {
            out.start("log");
            out.declare("l", NAMESPACE);
            log.write(out.in(NAMESPACE));
            out.end();
        }
    }

    private static void question(Map<String, String> question, ElementWriter out)
            throws XMLStreamException {
        for (String name :
                List.of(
                        "careProviderId",
                        "patientId",
                        "userId",
                        "fromDate",
                        "toDate",
                        "careUnitId",
                        "queuedReportId")) {
            if (name.equals("patientId") && question.containsKey(name)) {
                out.start(name);
                out.declare("l", NAMESPACE);
                out.in(NAMESPACE).text("root", "1.2.752.129.2.1.3.1");
                out.in(NAMESPACE).text("extension", question.get(name));
                out.end();
            } else {
                out.text(name, question.get(name));
            }
        }
    }

    @SuppressWarnings("unchecked") // a codec that only reads writes nothing of any type
    private static <T> MessageCodec<T> codec(Writing<T> writing) {
        return new MessageCodec<>() {
            @Override
            public void write(T message, ElementWriter out) throws XMLStreamException {
                writing.write(message, out);
            }

            @Override
            public T read(ElementReader in) throws XMLStreamException {
                List<Map.Entry<String, String>> texts = new ArrayList<>();
                read(in, "", texts);
                return (T) new Answer(texts);
            }

            private void read(ElementReader in, String path, List<Map.Entry<String, String>> texts)
                    throws XMLStreamException {
                while (in.nextChild()) {
                    String child = path + "/" + in.name();
                    if (WITH_PARTS.contains(in.name())) {
                        read(in, child, texts);
                    } else {
                        texts.add(Map.entry(child, in.text()));
                    }
                }
            }
        };
    }
}
