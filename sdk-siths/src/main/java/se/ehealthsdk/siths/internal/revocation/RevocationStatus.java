package se.ehealthsdk.siths.internal.revocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a certificate's revocation. Immutable. */
public sealed interface RevocationStatus {

    /**
     * Not revoked.
     *
     * @param source who says so and as of when, in words
     * @param keptSince the issuer still answers for certificates that expired at this time or later; null
     *     when it does not say
     */
    record Good(String source, @Nullable Instant keptSince) implements RevocationStatus {}

    /**
     * Revoked.
     *
     * @param source who says so and as of when, in words
     * @param time since when; the time of the key's compromise when that is earlier and known
     * @param reason why
     */
    record Revoked(String source, Instant time, Reason reason) implements RevocationStatus {}

    /**
     * The issuer's OCSP service does not know the certificate.
     *
     * @param source who says so and as of when, in words
     */
    record Unknown(String source) implements RevocationStatus {}

    /**
     * It could not be found out.
     *
     * @param why each way that was tried, and what went wrong
     * @param remedy what to do
     */
    record Undetermined(String why, String remedy) implements RevocationStatus {}

    /** Why a certificate was revoked. Source: RFC 5280 section 5.3.1. */
    enum Reason {
        UNSPECIFIED("no reason given", false),
        KEY_COMPROMISE("the key is no longer its holder's alone", true),
        CA_COMPROMISE("the key of a certificate authority is no longer its own", true),
        AFFILIATION_CHANGED("the holder has moved or changed name", false),
        SUPERSEDED("replaced by another certificate", false),
        CESSATION_OF_OPERATION("no longer needed", false),
        CERTIFICATE_HOLD("blocked for now", false),
        REMOVED_FROM_LIST("removed from the list", false),
        PRIVILEGE_WITHDRAWN("its rights were withdrawn", false),
        AA_COMPROMISE("the key of an attribute authority is no longer its own", true),
        OTHER("a reason that RFC 5280 does not have", true);

        private final String text;
        private final boolean backwards;

        Reason(String text, boolean backwards) {
            this.text = text;
            this.backwards = backwards;
        }

        /** In words. */
        public String text() {
            return text;
        }

        /** Whether nothing made with the key can be trusted, however early it says that it was made. */
        public boolean reachesBackwards() {
            return backwards;
        }

        /** Of the code in an answer or a list. */
        static Reason of(int code) {
            return switch (code) {
                case 0 -> UNSPECIFIED;
                case 1 -> KEY_COMPROMISE;
                case 2 -> CA_COMPROMISE;
                case 3 -> AFFILIATION_CHANGED;
                case 4 -> SUPERSEDED;
                case 5 -> CESSATION_OF_OPERATION;
                case 6 -> CERTIFICATE_HOLD;
                case 8 -> REMOVED_FROM_LIST;
                case 9 -> PRIVILEGE_WITHDRAWN;
                case 10 -> AA_COMPROMISE;
                default -> OTHER;
            };
        }
    }
}
