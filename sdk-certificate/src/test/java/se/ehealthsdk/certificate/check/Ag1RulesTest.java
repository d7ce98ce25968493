package se.ehealthsdk.certificate.check;

import static se.ehealthsdk.certificate.check.Doc.cv;
import static se.ehealthsdk.certificate.check.Doc.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;

/** The observed official verdicts of AG7804 1.x where it differs from LISJP 1.x. */
class Ag1RulesTest {

    private static final Doc BASE =
            Lisjp1RulesTest.BASE
                    .type(CodedValue.of("AG7804", CertificateType.CODE_SYSTEM), "1.1")
                    .svar("100", text("100.1", "true"));

    private static final Verdicts OFFICIAL =
            new Verdicts(BASE, CheckMode.OFFICIAL)
                    .pass(
                            "27 false without 35",
                            doc -> doc.without("35").svar("27", text("27.1", "false")))
                    .pass("26.1 nonsense", doc -> doc.svar("26", text("26.1", "x")))
                    .pass("svar 101", doc -> doc.svar("101", text("101.1", "x")))
                    .pass("100.1 with blanks", doc -> doc.set("100.1", " true "))
                    .pass("100.1 false without 6", doc -> doc.without("6").set("100.1", "false"))
                    .pass("100.2", doc -> doc.plus("100", text("100.2", "x")))
                    .pass(
                            "27 true with two 17",
                            doc -> doc.again("17").svar("27", text("27.1", "true")))
                    .pass(
                            "103 with a reason",
                            doc -> doc.svar("103", text("103.1", "true"), text("103.2", "x")))
                    .pass("1.2 today", doc -> doc.set("1.2", "2026-03-02"))
                    .pass(
                            "27 false without 40",
                            doc -> doc.without("40").svar("27", text("27.1", "false")))
                    .fail(
                            "KONFLIKTHANTERING",
                            "AG1-Q40.1-CODE",
                            "40.1",
                            doc -> doc.set(cv("40.1", "KONFLIKTHANTERING", "KV_FKMU_0004")))
                    .fail(
                            "SOKA_NYTT_ARBETE",
                            "AG1-Q40.1-CODE",
                            "40.1",
                            doc -> doc.set(cv("40.1", "SOKA_NYTT_ARBETE", "KV_FKMU_0004")))
                    .fail(
                            "103.1 false with 103.2",
                            "AG1-Q103.2-FORBID",
                            "103.2",
                            doc -> doc.svar("103", text("103.1", "false"), text("103.2", "x")))
                    .fail(
                            "103.3",
                            "AG1-Q103-SUBID",
                            "103",
                            doc -> doc.svar("103", text("103.1", "true"), text("103.3", "x")))
                    .fail("35.2", "AG1-Q35-SUBID", "35", doc -> doc.plus("35", text("35.2", "x")))
                    .fail("no 40", "AG1-Q40-RANGE", "40", doc -> doc.without("40"))
                    .fail("no 35", "AG1-Q35-REQ", "35", doc -> doc.without("35"))
                    .fail("two 35", "AG1-Q35-MAX1", "35", doc -> doc.again("35"))
                    .fail(
                            "9001",
                            "AG1-DOC-UNKNOWN",
                            "9001",
                            doc -> doc.svar("9001", text("9001.1", "x")))
                    .fail(
                            "100.1 false with 6",
                            "AG1-Q6-FORBID",
                            "6",
                            doc -> doc.set("100.1", "false"))
                    .fail("100.1 true without 6", "AG1-Q6-REQ", "6", doc -> doc.without("6"))
                    .fail("no 100", "AG1-Q100-ONE", "100.1", doc -> doc.without("100"))
                    .fail(
                            "100.1 nonsense",
                            "AG1-Q100.1-BOOL",
                            "100.1",
                            doc -> doc.set("100.1", "x"))
                    .fail(
                            "1.2 in 2199",
                            "AG1-Q1.2-NOTFUTURE",
                            "1.2",
                            doc -> doc.set("1.2", "2199-01-01"))
                    .fail("1.2 no date", "AG1-Q1.2-DATE", "1.2", doc -> doc.set("1.2", "abc"))
                    .fail("two 17", "AG1-Q17-ONE", "17", doc -> doc.again("17"))
                    .fail("no 17", "AG1-Q17-ONE", "17", doc -> doc.without("17"))
                    .fail("no 39", "AG1-Q39-REQ", "39", doc -> doc.without("39"));

    private static final Verdicts FORM =
            new Verdicts(BASE, CheckMode.FORM)
                    .fail(
                            "26",
                            "AG1-DOC-UNKNOWN",
                            "26",
                            doc -> doc.svar("26", text("26.1", "true")))
                    .fail(
                            "100.2",
                            "AG1-Q100-SUBID",
                            "100",
                            doc -> doc.plus("100", text("100.2", "x")))
                    .fail(
                            "27 false without 35",
                            "AG1-Q35-REQ",
                            "35",
                            doc -> doc.without("35").svar("27", text("27.1", "false")))
                    .fail(
                            "27 false without 40",
                            "AG1-Q40-REQ",
                            "40",
                            doc -> doc.without("40", "44").svar("27", text("27.1", "false")))
                    .fail("no 35", "AG1-Q35-REQ", "35", doc -> doc.without("35"))
                    .fail(
                            "27 true with two 17",
                            "AG1-Q17-MAX1",
                            "17",
                            doc -> doc.again("17").svar("27", text("27.1", "true")))
                    .fail(
                            "25.1 too long",
                            "AG1-Q25.1-LEN",
                            "25.1",
                            doc -> doc.svar("25", text("25.1", "a".repeat(4001))))
                    .pass("25.1 of 4000", doc -> doc.svar("25", text("25.1", "a".repeat(4000))))
                    .fails(
                            "1.2 in 2199",
                            List.of("AG1-Q1.2-NOTFUTURE@1.2"),
                            doc -> doc.set("1.2", "2199-01-01"));

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Stream.of(OFFICIAL, FORM).flatMap(each -> each.tests().stream());
    }
}
