package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Who changed something, and when.
 *
 * <p>Source: {@code ActorType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param id who: as a rule an HSA-id
 * @param organisation for which organisation
 * @param updated when
 */
public record Actor(Identity id, Optional<Identity> organisation, Optional<ServiceTime> updated) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Actor[...]";
    }
}
