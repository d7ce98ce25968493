package se.ehealthsdk.testkit.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.data.DataFolder;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.data.Tree.Listing;
import se.ehealthsdk.testkit.internal.data.Tree.Mapping;
import se.ehealthsdk.testkit.internal.data.Tree.Named;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/** Everything that can be written down, one by one or as a whole file. */
public final class Forms {

    /** A whole file. */
    static final Form FILE =
            Form.of("file", "people, units and so on for the stand-in national services")
                    .may(
                            "$schema",
                            Kind.Text.ANY,
                            "where the schema is, for editors; not looked at")
                    .may(
                            "replace",
                            new Kind.Flag(),
                            "whether what comes with the testkit is left out; said in one file, it is said for all")
                    .may("careProviders", section(OrganisationForms.CARE_PROVIDER), "vårdgivare")
                    .may(
                            "units",
                            section(UnitForm.FORM),
                            "one with a careProvider is a vårdenhet, one with memberOf a member of a vårdenhet")
                    .may("commissions", section(OrganisationForms.COMMISSION), "medarbetaruppdrag")
                    .may("people", section(PersonForm.FORM), "who work in health care (HSA)")
                    .may("patients", section(PatientForm.FORM), "in the person data service")
                    .build();

    private Forms() {}

    private static Kind section(Form form) {
        return new Kind.Listed(new Kind.Nested(() -> form), 0, 100_000);
    }

    // ---- one ----

    public static Persona person(String json) {
        return one(json, PersonForm.FORM, PersonForm::read);
    }

    public static DirectoryUnit unit(String json) {
        return one(json, UnitForm.FORM, UnitForm::read);
    }

    public static CareProvider careProvider(String json) {
        return one(json, OrganisationForms.CARE_PROVIDER, OrganisationForms::careProvider);
    }

    public static DirectoryCommission commission(String json) {
        return one(json, OrganisationForms.COMMISSION, OrganisationForms::commission);
    }

    public static RegisteredPerson patient(String json) {
        return one(json, PatientForm.FORM, PatientForm::read);
    }

    private static <T> T one(String json, Form form, Function<Entry, T> make) {
        Problems problems = new Problems();
        Optional<Tree> tree = new TreeText("", problems).read(json, true);
        if (tree.isEmpty()) {
            if (problems.count() == 0) {
                problems.add(new Tree.Place("", 1, 1), "", "is empty", form.about());
            }
        } else {
            new Check(problems).check("", tree.get(), form);
        }
        problems.throwIfAny();
        return make.apply(new Entry(tree.orElseThrow()));
    }

    public static Map<String, Object> write(Persona person) {
        return PersonForm.write(person);
    }

    public static Map<String, Object> write(DirectoryUnit unit) {
        return UnitForm.write(unit);
    }

    public static Map<String, Object> write(CareProvider provider) {
        return OrganisationForms.write(provider);
    }

    public static Map<String, Object> write(DirectoryCommission commission) {
        return OrganisationForms.write(commission);
    }

    public static Map<String, Object> write(RegisteredPerson patient) {
        return PatientForm.write(patient);
    }

    // ---- all ----

    public static Map<String, Object> write(DataFolder all) {
        Values.Output out = new Values.Output();
        out.flag("replace", all.replaces());
        out.list("careProviders", all.careProviders().stream().map(Forms::write).toList());
        out.list("units", all.units().stream().map(Forms::write).toList());
        out.list("commissions", all.commissions().stream().map(Forms::write).toList());
        out.list("people", all.people().stream().map(Forms::write).toList());
        out.list("patients", all.patients().stream().map(Forms::write).toList());
        return out.done();
    }

    /** A file that has been found to keep to the form. */
    static DataFolder read(Tree tree) {
        Map<String, List<Tree>> sections = new LinkedHashMap<>();
        for (Named each : ((Mapping) tree).entries()) {
            if (each.value() instanceof Listing list) {
                sections.put(each.name(), list.items());
            }
        }
        return new DataFolder(
                new Entry(tree).flag("replace"),
                all(sections, "careProviders", OrganisationForms::careProvider),
                all(sections, "units", UnitForm::read),
                all(sections, "commissions", OrganisationForms::commission),
                all(sections, "people", PersonForm::read),
                all(sections, "patients", PatientForm::read));
    }

    private static <T> List<T> all(
            Map<String, List<Tree>> sections, String name, Function<Entry, T> make) {
        List<T> all = new ArrayList<>();
        for (Tree each : sections.getOrDefault(name, List.of())) {
            all.add(make.apply(new Entry(each)));
        }
        return all;
    }
}
