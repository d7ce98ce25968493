package se.ehealthsdk.discharge.content;

import java.util.List;
import se.ehealthsdk.discharge.policy.LegalReference;

/**
 * Something in a message that is not as a rule asks. Holds no personal data and nothing of what the message says.
 *
 * @param rule the rule's id, for example {@code admission-notice.name}; does not change between versions
 * @param weight whether the rule is broken
 * @param problem what is wrong, one sentence in English
 * @param expected what would be right
 * @param choices the ways out where somebody has to decide between rules that pull apart; else empty
 * @param source where the rule comes from
 */
public record Finding(
        String rule,
        Weight weight,
        String problem,
        String expected,
        List<String> choices,
        LegalReference source) {

    public Finding {
        choices = List.copyOf(choices);
    }

    /** How much it weighs. */
    public enum Weight {
        /** The rule is broken. */
        BROKEN,
        /** Somebody has to decide. */
        DECISION,
        /** Worth knowing; the message can be right. */
        REMARK
    }
}
