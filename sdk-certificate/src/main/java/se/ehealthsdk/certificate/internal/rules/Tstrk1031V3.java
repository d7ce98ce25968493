package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.APPLIED_FOR;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.HIGHER;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.IDENTITY;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.LICENCE;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.beside;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.coded;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.day;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.isBetween;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.needed;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.numbered;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.once;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.shown;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.with;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.words;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.year;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.yesOrNo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** TSTRK1031, diabetes and driving licences, 3.x. The official rules, and of the form what they meant to ask. */
final class Tstrk1031V3 {

    private static final List<String> ENDINGS =
            List.of(
                    "18", "32", "33", "34", "35", "37", "41", "45", "100", "103", "106", "107",
                    "108", "109", "110");

    private static final double LEAST = Double.NEGATIVE_INFINITY;

    private static final List<String> SEVERE = List.of("106", "107", "108");

    private static final String[] LOWER = numbered("IAV", 11, 12, 13, 14, 15, 16, 17);

    private Tstrk1031V3() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("TSTRK1031V3", CertificateType.TSTRK1031, 3)
                        .unknownQuestions(
                                OFFICIAL, (String id) -> ENDINGS.stream().anyMatch(id::endsWith));
        general(rules);
        treatment(rules);
        hypoglycaemia(rules);
        eyes(rules);
        assessment(rules);
        return rules.cross(Common.document())
                .cross(DrivingBlocks.yearOfLife("35.1"))
                .cross(type())
                .cross(DrivingBlocks.yearOfLife("109.4"))
                .cross(beside("109.5", "109.6"))
                .cross(DrivingBlocks.daysOfLife("106.2", "107.2", "108.2"))
                .cross(required())
                .cross(acuity())
                .cross(DrivingBlocks.acuityHereOrElsewhere())
                .cross(DrivingBlocks.noOpinionAlone())
                .build();
    }

    private static void general(RuleSet.Builder rules) {
        rules.question(
                        "1",
                        official(min(1), max(16), subid()),
                        part(
                                "1.1",
                                official(
                                        with(
                                                one(),
                                                coded(
                                                        APPLIED_FOR,
                                                        numbered(
                                                                "IAV", 1, 2, 3, 4, 5, 6, 7, 8, 9,
                                                                11, 12, 13, 14, 15, 16, 17))))))
                .question(
                        "2",
                        official(one(), subid()),
                        part(
                                "2.1",
                                official(one()),
                                form(coded(IDENTITY, numbered("IDK", 1, 2, 3, 4, 5, 6)))))
                .question("35", official(one(), subid()), part("35.1", official(one(), year())))
                .question(
                        "18",
                        official(one(), subid()),
                        part(
                                "18.1",
                                official(with(max(1), coded(CodeLists.ICD_10_SE_1, "E10", "E11")))),
                        part("18.2", official(max(1), text(), shown(53))));
    }

    private static void treatment(RuleSet.Builder rules) {
        rules.question(
                "109",
                official(one(), subid()),
                part("109.1", official(max(1), bool())),
                part("109.2", official(max(1), bool())),
                part("109.3", official(max(1), bool())),
                part("109.4", official(max(1), year())),
                part("109.5", official(max(1), bool())),
                part("109.6", official(max(1), text(), shown(53))),
                part("109.7", official(max(1), bool())));
    }

    private static void hypoglycaemia(RuleSet.Builder rules) {
        yesOrNo(rules, max(1), "41");
        rules.question(
                "37", official(max(1), subid()), part("37.1", official(one()), form(bool())));
        yesOrNo(rules, max(1), "100");
        yesOrNo(rules, max(1), "110");
        for (String question : SEVERE) {
            rules.question(
                    question,
                    official(max(1), subid()),
                    part(question + ".1", official(one(), bool())),
                    part(question + ".2", official(max(1), day())));
        }
    }

    private static void eyes(RuleSet.Builder rules) {
        yesOrNo(rules, one(), "103");
        rules.question(
                "8",
                official(max(1), subid()),
                part("8.1", official(max(1), bool())),
                part("8.2", official(max(1), DrivingBlocks.acuity())),
                part("8.3", official(max(1), DrivingBlocks.acuity())),
                part("8.4", official(max(1), DrivingBlocks.acuity())),
                part("8.5", official(max(1), DrivingBlocks.acuity())),
                part("8.6", official(max(1), DrivingBlocks.acuity())),
                part("8.7", official(max(1), DrivingBlocks.acuity())));
    }

    private static void assessment(RuleSet.Builder rules) {
        words(rules, "32", 189);
        rules.question(
                "33",
                official(min(1), subid()),
                form(max(16)),
                part(
                        "33.1",
                        official(
                                with(
                                        one(),
                                        coded(
                                                LICENCE,
                                                numbered(
                                                        "VAR", 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12,
                                                        13, 14, 15, 16, 17, 18))))));
        yesOrNo(rules, max(1), "45");
        // no official rule counts 34
        rules.question(
                "34",
                official(subid()),
                form(max(1)),
                part("34.1", official(one(), text(), shown(71))));
    }

    private static CrossRule[] type() {
        return new CrossRule[] {
            CrossRule.holding(
                    OFFICIAL,
                    "Q18-EITHER",
                    "18",
                    "18.1",
                    "the type of diabetes is both a code and a description",
                    "one of 18.1 and 18.2",
                    (subject, answer) -> Subject.has(answer, "18.2")),
            CrossRule.each(
                            OFFICIAL,
                            "Q18.2-REQ",
                            "18.2",
                            "the type of diabetes is neither a code nor a description",
                            "one of 18.1 and 18.2",
                            (subject, answer) ->
                                    !Subject.has(answer, "18.1")
                                            && Subject.count(answer, "18.2") != 1)
                    .behind("Q18.2-MAX1"),
            CrossRule.each(
                    OFFICIAL,
                    "Q109-MIN1",
                    "109",
                    "no treatment is true",
                    "true in 109.1, 109.2, 109.3 or 109.5",
                    (subject, answer) ->
                            Stream.of("109.1", "109.2", "109.3", "109.5")
                                    .noneMatch(each -> Subject.isTrue(answer, each)))
        };
    }

    private static List<CrossRule> required() {
        List<CrossRule> rules = new ArrayList<>();
        Predicate<Subject> insulin = subject -> subject.isTrue("109.3");
        rules.add(
                needed(
                        "109.4",
                        "insulin is given",
                        insulin,
                        subject -> subject.countParts("109.4") == 1));
        for (String question : List.of("41", "37")) {
            String part = question + ".1";
            rules.add(
                    needed(
                            question,
                            "insulin is given, or the treatment may cause hypoglycaemia",
                            subject -> insulin.test(subject) || subject.isTrue("109.7"),
                            subject ->
                                    (!insulin.test(subject) || subject.countParts(part) == 1)
                                            && (!subject.isTrue("109.7")
                                                    || subject.count(question) == 1)));
        }
        rules.add(
                needed(
                        "109.7",
                        "tablets or something else are given",
                        subject -> subject.isTrue("109.2") || subject.isTrue("109.5"),
                        subject -> subject.countParts("109.7") == 1));
        for (String question : SEVERE) {
            rules.add(
                    needed(
                            question + ".2",
                            "it has happened",
                            subject -> subject.isTrue(question + ".1"),
                            subject -> subject.countParts(question + ".2") == 1));
        }
        for (String question : List.of("100", "110", "106", "107", "108")) {
            rules.add(
                    needed(
                            question,
                            "there have been hypoglycaemias",
                            Tstrk1031V3::hasHypoglycaemias,
                            subject -> subject.count(question) == 1));
        }
        rules.add(
                needed(
                        "8",
                        "there is no disease of the eyes",
                        subject -> subject.isFalse("103.1"),
                        subject -> subject.count("8") == 1));
        rules.add(
                needed(
                        "45",
                        "a licence of group II or III is asked for",
                        subject -> subject.chosen("1.1", HIGHER),
                        once("45.1")));
        return rules;
    }

    /** No official rule makes 37.1 true or false, and what only shows a 1 counts as true. */
    private static boolean hasHypoglycaemias(Subject subject) {
        return subject.holding("37.1").stream()
                .flatMap(answer -> answer.parts().stream())
                .anyMatch(
                        part ->
                                part.id().equals("37.1")
                                        && Values.shows(part.content(), "true", "1"));
    }

    private static CrossRule[] acuity() {
        return new CrossRule[] {
            corrected(
                    "8.4",
                    "acuity of both eyes is below 0.5",
                    (subject, answer) ->
                            DrivingBlocks.asksFor(subject, LOWER)
                                    && isBetween(answer, "8.4", LEAST, 0.5)),
            corrected(
                    "8.2",
                    "acuity of each eye is below 0.8, or of one below 0.1",
                    (subject, answer) ->
                            DrivingBlocks.asksFor(subject, HIGHER)
                                    && (isBetween(answer, "8.2", LEAST, 0.1)
                                            || (isBetween(answer, "8.2", LEAST, 0.8)
                                                    && isBetween(answer, "8.3", LEAST, 0.8)))),
            corrected(
                    "8.3",
                    "acuity of one eye is below 0.1",
                    (subject, answer) ->
                            DrivingBlocks.asksFor(subject, HIGHER)
                                    && isBetween(answer, "8.3", LEAST, 0.1))
        };
    }

    private static CrossRule corrected(
            String part, String because, BiPredicate<Subject, Answer> when) {
        return CrossRule.holding(
                        OFFICIAL,
                        "Q8-CORRECTED",
                        "8",
                        part,
                        because + ", and acuity with correction is missing",
                        "8.5, 8.6 and 8.7",
                        (subject, answer) ->
                                when.test(subject, answer)
                                        && !DrivingBlocks.haveOnce(subject, "8.5", "8.6", "8.7"))
                .behind("Q8-CORRECTED");
    }
}
