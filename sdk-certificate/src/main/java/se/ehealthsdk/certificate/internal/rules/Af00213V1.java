package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/** AF 00213, medical statement to Arbetsförmedlingen, 1.x. The official rules; none of the form's own. */
final class Af00213V1 {

    private Af00213V1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("AF00213V1", CertificateType.AF00213, 1)
                        .unknownQuestions(OFFICIAL)
                        .positiveInstances();
        described(rules, "1", one());
        described(rules, "2", max(1));
        described(rules, "3", max(1));
        described(rules, "4", one());
        return rules.question("5", official(max(1), subid()), part("5.1", official(text())))
                .cross(Common.document())
                .cross(
                        when(
                                OFFICIAL,
                                "Q2-REQ",
                                "2",
                                "there is an impairment, and nothing is said of limited activity",
                                "an answer to 2 when 1.1 is true",
                                subject -> subject.isTrue("1.1") && !subject.has("2")))
                .build();
    }

    /** Yes with a description, or no without. */
    private static void described(RuleSet.Builder rules, String question, Ask count) {
        String given = question + ".1";
        String description = question + ".2";
        rules.question(
                        question,
                        official(count, subid()),
                        part(given, official(one(), bool())),
                        part(description, official(max(1), text())))
                .cross(descriptions(given, description));
    }

    private static CrossRule[] descriptions(String given, String description) {
        return new CrossRule[] {
            each(
                    OFFICIAL,
                    "Q" + description + "-REQ",
                    description,
                    "the answer is yes, and it is not described",
                    "a text in " + description,
                    (subject, answer) ->
                            Subject.isTrue(answer, given) && !Subject.has(answer, description)),
            each(
                    OFFICIAL,
                    "Q" + description + "-FORBID",
                    description,
                    "the answer is no, and something is described",
                    "no " + description + ", or " + given + " true",
                    (subject, answer) ->
                            Subject.isFalse(answer, given) && Subject.has(answer, description))
        };
    }
}
