package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;

class Doi1Test {

    private static final String PLACE = "65f0069f-14b5-4634-b187-5193580a3349";
    private static final String INJURY = "e5d1d1fb-d918-47b4-9e69-483d3be523ee";
    private static final String GROUNDS = "f9051865-b97c-4ee3-98ab-db2b7a11176e";
    private static final String SNOMED = "1.2.752.116.2.1.1.1";
    private static final String NULL = "2.16.840.1.113883.5.1008";
    private static final String CHRONIC = "90734009";

    private static final Sheet BASE =
            Sheet.of(CertificateType.DOI, "1.0")
                    .plus("1", text("1.1", "Körkort"))
                    .plus("2", text("2.1", "true"), text("2.2", "2017-01-20"))
                    .plus("3", text("3.1", "Kalmar"), cv("3.2", PLACE, "SJUKHUS"))
                    .plus("4", text("4.1", "false"))
                    .plus(
                            "8",
                            text("8.1", "Orsak a"),
                            text("8.2", "2017-01-19"),
                            cv("8.3", SNOMED, "424124008"))
                    .plus(
                            "9",
                            1,
                            text("9.1", "Orsak b"),
                            text("9.2", "2017-01-18"),
                            cv("9.3", SNOMED, CHRONIC))
                    .plus(
                            "9",
                            2,
                            text("9.1", "Orsak c"),
                            text("9.2", "2017-01-17"),
                            cv("9.3", NULL, "NI"))
                    .plus(
                            "10",
                            1,
                            text("10.1", "Bidrag"),
                            text("10.2", "2016-05-05"),
                            cv("10.3", SNOMED, CHRONIC))
                    .plus(
                            "11",
                            text("11.1", "true"),
                            text("11.2", "2017-01-10"),
                            text("11.3", "Skäl"))
                    .plus(
                            "12",
                            text("12.1", "true"),
                            cv("12.2", INJURY, "OLYCKSFALL"),
                            text("12.3", "2017-01-09"),
                            text("12.4", "Så"))
                    .plus("13", 1, cv("13.1", GROUNDS, "UNDERSOKNING_FORE_DODEN"))
                    .plus("14", text("14.1", "Norge"));

    private static Sheet uncertain(Sheet sheet, String death, String found) {
        return sheet.set("2.1", "false").set("2.2", death).set("2.3", found);
    }

    private static Sheet noOperation(Sheet sheet) {
        return sheet.without("11").plus("11", text("11.1", "false"));
    }

    private static Sheet noInjury(Sheet sheet) {
        return sheet.without("12").plus("12", text("12.1", "false"));
    }

    private static Sheet cause(Sheet sheet, int instance) {
        return sheet.plus("9", instance, text("9.1", "Orsak"));
    }

    private static Sheet contributing(Sheet sheet, int to) {
        Sheet more = sheet;
        for (int n = 2; n <= to; n++) {
            more = more.plus("10", n, text("10.1", "Bidrag"));
        }
        return more;
    }

    @TestFactory
    Stream<DynamicTest> official_verdicts() {
        return Verdicts.of(BASE)
                .passes("9 without 9.1", s -> s.drop("9.1"))
                .passes("two 9 with instans 1", s -> s.instance("9", 1, Optional.of(1)))
                .passesForm("equal 9.2", s -> s.set("9.2", "2017-01-17"))
                .passes(
                        "no 8.2, 9.2 in 2030",
                        s ->
                                s.drop("8.2")
                                        .without("9")
                                        .plus("9", 1, text("9.1", "b"), text("9.2", "2030-01-01")))
                .passes("10.2 in 2099", s -> s.set("10.2", "2099-01-01"))
                .passes("SNOMED code with NullFlavor", s -> s.set("8.3", NULL, CHRONIC))
                .passesForm(
                        "11.1 NI alone", s -> s.without("11").plus("11", cv("11.1", NULL, "NI")))
                .passesForm("12.1 false alone", Doi1Test::noInjury)
                .passesForm("11.1 false alone", Doi1Test::noOperation)
                .passesForm(
                        "8.2 later than a partial 2.2",
                        s -> uncertain(s, "2017-01-00", "2017-01-20"))
                .passes("8.3 system with blanks", s -> s.set("8.3", " " + SNOMED + " ", CHRONIC))
                .passesForm("no 9", s -> s.without("9"))
                .passesForm("no 14", s -> s.without("14"))
                .passesForm("no 10", s -> s.without("10"))
                .passesForm("8.3 not known", s -> s.set("8.3", NULL, "NI"))
                .passes(
                        "10 and 13 without instans",
                        s ->
                                s.instance("10", 0, Optional.empty())
                                        .instance("13", 0, Optional.empty()))
                .passesForm("8 contributing", s -> contributing(s, 8))
                .passesForm(
                        "operation long before an uncertain death",
                        s -> uncertain(s, "2017-01-20", "2017-01-21").set("11.2", "2016-01-01"))
                .fails(
                        "DOI1-Q11.2-NOTAFTER 11.2",
                        "11.2 after 2.2",
                        s -> s.set("11.2", "2017-01-21"))
                .fails(
                        "DOI1-Q12.3-NOTAFTER 12.3",
                        "12.3 after 2.2",
                        s -> s.set("12.3", "2017-01-21"))
                .fails(
                        "DOI1-Q11.2-NOTAFTER 11.2",
                        "11.2 after 2.3",
                        s -> uncertain(s, "2017-00-00", "2017-01-20").set("11.2", "2017-01-21"))
                .fails(
                        "DOI1-Q12.3-NOTAFTER 12.3",
                        "12.3 after an uncertain 2.2",
                        s -> uncertain(s, "2017-01-20", "2017-02-20").set("12.3", "2017-01-21"))
                .fails(
                        "DOI1-Q8.3-SPEC 8.3",
                        "8.3 system with a digit more",
                        s -> s.set("8.3", SNOMED + "1", CHRONIC))
                .fails("DOI1-Q8.3-SPEC 8.3", "8.3 unknown code", s -> s.set("8.3", SNOMED, "1"))
                .fails("DOI1-Q9.3-SPEC 9.3 #1", "9.3 unknown code", s -> s.set("9.3", SNOMED, "1"))
                .fails(
                        "DOI1-Q10.3-SPEC 10.3 #1",
                        "10.3 unknown code",
                        s -> s.set("10.3", SNOMED, "1"))
                .fails(
                        "DOI1-Q11.1-BOOLORNI 11.1",
                        "NI with SNOMED",
                        s -> s.without("11").plus("11", cv("11.1", SNOMED, "NI")))
                .fails("DOI1-Q11.1-BOOLORNI 11.1", "another word", s -> s.set("11.1", "kanske"))
                .fails("DOI1-Q11-ONE 11", "no 11", s -> s.without("11"))
                .fails("DOI1-Q10-MAX8 10", "nine 10", s -> contributing(s, 9))
                .fails("DOI1-Q9-MAX3 9", "four 9", s -> cause(cause(s, 3), 4))
                .fails("DOI1-Q9.1-TEXT 9.1 #1", "9.1 blank", s -> s.set("9.1", " "))
                .fails("DOI1-Q9-SEQ 9 #3", "instans 1, 3", s -> s.instance("9", 1, Optional.of(3)))
                .fails(
                        "DOI1-Q9-SEQ 9 #2",
                        "instans 2, 3",
                        s ->
                                s.instance("9", 1, Optional.of(3))
                                        .instance("9", 0, Optional.of(2))
                                        .set("9.2", "2017-01-18"))
                .fails(
                        "DOI1-Q9-INST 9",
                        "9 without instans",
                        s -> s.without("9").plus("9", text("9.1", "b")))
                .fails("DOI1-Q9.2-CHAIN 9.2 #1", "9.2 after 8.2", s -> s.set("9.2", "2017-01-20"))
                .fails(
                        "DOI1-Q9.2-CHAIN 9.2 #2",
                        "9.2 increasing",
                        s -> s.set(1, text("9.2", "2017-01-19")))
                .failsOfficially(
                        List.of("DOI1-Q11.2-FORBID 11.2"),
                        "NI with 11.2",
                        s ->
                                s.without("11")
                                        .plus(
                                                "11",
                                                cv("11.1", NULL, "NI"),
                                                text("11.2", "2017-01-10")))
                .fails(
                        "DOI1-Q11.2-FORBID 11.2",
                        "no operation with 11.2",
                        s -> noOperation(s).add(text("11.2", "2017-01-10")))
                .fails(
                        "DOI1-Q11.3-FORBID 11.3",
                        "no operation with 11.3",
                        s -> noOperation(s).add(text("11.3", "x")))
                .fails("DOI1-Q11.3-REQ 11.3", "no 11.3", s -> s.drop("11.3"))
                .fails("DOI1-Q11.2-REQ 11.2", "no 11.2", s -> s.drop("11.2"))
                .fails("DOI1-Q12.2-REQ 12.2", "no 12.2", s -> s.drop("12.2"))
                .fails("DOI1-Q12.3-REQ 12.3", "no 12.3", s -> s.drop("12.3"))
                .fails("DOI1-Q12.4-REQ 12.4", "no 12.4", s -> s.drop("12.4"))
                .fails("DOI1-Q12.4-TEXT 12.4", "12.4 blank", s -> s.set("12.4", " "))
                .fails(
                        "DOI1-Q12.4-FORBID 12.4",
                        "no injury with 12.4",
                        s -> noInjury(s).add(text("12.4", "x")))
                .fails("DOI1-Q12.2-CODE 12.2", "12.2 unknown", s -> s.set("12.2", INJURY, "X"))
                .fails(
                        "DOI1-Q13-UNIQ 13 #2",
                        "13 duplicate",
                        s -> s.plus("13", 2, cv("13.1", GROUNDS, "UNDERSOKNING_FORE_DODEN")))
                .fails("DOI1-Q13-MIN1 13", "no 13", s -> s.without("13"))
                .fails("DOI1-Q8.2-NOTAFTER 8.2", "8.2 after 2.2", s -> s.set("8.2", "2017-01-21"))
                .fails("DOI1-DOC-UNKNOWN 5", "svar 5", s -> s.plus("5", text("5.1", "x")))
                .fails("DOI1-Q10.1-ONE 10.1 #1", "10.1 twice", s -> s.add(text("10.1", "x")))
                .fails("COM-S-INST 10 #0", "instans 0", s -> s.instance("10", 0, Optional.of(0)))
                .fails(
                        "DOI1-Q2.3-AFTERDEATH 2.3",
                        "found on the day of death",
                        s -> uncertain(s, "2017-01-20", "2017-01-20"))
                .fails("DOI1-Q4.1-CHILD 4.1", "adult as child", s -> s.set("4.1", "true"))
                .fails("DOI1-Q4.1-COORD 4.1", "coordination day 61", s -> s.patient("197001612386"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> rules_ofTheForm() {
        return Verdicts.of(BASE)
                .failsForm("DOI1-Q8.1-LEN120 8.1", "8.1 long", s -> s.set("8.1", "x".repeat(121)))
                .failsForm("DOI1-Q9.1-LEN80 9.1 #1", "9.1 long", s -> s.set("9.1", "x".repeat(81)))
                .failsForm("DOI1-Q9.1-REQ 9.1 #1", "9 without 9.1", s -> s.drop("9.1"))
                .failsForm(
                        "DOI1-Q10.1-LEN55 10.1 #1", "10.1 long", s -> s.set("10.1", "x".repeat(56)))
                .failsForm("DOI1-Q11.3-LEN31 11.3", "11.3 long", s -> s.set("11.3", "x".repeat(32)))
                .failsForm(
                        "DOI1-Q12.4-LEN150 12.4", "12.4 long", s -> s.set("12.4", "x".repeat(151)))
                .failsForm("DOI1-Q14.1-LEN24 14.1", "14.1 long", s -> s.set("14.1", "x".repeat(25)))
                .failsForm(
                        "DOI1-Q8.3-SPEC 8.3",
                        "SNOMED code with NullFlavor",
                        s -> s.set("8.3", NULL, CHRONIC))
                .failsForm(
                        "DOI1-Q8.3-SPEC 8.3",
                        "system with blanks",
                        s -> s.set("8.3", " " + SNOMED, CHRONIC))
                .failsForm(
                        "DOI1-Q9.2-TODAY 9.2 #1",
                        "no 8.2, 9.2 tomorrow",
                        s ->
                                s.drop("8.2")
                                        .without("9")
                                        .plus("9", 1, text("9.1", "b"), text("9.2", "2026-11-23")))
                .failsForm(
                        "DOI1-Q10.2-NOTAFTER 10.2 #1",
                        "10.2 after death",
                        s -> s.set("10.2", "2017-01-21"))
                .failsForm(
                        "DOI1-Q11.2-WINDOW 11.2",
                        "29 days before a certain death",
                        s -> s.set("11.2", "2016-12-22"))
                .passesForm("28 days before a certain death", s -> s.set("11.2", "2016-12-23"))
                .failsForm("DOI1-Q11.1-BOOLORNI 11.1", "11.1 as 1", s -> s.set("11.1", "1"))
                .failsForm(
                        "COM-BUILD-INST 9 #1",
                        "two 9 with instans 1",
                        s -> s.instance("9", 1, Optional.of(1)))
                .failsForm(
                        "DOI1-Q2.2-NOTFUTURE 2.2",
                        "death tomorrow",
                        s -> noOperation(s).set("2.2", "2026-11-23"))
                .tests();
    }
}
