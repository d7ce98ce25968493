package se.ehealthsdk.hsa.supportandtreatment;

import java.time.Instant;
import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.Readiness;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/**
 * Whether a unit and those who work there can begin in Stöd och behandling, and what is to be mended where not. HSA tells a
 * part; what it does not tell and the caller has not said is in {@link #notFoundOut}, never assumed.
 *
 * <pre>{@code
 * SupportAndTreatmentReadiness readiness = SupportAndTreatmentReadiness.check(facts, clock.instant());
 * readiness.findings().forEach(finding -> show(finding.source(), finding.wrong(), finding.mender()));
 * }</pre>
 *
 * <p>Each finding names its rule, SOB-01 to SOB-13. What is decided for a resident, a programme or a meeting when it happens
 * (SOB-06 in part, SOB-11, SOB-12) is not judged here.
 *
 * <p>Source: Inera's page on Stöd och behandling, March 2019.
 *
 * @param unit the unit's HSA-id
 * @param findings what is not as it should be, the most serious first
 * @param notFoundOut what could not be found out; never a sign that something is missing
 */
public record SupportAndTreatmentReadiness(
        HsaId unit, List<ReadinessFinding> findings, List<NotFoundOut> notFoundOut)
        implements Readiness {

    /** Copies the lists. */
    public SupportAndTreatmentReadiness {
        findings = List.copyOf(findings);
        notFoundOut = List.copyOf(notFoundOut);
    }

    /**
     * What follows from what is known. Calls nobody.
     *
     * @param at the moment that units and commissions are judged for
     */
    public static SupportAndTreatmentReadiness check(SupportAndTreatmentFacts facts, Instant at) {
        return new SupportAndTreatmentCheck(facts, at).result();
    }

    /** The unit. */
    @Override
    public String subject() {
        return "Stöd och behandling at " + unit;
    }
}
