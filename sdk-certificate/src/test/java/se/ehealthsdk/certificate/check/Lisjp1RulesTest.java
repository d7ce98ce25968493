package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.check.Doc.cv;
import static se.ehealthsdk.certificate.check.Doc.period;
import static se.ehealthsdk.certificate.check.Doc.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.XmlNode;

/** The observed official verdicts of LISJP 1.x, and the form's own rules. */
class Lisjp1RulesTest {

    private static final String ICD = "1.2.752.116.1.1.1.1.3";
    private static final String KSH = "1.2.752.116.1.3.1.4.1";

    static final Doc BASE =
            Doc.of(CertificateType.LISJP, "1.3")
                    .svar(
                            "1",
                            1,
                            cv("1.1", "UNDERSOKNING", "KV_FKMU_0001"),
                            text("1.2", "2026-03-01"))
                    .svar("28", 1, cv("28.1", "NUVARANDE_ARBETE", "KV_FKMU_0002"))
                    .svar("29", text("29.1", "Provar lampor"))
                    .svar("6", text("6.1", "Fraktur"), cv("6.2", "S47", ICD))
                    .svar("35", text("35.1", "Smärta"))
                    .svar("17", text("17.1", "Kan inte lyfta"))
                    .svar(
                            "32",
                            1,
                            cv("32.1", "TRE_FJARDEDEL", "KV_FKMU_0003"),
                            period("32.2", "2026-03-02", "2026-03-15"))
                    .svar("37", text("37.1", "Läker långsamt"))
                    .svar("33", text("33.1", "true"), text("33.2", "Behöver vila"))
                    .svar("34", text("34.1", "false"))
                    .svar("39", cv("39.1", "STOR_SANNOLIKHET", "KV_FKMU_0006"))
                    .svar("40", 1, cv("40.1", "OVRIGA_ATGARDER", "KV_FKMU_0004"))
                    .svar("44", text("44.1", "Lättare lådor"));

    private static Doc whole(Doc doc) {
        return doc.without("32", "33")
                .svar(
                        "32",
                        1,
                        cv("32.1", "HELT_NEDSATT", "KV_FKMU_0003"),
                        period("32.2", "2026-03-02", "2026-03-15"));
    }

    private static Doc second(Doc doc, String start, String end) {
        return doc.svar("32", 2, cv("32.1", "HALFTEN", "KV_FKMU_0003"), period("32.2", start, end));
    }

    private static Doc infection(Doc doc) {
        return doc.without("1", "28", "29", "35", "17", "37", "33", "34", "39", "40", "44")
                .svar("27", text("27.1", "true"));
    }

    private static final Verdicts OFFICIAL = official();

    private static Verdicts official() {
        Verdicts table = new Verdicts(BASE, CheckMode.OFFICIAL);
        for (String date :
                List.of("2026-03-01Z", "2026-03-01+01:00", "2026-03-01 ", "2199-01-01")) {
            table.pass("1.2 " + date, doc -> doc.set("1.2", date));
        }
        for (String code : List.of("X99", "Z72", "Z730", "F320", "F32-", "A00-P", "a00")) {
            table.pass("6.2 " + code, doc -> doc.set(cv("6.2", code, ICD)));
        }
        for (String code : List.of("F32", "Z73", "A0", "A00.1", "Å00", "f32", "z73")) {
            table.fail(
                    "6.2 " + code, "LISJP1-Q6.2-ICD", "6.2", doc -> doc.set(cv("6.2", code, ICD)));
        }
        return table.pass("33.1 with blanks", doc -> doc.set("33.1", " true "))
                .pass("33.1 as 1", doc -> doc.set("33.1", "1"))
                .pass(
                        "1.1 with blanks",
                        doc -> doc.set(cv("1.1", " UNDERSOKNING ", "KV_FKMU_0001")))
                .pass("29.1 of a no-break space", doc -> doc.set("29.1", "\u00a0"))
                .pass("9000", doc -> doc.svar("9000", text("9000.1", "ja")))
                .pass(
                        "9000 blank and several",
                        doc -> doc.svar("9000", text("9000.1", ""), text("9000.2", "")))
                .pass("9001 with 9001.7", doc -> doc.svar("9001", text("9001.7", "ja")))
                .pass("9001 with 1.7", doc -> doc.svar("9001", text("1.7", "ja")))
                .pass("9999", doc -> doc.svar("9999", text("9999.1", "ja")))
                .pass("periods touch", doc -> second(doc, "2026-03-15", "2026-03-20"))
                .pass(
                        "two equal periods of one day",
                        doc ->
                                second(
                                        doc.set(period("32.2", "2026-03-02", "2026-03-02")),
                                        "2026-03-02",
                                        "2026-03-02"))
                .pass(
                        "instans twice",
                        doc ->
                                doc.svar(
                                        "1",
                                        1,
                                        cv("1.1", "TELEFONKONTAKT", "KV_FKMU_0001"),
                                        text("1.2", "2026-03-01")))
                .pass("infection control alone", Lisjp1RulesTest::infection)
                .pass("27 true with everything", doc -> doc.svar("27", text("27.1", "true")))
                .pass("27 false with everything", doc -> doc.svar("27", text("27.1", "false")))
                .pass("100 percent without 33", Lisjp1RulesTest::whole)
                .pass("26.1 true alone", doc -> doc.svar("26", text("26.1", "true")))
                .pass(
                        "secondary row with the same code",
                        doc -> doc.plus("6", text("6.3", "Fraktur"), cv("6.4", "S47", ICD)))
                .pass(
                        "ANNAT with 1.3",
                        doc ->
                                doc.set(cv("1.1", "ANNAT", "KV_FKMU_0001"))
                                        .plus("1", text("1.3", "Samtal")))
                .pass(
                        "a period of one day",
                        doc -> doc.set(period("32.2", "2026-03-02", "2026-03-02")))
                .pass(
                        "ATER_X_ANTAL_DGR with 39.3",
                        doc ->
                                doc.set(cv("39.1", "ATER_X_ANTAL_DGR", "KV_FKMU_0006"))
                                        .plus("39", cv("39.3", "SEXTIO_DGR", "KV_FKMU_0007")))
                .pass(
                        "another version and code system of the type",
                        doc -> doc.type(CodedValue.of("LISJP", "x"), "1"))
                .pass("another order", Doc::reversed)
                .pass("KSH97-P", doc -> doc.set(cv("6.2", "A00", KSH)))
                .pass("a longer code system", doc -> doc.set(cv("6.2", "A00", ICD + "5")))
                .pass(
                        "dots of the code system as other characters",
                        doc -> doc.set(cv("6.2", "A00", ICD.replace('.', 'x'))))
                .pass(
                        "EJ_AKTUELLT with blanks and another",
                        doc ->
                                doc.without("44")
                                        .svar("40", 2, cv("40.1", " EJ_AKTUELLT ", "KV_FKMU_0004")))
                .pass(
                        "text beside a comment",
                        doc ->
                                doc.set(
                                        new Answer.Part(
                                                "29.1",
                                                new Content.Other(
                                                        List.of(
                                                                new XmlNode.Text("a"),
                                                                new XmlNode.Comment("b"))))))
                .fail(
                        "1.2 leading space",
                        "LISJP1-Q1.2-DATE",
                        "1.2",
                        doc -> doc.set("1.2", " 2026-03-01"))
                .fail(
                        "1.2 no real date",
                        "LISJP1-Q1.2-DATE",
                        "1.2",
                        doc -> doc.set("1.2", "2015-02-30"))
                .fail(
                        "1.2 with a time",
                        "LISJP1-Q1.2-DATE",
                        "1.2",
                        doc -> doc.set("1.2", "2026-03-01T10:00:00"))
                .fail("33.1 TRUE", "LISJP1-Q33.1-BOOL", "33.1", doc -> doc.set("33.1", "TRUE"))
                .fail(
                        "code system with blanks",
                        "LISJP1-Q1.1-CS",
                        "1.1",
                        doc -> doc.set(cv("1.1", "UNDERSOKNING", " KV_FKMU_0001 ")))
                .fail("29.1 blank", "LISJP1-Q29.1-TEXT", "29.1", doc -> doc.set("29.1", " \t\n\r"))
                .fail("35.1 blank", "LISJP1-Q35.1-TEXT", "35.1", doc -> doc.set("35.1", ""))
                .fail("17.1 blank", "LISJP1-Q17.1-TEXT", "17.1", doc -> doc.set("17.1", ""))
                .fail("37.1 blank", "LISJP1-Q37.1-TEXT", "37.1", doc -> doc.set("37.1", ""))
                .fail("44.1 blank", "LISJP1-Q44.1-TEXT", "44.1", doc -> doc.set("44.1", ""))
                .fail("33.2 blank", "LISJP1-Q33.2-TEXT", "33.2", doc -> doc.set("33.2", ""))
                .fail(
                        "19.1 blank",
                        "LISJP1-Q19.1-TEXT",
                        "19.1",
                        doc -> doc.svar("19", text("19.1", "")))
                .fail(
                        "20.1 blank",
                        "LISJP1-Q20.1-TEXT",
                        "20.1",
                        doc -> doc.svar("20", text("20.1", "")))
                .fail(
                        "25.1 blank",
                        "LISJP1-Q25.1-TEXT",
                        "25.1",
                        doc -> doc.svar("25", text("25.1", "")))
                .fail("6.1 blank", "LISJP1-Q6.1-TEXT", "6.1", doc -> doc.set("6.1", ""))
                .fail(
                        "29.1 of an element",
                        "LISJP1-Q29.1-TEXT",
                        "29.1",
                        doc -> doc.set(cv("29.1", "S47", ICD)))
                .fail(
                        "svar 30",
                        "LISJP1-DOC-UNKNOWN",
                        "30",
                        doc -> doc.svar("30", text("30.1", "a")))
                .fail(
                        "svar 10000",
                        "LISJP1-DOC-UNKNOWN",
                        "10000",
                        doc -> doc.svar("10000", text("10000.1", "a")))
                .fail(
                        "9001 with two parts",
                        "LISJP1-Q9XXX-ONE",
                        "9001",
                        doc -> doc.svar("9001", text("9001.1", "a"), text("9001.2", "b")))
                .fail(
                        "9001 blank",
                        "LISJP1-Q9XXX-TEXT",
                        "9001",
                        doc -> doc.svar("9001", text("9001.1", " ")))
                .fail(
                        "9001 twice",
                        "LISJP1-Q9XXX-UNIQ",
                        "9001",
                        doc ->
                                doc.svar("9001", text("9001.1", "a"))
                                        .svar("9001", text("9001.1", "b")))
                .fail(
                        "periods overlap",
                        "LISJP1-Q32-OVERLAP",
                        "32.2",
                        doc -> second(doc, "2026-03-14", "2026-03-20"))
                .fail(
                        "one day inside another period",
                        "LISJP1-Q32-OVERLAP",
                        "32.2",
                        doc -> second(doc, "2026-03-10", "2026-03-10"))
                .fail(
                        "the same period twice",
                        "LISJP1-Q32-OVERLAP",
                        "32.2",
                        doc -> second(doc, "2026-03-02", "2026-03-15"))
                .fail(
                        "the same degree twice",
                        "LISJP1-Q32-UNIQ",
                        "32",
                        doc ->
                                doc.svar(
                                        "32",
                                        2,
                                        cv("32.1", "TRE_FJARDEDEL", "KV_FKMU_0003"),
                                        period("32.2", "2026-04-02", "2026-04-15")))
                .fail(
                        "end before start",
                        "LISJP1-Q32.2-PERIOD",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-03-15", "2026-03-02")))
                .fail(
                        "period without end",
                        "LISJP1-Q32.2-PERIOD",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-03-15", "")))
                .fail(
                        "period as text",
                        "LISJP1-Q32.2-PERIOD",
                        "32.2",
                        doc -> doc.set("32.2", "mars"))
                .fail("no period", "LISJP1-Q32.2-ONE", "32.2", doc -> doc.minus("32.2"))
                .fail(
                        "ICD of the second generation",
                        "LISJP1-Q6.2-ICDSYS",
                        "6.2",
                        doc -> doc.set(cv("6.2", "S47", "1.2.752.116.1.1.1")))
                .fail(
                        "ICD of LUNSP",
                        "LISJP1-Q6.2-ICDSYS",
                        "6.2",
                        doc -> doc.set(cv("6.2", "S47", "1.2.752.116.1.1.1.1.8")))
                .fail(
                        "a code of six characters",
                        "LISJP1-Q6.2-ICDLEN",
                        "6.2",
                        doc -> doc.set(cv("6.2", "A00123", ICD)))
                .fail("6.2 as text", "LISJP1-Q6.2-CV", "6.2", doc -> doc.set("6.2", "S47"))
                .fails(
                        "27 false with only 6 and 32",
                        List.of(
                                "LISJP1-Q1-REQ@1",
                                "LISJP1-Q28-REQ@28",
                                "LISJP1-Q35-REQ@35",
                                "LISJP1-Q17-REQ@17",
                                "LISJP1-Q39-REQ@39",
                                "LISJP1-Q40-REQ@40",
                                "LISJP1-Q33-REQ@33"),
                        doc -> infection(doc).set("27.1", "false"))
                .fail("no 40", "LISJP1-Q40-REQ", "40", doc -> doc.without("40"))
                .fail("no 1", "LISJP1-Q1-REQ", "1", doc -> doc.without("1"))
                .fail("no 28 and no 29", "LISJP1-Q28-REQ", "28", doc -> doc.without("28", "29"))
                .fail("no 28", "LISJP1-Q28-REQ", "28", doc -> doc.without("28"))
                .fail("no 35", "LISJP1-Q35-REQ", "35", doc -> doc.without("35"))
                .fail("no 6", "LISJP1-Q6-ONE", "6", doc -> doc.without("6"))
                .fail("no 32", "LISJP1-Q32-MIN1", "32", doc -> doc.without("32"))
                .fail(
                        "33 with 100 percent",
                        "LISJP1-Q33-FORBID",
                        "33",
                        doc -> whole(doc).svar("33", text("33.1", "false")))
                .fail(
                        "33 with 100 percent and infection control",
                        "LISJP1-Q33-FORBID",
                        "33",
                        doc ->
                                whole(doc)
                                        .svar("33", text("33.1", "false"))
                                        .svar("27", text("27.1", "true")))
                .fail("part time without 33", "LISJP1-Q33-REQ", "33", doc -> doc.without("33"))
                .fail(
                        "33.1 true without 33.2",
                        "LISJP1-Q33.2-REQ",
                        "33.2",
                        doc -> doc.minus("33.2"))
                .fail(
                        "33.1 false with 33.2",
                        "LISJP1-Q33.2-FORBID",
                        "33.2",
                        doc -> doc.set("33.1", "false"))
                .fail("33 twice", "LISJP1-Q33-MAX1", "33", doc -> doc.again("33"))
                .fail("39.2", "LISJP1-Q39-SUBID", "39", doc -> doc.plus("39", text("39.2", "a")))
                .fail("instans 0", "COM-S-INST", "1", doc -> doc.instance("1", Optional.of(0)))
                .fail(
                        "26.2 alone",
                        "LISJP1-Q26.1-ONE",
                        "26.1",
                        doc -> doc.svar("26", text("26.2", "a")))
                .fail(
                        "26.1 false with 26.2",
                        "LISJP1-Q26.2-FORBID",
                        "26.2",
                        doc -> doc.svar("26", text("26.1", "false"), text("26.2", "a")))
                .fail(
                        "26.1 wrong",
                        "LISJP1-Q26.1-BOOL",
                        "26.1",
                        doc -> doc.svar("26", text("26.1", "ja")))
                .fail(
                        "6.4 without 6.3",
                        "LISJP1-Q6-PAIR2",
                        "6",
                        doc -> doc.plus("6", cv("6.4", "S48", ICD)))
                .fail(
                        "third row without second",
                        "LISJP1-Q6-PAIR3",
                        "6",
                        doc -> doc.plus("6", text("6.5", "a"), cv("6.6", "S48", ICD)))
                .fail(
                        "rows of two code systems",
                        "LISJP1-Q6-SAMESYS",
                        "6",
                        doc -> doc.plus("6", text("6.3", "a"), cv("6.4", "S48", KSH)))
                .fail(
                        "EJ_AKTUELLT first",
                        "LISJP1-Q40-ALONE",
                        "40",
                        doc ->
                                doc.without("44")
                                        .set(cv("40.1", "EJ_AKTUELLT", "KV_FKMU_0004"))
                                        .svar("40", 2, cv("40.1", "HJALPMEDEL", "KV_FKMU_0004")))
                .fail(
                        "EJ_AKTUELLT second",
                        "LISJP1-Q40-ALONE",
                        "40",
                        doc ->
                                doc.without("44")
                                        .svar("40", 2, cv("40.1", "EJ_AKTUELLT", "KV_FKMU_0004")))
                .fail(
                        "EJ_AKTUELLT and 44",
                        "LISJP1-Q44-FORBID",
                        "44",
                        doc -> doc.set(cv("40.1", "EJ_AKTUELLT", "KV_FKMU_0004")))
                .fail(
                        "40 unknown",
                        "LISJP1-Q40.1-CODE",
                        "40.1",
                        doc -> doc.set(cv("40.1", "X", "KV_FKMU_0004")))
                .fail("40 twice the same", "LISJP1-Q40-UNIQ", "40", doc -> doc.again("40"))
                .fail("no 29", "LISJP1-Q29-REQ", "29", doc -> doc.without("29"))
                .fail(
                        "29 with STUDIER",
                        "LISJP1-Q29-FORBID",
                        "29",
                        doc -> doc.set(cv("28.1", "STUDIER", "KV_FKMU_0002")))
                .fail(
                        "ANNAT without 1.3",
                        "LISJP1-Q1.3-REQ",
                        "1.3",
                        doc -> doc.set(cv("1.1", "ANNAT", "KV_FKMU_0001")))
                .fail(
                        "1.3 with another basis",
                        "LISJP1-Q1.3-FORBID",
                        "1.3",
                        doc -> doc.plus("1", text("1.3", "a")))
                .fail("the same basis twice", "LISJP1-Q1-UNIQ", "1", doc -> doc.again("1"))
                .fail("the same occupation twice", "LISJP1-Q28-UNIQ", "28", doc -> doc.again("28"))
                .fail(
                        "ATER_X_ANTAL_DGR without 39.3",
                        "LISJP1-Q39.3-REQ",
                        "39.3",
                        doc -> doc.set(cv("39.1", "ATER_X_ANTAL_DGR", "KV_FKMU_0006")))
                .fail(
                        "39.3 with STOR_SANNOLIKHET",
                        "LISJP1-Q39.3-FORBID",
                        "39.3",
                        doc -> doc.plus("39", cv("39.3", "SEXTIO_DGR", "KV_FKMU_0007")))
                .fail(
                        "39.3 unknown",
                        "LISJP1-Q39.3-CODE",
                        "39.3",
                        doc ->
                                doc.set(cv("39.1", "ATER_X_ANTAL_DGR", "KV_FKMU_0006"))
                                        .plus("39", cv("39.3", "TVA_DGR", "KV_FKMU_0007")))
                .fail(
                        "ATER_X_ANTAL_MANADER",
                        "LISJP1-Q39.1-CODE",
                        "39.1",
                        doc -> doc.set(cv("39.1", "ATER_X_ANTAL_MANADER", "KV_FKMU_0006")))
                .fail(
                        "two svar 27",
                        "LISJP1-Q27-MAX1",
                        "27",
                        doc ->
                                doc.svar("27", text("27.1", "false"))
                                        .svar("27", text("27.1", "false")))
                .fail(
                        "32 without instans",
                        "LISJP1-Q32-INST",
                        "32",
                        doc -> doc.instance("32", Optional.empty()))
                .fail(
                        "1 without instans",
                        "LISJP1-Q1-INST",
                        "1",
                        doc -> doc.instance("1", Optional.empty()))
                .fail("no 1.2", "LISJP1-Q1.2-ONE", "1.2", doc -> doc.minus("1.2"))
                .fail("1.4", "LISJP1-Q1-SUBID", "1", doc -> doc.plus("1", text("1.4", "a")))
                .fail(
                        "unknown basis",
                        "LISJP1-Q1.1-CODE",
                        "1.1",
                        doc -> doc.set(cv("1.1", "ANHORIG", "KV_FKMU_0001")))
                .fail(
                        "unknown degree",
                        "LISJP1-Q32.1-CODE",
                        "32.1",
                        doc -> doc.set(cv("32.1", "X", "KV_FKMU_0003")))
                .fail(
                        "unknown occupation",
                        "LISJP1-Q28.1-CODE",
                        "28.1",
                        doc -> doc.set(cv("28.1", "X", "KV_FKMU_0002")));
    }

    private static final Verdicts FORM =
            new Verdicts(BASE, CheckMode.FORM)
                    .pass("KSH97-P", doc -> doc.set(cv("6.2", "A00", KSH)))
                    .pass("infection control alone", Lisjp1RulesTest::infection)
                    .fail(
                            "1.2 in the future",
                            "LISJP1-Q1.2-NOTFUTURE",
                            "1.2",
                            doc -> doc.set("1.2", "2026-03-03"))
                    .fail("1.2 of 1850", "COM-J-REASON", "1.2", doc -> doc.set("1.2", "1850-01-01"))
                    .fail("1.2 of 2199", "COM-J-REASON", "1.2", doc -> doc.set("1.2", "2199-01-01"))
                    .fails(
                            "32.2 to 2199",
                            List.of("COM-J-REASON@32.2", "LISJP1-Q32-LONG@32"),
                            doc -> doc.set(period("32.2", "2026-03-02", "2199-01-01")))
                    .fail(
                            "1.2 with a zone",
                            "COM-BUILD-DATE",
                            "1.2",
                            doc -> doc.set("1.2", "2026-03-01Z"))
                    .fail("33.1 as 1", "COM-BUILD-BOOL", "33.1", doc -> doc.set("33.1", "1"))
                    .fail(
                            "1.1 with blanks",
                            "COM-BUILD-CODE",
                            "1.1",
                            doc -> doc.set(cv("1.1", " UNDERSOKNING", "KV_FKMU_0001")))
                    .fail(
                            "29.1 of a no-break space",
                            "COM-BUILD-EMPTY",
                            "29.1",
                            doc -> doc.set("29.1", "\u00a0"))
                    .fail(
                            "instans 2 alone",
                            "COM-BUILD-INST",
                            "1",
                            doc -> doc.instance("1", Optional.of(2)))
                    .fail("instans 0", "COM-S-INST", "1", doc -> doc.instance("1", Optional.of(0)))
                    .fail(
                            "without instans",
                            "LISJP1-Q1-INST",
                            "1",
                            doc -> doc.instance("1", Optional.empty()))
                    .fail(
                            "a longer code system",
                            "LISJP1-Q6.2-ICDSYS",
                            "6.2",
                            doc -> doc.set(cv("6.2", "A00", ICD + "5")))
                    .fail(
                            "ICD of LUNSP",
                            "LISJP1-Q6.2-ICDSYS",
                            "6.2",
                            doc -> doc.set(cv("6.2", "S47", "1.2.752.116.1.1.1.1.8")))
                    .fail(
                            "6.1 of 82 characters",
                            "LISJP1-Q6.1-LEN81",
                            "6.1",
                            doc -> doc.set("6.1", "a".repeat(82)))
                    .fail(
                            "25.1 too long",
                            "LISJP1-Q25.1-LEN",
                            "25.1",
                            doc -> doc.svar("25", text("25.1", "a".repeat(2701))))
                    .fail(
                            "periods touch",
                            "LISJP1-Q32-OVERLAPDAY",
                            "32.2",
                            doc -> second(doc, "2026-03-15", "2026-03-20"))
                    .fail(
                            "periods overlap",
                            "LISJP1-Q32-OVERLAP",
                            "32.2",
                            doc -> second(doc, "2026-03-14", "2026-03-20"))
                    .fail(
                            "an early start",
                            "LISJP1-Q32-EARLY",
                            "32.2",
                            doc -> doc.set(period("32.2", "2026-02-20", "2026-03-15")))
                    .fail(
                            "long in all",
                            "LISJP1-Q32-LONG",
                            "32",
                            doc -> second(doc, "2026-03-16", "2026-10-20"))
                    .fail(
                            "text beside a comment",
                            "COM-DOC-MIXED",
                            "29.1",
                            doc ->
                                    doc.set(
                                            new Answer.Part(
                                                    "29.1",
                                                    new Content.Other(
                                                            List.of(
                                                                    new XmlNode.Text("a"),
                                                                    new XmlNode.Comment("b"))))))
                    .fail(
                            "unit without address",
                            "COM-J-UNIT",
                            "",
                            doc -> doc.unit(Doc.unit(" ", "123 45", "Staden", "08")))
                    .fail(
                            "unit without post code",
                            "COM-J-UNIT",
                            "",
                            doc -> doc.unit(Doc.unit("Gatan", "", "Staden", "08")))
                    .fail(
                            "post code of letters",
                            "COM-J-UNITZIP",
                            "",
                            doc -> doc.unit(Doc.unit("Gatan", "12A45", "Staden", "08")))
                    .fail(
                            "post code too long",
                            "COM-J-UNITZIP",
                            "",
                            doc -> doc.unit(Doc.unit("Gatan", "123  45", "Staden", "08")))
                    .fail(
                            "type of another code system",
                            "COM-DOC-TYPE",
                            "",
                            doc -> doc.type(CodedValue.of("LISJP", "x"), "1.0"))
                    .fail(
                            "a strange version",
                            "COM-DOC-TYPE",
                            "",
                            doc ->
                                    doc.type(
                                            CodedValue.of("LISJP", CertificateType.CODE_SYSTEM),
                                            "1.x"))
                    .fail(
                            "svar 30",
                            "LISJP1-DOC-UNKNOWN",
                            "30",
                            doc -> doc.svar("30", text("30.1", "a")))
                    .fail(
                            "39.2",
                            "LISJP1-Q39-SUBID",
                            "39",
                            doc -> doc.plus("39", text("39.2", "a")));

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Stream.of(OFFICIAL, FORM).flatMap(each -> each.tests().stream());
    }

    @Test
    void rulesOfTheFormAllOfThem_areBrokenByATest() {
        assertThat(
                        Verdicts.unbroken(
                                CertificateType.LISJP,
                                1,
                                EnumSet.of(Finding.Origin.FORM, Finding.Origin.ADVICE),
                                OFFICIAL,
                                FORM))
                .isSubsetOf(
                        Set.of(
                                // needs a register; the same shape as 6.1 and 6.2
                                "LISJP1-Q6-ICDKNOWN",
                                "LISJP1-Q6.3-LEN81",
                                "LISJP1-Q6.5-LEN81",
                                "LISJP1-Q6.4-ICDSYS",
                                "LISJP1-Q6.6-ICDSYS"));
    }
}
