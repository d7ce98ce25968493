package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Transcription;

/**
 * A message that was sent on paper and has to be entered when the system is back.
 *
 * @param serial the paper's number
 * @param form the kind of form
 * @param id of the event that it becomes: set now, so that entering it twice cannot make two
 * @param caseId the case; a new one when the paper opens it
 * @param patient whom it is about
 * @param sender the unit that sent it
 * @param recipients those that it was sent to
 * @param happened when what it tells of happened
 * @param sent when it was sent, by fax, telephone or messenger; the time that limits count from
 * @param content what it said, when that is known without the paper in hand
 */
public record PaperSending(
        String serial,
        PaperForm form,
        MessageId id,
        CaseId caseId,
        PersonId patient,
        Participant sender,
        List<Participant> recipients,
        Instant happened,
        Instant sent,
        Optional<Content> content) {

    /**
     * @throws InvalidInputException when the serial number is none, nobody is a recipient, the form is for no message,
     *     or the content is not of the form's kind
     */
    public PaperSending {
        Serials.require(serial);
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new InvalidInputException("recipients", "are missing", "at least one unit");
        }
        if (form.kinds().isEmpty()) {
            throw new InvalidInputException("form", "is for no message", "a form of a message");
        }
        content.ifPresent(said -> requireKind(form, said));
    }

    /**
     * What was printed from the case and sent.
     *
     * @param sent when
     */
    public static PaperSending of(PaperMessage message, Instant sent) {
        CaseEvent event = message.event();
        return new PaperSending(
                message.serial(),
                message.form(),
                event.id(),
                event.caseId(),
                event.patient(),
                event.sender(),
                event.recipients(),
                event.times().happened(),
                sent,
                Optional.of(event.content()));
    }

    /**
     * The event to enter, with the original times and the mark that it comes from paper.
     *
     * @param enteredBy the unit that enters it
     * @param recordedAt when
     * @throws InvalidInputException when what it said is not known: use {@link #event(Content, HsaId, Instant)}; or when
     *     it would be entered before it was sent
     */
    public CaseEvent event(HsaId enteredBy, Instant recordedAt) {
        return event(
                content.orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "content",
                                        "is not known",
                                        "what the paper says, read from it")),
                enteredBy,
                recordedAt);
    }

    /**
     * As {@link #event(HsaId, Instant)}, with what the paper says.
     *
     * @throws InvalidInputException when it is not of the form's kind, or would be entered before it was sent
     */
    public CaseEvent event(Content said, HsaId enteredBy, Instant recordedAt) {
        requireKind(form, said);
        if (recordedAt.isBefore(sent)) {
            throw new InvalidInputException(
                    "recordedAt", "is before the paper was sent", "a later moment");
        }
        return new CaseEvent(
                id,
                caseId,
                patient,
                sender,
                recipients,
                new EventTimes(happened, recordedAt, Optional.of(sent)),
                Optional.of(new Transcription(enteredBy, serial)),
                said);
    }

    private static void requireKind(PaperForm form, Content content) {
        if (!form.kinds().contains(content.kind())) {
            throw new InvalidInputException(
                    "content", "is not of the form's kind", "one of " + form.kinds());
        }
    }

    /** Number, form and times; nothing of the patient. */
    @Override
    public String toString() {
        return "PaperSending[" + serial + " " + form.number() + ", sent " + sent + "]";
    }
}
