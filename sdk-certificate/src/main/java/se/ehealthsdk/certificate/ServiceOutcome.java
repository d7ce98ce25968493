package se.ehealthsdk.certificate;

import java.util.Optional;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.RejectedException;

/**
 * What came of a call that changes something. The services answer nearly everything with HTTP 200 and a result block,
 * where the same error id means different things in different calls: {@link #kind()} says what it means in this one.
 *
 * <pre>{@code
 * ServiceOutcome outcome = certificates.register(intyg);
 * switch (outcome.kind()) {
 *     case DONE, ALREADY_DONE -> next();
 *     case DONE_WITH_NOTICE -> show(outcome.textToShow());
 *     case REFUSED -> report(outcome.mendedBy(), outcome.meaning(), outcome.textToShow());
 *     case NOT_YET, TRY_LATER, UNCLEAR -> later();
 * }
 * }</pre>
 *
 * <p>Where nobody branches, {@link #orThrow()} makes a failure of whatever was not done.
 *
 * @param kind what it means for the caller
 * @param mendedBy who can mend what was refused; empty if nobody can, or nothing has to be mended
 * @param meaning the same in a sentence for a support desk; no personal data
 * @param result the result block, as it came
 * @param call which call; safe to log
 */
public record ServiceOutcome(
        Kind kind, Optional<Mender> mendedBy, String meaning, Result result, CallDetails call) {

    /** What an answer means for the caller. */
    public enum Kind {
        /** Done. */
        DONE,
        /** It had been done before, by this or an earlier call. */
        ALREADY_DONE,
        /** Done, and there is something that the user must see: {@link ServiceOutcome#textToShow()}. */
        DONE_WITH_NOTICE,
        /** Not done, and the same call will never be accepted. */
        REFUSED,
        /** Not done: what it is about is not known there yet. Call again in a while. */
        NOT_YET,
        /** Not done for a technical reason, which passes. Call again in a while. */
        TRY_LATER,
        /**
         * Not done, but the answer does not tell whether the call is wrong or the service has trouble. Call again a
         * few times, then let someone look at it.
         */
        UNCLEAR
    }

    /** Who can mend what stood in the way. */
    public enum Mender {
        /** The user who wrote it, or chose the patient. */
        AUTHOR,
        /** Those who build or configure the care system. */
        SYSTEM,
        /** Those who administrate the user's or the unit's post in HSA. */
        HSA_ADMINISTRATOR,
        /** Those who run the service that answered. */
        SERVICE
    }

    /** Whether what was asked for has been done, now or before. */
    public boolean isDone() {
        return kind == Kind.DONE || kind == Kind.ALREADY_DONE || kind == Kind.DONE_WITH_NOTICE;
    }

    /** Whether the same call, unchanged, may be accepted later. */
    public boolean mayBeTriedAgain() {
        return kind == Kind.NOT_YET || kind == Kind.TRY_LATER || kind == Kind.UNCLEAR;
    }

    /** What the service wants the user to see; may hold personal data. */
    public Optional<String> textToShow() {
        return result.text().filter(text -> !text.isBlank());
    }

    /**
     * This outcome, if it is done.
     *
     * @throws RejectedException with code and text of the service if it is not
     */
    public ServiceOutcome orThrow() {
        if (!isDone()) {
            throw new RejectedException(
                    result.errorId().orElse(result.code()), result.text().orElse(""), call);
        }
        return this;
    }

    /** Kind, codes and meaning; never the text of the service. */
    @Override
    public String toString() {
        return "ServiceOutcome[" + kind + ", " + result + ": " + meaning + "]";
    }
}
