package se.ehealthsdk.audit.access;

import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A personal identity as ehr:patientrelationship 1.0 carries it: at most twelve characters, without the
 * OID that tells of which kind it is.
 *
 * <p>A reserve number that is not national cannot be told apart from those of other issuers: {@link
 * #id()} is empty for it. {@code toString()} does not show the number.
 *
 * @param value the number
 */
public record UntypedPersonId(String value) {

    /** The number of an identity, which loses its kind. */
    public static UntypedPersonId of(PersonId person) {
        return new UntypedPersonId(person.value());
    }

    /** The identity, where the number tells its kind. */
    public Optional<PersonId> id() {
        return PersonId.tryParse(value);
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "UntypedPersonId";
    }
}
