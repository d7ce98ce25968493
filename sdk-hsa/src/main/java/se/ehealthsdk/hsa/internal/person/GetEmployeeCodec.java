package se.ehealthsdk.hsa.internal.person;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.EmployeeProfile;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The request of GetEmployee and its variant for protected people, all generations. */
public final class GetEmployeeCodec implements MessageCodec<GetEmployee> {

    @Override
    public void write(GetEmployee request, ElementWriter out) throws XMLStreamException {
        PersonKeyReading.write(request.person(), out);
        CommonTypes.searchScope(request.scope(), out);
        out.text("profile", request.profile().map(EmployeeProfile::code));
    }

    @Override
    public GetEmployee read(ElementReader in) throws XMLStreamException {
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
        return new GetEmployee(
                person.key(),
                scope.scope(),
                profile.filter(code -> !code.isEmpty()).map(EmployeeProfile::new));
    }
}
