package se.ehealthsdk.outbox;

import java.time.Duration;
import java.util.Optional;

/** What a receiver's call led to. */
public sealed interface Verdict {

    /**
     * The receiver has all of the items.
     *
     * @param note what it said beside; may be empty. Left out of {@code toString}, since nobody knows what
     *     it holds
     */
    record Accepted(String note) implements Verdict {

        /** The receiver has all of the items and said no more. */
        public Accepted() {
            this("");
        }

        @Override
        public String toString() {
            return "Accepted[]";
        }
    }

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

    /**
     * What a refusal says of its cause. When in doubt, {@link #UNCLEAR}: it costs more calls and may leave
     * items held for someone to look at, but loses nothing. The other two are taken at their word.
     */
    enum Cause {
        /**
         * The answer says that the receiver has an item of the call already. A single item that was refused
         * so is not sent again.
         */
        DUPLICATE,
        /**
         * The answer names another cause that does not pass by itself, so that nothing of this call was
         * stored by an earlier attempt of a platform between either. A single item that was refused so is
         * parked.
         */
        OTHER,
        /**
         * It does not say, but a second attempt of a platform between can be excluded: what was refused had
         * not been stored by this call. A single item that has never been sent before and is refused so is
         * parked; otherwise as {@link #UNCLEAR}.
         */
        FIRST_ATTEMPT,
        /** It does not say. */
        UNCLEAR
    }

    /**
     * No answer that counts, for a reason that may pass. Whatever is not known for certain may have been
     * performed.
     *
     * @param mayBePerformed whether the receiver may have stored the items, or may do so still
     * @param reason what happened, without personal data; it is logged
     * @param retryAfter when the receiver asked to be called again, if it did
     */
    record Failed(boolean mayBePerformed, String reason, Optional<Duration> retryAfter)
            implements Verdict {

        /** A failure after which the receiver did not say when to call again. */
        public Failed(boolean mayBePerformed, String reason) {
            this(mayBePerformed, reason, Optional.empty());
        }
    }

    /**
     * Nothing was stored, and nothing will be until someone acts: access denied, no route, a certificate
     * that has expired.
     *
     * @param reason what happened, without personal data; it is logged
     * @param remedy what to do
     */
    record Blocked(String reason, String remedy) implements Verdict {}
}
