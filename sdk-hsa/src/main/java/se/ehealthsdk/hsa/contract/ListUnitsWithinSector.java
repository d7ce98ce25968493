package se.ehealthsdk.hsa.contract;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks which units lie within some sectors: parts of an organisation that someone administers, each named
 * by the unit at its top.
 *
 * <p>Source: {@code ListUnitsWithinSector} 1.0 of {@code infrastructure:directory:organization}.
 *
 * @param sectors the sectors, at least one
 * @param scope where in the directory to look
 */
public record ListUnitsWithinSector(List<HsaId> sectors, SearchScope scope) {

    /**
     * @throws InvalidInputException if there is no sector; nothing was sent
     */
    public ListUnitsWithinSector {
        sectors = atLeastOne(sectors);
    }

    static List<HsaId> atLeastOne(List<HsaId> sectors) {
        if (sectors.isEmpty()) {
            throw new InvalidInputException("sectors", "are none", "at least one HSA-id");
        }
        return List.copyOf(sectors);
    }

    /** Wherever in the directory they are. */
    public static ListUnitsWithinSector of(HsaId... sectors) {
        return new ListUnitsWithinSector(List.of(sectors), SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public ListUnitsWithinSector within(SearchScope wanted) {
        return new ListUnitsWithinSector(sectors, wanted);
    }
}
