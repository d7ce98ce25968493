package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The producer understood the call and refused it: a logical error, sent in an ordinary answer
 * ({@code resultCode} ERROR). RIV-TA asks that {@link #resultText()} is shown to the user.
 */
public final class RejectedException extends EHealthException {

    private final String resultCode;
    private final String resultText;

    /**
     * @param resultCode the result code or error id of the contract
     * @param resultText the producer's text, to be shown to the user; may be empty
     * @param details which call
     */
    public RejectedException(String resultCode, String resultText, @Nullable CallDetails details) {
        super(
                "The service producer refused the call (" + shown(resultCode) + ")",
                "Show resultText() to the user, who can correct what it says and try again.",
                details,
                null);
        this.resultCode = resultCode;
        this.resultText = resultText;
    }

    /** The result code or error id, for example {@code ERROR}. */
    public String resultCode() {
        return resultCode;
    }

    /** The producer's text for the user; may hold personal data, may be empty. */
    public String resultText() {
        return resultText;
    }

    @Override
    public Outcome outcome() {
        return Outcome.ANSWERED;
    }
}
