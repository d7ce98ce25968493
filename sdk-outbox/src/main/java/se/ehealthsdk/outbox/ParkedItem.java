package se.ehealthsdk.outbox;

import java.time.Instant;

/**
 * An item that the receiver refused.
 *
 * @param item what was refused
 * @param reason code and text of the refusal; may hold personal data
 * @param appendedAt when it was appended
 * @param parkedAt when it was parked
 */
public record ParkedItem(Item item, String reason, Instant appendedAt, Instant parkedAt) {

    /** The item, without the reason. */
    @Override
    public String toString() {
        return "ParkedItem[" + item + ", since " + parkedAt + "]";
    }
}
