package se.ehealthsdk.audit.internal.report;

import static se.ehealthsdk.audit.internal.LogTypeCodec.required;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.audit.contract.ReportResult;
import se.ehealthsdk.audit.internal.LogResultCodec;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.audit.internal.TimeForm;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The answers of the reports, which differ in names only: a result around a {@code reportResult} and a
 * list.
 *
 * @param result the element around everything
 * @param list the element around the rows
 * @param row the element of one row
 * @param rows how one row is read and written
 */
public record AnswerCodec<T>(String result, String list, String row, MessageCodec<T> rows)
        implements MessageCodec<ReportAnswer<T>> {

    private static final LogResultCodec RESULT = new LogResultCodec();

    /** {@code GetLogsResponseType}. */
    public static AnswerCodec<AccessRecord> logs() {
        return new AnswerCodec<>("logsResult", "logs", "log", new LogTypeCodec(TimeForm.SWEDISH));
    }

    /** {@code GetAccessLogsForPatientResponseType}; the third s is the schema's. */
    public static AnswerCodec<PatientAccess> accessLogs() {
        return new AnswerCodec<>(
                "accessLogsResult", "accesssLogs", "accessLog", new PatientAccessCodec());
    }

    /** {@code GetInfoLogsResponseType}. */
    public static AnswerCodec<CareProvider> infoLogs() {
        return new AnswerCodec<>(
                "infoLogsResult", "careProviders", "careProvider", new CareProviderCodec());
    }

    @Override
    public void write(ReportAnswer<T> answer, ElementWriter out) throws XMLStreamException {
        ElementWriter components = ReportParts.components(out);
        out.start(result);
        write(answer.report(), components);
        if (!answer.rows().isEmpty()) {
            components.start(list);
            for (T each : answer.rows()) {
                components.start(row);
                rows.write(each, components);
                components.end();
            }
            components.end();
        }
        out.end();
    }

    private static void write(ReportResult report, ElementWriter out) throws XMLStreamException {
        out.start("reportResult");
        out.start("result");
        RESULT.write(report.result(), out);
        out.end();
        out.text("startInterval", report.start().map(ReportParts::local));
        out.text("endInterval", report.end().map(ReportParts::local));
        out.text("queuedReportId", report.queuedReportId());
        out.text(
                "queueTime",
                report.queueTime()
                        .map(time -> Long.toString(Math.min(time.toSeconds(), Integer.MAX_VALUE))));
        out.end();
    }

    @Override
    public ReportAnswer<T> read(ElementReader in) throws XMLStreamException {
        ReportAnswer<T> answer = null;
        while (in.nextChild()) {
            if (in.name().equals(result)) {
                answer = content(in);
            } else {
                in.skip();
            }
        }
        return required(answer, result);
    }

    private ReportAnswer<T> content(ElementReader in) throws XMLStreamException {
        ReportResult report = null;
        List<T> found = new ArrayList<>();
        while (in.nextChild()) {
            String name = in.name();
            if (name.equals("reportResult")) {
                report = report(in);
            } else if (name.equals(list)) {
                readRows(in, found);
            } else {
                in.skip();
            }
        }
        return new ReportAnswer<>(required(report, "reportResult"), found);
    }

    private void readRows(ElementReader in, List<T> found) throws XMLStreamException {
        while (in.nextChild()) {
            if (in.name().equals(row)) {
                found.add(rows.read(in));
            } else {
                in.skip();
            }
        }
    }

    private static ReportResult report(ElementReader in) throws XMLStreamException {
        LogResult result = null;
        LocalDateTime start = null;
        LocalDateTime end = null;
        String queuedReportId = null;
        Duration queueTime = null;
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "result" -> result = RESULT.read(in);
                case "startInterval" -> start = ReportParts.local(in, name);
                case "endInterval" -> end = ReportParts.local(in, name);
                case "queuedReportId" -> queuedReportId = ReportParts.name(in);
                case "queueTime" -> queueTime = seconds(in.token());
                default -> in.skip();
            }
        }
        return new ReportResult(
                required(result, "result"),
                Optional.ofNullable(start),
                Optional.ofNullable(end),
                Optional.ofNullable(queuedReportId).map(String::strip),
                Optional.ofNullable(queueTime));
    }

    /** An estimate that is none is as good as no estimate: it must not cost the report. */
    private static @Nullable Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
