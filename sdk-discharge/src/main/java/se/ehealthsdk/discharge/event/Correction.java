package se.ehealthsdk.discharge.event;

/**
 * Replaces what an earlier event said; its times stay.
 *
 * @param of the event that is corrected
 * @param replacement what should have been said, of the same kind
 * @param reason why, without clinical text
 */
public record Correction(MessageId of, Content replacement, String reason) implements Content {

    @Override
    public String kind() {
        return "correction";
    }
}
