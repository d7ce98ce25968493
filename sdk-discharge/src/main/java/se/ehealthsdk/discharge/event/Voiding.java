package se.ehealthsdk.discharge.event;

/**
 * Takes an event back (makulering): it counts as never said, and is still shown.
 *
 * @param of the event
 * @param reason why, without clinical text
 */
public record Voiding(MessageId of, String reason) implements Content {

    @Override
    public String kind() {
        return "voiding";
    }
}
