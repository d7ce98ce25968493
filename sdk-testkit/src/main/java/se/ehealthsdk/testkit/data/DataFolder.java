package se.ehealthsdk.testkit.data;

import java.nio.file.Path;
import java.util.List;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.data.DataReader;
import se.ehealthsdk.testkit.internal.data.Forms;
import se.ehealthsdk.testkit.internal.data.YamlText;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/**
 * What all files of a folder say together. Immutable.
 *
 * <pre>{@code
 * NationalServices.builder().data(DataFolder.read(Path.of("my-data"))).start();
 * }</pre>
 *
 * @param replaces whether the people, units and so on that come with the testkit are left out; otherwise these are added
 *     to them, in the place of those with the same name, HSA-id or number
 * @param careProviders in the order of the files
 * @param units in the order of the files
 * @param commissions in the order of the files
 * @param people who work in health care, in the order of the files
 * @param patients in the person data service, in the order of the files
 */
public record DataFolder(
        boolean replaces,
        List<CareProvider> careProviders,
        List<DirectoryUnit> units,
        List<DirectoryCommission> commissions,
        List<Persona> people,
        List<RegisteredPerson> patients) {

    /** Copies the lists. */
    public DataFolder {
        careProviders = List.copyOf(careProviders);
        units = List.copyOf(units);
        commissions = List.copyOf(commissions);
        people = List.copyOf(people);
        patients = List.copyOf(patients);
    }

    /**
     * Reads every {@code *.yaml}, {@code *.yml} and {@code *.json} in a folder, in the order of their names; not those in
     * folders below it.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if there is no such folder, or a file in it cannot be read
     * @throws InvalidDataException if something in a file is wrong: all of it, with file, line and field
     */
    public static DataFolder read(Path folder) {
        return DataReader.folder(folder, shipped());
    }

    /**
     * What comes with the testkit: the people, units, care providers and commissions of {@code population.yaml} and the
     * patients of {@code persons.yaml}.
     */
    public static DataFolder shipped() {
        HsaStandIn hsa = HsaStandIn.shipped();
        return new DataFolder(
                true,
                hsa.careProviders(),
                hsa.units(),
                hsa.commissions(),
                hsa.personas(),
                new PersonServiceStandIn(hsa).people());
    }

    /** All of it as one file in YAML, which reads as the same. Personal data. */
    public String toYaml() {
        return YamlText.write(Forms.write(this));
    }

    /** How many of each. */
    @Override
    public String toString() {
        return "DataFolder[careProviders=%d, units=%d, commissions=%d, people=%d, patients=%d]"
                .formatted(
                        careProviders.size(),
                        units.size(),
                        commissions.size(),
                        people.size(),
                        patients.size());
    }
}
