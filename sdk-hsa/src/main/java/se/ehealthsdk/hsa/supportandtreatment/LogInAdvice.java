package se.ehealthsdk.hsa.supportandtreatment;

import java.util.Locale;
import java.util.Optional;

/**
 * What to do about an error at log-in whose words do not tell.
 *
 * @param text what to do, in Swedish, for the person who logs in
 */
public record LogInAdvice(String text) {

    private static final int URI_TOO_LONG = 414;
    private static final LogInAdvice INSERT_CARD =
            new LogInAdvice(
                    "SITHS-kortet hittades inte. Stäng webbläsaren, sätt i kortet och försök igen.");

    /**
     * The advice for an error: status 414, or the words {@code Request - URI too long}, mean that the SITHS card was missing.
     *
     * <p>Source: rule SOB-14, Inera's page on Stöd och behandling, March 2019, L13.
     *
     * @param httpStatus the status of the answer; 0 if only its text is known
     * @param message the text that was shown; may be empty
     * @return empty if nothing is known of the error
     */
    public static Optional<LogInAdvice> of(int httpStatus, String message) {
        String letters = message.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        return httpStatus == URI_TOO_LONG || letters.contains("request uri too long")
                ? Optional.of(INSERT_CARD)
                : Optional.empty();
    }
}
