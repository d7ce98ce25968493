package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.HIGHER;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.anyBetween;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.asksFor;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.beside;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.decimal;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.haveOnce;
import static se.ehealthsdk.certificate.internal.rules.DrivingBlocks.isBetween;

import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/**
 * TSTRK1007, medical certificate for driving licences, 6.x. As 7.x but for acuity, which must be there. The official rules
 * refuse low acuity of one eye where no licence of group II or III is asked for.
 */
final class Tstrk1007V6 {

    private static final double LEAST = Double.NEGATIVE_INFINITY;

    private static final String[] CORRECTED = {"8.4", "8.5", "8.6"};

    private Tstrk1007V6() {}

    static RuleSet rules() {
        return Tstrk1007V7.cross(Tstrk1007V7.questions(6, Tstrk1007V6::acuity))
                .cross(
                        beside("21.1", "21.2"),
                        CrossRule.holding(
                                OFFICIAL,
                                "Q8-CORRECTED",
                                "8",
                                "8.2",
                                "acuity of one eye is below 0.1, and with correction it is missing, or no"
                                        + " licence of group II or III is asked for",
                                "8.4, 8.5 and 8.6, and such a licence in 1.1",
                                (subject, answer) ->
                                        isBetween(answer, "8.2", LEAST, 0.1)
                                                && !(asksFor(subject, HIGHER)
                                                        && Tstrk1007V7.areBeside(
                                                                answer, CORRECTED))),
                        CrossRule.holding(
                                        OFFICIAL,
                                        "Q8-CORRECTED",
                                        "8",
                                        "8.1",
                                        "acuity of one eye is below 0.1 or of each below 0.8, and with"
                                                + " correction it is missing, or no licence of group II or"
                                                + " III is asked for",
                                        "8.4, 8.5 and 8.6, and such a licence in 1.1",
                                        Tstrk1007V6::isUncorrected)
                                .behind("Q8-CORRECTED"),
                        Tstrk1007V7.lowOfBoth("8.3", CORRECTED).behind("Q8-CORRECTED"))
                .build();
    }

    private static boolean isUncorrected(Subject subject, Answer answer) {
        boolean low = anyBetween(answer, "8.1", LEAST, 0.1);
        boolean middling =
                anyBetween(answer, "8.1", 0.1, 0.8) && isBetween(answer, "8.2", 0.1, 0.8);
        boolean higher = asksFor(subject, HIGHER);
        return (low && !(higher && Tstrk1007V7.areBeside(answer, CORRECTED)))
                || (middling && !(higher && haveOnce(subject, CORRECTED)));
    }

    private static void acuity(RuleSet.Builder rules) {
        rules.question(
                "8",
                official(one(), subid()),
                part("8.1", official(one(), decimal())),
                part("8.2", official(one(), decimal())),
                part("8.3", official(one(), decimal())),
                part("8.4", official(decimal())),
                part("8.5", official(decimal())),
                part("8.6", official(decimal())),
                part("8.7"),
                part("8.8"));
    }
}
