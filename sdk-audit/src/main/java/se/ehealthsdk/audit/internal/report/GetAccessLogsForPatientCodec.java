package se.ehealthsdk.audit.internal.report;

import static se.ehealthsdk.audit.internal.LogTypeCodec.required;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.contract.GetAccessLogsForPatient;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** {@code GetAccessLogsForPatientType}. */
public final class GetAccessLogsForPatientCodec implements MessageCodec<GetAccessLogsForPatient> {

    @Override
    public void write(GetAccessLogsForPatient request, ElementWriter out)
            throws XMLStreamException {
        ElementWriter components = ReportParts.components(out);
        ReportParts.person("patientId", request.patient(), out, components);
        out.text("fromDate", ReportParts.local(request.from()));
        out.text("toDate", ReportParts.local(request.to()));
        out.text("queuedReportId", request.queuedReportId());
    }

    @Override
    public GetAccessLogsForPatient read(ElementReader in) throws XMLStreamException {
        PersonId patient = null;
        LocalDateTime from = null;
        LocalDateTime to = null;
        String queuedReportId = null;
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "patientId" -> patient = ReportParts.person(in, name);
                case "fromDate" -> from = ReportParts.local(in, name);
                case "toDate" -> to = ReportParts.local(in, name);
                case "queuedReportId" -> queuedReportId = ReportParts.name(in);
                default -> in.skip();
            }
        }
        return new GetAccessLogsForPatient(
                required(patient, "patientId"),
                required(from, "fromDate"),
                required(to, "toDate"),
                Optional.ofNullable(queuedReportId));
    }
}
