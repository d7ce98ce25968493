package se.ehealthsdk.audit.internal.report;

import static se.ehealthsdk.audit.internal.LogTypeCodec.required;

import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.core.xml.SwedishTime;

/** {@code AccessLogType}. */
final class PatientAccessCodec implements MessageCodec<PatientAccess> {

    @Override
    public void write(PatientAccess row, ElementWriter out) throws XMLStreamException {
        out.text("careProviderId", row.careProvider().id().value());
        out.text("careProviderName", row.careProvider().name());
        out.text("careUnitId", row.careUnit().id().value());
        out.text("careUnitName", row.careUnit().name());
        out.text(
                "accessDate",
                ReportParts.local(row.time().atZone(SwedishTime.ZONE).toLocalDateTime()));
        out.text("userId", row.user().value());
        out.text("userName", row.userName());
        out.text("userTitle", row.userTitle());
        out.text("purpose", row.purpose().value());
        out.text("resourceType", row.resourceType().value());
    }

    @Override
    public PatientAccess read(ElementReader in) throws XMLStreamException {
        HsaId careProvider = null;
        String careProviderName = null;
        HsaId careUnit = null;
        String careUnitName = null;
        Instant time = null;
        HsaId user = null;
        String userName = null;
        String userTitle = null;
        String purpose = "";
        String resourceType = "";
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "careProviderId" -> careProvider = LogTypeCodec.hsaId(in, name);
                case "careProviderName" -> careProviderName = ReportParts.name(in);
                case "careUnitId" -> careUnit = LogTypeCodec.hsaId(in, name);
                case "careUnitName" -> careUnitName = ReportParts.name(in);
                case "accessDate" -> time = in.dateTime();
                case "userId" -> user = LogTypeCodec.hsaId(in, name);
                case "userName" -> userName = ReportParts.name(in);
                case "userTitle" -> userTitle = ReportParts.name(in);
                case "purpose" -> purpose = in.token();
                case "resourceType" -> resourceType = in.token();
                default -> in.skip();
            }
        }
        return new PatientAccess(
                new CareProvider(
                        required(careProvider, "careProviderId"),
                        Optional.ofNullable(careProviderName)),
                new CareUnit(required(careUnit, "careUnitId"), Optional.ofNullable(careUnitName)),
                required(time, "accessDate"),
                required(user, "userId"),
                Optional.ofNullable(userName),
                Optional.ofNullable(userTitle),
                new Purpose(purpose),
                new ResourceType(resourceType));
    }
}
