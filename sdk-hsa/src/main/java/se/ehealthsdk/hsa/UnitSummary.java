package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A unit as other answers name it: who it is and whether it holds.
 *
 * @param hsaId the unit's HSA-id
 * @param name the unit's name; empty text if the answer left it out
 * @param publicName the name to show to patients, where the contract has one
 * @param validity from when and until when the unit is in use
 * @param feigned whether the unit is fictitious, made for tests or education
 * @param archived whether the unit has been put in the archive
 */
public record UnitSummary(
        HsaId hsaId,
        String name,
        Optional<String> publicName,
        Validity validity,
        boolean feigned,
        boolean archived) {

    /** A real unit in use, without limits in time. */
    public static UnitSummary of(HsaId hsaId, String name) {
        return new UnitSummary(hsaId, name, Optional.of(name), Validity.ALWAYS, false, false);
    }

    /** Whether the unit is in use at that moment: not archived, started, and not ended. */
    public boolean validAt(Instant when) {
        return !archived && validity.at(when);
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "UnitSummary[" + hsaId + " " + name + "]";
    }
}
