package se.ehealthsdk.discharge.event;

/**
 * Someone at the recipient has read a message (kvittens). It is no acceptance.
 *
 * @param of the message
 */
public record Receipt(MessageId of) implements Content {

    @Override
    public String kind() {
        return "receipt";
    }
}
