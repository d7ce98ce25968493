package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.quantity;
import static se.ehealthsdk.certificate.internal.check.Ask.unit;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/**
 * AF 00251, medical certificate for those in a labour market programme, 1.x. The official rules, which look at few of
 * the texts; the units and the parts alone are the form's own.
 */
final class Af00251V1 {

    private static final String HOURS = "h";
    private static final String PERCENT = "%";

    private Af00251V1() {}

    static RuleSet rules() {
        return RuleSet.of("AF00251V1", CertificateType.AF00251, 1)
                .unknownQuestions(FORM)
                .positiveInstances()
                .question(
                        "1",
                        official(min(1), max(2)),
                        part(
                                "1.1",
                                official(
                                        cv(),
                                        codeSystem(CodeLists.BASIS_AF),
                                        code(
                                                "UNDERSOKNING",
                                                "TELEFONKONTAKT",
                                                "JOURNALUPPGIFTER",
                                                "ANNAT"))),
                        part("1.2", official(date())),
                        part("1.3"))
                .question(
                        "2",
                        official(min(1)),
                        part("2.1"),
                        part(
                                "2.2",
                                official(
                                        cv(),
                                        codeSystem(CodeLists.PROGRAMME_EXTENT),
                                        code("HELTID", "DELTID", "OKAND"))),
                        part("2.3", official(quantity(1, 39, HOURS)), form(unit(HOURS))))
                .question("3", official(min(1)), part("3.1"))
                .question("4", official(min(1)), part("4.1"))
                .question("5", official(min(1)), part("5.1", official(bool())), part("5.2"))
                .question(
                        "6",
                        part("6.1", official(quantity(1, 100, PERCENT)), form(unit(PERCENT))),
                        part("6.2", official(one())))
                .question("7", official(min(1)), part("7.1", official(bool())), part("7.2"))
                .question(
                        "8",
                        official(min(1)),
                        part(
                                "8.1",
                                official(
                                        cv(),
                                        codeSystem(CodeLists.PROGRAMME_RETURN),
                                        code(
                                                "ATERGA_UTAN_ANPASSNING",
                                                "ATERGA_MED_ANPASSNING",
                                                "KAN_EJ_ATERGA",
                                                "EJ_MOJLIGT_AVGORA"))),
                        part("8.2"))
                .cross(Common.document())
                .cross(
                        once(
                                "1.3",
                                "the basis is other, and it is not said once what",
                                Af00251V1::isOtherBasis),
                        once(
                                "2.3",
                                "the programme is part-time, and its hours are not said once",
                                answer -> Subject.chooses(answer, "2.2", "DELTID")),
                        once(
                                "7.2",
                                "adaptations can limit the absence, and they are not said once",
                                answer -> Subject.isTrue(answer, "7.1")),
                        once(
                                "8.2",
                                "the patient can return with adaptations, and they are not said once",
                                answer -> Subject.chooses(answer, "8.1", "ATERGA_MED_ANPASSNING")),
                        when(
                                OFFICIAL,
                                "Q6-MAX4",
                                "6",
                                "there are too many absences",
                                "at most 4",
                                subject -> subject.isTrue("5.1") && subject.count("6") > 4),
                        when(
                                OFFICIAL,
                                "Q6-FORBID",
                                "6",
                                "there are absences, and nothing prevents participation",
                                "at most 1 when 5.1 is false",
                                subject -> subject.isFalse("5.1") && subject.count("6") > 1),
                        overlap())
                .build();
    }

    /** A part that its answer has exactly once, in whatever question it stands. */
    private static CrossRule once(String part, String wrong, Predicate<Answer> asked) {
        return CrossRule.of(
                OFFICIAL,
                "Q" + part + "-REQ",
                part,
                wrong,
                "one " + part,
                (subject, report) -> {
                    for (Answer answer : subject.intyg().answers()) {
                        if (!subject.isReported(answer)
                                && asked.test(answer)
                                && Subject.count(answer, part) != 1) {
                            report.broken(answer);
                        }
                    }
                });
    }

    /** A 3 counts too, wherever in the coded value it stands. */
    private static boolean isOtherBasis(Answer answer) {
        for (Answer.Part part : answer.parts()) {
            if (part.id().equals("1.1")) {
                String said = Values.string(part.content());
                if (said.contains("ANNAT") || said.contains("3")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Compared letter by letter with the periods before it; they may meet on a day. */
    private static CrossRule overlap() {
        return CrossRule.of(
                OFFICIAL,
                "Q6-OVERLAP",
                "6.2",
                "two periods overlap",
                "periods that at most meet on a day",
                (subject, report) -> {
                    NavigableMap<String, String> latestEnds = new TreeMap<>();
                    for (Answer answer : subject.answers("6")) {
                        Content content = Subject.content(answer, "6.2");
                        if (content == null) {
                            continue;
                        }
                        Values.Written period = Values.written(content);
                        Map.Entry<String, String> before = latestEnds.lowerEntry(period.end());
                        if (before != null && before.getValue().compareTo(period.start()) > 0) {
                            report.broken(answer);
                        }
                        remember(latestEnds, period);
                    }
                });
    }

    /** By start, the latest end of the periods that start then or earlier. */
    private static void remember(NavigableMap<String, String> latestEnds, Values.Written period) {
        Map.Entry<String, String> earlier = latestEnds.floorEntry(period.start());
        if (period.start().isEmpty()
                || (earlier != null && earlier.getValue().compareTo(period.end()) >= 0)) {
            return;
        }
        latestEnds.put(period.start(), period.end());
        Map.Entry<String, String> later = latestEnds.higherEntry(period.start());
        while (later != null && later.getValue().compareTo(period.end()) <= 0) {
            latestEnds.remove(later.getKey());
            later = latestEnds.higherEntry(period.start());
        }
    }
}
