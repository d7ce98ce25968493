package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.check.Doc.cv;
import static se.ehealthsdk.certificate.check.Doc.period;
import static se.ehealthsdk.certificate.check.Doc.text;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;

/** AG7804 2.0 has no official rules; what the form asks differs from LISJP 2.0 in what is tested here. */
class Ag2RulesTest {

    private static final Doc BASE =
            Lisjp2RulesTest.COMMON
                    .type(CodedValue.of("AG7804", CertificateType.CODE_SYSTEM), "2.0")
                    .svar("100", text("100.1", "true"))
                    .svar("103", text("103.1", "true"), text("103.2", "Ring"));

    private static final Verdicts OFFICIAL =
            new Verdicts(BASE, CheckMode.OFFICIAL)
                    .pass(
                            "nothing in it",
                            doc ->
                                    doc.without(
                                            "27", "1", "28", "29", "100", "6", "35", "17", "19",
                                            "32", "37", "34", "33", "39", "44", "25", "103"))
                    .pass("nonsense in it", doc -> doc.svar("999", text("999.1", "x")));

    private static final Verdicts FORM = form();

    private static Verdicts form() {
        Verdicts table = new Verdicts(BASE, CheckMode.FORM);
        for (String question : List.of("1", "39")) {
            table.fail(
                    "no " + question,
                    "AG2-Q" + question + "-REQ",
                    question,
                    doc -> doc.without(question));
        }
        for (String question : List.of("35", "17")) {
            table.fail(
                    "no " + question,
                    "AG2-Q" + question + ".1-REQ",
                    question + ".1",
                    doc -> doc.without(question));
        }
        for (String part :
                List.of("29.1", "35.1", "17.1", "19.1", "37.1", "44.1", "25.1", "33.2", "103.2")) {
            table.fail(
                    part + " too long",
                    "AG2-Q" + part + "-LEN4000",
                    part,
                    doc -> doc.set(part, "a".repeat(4001)));
            table.fail(part + " blank", "AG2-Q" + part + "-TEXT", part, doc -> doc.set(part, ""));
        }
        for (String question :
                List.of(
                        "27", "29", "6", "35", "17", "19", "37", "34", "33", "39", "44", "25",
                        "100", "103")) {
            table.fail(
                    question + " twice",
                    "AG2-Q" + question + "-MAX1",
                    question,
                    doc -> doc.again(question));
            table.fail(
                    question + ".9",
                    "AG2-Q" + question + "-SUBID",
                    question,
                    doc -> doc.plus(question, text(question + ".9", "x")));
        }
        return table.pass("infection control", Lisjp2RulesTest::infection)
                .pass(
                        "no diagnosis for the employer",
                        doc -> doc.without("6").set("100.1", "false"))
                .fail("no 100", "AG2-Q100-REQ", "100", doc -> doc.without("100"))
                .fail("100.1 nonsense", "AG2-Q100.1-BOOL", "100.1", doc -> doc.set("100.1", "x"))
                .fail(
                        "infection control without passing on",
                        "AG2-Q100-SP",
                        "100.1",
                        doc -> Lisjp2RulesTest.infection(doc).set("100.1", "false"))
                .fail("100.1 true without 6", "AG2-Q6-REQ", "6", doc -> doc.without("6"))
                .fail("100.1 false with 6", "AG2-Q6-FORBID", "6", doc -> doc.set("100.1", "false"))
                .fail("no 28 and no 29", "AG2-Q28-REQ", "28", doc -> doc.without("28", "29"))
                .fail("no 29", "AG2-Q29-REQ", "29", doc -> doc.without("29"))
                .fail(
                        "29 with STUDIER",
                        "AG2-Q29-FORBID",
                        "29",
                        doc -> doc.set(cv("28.1", "STUDIER", "KV_FKMU_0002")))
                .fail("no 32 and no 33", "AG2-Q32-REQ", "32", doc -> doc.without("32", "33"))
                .fail("no 27", "AG2-Q27-EMIT", "27", doc -> doc.without("27"))
                .fail(
                        "1.2 in the future",
                        "AG2-Q1.2-NOTFUTURE",
                        "1.2",
                        doc -> doc.set("1.2", "2026-03-03"))
                .fail("1.2 no date", "AG2-Q1.2-DATE", "1.2", doc -> doc.set("1.2", "abc"))
                .fail(
                        "ANNAT without 1.3",
                        "AG2-Q1.3-REQ",
                        "1.3",
                        doc -> doc.set(cv("1.1", "ANNAT", "KV_FKMU_0001")))
                .fail(
                        "1.3 with another basis",
                        "AG2-Q1.3-FORBID",
                        "1.3",
                        doc -> doc.plus("1", text("1.3", "x")))
                .fail(
                        "periods overlap",
                        "AG2-Q32-OVERLAP",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-03-02", "2026-03-16")))
                .fail("no 33", "AG2-Q33-REQ", "33", doc -> doc.without("33"))
                .fail(
                        "103.1 false with 103.2",
                        "AG2-Q103.2-FORBID",
                        "103.2",
                        doc -> doc.set("103.1", "false"))
                .fail("103 without 103.1", "AG2-Q103.1-ONE", "103.1", doc -> doc.minus("103.1"))
                .fail(
                        "103 hidden by infection control",
                        "AG2-SP-HIDE",
                        "103",
                        doc -> Lisjp2RulesTest.infection(doc).svar("103", text("103.1", "false")))
                .fail("26", "AG2-DOC-UNKNOWN", "26", doc -> doc.svar("26", text("26.1", "true")))
                .fail(
                        "a long 37 under infection control is only hidden",
                        "AG2-SP-HIDE",
                        "37",
                        doc ->
                                Lisjp2RulesTest.infection(doc)
                                        .svar("37", text("37.1", "a".repeat(4001))));
    }

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Stream.of(OFFICIAL, FORM).flatMap(each -> each.tests().stream());
    }

    @Test
    void rulesOfItsOwn_areBrokenByATest() {
        Set<String> asInLisjp = new HashSet<>();
        for (Rule rule : CertificateChecker.create().rules(CertificateType.LISJP, 2)) {
            asInLisjp.add(rule.id().replace("LISJP2", "AG2"));
        }
        Set<String> left =
                Verdicts.unbroken(
                        CertificateType.AG7804, 2, EnumSet.allOf(Finding.Origin.class), FORM);
        left.removeAll(asInLisjp);
        assertThat(left)
                .isSubsetOf(
                        // counts and shapes of parts that LISJP 2.0 counts in the same way
                        Set.of(
                                "AG2-Q100.1-ONE",
                                "AG2-Q103.1-BOOL",
                                "AG2-Q103.2-MAX1",
                                "AG2-Q33.2-MAX1"));
    }
}
