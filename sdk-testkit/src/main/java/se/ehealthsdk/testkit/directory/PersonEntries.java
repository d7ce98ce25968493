package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;

/** Writes people's posts and commissions as entries. */
final class PersonEntries {

    private PersonEntries() {}

    static EntryDraft post(DN name, Persona person, Post post) {
        Employee employee = post.employee();
        EntryDraft entry =
                new EntryDraft(
                                name,
                                "top",
                                "person",
                                "organizationalPerson",
                                "inetOrgPerson",
                                "HSAPersonExtension",
                                "securePerson")
                        .add("hsaIdentity", employee.hsaId().value())
                        .add("personalIdentityNumber", person.personId().value())
                        .add("givenName", employee.givenName())
                        .add("nickName", employee.nickName());
        addSurname(entry, employee.middleAndSurname());
        entry.add(
                "fullName",
                (employee.givenName().orElse("") + " " + employee.middleAndSurname()).strip());
        addContact(entry, employee);
        addTitles(entry, employee, post.credentials());
        entry.add("startDate", Values.start(employee.validity()))
                .add("endDate", Values.end(employee.validity()));
        if (person.protectedPerson()) {
            entry.classes("hsaConfidentialPerson").add("hsaProtectedPerson", "Ja");
        }
        if (person.feigned()) {
            entry.classes("hsaFeignedObject");
        }
        return entry;
    }

    /** The contracts join middle name and surname with a blank; which is which cannot be told from them. */
    private static void addSurname(EntryDraft entry, String middleAndSurname) {
        int last = middleAndSurname.lastIndexOf(' ');
        if (last > 0) {
            entry.add("middleName", middleAndSurname.substring(0, last).strip());
        }
        entry.add("sn", middleAndSurname.substring(last + 1));
    }

    private static void addContact(EntryDraft entry, Employee employee) {
        entry.add("mail", employee.mail())
                .add("telephoneNumber", Values.telephones(employee.telephoneNumbers()))
                .add("hsaSwitchboardNumber", employee.switchboardNumber().map(Values::telephone))
                .add("hsaTelephoneNumber", Values.telephones(employee.nonPublicTelephoneNumbers()))
                .add("mobile", Values.telephones(employee.mobileNumbers()))
                .add("facsimileTelephoneNumber", Values.telephones(employee.faxNumbers()))
                .add("telephoneHours", Values.hours(employee.telephoneHours()))
                .add("postalAddress", Values.postalAddress(employee.postalAddress()))
                .add("postalCode", employee.postalAddress().flatMap(it -> it.postalCode()))
                .add("description", employee.description())
                .add("title", employee.title());
    }

    private static void addTitles(EntryDraft entry, Employee employee, Credentials credentials) {
        entry.add("hsaTitle", employee.licences());
        for (Speciality each : credentials.specialities()) {
            entry.add(
                    "hsaSosTitleCodeSpeciality",
                    "%s;%s;%s".formatted(each.licence(), each.code(), each.name()));
        }
        for (String code : credentials.licenceCodes()) {
            if (credentials.specialities().stream().noneMatch(it -> it.licence().equals(code))) {
                entry.add("hsaSosTitleCodeSpeciality", code + ";;");
            }
        }
        entry.add("specialityName", employee.specialityNames())
                .add("specialityCode", employee.specialityCodes());
        for (PaTitle each : employee.paTitles()) {
            entry.add("paTitleName", each.name()).add("paTitleCode", each.code());
        }
        entry.add("personalPrescriptionCode", credentials.personalPrescriptionCode())
                .add("hsaGroupPrescriptionCode", credentials.groupPrescriptionCodes())
                .add(
                        "hsaSosNursePrescriptionRight",
                        credentials.nursePrescriptionRights().stream()
                                .map(it -> it.licence() + (it.prescriptionRight() ? ";J" : ";N"))
                                .toList())
                .add("hospIdentityNumber", credentials.hospIdentityNumber())
                .add("occupationalCode", credentials.occupationalCodes())
                .add(
                        "hsaSystemRole",
                        credentials.systemRoles().stream()
                                .map(it -> it.systemId() + ";" + it.role())
                                .toList());
    }

    /**
     * @param members the HSA-ids of the posts, and the times for which they are members
     */
    static EntryDraft commission(
            DN name, DirectoryCommission commission, Map<HsaId, Validity> members) {
        EntryDraft entry =
                new EntryDraft(name, "top", "hsaCommission")
                        .add("cn", commission.name())
                        .add("hsaIdentity", commission.hsaId().value())
                        .add("hsaCommissionPurpose", commission.purpose().text())
                        .add(
                                "hsaCommissionRight",
                                commission.rights().stream().map(PersonEntries::right).toList());
        members.forEach(
                (member, validity) ->
                        entry.add("hsaCommissionMember", Values.membership(member, validity)));
        if (commission.feigned()) {
            entry.classes("hsaFeignedObject");
        }
        return entry;
    }

    private static String right(CommissionRight right) {
        return "%s;%s;%s".formatted(right.activity(), right.informationClass(), right.scope());
    }

    static EntryDraft adminCommission(
            DN name,
            AuthorizationScopeProperty scope,
            AdminCommission commission,
            List<HsaId> members) {
        EntryDraft entry =
                new EntryDraft(name, "top", "hsaAdminCommission")
                        .add("hsaIdentity", commission.hsaId().value())
                        .add("hsaDomainCode", scope.scopeCode())
                        .add("hsaDomainAreaCode", scope.propertyCode())
                        .add(
                                "hsaAdminCommissionMemberP",
                                members.stream().map(HsaId::value).toList())
                        .add(
                                "hsaAdminCommissionResponsibleOrganisation",
                                commission.responsibleOrganisation())
                        .add(
                                "hsaAdminCommissionSector",
                                commission.sectors().stream()
                                        .map(it -> it.unit() + (it.sectorFlag() ? ";sub" : ""))
                                        .toList());
        if (commission.feigned()) {
            entry.classes("hsaFeignedObject");
        }
        return entry;
    }
}
