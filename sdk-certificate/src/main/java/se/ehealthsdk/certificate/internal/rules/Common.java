package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;

import java.util.function.Function;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;

/** What all types ask, outside the questions. */
final class Common {

    private Common() {}

    /** Type, version and unit; every type has them. */
    static CrossRule[] document() {
        return new CrossRule[] {
            CrossRule.when(
                    FORM,
                    "COM-DOC-TYPE",
                    "",
                    "typ is not of the code system of certificate types",
                    CertificateType.CODE_SYSTEM,
                    subject ->
                            !subject.intyg()
                                    .typeCode()
                                    .codeSystem()
                                    .equals(CertificateType.CODE_SYSTEM)),
            CrossRule.when(
                    FORM,
                    "COM-DOC-TYPE",
                    "",
                    "version has another form than those of certificates",
                    "a major version, or major and minor with a dot between",
                    subject -> !isVersion(subject.intyg().version())),
            unit("postadress", intyg -> intyg.issuer().unit().address()),
            unit("postnummer", intyg -> intyg.issuer().unit().postalCode()),
            unit("postort", intyg -> intyg.issuer().unit().town()),
            unit("telefonnummer", intyg -> intyg.issuer().unit().telephone())
        };
    }

    /** What the first generation asks beyond that. */
    static CrossRule[] generation1() {
        return new CrossRule[] {
            CrossRule.when(
                    FORM,
                    "COM-J-UNITZIP",
                    "",
                    "the postnummer of the unit has another form than Swedish ones",
                    "3 digits, perhaps a blank, 2 digits",
                    subject -> {
                        String code = subject.intyg().issuer().unit().postalCode();
                        return !Lexical.isEmpty(code) && !isPostalCode(code);
                    })
        };
    }

    /** The patient's address, for the types that want it. */
    static CrossRule[] patientAddress() {
        return new CrossRule[] {
            patient("postadress", "filled in", intyg -> Lexical.isEmpty(intyg.patient().address())),
            patient(
                    "postnummer",
                    "3 digits, perhaps a blank, 2 digits",
                    intyg -> !isPostalCode(intyg.patient().postalCode())),
            patient("postort", "filled in", intyg -> Lexical.isEmpty(intyg.patient().town()))
        };
    }

    private static CrossRule unit(String element, Function<Intyg, String> value) {
        return CrossRule.when(
                FORM,
                "COM-J-UNIT",
                "",
                element + " of the unit is blank",
                "the unit's " + element,
                subject -> Lexical.isEmpty(value.apply(subject.intyg())));
    }

    private static CrossRule patient(
            String element, String right, Function<Intyg, Boolean> broken) {
        return CrossRule.when(
                FORM,
                "COM-J-PATADDR",
                "",
                element + " of the patient is missing or has another form",
                right,
                subject -> broken.apply(subject.intyg()));
    }

    private static boolean isVersion(String version) {
        int dot = version.indexOf('.');
        return dot < 0
                ? isNumber(version)
                : isNumber(version.substring(0, dot)) && isNumber(version.substring(dot + 1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() < 5
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isPostalCode(String text) {
        int gap = text.length() == 6 && Character.isWhitespace(text.charAt(3)) ? 1 : 0;
        if (text.length() != 5 + gap) {
            return false;
        }
        String digits = text.substring(0, 3) + text.substring(3 + gap);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
