package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;

import java.util.List;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.RuleSet;

/**
 * FK 7801, medical statement for activity compensation with reduced working capacity, 1.x: FK 7800 with a question
 * more. The official rules; none of the form's own.
 */
final class LuaeNa1 {

    private LuaeNa1() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("LUAENA1", CertificateType.LUAE_NA, 1)
                        .unknownQuestions(OFFICIAL)
                        .extraQuestions()
                        .positiveInstances();
        sources(
                rules,
                "NEUROPSYKIATRISKT",
                "HABILITERING",
                "ARBETSTERAPEUT",
                "FYSIOTERAPEUT",
                "LOGOPED",
                "PSYKOLOG",
                "FORETAGSHALSOVARD",
                "SKOLHALSOVARD",
                "SPECIALISTKLINIK",
                "VARD_UTOMLANDS",
                "OVRIGT_UTLATANDE");
        required(rules, "5");
        Lisjp1.diagnoses(rules, official(one(), subid()));
        required(rules, "7");
        rules.question(
                "45",
                official(one(), subid()),
                part("45.1", official(one(), bool())),
                part("45.2", official(max(1), text())));
        Luse1.IMPAIRMENTS.forEach(question -> optional(rules, question));
        required(rules, "17");
        List.of("18", "19", "20", "21").forEach(question -> optional(rules, question));
        required(rules, "22");
        List.of("23", "24", "25").forEach(question -> optional(rules, question));
        contact(rules);
        return rules.cross(Common.document())
                .cross(Blocks.otherBasis(OFFICIAL))
                .cross(Blocks.diagnosisTable())
                .cross(Blocks.extraQuestions())
                .cross(Luse1.impairments())
                .cross(Luse1.sources())
                .cross(Luse1.revision())
                .cross(Lisjp1.contact("26"))
                .build();
    }

    /** 1 to 4: what the statement is based on. */
    static void sources(RuleSet.Builder rules, String... investigations) {
        rules.question(
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
                        part("1.2", official(one(), date())),
                        part("1.3", official(max(1), text())))
                .question("2", official(one(), subid()), part("2.1", official(one(), date())))
                .question("3", official(one(), subid()), part("3.1", official(one(), bool())))
                .question(
                        "4",
                        official(max(3), inst(), subid()),
                        part(
                                "4.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.INVESTIGATION),
                                        code(investigations))),
                        part("4.2", official(one(), date())),
                        part("4.3", official(one(), text())));
    }

    /** A question that is answered with a text. */
    static void required(RuleSet.Builder rules, String question) {
        rules.question(
                question, official(one(), subid()), part(question + ".1", official(one(), text())));
    }

    /** A question that may be answered with a text. */
    static void optional(RuleSet.Builder rules, String question) {
        rules.question(
                question,
                official(max(1), subid()),
                part(question + ".1", official(one(), text())));
    }

    /** 26: contact with Försäkringskassan. */
    static void contact(RuleSet.Builder rules) {
        rules.question(
                "26",
                official(max(1), subid()),
                part("26.1", official(one(), bool())),
                part("26.2", official(max(1), text())));
    }
}
