package se.ehealthsdk.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One change to a certificate, aimed at its rules; the same seed makes the same change. */
final class CertificateChanges {

    private static final String NBSP = "\u00a0";

    private static final List<String> TEXTS =
            List.of(
                    "true",
                    "false",
                    "1",
                    "0",
                    " true ",
                    "TRUE",
                    "False",
                    "yes",
                    "",
                    " ",
                    "\n\t ",
                    NBSP,
                    NBSP + " x",
                    " true" + NBSP,
                    "text",
                    "abc",
                    "0.05",
                    "0.1",
                    "0.45",
                    "0.75",
                    ".5",
                    "2.",
                    "+1.0",
                    "2.00",
                    "2.01",
                    "-2.0",
                    "-2.1",
                    "1e0",
                    "INF",
                    " 0.3 ",
                    "untrue",
                    "x".repeat(53),
                    "x  ".repeat(28),
                    "x  ".repeat(27) + "x",
                    "\ud83d\ude97".repeat(53),
                    "x".repeat(72),
                    "x".repeat(190),
                    "2026-01-07",
                    "2026-01-08",
                    "2025-12-31",
                    "1900-01-01",
                    "2099-01-01",
                    " 2026-01-07",
                    "2026-01-07 ",
                    "2026-01-07Z",
                    "2026-01-07+01:00",
                    "2026-01-07-14:00",
                    "2026-01-07+15:00",
                    "2026-02-30",
                    "2024-02-29",
                    "2026-13-45",
                    "2026-00-00",
                    "2026-01-00",
                    "0000-00-00",
                    "0000-01-01",
                    "0001-01-01",
                    "12026-01-07",
                    "-2026-01-07",
                    "2026-1-7",
                    "2026-01",
                    "2026",
                    "20260107",
                    "2026-01-07T10:00:00",
                    "2026-01-07 Z",
                    "\t2026-01-07\n",
                    "+2026-01-07",
                    "2026-01-07x",
                    "9999-12-31",
                    "01",
                    "-1",
                    "3",
                    "100",
                    "1000",
                    "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0667",
                    "2026-01-09",
                    "2026-01-10",
                    "2026-01-11",
                    "2026-01-12",
                    "1912-12-12",
                    "1913-01-09",
                    "1913-01-10",
                    "@-1",
                    "@0",
                    "@1",
                    "@365",
                    "@366",
                    "@367");

    private static final List<String> CODES =
            List.of(
                    "VAR1",
                    "VAR2",
                    "VAR10",
                    "VAR11",
                    "VAR12",
                    "VAR18",
                    "VAR19",
                    "IAV1",
                    "IAV10",
                    "IAV11",
                    "IAV17",
                    "IDK1",
                    "VN2",
                    "E10",
                    "E11",
                    "E109",
                    "UNDERSOKNING",
                    "FYSISKUNDERSOKNING",
                    "DIGITALUNDERSOKNING",
                    "TELEFONKONTAKT",
                    "JOURNALUPPGIFTER",
                    "ANHORIG",
                    "ANNAT",
                    "FORALDER",
                    "NUVARANDE_ARBETE",
                    "ARBETSSOKANDE",
                    "FORALDRALEDIG",
                    "STUDIER",
                    "PROGRAM",
                    "HELT_NEDSATT",
                    "TRE_FJARDEDEL",
                    "HALFTEN",
                    "EN_FJARDEDEL",
                    "EJ_AKTUELLT",
                    "ARBETSTRANING",
                    "SOKA_NYTT_ARBETE",
                    "KONFLIKTHANTERING",
                    "OVRIGA_ATGARDER",
                    "STOR_SANNOLIKHET",
                    "ATER_X_ANTAL_DGR",
                    "ATER_X_ANTAL_MANADER",
                    "SANNOLIKT_INTE",
                    "PROGNOS_OKLAR",
                    "TRETTIO_DGR",
                    "TREHUNDRASEXTIOFEM_DAGAR",
                    "ENDAST_PALLIATIV",
                    "AKUT_LIVSHOTANDE",
                    "SJUKHUS",
                    "ANNAN",
                    "UNDERSOKNING_GJORT",
                    "UNDERSOKNING_SKA_GORAS",
                    "OLYCKSFALL",
                    "OKLART",
                    "UNDERSOKNING_FORE_DODEN",
                    "KLINISK_OBDUKTION",
                    "RATTSMEDICINSK_BESIKTNING",
                    "90734009",
                    "424124008",
                    "NI",
                    "SKOLHALSOVARD",
                    "LOGOPED",
                    "S47",
                    "X99",
                    "a00",
                    "A0",
                    "F32",
                    "F320",
                    "F32-",
                    "Z73",
                    "Z730",
                    "z73",
                    "A00.1",
                    "A00123",
                    "A00-P",
                    "\u00c500",
                    "Z7",
                    "Z721",
                    "",
                    " ",
                    " S47 ",
                    "1",
                    "true",
                    "A0\u0660",
                    "\u017f47",
                    "\u212a00");

    private static final List<String> SYSTEMS =
            List.of(
                    "e889fa20-1dee-4f79-8b37-03853e75a9f8",
                    "24c41b8d-258a-46bf-a08a-b90738b28770",
                    "1.2.752.129.5.1.28",
                    "KV_FKMU_0001",
                    "KV_FKMU_0002",
                    "KV_FKMU_0003",
                    "KV_FKMU_0004",
                    "KV_FKMU_0005",
                    "KV_FKMU_0006",
                    "KV_FKMU_0007",
                    "KV_FKMU_0009",
                    "kv_fkmu_0001",
                    "1.2.752.116.1.1.1",
                    "1.2.752.116.1.1.1.1.3",
                    "1.2.752.116.1.1.1.1.8",
                    "1.2.752.116.1.3.1.4.1",
                    "1.2.752.116.1.1.1.1.35",
                    "x1.2.752.116.1.1.1.1.3",
                    "1x2x752x116x1x1x1x1x3",
                    " 1.2.752.116.1.1.1.1.3 ",
                    "1.2.752.116.1.1.1.1.3 1.2.752.116.1.3.1.4.1",
                    "1.2.752.116.2.1.1.1",
                    " 1.2.752.116.2.1.1.1 ",
                    "1.2.752.116.2.1.1.11",
                    "1x2.752.116.2.1.1.1",
                    "2.16.840.1.113883.5.1008",
                    " 2.16.840.1.113883.5.1008",
                    "2x16.840.1.113883.5.1008",
                    "65f0069f-14b5-4634-b187-5193580a3349",
                    "da46dd8c-b3f1-4e39-8d62-777d069213ea",
                    "e5d1d1fb-d918-47b4-9e69-483d3be523ee",
                    "f9051865-b97c-4ee3-98ab-db2b7a11176e",
                    "",
                    " ",
                    NBSP + "KV_FKMU_0001");

    private static final List<String> INSTANCES =
            List.of(
                    "1",
                    "2",
                    "3",
                    "4",
                    "0",
                    "-1",
                    "",
                    " 1 ",
                    "+1",
                    "01",
                    "1.0",
                    "abc",
                    "2147483647",
                    "2147483648",
                    "-0");

    private static final List<String> QUESTIONS =
            List.of(
                    "1",
                    "2",
                    "3",
                    "4",
                    "5",
                    "6",
                    "7",
                    "8",
                    "9",
                    "10",
                    "11",
                    "12",
                    "13",
                    "14",
                    "15",
                    "16",
                    "17",
                    "18",
                    "19",
                    "20",
                    "21",
                    "22",
                    "23",
                    "24",
                    "25",
                    "26",
                    "27",
                    "28",
                    "29",
                    "30",
                    "32",
                    "33",
                    "34",
                    "35",
                    "37",
                    "39",
                    "40",
                    "44",
                    "45",
                    "52",
                    "53",
                    "54",
                    "58",
                    "100",
                    "101",
                    "103",
                    "41",
                    "106",
                    "107",
                    "108",
                    "109",
                    "110",
                    "200",
                    "202",
                    "203",
                    "206",
                    "208",
                    "210",
                    "112",
                    "1106",
                    "999",
                    "8999",
                    "9000",
                    "9001",
                    "9002",
                    "9999",
                    "10000",
                    "09001",
                    "01",
                    "0",
                    "",
                    "x",
                    "99999999999999999999");

    private static final List<String> PARTIAL_DATES =
            List.of(
                    "1911",
                    "1912",
                    "1913",
                    "2025",
                    "2026",
                    "2027",
                    "2999",
                    "202",
                    "2025-12",
                    "2025-12-31",
                    "2026-02-30",
                    "1912-12-11",
                    "1912-12-12",
                    "1912-12-13",
                    "2025-12-31Z",
                    " 2025-12-31",
                    "2025-12-31 ",
                    "\u0662\u0660\u0662\u0665",
                    "",
                    "@0",
                    "@1");

    private static final List<String> PATIENTS =
            List.of(
                    "191212721212",
                    "191212611212",
                    "191212691212",
                    "191212601212",
                    "191212121212",
                    "202601010010",
                    "202512130000",
                    "202512120000",
                    "202512140000",
                    "202512730000",
                    "199913010000",
                    "000000000000",
                    "19121212121",
                    "19121212121a",
                    "191212911212",
                    "191212921212");

    private static final List<String> ENVELOPE =
            List.of(
                    "",
                    " ",
                    "x",
                    "1",
                    "2026-01-12T15:48:05",
                    "2026-01-12T15:48:05Z",
                    "2026-01-12T15:48:05.123",
                    "2026-01-12",
                    "2026-02-30T10:00:00",
                    "2026-01-12T24:00:00",
                    "2026-01-12T25:00:00",
                    " 2026-01-12T15:48:05 ",
                    "191212121212",
                    " 191212121212",
                    "19121212-1212",
                    "1.2.752.129.2.1.3.1",
                    "1.2.752.129.2.1.3.3",
                    "1.2.752.129.2.1.4.1",
                    " 1.2.752.129.2.1.4.1",
                    "1.2.752.29.4.71",
                    "1.2.752.129.2.2.1.4",
                    "123 45",
                    "\u0662\u0660\u0662\u0666\u0660\u0661\u0660\u0667\u0660\u0661\u0660\u0667");

    private final Random random;
    private final Document document;
    private final LocalDate today;

    private CertificateChanges(Document document, long seed, LocalDate today) {
        this.document = document;
        this.random = new Random(seed);
        this.today = today;
    }

    /** Changes the document and says what it did. */
    static String change(Document document, long seed, LocalDate today) {
        return new CertificateChanges(document, seed, today).change();
    }

    private String change() {
        random.nextInt(); // the first of neighbouring seeds are alike
        return switch (random.nextInt(28)) {
            case 0 -> dropAnswer();
            case 1 -> repeatAnswer();
            case 2 -> dropPart();
            case 3 -> repeatPart();
            case 4, 5, 6, 7, 8 -> text();
            case 9, 10, 11 -> coded("code", CODES);
            case 12 -> coded("codeSystem", SYSTEMS);
            case 13 -> instance();
            case 14 -> questionId();
            case 15 -> partId();
            case 16, 17 -> period();
            case 18 -> patient();
            case 19 -> newAnswer();
            case 20, 21 -> newPart();
            case 22 -> strange();
            case 23 -> move();
            case 24 -> codedChild();
            case 25, 26 -> envelope();
            default -> contentOfAnother();
        };
    }

    private String dropAnswer() {
        Element answer = any(answers());
        if (answer == null) {
            return "nothing";
        }
        answer.getParentNode().removeChild(answer);
        return "drop svar " + name(answer);
    }

    private String repeatAnswer() {
        Element answer = any(answers());
        if (answer == null) {
            return "nothing";
        }
        Element copy = (Element) answer.cloneNode(true);
        Element before = any(answers());
        answer.getParentNode().insertBefore(copy, before);
        String said = "repeat svar " + name(answer) + " before " + name(before);
        if (random.nextBoolean()) {
            List<Element> codes = Xml.descendants(copy, CertificateSamples.TYPES, "code");
            if (!codes.isEmpty()) {
                String code = any(CODES);
                codes.get(0).setTextContent(code);
                said += " with code " + quoted(code);
            }
        }
        return said;
    }

    private String dropPart() {
        Element part = any(parts());
        if (part == null) {
            return "nothing";
        }
        part.getParentNode().removeChild(part);
        return "drop delsvar " + name(part);
    }

    private String repeatPart() {
        Element part = any(parts());
        if (part == null) {
            return "nothing";
        }
        part.getParentNode().insertBefore(part.cloneNode(true), part);
        return "repeat delsvar " + name(part);
    }

    private String text() {
        Element part = any(parts());
        if (part == null) {
            return "nothing";
        }
        if (!Xml.children(part).isEmpty() && random.nextInt(4) > 0) {
            part = any(parts().stream().filter(each -> Xml.children(each).isEmpty()).toList());
            if (part == null) {
                return "nothing";
            }
        }
        String value = dated(any(TEXTS));
        part.setTextContent(value);
        return "delsvar " + name(part) + " = " + quoted(value);
    }

    private String coded(String name, List<String> values) {
        Element element =
                any(
                        Xml.descendants(
                                        document.getDocumentElement(),
                                        CertificateSamples.TYPES,
                                        name)
                                .stream()
                                .filter(each -> each.getParentNode().getLocalName().equals("cv"))
                                .toList());
        if (element == null) {
            return "nothing";
        }
        String value =
                switch (random.nextInt(5)) {
                    case 0 -> " " + element.getTextContent() + " ";
                    case 1 ->
                            any(Xml.descendants(
                                            document.getDocumentElement(),
                                            CertificateSamples.TYPES,
                                            name))
                                    .getTextContent();
                    default -> any(values);
                };
        element.setTextContent(value);
        return name
                + " of "
                + name((Element) element.getParentNode().getParentNode())
                + " = "
                + quoted(value);
    }

    private String instance() {
        Element answer = any(answers());
        if (answer == null) {
            return "nothing";
        }
        List<Element> instances = instances(answer);
        if (!instances.isEmpty() && random.nextInt(4) == 0) {
            answer.removeChild(instances.get(0));
            return "drop instans of " + name(answer);
        }
        String value = any(INSTANCES);
        if (instances.isEmpty() || random.nextInt(8) == 0) {
            Element instance =
                    document.createElementNS(CertificateSamples.CERTIFICATE, "c:instans");
            instance.setTextContent(value);
            answer.insertBefore(instance, random.nextInt(6) == 0 ? null : answer.getFirstChild());
            return "new instans " + quoted(value) + " in " + name(answer);
        }
        instances.get(0).setTextContent(value);
        return "instans of " + name(answer) + " = " + quoted(value);
    }

    private String questionId() {
        Element answer = any(answers());
        if (answer == null) {
            return "nothing";
        }
        String id = any(QUESTIONS);
        String said = "svar " + name(answer) + " becomes " + id;
        answer.setAttribute("id", id);
        return said;
    }

    private String partId() {
        Element part = any(parts());
        if (part == null) {
            return "nothing";
        }
        String id = partIdNear(part.getAttribute("id"));
        String said = "delsvar " + name(part) + " becomes " + id;
        part.setAttribute("id", id);
        return said;
    }

    private String partIdNear(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> any(QUESTIONS) + "." + (random.nextInt(7) + 1);
            case 1 -> parts().isEmpty() ? id : any(parts()).getAttribute("id");
            case 2 ->
                    any(
                            List.of(
                                    "1", "1.", "x.1", "1.10", "58.10", "58.11", "58.3", "01.1",
                                    "1.01", "6.7", "6.6"));
            default -> id.split("\\.")[0] + "." + (random.nextInt(8) + 1);
        };
    }

    private String partialDate() {
        Element partial =
                any(
                        Xml.descendants(
                                document.getDocumentElement(),
                                CertificateSamples.TYPES,
                                "partialDate"));
        if (partial == null) {
            return text();
        }
        Element child = any(Xml.children(partial));
        if (child == null) {
            return "nothing";
        }
        String said = name((Element) partial.getParentNode()) + " " + child.getLocalName();
        if (random.nextInt(8) == 0) {
            partial.removeChild(child);
            return "drop partialDate of " + said;
        }
        String value =
                child.getLocalName().equals("format")
                        ? any(List.of("YYYY", "YYYY-MM", "YYYY-MM-DD", "", "YY"))
                        : dated(any(PARTIAL_DATES));
        child.setTextContent(value);
        return "partialDate of " + said + " = " + quoted(value);
    }

    private String period() {
        List<Element> periods =
                Xml.descendants(
                        document.getDocumentElement(), CertificateSamples.TYPES, "datePeriod");
        if (periods.isEmpty()) {
            return partialDate();
        }
        Element period = any(periods);
        Element day = any(Xml.children(period));
        if (day == null) {
            return "nothing";
        }
        if (random.nextInt(6) == 0) {
            period.removeChild(day);
            return "drop " + day.getLocalName() + " of a period";
        }
        String value =
                random.nextInt(3) == 0
                        ? dated(any(TEXTS))
                        : any(
                                List.of(
                                        "2026-01-06",
                                        "2026-01-07",
                                        "2026-01-08",
                                        "2026-01-19",
                                        "2026-01-20",
                                        "2026-01-21",
                                        "2026-01-22",
                                        "2026-02-09",
                                        "2026-02-10",
                                        "2026-02-11",
                                        "2025-01-01",
                                        "2027-01-01"));
        day.setTextContent(value);
        return day.getLocalName() + " of period " + periods.indexOf(period) + " = " + quoted(value);
    }

    private String patient() {
        List<Element> persons =
                Xml.descendants(document, CertificateSamples.CERTIFICATE, "person-id");
        if (persons.isEmpty() || Xml.children(persons.get(0)).size() < 2) {
            return "nothing";
        }
        String number = any(PATIENTS);
        Xml.children(persons.get(0)).get(1).setTextContent(number);
        return "patient " + number;
    }

    private String newAnswer() {
        Element answer = document.createElementNS(CertificateSamples.CERTIFICATE, "c:svar");
        String id = any(QUESTIONS);
        answer.setAttribute("id", id);
        StringBuilder said = new StringBuilder("new svar " + id + ":");
        if (random.nextBoolean()) {
            Element instance =
                    document.createElementNS(CertificateSamples.CERTIFICATE, "c:instans");
            instance.setTextContent("" + (random.nextInt(4) + 1));
            answer.appendChild(instance);
            said.append(" instans");
        }
        int count = random.nextInt(8) == 0 ? 0 : random.nextInt(2) + 1;
        for (int i = 1; i <= count; i++) {
            said.append(' ').append(newPart(answer, id + "." + (random.nextInt(5) == 0 ? 7 : i)));
        }
        Element last = any(answers());
        intyg().insertBefore(answer, last);
        return said.toString();
    }

    private String newPart() {
        Element answer = any(answers());
        if (answer == null) {
            return "nothing";
        }
        String id = partIdNear(answer.getAttribute("id") + ".1");
        return "in " + name(answer) + " " + newPart(answer, id);
    }

    private String newPart(Element answer, String id) {
        String value =
                switch (random.nextInt(4)) {
                    case 0 -> any(SYSTEMS.subList(0, 8)) + "|" + any(CODES);
                    case 1 -> dated(any(TEXTS));
                    case 2 -> "2026-01-07/2026-01-08";
                    default -> any(List.of("text", "true", "false", "2026-01-07"));
                };
        CertificateSamples.part(answer, id, value, today);
        return "new delsvar " + id + " = " + quoted(value);
    }

    private String strange() {
        Element part = any(parts());
        if (part == null) {
            return "nothing";
        }
        String name = name(part);
        switch (random.nextInt(12)) {
            case 0 -> {
                part.insertBefore(document.createTextNode("beside"), part.getFirstChild());
                return "text first in " + name;
            }
            case 1 -> {
                part.appendChild(document.createTextNode(" "));
                return "a blank last in " + name;
            }
            case 2 -> {
                part.insertBefore(document.createComment("a comment"), part.getFirstChild());
                return "a comment first in " + name;
            }
            case 3 -> {
                String text = part.getTextContent();
                if (Xml.children(part).isEmpty() && text.length() > 2) {
                    part.setTextContent(text.substring(0, 2));
                    part.appendChild(document.createComment("1"));
                    part.appendChild(document.createTextNode(text.substring(2)));
                    return "a comment inside the text of " + name;
                }
                return "nothing";
            }
            case 4 -> {
                part.appendChild(document.createProcessingInstruction("pi", "data"));
                return "an instruction last in " + name;
            }
            case 5 -> {
                Element foreign = document.createElementNS("urn:x", "x:foreign");
                foreign.setTextContent("foreign");
                part.appendChild(foreign);
                return "a foreign element in " + name;
            }
            case 6 -> {
                List<Element> children = Xml.children(part);
                if (children.isEmpty()) {
                    Element wrapped = document.createElementNS(CertificateSamples.TYPES, "t:date");
                    wrapped.setTextContent(part.getTextContent());
                    part.setTextContent("");
                    part.appendChild(wrapped);
                    return "a date element around the text of " + name;
                }
                part.appendChild(children.get(0).cloneNode(true));
                return "the element of " + name + " twice";
            }
            case 7 -> {
                String text = part.getTextContent();
                if (!Xml.children(part).isEmpty()) {
                    return "nothing";
                }
                part.setTextContent("");
                part.appendChild(document.createCDATASection(text));
                return "CDATA in " + name;
            }
            case 8 -> {
                Element cv = document.createElementNS("urn:x", "x:cv");
                part.appendChild(cv);
                return "a cv of another namespace in " + name;
            }
            case 9 -> {
                Element foreign = document.createElementNS("urn:x", "x:foreign");
                part.getParentNode().appendChild(foreign);
                return "a foreign element after the parts of "
                        + name((Element) part.getParentNode());
            }
            case 10 -> {
                part.setAttribute("other", "1");
                return "an attribute at " + name;
            }
            default -> {
                part.setTextContent("");
                return "nothing in " + name;
            }
        }
    }

    private String move() {
        if (random.nextBoolean()) {
            Element answer = any(answers());
            Element before = any(answers());
            if (answer == null || answer == before) {
                return "nothing";
            }
            intyg().insertBefore(answer, before);
            return "svar " + name(answer) + " before " + name(before);
        }
        Element part = any(parts());
        Element answer = any(answers());
        if (part == null) {
            return "nothing";
        }
        String said = "delsvar " + name(part) + " to svar " + name(answer);
        answer.appendChild(part);
        return said;
    }

    private String codedChild() {
        List<Element> values =
                Xml.descendants(document.getDocumentElement(), CertificateSamples.TYPES, "cv");
        Element cv = any(values);
        if (cv == null || Xml.children(cv).isEmpty()) {
            return "nothing";
        }
        String name = name((Element) cv.getParentNode());
        Element child = any(Xml.children(cv));
        switch (random.nextInt(6)) {
            case 0 -> {
                cv.removeChild(child);
                return "drop " + child.getLocalName() + " of " + name;
            }
            case 1 -> {
                cv.appendChild(child.cloneNode(true));
                return child.getLocalName() + " of " + name + " twice";
            }
            case 2 -> {
                cv.insertBefore(child, cv.getFirstChild());
                return child.getLocalName() + " first in " + name;
            }
            case 3 -> {
                Element shown = document.createElementNS(CertificateSamples.TYPES, "t:displayName");
                shown.setTextContent(any(List.of("Visning 1 true", "0", "")));
                cv.appendChild(shown);
                return "displayName " + quoted(shown.getTextContent()) + " in " + name;
            }
            case 4 -> {
                Element inner = document.createElementNS(CertificateSamples.TYPES, "t:code");
                inner.setTextContent("x");
                child.appendChild(inner);
                return "an element in " + child.getLocalName() + " of " + name;
            }
            default -> {
                child.insertBefore(document.createComment("c"), child.getFirstChild());
                return "a comment in " + child.getLocalName() + " of " + name;
            }
        }
    }

    private String contentOfAnother() {
        Element part = any(parts());
        Element other = any(parts());
        if (part == null || part == other) {
            return "nothing";
        }
        String said = "delsvar " + name(part) + " gets the content of " + name(other);
        Element copy = (Element) other.cloneNode(true);
        part.setTextContent("");
        while (copy.getFirstChild() != null) {
            part.appendChild(copy.getFirstChild());
        }
        return said;
    }

    private String envelope() {
        List<Element> elements =
                Xml.descendants(document.getDocumentElement(), "*", "*").stream()
                        .filter(each -> !within(each, "svar"))
                        .toList();
        Element element = any(elements);
        Node parent = element.getParentNode();
        String name = parent.getLocalName() + "/" + element.getLocalName();
        switch (random.nextInt(8)) {
            case 0 -> {
                if (element.getLocalName().equals("intyg")
                        || element.getLocalName().equals("typ")) {
                    return "nothing";
                }
                parent.removeChild(element);
                return "drop " + name;
            }
            case 1 -> {
                if (element.getLocalName().equals("intyg")) {
                    return "nothing";
                }
                parent.insertBefore(element.cloneNode(true), element);
                return "repeat " + name;
            }
            case 2 -> {
                Element other = any(Xml.children((Element) parent));
                if (other != element) {
                    parent.insertBefore(element, other);
                }
                return name + " before " + other.getLocalName();
            }
            case 3 -> {
                String space =
                        any(
                                List.of(
                                        "urn:x",
                                        CertificateSamples.CERTIFICATE,
                                        CertificateSamples.TYPES));
                Element foreign = document.createElementNS(space, "f:foreign");
                foreign.setTextContent("x");
                element.appendChild(foreign);
                return "an element of " + space + " last in " + name;
            }
            case 4 -> {
                element.setAttribute("other", "1");
                return "an attribute at " + name;
            }
            default -> {
                if (!Xml.children(element).isEmpty()
                        || within(element, "typ")
                        || element.getLocalName().equals("version")) {
                    return "nothing";
                }
                String value = any(ENVELOPE);
                element.setTextContent(value);
                return name + " = " + quoted(value);
            }
        }
    }

    private static boolean within(Node node, String name) {
        for (Node at = node; at instanceof Element; at = at.getParentNode()) {
            if (name.equals(at.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private String dated(String value) {
        return value.startsWith("@")
                ? today.plusDays(Integer.parseInt(value.substring(1))).toString()
                : value;
    }

    private Element intyg() {
        return (Element) Xml.descendants(document, CertificateSamples.REGISTER, "intyg").get(0);
    }

    private List<Element> answers() {
        return Xml.descendants(document, CertificateSamples.CERTIFICATE, "svar");
    }

    private List<Element> parts() {
        return Xml.descendants(document, CertificateSamples.CERTIFICATE, "delsvar");
    }

    private static List<Element> instances(Element answer) {
        return new ArrayList<>(Xml.descendants(answer, CertificateSamples.CERTIFICATE, "instans"));
    }

    private <T> T any(List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    private static String name(Element element) {
        String id = element.getAttribute("id");
        if (element.getLocalName().equals("svar")) {
            List<Element> instances = instances(element);
            return instances.isEmpty() ? id : id + "#" + instances.get(0).getTextContent();
        }
        Node parent = element.getParentNode();
        return parent instanceof Element answer && answer.getLocalName().equals("svar")
                ? id + " (svar " + name(answer) + ")"
                : id;
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars()
                .forEach(
                        c -> {
                            if (c < 32 || c > 126) {
                                quoted.append(String.format("\\u%04x", c));
                            } else {
                                quoted.append((char) c);
                            }
                        });
        return quoted.append('"').toString();
    }
}
