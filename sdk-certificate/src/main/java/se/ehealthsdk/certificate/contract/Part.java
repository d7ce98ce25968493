package se.ehealthsdk.certificate.contract;

import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A party that certificates concern ({@code part}, {@code mottagare}): a recipient, health care, or the citizen. An
 * open list.
 *
 * <p>Source: code system {@value #CODE_SYSTEM}.
 *
 * @param code for example {@code FKASSA}
 */
public record Part(String code) {

    /** Code system of parts and recipients. */
    public static final String CODE_SYSTEM = "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80";

    /** Försäkringskassan. */
    public static final Part FKASSA = new Part("FKASSA");

    /** Transportstyrelsen. */
    public static final Part TRANSP = new Part("TRANSP");

    /** Socialstyrelsen: causes of death. */
    public static final Part SOS = new Part("SOS");

    /** Skatteverket: death certificates. */
    public static final Part SKV = new Part("SKV");

    /** Arbetsförmedlingen. */
    public static final Part AF = new Part("AF");

    /** Health care: the part that a care system asks as. */
    public static final Part HSVARD = new Part("HSVARD");

    /** The citizen. */
    public static final Part INVANA = new Part("INVANA");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public Part {
        if (code.isBlank()) {
            throw new InvalidInputException("part", "is blank", "a code, as FKASSA");
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
