package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.icd;
import static se.ehealthsdk.certificate.internal.check.Ask.icdKnown;
import static se.ehealthsdk.certificate.internal.check.Ask.icdLength;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystemLoosely;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.length;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.named;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.notPast;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;

import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** FK 3226, medical certificate for compensation to relatives, 1.0. */
final class Lunsp1 {

    private static final String PALLIATIVE = "ENDAST_PALLIATIV";
    private static final String ACUTE = "AKUT_LIVSHOTANDE";
    private static final String OTHER = "ANNAT";

    private Lunsp1() {}

    static RuleSet rules() {
        return RuleSet.of("LUNSP1", CertificateType.LUNSP, 1)
                .unknownQuestions(FORM)
                .question(
                        "1",
                        official(min(1), max(3), inst(), uniq("1.1")),
                        part(
                                "1.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.BASIS),
                                        code("UNDERSOKNING", "JOURNALUPPGIFTER", OTHER))),
                        part("1.2", official(one(), date()), form(notFuture())),
                        part("1.3", official(max(1), text()), form(length(50))))
                .question(
                        "58",
                        official(
                                min(1),
                                max(5),
                                inst(),
                                subid(
                                        "58.3", "58.4", "58.5", "58.6", "58.7", "58.8", "58.9",
                                        "58.10")),
                        part("58.1", official(one(), text()), form(length(81))),
                        part(
                                "58.2",
                                official(
                                        one(),
                                        cv(),
                                        icdSystemLoosely(CodeLists.ICD_10_SE_LUNSP),
                                        icd(),
                                        icdLength()),
                                form(icdSystem(CodeLists.ICD_10_SE_LUNSP), icdKnown())))
                .question(
                        "52",
                        official(one()),
                        part(
                                "52.1",
                                official(one(), code(PALLIATIVE, ACUTE, OTHER)),
                                form(codeSystem(CodeLists.CARE_SITUATION))),
                        part("52.2", form(max(1), date(), notFuture())),
                        part("52.3", form(max(1), date(), notFuture())),
                        part("52.4", form(max(1), text(), length(265))),
                        part("52.5", form(max(1), bool())),
                        part("52.6", form(max(1), date(), notPast())),
                        part("52.7", form(max(1), text(), length(265))))
                .question("53", official(one()), part("53.1", form(named("REQ", one()), bool())))
                .cross(Common.document())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(
                        follows("52.2", PALLIATIVE, "when active treatment ended"),
                        follows("52.3", ACUTE, "when it became acute"),
                        follows("52.4", ACUTE, "in what way life is threatened"),
                        follows("52.5", ACUTE, "whether its duration can be estimated"),
                        follows("52.7", OTHER, "in what way life is threatened"),
                        each(
                                OFFICIAL,
                                "Q52.6-REQ",
                                "52.6",
                                "the duration can be estimated, and the date is missing",
                                "a date in 52.6",
                                (subject, answer) ->
                                        saysTrue(answer) && !Subject.has(answer, "52.6")),
                        each(
                                        FORM,
                                        "Q52.6-REQ",
                                        "52.6",
                                        "the duration can be estimated, and the date is missing",
                                        "a date in 52.6, also when 52.5 is written as 1",
                                        (subject, answer) ->
                                                Subject.isTrue(answer, "52.5")
                                                        && !Subject.has(answer, "52.6"))
                                .behind("Q52.6-REQ"),
                        belongs("52.2", PALLIATIVE),
                        belongs("52.3", ACUTE),
                        belongs("52.4", ACUTE),
                        belongs("52.5", ACUTE),
                        belongs("52.7", OTHER),
                        each(
                                FORM,
                                "Q52.6-FORBID",
                                "52.6",
                                "a date until when, and the duration cannot be estimated",
                                "no 52.6, or 52.5 true",
                                (subject, answer) ->
                                        Subject.has(answer, "52.6")
                                                && (Subject.isFalse(answer, "52.5")
                                                        || !Subject.has(answer, "52.5"))))
                .build();
    }

    private static CrossRule follows(String part, String situation, String what) {
        return each(
                OFFICIAL,
                "Q" + part + "-REQ",
                part,
                "it is not said " + what,
                part + " when 52.1 is " + situation,
                (subject, answer) ->
                        Subject.chooses(answer, "52.1", situation) && !Subject.has(answer, part));
    }

    private static CrossRule belongs(String part, String situation) {
        return each(
                FORM,
                "Q" + part + "-FORBID",
                part,
                "an answer that belongs to another care situation",
                part + " only when 52.1 is " + situation,
                (subject, answer) ->
                        Subject.has(answer, part)
                                && !Subject.chooses(answer, "52.1", situation)
                                && (Subject.chooses(answer, "52.1", PALLIATIVE)
                                        || Subject.chooses(answer, "52.1", ACUTE)
                                        || Subject.chooses(answer, "52.1", OTHER)));
    }

    /** The official rule looks for the word, and does not know 1. */
    private static boolean saysTrue(Answer answer) {
        String text = Subject.text(answer, "52.5");
        return text != null && text.contains("true");
    }
}
