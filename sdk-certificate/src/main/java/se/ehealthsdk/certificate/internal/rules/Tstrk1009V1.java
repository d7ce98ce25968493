package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.codedValue;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import java.util.List;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/**
 * TSTRK 1009, a doctor's report that someone is unfit to drive, 1.x. The official rules; the exact code of 46.1 alone
 * is the form's own.
 */
final class Tstrk1009V1 {

    private static final String UNFIT = "OLAMPLIGHET";

    private Tstrk1009V1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("TSTRK1009V1", CertificateType.TSTRK1009, 1)
                        .unknownQuestions(FORM)
                        .question(
                                "1",
                                official(min(1), max(16), inst(), subid()),
                                part(
                                        "1.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.CATEGORIES_JUDGED),
                                                code(CodeLists.JUDGEMENTS))))
                        .question(
                                "2",
                                official(one(), subid()),
                                part(
                                        "2.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.IDENTITY_CHECK),
                                                code(
                                                        "IDK1", "IDK2", "IDK3", "IDK4", "IDK5",
                                                        "IDK6"))))
                        .question(
                                "46",
                                official(one(), subid()),
                                part(
                                        "46.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.UNFITNESS),
                                                unfit()),
                                        form(code(UNFIT, "SANNOLIK_" + UNFIT))));
        LuaeNa1.required(rules, "47");
        return rules.question(
                        "48",
                        official(one(), subid()),
                        part("48.1", official(one(), date(), notFuture())))
                .question("49", official(max(1), subid()), part("49.1", official(one(), bool())))
                .cross(Common.document())
                .cross(
                        when(
                                OFFICIAL,
                                "Q1-EXCL",
                                "1.1",
                                "there is no opinion, and another judgement beside it",
                                CodeLists.NO_OPINION + " alone, or not at all",
                                Tstrk1009V1::isMixed))
                .build();
    }

    /** A code with the word in it, as the official rules test it. */
    private static Ask unfit() {
        return codedValue(
                "CODE",
                "the code is none of the question's",
                "one of " + UNFIT + ", SANNOLIK_" + UNFIT,
                cv -> cv.code().contains(UNFIT),
                null);
    }

    /** One of two rules counts the answers to 1, the other looks at every 1.1, in whatever question it stands. */
    private static boolean isMixed(Subject subject) {
        if (!subject.chosen("1.1", CodeLists.NO_OPINION)) {
            return false;
        }
        List<Answer> answers = subject.answers("1");
        return answers.size() != 1
                || (Subject.chooses(answers.get(0), "1.1", CodeLists.NO_OPINION)
                        && subject.countParts("1.1") > subject.count("1.1", CodeLists.NO_OPINION));
    }
}
