package se.ehealthsdk.core.error;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this SDK throws on purpose.
 *
 * <p>The message says what happened, {@link #remedy()} what to do about it, in words for a support
 * desk, and {@link #details()} which call it was. None of them holds a personal identity number, a
 * name, a secret or the body of a message.
 */
public abstract sealed class EHealthException extends RuntimeException
        permits InvalidInputException,
                ConfigurationException,
                ConnectionException,
                PlatformException,
                ServiceFaultException,
                RejectedException,
                UntrustedException,
                ProtocolException {

    private static final Pattern CODE = Pattern.compile("(?!.*\\d{6})[\\w.:-]{1,64}");

    private final String remedy;
    private final transient @Nullable CallDetails details;

    EHealthException(
            String message,
            String remedy,
            @Nullable CallDetails details,
            @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.details = details;
    }

    /** A code that another party sent, where it looks like one: a message shows no text of others, and no number of a person. */
    static String shown(String code) {
        return CODE.matcher(code).matches() ? code : "a code that is no code";
    }

    /** What to do now, in a sentence or two that a support desk can act on. Never blank. */
    public String remedy() {
        return remedy;
    }

    /** The call that failed; empty when nothing had been sent to anyone. */
    public Optional<CallDetails> details() {
        return Optional.ofNullable(details);
    }

    /**
     * Whether the same call, unchanged, may succeed later. Says nothing about whether repeating it is
     * safe: for that, see {@link #outcome()}.
     */
    public boolean retryable() {
        return false;
    }

    /** What is known about whether the other end carried out the call. */
    public Outcome outcome() {
        return Outcome.NOT_PERFORMED;
    }

    /** The message, and after it the call it was about when there was one. */
    @Override
    public String toString() {
        String text = getClass().getSimpleName() + ": " + getMessage();
        return details == null ? text : text + " [" + details + "]";
    }
}
