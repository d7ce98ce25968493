package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.boolAnywhere;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.icd;
import static se.ehealthsdk.certificate.internal.check.Ask.icdLength;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.year;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/**
 * TSTRK 1062, certificate of ADHD, autism and the like, 1.x. The official rules, which never look at what 2.1, 58.1
 * and 61.1 say; the exact code system and booleans as plain text alone are the form's own.
 */
final class Tstrk1062V1 {

    private Tstrk1062V1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("TSTRK1062V1", CertificateType.TSTRK1062, 1)
                        .unknownQuestions(OFFICIAL)
                        .question(
                                "1",
                                official(min(1), max(16), subid()),
                                part(
                                        "1.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.CATEGORIES_ASKED),
                                                code(
                                                        "IAV1", "IAV2", "IAV3", "IAV4", "IAV5",
                                                        "IAV6", "IAV7", "IAV8", "IAV9", "IAV11",
                                                        "IAV12", "IAV13", "IAV14", "IAV15", "IAV16",
                                                        "IAV17"))))
                        .question("2", official(one(), subid()), part("2.1", official(one())))
                        .question(
                                "51",
                                official(max(4), subid()),
                                part(
                                        "51.1",
                                        official(
                                                one(),
                                                cv(),
                                                icdSystemOfOneDot(),
                                                icd(),
                                                icdLength()),
                                        form(icdSystem(CodeLists.ICD_10_SE_1))),
                                part("51.2", official(max(1), text())),
                                part("51.3", official(one(), year())))
                        .question(
                                "52",
                                official(subid()),
                                part("52.1", official(one(), text())),
                                part("52.2", official(one(), year())));
        yesOrNo(rules, "53", one());
        yesOrNo(rules, "54", max(1));
        LuaeNa1.optional(rules, "55");
        yesOrNo(rules, "56", max(1));
        yesOrNo(rules, "57", max(1));
        rules.question("58", official(max(1), subid()), part("58.1", official(one())))
                .question(
                        "59",
                        official(max(1), subid()),
                        part("59.1", official(one(), date())),
                        part("59.2", official(one(), text())));
        LuaeNa1.required(rules, "60");
        rules.question("61", official(one(), subid()), part("61.1", official(one())));
        LuaeNa1.optional(rules, "32");
        return rules.question(
                        "33",
                        official(min(1), max(16), subid()),
                        part(
                                "33.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.CATEGORIES_JUDGED),
                                        code(CodeLists.JUDGEMENTS))))
                .cross(Common.document())
                .cross(diagnoses())
                .cross(
                        follows("54", "53", true),
                        follows("55", "54", true),
                        follows("56", "54", true),
                        follows("57", "54", true),
                        follows("58", "54", true),
                        follows("59", "54", false),
                        when(
                                OFFICIAL,
                                "Q33-EXCL",
                                "33.1",
                                "there is no opinion, and another judgement beside it",
                                CodeLists.NO_OPINION + " alone, or not at all",
                                subject ->
                                        subject.chosen("33.1", CodeLists.NO_OPINION)
                                                && subject.countParts("33.1") > 1))
                .build();
    }

    private static void yesOrNo(RuleSet.Builder rules, String question, Ask count) {
        rules.question(
                question,
                official(count, subid()),
                part(question + ".1", official(one(), boolAnywhere()), form(bool())));
    }

    /** The whole text, where each dot is any character. */
    private static Ask icdSystemOfOneDot() {
        return Ask.codedValue(
                "ICDSYS",
                "the code system is none of those for diagnoses",
                CodeLists.ICD_10_SE_1,
                cv -> Lexical.matchesLoosely(Lexical.trim(cv.codeSystem()), CodeLists.ICD_10_SE_1),
                null);
    }

    private static CrossRule[] diagnoses() {
        return new CrossRule[] {
            when(
                    OFFICIAL,
                    "Q51-OR52",
                    "51",
                    "there is no diagnosis, or there are several in words",
                    "51, or one 52",
                    subject -> !subject.has("51") && subject.count("52") != 1),
            when(
                    OFFICIAL,
                    "Q52-FORBID",
                    "52",
                    "there are diagnoses in code and in words",
                    "51 or 52, not both",
                    subject -> subject.has("51") && subject.has("52"))
        };
    }

    /** A question that is put after an answer to another. */
    private static CrossRule follows(String question, String given, boolean value) {
        return when(
                OFFICIAL,
                "Q" + question + "-REQ",
                question,
                "the question follows from the answer to " + given + ", and is not answered",
                "an answer to " + question + " when " + given + ".1 is " + value,
                subject -> !subject.has(question) && says(subject, given, value));
    }

    private static boolean says(Subject subject, String question, boolean value) {
        for (Answer answer : subject.answers(question)) {
            for (Answer.Part part : answer.parts()) {
                Boolean said = Lexical.bool(Values.string(part.content()));
                if (part.id().equals(question + ".1") && said != null && said == value) {
                    return true;
                }
            }
        }
        return false;
    }
}
