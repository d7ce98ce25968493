package se.ehealthsdk.certificate.contract;

import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What happened to a certificate ({@code handelsekod}); an open list.
 *
 * <p>Source: code system {@value #CODE_SYSTEM}; the events that Webcert sends.
 *
 * @param code for example {@code SIGNAT}
 */
public record EventCode(String code) {

    /** Code system of events. */
    public static final String CODE_SYSTEM = "dfd7bbad-dbe5-4a2f-ba25-f7b9b2cc6b14";

    /** A draft was created. */
    public static final EventCode DRAFT_CREATED = new EventCode("SKAPAT");

    /** A draft was changed; sent for the newest change only, about once a minute. */
    public static final EventCode DRAFT_CHANGED = new EventCode("ANDRAT");

    /** A draft was marked as ready to be signed. */
    public static final EventCode READY_TO_SIGN = new EventCode("KFSIGN");

    /** A draft was deleted. */
    public static final EventCode DRAFT_DELETED = new EventCode("RADERA");

    /** The certificate was signed. */
    public static final EventCode SIGNED = new EventCode("SIGNAT");

    /** The certificate was sent to its recipient, by health care or by the patient. */
    public static final EventCode SENT = new EventCode("SKICKA");

    /** The certificate, or a locked draft, was revoked (makulerat). */
    public static final EventCode REVOKED = new EventCode("MAKULE");

    /** A question or a reminder came from the recipient, or a handled question was opened again. */
    public static final EventCode QUESTION_RECEIVED = new EventCode("NYFRFM");

    /** An answer came from the recipient, or was opened again. */
    public static final EventCode ANSWER_RECEIVED = new EventCode("NYSVFM");

    /** Health care asked a question. */
    public static final EventCode QUESTION_SENT = new EventCode("NYFRFV");

    /** The recipient's question was answered or marked as handled. */
    public static final EventCode RECEIVED_QUESTION_HANDLED = new EventCode("HANFRFM");

    /** Health care's own question was marked as handled. */
    public static final EventCode SENT_QUESTION_HANDLED = new EventCode("HANFRFV");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public EventCode {
        if (code.isBlank()) {
            throw new InvalidInputException("event", "is blank", "a code, as SIGNAT");
        }
    }

    /** The coded value of the contract. */
    public CodedValue coded() {
        return CodedValue.of(code, CODE_SYSTEM);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
