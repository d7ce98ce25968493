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

/** The observed official verdicts of LISJP 2.0, and the form's own rules. */
class Lisjp2RulesTest {

    private static final String ICD = "1.2.752.116.1.1.1";
    private static final String LONG = "a".repeat(4001);

    /** What LISJP 2.0 and AG7804 2.0 have in common. */
    static final Doc COMMON =
            Doc.of(CertificateType.LISJP, "2.0")
                    .svar("27", text("27.1", "false"))
                    .svar(
                            "1",
                            1,
                            cv("1.1", "FYSISKUNDERSOKNING", "KV_FKMU_0001"),
                            text("1.2", "2026-03-02"))
                    .svar("28", 1, cv("28.1", "NUVARANDE_ARBETE", "KV_FKMU_0002"))
                    .svar("29", text("29.1", "Provar lampor"))
                    .svar(
                            "6",
                            text("6.1", "Fraktur"),
                            cv("6.2", "S47", ICD),
                            text("6.3", "Smärta"),
                            cv("6.4", "M54", ICD))
                    .svar("35", text("35.1", "Smärta"))
                    .svar("17", text("17.1", "Kan inte lyfta"))
                    .svar("19", text("19.1", "Vila"))
                    .svar(
                            "32",
                            1,
                            cv("32.1", "HELT_NEDSATT", "KV_FKMU_0003"),
                            period("32.2", "2026-03-02", "2026-03-15"))
                    .svar(
                            "32",
                            2,
                            cv("32.1", "HALFTEN", "KV_FKMU_0003"),
                            period("32.2", "2026-03-16", "2026-03-31"))
                    .svar("37", text("37.1", "Läker långsamt"))
                    .svar("34", text("34.1", "false"))
                    .svar("33", text("33.1", "true"), text("33.2", "Behöver vila"))
                    .svar(
                            "39",
                            cv("39.1", "ATER_X_ANTAL_MANADER", "KV_FKMU_0006"),
                            text("39.4", "3"))
                    .svar("44", text("44.1", "Lättare lådor"))
                    .svar("25", text("25.1", "Inget mer"));

    static final Doc BASE = COMMON.svar("26", text("26.1", "true"), text("26.2", "Vill tala"));

    static Doc infection(Doc doc) {
        return doc.without("1", "28", "29", "35", "17", "19", "34", "37", "39", "44", "26", "103")
                .set("27.1", "true");
    }

    private static Doc prognosis(Doc doc, String code, Answer.Part... more) {
        Doc changed = doc.without("39").svar("39", cv("39.1", code, "KV_FKMU_0006"));
        return more.length == 0 ? changed : changed.plus("39", more);
    }

    private static Doc oneDegree(Doc doc, String code) {
        return doc.without("32")
                .svar(
                        "32",
                        1,
                        cv("32.1", code, "KV_FKMU_0003"),
                        period("32.2", "2026-03-02", "2026-03-15"));
    }

    private static Doc secondPeriod(Doc doc, String start, String end) {
        return oneDegree(doc, "HELT_NEDSATT")
                .svar("32", 2, cv("32.1", "HALFTEN", "KV_FKMU_0003"), period("32.2", start, end));
    }

    private static final Verdicts OFFICIAL =
            new Verdicts(BASE, CheckMode.OFFICIAL)
                    .pass(
                            "no 27 and none of five",
                            doc -> doc.without("27", "1", "28", "29", "35", "17", "39"))
                    .pass("27 true and none of them", Lisjp2RulesTest::infection)
                    .pass("6.2 of a nonsense system", doc -> doc.set(cv("6.2", "S47", "x")))
                    .pass("6.2 as text", doc -> doc.set("6.2", "S47"))
                    .pass("6.1 blank", doc -> doc.set("6.1", " "))
                    .pass("32.2 as text", doc -> doc.set("32.2", "mars"))
                    .pass(
                            "32.2 reversed",
                            doc -> doc.set(period("32.2", "2026-03-15", "2026-03-02")))
                    .pass("periods overlap", doc -> secondPeriod(doc, "2026-03-03", "2026-03-04"))
                    .pass("the same degree twice", doc -> oneDegree(doc, "HALFTEN").again("32"))
                    .pass("32 without instans", doc -> doc.instance("32", Optional.empty()))
                    .pass("no 33", doc -> doc.without("33"))
                    .pass("no 33.2", doc -> doc.minus("33.2"))
                    .pass("34.1 nonsense", doc -> doc.set("34.1", "x"))
                    .pass("28.2", doc -> doc.plus("28", text("28.2", "x")))
                    .pass("19.2", doc -> doc.plus("19", text("19.2", "x")))
                    .pass("39.4 of 1000", doc -> doc.set("39.4", "1000"))
                    .pass("27 twice", doc -> doc.again("27"))
                    .pass("two 39 without 27", doc -> doc.without("27").again("39"))
                    .pass("25.1 blank", doc -> doc.set("25.1", ""))
                    .pass(
                            "35 with only 35.2",
                            doc -> doc.without("35").svar("35", text("35.2", "x")))
                    .pass("1.2 in 2199", doc -> doc.set("1.2", "2199-01-01"))
                    .pass("svar 999", doc -> doc.svar("999", text("999.1", "x")))
                    .pass("svar 40", doc -> doc.svar("40", text("40.1", "x")))
                    .pass("39.1 unknown", doc -> prognosis(doc, "X"))
                    .pass("a lone 6.6", doc -> doc.plus("6", cv("6.6", "S47", ICD)))
                    .pass("26 without 26.1", doc -> doc.minus("26.1"))
                    .fail("27 false without 1", "LISJP2-Q27-NEEDS1", "1", doc -> doc.without("1"))
                    .fail(
                            "27 false without 28",
                            "LISJP2-Q27-NEEDS28",
                            "28",
                            doc -> doc.without("28"))
                    .fail(
                            "27 false without 35",
                            "LISJP2-Q27-NEEDS35",
                            "35",
                            doc -> doc.without("35"))
                    .fail(
                            "27 false without 17",
                            "LISJP2-Q27-NEEDS17",
                            "17",
                            doc -> doc.without("17"))
                    .fail(
                            "27 false without 39",
                            "LISJP2-Q27-NEEDS39",
                            "39",
                            doc -> doc.without("39"))
                    .fail(
                            "29.2",
                            "LISJP2-Q29-SUBID",
                            "29",
                            doc -> doc.plus("29", text("29.2", "x")))
                    .fail("1.4", "LISJP2-Q1-SUBID", "1", doc -> doc.plus("1", text("1.4", "x")))
                    .fail("6.7", "LISJP2-Q6-SUBID", "6", doc -> doc.plus("6", text("6.7", "x")))
                    .fail("29 twice", "LISJP2-Q29-REQ", "29", doc -> doc.again("29"))
                    .fail("39 twice", "LISJP2-Q27-NEEDS39", "39", doc -> doc.again("39"))
                    .fail("instans 0", "COM-S-INST", "1", doc -> doc.instance("1", Optional.of(0)))
                    .fail(
                            "1 without instans",
                            "LISJP2-Q1-INST",
                            "1",
                            doc -> doc.instance("1", Optional.empty()))
                    .fail("35.1 blank", "LISJP2-Q35.1-TEXT", "35.1", doc -> doc.set("35.1", " "))
                    .fail("17.1 blank", "LISJP2-Q17.1-TEXT", "17.1", doc -> doc.set("17.1", ""))
                    .fail("29.1 blank", "LISJP2-Q29.1-TEXT", "29.1", doc -> doc.set("29.1", ""))
                    .fail(
                            "basis UNDERSOKNING",
                            "LISJP2-Q1.1-CODE",
                            "1.1",
                            doc -> doc.set(cv("1.1", "UNDERSOKNING", "KV_FKMU_0001")))
                    .fails(
                            "six svar 1",
                            List.of("LISJP2-Q1-MAX5@1", "LISJP2-Q1-UNIQ@1"),
                            doc -> {
                                Doc six = doc.without("1");
                                for (String code :
                                        List.of(
                                                "FYSISKUNDERSOKNING",
                                                "DIGITALUNDERSOKNING",
                                                "TELEFONKONTAKT",
                                                "JOURNALUPPGIFTER",
                                                "ANNAT",
                                                "TELEFONKONTAKT")) {
                                    six =
                                            six.add(
                                                    Answer.of(
                                                            "1",
                                                            1,
                                                            code.equals("ANNAT")
                                                                    ? List.of(
                                                                            cv(
                                                                                    "1.1",
                                                                                    code,
                                                                                    "KV_FKMU_0001"),
                                                                            text(
                                                                                    "1.2",
                                                                                    "2026-03-02"),
                                                                            text("1.3", "Samtal"))
                                                                    : List.of(
                                                                            cv(
                                                                                    "1.1",
                                                                                    code,
                                                                                    "KV_FKMU_0001"),
                                                                            text(
                                                                                    "1.2",
                                                                                    "2026-03-02"))));
                                }
                                return six;
                            })
                    .fail(
                            "29 without NUVARANDE_ARBETE",
                            "LISJP2-Q29-FORBID",
                            "29",
                            doc -> doc.set(cv("28.1", "STUDIER", "KV_FKMU_0002")))
                    .fail("no 29", "LISJP2-Q29-REQ", "29", doc -> doc.without("29"))
                    .fail("27.1 empty", "LISJP2-Q27.1-BOOL", "27.1", doc -> doc.set("27.1", ""))
                    .fail(
                            "27.2",
                            "LISJP2-Q27-SUBID",
                            "27",
                            doc -> doc.plus("27", text("27.2", "x")))
                    .fail(
                            "the same occupation twice",
                            "LISJP2-Q28-UNIQ",
                            "28",
                            doc -> doc.again("28"))
                    .fail(
                            "five 32",
                            "LISJP2-Q32-MAX4",
                            "32",
                            doc -> doc.again("32").again("32").again("32"))
                    .fail("no 32", "LISJP2-Q32-MIN1", "32", doc -> doc.without("32"))
                    .fail("39 without 39.1", "LISJP2-Q39.1-ONE", "39.1", doc -> doc.minus("39.1"))
                    .fail(
                            "1.3 with another basis",
                            "LISJP2-Q1.3-FORBID",
                            "1.3",
                            doc -> doc.plus("1", text("1.3", "x")))
                    .fail(
                            "ANNAT without 1.3",
                            "LISJP2-Q1.3-REQ",
                            "1.3",
                            doc -> doc.set(cv("1.1", "ANNAT", "KV_FKMU_0001")))
                    .fail("no 6", "LISJP2-Q6-ONE", "6", doc -> doc.without("6"))
                    .fail("no 6.2", "LISJP2-Q6.2-ONE", "6.2", doc -> doc.minus("6.2"))
                    .fail(
                            "no 32.2",
                            "LISJP2-Q32.2-ONE",
                            "32.2",
                            doc -> oneDegree(doc, "HALFTEN").minus("32.2"));

    private static final Verdicts FORM = form();

    private static Verdicts form() {
        Verdicts table = new Verdicts(BASE, CheckMode.FORM);
        for (String question : List.of("19", "37", "34", "44", "25", "33", "26", "27")) {
            table.fail(
                    question + " twice",
                    "LISJP2-Q" + question + "-MAX1",
                    question,
                    doc -> doc.again(question));
        }
        for (String part : List.of("19.1", "37.1", "44.1", "25.1", "33.2", "26.2")) {
            table.fail(
                    part + " blank", "LISJP2-Q" + part + "-TEXT", part, doc -> doc.set(part, "\n"));
            table.fail(
                    part + " too long",
                    "LISJP2-Q" + part + "-LEN4000",
                    part,
                    doc -> doc.set(part, LONG));
        }
        for (String part : List.of("29.1", "35.1", "17.1")) {
            table.fail(
                    part + " too long",
                    "LISJP2-Q" + part + "-LEN4000",
                    part,
                    doc -> doc.set(part, LONG));
            table.pass(part + " of 4000", doc -> doc.set(part, "a".repeat(4000)));
        }
        for (String part : List.of("33.1", "34.1", "26.1")) {
            table.fail(
                    part + " nonsense",
                    "LISJP2-Q" + part + "-BOOL",
                    part,
                    doc -> doc.set(part, "ja"));
        }
        for (String question :
                List.of("1", "28", "29", "35", "17", "19", "34", "37", "39", "44", "26")) {
            if (question.equals("29")) {
                continue;
            }
            table.fail(
                    question + " hidden by infection control",
                    "LISJP2-SP-HIDE",
                    question,
                    doc -> {
                        Doc hidden = infection(doc);
                        for (Answer each : doc.intyg().answers()) {
                            if (each.id().equals(question)) {
                                hidden = hidden.add(each);
                            }
                        }
                        return question.equals("28")
                                ? hidden.set(cv("28.1", "STUDIER", "KV_FKMU_0002"))
                                : hidden;
                    });
        }
        for (String question : List.of("1", "39", "35", "17")) {
            table.fail(
                    "no " + question,
                    "LISJP2-Q27-NEEDS" + question,
                    question,
                    doc -> doc.without(question));
            String required =
                    question.equals("35") || question.equals("17") ? question + ".1" : question;
            table.fails(
                    "no 27 and no " + question,
                    List.of("LISJP2-Q27-EMIT@27", "LISJP2-Q" + required + "-REQ@" + required),
                    doc -> doc.without("27", question));
        }
        for (String question : List.of("35", "17")) {
            table.fails(
                    "two without 27: " + question,
                    List.of("LISJP2-Q27-EMIT@27", "LISJP2-Q" + question + "-MAX1@" + question),
                    doc -> doc.without("27").again(question));
            table.fail(
                    question + ".1 twice",
                    "LISJP2-Q" + question + ".1-MAX1",
                    question + ".1",
                    doc -> doc.plus(question, text(question + ".1", "x")));
        }
        for (String question :
                List.of("28", "35", "17", "19", "32", "37", "34", "33", "39", "44", "25", "26")) {
            table.fail(
                    question + ".9",
                    "LISJP2-Q" + question + "-SUBID",
                    question,
                    doc -> doc.plus(question, text(question + ".9", "x")));
        }
        return table.pass("infection control with 33", Lisjp2RulesTest::infection)
                .pass("SANNOLIKT_INTE", doc -> prognosis(doc, "SANNOLIKT_INTE"))
                .pass(
                        "PROGNOS_OKLAR",
                        doc -> prognosis(doc, "PROGNOS_OKLAR", text("39.2", "Oklart")))
                .pass("100 percent without 33", doc -> oneDegree(doc, "HELT_NEDSATT").without("33"))
                .pass("33.1 false", doc -> doc.set("33.1", "false").minus("33.2"))
                .pass("26.1 true without 26.2", doc -> doc.minus("26.2"))
                .pass("26.1 false without 26.2", doc -> doc.set("26.1", "false").minus("26.2"))
                .fails(
                        "no 27, 28 and 29",
                        List.of("LISJP2-Q27-EMIT@27", "LISJP2-Q28-REQ@28"),
                        doc -> doc.without("27", "28", "29"))
                .fails(
                        "two 39 without 27",
                        List.of("LISJP2-Q27-EMIT@27", "LISJP2-Q39-MAX1@39"),
                        doc -> doc.without("27").again("39"))
                .fail(
                        "two 29 without the current work",
                        "LISJP2-Q29-FORBID",
                        "29",
                        doc -> doc.set(cv("28.1", "STUDIER", "KV_FKMU_0002")).again("29"))
                .fail("no 27", "LISJP2-Q27-EMIT", "27", doc -> doc.without("27"))
                .fail(
                        "1.2 tomorrow",
                        "LISJP2-Q1.2-NOTFUTURE",
                        "1.2",
                        doc -> doc.set("1.2", "2026-03-03"))
                .fail(
                        "1.3 of 51",
                        "LISJP2-Q1.3-LEN50",
                        "1.3",
                        doc ->
                                doc.set(cv("1.1", "ANNAT", "KV_FKMU_0001"))
                                        .plus("1", text("1.3", "a".repeat(51))))
                .fail("6.1 blank", "LISJP2-Q6-FIRSTROW", "6.1", doc -> doc.set("6.1", " "))
                .fail(
                        "6.2 without code",
                        "LISJP2-Q6-FIRSTROW",
                        "6.2",
                        doc -> doc.set(cv("6.2", "", ICD)))
                .fail("6.2 as text", "LISJP2-Q6.2-CV", "6.2", doc -> doc.set("6.2", "S47"))
                .fail(
                        "6.2 of generation 1",
                        "LISJP2-Q6.2-ICDSYS",
                        "6.2",
                        doc -> doc.set(cv("6.2", "S47", ICD + ".1.3")))
                .fail(
                        "6.4 of generation 1",
                        "LISJP2-Q6.4-ICDSYS",
                        "6.4",
                        doc -> doc.set(cv("6.4", "S47", ICD + ".1.3")))
                .fail("6.4 as text", "LISJP2-Q6.4-CV", "6.4", doc -> doc.set("6.4", "S47"))
                .fail(
                        "6.4 without code",
                        "LISJP2-Q6.4-CODE",
                        "6.4",
                        doc -> doc.set(cv("6.4", " ", ICD)))
                .fail("6.3 blank", "LISJP2-Q6.3-TEXT", "6.3", doc -> doc.set("6.3", ""))
                .fail("6.4 without 6.3", "LISJP2-Q6-PAIR", "6", doc -> doc.minus("6.3"))
                .fail(
                        "6.6 without 6.5",
                        "LISJP2-Q6-PAIR",
                        "6",
                        doc -> doc.plus("6", cv("6.6", "S47", ICD)))
                .fail(
                        "a lone 6.6",
                        "LISJP2-Q6-PAIR",
                        "6",
                        doc -> doc.minus("6.3").minus("6.4").plus("6", cv("6.6", "S47", ICD)))
                .fail(
                        "third row without second",
                        "LISJP2-Q6-NOGAP",
                        "6",
                        doc ->
                                doc.minus("6.3")
                                        .minus("6.4")
                                        .plus("6", text("6.5", "a"), cv("6.6", "S47", ICD)))
                .fail(
                        "6.5 blank",
                        "LISJP2-Q6.5-TEXT",
                        "6.5",
                        doc -> doc.plus("6", text("6.5", ""), cv("6.6", "S47", ICD)))
                .fail(
                        "6.6 as text",
                        "LISJP2-Q6.6-CV",
                        "6.6",
                        doc -> doc.plus("6", text("6.5", "a"), text("6.6", "S47")))
                .fail(
                        "6.6 without code",
                        "LISJP2-Q6.6-CODE",
                        "6.6",
                        doc -> doc.plus("6", text("6.5", "a"), cv("6.6", "", ICD)))
                .fail(
                        "6.6 of LUNSP",
                        "LISJP2-Q6.6-ICDSYS",
                        "6.6",
                        doc -> doc.plus("6", text("6.5", "a"), cv("6.6", "S47", ICD + ".1.8")))
                .fail(
                        "32 without instans",
                        "LISJP2-Q32-INST",
                        "32",
                        doc -> doc.instance("32", Optional.empty()))
                .fail(
                        "32 with a gap",
                        "COM-BUILD-INST",
                        "32",
                        doc -> doc.instance("32", Optional.of(3)))
                .fail(
                        "the same degree twice",
                        "LISJP2-Q32.1-UNIQ",
                        "32",
                        doc ->
                                oneDegree(doc, "HALFTEN")
                                        .svar(
                                                "32",
                                                2,
                                                cv("32.1", "HALFTEN", "KV_FKMU_0003"),
                                                period("32.2", "2026-03-16", "2026-03-20")))
                .fail(
                        "32.1 unknown",
                        "LISJP2-Q32.1-CODE",
                        "32.1",
                        doc -> doc.set(cv("32.1", "X", "KV_FKMU_0003")))
                .fail(
                        "32.1 of another system",
                        "LISJP2-Q32.1-CS",
                        "32.1",
                        doc -> doc.set(cv("32.1", "HELT_NEDSATT", "X")))
                .fail(
                        "32.1 as text",
                        "LISJP2-Q32.1-CV",
                        "32.1",
                        doc -> doc.set("32.1", "HELT_NEDSATT"))
                .fail("32.1 alone unknown", "LISJP2-Q32.1-CODE", "32.1", doc -> oneDegree(doc, "X"))
                .fail(
                        "32.2 without end",
                        "LISJP2-Q32.2-COMPLETE",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-03-02", "")))
                .fail(
                        "32.2 as text",
                        "LISJP2-Q32.2-COMPLETE",
                        "32.2",
                        doc -> doc.set("32.2", "mars"))
                .fail(
                        "32.2 reversed",
                        "LISJP2-Q32.2-ORDER",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-03-15", "2026-03-02")))
                .fail(
                        "periods overlap",
                        "LISJP2-Q32-OVERLAP",
                        "32.2",
                        doc -> secondPeriod(doc, "2026-03-03", "2026-03-04"))
                .fail(
                        "periods share a day",
                        "LISJP2-Q32-OVERLAP",
                        "32.2",
                        doc -> secondPeriod(doc, "2026-03-15", "2026-03-20"))
                .pass("periods meet", doc -> secondPeriod(doc, "2026-03-16", "2026-03-20"))
                .fail(
                        "a start long ago",
                        "LISJP2-Q32-EARLY",
                        "32.2",
                        doc -> doc.set(period("32.2", "2026-02-22", "2026-03-15")))
                .pass(
                        "a start a week ago",
                        doc -> doc.set(period("32.2", "2026-02-23", "2026-03-15")))
                .fail("part time without 33", "LISJP2-Q33-REQ", "33", doc -> doc.without("33"))
                .fail(
                        "part time without 33 under infection control",
                        "LISJP2-Q33-REQ",
                        "33",
                        doc -> infection(doc).without("33"))
                .fail(
                        "33 with 100 percent",
                        "LISJP2-Q33-FORBID",
                        "33",
                        doc -> oneDegree(doc, "HELT_NEDSATT"))
                .fail(
                        "33.1 true without 33.2",
                        "LISJP2-Q33.2-REQ",
                        "33.2",
                        doc -> doc.minus("33.2"))
                .fail(
                        "33.1 false with 33.2",
                        "LISJP2-Q33.2-FORBID",
                        "33.2",
                        doc -> doc.set("33.1", "false"))
                .fail(
                        "39.1 unknown",
                        "LISJP2-Q39.1-CODE",
                        "39.1",
                        doc -> doc.set(cv("39.1", "ATER_X_ANTAL_DGR", "KV_FKMU_0006")))
                .fail(
                        "39.1 of another system",
                        "LISJP2-Q39.1-CS",
                        "39.1",
                        doc -> doc.set(cv("39.1", "SANNOLIKT_INTE", "X")))
                .fail(
                        "39.1 as text",
                        "LISJP2-Q39.1-CV",
                        "39.1",
                        doc -> doc.set("39.1", "SANNOLIKT_INTE"))
                .fail("months without 39.4", "LISJP2-Q39.4-REQ", "39.4", doc -> doc.minus("39.4"))
                .fail(
                        "39.4 with another prognosis",
                        "LISJP2-Q39.4-FORBID",
                        "39.4",
                        doc -> doc.set(cv("39.1", "SANNOLIKT_INTE", "KV_FKMU_0006")))
                .fail("39.4 of 0", "LISJP2-Q39.4-RANGE", "39.4", doc -> doc.set("39.4", "0"))
                .fail("39.4 of 100", "LISJP2-Q39.4-RANGE", "39.4", doc -> doc.set("39.4", "100"))
                .fail("39.4 of 1.5", "LISJP2-Q39.4-RANGE", "39.4", doc -> doc.set("39.4", "1.5"))
                .fail("39.4 of -1", "LISJP2-Q39.4-RANGE", "39.4", doc -> doc.set("39.4", "-1"))
                .fail(
                        "39.4 of many digits",
                        "LISJP2-Q39.4-RANGE",
                        "39.4",
                        doc -> doc.set("39.4", "9".repeat(40)))
                .pass("39.4 of 99", doc -> doc.set("39.4", "99"))
                .fail(
                        "unclear without 39.2",
                        "LISJP2-Q39.2-REQ",
                        "39.2",
                        doc -> prognosis(doc, "PROGNOS_OKLAR"))
                .fail(
                        "39.2 with another prognosis",
                        "LISJP2-Q39.2-FORBID",
                        "39.2",
                        doc -> doc.plus("39", text("39.2", "a")))
                .fail(
                        "39.2 blank",
                        "LISJP2-Q39.2-TEXT",
                        "39.2",
                        doc -> prognosis(doc, "PROGNOS_OKLAR", text("39.2", " ")))
                .fail(
                        "39.2 too long",
                        "LISJP2-Q39.2-LEN4000",
                        "39.2",
                        doc -> prognosis(doc, "PROGNOS_OKLAR", text("39.2", LONG)))
                .fail("26 without 26.1", "LISJP2-Q26.1-ONE", "26.1", doc -> doc.minus("26.1"))
                .fail(
                        "26.1 false with 26.2",
                        "LISJP2-Q26.2-FORBID",
                        "26.2",
                        doc -> doc.set("26.1", "false"))
                .fail(
                        "26.2 twice",
                        "LISJP2-Q26.2-MAX1",
                        "26.2",
                        doc -> doc.plus("26", text("26.2", "x")))
                .fail(
                        "svar 999",
                        "LISJP2-DOC-UNKNOWN",
                        "999",
                        doc -> doc.svar("999", text("999.1", "x")))
                .fail(
                        "1.2 with a zone",
                        "COM-BUILD-DATE",
                        "1.2",
                        doc -> doc.set("1.2", "2026-03-02Z"))
                .fail("27.1 as 0", "COM-BUILD-BOOL", "27.1", doc -> doc.set("27.1", "0"))
                .fail(
                        "28.1 with blanks",
                        "COM-BUILD-CODE",
                        "28.1",
                        doc -> doc.set(cv("28.1", "NUVARANDE_ARBETE ", "KV_FKMU_0002")))
                .fail(
                        "25.1 of no-break spaces",
                        "COM-BUILD-EMPTY",
                        "25.1",
                        doc -> doc.set("25.1", "\u00a0\u00a0"))
                .fail(
                        "unit without telephone",
                        "COM-J-UNIT",
                        "",
                        doc -> doc.unit(Doc.unit("G", "1", "S", "")))
                .pass("any post code", doc -> doc.unit(Doc.unit("G", "1", "S", "08")));
    }

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Stream.of(OFFICIAL, FORM).flatMap(each -> each.tests().stream());
    }

    @Test
    void rulesOfTheFormAllOfThem_areBrokenByATest() {
        assertThat(
                        Verdicts.unbroken(
                                CertificateType.LISJP,
                                2,
                                EnumSet.of(Finding.Origin.FORM, Finding.Origin.ADVICE),
                                OFFICIAL,
                                FORM))
                .isSubsetOf(
                        Set.of(
                                "LISJP2-Q6-ICDKNOWN", // needs a register
                                "COM-DOC-TYPE", // tested with LISJP 1.x
                                "COM-DOC-MIXED"));
    }
}
