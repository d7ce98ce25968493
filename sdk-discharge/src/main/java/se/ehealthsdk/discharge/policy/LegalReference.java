package se.ehealthsdk.discharge.policy;

import java.util.Optional;

/**
 * Where a rule comes from.
 *
 * @param act the law or agreement as it is cited, for example {@code lag (2017:612)}
 * @param paragraph for example {@code 3 kap. 1 §}; empty for an agreement without numbers
 * @param confidence how sure we are of it
 */
public record LegalReference(String act, Optional<String> paragraph, Confidence confidence) {

    /** How sure we are of what is cited. */
    public enum Confidence {
        /** Read in the official text. */
        OFFICIAL,
        /** Read in an official page or manual. */
        SECONDARY,
        /** One weak source, or our own reading. */
        INFERRED
    }

    /** As it is cited, {@code 3 kap. 1 § lag (2017:612)}. */
    @Override
    public String toString() {
        return paragraph.map(text -> text + " ").orElse("") + act;
    }
}
