package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
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
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.asksFor;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.beside;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.coded;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.isBetween;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.needed;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.numbered;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.once;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.with;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.yesOrNo;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** TSTRK1007, medical certificate for driving licences, 7.x. The official rules, and of the form what they meant to ask. */
final class Tstrk1007V7 {

    /** The official list of questions looks at the ends of ids with two digits. */
    private static final Pattern KNOWN_ENDING = Pattern.compile("(?:1[0-9]|2[0-9]|3[0-4])$");

    private static final double LEAST = Double.NEGATIVE_INFINITY;

    private Tstrk1007V7() {}

    static RuleSet rules() {
        RuleSet.Builder rules = questions(7, Tstrk1007V7::acuity);
        return cross(rules)
                .cross(DrivingBlocks.acuityHereOrElsewhere())
                .cross(
                        CrossRule.holding(
                                OFFICIAL,
                                "Q8-CORRECTED",
                                "8",
                                "8.3",
                                "acuity of one eye is below 0.1, and with correction it is missing",
                                "8.5, 8.6 and 8.7",
                                (subject, answer) ->
                                        asksFor(subject, HIGHER)
                                                && isBetween(answer, "8.3", LEAST, 0.1)
                                                && !areBeside(answer, "8.5", "8.6", "8.7")),
                        CrossRule.holding(
                                        OFFICIAL,
                                        "Q8-CORRECTED",
                                        "8",
                                        "8.2",
                                        "acuity of one eye is below 0.1 or of each below 0.8, and with"
                                                + " correction it is missing",
                                        "8.5, 8.6 and 8.7",
                                        (subject, answer) ->
                                                asksFor(subject, HIGHER)
                                                        && isUncorrected(subject, answer))
                                .behind("Q8-CORRECTED"),
                        lowOfBoth("8.4", "8.5", "8.6", "8.7"))
                .build();
    }

    private static boolean isUncorrected(Subject subject, Answer answer) {
        boolean low = DrivingBlocks.anyBetween(answer, "8.2", LEAST, 0.1);
        boolean middling =
                DrivingBlocks.anyBetween(answer, "8.2", 0.1, 0.8)
                        && isBetween(answer, "8.3", 0.1, 0.8);
        return (low && !areBeside(answer, "8.5", "8.6", "8.7"))
                || (middling && !DrivingBlocks.haveOnce(subject, "8.5", "8.6", "8.7"));
    }

    /** Whether each of the parts stands once in an answer. */
    static boolean areBeside(Answer answer, String... parts) {
        return List.of(parts).stream().allMatch(part -> Subject.count(answer, part) == 1);
    }

    private static void acuity(RuleSet.Builder rules) {
        rules.question(
                "8",
                official(one(), subid()),
                part("8.1", official(bool())),
                part("8.2", official(DrivingBlocks.acuity())),
                part("8.3", official(DrivingBlocks.acuity())),
                part("8.4", official(DrivingBlocks.acuity())),
                part("8.5", official(DrivingBlocks.acuity())),
                part("8.6", official(DrivingBlocks.acuity())),
                part("8.7", official(DrivingBlocks.acuity())),
                part("8.8", official(bool())),
                part("8.9", official(bool())));
    }

    /** The questions of 6.x and 7.x; acuity is asked for in two ways. */
    static RuleSet.Builder questions(int major, Consumer<RuleSet.Builder> acuity) {
        RuleSet.Builder rules =
                RuleSet.of("TSTRK1007V" + major, CertificateType.TSTRK1007, major)
                        .unknownQuestions(OFFICIAL, (String id) -> KNOWN_ENDING.matcher(id).find())
                        .positiveInstances();
        rules.question(
                        "1",
                        official(min(1), max(10), subid()),
                        part(
                                "1.1",
                                official(
                                        with(
                                                one(),
                                                coded(
                                                        APPLIED_FOR,
                                                        numbered(
                                                                "IAV", 1, 2, 3, 4, 5, 6, 7, 8, 9,
                                                                10))))))
                .question(
                        "2",
                        official(one(), subid()),
                        part(
                                "2.1",
                                official(
                                        with(
                                                one(),
                                                coded(
                                                        IDENTITY,
                                                        numbered("IDK", 1, 2, 3, 4, 5, 6))))));
        for (String question : List.of("3", "4", "5", "6", "7")) {
            yesOrNo(rules, one(), question);
        }
        acuity.accept(rules);
        uncounted(rules, "9");
        yesOrNo(rules, one(), "10");
        uncounted(rules, "11");
        explained(rules, "12");
        uncounted(rules, "13");
        yesOrNo(rules, one(), "14");
        yesOrNo(rules, one(), "15");
        explained(rules, "16");
        yesOrNo(rules, one(), "17");
        // neither 18, 32 nor 33 is asked for parts, nor 18, 19 and 32 counted
        rules.question("18", form(max(1)), part("18.1", official(cv())))
                .question(
                        "19",
                        official(subid()),
                        form(max(1)),
                        part("19.1"),
                        part("19.2"),
                        part("19.3"));
        yesOrNo(rules, one(), "20");
        explained(rules, "21");
        for (String question : List.of("22", "23", "24")) {
            yesOrNo(rules, one(), question);
        }
        rules.question(
                        "25",
                        official(one(), subid()),
                        part("25.1", official(one(), bool())),
                        part("25.2", form(bool())),
                        part("25.3", form(bool())))
                .question(
                        "26",
                        official(one(), subid()),
                        part("26.1", official(one(), bool())),
                        part("26.2", official(text())));
        for (String question : List.of("27", "28", "29")) {
            yesOrNo(rules, one(), question);
        }
        return rules.question(
                        "30",
                        official(one(), subid()),
                        part("30.1", official(one(), bool())),
                        part("30.2", official(text())),
                        part("30.3", official(text())),
                        part("30.4", official(text())))
                .question(
                        "31",
                        official(one(), subid()),
                        part("31.1", official(one(), bool())),
                        part("31.2", official(text())))
                .question("32", form(max(1)), part("32.1", official(text())))
                .question(
                        "33",
                        official(min(1), max(10)),
                        part(
                                "33.1",
                                official(
                                        coded(
                                                LICENCE,
                                                numbered(
                                                        "VAR", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
                                                        11)))))
                .question(
                        "34",
                        official(subid()),
                        form(max(1)),
                        part("34.1", official(one(), text())));
    }

    private static void uncounted(RuleSet.Builder rules, String question) {
        rules.question(
                question,
                official(subid()),
                form(max(1)),
                part(question + ".1", official(one(), bool())));
    }

    private static void explained(RuleSet.Builder rules, String question) {
        rules.question(
                question,
                official(one(), subid()),
                part(question + ".1", official(one(), bool())),
                part(question + ".2"));
    }

    /** The rules about several questions of 6.x and 7.x. */
    static RuleSet.Builder cross(RuleSet.Builder rules) {
        return rules.cross(Common.document())
                .cross(
                        beside("12.1", "12.2"),
                        beside("16.1", "16.2"),
                        needed("18", "there is diabetes", s -> s.isTrue("17.1"), once("18.1")),
                        needed(
                                "19",
                                "the diabetes is of type 2",
                                Tstrk1007V7::isType2,
                                subject -> subject.count("19") == 1),
                        beside("25.1", "25.3"),
                        CrossRule.holding(
                                OFFICIAL,
                                "Q25.3-REQ",
                                "25.3",
                                "25.2",
                                "there has been treatment, and 25.3 is missing",
                                "25.3 once beside 25.2",
                                (subject, answer) ->
                                        shows(answer, "25.2", "true", "1")
                                                && Subject.count(answer, "25.3") != 1),
                        beside("26.1", "26.2"),
                        beside("30.1", "30.2"),
                        beside("30.1", "30.3"),
                        beside("30.1", "30.4"),
                        beside("31.1", "31.2"));
    }

    /** The official rule looks for the code in all that the part shows. */
    private static boolean isType2(Subject subject) {
        return subject.holding("18.1").stream().anyMatch(answer -> shows(answer, "18.1", "E11"));
    }

    private static boolean shows(Answer answer, String part, String... words) {
        return answer.parts().stream()
                .anyMatch(each -> each.id().equals(part) && Values.shows(each.content(), words));
    }

    /** Acuity of both eyes below 0.5, for other licences than those of groups II and III. */
    static CrossRule lowOfBoth(String both, String... corrected) {
        return CrossRule.when(
                OFFICIAL,
                "Q8-CORRECTED",
                "8",
                "acuity of both eyes is below 0.5, and with correction it is missing",
                String.join(", ", corrected),
                subject ->
                        subject.chosen("1.1", "IAV10")
                                && once(both).test(subject)
                                && subject.answers("8").stream()
                                        .anyMatch(each -> isBetween(each, both, LEAST, 0.5))
                                && !DrivingBlocks.haveOnce(subject, corrected));
    }
}
