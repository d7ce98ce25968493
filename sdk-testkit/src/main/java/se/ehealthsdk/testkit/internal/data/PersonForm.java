package se.ehealthsdk.testkit.internal.data;

import static se.ehealthsdk.testkit.internal.data.Kind.Text.ANY;
import static se.ehealthsdk.testkit.internal.data.Values.HSA_ID;
import static se.ehealthsdk.testkit.internal.data.Values.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.Sector;
import se.ehealthsdk.testkit.hsa.Membership;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Values.Output;

/** People who work in health care. */
final class PersonForm {

    private static final Form LICENCE =
            Form.of("licence", "a licence (legitimation)")
                    .must("code", NAME, "as LK")
                    .must("name", NAME, "as Läkare")
                    .build();

    private static final Form SPECIALITY =
            Form.of("speciality", "a speciality within a licence")
                    .must("licence", NAME, "the code of the licence, as LK")
                    .must("code", NAME, "as 200")
                    .must("name", NAME, "as Allmänmedicin")
                    .build();

    private static final Form PA_TITLE =
            Form.of("paTitle", "a title from the employer's list (befattning)")
                    .must("code", NAME, "as 201010")
                    .must("name", NAME, "")
                    .build();

    private static final Form SYSTEM_ROLE =
            Form.of("systemRole", "a role in a system")
                    .must("system", NAME, "")
                    .must("role", NAME, "")
                    .build();

    private static final Form NURSE_RIGHT =
            Form.of("nursePrescriptionRight", "a nurse's right to prescribe")
                    .must("licence", NAME, "the code of the licence, as SJ")
                    .flags("right")
                    .build();

    private static final Form MEMBERSHIP =
            Values.validity(
                            Form.of("membership", "that the post is a member of a commission")
                                    .must(
                                            "hsaId",
                                            HSA_ID.to(Target.COMMISSION),
                                            "the commission's"))
                    .build();

    private static final Form SECTOR =
            Form.of("sector", "where an administrative commission holds")
                    .must("unit", HSA_ID.to(Target.UNIT, Target.CARE_PROVIDER), "")
                    .must("name", NAME, "")
                    .flags("withSubunits", "feigned")
                    .build();

    private static final Form ADMIN_COMMISSION =
            Form.of("adminCommission", "an administrative commission")
                    .must("hsaId", HSA_ID, "")
                    .must("responsibleOrganisation", NAME, "")
                    .list("sectors", nested(SECTOR), "")
                    .flags("feigned")
                    .build();

    private static final Form ADMIN_SCOPE =
            Form.of("adminScope", "administrative commissions of one scope and property")
                    .must("scopeCode", NAME, "")
                    .must("scopeName", NAME, "")
                    .may("scopeDescription", ANY, "")
                    .must("propertyCode", NAME, "")
                    .must("propertyName", NAME, "")
                    .may("propertyDescription", ANY, "")
                    .list("commissions", nested(ADMIN_COMMISSION), "")
                    .build();

    private static final Form POST =
            Values.validity(
                            Form.of("post", "what HSA holds of a person under one HSA-id")
                                    .must("hsaId", HSA_ID, ""))
                    .may("dn", ANY, "where it lies in the directory (DN); made up unless said")
                    .texts("title", "mail", "nickName", "description")
                    .list("telephoneNumbers", ANY, "")
                    .may("switchboardNumber", ANY, "")
                    .list("nonPublicTelephoneNumbers", ANY, "")
                    .list("mobileNumbers", ANY, "")
                    .list("faxNumbers", ANY, "")
                    .list("telephoneHours", Values.HOURS, "")
                    .may("postalAddress", Values.ADDRESS, "its lines, or in parts")
                    .may("age", new Kind.Whole(0, 150), "")
                    .may("prescriptionCode", ANY, "the person's own (förskrivarkod)")
                    .list("groupPrescriptionCodes", ANY, "gruppförskrivarkod")
                    .may("hospIdentityNumber", ANY, "the number in HOSP")
                    .list("nursePrescriptionRights", nested(NURSE_RIGHT), "")
                    .list("occupationalCodes", ANY, "")
                    .list("paTitles", nested(PA_TITLE), "")
                    .list("licences", nested(LICENCE), "in HOSP too")
                    .list("specialities", nested(SPECIALITY), "")
                    .list("systemRoles", nested(SYSTEM_ROLE), "")
                    .list("commissions", nested(MEMBERSHIP), "medarbetaruppdrag")
                    .list("adminScopes", nested(ADMIN_SCOPE), "")
                    .build();

    static final Form FORM =
            Form.of("person", "a person who works in health care")
                    .must("name", NAME, "the name of the part, as DR_LINDGREN; nobody else's")
                    .must("personId", Values.PERSON_ID, "a test number")
                    .must("givenName", NAME, "")
                    .must("surname", NAME, "with a middle name before it")
                    .may("protectedPerson", new Kind.Flag(), "skyddade personuppgifter")
                    .may("feigned", new Kind.Flag(), "marked as fictitious in HSA")
                    .must(
                            "posts",
                            new Kind.Listed(nested(POST), 1, 1_000),
                            "a post for each HSA-id")
                    .build();

    private PersonForm() {}

    private static Kind nested(Form form) {
        return new Kind.Nested(() -> form);
    }

    // ---- read ----

    static Persona read(Entry in) {
        Persona.Builder person =
                Persona.builder(
                        in.text("name"),
                        in.value("personId", Values::personId),
                        in.text("givenName"),
                        in.text("surname"));
        if (in.flag("protectedPerson")) {
            person.protectedPerson();
        }
        if (in.flag("feigned")) {
            person.feigned();
        }
        in.entries("posts", post -> post(person, post));
        return person.build();
    }

    private static Persona.Builder post(Persona.Builder person, Entry in) {
        person.post(in.value("hsaId", HsaId::of)).validity(Values.validity(in));
        in.optional("dn").ifPresent(person::distinguishedName);
        in.optional("title").ifPresent(person::title);
        in.optional("mail").ifPresent(person::mail);
        in.list("telephoneNumbers").forEach(person::telephoneNumber);
        in.optional("prescriptionCode").ifPresent(person::prescriptionCode);
        in.list("groupPrescriptionCodes").forEach(person::groupPrescriptionCode);
        in.entries("paTitles", it -> person.paTitle(it.text("code"), it.text("name")));
        in.entries("licences", it -> person.licence(it.text("code"), it.text("name")));
        in.entries(
                "specialities",
                it -> person.speciality(it.text("licence"), it.text("code"), it.text("name")));
        in.entries("systemRoles", it -> person.systemRole(it.text("system"), it.text("role")));
        in.entries(
                "commissions",
                it ->
                        person.membership(
                                new Membership(it.value("hsaId", HsaId::of), Values.validity(it))));
        in.entries("adminScopes", it -> person.adminScope(adminScope(it)));
        return person.employee(employee -> more(employee, in))
                .credentials(credentials -> more(credentials, in));
    }

    private static void more(Employee.Builder employee, Entry in) {
        in.optional("nickName").ifPresent(employee::nickName);
        in.optional("description").ifPresent(employee::description);
        in.optional("switchboardNumber").ifPresent(employee::switchboardNumber);
        in.list("nonPublicTelephoneNumbers").forEach(employee::nonPublicTelephoneNumber);
        in.list("mobileNumbers").forEach(employee::mobileNumber);
        in.list("faxNumbers").forEach(employee::faxNumber);
        in.mixed("telephoneHours", Values::hours, Values::hours).forEach(employee::telephoneHours);
        Values.address(in, "postalAddress").ifPresent(employee::postalAddress);
        in.optional("age", Integer::valueOf).ifPresent(employee::age);
    }

    private static void more(Credentials.Builder credentials, Entry in) {
        in.optional("hospIdentityNumber").ifPresent(credentials::hospIdentityNumber);
        in.list("occupationalCodes").forEach(credentials::occupationalCode);
        in.entries(
                        "nursePrescriptionRights",
                        it -> new NursePrescriptionRight(it.text("licence"), it.flag("right")))
                .forEach(credentials::nursePrescriptionRight);
    }

    private static AuthorizationScopeProperty adminScope(Entry in) {
        return new AuthorizationScopeProperty(
                in.text("scopeCode"),
                in.text("scopeName"),
                in.optional("scopeDescription"),
                in.text("propertyCode"),
                in.text("propertyName"),
                in.optional("propertyDescription"),
                in.entries(
                        "commissions",
                        it ->
                                new AdminCommission(
                                        it.value("hsaId", HsaId::of),
                                        it.text("responsibleOrganisation"),
                                        it.entries("sectors", PersonForm::sector),
                                        it.flag("feigned"))));
    }

    private static Sector sector(Entry in) {
        return new Sector(
                in.value("unit", HsaId::of),
                in.flag("withSubunits"),
                in.text("name"),
                in.flag("feigned"));
    }

    // ---- write ----

    static Map<String, Object> write(Persona person) {
        Output out = new Output();
        out.text("name", person.name());
        out.text("personId", Values.text(person.personId()));
        out.text("givenName", person.givenName());
        out.text("surname", person.middleAndSurname());
        out.flag("protectedPerson", person.protectedPerson());
        out.flag("feigned", person.feigned());
        out.list("posts", person.posts().stream().map(PersonForm::write).toList());
        return out.done();
    }

    private static Map<String, Object> write(Post post) {
        Employee employee = post.employee();
        Credentials credentials = post.credentials();
        Output out = new Output();
        out.text("hsaId", post.hsaId().value());
        Values.write(out, employee.validity());
        out.text("dn", employee.distinguishedName());
        out.put("title", employee.title());
        out.put("mail", employee.mail());
        out.put("nickName", employee.nickName());
        out.put("description", employee.description());
        out.list("telephoneNumbers", employee.telephoneNumbers());
        out.put("switchboardNumber", employee.switchboardNumber());
        out.list("nonPublicTelephoneNumbers", employee.nonPublicTelephoneNumbers());
        out.list("mobileNumbers", employee.mobileNumbers());
        out.list("faxNumbers", employee.faxNumbers());
        out.list("telephoneHours", Values.hours(employee.telephoneHours()));
        out.put("postalAddress", Values.address(employee.postalAddress()));
        OptionalInt age = employee.age();
        if (age.isPresent()) {
            out.put("age", age.getAsInt());
        }
        out.put("prescriptionCode", credentials.personalPrescriptionCode());
        out.list("groupPrescriptionCodes", credentials.groupPrescriptionCodes());
        out.put("hospIdentityNumber", credentials.hospIdentityNumber());
        out.list(
                "nursePrescriptionRights",
                credentials.nursePrescriptionRights().stream().map(PersonForm::write).toList());
        out.list("occupationalCodes", credentials.occupationalCodes());
        out.list(
                "paTitles",
                employee.paTitles().stream()
                        .map(each -> coded(each.code().orElse(""), each.name().orElse("")))
                        .toList());
        out.list("licences", licences(credentials));
        out.list(
                "specialities",
                credentials.specialities().stream()
                        .map(
                                each ->
                                        pairs(
                                                "licence",
                                                each.licence(),
                                                "code",
                                                each.code(),
                                                "name",
                                                each.name()))
                        .toList());
        out.list(
                "systemRoles",
                credentials.systemRoles().stream()
                        .map(each -> pairs("system", each.systemId(), "role", each.role()))
                        .toList());
        out.list("commissions", post.memberships().stream().map(PersonForm::write).toList());
        out.list("adminScopes", post.adminScopes().stream().map(PersonForm::write).toList());
        return out.done();
    }

    private static List<Map<String, Object>> licences(Credentials credentials) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < credentials.licences().size(); i++) {
            List<String> codes = credentials.licenceCodes();
            all.add(coded(i < codes.size() ? codes.get(i) : "", credentials.licences().get(i)));
        }
        return all;
    }

    private static Map<String, Object> coded(String code, String name) {
        return pairs("code", code, "name", name);
    }

    private static Map<String, Object> pairs(String... namesAndValues) {
        Output out = new Output();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.text(namesAndValues[i], namesAndValues[i + 1]);
        }
        return out.done();
    }

    private static Map<String, Object> write(NursePrescriptionRight right) {
        Output out = new Output();
        out.text("licence", right.licence());
        out.flag("right", right.prescriptionRight());
        return out.done();
    }

    private static Map<String, Object> write(Membership membership) {
        Output out = new Output();
        out.text("hsaId", membership.commission().value());
        Values.write(out, membership.validity());
        return out.done();
    }

    private static Map<String, Object> write(AuthorizationScopeProperty scope) {
        Output out = new Output();
        out.text("scopeCode", scope.scopeCode());
        out.text("scopeName", scope.scopeName());
        out.put("scopeDescription", scope.scopeDescription());
        out.text("propertyCode", scope.propertyCode());
        out.text("propertyName", scope.propertyName());
        out.put("propertyDescription", scope.propertyDescription());
        out.list("commissions", scope.commissions().stream().map(PersonForm::write).toList());
        return out.done();
    }

    private static Map<String, Object> write(AdminCommission commission) {
        Output out = new Output();
        out.text("hsaId", commission.hsaId().value());
        out.text("responsibleOrganisation", commission.responsibleOrganisation());
        out.list("sectors", commission.sectors().stream().map(PersonForm::write).toList());
        out.flag("feigned", commission.feigned());
        return out.done();
    }

    private static Map<String, Object> write(Sector sector) {
        Output out = new Output();
        out.text("unit", sector.unit().value());
        out.text("name", sector.name());
        out.flag("withSubunits", sector.sectorFlag());
        out.flag("feigned", sector.feigned());
        return out.done();
    }
}
