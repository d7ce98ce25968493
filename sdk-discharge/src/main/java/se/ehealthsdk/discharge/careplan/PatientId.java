package se.ehealthsdk.discharge.careplan;

import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.identifier.Samordningsnummer;

/**
 * The patient as the contract identifies one: an identifier, and the OID of its kind.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, {@code PersonIdType}.
 *
 * @param id twelve characters without separator for a personnummer or samordningsnummer; as it came
 * @param type the OID; as it came
 */
public record PatientId(String id, String type) {

    /** The kind of an identifier that has no OID of its own: the source system's HSA-id and its local number. */
    public static final String LOCAL = "1.2.752.129.2.1.2.1";

    /** A personnummer, a samordningsnummer, or a reserve number with the OID of its issuer. */
    public static PatientId of(PersonId person) {
        return new PatientId(person.value(), person.oid());
    }

    /**
     * A number of a source system whose series has no OID.
     *
     * @param sourceSystem the system; its HSA-id is written before the number
     * @param number as the system has it
     */
    public static PatientId local(HsaId sourceSystem, String number) {
        return new PatientId(sourceSystem.value() + number, LOCAL);
    }

    /** The same as a typed number; empty when it is none, as a {@link #LOCAL} one. */
    public Optional<PersonId> person() {
        return type.strip().equals(LOCAL) ? Optional.empty() : PersonId.tryParse(type, id);
    }

    /** Whether it is of a kind that engagement index and aggregating services know. */
    public boolean isNational() {
        return type.strip().equals(Personnummer.OID) || type.strip().equals(Samordningsnummer.OID);
    }

    /** Whether it is the same number, however it is written: producers write hyphens, and small letters. */
    boolean isSameAs(PatientId other) {
        return compact(id).equals(compact(other.id))
                && (type.strip().equals(other.type.strip()) || isNational() && other.isNational());
    }

    private static String compact(String id) {
        return id.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** The kind, never the number. */
    @Override
    public String toString() {
        return "PatientId[" + type + "]";
    }
}
