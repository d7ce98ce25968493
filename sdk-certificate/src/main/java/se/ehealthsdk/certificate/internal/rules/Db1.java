package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.reasonable;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.rules.DeathBlocks.isBefore;

import java.time.LocalDate;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** Death certificate, 1.x. */
final class Db1 {

    private static final String EXAMINED = "UNDERSOKNING_GJORT";
    private static final String TO_BE_EXAMINED = "UNDERSOKNING_SKA_GORAS";

    private Db1() {}

    static RuleSet rules() {
        return DeathBlocks.questions(
                        RuleSet.of("DB1", CertificateType.DB, 1).unknownQuestions(OFFICIAL))
                .question(
                        "5",
                        official(one(), subid()),
                        part("5.1", official(one(), bool())),
                        part("5.2", official(max(1), bool())))
                .question(
                        "6",
                        official(one(), subid()),
                        part("6.1", official(one(), bool())),
                        part(
                                "6.2",
                                official(
                                        max(1),
                                        cv(),
                                        codeSystem(CodeLists.EXTERNAL_EXAMINATION),
                                        code(EXAMINED, TO_BE_EXAMINED))),
                        part("6.3", official(max(1)), form(reasonable())))
                .question("7", official(one(), subid()), part("7.1", official(one(), bool())))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Common.patientAddress())
                .cross(
                        each(
                                OFFICIAL,
                                "Q5.2-REQ",
                                "5.2",
                                "there is an implant, and it is not said whether it was removed",
                                "true or false in 5.2",
                                (subject, answer) ->
                                        Subject.isTrue(answer, "5.1")
                                                && !Subject.has(answer, "5.2")),
                        each(
                                OFFICIAL,
                                "Q5.2-FORBID",
                                "5.2",
                                "it is said whether an implant was removed, and there is none",
                                "no 5.2, or 5.1 true",
                                (subject, answer) ->
                                        Subject.isFalse(answer, "5.1")
                                                && Subject.has(answer, "5.2")))
                .cross(examination())
                .build();
    }

    private static CrossRule[] examination() {
        return new CrossRule[] {
            each(
                    OFFICIAL,
                    "Q6.2-REQ",
                    "6.2",
                    "no external examination was done, and it is not said why",
                    EXAMINED + " or " + TO_BE_EXAMINED + " in 6.2, or 6.1 true",
                    (subject, answer) ->
                            Subject.isFalse(answer, "6.1") && !Subject.has(answer, "6.2")),
            each(
                    OFFICIAL,
                    "Q6.2-FORBID",
                    "6.2",
                    "an external examination was done, and it is said why it was not",
                    "no 6.2, or 6.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "6.1") && Subject.has(answer, "6.2")),
            each(
                    OFFICIAL,
                    "Q6.3-REQ",
                    "6.3",
                    "the person was examined shortly before death, and the date is missing",
                    "a date in 6.3",
                    (subject, answer) -> wasExamined(answer) && !Subject.has(answer, "6.3")),
            each(
                    OFFICIAL,
                    "Q6.3-DATE",
                    "6.3",
                    "no date, or one that does not exist",
                    "a date YYYY-MM-DD",
                    (subject, answer) ->
                            wasExamined(answer)
                                    && Subject.has(answer, "6.3")
                                    && Subject.date(answer, "6.3") == null),
            DeathBlocks.plainDate("6.3"),
            each(
                    OFFICIAL,
                    "Q6.3-FORBID",
                    "6.3",
                    "a date of an examination before death, and none was done",
                    "no 6.3, or " + EXAMINED + " in 6.2",
                    (subject, answer) ->
                            Subject.has(answer, "6.2")
                                    && !wasExamined(answer)
                                    && Subject.has(answer, "6.3")),
            each(
                            FORM,
                            "Q6.3-FORBID",
                            "6.3",
                            "a date of an examination before death, and it was done after death",
                            "no 6.3, or 6.1 false",
                            (subject, answer) ->
                                    Subject.isTrue(answer, "6.1") && Subject.has(answer, "6.3"))
                    .behind("Q6.3-FORBID"),
            DeathBlocks.notAfterDeath(
                    OFFICIAL, "6.3", "the examination before death was after it", Db1::wasExamined),
            each(
                            FORM,
                            "Q6.3-WINDOW",
                            "6.3",
                            "the examination is too early to be right",
                            "from the day of birth, and when the date of death is certain at most 4"
                                    + " weeks before it",
                            Db1::isTooEarly)
                    .behind("Q6.3-NOTAFTER", "Q6.3-FORBID", "COM-J-REASON"),
            each(
                    OFFICIAL,
                    "Q7.1-REQTRUE",
                    "7.1",
                    "a forensic examination will be done, and the police are not told",
                    "true in 7.1 when 6.2 is " + TO_BE_EXAMINED,
                    (subject, answer) ->
                            subject.chosen("6.2", TO_BE_EXAMINED) && Subject.isFalse(answer, "7.1"))
        };
    }

    private static boolean wasExamined(Answer answer) {
        return Subject.chooses(answer, "6.2", EXAMINED);
    }

    private static boolean isTooEarly(Subject subject, Answer answer) {
        LocalDate examined = Subject.date(answer, "6.3");
        LocalDate death = DeathBlocks.certainDeath(subject);
        return isBefore(examined, DeathBlocks.birth(subject))
                || (death != null && isBefore(examined, death.minusWeeks(4)));
    }
}
