package se.ehealthsdk.hsa.internal.person;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.internal.CommonTypes;

/**
 * The request of GetCredentialsForPerson and its variant for protected people.
 *
 * @param minorNamespace where version 2.1 of the interaction put the profile
 */
public record GetCredentialsCodec(String minorNamespace) implements MessageCodec<GetCredentials> {

    @Override
    public void write(GetCredentials request, ElementWriter out) throws XMLStreamException {
        if (request.profile().isPresent()) {
            out.declare("v21", minorNamespace);
        }
        PersonKeyReading.write(request.person(), out);
        CommonTypes.searchScope(request.scope(), out);
        out.in(minorNamespace).text("profile", request.profile().map(CredentialsProfile::code));
    }

    @Override
    public GetCredentials read(ElementReader in) throws XMLStreamException {
        var person = new PersonKeyReading();
        var scope = new CommonTypes.SearchScopeReader();
        Optional<String> profile = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "personHsaId" -> person.hsaId(in);
                case "personalIdentityNumber" -> person.personId(in);
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                case "profile" -> profile = Optional.of(in.token());
                default -> in.skip();
            }
        }
        return new GetCredentials(
                person.key(),
                scope.scope(),
                profile.filter(code -> !code.isEmpty()).map(CredentialsProfile::new));
    }
}
