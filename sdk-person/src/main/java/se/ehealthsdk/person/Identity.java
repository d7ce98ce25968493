package se.ehealthsdk.person;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * An identity as the service tells it, kept as it is written even where it breaks the rules of its kind: a person's
 * number, or an HSA-id.
 *
 * <p>Source: {@code IIType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param root the OID of the kind of identity
 * @param extension the number, empty when there is none; not for logs
 */
public record Identity(String root, String extension) {

    /** The identity of a person. */
    public static Identity of(PersonId person) {
        return new Identity(person.oid(), person.value());
    }

    /** The identity of a unit or an employee. */
    public static Identity of(HsaId hsaId) {
        return new Identity(HsaId.OID, hsaId.value());
    }

    /** The identity as one of a person that has been checked; empty if it breaks the rules of its kind. */
    public Optional<PersonId> personId() {
        return root.strip().equals(HsaId.OID)
                ? Optional.empty()
                : PersonId.tryParse(root, extension);
    }

    /** Whether it is the same number, however it is written. */
    boolean isSameAs(Identity other) {
        return equals(other) || personId().isPresent() && personId().equals(other.personId());
    }

    /** The year of birth at most. */
    @Override
    public String toString() {
        return "Identity[" + personId().map(PersonId::toString).orElse("...") + "]";
    }
}
