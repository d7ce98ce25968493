package se.ehealthsdk.testkit.accesslog;

import java.util.Collection;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The contracts of the log service as the stand-in reads and writes them: by its own hand, so that a
 * mistake of the client's does not meet the same mistake here.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 */
final class LogWire {

    static final String DOMAIN = "informationsecurity:auditing:log";
    static final String NAMESPACE = "urn:riv:" + DOMAIN + ":2";

    static final RivtaContract<Part, Result> STORE_LOG =
            RivtaContract.update(DOMAIN, "StoreLog", 2, Part.REQUEST, answer(LogWire::result));

    static final RivtaContract<Part, ReportAnswer> GET_LOGS =
            report("GetLogs", "logsResult", "logs", ReportAnswer::writeLogs);

    static final RivtaContract<Part, ReportAnswer> GET_ACCESS_LOGS_FOR_PATIENT =
            report(
                    "GetAccessLogsForPatient",
                    "accessLogsResult",
                    // three s in the schema, and so on the wire
                    "accesssLogs",
                    ReportAnswer::writeAccessLogs);

    static final RivtaContract<Part, ReportAnswer> GET_INFO_LOGS =
            report("GetInfoLogs", "infoLogsResult", "careProviders", ReportAnswer::writeProviders);

    private LogWire() {}

    /** Writes one part of an answer. */
    interface Writing<T> {
        void write(T message, ElementWriter out) throws XMLStreamException;
    }

    private static <T> MessageCodec<T> answer(Writing<T> writing) {
        return new MessageCodec<>() {
            @Override
            public void write(T message, ElementWriter out) throws XMLStreamException {
                writing.write(message, out);
            }

            @Override
            public T read(ElementReader in) {
                throw new UnsupportedOperationException("answers are only written here");
            }
        };
    }

    private static RivtaContract<Part, ReportAnswer> report(
            String interaction, String root, String list, Writing<ReportAnswer> entries) {
        return RivtaContract.query(
                DOMAIN,
                interaction,
                2,
                Part.REQUEST,
                answer(
                        (report, out) -> {
                            ElementWriter log = open(out, root);
                            report.writeResult(log);
                            if (report.isDone()) {
                                log.start(list);
                                entries.write(report, log);
                                log.end();
                            }
                            log.end();
                        }));
    }

    private static void result(Result result, ElementWriter out) throws XMLStreamException {
        ElementWriter log = open(out, "result");
        write(result, log);
        log.end();
    }

    /** Opens the answer's element, which is the responder's while all below it is the domain's. */
    private static ElementWriter open(ElementWriter out, String root) throws XMLStreamException {
        out.start(root);
        out.declare("log", NAMESPACE);
        return out.in(NAMESPACE);
    }

    static void write(Result result, ElementWriter log) throws XMLStreamException {
        log.text("resultCode", result.code());
        log.text("resultText", result.text());
    }

    /** An id with a name, in an element of its own or not. */
    static void identified(ElementWriter log, String what, String id, Optional<String> name)
            throws XMLStreamException {
        log.text(what + "Id", id);
        log.text(what + "Name", name);
    }

    /** One element for each entry. */
    static <T> void each(Collection<T> entries, String name, ElementWriter log, Writing<T> writing)
            throws XMLStreamException {
        for (T entry : entries) {
            log.start(name);
            writing.write(entry, log);
            log.end();
        }
    }
}
