package se.ehealthsdk.hsa.internal.person;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.SystemAuthorization;
import se.ehealthsdk.hsa.SystemAuthorization.SystemUser;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The answer of GetPersonAuthorizedToSystem 2.1, with {@code PersonType}. */
public final class SystemAuthorizationCodec implements MessageCodec<SystemAuthorization> {

    @Override
    public void write(SystemAuthorization answer, ElementWriter out) throws XMLStreamException {
        out.declare("core", AuthorizationNamespaces.CORE);
        out.declare("v21", AuthorizationNamespaces.CORE_2_1);
        out.bool("authorizedPerson", answer.authorized());
        for (SystemUser user : answer.users()) {
            out.start("personInformation");
            writeUser(user, out.in(AuthorizationNamespaces.CORE));
            out.end();
        }
    }

    private static void writeUser(SystemUser user, ElementWriter out) throws XMLStreamException {
        if (user.systemRoles().isEmpty()) {
            throw new InvalidInputException(
                    "systemRoles", "is empty", "at least one role, which the contract requires");
        }
        Employee person = user.employee();
        out.text("personHsaId", person.hsaId().value());
        out.text("givenName", person.givenName());
        out.text("middleAndSurName", person.middleAndSurname());
        out.text("nickname", person.nickName());
        out.text("mail", person.mail());
        out.text("telephoneNumber", person.telephoneNumbers());
        out.text("switchboardNumber", person.switchboardNumber());
        out.text("nonPublicTelephoneNumber", person.nonPublicTelephoneNumbers());
        out.text("mobileNumber", person.mobileNumbers());
        CommonTypes.openingHours(
                "telephoneHour",
                person.telephoneHours(),
                out,
                out,
                out.in(AuthorizationNamespaces.CORE_2_1));
        out.text("description", person.description());
        out.text("title", person.title());
        out.text("healthCareProfessionalLicence", person.licences());
        out.text("specialityCode", person.specialityCodes());
        out.text("specialityName", person.specialityNames());
        CredentialsCodec.writeSystemRoles(user.systemRoles(), out);
        out.text("dn", person.distinguishedName());
        out.ifTrue("protectedPerson", person.protectedPerson());
        out.ifTrue("feignedPerson", person.feigned());
        EmployeeCodec.writeSpecialities(person.specialities(), out);
    }

    @Override
    public SystemAuthorization read(ElementReader in) throws XMLStreamException {
        Boolean authorized = null;
        List<SystemUser> users = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "authorizedPerson" -> authorized = in.bool();
                case "personInformation" -> users.add(readUser(in));
                default -> in.skip();
            }
        }
        return new SystemAuthorization(CommonTypes.required(authorized, "authorizedPerson"), users);
    }

    private static SystemUser readUser(ElementReader in) throws XMLStreamException {
        var person = new EmployeeCodec.Reading();
        List<SystemRole> roles = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals("hsaSystemRole")) {
                roles.add(CredentialsCodec.readSystemRole(in));
            } else {
                person.element(in);
            }
        }
        return new SystemUser(person.employee(), roles);
    }
}
