package se.ehealthsdk.hsa.readiness;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * One thing that is not as a national service needs it, in the directory or around it.
 *
 * @param code a word for programs, as {@code UNIT_MAIL_MISSING}
 * @param severity how much it matters
 * @param about the HSA-id of the post in HSA that it is about
 * @param attribute the attribute of HSA that it is about, as {@code route}; empty if it is about none, or several
 * @param wrong what is wrong
 * @param right what would be right, where that is more than the opposite
 * @param mender who mends it
 * @param where where it is mended
 * @param consequence what happens while it is not
 * @param source the rule that says so, where it has a name of its own
 */
public record ReadinessFinding(
        String code,
        Severity severity,
        HsaId about,
        Optional<String> attribute,
        String wrong,
        Optional<String> right,
        String mender,
        String where,
        String consequence,
        Optional<String> source) {

    /** How much a finding matters. */
    public enum Severity {

        /** The work cannot begin, or is not allowed to. */
        BLOCKS,

        /** It works, but less than it should, or with something to fill in by hand each time. */
        LIMITS,

        /** Nothing is broken, but it could be better, or should be looked at by someone. */
        HINTS
    }

    /** One line for a support desk. */
    @Override
    public String toString() {
        return "%s %s (%s%s): %s.%s Mended by %s, in %s. Otherwise: %s.%s"
                .formatted(
                        severity,
                        code,
                        about,
                        attribute.map(name -> ", " + name).orElse(""),
                        wrong,
                        right.map(text -> " Right: " + text + ".").orElse(""),
                        mender,
                        where,
                        consequence,
                        source.map(text -> " Source: " + text + ".").orElse(""));
    }
}
