package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * Marks an event that was entered afterwards, from the paper that was used while systems were down. Its times are the
 * original ones.
 *
 * @param enteredBy the unit that entered it
 * @param form the paper's own number or name; may be blank
 */
public record Transcription(HsaId enteredBy, String form) {

    /** Who entered it. */
    @Override
    public String toString() {
        return "Transcription[" + enteredBy + "]";
    }
}
