package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;

import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.RuleSet;

/**
 * FK 7802, medical statement for activity compensation with prolonged schooling, 1.x. The official rules; none of the
 * form's own.
 */
final class LuaeFs1 {

    private LuaeFs1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("LUAEFS1", CertificateType.LUAE_FS, 1)
                        .unknownQuestions(OFFICIAL)
                        .extraQuestions()
                        .positiveInstances();
        LuaeNa1.sources(
                rules,
                "NEUROPSYKIATRISKT",
                "HABILITERING",
                "ARBETSTERAPEUT",
                "FYSIOTERAPEUT",
                "LOGOPED",
                "PSYKOLOG",
                "SKOLHALSOVARD",
                "SPECIALISTKLINIK",
                "VARD_UTOMLANDS",
                "OVRIGT_UTLATANDE");
        Lisjp1.diagnoses(rules, official(one(), subid()));
        LuaeNa1.required(rules, "15");
        LuaeNa1.required(rules, "16");
        LuaeNa1.optional(rules, "25");
        LuaeNa1.contact(rules);
        return rules.cross(Common.document())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(Blocks.diagnosisTable())
                .cross(Blocks.extraQuestions())
                .cross(Luse1.sources())
                .cross(Lisjp1.contact("26"))
                .build();
    }
}
