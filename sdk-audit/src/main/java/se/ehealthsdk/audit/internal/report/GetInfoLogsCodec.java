package se.ehealthsdk.audit.internal.report;

import static se.ehealthsdk.audit.internal.LogTypeCodec.required;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.contract.GetInfoLogs;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** {@code GetInfoLogsType}. */
public final class GetInfoLogsCodec implements MessageCodec<GetInfoLogs> {

    @Override
    public void write(GetInfoLogs request, ElementWriter out) throws XMLStreamException {
        ElementWriter components = ReportParts.components(out);
        out.text("careProviderId", request.careProvider().value());
        if (request.patient().isPresent()) {
            ReportParts.person("patientId", request.patient().get(), out, components);
        }
        out.text("fromDate", ReportParts.local(request.from()));
        out.text("toDate", ReportParts.local(request.to()));
        out.text("queuedReportId", request.queuedReportId());
    }

    @Override
    public GetInfoLogs read(ElementReader in) throws XMLStreamException {
        HsaId careProvider = null;
        PersonId patient = null;
        LocalDateTime from = null;
        LocalDateTime to = null;
        String queuedReportId = null;
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "careProviderId" -> careProvider = LogTypeCodec.hsaId(in, name);
                case "patientId" -> patient = ReportParts.person(in, name);
                case "fromDate" -> from = ReportParts.local(in, name);
                case "toDate" -> to = ReportParts.local(in, name);
                case "queuedReportId" -> queuedReportId = ReportParts.name(in);
                default -> in.skip();
            }
        }
        return new GetInfoLogs(
                required(careProvider, "careProviderId"),
                Optional.ofNullable(patient),
                required(from, "fromDate"),
                required(to, "toDate"),
                Optional.ofNullable(queuedReportId));
    }
}
