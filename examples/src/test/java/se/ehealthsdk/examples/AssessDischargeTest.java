package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases in {@code examples/cases}, with days and sums that were worked out by hand. */
class AssessDischargeTest {

    private static final Path CASES = Path.of("cases");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir Path folder;

    /**
     * Admitted Thursday 2 March 18:40, so 24 hours end Friday 18:40. Ready on Friday 3 March at 12:01, after 12: four days on,
     * Tuesday the 7th. Called to SIP on Monday the 6th, the last of three days. Left on Thursday the 9th, which is not paid for:
     * Tuesday and Wednesday, 2 x 10 500.
     */
    @Test
    void journey_isLiableFromTuesday_andWell() {
        assertThat(assess("journey-thursday-to-thursday")).isZero();
        assertThat(text())
                .contains(
                        "tors 2023-03-02 20:15  Inskrivningsmeddelande: beräknad utskrivning 2023-03-06")
                .contains("fre 2023-03-03 09:05  Ny beräknad utskrivning: 2023-03-07")
                .contains(
                        "fre 2023-03-03 14:20  Kan ta emot: nej (Biståndsenheten Ekstad -> Avdelning 34)")
                .contains("gjort 2023-03-02 20:15, i tid (senast 2023-03-03 18:40)")
                .contains("gjort 2023-03-06 10:00, i tid (senast 2023-03-06)")
                .contains("Ja, från 2023-03-07: 2 dagar, 21\u00a0000\u00a0kr")
                .doesNotContain("SENT");
    }

    @Test
    void journey_inEnglish_saysTheSame() {
        assertThat(assess("journey-thursday-to-thursday", "--english")).isZero();
        assertThat(text())
                .contains("Fri 2023-03-03 12:01  Ready for discharge")
                .contains("Yes, from 2023-03-07: 2 days, SEK 21,000")
                .doesNotContain("Inskrivning")
                .doesNotContain("dagar");
    }

    /** On Sunday the 5th nothing of the week after has happened: the call to SIP is owed, and without it nobody pays yet. */
    @Test
    void journey_asItStoodOnSunday_waitsForTheCall() {
        assertThat(assess("journey-thursday-to-thursday", "--at", "2023-03-05")).isOne();
        assertThat(text())
                .contains("6 händelser efter tidpunkten är inte med")
                .contains("återstår, senast 2023-03-06")
                .contains("Nej, det finns hinder: 1", "HINDER: ")
                .contains("har inte kallat till den; sista dagen är måndag 2023-03-06")
                .doesNotContain("2023-03-06 10:00");
    }

    /** On Monday the 6th at 11 the call has been sent, and the first liable day is tomorrow. */
    @Test
    void journey_asItStoodOnMonday_isNotYetLiable() {
        assertThat(assess("journey-thursday-to-thursday", "--at", "2023-03-06T11:00")).isZero();
        assertThat(text()).contains("Inte ännu; första dagen är 2023-03-07").doesNotContain("SENT");
    }

    /** Ready on Wednesday 8 March: the call had to come by Saturday the 11th, and without it nobody pays. */
    @Test
    void sipThatWasNotCalled_standsInTheWay() {
        assertThat(assess("sip-not-called", "--at", "2023-03-11")).isOne();
        assertThat(text())
                .contains("återstår, senast 2023-03-11", "Nej, det finns hinder: 1", "HINDER: ");
        printed.reset();
        assertThat(assess("sip-not-called", "--at", "2023-03-12")).isOne();
        assertThat(text()).contains("[SENT]", "inte gjort, skulle ha gjorts senast 2023-03-11");
    }

    /** The second notice, Friday 24 March at 11:59, counts alone: three days on is Monday the 27th, over the lost hour. */
    @Test
    void withdrawnNotice_givesNoDays_theNewOneDoes() {
        assertThat(assess("withdrawn-and-ready-again")).isZero();
        assertThat(text()).contains("Ja, från 2023-03-27: 2 dagar, 21\u00a0000\u00a0kr");
    }

    /** 23 December at 9: the 26th. Six days of 2022 at 9 300 and New Year's Day at 10 500. */
    @Test
    void placingMunicipality_paysOverNewYear_atEachYearsRate() {
        assertThat(assess("placed-by-another-municipality")).isZero();
        assertThat(text())
                .contains("Ansvarig kommun är 1480")
                .contains("Ja, från 2022-12-26: 7 dagar, 66\u00a0300\u00a0kr");
    }

    /** Ready on paper on Saturday 6 May at 10:10, entered on Monday: Tuesday the 9th, as if the system had been up. */
    @Test
    void paper_countsFromWhenItWasHandedOver() {
        assertThat(assess("paper-while-down", "--at", "2023-05-10")).isZero();
        assertThat(text())
                .contains("lör 2023-05-06 10:10  Utskrivningsklar")
                .contains("[från papper, infört mån 2023-05-08 09:05]")
                .contains("Ja, från 2023-05-09: 2 dagar, 21\u00a0000\u00a0kr");
    }

    /** Admitted on 2 February at 8, told on the 3rd at 14: six hours late. */
    @Test
    void lateAdmissionNotice_isLate_andBlocks() {
        assertThat(assess("late-admission-notice")).isOne();
        assertThat(text())
                .contains("gjort 2026-02-03 14:00, för sent (senast 2026-02-03 08:00)")
                .contains("Nej, det finns hinder: 1", "HINDER: ");
    }

    /** The sum of a year that no source tells is missing, never zero; with your own amounts it is there. */
    @Test
    void yearWithoutARate_isNoSum_untilRatesAreGiven() throws IOException {
        Path later = folder.resolve("case.json");
        Files.writeString(
                later,
                Files.readString(CASES.resolve("paper-while-down.json"))
                        .replace("2023-05-", "2026-01-"));
        String[] at = {"--at", "2026-01-10"};
        assertThat(run(later.toString(), at)).isOne();
        assertThat(text()).contains("men beloppet saknas (--rates)").doesNotContain(" 0 kr");
        Path rates = folder.resolve("rates.json");
        Files.writeString(
                rates,
                "{\"currency\": \"SEK\", \"rates\": [{\"from\": \"2026-01-01\", \"to\": \"2026-12-31\","
                        + " \"amount\": \"10000\", \"source\": \"test\", \"confidence\": \"inferred\"}]}");
        printed.reset();
        assertThat(run(later.toString(), "--at", "2026-01-10", "--rates", rates.toString()))
                .isZero();
        // Tuesday 2026-01-06 10:10 and three days: Friday the 9th and Saturday the 10th
        assertThat(text()).contains("Ja, från 2026-01-09: 2 dagar, 20\u00a0000\u00a0kr");
    }

    @Test
    void eventWithoutTheRight_isRefused_andUnknownOneIsShown() {
        assertThat(assess("refused-and-unknown")).isOne();
        assertThat(text())
                .contains("VÄGRAD händelse 3 (Utskriven)")
                .contains("En sådan händelse får inte skickas av socialtjänsten. [NO_RIGHT]")
                .contains("Okänd händelse av en senare version: homeVisitPlanned")
                .doesNotContain("Utskriven ");
    }

    @Test
    void policy_shippedOrMissing() {
        assertThat(assess("journey-thursday-to-thursday", "--policy", "stockholm-2020"))
                .isBetween(0, 1);
        assertThat(text()).contains("Stockholm");
        assertThat(assess("journey-thursday-to-thursday", "--policy", "none-2020")).isEqualTo(2);
        assertThat(errors()).contains("--policy needs a file, or one of", "stockholm-2020");
    }

    /** Nothing that is printed tells who the patient is, in either language. */
    @Test
    void output_ofEveryCase_tellsNothingOfThePatient() throws IOException {
        for (String file : allCases()) {
            run(file);
            run(file, "--english");
        }
        assertThat(text() + errors())
                .doesNotContain("Testsson")
                .doesNotContain("19121212")
                .doesNotContain("Provgatan")
                .doesNotContain("991945");
    }

    @Test
    void file_thatIsBroken_isNamedByPath_andTheOthersAreAssessed() throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(
                broken,
                Files.readString(CASES.resolve("sip-not-called.json"))
                        .replace(
                                "\"judgedAt\": \"2023-03-08T09:30\"",
                                "\"judgedAt\": \"i onsdags\""));
        String good = CASES.resolve("journey-thursday-to-thursday.json").toString();
        assertThat(run(broken.toString(), good)).isEqualTo(2);
        assertThat(errors())
                .contains("broken.json: events[5].content.judgedAt: is no moment")
                .doesNotContain("onsdags");
        assertThat(text()).contains("Ja, från 2023-03-07");
        assertThat(run(folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(errors()).contains("there is no such file");
    }

    @Test
    void folderOrEmptyFile_isNamed_andEndsWith2() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.json"));
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run(empty.toString())).isEqualTo(2);
        assertThat(errors())
                .contains(folder + ": is a folder; name the files in it")
                .contains("empty.json: json: is empty");
    }

    @Test
    void commandLine_thatIsWrong_endsWith2() {
        assertThat(run("--english")).isEqualTo(2);
        assertThat(run("x.json", "--at", "yesterday")).isEqualTo(2);
        assertThat(run("x.json", "--rates", folder.toString())).isEqualTo(2);
        assertThat(run("x.json", "--policy", folder.toString())).isEqualTo(2);
        assertThat(errors()).contains("file of --rates cannot", "file of --policy cannot");
        assertThat(errors()).contains("--at needs a day or a time");
    }

    @Test
    void standardInput_isRead_andOddCharactersAreNotPrinted() throws IOException {
        byte[] json =
                Files.readString(CASES.resolve("sip-not-called.json"))
                        .replace("Avdelning 34", "Avd\\u001B[31m 34")
                        .getBytes(StandardCharsets.UTF_8);
        int status =
                AssessDischarge.run(
                        new String[] {"-"},
                        new ByteArrayInputStream(json),
                        stream(printed),
                        stream(complained),
                        CLOCK);
        assertThat(status).isOne();
        assertThat(text()).contains("Avd?[31m 34").doesNotContain("\u001B");
    }

    private int assess(String name, String... options) {
        return run(CASES.resolve(name + ".json").toString(), options);
    }

    private int run(String file, String... options) {
        String[] arguments =
                Stream.concat(Stream.of(options), Stream.of(file)).toArray(String[]::new);
        return AssessDischarge.run(
                arguments,
                new ByteArrayInputStream(new byte[0]),
                stream(printed),
                stream(complained),
                CLOCK);
    }

    private static List<String> allCases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
