package se.ehealthsdk.hsa.contactcard;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.Readiness;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/**
 * What {@link ContactCardCheck} found about a unit's contact card. {@code READY} means that the unit is shown on 1177 as far
 * as HSA tells.
 *
 * @param unit the unit's HSA-id
 * @param findings what is not as it should be, the most serious first
 * @param notFoundOut what could not be found out
 */
public record CardReadiness(
        HsaId unit, List<ReadinessFinding> findings, List<NotFoundOut> notFoundOut)
        implements Readiness {

    /** Copies the lists. */
    public CardReadiness {
        findings = List.copyOf(findings);
        notFoundOut = List.copyOf(notFoundOut);
    }

    /** The unit's contact card. */
    @Override
    public String subject() {
        return "contact card of " + unit;
    }
}
