package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
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
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.range;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import java.util.function.Predicate;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** FK 7804, medical certificate for sickness benefit, 2.0. */
final class Lisjp2 {

    private Lisjp2() {}

    static RuleSet rules() {
        return RuleSet.of("LISJP2", CertificateType.LISJP, 2)
                .unknownQuestions(FORM)
                .positiveInstances()
                .question(
                        "27",
                        official(subid()),
                        form(max(1)),
                        part("27.1", official(one(), bool())))
                .question(
                        "1",
                        official(max(5), inst(), uniq("1.1"), subid()),
                        part(
                                "1.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.BASIS),
                                        code(SickNote2.BASES))),
                        part("1.2", official(one(), date()), form(notFuture())),
                        part("1.3", official(max(1), text()), form(length(50))))
                .question(
                        "28",
                        official(max(4), inst(), uniq("28.1")),
                        part(
                                "28.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.OCCUPATION),
                                        code(CodeLists.OCCUPATIONS))))
                .question(
                        "29",
                        official(subid()),
                        part("29.1", official(one(), text()), form(length(4000))))
                .question(
                        "6",
                        official(one(), subid()),
                        part("6.1", official(one()), SickNote2.firstText()),
                        part("6.2", official(one()), SickNote2.firstCode()),
                        part("6.3", official(max(1)), form(text())),
                        part("6.4", official(max(1)), SickNote2.laterCode()),
                        part("6.5", official(max(1)), form(text())),
                        part("6.6", official(max(1)), SickNote2.laterCode()))
                .question("35", part("35.1", official(text()), form(max(1), length(4000))))
                .question("17", part("17.1", official(text()), form(max(1), length(4000))))
                .question("19", form(max(1)), words("19.1"))
                .question(
                        "32",
                        official(min(1), max(4)),
                        form(inst(), named("Q32.1-UNIQ", uniq("32.1"))),
                        part(
                                "32.1",
                                official(one()),
                                form(cv(), codeSystem(CodeLists.DEGREE), code(CodeLists.DEGREES))),
                        part("32.2", official(one()), SickNote2.period()))
                .question("37", form(max(1)), words("37.1"))
                .question("34", form(max(1)), part("34.1", official(one()), form(bool())))
                .question(
                        "33",
                        form(max(1)),
                        part("33.1", official(one()), form(bool())),
                        part("33.2", official(max(1)), form(text(), length(4000))))
                .question(
                        "39",
                        part("39.1", official(one()), SickNote2.prognosis()),
                        part("39.2", official(max(1)), form(text(), length(4000))),
                        part("39.4", official(max(1)), form(range(1, 99))))
                .question("44", form(max(1)), words("44.1"))
                .question("25", form(max(1)), words("25.1"))
                .question(
                        "26",
                        form(max(1)),
                        part("26.1", form(one(), bool())),
                        part("26.2", form(max(1), text(), length(4000))))
                .cross(Common.document())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(
                        when(
                                FORM,
                                "Q27-EMIT",
                                "27",
                                "it is not said whether the patient is kept from work because of"
                                        + " infection, and so no official rule asks for the answers"
                                        + " that depend on it",
                                "27.1, also when it is false",
                                subject -> !subject.has("27")),
                        needs("1", "there is none", subject -> !subject.has("1")),
                        needs("28", "there is none", subject -> !subject.has("28")),
                        needsOne("35"),
                        needsOne("17"),
                        needsOne("39"),
                        when(
                                OFFICIAL,
                                "Q29-REQ",
                                "29",
                                "the current work is judged, and it is not said exactly once what"
                                        + " it is",
                                "one answer to 29",
                                subject ->
                                        subject.chosen("28.1", "NUVARANDE_ARBETE")
                                                && subject.count("29") != 1),
                        when(
                                        OFFICIAL,
                                        "Q29-FORBID",
                                        "29",
                                        "the work is described, and the current work is not judged",
                                        "NUVARANDE_ARBETE once in 28.1, or no 29",
                                        subject ->
                                                subject.has("29")
                                                        && subject.count("28.1", "NUVARANDE_ARBETE")
                                                                != 1)
                                .behind("Q28-UNIQ", "Q28.1-CODE", "Q28.1-CV", "Q27-NEEDS28"),
                        Blocks.atMostOne("29").behind("Q29-REQ", "Q29-FORBID"),
                        Blocks.atMostOne("35").behind("Q27-NEEDS35"),
                        Blocks.atMostOne("17").behind("Q27-NEEDS17"),
                        Blocks.atMostOne("39").behind("Q27-NEEDS39"))
                .cross(SickNote2.required("1").behind("Q27-NEEDS1"))
                .cross(SickNote2.required("28").behind("Q27-NEEDS28", "Q29-FORBID"))
                .cross(SickNote2.requiredPart("35").behind("Q27-NEEDS35"))
                .cross(SickNote2.requiredPart("17").behind("Q27-NEEDS17"))
                .cross(SickNote2.required("39").behind("Q27-NEEDS39"))
                .cross(SickNote2.diagnosisTable())
                .cross(SickNote2.sickLeave())
                .cross(SickNote2.contact("26"))
                .cross(
                        SickNote2.hidden(
                                "1", "28", "29", "35", "17", "19", "34", "37", "39", "44", "26"))
                .build();
    }

    /** A free text that the official rules only count. */
    private static Ask.Part words(String id) {
        return part(id, official(one()), form(text(), length(4000)));
    }

    /** Asked when 27.1 is there and false; when 27 is absent no official rule asks. */
    private static CrossRule needs(String question, String wrong, Predicate<Subject> missing) {
        return when(
                OFFICIAL,
                "Q27-NEEDS" + question,
                question,
                wrong + ", and the patient is not kept from work because of infection",
                "an answer, or 27.1 true",
                subject -> subject.isFalse("27.1") && missing.test(subject));
    }

    private static CrossRule needsOne(String question) {
        return needs(question, "there is not exactly one", subject -> subject.count(question) != 1);
    }
}
