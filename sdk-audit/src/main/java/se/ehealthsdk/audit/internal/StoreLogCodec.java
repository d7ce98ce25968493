package se.ehealthsdk.audit.internal;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The request of StoreLog 2.0.
 *
 * @param log what is inside each {@code log}
 */
public record StoreLogCodec(LogTypeCodec log) implements MessageCodec<StoreLog> {

    @Override
    public void write(StoreLog request, ElementWriter out) throws XMLStreamException {
        if (request.records().isEmpty() || request.records().size() > StoreLog.MAX_RECORDS) {
            throw new InvalidInputException(
                    "log",
                    "comes " + request.records().size() + " times",
                    "1 to " + StoreLog.MAX_RECORDS + " records in one call");
        }
        out.declare("log", LogTypeCodec.NAMESPACE);
        ElementWriter inside = out.in(LogTypeCodec.NAMESPACE);
        for (AccessRecord record : request.records()) {
            out.start("log");
            log.write(record, inside);
            out.end();
        }
    }

    @Override
    public StoreLog read(ElementReader in) throws XMLStreamException {
        List<AccessRecord> records = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals("log")) {
                records.add(log.read(in));
            } else {
                in.skip();
            }
        }
        return new StoreLog(records);
    }

    /** The answer: one result for the whole call. */
    public static final class Answer implements MessageCodec<LogResult> {

        private static final LogResultCodec RESULT = new LogResultCodec();

        @Override
        public void write(LogResult result, ElementWriter out) throws XMLStreamException {
            out.declare("log", LogTypeCodec.NAMESPACE);
            out.start("result");
            RESULT.write(result, out.in(LogTypeCodec.NAMESPACE));
            out.end();
        }

        /** {@code result} in either namespace: not every service has it in that of the interaction. */
        @Override
        public LogResult read(ElementReader in) throws XMLStreamException {
            LogResult result = null;
            while (in.nextChild()) {
                if (in.name().equals("result")) {
                    result = RESULT.read(in);
                } else {
                    in.skip();
                }
            }
            return LogTypeCodec.required(result, "result");
        }
    }
}
