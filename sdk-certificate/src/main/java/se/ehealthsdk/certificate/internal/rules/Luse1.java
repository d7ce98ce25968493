package se.ehealthsdk.certificate.internal.rules;

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
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.reasonable;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import java.time.LocalDate;
import java.util.List;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** FK 7800, medical statement for sickness compensation, 1.x. */
final class Luse1 {

    private static final List<String> IMPAIRMENTS = List.of("8", "9", "10", "11", "12", "13", "14");

    private Luse1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("LUSE1", CertificateType.LUSE, 1)
                        .unknownQuestions(OFFICIAL)
                        .extraQuestions()
                        .positiveInstances()
                        .question(
                                "1",
                                official(min(1), max(4), inst(), uniq("1.1"), subid()),
                                part(
                                        "1.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.BASIS),
                                                code(
                                                        "UNDERSOKNING",
                                                        "JOURNALUPPGIFTER",
                                                        "ANHORIG",
                                                        "ANNAT"))),
                                part(
                                        "1.2",
                                        official(one(), date()),
                                        form(reasonable(), notFuture())),
                                part("1.3", official(max(1), text()), form(length(3500))))
                        .question(
                                "2",
                                official(one(), subid()),
                                part(
                                        "2.1",
                                        official(one(), date()),
                                        form(reasonable(), notFuture())))
                        .question(
                                "3", official(one(), subid()), part("3.1", official(one(), bool())))
                        .question(
                                "4",
                                official(max(3), inst(), subid()),
                                part(
                                        "4.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.INVESTIGATION),
                                                code(
                                                        "NEUROPSYKIATRISKT",
                                                        "HABILITERING",
                                                        "ARBETSTERAPEUT",
                                                        "FYSIOTERAPEUT",
                                                        "LOGOPED",
                                                        "PSYKOLOG",
                                                        "FORETAGSHALSOVARD",
                                                        "SPECIALISTKLINIK",
                                                        "VARD_UTOMLANDS",
                                                        "OVRIGT_UTLATANDE"))),
                                part(
                                        "4.2",
                                        official(one(), date()),
                                        form(reasonable(), notFuture())),
                                part("4.3", official(one(), text())))
                        .question("5", official(one(), subid()), words("5.1"));
        Lisjp1.diagnoses(rules, official(one(), subid()));
        rules.question("7", official(one(), subid()), words("7.1"))
                .question(
                        "45",
                        official(one(), subid()),
                        part("45.1", official(one(), bool())),
                        part("45.2", official(max(1), text()), form(length(3500))));
        IMPAIRMENTS.forEach(question -> optional(rules, question));
        rules.question("17", official(one(), subid()), words("17.1"));
        List.of("18", "19", "20", "21").forEach(question -> optional(rules, question));
        rules.question("22", official(one(), subid()), words("22.1"));
        optional(rules, "23");
        return rules.question(
                        "25",
                        official(max(1), subid()),
                        part("25.1", official(one(), text()), form(length(2700))))
                .question(
                        "26",
                        official(max(1), subid()),
                        part("26.1", official(one(), bool())),
                        part("26.2", official(max(1), text()), form(length(3500))))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(Blocks.diagnosisTable())
                .cross(Blocks.extraQuestions())
                .cross(
                        when(
                                OFFICIAL,
                                "Q8TO14-MIN1",
                                "8",
                                "no impairment of a function is described",
                                "an answer to at least one of 8 to 14",
                                subject -> IMPAIRMENTS.stream().noneMatch(subject::has)),
                        each(
                                OFFICIAL,
                                "Q2.1-AFTERBASIS",
                                "2.1",
                                "the patient is known only since after the examination or what a relative said",
                                "at most 1.2 of UNDERSOKNING and of ANHORIG",
                                Luse1::isAfterBasis))
                .cross(
                        when(
                                OFFICIAL,
                                "Q4-REQ",
                                "4",
                                "there are other investigations, and none is named",
                                "an answer to 4, or 3.1 false",
                                subject -> subject.isTrue("3.1") && !subject.has("4")),
                        when(
                                OFFICIAL,
                                "Q4-FORBID",
                                "4",
                                "an investigation is named, and there are none",
                                "no 4, or 3.1 true",
                                subject -> subject.isFalse("3.1") && subject.has("4")))
                .cross(
                        each(
                                OFFICIAL,
                                "Q45.2-REQ",
                                "45.2",
                                "there is reason to revise a diagnosis, and it is not said which",
                                "a text in 45.2",
                                (subject, answer) ->
                                        Subject.isTrue(answer, "45.1")
                                                && !Subject.has(answer, "45.2")),
                        each(
                                OFFICIAL,
                                "Q45.2-FORBID",
                                "45.2",
                                "a reason to revise a diagnosis is described, and there is none",
                                "no 45.2, or 45.1 true",
                                (subject, answer) ->
                                        Subject.isFalse(answer, "45.1")
                                                && Subject.has(answer, "45.2")))
                .cross(Lisjp1.contact("26"))
                .build();
    }

    private static void optional(RuleSet.Builder rules, String question) {
        rules.question(question, official(max(1), subid()), words(question + ".1"));
    }

    private static Ask.Part words(String id) {
        return part(id, official(one(), text()), form(length(3500)));
    }

    private static boolean isAfterBasis(Subject subject, Answer answer) {
        LocalDate known = Subject.date(answer, "2.1");
        if (known == null) {
            return false;
        }
        for (Answer basis : subject.answers("1")) {
            LocalDate day = Subject.date(basis, "1.2");
            boolean compared =
                    Subject.chooses(basis, "1.1", "UNDERSOKNING")
                            || Subject.chooses(basis, "1.1", "ANHORIG");
            if (compared && day != null && known.isAfter(day)) {
                return true;
            }
        }
        return false;
    }
}
