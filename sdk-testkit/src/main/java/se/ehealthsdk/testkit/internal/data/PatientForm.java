package se.ehealthsdk.testkit.internal.data;

import static se.ehealthsdk.testkit.internal.data.Values.NAME;

import java.time.LocalDate;
import java.util.Map;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Values.Output;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/** People in the person data service. */
final class PatientForm {

    static final Form FORM =
            Form.of("patient", "somebody in the person data service")
                    .must("name", NAME, "the name of the part, as NORDIN")
                    .must("id", Values.PERSON_ID, "a test number; nobody else's here")
                    .must("givenNames", NAME, "")
                    .may(
                            "givenNameIndicator",
                            new Kind.Whole(10, 99),
                            "which given names are in daily use (tilltalsnamnsmarkering)")
                    .must("surname", NAME, "")
                    .may(
                            "municipality",
                            Kind.Text.of(
                                    "^[0-9]{4}$", "a municipality code of four digits", "0180"),
                            "where registered (kommunkod)")
                    .texts("street")
                    .may("postalCode", Kind.Text.of("^[0-9]{5}$", "five digits", "01234"), "")
                    .texts("town", "mobile")
                    .may("secrecyMarked", new Kind.Flag(), "sekretessmarkering")
                    .may("protectedRegistration", new Kind.Flag(), "skyddad folkbokföring")
                    .may("testPerson", new Kind.Flag(), "marked as made up for tests")
                    .may("deceased", Values.DAY, "the day of death")
                    .may(
                            "replacedBy",
                            Values.PERSON_ID.to(Target.PATIENT),
                            "the number that this one refers to")
                    .list(
                            "formerly",
                            Values.PERSON_ID.to(Target.PATIENT),
                            "the older numbers that this one refers to")
                    .build();

    private PatientForm() {}

    static RegisteredPerson read(Entry in) {
        return new RegisteredPerson(
                in.text("name"),
                in.value("id", Values::personId),
                in.text("givenNames"),
                in.optional("givenNameIndicator", Integer::valueOf),
                in.text("surname"),
                in.optional("municipality", MunicipalityCode::of),
                in.optional("street"),
                in.optional("postalCode"),
                in.optional("town"),
                in.optional("mobile"),
                in.flag("secrecyMarked"),
                in.flag("protectedRegistration"),
                in.flag("testPerson"),
                in.optional("deceased", LocalDate::parse),
                in.optional("replacedBy", Values::personId),
                in.list("formerly", Values::personId));
    }

    static Map<String, Object> write(RegisteredPerson person) {
        Output out = new Output();
        out.text("name", person.name());
        out.text("id", Values.text(person.id()));
        out.text("givenNames", person.givenNames());
        out.put("givenNameIndicator", person.givenNameIndicator());
        out.text("surname", person.surname());
        out.put("municipality", person.municipality().map(MunicipalityCode::value));
        out.put("street", person.street());
        out.put("postalCode", person.postalCode());
        out.put("town", person.town());
        out.put("mobile", person.mobile());
        out.flag("secrecyMarked", person.secrecyMarked());
        out.flag("protectedRegistration", person.protectedRegistration());
        out.flag("testPerson", person.testPerson());
        out.put("deceased", person.deceased().map(LocalDate::toString));
        out.put("replacedBy", person.replacedBy().map(Values::text));
        out.list("formerly", person.formerly().stream().map(Values::text).toList());
        return out.done();
    }
}
