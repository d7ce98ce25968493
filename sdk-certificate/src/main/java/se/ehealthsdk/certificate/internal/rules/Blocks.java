package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.icd;
import static se.ehealthsdk.certificate.internal.check.Ask.icdKnown;
import static se.ehealthsdk.certificate.internal.check.Ask.icdLength;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystemLoosely;
import static se.ehealthsdk.certificate.internal.check.Ask.length;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.named;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** Parts of forms that several types share. */
final class Blocks {

    private Blocks() {}

    /** 1.3 of the basis of a certificate: what "other" is, and only then. */
    static CrossRule[] otherBasis(Origin origin) {
        return otherBasis(origin, "1");
    }

    /** The same where the basis is another question than 1. */
    static CrossRule[] otherBasis(Origin origin, String question) {
        String kind = question + ".1";
        String other = question + ".3";
        return new CrossRule[] {
            CrossRule.each(
                    origin,
                    "Q" + other + "-REQ",
                    other,
                    "the basis is other, and it is not said what",
                    "a text in " + other,
                    (subject, answer) ->
                            Subject.chooses(answer, kind, "ANNAT") && !Subject.has(answer, other)),
            CrossRule.each(
                    origin,
                    "Q" + other + "-FORBID",
                    other,
                    "it is said what the other basis is, and the basis is not other",
                    "no " + other + ", or ANNAT in " + kind,
                    (subject, answer) -> {
                        String basis = Subject.code(answer, kind);
                        return basis != null
                                && !basis.equals("ANNAT")
                                && Subject.has(answer, other);
                    })
        };
    }

    /** The parts of the diagnosis question of the first generation: one answer, up to three rows. */
    static Ask.Part[] diagnosisRows() {
        String[] systems = {CodeLists.ICD_10_SE_1, CodeLists.KSH97_P};
        Ask.Group code = official(cv(), icdSystemLoosely(systems), icd(), icdLength());
        Ask.Group strictly = form(icdSystem(systems), named("Q6-ICDKNOWN", icdKnown()));
        Ask.Group words = official(text());
        Ask.Group short81 = form(length(81));
        return new Ask.Part[] {
            part("6.1", official(one()), words, short81),
            part("6.2", official(one()), code, strictly),
            part("6.3", words, short81),
            part("6.4", code, strictly),
            part("6.5", words, short81),
            part("6.6", code, strictly)
        };
    }

    /** What is asked of the rows of the first generation together. */
    static CrossRule[] diagnosisTable() {
        return new CrossRule[] {
            CrossRule.each(
                    OFFICIAL,
                    "Q6-PAIR2",
                    "6",
                    "the first secondary diagnosis is not one text and one code",
                    "6.3 and 6.4 both once, or neither",
                    (subject, answer) -> !isPair(answer, "6.3", "6.4")),
            CrossRule.each(
                            OFFICIAL,
                            "Q6-PAIR3",
                            "6",
                            "the second secondary diagnosis is not one text and one code, or the first is"
                                    + " missing",
                            "6.5 and 6.6 both once after 6.3 and 6.4, or neither",
                            (subject, answer) ->
                                    !isPair(answer, "6.5", "6.6")
                                            || (Subject.has(answer, "6.5")
                                                    && Subject.count(answer, "6.3") != 1))
                    .behind("Q6-PAIR2"),
            CrossRule.each(
                            OFFICIAL,
                            "Q6-SAMESYS",
                            "6",
                            "the codes of the rows are of different code systems",
                            "the code system of 6.2 in 6.4 and 6.6",
                            (subject, answer) -> {
                                String main = system(answer, "6.2");
                                return !Lexical.containsLoosely(main, system(answer, "6.4"))
                                        || !Lexical.containsLoosely(main, system(answer, "6.6"));
                            })
                    .behind("Q6.2-ICDSYS", "Q6.4-ICDSYS", "Q6.6-ICDSYS", "Q6.2-CV", "Q6.2-ONE")
        };
    }

    private static String system(Answer answer, String part) {
        Content content = Subject.content(answer, part);
        CodedValue cv = content == null ? null : Values.cv(content);
        return cv == null ? "" : Lexical.trim(cv.codeSystem());
    }

    private static boolean isPair(Answer answer, String text, String code) {
        int texts = Subject.count(answer, text);
        int codes = Subject.count(answer, code);
        return texts == codes && texts < 2;
    }

    /** The extra questions that Försäkringskassan may put to a certificate of the first generation. */
    static CrossRule[] extraQuestions() {
        return new CrossRule[] {
            extra(
                    "Q9XXX-ONE",
                    "an extra question has not exactly one part answer",
                    "one part answer",
                    answer -> answer.parts().size() == 1),
            extra(
                    "Q9XXX-TEXT",
                    "the answer to an extra question is blank or no text",
                    "text that is not blank",
                    answer -> {
                        for (Answer.Part part : answer.parts()) {
                            String text = Values.text(part.content());
                            if (text == null || Lexical.isEmpty(text)) {
                                return false;
                            }
                        }
                        return true;
                    }),
            CrossRule.of(
                    OFFICIAL,
                    "Q9XXX-UNIQ",
                    "",
                    "an extra question is answered twice",
                    "one answer to each extra question",
                    (subject, report) -> {
                        Set<String> seen = new HashSet<>();
                        for (Answer answer : subject.intyg().answers()) {
                            if (isChecked(answer) && !seen.add(answer.id())) {
                                report.broken(answer);
                            }
                        }
                    })
        };
    }

    private static CrossRule extra(String id, String wrong, String right, Predicate<Answer> holds) {
        return CrossRule.of(
                OFFICIAL,
                id,
                "",
                wrong,
                right,
                (subject, report) -> {
                    for (Answer answer : subject.intyg().answers()) {
                        if (isChecked(answer)
                                && !subject.isReported(answer)
                                && !holds.test(answer)) {
                            report.broken(answer);
                        }
                    }
                });
    }

    /** No official rule looks at 9000. */
    private static boolean isChecked(Answer answer) {
        return RuleSet.isExtraQuestion(answer.id()) && !answer.id().equals("9000");
    }

    /**
     * Q32-OVERLAP as the official rules of the first generation compare: periods may meet on a day, and equal periods of
     * one day pass.
     */
    static CrossRule overlapWithin(Origin origin) {
        return CrossRule.of(
                origin,
                "Q32-OVERLAP",
                "32.2",
                "two periods overlap",
                "periods that at most meet on a day",
                (subject, report) -> {
                    LocalDate lastEnd = LocalDate.MIN;
                    LocalDate lastEndOfEarlier = LocalDate.MIN;
                    LocalDate lastStart = LocalDate.MIN;
                    for (Row row : rows(subject)) {
                        LocalDate start = row.period.start();
                        if (start.isAfter(lastStart)) {
                            lastEndOfEarlier = lastEnd;
                            lastStart = start;
                        }
                        boolean oneDay = start.equals(row.period.end());
                        if ((oneDay ? lastEndOfEarlier : lastEnd).isAfter(start)) {
                            report.broken(row.answer);
                        }
                        lastEnd = later(lastEnd, row.period.end());
                    }
                });
    }

    /** No two periods share a day. */
    static CrossRule overlapByDay(Origin origin, String id) {
        return CrossRule.of(
                origin,
                id,
                "32.2",
                "two periods share a day",
                "periods without a day in common",
                (subject, report) -> {
                    LocalDate lastEnd = LocalDate.MIN;
                    for (Row row : rows(subject)) {
                        if (!row.period.start().isAfter(lastEnd)) {
                            report.broken(row.answer);
                        }
                        lastEnd = later(lastEnd, row.period.end());
                    }
                });
    }

    /** Q32-EARLY: a period that began more than a week ago. */
    static CrossRule earlyStart() {
        return CrossRule.each(
                Origin.ADVICE,
                "Q32-EARLY",
                "32.2",
                "the period starts more than 7 days before the day of the check",
                "a reason in the other information",
                (subject, answer) -> {
                    Values.Period period = Subject.period(answer, "32.2");
                    return period != null && period.start().isBefore(subject.today().minusDays(7));
                });
    }

    /** Q32-LONG: more than half a year in all. */
    static CrossRule longInAll() {
        return CrossRule.when(
                Origin.ADVICE,
                "Q32-LONG",
                "32",
                "the periods reach over more than 6 months",
                "a shorter time, or a reason",
                subject -> {
                    List<Row> rows = rows(subject);
                    LocalDate end = LocalDate.MIN;
                    for (Row row : rows) {
                        end = later(end, row.period.end());
                    }
                    return !rows.isEmpty() && end.isAfter(rows.get(0).period.start().plusMonths(6));
                });
    }

    private record Row(Answer answer, Values.Period period) {}

    private static List<Row> rows(Subject subject) {
        List<Row> rows = new ArrayList<>(4);
        for (Answer answer : subject.answers("32")) {
            Values.Period period = Subject.period(answer, "32.2");
            if (period != null) {
                rows.add(new Row(answer, period));
            }
        }
        rows.sort(
                Comparator.comparing((Row row) -> row.period.start())
                        .thenComparing(row -> row.period.end()));
        return rows;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Question {@code MAX1} of the form where an official rule may already have counted. */
    static CrossRule atMostOne(String question) {
        return CrossRule.when(
                FORM,
                "Q" + question + "-MAX1",
                question,
                "there are too many",
                "at most 1",
                subject -> subject.count(question) > 1);
    }

    /** A question that the form leaves out for a patient who is kept from work because of infection. */
    static CrossRule hiddenByInfectionControl(String question) {
        return CrossRule.when(
                FORM,
                "SP-HIDE",
                question,
                "the question is not put when the patient is kept from work because of infection",
                "no answer to it when 27.1 is true",
                subject -> subject.isTrue("27.1") && subject.has(question));
    }

    /** A free text that is optional. */
    static Ask.Part optionalText(String id, int most) {
        return part(id, form(max(1), text(), length(most)));
    }
}
