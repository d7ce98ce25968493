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
import static se.ehealthsdk.certificate.internal.check.Ask.period;
import static se.ehealthsdk.certificate.internal.check.Ask.reasonable;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** FK 7804, medical certificate for sickness benefit, 1.x. */
final class Lisjp1 {

    private static final String[] MEASURES = {
        "EJ_AKTUELLT",
        "ARBETSTRANING",
        "ARBETSANPASSNING",
        "SOKA_NYTT_ARBETE",
        "BESOK_ARBETSPLATS",
        "ERGONOMISK",
        "HJALPMEDEL",
        "KONFLIKTHANTERING",
        "KONTAKT_FHV",
        "OMFORDELNING",
        "OVRIGA_ATGARDER"
    };

    private Lisjp1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("LISJP1", CertificateType.LISJP, 1)
                        .unknownQuestions(OFFICIAL)
                        .extraQuestions()
                        .positiveInstances();
        infectionControl(rules);
        basis(rules, form(notFuture()));
        occupation(rules);
        diagnoses(rules, official(one(), subid()));
        bodyAndTreatment(rules, official(max(1), subid()));
        degree(rules);
        prognosis(rules);
        measures(rules, MEASURES, official(max(10), inst(), subid(), uniq("40.1")));
        other(rules, 2700);
        return rules.question(
                        "26",
                        official(max(1), subid()),
                        part("26.1", official(one(), bool())),
                        part("26.2", official(max(1), text())))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(Blocks.diagnosisTable())
                .cross(Blocks.extraQuestions())
                .cross(
                        requiredUnlessInfectionControl("1"),
                        requiredUnlessInfectionControl("28"),
                        requiredUnlessInfectionControl("35"),
                        requiredUnlessInfectionControl("17"),
                        requiredUnlessInfectionControl("39"),
                        requiredUnlessInfectionControl("40"))
                .cross(sickLeave())
                .cross(contact("26"))
                .build();
    }

    static void infectionControl(RuleSet.Builder rules) {
        rules.question("27", official(max(1), subid()), part("27.1", official(one(), bool())));
    }

    static void basis(RuleSet.Builder rules, Ask.Group notFuture) {
        rules.question(
                "1",
                official(max(4), inst(), uniq("1.1"), subid()),
                part(
                        "1.1",
                        official(
                                one(),
                                cv(),
                                codeSystem(CodeLists.BASIS),
                                code(
                                        "UNDERSOKNING",
                                        "TELEFONKONTAKT",
                                        "JOURNALUPPGIFTER",
                                        "ANNAT"))),
                part("1.2", official(one(), date()), form(reasonable()), notFuture),
                part("1.3", official(max(1), text())));
    }

    /** 28 and 29. */
    static void occupation(RuleSet.Builder rules) {
        rules.question(
                "28",
                official(max(4), inst(), subid(), uniq("28.1")),
                part(
                        "28.1",
                        official(
                                one(),
                                cv(),
                                codeSystem(CodeLists.OCCUPATION),
                                code(CodeLists.OCCUPATIONS))));
        words(rules, "29", official(max(1), subid()));
    }

    static void diagnoses(RuleSet.Builder rules, Ask.Group count) {
        Ask.Part[] rows = Blocks.diagnosisRows();
        Ask.Item[] items = new Ask.Item[rows.length + 1];
        items[0] = count;
        System.arraycopy(rows, 0, items, 1, rows.length);
        rules.question("6", items);
    }

    /** 35, 17, 19 and 20. */
    static void bodyAndTreatment(RuleSet.Builder rules, Ask.Group activityLimitation) {
        words(rules, "35", official(max(1), subid()));
        words(rules, "17", activityLimitation);
        words(rules, "19", official(max(1), subid()));
        words(rules, "20", official(max(1), subid()));
    }

    /** 32, 37, 33 and 34. */
    static void degree(RuleSet.Builder rules) {
        rules.question(
                "32",
                official(min(1), max(4), inst(), subid(), uniq("32.1")),
                part(
                        "32.1",
                        official(
                                one(),
                                cv(),
                                codeSystem(CodeLists.DEGREE),
                                code(CodeLists.DEGREES))),
                part("32.2", official(one(), period()), form(reasonable())));
        words(rules, "37", official(max(1), subid()));
        rules.question(
                "33",
                official(max(1), subid()),
                part("33.1", official(one(), bool())),
                part("33.2", official(max(1), text())));
        rules.question("34", official(max(1), subid()), part("34.1", official(one(), bool())));
    }

    static void prognosis(RuleSet.Builder rules) {
        rules.question(
                "39",
                official(max(1), subid()),
                part(
                        "39.1",
                        official(
                                one(),
                                cv(),
                                codeSystem(CodeLists.PROGNOSIS),
                                code(
                                        "STOR_SANNOLIKHET",
                                        "ATER_X_ANTAL_DGR",
                                        "SANNOLIKT_INTE",
                                        "PROGNOS_OKLAR"))),
                part(
                        "39.3",
                        official(
                                max(1),
                                cv(),
                                codeSystem(CodeLists.DAYS),
                                code(
                                        "TRETTIO_DGR",
                                        "SEXTIO_DGR",
                                        "NITTIO_DGR",
                                        "HUNDRAATTIO_DAGAR",
                                        "TREHUNDRASEXTIOFEM_DAGAR"))));
    }

    /** 40 and 44. */
    static void measures(RuleSet.Builder rules, String[] codes, Ask.Group count) {
        rules.question(
                "40",
                count,
                part("40.1", official(one(), cv(), codeSystem(CodeLists.MEASURE), code(codes))));
        words(rules, "44", official(max(1), subid()));
    }

    static void other(RuleSet.Builder rules, int most) {
        rules.question(
                "25",
                official(max(1), subid()),
                part("25.1", official(one(), text()), form(named("Q25.1-LEN", length(most)))));
    }

    /** A question with one text. */
    private static void words(RuleSet.Builder rules, String question, Ask.Group count) {
        rules.question(question, count, part(question + ".1", official(one(), text())));
    }

    static CrossRule requiredUnlessInfectionControl(String question) {
        return when(
                OFFICIAL,
                "Q" + question + "-REQ",
                question,
                "there is no answer, and the patient is not kept from work because of infection",
                "an answer, or 27.1 true",
                subject -> !subject.isTrue("27.1") && !subject.has(question));
    }

    /** What FK 7804 1.x and AG 7804 1.x ask of the questions about the sick leave together. */
    static CrossRule[] sickLeave() {
        return new CrossRule[] {
            when(
                    OFFICIAL,
                    "Q29-REQ",
                    "29",
                    "the current work is judged, and it is not said what it is",
                    "an answer to 29",
                    subject -> subject.chosen("28.1", "NUVARANDE_ARBETE") && !subject.has("29")),
            when(
                            OFFICIAL,
                            "Q29-FORBID",
                            "29",
                            "the work is described, and the current work is not judged",
                            "NUVARANDE_ARBETE once in 28.1, or no 29",
                            subject ->
                                    subject.has("29")
                                            && subject.count("28.1", "NUVARANDE_ARBETE") != 1)
                    .behind("Q28-UNIQ", "Q28-REQ", "Q28.1-CODE"),
            Blocks.overlapWithin(OFFICIAL),
            Blocks.overlapByDay(FORM, "Q32-OVERLAPDAY").behind("Q32-OVERLAP"),
            Blocks.earlyStart(),
            Blocks.longInAll(),
            when(
                    OFFICIAL,
                    "Q33-REQ",
                    "33",
                    "the degree is a part, and nothing is said of the placing of working hours",
                    "an answer to 33, or 27.1 true",
                    subject ->
                            subject.chosen("32.1", CodeLists.PART_TIME_DEGREES)
                                    && !subject.isTrue("27.1")
                                    && !subject.has("33")),
            when(
                            OFFICIAL,
                            "Q33-FORBID",
                            "33",
                            "the placing of working hours is given, and no degree is a part",
                            "no 33, or a degree of 25, 50 or 75 percent",
                            subject ->
                                    subject.has("33")
                                            && !subject.chosen("32.1", CodeLists.PART_TIME_DEGREES))
                    .behind("Q32.1-CODE", "Q32.1-CV", "Q32.1-ONE", "Q32-MIN1"),
            each(
                    OFFICIAL,
                    "Q33.2-REQ",
                    "33.2",
                    "other working hours are needed, and it is not said why",
                    "a text in 33.2",
                    (subject, answer) ->
                            Subject.isTrue(answer, "33.1") && !Subject.has(answer, "33.2")),
            each(
                    OFFICIAL,
                    "Q33.2-FORBID",
                    "33.2",
                    "a reason for other working hours, and they are not needed",
                    "no 33.2, or 33.1 true",
                    (subject, answer) ->
                            Subject.isFalse(answer, "33.1") && Subject.has(answer, "33.2")),
            each(
                    OFFICIAL,
                    "Q39.3-REQ",
                    "39.3",
                    "return after a number of days, and the number is missing",
                    "a number of days in 39.3",
                    (subject, answer) ->
                            Subject.chooses(answer, "39.1", "ATER_X_ANTAL_DGR")
                                    && !Subject.has(answer, "39.3")),
            each(
                            OFFICIAL,
                            "Q39.3-FORBID",
                            "39.3",
                            "a number of days, and the prognosis is not return after one",
                            "no 39.3, or ATER_X_ANTAL_DGR in 39.1",
                            (subject, answer) ->
                                    Subject.has(answer, "39.3")
                                            && !Subject.chooses(answer, "39.1", "ATER_X_ANTAL_DGR"))
                    .behind("Q39.1-CODE", "Q39.1-CV", "Q39.1-CS", "Q39.1-ONE"),
            when(
                    OFFICIAL,
                    "Q40-ALONE",
                    "40",
                    "no measures are relevant, and there are measures",
                    "EJ_AKTUELLT alone, or the measures without it",
                    Lisjp1::noMeasuresAmongMeasures),
            when(
                    OFFICIAL,
                    "Q44-FORBID",
                    "44",
                    "measures are described, and no measures are relevant",
                    "no 44 when EJ_AKTUELLT is chosen",
                    subject -> subject.has("44") && subject.chosen("40.1", "EJ_AKTUELLT"))
        };
    }

    /** The official rule takes no blanks away. */
    private static boolean noMeasuresAmongMeasures(Subject subject) {
        boolean none = false;
        boolean other = false;
        for (var answer : subject.answers("40")) {
            var content = Subject.content(answer, "40.1");
            var cv = content == null ? null : Values.cv(content);
            if (cv != null) {
                boolean isNone = cv.code().equals("EJ_AKTUELLT");
                none |= isNone;
                other |= !isNone;
            }
        }
        return none && other;
    }

    /** A reason for contact only with a wish for it. */
    static CrossRule[] contact(String question) {
        String wish = question + ".1";
        String reason = question + ".2";
        return new CrossRule[] {
            each(
                    OFFICIAL,
                    "Q" + reason + "-FORBID",
                    reason,
                    "a reason for contact, and no contact is wanted",
                    "no " + reason + ", or " + wish + " true",
                    (subject, answer) ->
                            Subject.isFalse(answer, wish) && Subject.has(answer, reason))
        };
    }
}
