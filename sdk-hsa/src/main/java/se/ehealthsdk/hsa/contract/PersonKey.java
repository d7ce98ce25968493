package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Which person is asked for: by HSA-id or by personal identity number. The contracts take exactly one of
 * them, so a request holds one of these.
 */
public sealed interface PersonKey {

    /** The person by HSA-id: at most one post. */
    static PersonKey of(HsaId hsaId) {
        return new ByHsaId(hsaId);
    }

    /** The person by personal identity number: a post for each of the person's HSA-ids. */
    static PersonKey of(PersonId personId) {
        return new ByPersonId(personId);
    }

    /**
     * By HSA-id ({@code personHsaId}).
     *
     * @param hsaId the person's HSA-id
     */
    record ByHsaId(HsaId hsaId) implements PersonKey {}

    /**
     * By personal identity number ({@code personalIdentityNumber}), sent without separator.
     *
     * @param personId the person
     */
    record ByPersonId(PersonId personId) implements PersonKey {}
}
