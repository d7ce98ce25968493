package se.ehealthsdk.discharge.careplan;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The unit where a professional works ({@code OrgUnitType}).
 *
 * @param hsaId its HSA-id; as it came
 * @param name its name
 * @param telephone its telephone number
 * @param email its e-mail address
 * @param address its postal address
 * @param location where it is
 */
public record OrgUnit(
        Optional<String> hsaId,
        Optional<String> name,
        Optional<String> telephone,
        Optional<String> email,
        Optional<String> address,
        Optional<String> location) {

    /** A unit with id and name. */
    public static OrgUnit of(HsaId hsaId, String name) {
        return new OrgUnit(
                Optional.of(hsaId.value()),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
