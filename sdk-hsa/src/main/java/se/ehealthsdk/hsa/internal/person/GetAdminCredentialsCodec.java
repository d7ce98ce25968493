package se.ehealthsdk.hsa.internal.person;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.GetAdminCredentials;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The request of GetAdminCredentialsForPerson and its variant for protected people. */
public final class GetAdminCredentialsCodec implements MessageCodec<GetAdminCredentials> {

    @Override
    public void write(GetAdminCredentials request, ElementWriter out) throws XMLStreamException {
        PersonKeyReading.write(request.person(), out);
        out.text("authorizationScopeCode", request.scopeCode());
        out.text("authorizationScopePropertyCode", request.propertyCode());
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public GetAdminCredentials read(ElementReader in) throws XMLStreamException {
        var person = new PersonKeyReading();
        var scope = new CommonTypes.SearchScopeReader();
        Optional<String> scopeCode = Optional.empty();
        Optional<String> propertyCode = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "personHsaId" -> person.hsaId(in);
                case "personalIdentityNumber" -> person.personId(in);
                case "authorizationScopeCode" -> scopeCode = Optional.of(in.token());
                case "authorizationScopePropertyCode" -> propertyCode = Optional.of(in.token());
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        return new GetAdminCredentials(person.key(), scopeCode, propertyCode, scope.scope());
    }
}
