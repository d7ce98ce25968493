package se.ehealthsdk.hsa.internal.person;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.contract.GetCommissionMembers;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The request of GetCommissionMembers and its variant for protected people. */
public final class GetCommissionMembersCodec implements MessageCodec<GetCommissionMembers> {

    @Override
    public void write(GetCommissionMembers request, ElementWriter out) throws XMLStreamException {
        out.text("healthCareUnitHsaId", request.careUnit().value());
        out.text("commissionPurpose", request.purpose().text());
        for (CommissionRight right : request.rights()) {
            out.text("commissionRights", right.format());
        }
        out.text("healthCareProfessionalLicense", request.licences());
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public GetCommissionMembers read(ElementReader in) throws XMLStreamException {
        HsaId careUnit = null;
        String purpose = null;
        List<String> rights = new ArrayList<>();
        List<String> licences = new ArrayList<>();
        var scope = new CommonTypes.SearchScopeReader();
        while (in.nextChild()) {
            switch (in.name()) {
                case "healthCareUnitHsaId" -> careUnit = CommonTypes.hsaId(in, in.name());
                case "commissionPurpose" -> purpose = in.token();
                case "commissionRights" -> rights.add(in.token());
                case "healthCareProfessionalLicense" -> licences.add(in.token());
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        try {
            return new GetCommissionMembers(
                    CommonTypes.required(careUnit, "healthCareUnitHsaId"),
                    CommissionPurpose.of(CommonTypes.required(purpose, "commissionPurpose")),
                    rights.stream().map(CommissionRight::parse).toList(),
                    licences,
                    scope.scope());
        } catch (InvalidInputException notAllowed) {
            throw new XMLStreamException(notAllowed.getMessage(), notAllowed);
        }
    }
}
