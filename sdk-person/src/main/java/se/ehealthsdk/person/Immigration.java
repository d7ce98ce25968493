package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;

/**
 * When and how a person came to Sweden.
 *
 * <p>Source: {@code ImmigrationType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param date when
 * @param rightOfResidence whether it is by right of residence (uppehållsrätt); absent when nothing was said
 * @param foreignIdentities numbers of other Nordic countries
 */
public record Immigration(
        Optional<PartialDate> date,
        Optional<Boolean> rightOfResidence,
        List<ForeignIdentity> foreignIdentities) {

    /** Copies the list. */
    public Immigration {
        foreignIdentities = List.copyOf(foreignIdentities);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Immigration[...]";
    }
}
