package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.discharge.policy.FallbackTerms.PaperReason;

/**
 * How a message goes, and why.
 *
 * @param channel by system or on paper
 * @param reasons what allows paper; empty when nothing does
 * @param paperFrom when paper is allowed if the system is still down then; empty unless it has been down for too short a
 *     time
 * @param steps what to do, in this order
 * @param swedish why, one sentence in Swedish, without personal data
 * @param english the same in English
 */
public record FallbackDecision(
        Channel channel,
        Set<PaperReason> reasons,
        Optional<Instant> paperFrom,
        List<Step> steps,
        String swedish,
        String english) {

    public FallbackDecision {
        reasons = Set.copyOf(reasons);
        steps = List.copyOf(steps);
    }

    /** How a message goes. */
    public enum Channel {
        /** In the system, which has to be used. */
        DIGITAL,
        /** On paper, in its place. */
        PAPER
    }

    /** Something to do. */
    public enum Step {
        /** Send it in the system. */
        SEND_IN_SYSTEM,
        /** Wait for the system, until {@link FallbackDecision#paperFrom()} at most. */
        WAIT_FOR_SYSTEM,
        /** Telephone the recipient, so that the paper is looked for. */
        TELEPHONE,
        /** Fill in the stored form and send it by fax or messenger. */
        SEND_FORM,
        /** Put it on the list of what is entered when the system is back. */
        ENTER_AFTERWARDS
    }

    /**
     * Goes on when paper is allowed.
     *
     * @throws PaperRefusedException when it is not
     */
    public void requirePaper() {
        if (channel != Channel.PAPER) {
            throw new PaperRefusedException(english);
        }
    }
}
