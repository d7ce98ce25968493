package se.ehealthsdk.hsa.webcert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.Readiness;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/**
 * Whether a person can work with certificates in Webcert at a unit, as far as HSA tells, and what is to be mended
 * where it is not so. That the customer has ordered Webcert, and that the unit takes part in it, HSA does not tell.
 *
 * <pre>{@code
 * WebcertReadiness readiness = WebcertReadiness.check(hsa, doctor, unit, Instant.now());
 * readiness.findings().forEach(finding -> show(finding.wrong(), finding.mender(), finding.where()));
 * }</pre>
 *
 * <p>Source: Inera's page on getting started with Webcert, and what Webcert 7.7 demands.
 *
 * @param person the person's HSA-id
 * @param unit the unit's HSA-id
 * @param role the role in Webcert; empty where the answers do not tell it
 * @param findings what is not as it should be, the most serious first
 * @param notFoundOut what could not be found out; never a sign that something is missing
 */
public record WebcertReadiness(
        HsaId person,
        HsaId unit,
        Optional<RoleDecision> role,
        List<ReadinessFinding> findings,
        List<NotFoundOut> notFoundOut)
        implements Readiness {

    /** Copies the lists. */
    public WebcertReadiness {
        findings = List.copyOf(findings);
        notFoundOut = List.copyOf(notFoundOut);
    }

    /**
     * What follows from answers of HSA. Calls nobody.
     *
     * @param at the moment that commissions and units are judged for
     */
    public static WebcertReadiness check(WebcertFacts facts, Instant at) {
        return new ReadinessCheck(facts, at).result();
    }

    /**
     * Asks HSA and judges the answers. Failed calls are in {@link #notFoundOut}, never thrown.
     *
     * @param hsa as {@link WebcertFacts#fetch}
     * @param at the moment that commissions and units are judged for, as a rule now
     */
    public static WebcertReadiness check(HsaClient hsa, HsaId person, HsaId unit, Instant at) {
        return check(WebcertFacts.fetch(hsa, person, unit), at);
    }

    /** Person and unit, and the role on a line of its own. */
    @Override
    public String subject() {
        return person
                + " at "
                + unit
                + role.map(decision -> "\nRole " + decision.reason()).orElse("");
    }
}
