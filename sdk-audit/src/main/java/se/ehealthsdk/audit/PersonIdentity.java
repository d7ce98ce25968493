package se.ehealthsdk.audit;

import java.util.Optional;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A person's identity as the log service carries it: kept as it is written, also where its kind is not known
 * or it breaks the rules of its kind, so that one odd identity does not make a whole report unreadable.
 *
 * <p>Source: {@code IIType} of {@code informationsecurity:auditing:log} 2.0.
 *
 * @param root the OID of the kind of identity, for example {@code 1.2.752.129.2.1.3.1} (personnummer)
 * @param extension the number; not for logs
 */
public record PersonIdentity(String root, Optional<String> extension) {

    /** Removes white space around both; a blank number is none. */
    public PersonIdentity {
        root = RecordRules.token(root);
        extension = extension.map(RecordRules::token).filter(text -> !text.isEmpty());
    }

    /** The identity of a person. */
    public static PersonIdentity of(PersonId person) {
        return new PersonIdentity(person.oid(), Optional.of(person.value()));
    }

    /** The identity as one that has been checked; empty if it is not known or breaks the rules of its kind. */
    public Optional<PersonId> personId() {
        return extension.flatMap(number -> PersonId.tryParse(root, number));
    }

    /** The year of birth at most. */
    @Override
    public String toString() {
        return "PersonIdentity[" + personId().map(PersonId::toString).orElse("...") + "]";
    }
}
