package se.ehealthsdk.hsa.internal.person;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.GetSystemAuthorization;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The request of GetPersonAuthorizedToSystem and its variant for protected people. */
public final class GetSystemAuthorizationCodec implements MessageCodec<GetSystemAuthorization> {

    @Override
    public void write(GetSystemAuthorization request, ElementWriter out) throws XMLStreamException {
        PersonKeyReading.write(request.person(), out);
        out.text("systemId", request.systemId());
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public GetSystemAuthorization read(ElementReader in) throws XMLStreamException {
        var person = new PersonKeyReading();
        var scope = new CommonTypes.SearchScopeReader();
        String systemId = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "personHsaId" -> person.hsaId(in);
                case "personalIdentityNumber" -> person.personId(in);
                case "systemId" -> systemId = in.token();
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        if (systemId.isEmpty()) {
            throw new XMLStreamException("systemId is missing");
        }
        return new GetSystemAuthorization(person.key(), systemId, scope.scope());
    }
}
