package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Something that was shown to this system does not hold: a certificate, a log-in, a signature. Whoever
 * showed it must act; the remedy says how. Nothing of what it said about a person or a document has been
 * taken for true.
 *
 * <p>Modules extend it with a reason of their own that a program can tell apart.
 */
public non-sealed class UntrustedException extends EHealthException {

    /**
     * @param message what does not hold, without names, identity numbers or secrets
     * @param remedy what whoever showed it should do
     */
    public UntrustedException(String message, String remedy) {
        this(message, remedy, null);
    }

    /**
     * @param message what does not hold, without names, identity numbers or secrets
     * @param remedy what whoever showed it should do
     * @param cause what showed it; may be null
     */
    public UntrustedException(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, null, cause);
    }
}
