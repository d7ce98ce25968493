package se.ehealthsdk.discharge.careplan;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A unit that takes part in a plan ({@code IIType}).
 *
 * @param root the OID of the kind of identifier, {@link HsaId#OID} for an HSA-id; as it came
 * @param extension the identifier; as it came
 */
public record ParticipatingUnit(String root, Optional<String> extension) {

    /** A unit by its HSA-id. */
    public static ParticipatingUnit of(HsaId unit) {
        return new ParticipatingUnit(HsaId.OID, Optional.of(unit.value()));
    }
}
