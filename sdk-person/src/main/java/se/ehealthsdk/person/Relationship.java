package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Somebody whom a person is related to: a spouse, a parent, a child, a guardian.
 *
 * <p>Source: {@code RelationshipType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param identity who it is
 * @param birthDate when they were born, where they have no number
 * @param type Skatteverket's code of the relation
 * @param from since when
 * @param to until when
 * @param name their name
 * @param deregistration that they are no longer registered
 * @param status the code of its status
 */
public record Relationship(
        Optional<Identity> identity,
        Optional<PartialDate> birthDate,
        String type,
        Optional<PartialDate> from,
        Optional<PartialDate> to,
        Optional<PersonName> name,
        Optional<Deregistration> deregistration,
        Optional<String> status) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Relationship[...]";
    }
}
