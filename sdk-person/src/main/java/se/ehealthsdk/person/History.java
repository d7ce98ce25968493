package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;

/**
 * Where a person has been registered before; profile P5.
 *
 * <p>Source: {@code HistoricalRecordsType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param registrations earlier registrations
 * @param address an earlier address
 */
public record History(List<PopulationRegistration> registrations, Optional<PostalAddress> address) {

    /** Copies the list. */
    public History {
        registrations = List.copyOf(registrations);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "History[...]";
    }
}
