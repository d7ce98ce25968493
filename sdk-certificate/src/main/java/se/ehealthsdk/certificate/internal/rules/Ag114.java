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
import static se.ehealthsdk.certificate.internal.check.Ask.icdSystemLoosely;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.period;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.Ask.value;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.check.CrossRule.when;

import java.util.regex.Pattern;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;

/**
 * AG1-14, medical certificate to the employer for the sick pay period, 1.x. The newest official rule file was not to be
 * had: these are those of an older public edition, and what the public examples and the tests and draft rules beside them
 * show was added since (10, and 9.2 only when contact is wanted).
 */
final class Ag114 {

    private static final int LONGEST_NUMBER = 30;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private Ag114() {}

    static RuleSet rules() {
        RuleSet.Builder rules =
                RuleSet.of("AG114", CertificateType.AG1_14, 1)
                        .unknownQuestions(FORM)
                        .question(
                                "10",
                                official(min(1), max(4), inst(), uniq("10.1"), subid()),
                                part(
                                        "10.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.BASIS),
                                                code(
                                                        "UNDERSOKNING",
                                                        "TELEFONKONTAKT",
                                                        "JOURNALUPPGIFTER",
                                                        "ANNAT"))),
                                part("10.2", official(one(), date(), notFuture())),
                                part("10.3", official(max(1), text())))
                        .question(
                                "1",
                                official(one(), subid()),
                                part(
                                        "1.1",
                                        official(
                                                one(),
                                                cv(),
                                                codeSystem(CodeLists.OCCUPATION),
                                                code("NUVARANDE_ARBETE"))));
        LuaeNa1.required(rules, "2");
        rules.question("3", official(one(), subid()), part("3.1", official(one(), bool())))
                .question(
                        "4",
                        official(max(3)),
                        part("4.1", official(text())),
                        part(
                                "4.2",
                                official(
                                        cv(),
                                        icdSystemLoosely(CodeLists.ICD_10_SE_1, CodeLists.KSH97_P),
                                        icd()),
                                form(icdLength(), icdKnown())));
        LuaeNa1.required(rules, "5");
        rules.question(
                        "6",
                        official(one(), subid()),
                        part("6.1", official(one(), bool())),
                        part("6.2", official(text())))
                .question(
                        "7",
                        official(one(), subid()),
                        part("7.1", official(one(), percent())),
                        part("7.2", official(one(), period())));
        LuaeNa1.optional(rules, "8");
        return rules.question(
                        "9",
                        official(max(1), subid()),
                        part("9.1", official(one(), bool())),
                        part("9.2", official(max(1), text())))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Blocks.otherBasis(OFFICIAL, "10"))
                .cross(relations())
                .cross(Lisjp1.contact("9"))
                .build();
    }

    private static Ask percent() {
        return value(
                "RANGE",
                "no number, or one outside the limits",
                "a pq with a value from 0 to 100",
                (content, subject) -> content instanceof Content.Pq pq && isPercent(pq.value()));
    }

    private static boolean isPercent(String value) {
        String number = Lexical.trim(value);
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            return false;
        }
        double percent = Double.parseDouble(number);
        return percent >= 0 && percent <= 100;
    }

    private static CrossRule[] relations() {
        return new CrossRule[] {
            when(
                    OFFICIAL,
                    "Q4-REQ",
                    "4",
                    "the diagnosis is to be passed on, and there is none",
                    "an answer to 4, or 3.1 false",
                    subject -> subject.isTrue("3.1") && !subject.has("4")),
            each(
                    OFFICIAL,
                    "Q4-PAIR",
                    "4",
                    "a diagnosis is not one text and one code",
                    "4.1 and 4.2 both once",
                    (subject, answer) -> {
                        int texts = Subject.count(answer, "4.1");
                        int codes = Subject.count(answer, "4.2");
                        return (texts > 0 && codes != 1) || (codes > 0 && texts != 1);
                    }),
            each(
                    OFFICIAL,
                    "Q6.2-REQ",
                    "6.2",
                    "there is working capacity, and it is not described",
                    "a text in 6.2, or 6.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "6.1") && Subject.count(answer, "6.2") != 1),
            each(
                    OFFICIAL,
                    "Q9.2-REQ",
                    "9.2",
                    "contact is wanted, and it is not said with whom and why",
                    "a text in 9.2, or 9.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "9.1") && !Subject.has(answer, "9.2"))
        };
    }
}
