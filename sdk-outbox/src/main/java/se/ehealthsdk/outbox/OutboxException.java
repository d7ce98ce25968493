package se.ehealthsdk.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The outbox could not do what was asked. Whatever was to be appended is <em>not</em> known to be durable:
 * treat it as not appended. Appending the same item again is safe, also if it was stored after all.
 *
 * <p>Messages hold ids, never payloads.
 */
public final class OutboxException extends RuntimeException {

    /** Who has to act. */
    public enum Kind {
        /** The caller: what was given is not allowed. */
        INPUT,
        /** The operator: a setting is missing or too weak; found when the outbox is opened. */
        CONFIGURATION,
        /** The operator, or time: the database refused, is down, or its disk is full. */
        STORAGE,
        /** Nobody: the outbox is closed, or the calling thread was interrupted. */
        STOPPED
    }

    private final Kind kind;
    private final String remedy;

    /**
     * @param kind who has to act
     * @param message what happened, without payloads
     * @param remedy what to do
     * @param cause the failure underneath; may be null
     */
    public OutboxException(Kind kind, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.remedy = remedy;
    }

    /** Who has to act. */
    public Kind kind() {
        return kind;
    }

    /** What to do now. */
    public String remedy() {
        return remedy;
    }
}
