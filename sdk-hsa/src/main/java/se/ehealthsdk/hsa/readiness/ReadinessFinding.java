package se.ehealthsdk.hsa.readiness;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * One thing in the directory that is not as a national service needs it.
 *
 * @param code a word for programs, as {@code UNIT_MAIL_MISSING}
 * @param severity how much it matters
 * @param about the HSA-id of the post in HSA that it is about
 * @param wrong what is wrong
 * @param mender who mends it
 * @param where where it is mended
 * @param consequence what happens while it is not
 */
public record ReadinessFinding(
        String code,
        Severity severity,
        HsaId about,
        String wrong,
        String mender,
        String where,
        String consequence) {

    /** How much a finding matters. */
    public enum Severity {

        /** The work cannot begin, or is not allowed to. */
        BLOCKS,

        /** It works, but less than it should, or with something to fill in by hand each time. */
        LIMITS
    }

    /** One line for a support desk. */
    @Override
    public String toString() {
        return "%s %s (%s): %s. Mended by %s, in %s. Otherwise: %s."
                .formatted(severity, code, about, wrong, mender, where, consequence);
    }
}
