package se.ehealthsdk.person.contract;

import java.util.List;
import se.ehealthsdk.person.Identity;
import se.ehealthsdk.person.LookupProfile;

/**
 * The request of GetPersonsForProfile 5.0.
 *
 * @param persons who is asked for, 1 to 500; as they were written, so that a faulty one can be answered too
 * @param profile how much to tell
 * @param ignoreReferredIdentity whether to answer about the very number, also when it refers to another
 */
public record GetPersonsForProfile(
        List<Identity> persons, LookupProfile profile, boolean ignoreReferredIdentity) {

    /** The most that the service takes in one call. */
    public static final int MAX_PERSONS = 500;

    /** Copies the list. */
    public GetPersonsForProfile {
        persons = List.copyOf(persons);
    }

    /** How many are asked for, and the profile; nobody's number. */
    @Override
    public String toString() {
        return "GetPersonsForProfile[" + persons.size() + " persons, " + profile + "]";
    }
}
