package se.ehealthsdk.hsa.contract;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks whether a unit lies within any of some sectors: parts of an organisation that someone administers,
 * each named by the unit at its top.
 *
 * <p>Source: {@code IsUnitWithinSector} 1.0 of {@code infrastructure:directory:organization}.
 *
 * @param unit the unit
 * @param sectors the sectors, at least one
 * @param scope where in the directory to look
 */
public record IsUnitWithinSector(HsaId unit, List<HsaId> sectors, SearchScope scope) {

    /**
     * @throws InvalidInputException if there is no sector; nothing was sent
     */
    public IsUnitWithinSector {
        sectors = ListUnitsWithinSector.atLeastOne(sectors);
    }

    /** Wherever in the directory they are. */
    public static IsUnitWithinSector of(HsaId unit, HsaId... sectors) {
        return new IsUnitWithinSector(unit, List.of(sectors), SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public IsUnitWithinSector within(SearchScope wanted) {
        return new IsUnitWithinSector(unit, sectors, wanted);
    }
}
