package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer arrived that the contract does not allow: cut off, not XML, too large, in the wrong
 * namespace, with a DOCTYPE, in a character set other than the one it claims. Whether the call was
 * carried out is not known.
 */
public final class ProtocolException extends EHealthException {

    /**
     * @param message what was wrong with the answer, without its content
     * @param details which call; null when there was none, as when reading a file
     * @param cause what showed it; may be null
     */
    public ProtocolException(
            String message, @Nullable CallDetails details, @Nullable Throwable cause) {
        super(
                message,
                "Report to the producer's support with the correlation id. Check by other means whether"
                        + " an update was carried out before repeating it.",
                details,
                cause);
    }

    @Override
    public Outcome outcome() {
        return Outcome.UNKNOWN;
    }
}
