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
import static se.ehealthsdk.certificate.internal.check.Ask.subidEnding;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.IDENTITY;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.LICENCE;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.beside;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.coded;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.day;
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
import java.util.function.Predicate;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** TSTRK1031, diabetes and driving licences, 4.x. The official rules, and of the form what they meant to ask. */
final class Tstrk1031V4 {

    private static final String CARE_LEVEL = "1.2.752.129.5.1.28";

    /** Groups II and III. */
    private static final String[] HIGHER = numbered("VAR", 1, 2, 3, 4, 5, 6, 7, 8, 9);

    /** The official list of questions looks at the ends of ids; only 1 is tested whole. */
    private static final List<String> ENDINGS =
            List.of(
                    "2", "205", "35", "18", "207", "208", "209", "210", "200", "201", "110", "106",
                    "107", "203", "204", "206", "34", "33");

    private Tstrk1031V4() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("TSTRK1031V4", CertificateType.TSTRK1031, 4)
                        .unknownQuestions(
                                OFFICIAL, (String id) -> ENDINGS.stream().anyMatch(id::endsWith));
        general(rules);
        hypoglycaemia(rules);
        assessment(rules);
        return rules.cross(Common.document())
                .cross(DrivingBlocks.yearOfLife("35.1"))
                .cross(type(), treatment(), DrivingBlocks.noOpinionAlone())
                .cross(
                        beside("106.1", "106.2"),
                        beside("106.1", "106.3"),
                        beside("106.1", "106.5"),
                        beside("107.1", "107.3"),
                        beside("107.3", "107.5"),
                        beside("203.1", "203.2"),
                        beside("206.1", "206.2"),
                        beside("209.3", "209.4"))
                .cross(DrivingBlocks.daysOfLife("210.1", "106.2", "107.5", "203.2"))
                .cross(whyNotControlled())
                .cross(required())
                .cross(licences())
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
                                                        LICENCE,
                                                        numbered(
                                                                "VAR", 1, 2, 3, 4, 5, 6, 7, 8, 9,
                                                                12, 13, 14, 15, 16, 17, 18))))))
                .question(
                        "2",
                        official(one(), subid()),
                        part(
                                "2.1",
                                official(one()),
                                form(coded(IDENTITY, numbered("IDK", 1, 2, 3, 4, 5, 6)))))
                .question(
                        "205",
                        official(one(), subid()),
                        part(
                                "205.1",
                                official(with(one(), coded(CARE_LEVEL, numbered("VN", 1, 2))))))
                .question("35", official(one(), subid()), part("35.1", official(one(), year())))
                .question(
                        "18",
                        official(one(), subid()),
                        part(
                                "18.1",
                                official(
                                        with(
                                                max(1),
                                                coded(
                                                        CodeLists.ICD_10_SE_1,
                                                        "E10",
                                                        "E11",
                                                        "E109")))),
                        part("18.2", official(max(1), text(), shown(53))));
        yesOrNo(rules, one(), "207");
        rules.question("208", official(max(1), subid()), part("208.1", official(max(1), bool())))
                .question(
                        "209",
                        official(max(1), subid()),
                        part("209.1", official(max(1), bool())),
                        part("209.2", official(max(1), bool())),
                        part("209.3", official(max(1), bool())),
                        part("209.4", official(max(1), text(), shown(53))))
                .question("210", official(max(1), subid()), part("210.1", official(one(), day())));
    }

    private static void hypoglycaemia(RuleSet.Builder rules) {
        rules.question(
                "200",
                official(max(1), subid()),
                part("200.1", official(one(), bool())),
                part("200.2", official(max(1), text(), shown(53))));
        yesOrNo(rules, max(1), "201");
        yesOrNo(rules, max(1), "110");
        yesOrNo(rules, max(1), "202");
        rules.question(
                        "106",
                        official(max(1), subidEnding("106.2", "106.3", "106.5")),
                        part("106.1", official(one(), bool())),
                        part("106.2", official(max(1), day())),
                        part("106.3", official(max(1), bool())),
                        part("106.5", official(max(1), bool())))
                .question(
                        "107",
                        official(max(1), subidEnding("107.3", "107.5")),
                        part("107.1", official(one(), bool())),
                        part("107.3", official(max(1), bool())),
                        part("107.5", official(max(1), day())))
                .question(
                        "203",
                        official(max(1), subidEnding("203.2")),
                        part("203.1", official(one(), bool())),
                        part("203.2", official(max(1), day())));
        yesOrNo(rules, max(1), "204");
    }

    private static void assessment(RuleSet.Builder rules) {
        rules.question(
                "206",
                official(one(), subid()),
                part("206.1", official(one(), bool())),
                part("206.2", official(max(1), text(), shown(189))));
        words(rules, "34", 71);
        rules.question(
                "33",
                official(min(1), max(16), subid()),
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
        words(rules, "32", 189);
    }

    private static CrossRule type() {
        return CrossRule.each(
                        OFFICIAL,
                        "Q18-EITHER",
                        "18",
                        "the type of diabetes is not either a code or a description",
                        "one of 18.1 and 18.2",
                        (subject, answer) ->
                                Subject.count(answer, "18.1") + Subject.count(answer, "18.2") != 1)
                .behind("Q18.1-MAX1", "Q18.2-MAX1");
    }

    private static CrossRule treatment() {
        return CrossRule.each(
                OFFICIAL,
                "Q209-MIN1",
                "209",
                "no treatment is true",
                "true in 209.1, 209.2 or 209.3",
                (subject, answer) ->
                        !Subject.isTrue(answer, "209.1")
                                && !Subject.isTrue(answer, "209.2")
                                && !Subject.isTrue(answer, "209.3"));
    }

    private static CrossRule[] whyNotControlled() {
        return new CrossRule[] {
            CrossRule.holding(
                            OFFICIAL,
                            "Q200.2-REQ",
                            "200.2",
                            "200.1",
                            "the disease is not under control, and it is not said why",
                            "200.2 once, or 200.1 true",
                            (subject, answer) ->
                                    Subject.isFalse(answer, "200.1")
                                            && Subject.count(answer, "200.2") != 1)
                    .behind("Q200.2-MAX1"),
            CrossRule.holding(
                    OFFICIAL,
                    "Q200.2-FORBID",
                    "200.2",
                    "200.1",
                    "the disease is under control, and it is said why it is not",
                    "no 200.2, or 200.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "200.1") && Subject.has(answer, "200.2"))
        };
    }

    private static List<CrossRule> required() {
        List<CrossRule> rules = new ArrayList<>();
        Predicate<Subject> higher = subject -> subject.chosen("1.1", HIGHER);
        for (String question : List.of("203", "204")) {
            rules.add(
                    needed(
                            question,
                            "a licence of group II or III is asked for",
                            higher,
                            once(question + ".1")));
        }
        rules.add(
                needed(
                        "208",
                        "diabetes is medicated",
                        subject -> subject.isTrue("207.1"),
                        subject -> subject.countParts("208.1") == 1));
        Predicate<Subject> risk = subject -> subject.isTrue("208.1");
        String because = "the medication may cause hypoglycaemia";
        for (String question : List.of("200", "201", "110", "202", "106", "107", "210")) {
            rules.add(needed(question, because, risk, once(question + ".1")));
        }
        rules.add(needed("209", because, risk, subject -> subject.count("209") == 1));
        return rules;
    }

    private static CrossRule[] licences() {
        CrossRule[] rules = new CrossRule[HIGHER.length];
        for (int i = 0; i < rules.length; i++) {
            String licence = HIGHER[i];
            rules[i] =
                    CrossRule.when(
                            OFFICIAL,
                            "Q33-ASKED",
                            "33",
                            "the demands for " + licence + " are met, and it is not asked for",
                            licence + " in 1.1 too",
                            subject ->
                                    subject.chosen("33.1", licence)
                                            && subject.answers("1").stream()
                                                    .noneMatch(
                                                            answer ->
                                                                    Subject.chooses(
                                                                            answer, "1.1",
                                                                            licence)));
        }
        return rules;
    }
}
