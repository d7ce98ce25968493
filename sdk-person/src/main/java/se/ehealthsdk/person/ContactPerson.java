package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;

/**
 * Whom to turn to about a person (kontaktperson).
 *
 * <p>Source: {@code ContactPersonType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param relationship the code of what they are to the person
 * @param priority whom to try first
 * @param givenName given name
 * @param surname surname
 * @param middleName middle name
 * @param address postal address
 * @param contactPoints ways to reach them
 */
public record ContactPerson(
        String relationship,
        Optional<Integer> priority,
        Optional<String> givenName,
        Optional<String> surname,
        Optional<String> middleName,
        Optional<PostalAddress> address,
        List<ContactPoint> contactPoints) {

    /** Copies the list. */
    public ContactPerson {
        contactPoints = List.copyOf(contactPoints);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "ContactPerson[...]";
    }
}
