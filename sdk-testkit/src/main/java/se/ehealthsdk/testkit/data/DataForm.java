package se.ehealthsdk.testkit.data;

import java.util.Map;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.data.Forms;
import se.ehealthsdk.testkit.internal.data.JsonText;
import se.ehealthsdk.testkit.internal.data.Schema;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/**
 * One person, unit, care provider, commission or patient in the form of the data files: written as names and values,
 * and read from JSON. What is written can be read again, and is then equal.
 *
 * <pre>{@code
 * Map<String, Object> doctor = DataForm.write(Persona.DR_LINDGREN);   // name, personId, givenName, posts ...
 * Persona changed = DataForm.readPerson(json);
 * }</pre>
 *
 * <p>Written values are {@code String}, {@code Boolean}, {@code Integer}, {@code List} and {@code Map} in the order of
 * the form; what is empty or as it is when nothing is said is left out. References to other things (a unit's care
 * provider, a post's commissions) are not followed here.
 */
public final class DataForm {

    private DataForm() {}

    /** A person who works in health care. Personal data. */
    public static Map<String, Object> write(Persona person) {
        return Forms.write(person);
    }

    /** A unit. */
    public static Map<String, Object> write(DirectoryUnit unit) {
        return Forms.write(unit);
    }

    /** A care provider. */
    public static Map<String, Object> write(CareProvider provider) {
        return Forms.write(provider);
    }

    /** A commission. */
    public static Map<String, Object> write(DirectoryCommission commission) {
        return Forms.write(commission);
    }

    /** Somebody in the person data service. Personal data. */
    public static Map<String, Object> write(RegisteredPerson patient) {
        return Forms.write(patient);
    }

    /**
     * A person who works in health care.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static Persona readPerson(String json) {
        return Forms.person(json);
    }

    /**
     * A unit.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static DirectoryUnit readUnit(String json) {
        return Forms.unit(json);
    }

    /**
     * A care provider.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static CareProvider readCareProvider(String json) {
        return Forms.careProvider(json);
    }

    /**
     * A commission.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static DirectoryCommission readCommission(String json) {
        return Forms.commission(json);
    }

    /**
     * Somebody in the person data service.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static RegisteredPerson readPatient(String json) {
        return Forms.patient(json);
    }

    /** The JSON Schema (draft 7) of the data files: as in {@code docs/schemas/testkit-data.schema.json}. */
    public static String schema() {
        return JsonText.write(Schema.ofFile());
    }
}
