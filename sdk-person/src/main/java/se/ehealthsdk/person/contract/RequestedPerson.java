package se.ehealthsdk.person.contract;

import java.util.Optional;
import se.ehealthsdk.person.Identity;
import se.ehealthsdk.person.Person;

/**
 * The answer about one of those asked for ({@code RequestedPersonRecordType}).
 *
 * @param requested whom it answers about, as in the request
 * @param person what is known; absent when the person is not
 */
public record RequestedPerson(Identity requested, Optional<Person> person) {

    /** The years of birth at most. */
    @Override
    public String toString() {
        return "RequestedPerson[" + requested + "]";
    }
}
