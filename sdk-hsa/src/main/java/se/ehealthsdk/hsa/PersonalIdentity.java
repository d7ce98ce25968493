package se.ehealthsdk.hsa;

import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A person's identity as HSA tells it, kept as it is written even where it breaks the rules of its kind.
 *
 * <p>Source: {@code IIType} of {@code infrastructure:directory:authorizationmanagement:2.1}.
 *
 * @param root the OID of the kind of identity
 * @param extension the number; not for logs
 */
public record PersonalIdentity(String root, String extension) {

    /** The identity of a person. */
    public static PersonalIdentity of(PersonId person) {
        return new PersonalIdentity(person.oid(), person.value());
    }

    /** The identity as one that has been checked; empty if it breaks the rules of its kind. */
    public Optional<PersonId> personId() {
        return PersonId.tryParse(root, extension);
    }

    /** The year of birth at most. */
    @Override
    public String toString() {
        return "PersonalIdentity[" + personId().map(PersonId::toString).orElse("...") + "]";
    }
}
