package se.ehealthsdk.hsa.contract;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.UnitProfile;

/**
 * Asks for everything about a unit.
 *
 * <p>Source: {@code GetUnit} 5.0 and 4.1 of {@code infrastructure:directory:organization}.
 *
 * @param unit the unit
 * @param scope where in the directory to look
 * @param profiles how much to tell, added together; {@link UnitProfile#ALL} if empty
 */
public record GetUnit(HsaId unit, SearchScope scope, List<UnitProfile> profiles) {

    /** Copies the list. */
    public GetUnit {
        profiles = List.copyOf(profiles);
    }

    /** Everything about a unit, wherever in the directory it is. */
    public static GetUnit of(HsaId unit) {
        return new GetUnit(unit, SearchScope.ALL, List.of());
    }

    /** The same request, looking here in the directory. */
    public GetUnit within(SearchScope wanted) {
        return new GetUnit(unit, wanted, profiles);
    }

    /** The same request with these profiles. */
    public GetUnit profiles(UnitProfile... wanted) {
        return new GetUnit(unit, scope, List.of(wanted));
    }
}
