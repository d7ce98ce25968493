package se.ehealthsdk.discharge.event;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;

/**
 * A unit that takes part in a case. Two are equal when party and unit are.
 *
 * @param party which of the four parties it acts for
 * @param unit its HSA-id
 * @param name its name, for people; may be blank
 * @param municipality of a municipality's unit; empty for others, or when not known
 */
public record Participant(
        CareParty party, HsaId unit, String name, Optional<MunicipalityCode> municipality) {

    /** A unit without name and municipality. */
    public static Participant of(CareParty party, HsaId unit) {
        return new Participant(party, unit, "", Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Participant that && party == that.party && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return 31 * party.hashCode() + unit.hashCode();
    }

    /** Party and HSA-id. */
    @Override
    public String toString() {
        return party + " " + unit;
    }
}
