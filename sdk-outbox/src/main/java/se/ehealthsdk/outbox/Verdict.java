package se.ehealthsdk.outbox;

import java.time.Duration;
import java.util.Optional;

/** What a receiver's call led to. */
public sealed interface Verdict {

    /**
     * The receiver has all of the items.
     *
     * @param note what it said beside; may be empty
     */
    record Accepted(String note) implements Verdict {}

    /**
     * The receiver answered that it refuses the call: one of its items is not acceptable, or it has one of
     * them already. It stored nothing in <em>this</em> attempt; a platform between may have made another.
     *
     * @param why what the answer says of the cause
     * @param reason code and text of the answer, kept with what is parked; never logged
     */
    record Refused(Cause why, String reason) implements Verdict {
        @Override
        public String toString() {
            return "Refused[" + why + "]";
        }
    }

    /** What a refusal says of its cause. */
    enum Cause {
        /** The answer says that the receiver has the item already. */
        DUPLICATE,
        /** The answer names another cause, and a second attempt by a platform between can be excluded. */
        OTHER,
        /** It does not say. */
        UNCLEAR
    }

    /**
     * No answer that counts, for a reason that may pass.
     *
     * @param mayBePerformed whether the receiver may have stored the items
     * @param reason what happened, without personal data; it is logged
     * @param retryAfter when the receiver asked to be called again, if it did
     */
    record Failed(boolean mayBePerformed, String reason, Optional<Duration> retryAfter)
            implements Verdict {}

    /**
     * Nothing was stored, and nothing will be until someone acts: access denied, no route, a certificate
     * that has expired.
     *
     * @param reason what happened, without personal data; it is logged
     * @param remedy what to do
     */
    record Blocked(String reason, String remedy) implements Verdict {}
}
