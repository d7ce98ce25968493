package se.ehealthsdk.person;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.PersonId;

/** Where persons are had from: the seam between what is asked and how it travels. */
interface PersonSource {

    /** A value for each of those asked for, or an exception. */
    Map<PersonId, Optional<Person>> persons(
            Set<PersonId> ids, LookupProfile profile, boolean ignoreReferredIdentity);
}
