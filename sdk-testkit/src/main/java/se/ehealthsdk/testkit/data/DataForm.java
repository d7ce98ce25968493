package se.ehealthsdk.testkit.data;

import java.util.Map;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
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
        throw new UnsupportedOperationException();
    }

    /** A unit. */
    public static Map<String, Object> write(DirectoryUnit unit) {
        throw new UnsupportedOperationException();
    }

    /** A care provider. */
    public static Map<String, Object> write(CareProvider provider) {
        throw new UnsupportedOperationException();
    }

    /** A commission. */
    public static Map<String, Object> write(DirectoryCommission commission) {
        throw new UnsupportedOperationException();
    }

    /** Somebody in the person data service. Personal data. */
    public static Map<String, Object> write(RegisteredPerson patient) {
        throw new UnsupportedOperationException();
    }

    /**
     * A person who works in health care.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static Persona readPerson(String json) {
        throw new UnsupportedOperationException();
    }

    /**
     * A unit.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static DirectoryUnit readUnit(String json) {
        throw new UnsupportedOperationException();
    }

    /**
     * A care provider.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static CareProvider readCareProvider(String json) {
        throw new UnsupportedOperationException();
    }

    /**
     * A commission.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static DirectoryCommission readCommission(String json) {
        throw new UnsupportedOperationException();
    }

    /**
     * Somebody in the person data service.
     *
     * @throws InvalidDataException if it is no JSON, or not in the form
     */
    public static RegisteredPerson readPatient(String json) {
        throw new UnsupportedOperationException();
    }
}
