package se.ehealthsdk.discharge.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the patient, or who speaks for the patient, has said about sharing information or drawing up a plan.
 *
 * <p>Source: lag (2017:612) 4 kap. 2 §
 *
 * @param scope what was asked
 * @param decision what was said
 * @param givenBy who said it
 * @param validUntil the last day that a consent holds, Swedish date; empty for until it is withdrawn
 * @param refusalReason why not, if told; may be clinical, so not for logistics messages
 */
public record Consent(
        Scope scope,
        Decision decision,
        GivenBy givenBy,
        Optional<LocalDate> validUntil,
        Optional<String> refusalReason)
        implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public Consent {
        TimeRange.checkDay("validUntil", validUntil);
    }

    /** What was asked. */
    public enum Scope {
        /** Sharing information between the parties. */
        SHARING,
        /** Drawing up a coordinated individual plan. */
        SIP
    }

    /** What was said. */
    public enum Decision {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    /** Who said it. */
    public enum GivenBy {
        PATIENT,
        GUARDIAN,
        REPRESENTATIVE
    }

    /** Consent by the patient, until it is withdrawn. */
    public static Consent given(Scope scope) {
        return by(scope, Decision.GIVEN);
    }

    /** The patient said no, and told no reason. */
    public static Consent refused(Scope scope) {
        return by(scope, Decision.REFUSED);
    }

    /** The patient has taken a consent back. */
    public static Consent withdrawn(Scope scope) {
        return by(scope, Decision.WITHDRAWN);
    }

    private static Consent by(Scope scope, Decision decision) {
        return new Consent(scope, decision, GivenBy.PATIENT, Optional.empty(), Optional.empty());
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "Consent[" + scope + " " + decision + "]";
    }

    @Override
    public String kind() {
        return "consent";
    }
}
