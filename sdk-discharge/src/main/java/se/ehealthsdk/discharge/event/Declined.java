package se.ehealthsdk.discharge.event;

/**
 * The recipient is not the right one for a message.
 *
 * @param of the message
 * @param reason why, as a code
 */
public record Declined(MessageId of, DeclineReason reason) implements Content {

    @Override
    public String kind() {
        return "declined";
    }
}
