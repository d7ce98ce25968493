package se.ehealthsdk.certificate.contract;

import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What a message about a certificate is about ({@code amne}); an open list.
 *
 * <p>Source: code system {@value #CODE_SYSTEM}.
 *
 * @param code for example {@code KOMPLT}
 */
public record MessageSubject(String code) {

    /** Code system of subjects. */
    public static final String CODE_SYSTEM = "ffa59d8f-8d7e-46ae-ac9e-31804e8e8499";

    /** The recipient asks for a completion (komplettering) of the certificate. */
    public static final MessageSubject COMPLETION = new MessageSubject("KOMPLT");

    /** A meeting to agree on what is to be done (avstämningsmöte). */
    public static final MessageSubject MEETING = new MessageSubject("AVSTMN");

    /** Contact. */
    public static final MessageSubject CONTACT = new MessageSubject("KONTKT");

    /** Something else (övrigt). */
    public static final MessageSubject OTHER = new MessageSubject("OVRIGT");

    /** Reminds of a question without answer (påminnelse); only a recipient of certificates sends it. */
    public static final MessageSubject REMINDER = new MessageSubject("PAMINN");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public MessageSubject {
        if (code.isBlank()) {
            throw new InvalidInputException("subject", "is blank", "a code, as OVRIGT");
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
