package se.ehealthsdk.discharge.exchange;

import se.ehealthsdk.core.error.InvalidInputException;

/** Thrown by a {@link MessageHandler} that refuses a message for good, for example because of its kind. */
public final class MessageRefusedException extends InvalidInputException {

    private final AckCode code;

    /**
     * @param code told to the sender
     * @param text told to the sender: one sentence in English, without personal data
     */
    public MessageRefusedException(AckCode code, String text) {
        super("message", text, "a message that this system takes");
        this.code = code;
    }

    /** Told to the sender. */
    public AckCode code() {
        return code;
    }
}
