package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.internal.check.Ask.anyCode;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.icdKnown;
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.named;
import static se.ehealthsdk.certificate.internal.check.Ask.period;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.value;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** What FK 7804 2.0 and AG 7804 2.0 ask alike, all of it the form's own. */
final class SickNote2 {

    static final String[] BASES = {
        "FYSISKUNDERSOKNING", "DIGITALUNDERSOKNING", "TELEFONKONTAKT", "JOURNALUPPGIFTER", "ANNAT"
    };

    private SickNote2() {}

    static Ask.Group firstText() {
        return form(named("Q6-FIRSTROW", text()));
    }

    static Ask.Group firstCode() {
        return form(
                cv(),
                named("Q6-FIRSTROW", anyCode()),
                icdSystem(CodeLists.ICD_10_SE_2),
                named("Q6-ICDKNOWN", icdKnown()));
    }

    static Ask.Group laterCode() {
        return form(
                cv(),
                anyCode(),
                icdSystem(CodeLists.ICD_10_SE_2),
                named("Q6-ICDKNOWN", icdKnown()));
    }

    static Ask.Group period() {
        return form(
                value(
                        "COMPLETE",
                        "no period with both its days",
                        "a datePeriod with start and end",
                        (content, subject) ->
                                content instanceof Content.DatePeriod period
                                        && period.start().isPresent()
                                        && period.end().isPresent()),
                value(
                        "ORDER",
                        "the period ends before it starts",
                        "an end on the day of the start or later",
                        (content, subject) -> Values.period(content) != null));
    }

    static Ask.Group prognosis() {
        return form(
                cv(),
                codeSystem(CodeLists.PROGNOSIS),
                code(
                        "STOR_SANNOLIKHET",
                        "ATER_X_ANTAL_MANADER",
                        "SANNOLIKT_INTE",
                        "PROGNOS_OKLAR"));
    }

    /** A question that has to be answered. */
    static CrossRule required(String question) {
        return when(
                FORM,
                "Q" + question + "-REQ",
                question,
                "there is no answer, and the patient is not kept from work because of infection",
                "an answer, or 27.1 true",
                subject -> !subject.isTrue("27.1") && !subject.has(question));
    }

    /** A question whose first part has to be answered; no official rule counts that part. */
    static CrossRule requiredPart(String question) {
        String part = question + ".1";
        return when(
                FORM,
                "Q" + part + "-REQ",
                part,
                "there is no answer, and the patient is not kept from work because of infection",
                "an answer, or 27.1 true",
                subject -> !subject.isTrue("27.1") && !subject.hasPart(part));
    }

    static CrossRule[] diagnosisTable() {
        return new CrossRule[] {
            each(
                    FORM,
                    "Q6-PAIR",
                    "6",
                    "a secondary diagnosis has a text and no code, or a code and no text",
                    "text and code, or neither",
                    (subject, answer) ->
                            Subject.has(answer, "6.3") != Subject.has(answer, "6.4")
                                    || Subject.has(answer, "6.5") != Subject.has(answer, "6.6")),
            each(
                            FORM,
                            "Q6-NOGAP",
                            "6",
                            "the second secondary diagnosis is given and the first is not",
                            "6.3 and 6.4 before 6.5 and 6.6",
                            (subject, answer) ->
                                    (Subject.has(answer, "6.5") || Subject.has(answer, "6.6"))
                                            && !(Subject.has(answer, "6.3")
                                                    && Subject.has(answer, "6.4")))
                    .behind("Q6-PAIR")
        };
    }

    /** Degree, working hours and prognosis. */
    static CrossRule[] sickLeave() {
        return new CrossRule[] {
            Blocks.overlapByDay(FORM, "Q32-OVERLAP"),
            Blocks.earlyStart(),
            when(
                    FORM,
                    "Q33-REQ",
                    "33",
                    "the degree is a part, and nothing is said of uneven working hours",
                    "an answer to 33",
                    subject ->
                            subject.chosen("32.1", CodeLists.PART_TIME_DEGREES)
                                    && !subject.has("33")),
            when(
                            FORM,
                            "Q33-FORBID",
                            "33",
                            "uneven working hours are given, and no degree is a part",
                            "no 33, or a degree of 25, 50 or 75 percent",
                            subject ->
                                    subject.has("33")
                                            && !subject.chosen("32.1", CodeLists.PART_TIME_DEGREES))
                    .behind(
                            "Q32.1-CODE",
                            "Q32.1-CV",
                            "Q32.1-CS",
                            "Q32.1-ONE",
                            "Q32-MIN1",
                            "Q32-REQ"),
            requiredWhenTrue("33.1", "33.2"),
            forbiddenWhenFalse("33.1", "33.2"),
            requiredWhenChosen("ATER_X_ANTAL_MANADER", "39.4"),
            forbiddenWhenOther("ATER_X_ANTAL_MANADER", "39.4"),
            requiredWhenChosen("PROGNOS_OKLAR", "39.2"),
            forbiddenWhenOther("PROGNOS_OKLAR", "39.2")
        };
    }

    /** A reason for contact only with a wish for it. */
    static CrossRule[] contact(String question) {
        return new CrossRule[] {forbiddenWhenFalse(question + ".1", question + ".2")};
    }

    private static CrossRule requiredWhenTrue(String asked, String then) {
        return each(
                FORM,
                "Q" + then + "-REQ",
                then,
                asked + " is true, and " + then + " is missing",
                "an answer in " + then,
                (subject, answer) -> Subject.isTrue(answer, asked) && !Subject.has(answer, then));
    }

    private static CrossRule forbiddenWhenFalse(String asked, String then) {
        return each(
                FORM,
                "Q" + then + "-FORBID",
                then,
                asked + " is false, and " + then + " is answered",
                "no " + then + ", or " + asked + " true",
                (subject, answer) -> Subject.isFalse(answer, asked) && Subject.has(answer, then));
    }

    private static CrossRule requiredWhenChosen(String code, String then) {
        return each(
                FORM,
                "Q" + then + "-REQ",
                then,
                "the prognosis is " + code + ", and " + then + " is missing",
                "an answer in " + then,
                (subject, answer) ->
                        Subject.chooses(answer, "39.1", code) && !Subject.has(answer, then));
    }

    private static CrossRule forbiddenWhenOther(String code, String then) {
        return each(
                        FORM,
                        "Q" + then + "-FORBID",
                        then,
                        then + " is answered, and the prognosis is not " + code,
                        "no " + then + ", or " + code + " in 39.1",
                        (subject, answer) ->
                                Subject.has(answer, then) && !Subject.chooses(answer, "39.1", code))
                .behind("Q39.1-CODE", "Q39.1-CV", "Q39.1-CS", "Q39.1-ONE");
    }

    /** The questions that the form leaves out for a patient who is kept from work because of infection. */
    static CrossRule[] hidden(String... questions) {
        CrossRule[] rules = new CrossRule[questions.length];
        for (int i = 0; i < questions.length; i++) {
            rules[i] = Blocks.hiddenByInfectionControl(questions[i]);
        }
        return rules;
    }
}
