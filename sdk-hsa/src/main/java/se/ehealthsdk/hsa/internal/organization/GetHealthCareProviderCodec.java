package se.ehealthsdk.hsa.internal.organization;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.GetHealthCareProvider;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code GetHealthCareProviderType}. */
public final class GetHealthCareProviderCodec implements MessageCodec<GetHealthCareProvider> {

    @Override
    public void write(GetHealthCareProvider request, ElementWriter out) throws XMLStreamException {
        out.text("healthCareProviderHsaId", request.hsaId().map(HsaId::value));
        out.text(
                "healthCareProviderOrgNo",
                request.organisationNumber().map(OrganisationNumber::hyphenated));
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public GetHealthCareProvider read(ElementReader in) throws XMLStreamException {
        Optional<HsaId> hsaId = Optional.empty();
        Optional<OrganisationNumber> number = Optional.empty();
        var scope = new CommonTypes.SearchScopeReader();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareProviderHsaId" -> hsaId = Optional.of(CommonTypes.hsaId(in, name));
                case "healthCareProviderOrgNo" -> {
                    number = OrganisationNumber.tryParse(in.token());
                    if (number.isEmpty()) {
                        throw new XMLStreamException(name + " is not an organisation number");
                    }
                }
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        if (hsaId.isPresent() == number.isPresent()) {
            throw new XMLStreamException(
                    "there is not exactly one of healthCareProviderHsaId and"
                            + " healthCareProviderOrgNo");
        }
        return new GetHealthCareProvider(hsaId, number, scope.scope());
    }
}
