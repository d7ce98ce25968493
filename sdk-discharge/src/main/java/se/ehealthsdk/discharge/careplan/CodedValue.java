package se.ehealthsdk.discharge.careplan;

import java.util.Optional;

/**
 * A code with its system, or a text where there is no code ({@code CVType}).
 *
 * @param code the code
 * @param codeSystem the OID of its system
 * @param codeSystemName the name of the system
 * @param codeSystemVersion the version of the system
 * @param displayName the code in words
 * @param originalText words in the place of a code
 */
public record CodedValue(
        Optional<String> code,
        Optional<String> codeSystem,
        Optional<String> codeSystemName,
        Optional<String> codeSystemVersion,
        Optional<String> displayName,
        Optional<String> originalText) {

    /** A code; the contract wants all three together. */
    public static CodedValue of(String code, String codeSystem, String displayName) {
        return new CodedValue(
                Optional.of(code),
                Optional.of(codeSystem),
                Optional.empty(),
                Optional.empty(),
                Optional.of(displayName),
                Optional.empty());
    }

    /** Words in the place of a code. */
    public static CodedValue text(String originalText) {
        return new CodedValue(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(originalText));
    }
}
