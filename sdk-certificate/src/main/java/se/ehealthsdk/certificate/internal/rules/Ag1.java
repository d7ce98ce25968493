package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.RuleSet;

/** AG 7804, medical certificate of working capacity to the employer, 1.x: FK 7804 1.x but for what is said here. */
final class Ag1 {

    private static final String[] MEASURES = {
        "EJ_AKTUELLT",
        "ARBETSTRANING",
        "ARBETSANPASSNING",
        "BESOK_ARBETSPLATS",
        "ERGONOMISK",
        "HJALPMEDEL",
        "KONTAKT_FHV",
        "OMFORDELNING",
        "OVRIGA_ATGARDER"
    };

    private Ag1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("AG1", CertificateType.AG7804, 1)
                        .unknownQuestions(OFFICIAL, "26", "101")
                        .positiveInstances();
        Lisjp1.infectionControl(rules);
        Lisjp1.basis(rules, official(notFuture()));
        Lisjp1.occupation(rules);
        rules.question("100", part("100.1", official(bool())));
        Lisjp1.diagnoses(rules, official(subid()));
        Lisjp1.bodyAndTreatment(rules, official(subid()));
        Lisjp1.degree(rules);
        Lisjp1.prognosis(rules);
        Lisjp1.measures(rules, MEASURES, official(inst(), subid(), uniq("40.1")));
        Lisjp1.other(rules, 4000);
        return rules.question(
                        "103",
                        official(max(1), subid()),
                        part("103.1", official(one(), bool())),
                        part("103.2", official(max(1), text())))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(Blocks.diagnosisTable())
                .cross(
                        Lisjp1.requiredUnlessInfectionControl("1"),
                        Lisjp1.requiredUnlessInfectionControl("28"),
                        Lisjp1.requiredUnlessInfectionControl("39"))
                .cross(
                        when(
                                OFFICIAL,
                                "Q100-ONE",
                                "100.1",
                                "it is not said exactly once whether the diagnosis is passed on",
                                "one 100.1 in the document",
                                subject -> subject.countParts("100.1") != 1),
                        when(
                                OFFICIAL,
                                "Q6-REQ",
                                "6",
                                "the diagnosis is to be passed on, and there is not exactly one"
                                        + " answer with it",
                                "one answer to 6, or 100.1 false",
                                subject -> subject.isTrue("100.1") && subject.count("6") != 1),
                        when(
                                OFFICIAL,
                                "Q6-FORBID",
                                "6",
                                "there is a diagnosis, and it is not to be passed on",
                                "no 6, or 100.1 true",
                                subject -> subject.isFalse("100.1") && subject.has("6")),
                        when(
                                OFFICIAL,
                                "Q17-ONE",
                                "17",
                                "there is not exactly one answer, and the patient is not kept from"
                                        + " work because of infection",
                                "one answer to 17, or 27.1 true",
                                subject -> !subject.isTrue("27.1") && subject.count("17") != 1),
                        Blocks.atMostOne("17").behind("Q17-ONE"),
                        when(
                                OFFICIAL,
                                "Q35-REQ",
                                "35",
                                "there is no answer, and 27 is not answered",
                                "one answer to 35",
                                subject -> !subject.has("27") && !subject.has("35")),
                        requiredInTheForm("35"),
                        when(
                                OFFICIAL,
                                "Q40-RANGE",
                                "40",
                                "there are not between 1 and 8, and 27 is not answered",
                                "1 to 8 measures",
                                subject ->
                                        !subject.has("27")
                                                && (!subject.has("40") || subject.count("40") > 8)),
                        requiredInTheForm("40").behind("Q40-RANGE"))
                .cross(Lisjp1.sickLeave())
                .cross(Lisjp1.contact("103"))
                .build();
    }

    /** What the official rules let pass as soon as 27 is there, also when it is false. */
    private static CrossRule requiredInTheForm(String question) {
        return when(
                FORM,
                "Q" + question + "-REQ",
                question,
                "there is no answer, and the patient is not kept from work because of infection",
                "an answer, or 27.1 true",
                subject -> subject.isFalse("27.1") && !subject.has(question));
    }
}
