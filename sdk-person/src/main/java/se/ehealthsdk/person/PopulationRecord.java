package se.ehealthsdk.person;

import java.time.Instant;
import java.util.Optional;

/**
 * Skatteverket's record behind what is told (folkbokföringspost).
 *
 * <p>Source: {@code PopulationRegistrationRecordType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param synchronised when the service last took it over
 * @param notification what the latest notification was about
 * @param history how it was before; profile P5
 */
public record PopulationRecord(
        Optional<Instant> synchronised,
        Optional<NotificationCase> notification,
        Optional<History> history) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "PopulationRecord[...]";
    }
}
