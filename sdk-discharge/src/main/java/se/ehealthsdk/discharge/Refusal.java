package se.ehealthsdk.discharge;

/**
 * Why an event is not taken into a case.
 *
 * @param rule the rule that refuses
 * @param explanation one sentence, in English, without personal data
 */
public record Refusal(Rule rule, String explanation) {

    /** The rules that an event is held against. */
    public enum Rule {
        /** It is about another patient. */
        ANOTHER_PATIENT,
        /** It belongs to another case. */
        ANOTHER_CASE,
        /** An event with its id is there already. */
        DUPLICATE,
        /** It says that it happened, was recorded or was sent later than now. */
        FROM_THE_FUTURE,
        /** Its times contradict one another, or those of what it is about. */
        TIMES_CONTRADICT,
        /** The sender's party may not send it, or may not send it to these. */
        NO_RIGHT,
        /** The case is not in a phase where it can come. */
        OUT_OF_ORDER,
        /** It is about an event that the case does not have, that is voided, or that it cannot be about. */
        NO_SUCH_EVENT,
        /** Only the latest event of its kind that holds can be voided. */
        NOT_THE_LATEST,
        /** A correction has to be of the same kind, and of the sender's own event. */
        NOT_A_CORRECTION
    }
}
