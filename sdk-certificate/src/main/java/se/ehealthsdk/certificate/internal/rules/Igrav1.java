package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.day;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.notPast;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.value;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Values;

/** FK 7210, certificate of pregnancy, 1.0. Its verdict depends on the day of the check. */
final class Igrav1 {

    private Igrav1() {}

    static RuleSet rules() {
        return RuleSet.of("IGRAV1", CertificateType.IGRAV, 1)
                .unknownQuestions(FORM)
                .question(
                        "54",
                        official(one()),
                        part(
                                "54.1",
                                official(
                                        one(),
                                        value(
                                                "PARSE",
                                                "no date, or one that does not exist; the official check breaks"
                                                        + " off at it",
                                                "a date YYYY-MM-DD",
                                                (content, subject) -> isDate(content)),
                                        date(),
                                        notPast(),
                                        day(
                                                "MAX366",
                                                "the date is more than 366 days after the day of the check",
                                                "a date within 366 days",
                                                (day, subject) ->
                                                        !day.isAfter(
                                                                subject.today().plusDays(366)))),
                                form(
                                        day(
                                                "MAX1Y",
                                                "the date is more than a year after the day of the check",
                                                "a date within a year",
                                                (day, subject) ->
                                                        !day.isAfter(
                                                                subject.today().plusYears(1))))))
                .cross(Common.document())
                .build();
    }

    /** As XPath makes a date of a text: blanks around it are let pass. */
    private static boolean isDate(Content content) {
        String text = Values.text(content);
        return text != null && Lexical.date(Lexical.trim(text)) != null;
    }
}
