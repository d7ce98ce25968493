package se.ehealthsdk.discharge;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.internal.text.Wordings;

/**
 * Why an event is not taken into a case. Holds no personal data.
 *
 * @param rule the rule that refuses
 * @param reason which of the rule's reasons, as {@code meeting_before_call}; stable, for programs
 * @param party who may not send or receive it; empty where the reason is another
 */
public record Refusal(Rule rule, String reason, Optional<CareParty> party) {

    private static final Wordings TEXTS = Wordings.beside(Refusal.class, "refusals");

    Refusal(Rule rule, String reason) {
        this(rule, reason, Optional.empty());
    }

    Refusal(Rule rule, String reason, CareParty party) {
        this(rule, reason, Optional.of(party));
    }

    /** One sentence, in English. */
    public String explanation() {
        return explanation(Locale.ENGLISH);
    }

    /** One sentence: in Swedish for {@code sv}, in English for all others. */
    public String explanation(Locale language) {
        Properties texts = TEXTS.in(language);
        String who = party.map(one -> text(texts, "party." + one)).orElse("");
        return text(texts, reason).replace("{party}", who);
    }

    private static String text(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

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
