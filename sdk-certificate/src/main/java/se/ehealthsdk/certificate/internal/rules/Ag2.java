package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.length;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.named;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.range;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.Ask.value;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Values;

/**
 * AG 7804, medical certificate of working capacity to the employer, 2.0. There are no official rules beyond the schema:
 * everything is the form's own.
 */
final class Ag2 {

    private Ag2() {}

    static RuleSet rules() {
        return RuleSet.of("AG2", CertificateType.AG7804, 2)
                .unknownQuestions(FORM)
                .question("27", form(max(1)), part("27.1", form(one(), bool())))
                .question(
                        "1",
                        form(max(5), inst(), uniq("1.1")),
                        part(
                                "1.1",
                                form(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.BASIS),
                                        code(SickNote2.BASES))),
                        part("1.2", form(one(), date(), notFuture())),
                        part("1.3", form(max(1), text(), length(50))))
                .question(
                        "28",
                        form(max(4), inst(), uniq("28.1")),
                        part(
                                "28.1",
                                form(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.OCCUPATION),
                                        code(CodeLists.OCCUPATIONS))))
                .question("29", form(max(1)), words("29.1"))
                .question(
                        "100",
                        form(named("Q100-REQ", min(1)), max(1)),
                        part("100.1", form(one(), bool())))
                .question(
                        "6",
                        form(max(1)),
                        part("6.1", form(one()), SickNote2.firstText()),
                        part("6.2", form(one()), SickNote2.firstCode()),
                        part("6.3", form(max(1), text())),
                        part("6.4", form(max(1)), SickNote2.laterCode()),
                        part("6.5", form(max(1), text())),
                        part("6.6", form(max(1)), SickNote2.laterCode()))
                .question("35", form(max(1)), Blocks.optionalText("35.1", 4000))
                .question("17", form(max(1)), Blocks.optionalText("17.1", 4000))
                .question("19", form(max(1)), words("19.1"))
                .question(
                        "32",
                        form(
                                named("Q32-REQ", min(1)),
                                max(4),
                                inst(),
                                named("Q32.1-UNIQ", uniq("32.1"))),
                        part(
                                "32.1",
                                form(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.DEGREE),
                                        code(CodeLists.DEGREES))),
                        part("32.2", form(one()), SickNote2.period()))
                .question(
                        "37",
                        form(max(1)),
                        part("37.1", form(one(), text()), unlessInfectionControl()))
                .question("34", form(max(1)), part("34.1", form(one(), bool())))
                .question(
                        "33",
                        form(max(1)),
                        part("33.1", form(one(), bool())),
                        Blocks.optionalText("33.2", 4000))
                .question(
                        "39",
                        form(max(1)),
                        part("39.1", form(one()), SickNote2.prognosis()),
                        Blocks.optionalText("39.2", 4000),
                        part("39.4", form(max(1), range(1, 99))))
                .question("44", form(max(1)), words("44.1"))
                .question("25", form(max(1)), words("25.1"))
                .question(
                        "103",
                        form(max(1)),
                        part("103.1", form(one(), bool())),
                        Blocks.optionalText("103.2", 4000))
                .cross(Common.document())
                .cross(Blocks.otherBasis(FORM))
                .cross(
                        SickNote2.required("1"),
                        SickNote2.required("28"),
                        SickNote2.requiredPart("35"),
                        SickNote2.requiredPart("17"),
                        SickNote2.required("39"))
                .cross(
                        when(
                                FORM,
                                "Q27-EMIT",
                                "27",
                                "it is not said whether the patient is kept from work because of"
                                        + " infection",
                                "27.1, also when it is false",
                                subject -> !subject.has("27")),
                        when(
                                FORM,
                                "Q29-REQ",
                                "29",
                                "the current work is judged, and it is not said what it is",
                                "an answer to 29",
                                subject ->
                                        subject.chosen("28.1", "NUVARANDE_ARBETE")
                                                && !subject.has("29")),
                        when(
                                        FORM,
                                        "Q29-FORBID",
                                        "29",
                                        "the work is described, and the current work is not judged",
                                        "NUVARANDE_ARBETE in 28.1, or no 29",
                                        subject ->
                                                subject.has("29")
                                                        && !subject.chosen(
                                                                "28.1", "NUVARANDE_ARBETE"))
                                .behind("Q28-REQ", "Q28.1-CODE", "Q28.1-CV", "Q28.1-CS"),
                        when(
                                FORM,
                                "Q100-SP",
                                "100.1",
                                "the patient is kept from work because of infection, and the"
                                        + " diagnosis is not passed on",
                                "100.1 true when 27.1 is true",
                                subject -> subject.isTrue("27.1") && subject.isFalse("100.1")),
                        when(
                                FORM,
                                "Q6-REQ",
                                "6",
                                "the diagnosis is to be passed on, and there is none",
                                "an answer to 6, or 100.1 false",
                                subject -> subject.isTrue("100.1") && !subject.has("6")),
                        when(
                                        FORM,
                                        "Q6-FORBID",
                                        "6",
                                        "there is a diagnosis, and it is not to be passed on",
                                        "no 6, or 100.1 true",
                                        subject -> subject.isFalse("100.1") && subject.has("6"))
                                .behind("Q100-SP"))
                .cross(SickNote2.diagnosisTable())
                .cross(SickNote2.sickLeave())
                .cross(SickNote2.contact("103"))
                .cross(
                        SickNote2.hidden(
                                "1", "28", "29", "35", "17", "19", "34", "37", "39", "44", "103"))
                .build();
    }

    private static Ask.Part words(String id) {
        return part(id, form(one(), text(), length(4000)));
    }

    /** LEN4000 of 37, which does not bind when the question is hidden. */
    private static Ask.Group unlessInfectionControl() {
        return form(
                value(
                        "LEN4000",
                        "the text is too long",
                        "at most 4000 characters",
                        (content, subject) -> {
                            String text = Values.text(content);
                            return text == null || text.length() <= 4000 || subject.isTrue("27.1");
                        }));
    }
}
