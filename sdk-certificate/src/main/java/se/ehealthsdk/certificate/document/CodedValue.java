package se.ehealthsdk.certificate.document;

import java.util.Objects;
import java.util.Optional;

/**
 * A coded value (CV) of the contract. Codes and code systems stand as they came: no blanks are taken away.
 *
 * @param code the code
 * @param codeSystem the OID or id of the list it is from
 * @param codeSystemName the list's name
 * @param codeSystemVersion the list's version
 * @param displayName the code in clear text
 * @param originalText what the code was chosen for
 */
public record CodedValue(
        String code,
        String codeSystem,
        Optional<String> codeSystemName,
        Optional<String> codeSystemVersion,
        Optional<String> displayName,
        Optional<String> originalText) {

    /** Nothing is null. */
    public CodedValue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(codeSystem, "codeSystem");
        Objects.requireNonNull(codeSystemName, "codeSystemName");
        Objects.requireNonNull(codeSystemVersion, "codeSystemVersion");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(originalText, "originalText");
    }

    /** A code of a list. */
    public static CodedValue of(String code, String codeSystem) {
        return new CodedValue(
                code,
                codeSystem,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A code of a list, with its clear text. */
    public static CodedValue of(String code, String codeSystem, String displayName) {
        return new CodedValue(
                code,
                codeSystem,
                Optional.empty(),
                Optional.empty(),
                Optional.of(displayName),
                Optional.empty());
    }

    /** The code system; a code may be a diagnosis. */
    @Override
    public String toString() {
        return "CodedValue[" + codeSystem + "]";
    }
}
