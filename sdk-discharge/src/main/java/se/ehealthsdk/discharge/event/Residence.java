package se.ehealthsdk.discharge.event;

import java.util.Optional;
import se.ehealthsdk.core.identifier.MunicipalityCode;

/**
 * Which municipality answers for the patient.
 *
 * @param registered where the patient is registered (folkbokförd); empty when not known, or not registered in Sweden
 * @param placedBy the municipality that has placed the patient in another one, and then pays regardless of registration
 */
public record Residence(
        Optional<MunicipalityCode> registered, Optional<MunicipalityCode> placedBy) {

    /** Nothing is known. */
    public static final Residence UNKNOWN = new Residence(Optional.empty(), Optional.empty());

    /** Registered in a municipality, and not placed by another. */
    public static Residence in(MunicipalityCode registered) {
        return new Residence(Optional.of(registered), Optional.empty());
    }

    /** The municipality that pays: the placing one, else where the patient is registered. Source: 5 kap. 1-2 §§. */
    public Optional<MunicipalityCode> liable() {
        return placedBy.or(() -> registered);
    }
}
