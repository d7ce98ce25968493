package se.ehealthsdk.discharge.payment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.discharge.policy.LegalReference;

/**
 * One step of the way to a result: what was looked at, what was found, and the paragraph. Holds no personal data.
 */
public final class Step {

    private final String code;
    private final Verdict verdict;
    private final Optional<LegalReference> source;
    private final List<Object> details;

    Step(String code, Verdict verdict, Optional<LegalReference> source, Object... details) {
        this.code = code;
        this.verdict = verdict;
        this.source = source;
        this.details = List.of(details);
    }

    /** What was found. */
    public enum Verdict {
        /** A condition is met. */
        MET,
        /** A condition is not met. */
        NOT_MET,
        /** It changes nothing here, and somebody should see it. */
        REMARK,
        /** A part of the reckoning. */
        RECKONING
    }

    /** What the step is about, as a stable name, for example {@code onset.late}. */
    public String code() {
        return code;
    }

    /** What was found. */
    public Verdict verdict() {
        return verdict;
    }

    /** Where the rule comes from; empty for plain reckoning. */
    public Optional<LegalReference> source() {
        return source;
    }

    /**
     * The step as a sentence, with its paragraph.
     *
     * @param language Swedish for {@code sv}, English for all others
     */
    public String text(Locale language) {
        String sentence = Texts.in(language).sentence(code, details);
        return source.map(law -> sentence + " (" + law + ")").orElse(sentence);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step that
                && code.equals(that.code)
                && verdict == that.verdict
                && source.equals(that.source)
                && details.equals(that.details);
    }

    @Override
    public int hashCode() {
        return 31 * code.hashCode() + details.hashCode();
    }

    /** The sentence in English. */
    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
