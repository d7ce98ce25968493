package se.ehealthsdk.audit.internal.report;

import static se.ehealthsdk.audit.internal.LogTypeCodec.required;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** {@code GetLogsType}. */
public final class GetLogsCodec implements MessageCodec<GetLogs> {

    @Override
    public void write(GetLogs request, ElementWriter out) throws XMLStreamException {
        ElementWriter components = ReportParts.components(out);
        out.text("careProviderId", request.careProvider().value());
        if (request.patient().isPresent()) {
            ReportParts.person("patientId", request.patient().get(), out, components);
        }
        out.text("userId", request.user().map(HsaId::value));
        out.text("fromDate", ReportParts.local(request.from()));
        out.text("toDate", ReportParts.local(request.to()));
        out.text("careUnitId", request.careUnit().map(HsaId::value));
        out.text("queuedReportId", request.queuedReportId());
    }

    @Override
    public GetLogs read(ElementReader in) throws XMLStreamException {
        HsaId careProvider = null;
        PersonId patient = null;
        HsaId user = null;
        LocalDateTime from = null;
        LocalDateTime to = null;
        HsaId careUnit = null;
        String queuedReportId = null;
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "careProviderId" -> careProvider = LogTypeCodec.hsaId(in, name);
                case "patientId" -> patient = ReportParts.person(in, name);
                case "userId" -> user = LogTypeCodec.hsaId(in, name);
                case "fromDate" -> from = ReportParts.local(in, name);
                case "toDate" -> to = ReportParts.local(in, name);
                case "careUnitId" -> careUnit = LogTypeCodec.hsaId(in, name);
                case "queuedReportId" -> queuedReportId = ReportParts.name(in);
                default -> in.skip();
            }
        }
        return new GetLogs(
                required(careProvider, "careProviderId"),
                Optional.ofNullable(patient),
                Optional.ofNullable(user),
                required(from, "fromDate"),
                required(to, "toDate"),
                Optional.ofNullable(careUnit),
                Optional.ofNullable(queuedReportId));
    }
}
