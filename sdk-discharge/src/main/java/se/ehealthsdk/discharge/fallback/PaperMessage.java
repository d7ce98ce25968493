package se.ehealthsdk.discharge.fallback;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;

/**
 * A message that goes on paper: what it says, and the number of the paper.
 *
 * @param serial the paper's own number, by which it is found again, for example {@code M72-2026-0017}; at most 24
 *     characters
 * @param event what is said, with the sender, the recipients and the times
 * @param inCase what is known of the case so far; name, address and earlier messages come from it
 */
public record PaperMessage(String serial, CaseEvent event, Optional<DischargeCase> inCase) {

    /**
     * @throws InvalidInputException when there is no form for the event, the case is another one or about another
     *     patient, or the serial number is blank or too long
     */
    public PaperMessage {
        Serials.require(serial);
        if (PaperForm.of(event.content()).isEmpty()) {
            throw new InvalidInputException(
                    "event", "is of a kind without paper form", "a kind that PaperForm has");
        }
        if (inCase.filter(
                        known ->
                                !known.id().equals(event.caseId())
                                        || !known.patient().equals(event.patient()))
                .isPresent()) {
            throw new InvalidInputException(
                    "event", "is of another case or patient", "an event of this case");
        }
    }

    /** The form that it goes on. */
    public PaperForm form() {
        return PaperForm.of(event.content()).orElseThrow();
    }

    /** Its number and kind; nothing of the patient. */
    @Override
    public String toString() {
        return "PaperMessage[" + serial + " " + form().number() + " " + event.id() + "]";
    }
}
