package se.ehealthsdk.hsa.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.CommissionScope;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CommissionMember;

class HsaSyntaxTest {

    private static final Map<String, ValueSyntax<?>> ALL = new TreeMap<>();

    static {
        for (ValueSyntax<?> syntax :
                List.of(
                        HsaSyntax.TIME_SPAN,
                        HsaSyntax.POSTAL_ADDRESS,
                        HsaSyntax.DISPLAY_OPTION,
                        HsaSyntax.TEMPORARY_INFORMATION,
                        HsaSyntax.COMMISSION_MEMBER,
                        HsaSyntax.VISITING_AGE,
                        HsaSyntax.RT90,
                        HsaSyntax.SWEREF99_TM,
                        HsaSyntax.DEGREES,
                        HsaSyntax.TELEPHONE,
                        HsaSyntax.COMMISSION_RIGHT,
                        HsaSyntax.SYSTEM_ROLE,
                        HsaSyntax.TITLE_SPECIALITY,
                        HsaSyntax.NURSE_PRESCRIPTION_RIGHT,
                        HsaSyntax.SECTOR,
                        HsaSyntax.GENERALIZED_TIME,
                        HsaSyntax.POSTAL_CODE,
                        HsaSyntax.ORGANISATION_NUMBER,
                        HsaSyntax.PROTECTION_MARK,
                        HsaSyntax.POSTAL_ADDRESS_PARTS,
                        HsaSyntax.VISITING_ADDRESS_PARTS,
                        HsaSyntax.TELEPHONE_OR_ADDRESS,
                        HsaSyntax.HSA_ID,
                        HsaSyntax.TEXT,
                        HsaSyntax.CODE)) {
            ALL.put(syntax.name(), syntax);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "time span | ''",
                "time span | 1-5",
                "time span | 1-5#08:00",
                "time span | 1#08:00#17:00",
                "time span | 0-5#08:00#17:00",
                "time span | 1-8#08:00#17:00",
                "time span | 1–5#08:00#17:00",
                "time span | 1-5#8:00#17:00",
                "time span | 1-5#08.00#17.00",
                "time span | 1-5#08:00:00#17:00:00",
                "time span | 1-5#08:60#17:00",
                "time span | 1-5#08:00#24:01",
                "time span | 1-5#08:00#25:00",
                "time span | 1-5#08:00#30:00",
                "time span | 1-5#24:00#24:00",
                "time span | 1-5#08:00#08:00",
                "time span | 5-5#21:00#06:00",
                "time span | 5-5#21:00#00:00",
                "time span | 1-5#08:00#17:00#a#20260601",
                "time span | 1-5#08:00#17:00#a#20260601#20260831#b",
                "time span | 1-5#08:00#17:00#a#20260231#20260831",
                "time span | 1-5#08:00#17:00#a#2026-6-1#",
                "time span | 1-5#08:00#17:00#a#20260601Z#",
                "time span | 1-5#08:00#17:00#a#20260831#20260601",
                "time span | ١-٥#08:00#17:00",
                "time span | 1-5#٠٨:00#17:00",
                "postal address | ''",
                "postal address | $$ $",
                "postal address | Box 1\\",
                "postal address | Box 1\\2",
                "postal address | Box 1\\25$Ort",
                "postal address | C:\\mapp",
                "display option | ''",
                "display option | 2,4",
                "display option | #2",
                "display option | 2##4",
                "display option | 4#2",
                "display option | 2#2",
                "display option | 0#2",
                "display option | -1",
                "display option | 99999999999",
                "display option | ٢",
                "temporary information | ''",
                "temporary information | ;",
                "temporary information | ;20260601",
                "temporary information | ;20260601;20260831",
                "temporary information | ;20260601;20260831;",
                "temporary information | ;20261301;20260831;text",
                "temporary information | ;1 juni;31 augusti;text",
                "commission member | ''",
                "commission member | hsaP2",
                "commission member | hsaP2;",
                "commission member | ;;",
                "commission member | ;20081112230000Z;",
                "commission member | hsaP2;;;",
                "commission member | hsaP2;;2011-12-09 00:00:00.0",
                "commission member | hsaP2;20081112;",
                "commission member | abcdefghijklmnopqrstuvwxyz-0123456;;",
                "visiting rule age | ''",
                "visiting rule age | 2-8",
                "visiting rule age | 02",
                "visiting rule age | 02-",
                "visiting rule age | 002-008",
                "visiting rule age | 08-02",
                "visiting rule age | 02-08#a#b",
                "visiting rule age | ٠٢-٠٨",
                "RT 90 coordinates | ''",
                "RT 90 coordinates | 6581164,1630250",
                "RT 90 coordinates | X:6581164",
                "RT 90 coordinates | X:6581164, Y:1630250",
                "RT 90 coordinates | X:6581164,Y:",
                "RT 90 coordinates | X:65811x4,Y:1630250",
                "RT 90 coordinates | X:6581164.5,Y:1630250",
                "RT 90 coordinates | X:-6581164,Y:1630250",
                "RT 90 coordinates | Y:1630250,X:6581164",
                "RT 90 coordinates | X:65811649999,Y:1630250",
                "RT 90 coordinates | X:٦٥٨١١٦٤,Y:1630250",
                "SWEREF 99 TM coordinates | X:6580822,Y:674032",
                "SWEREF 99 TM coordinates | N:,E:",
                "decimal degrees | ''",
                "decimal degrees | 59,3293",
                "decimal degrees | 59.",
                "decimal degrees | .5",
                "decimal degrees | NaN",
                "decimal degrees | 59°19'",
                "decimal degrees | 5.9e1",
                "decimal degrees | 6581164",
                "telephone number | ''",
                "telephone number | +",
                "telephone number | +46",
                "telephone number | 1",
                "telephone number | +460",
                "telephone number | +46001",
                "telephone number | +0123",
                "telephone number | 00",
                "telephone number | 0046",
                "telephone number | 000123",
                "telephone number | 010-CALL-ME",
                "telephone number | 010+100",
                "telephone number | 08-123 45 67 ankn 12",
                "telephone number | 123456789012345678901234567890123",
                "telephone number | ٠١٠",
                "commission right | ''",
                "commission right | Läsa",
                "commission right | Läsa;alla",
                "commission right | Läsa;;SJF",
                "commission right | ;;",
                "commission right | Läsa;alla;SJF;VE",
                "system role | ''",
                "system role | INTYG",
                "system role | ;role",
                "system role | INTYG;",
                "system role | INTYG; ",
                "title code and speciality | ''",
                "title code and speciality | LK",
                "title code and speciality | LK;1234",
                "title code and speciality | ;1234;Kirurgi",
                "nurse's prescription right | ''",
                "nurse's prescription right | SJ",
                "nurse's prescription right | ;J",
                "nurse's prescription right | SJ;",
                "nurse's prescription right | SJ;1",
                "nurse's prescription right | SJ;J;J",
                "sector | ''",
                "sector | ;sub",
                "sector | SE1-A;SUBTREE",
                "sector | SE1-A;",
                "sector | SE1-A;sub;sub",
                "sector | abcdefghijklmnopqrstuvwxyz-0123456",
                "generalized time | ''",
                "generalized time | 20100514215959",
                "generalized time | 2010-05-14T21:59:59Z",
                "generalized time | 20100514Z",
                "generalized time | 20100514245959Z",
                "generalized time | 20100514216059Z",
                "generalized time | 20100514215961Z",
                "generalized time | 20100231215959Z",
                "generalized time | 20101314215959Z",
                "generalized time | 20100500215959Z",
                "generalized time | 20100514215959.Z",
                "generalized time | 20100514215959+2500",
                "generalized time | 20100514215959+0160",
                "generalized time | 20100514215959+1",
                "generalized time | 20100514215959z",
                "generalized time | 100514215959Z",
                "generalized time | ٢٠١٠٠٥١٤٢١٥٩٥٩Z",
                "postal code | ''",
                "postal code | ' '",
                "organisation number | ''",
                "organisation number | 232100",
                "organisation number | 17232100-0016",
                "organisation number | 232100_0016"
            })
    void badValues_areRefusedWithoutShowingThem(String name, String text) {
        ValueSyntax<?> syntax = ALL.get(name);

        assertThat(syntax.tryParse(text)).isEmpty();
        Throwable refusal = catchThrowable(() -> syntax.parse(text));
        assertThat(refusal).isInstanceOf(InvalidInputException.class);
        var input = (InvalidInputException) refusal;
        assertThat(input.expected()).isNotBlank();
        if (text.length() > 3 && !syntax.example().contains(text)) {
            assertThat(input).hasMessageNotContaining(text);
        }
    }

    @Test
    void everyExample_isReadAndWrittenBackAsItIs() {
        ALL.values().forEach(HsaSyntaxTest::exampleComesBack);
    }

    private static <T> void exampleComesBack(ValueSyntax<T> syntax) {
        assertThat(syntax.write(syntax.parse(syntax.example()))).isEqualTo(syntax.example());
        assertThat(syntax.toString()).isEqualTo(syntax.name());
    }

    @Test
    void randomTexts_areValuesThatComeBack_orRefusedAndNothingElse() {
        var random = new Random(340);
        String alphabet = "0123456789;;##--::$\\XY+NEJZab åé.,24C \uD83D\uDE00\0";
        for (ValueSyntax<?> syntax : ALL.values()) {
            for (int i = 0; i < 1_500; i++) {
                comesBackIfRead(syntax, mutated(syntax.example(), alphabet, random));
            }
        }
    }

    private static <T> void comesBackIfRead(ValueSyntax<T> syntax, String text) {
        Optional<T> value = syntax.tryParse(text);
        if (value.isPresent()) {
            String written;
            try {
                written = syntax.write(value.get());
            } catch (InvalidInputException tooLong) {
                return;
            }
            assertThat(syntax.write(syntax.parse(written))).as(text).isEqualTo(written);
        }
    }

    private static String mutated(String example, String alphabet, Random random) {
        var text = new StringBuilder(example);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            char c = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.setLength(at);
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, c);
                    }
                }
            }
        }
        return text.toString();
    }

    // --- time spans

    @Test
    void timeSpan_isWhatTheContractsGive() {
        assertThat(HsaSyntax.TIME_SPAN.parse("1-5#08:00#17:00"))
                .isEqualTo(OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "17:00"));
        assertThat(HsaSyntax.TIME_SPAN.parse("1-7#00:00#24:00"))
                .isEqualTo(OpeningHours.ALWAYS)
                .satisfies(hours -> assertThat(hours.isAlwaysOpen()).isTrue());
        assertThat(HsaSyntax.TIME_SPAN.parse("5-5#21:00#24:00#Ring på#20260601#2026-08-31"))
                .isEqualTo(
                        new OpeningHours(
                                "5",
                                "21:00:00",
                                "5",
                                "24:00:00",
                                Optional.of("Ring på"),
                                Optional.of("20260601"),
                                Optional.of("2026-08-31")));
        assertThat(HsaSyntax.TIME_SPAN.parse("6-1#08:00#17:00##20260601#"))
                .isEqualTo(
                        new OpeningHours(
                                "6",
                                "08:00:00",
                                "1",
                                "17:00:00",
                                Optional.empty(),
                                Optional.of("20260601"),
                                Optional.empty()));
        assertThat(HsaSyntax.TIME_SPAN.parse("1-1#08:00#17:00#"))
                .isEqualTo(OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, "08:00", "17:00"));
    }

    @Test
    void timeSpan_whatAContractSpeltOtherwise_isWrittenAsTheDirectoryHasIt() {
        var midnight =
                new OpeningHours(
                        "1",
                        "08:00:00.000+01:00",
                        "5",
                        "00:00:00",
                        Optional.of(" "),
                        Optional.of("2026-06-01"),
                        Optional.empty());

        assertThat(HsaSyntax.TIME_SPAN.write(midnight)).isEqualTo("1-5#08:00#24:00##20260601#");
    }

    @Test
    void timeSpan_whatItCannotCarry_isRefused() {
        OpeningHours office = OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "17:00");

        refused(HsaSyntax.TIME_SPAN, office.withComment("sjutton tecken!!!"));
        refused(HsaSyntax.TIME_SPAN, office.withComment("a#b"));
        refused(HsaSyntax.TIME_SPAN, span("1", "08:00:30", "5", "17:00:00", null, null));
        refused(HsaSyntax.TIME_SPAN, span("1", "åtta", "5", "17:00:00", null, null));
        refused(HsaSyntax.TIME_SPAN, span("1", "08:00:00", "5", "17:00:00", "i juni", null));
        refused(
                HsaSyntax.TIME_SPAN,
                span("1", "08:00:00", "5", "17:00:00", "20260831", "20260601"));
        assertThat(HsaSyntax.TIME_SPAN.write(office.withComment("sexton tecken å!")))
                .endsWith("#sexton tecken å!");
        assertThat(HsaSyntax.TIME_SPAN.parse("1-5#08:00#17:00#längre än sexton tecken").comment())
                .contains("längre än sexton tecken");
    }

    @Test
    void timeSpan_random_comesBackEqual() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            int from = random.nextInt(24 * 60);
            int to = from + 1 + random.nextInt(24 * 60 - from);
            OpeningHours span =
                    new OpeningHours(
                            day(random),
                            time(from),
                            day(random),
                            time(to),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(word(random, "Lunch å;-$\\ ", 16)),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of("202606" + (10 + random.nextInt(20))),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of("202607" + (10 + random.nextInt(20))));
            comesBack(HsaSyntax.TIME_SPAN, span);
        }
    }

    // --- addresses

    @Test
    void postalAddress_escapesAndBlankLines() {
        assertThat(HsaSyntax.POSTAL_ADDRESS.parse("Vård \\24 \\5C\\5c AB$$Box 1$123 45 Ort$"))
                .containsExactly("Vård $ \\\\ AB", "Box 1", "123 45 Ort");
        assertThat(HsaSyntax.POSTAL_ADDRESS.write(List.of("a$b", "c\\24")))
                .isEqualTo("a\\24b$c\\5C24");
        assertThat(HsaSyntax.POSTAL_ADDRESS.parse("1$2$3$4$5$6$7" + "x".repeat(40))).hasSize(7);
    }

    @Test
    void postalAddress_sixLinesOfThirtyCharacters_isTheMost() {
        String full = "å".repeat(30);

        assertThat(HsaSyntax.POSTAL_ADDRESS.write(List.of(full, "2", "3", "4", "5", "6")))
                .startsWith(full);
        refused(HsaSyntax.POSTAL_ADDRESS, List.of("1", "2", "3", "4", "5", "6", "7"));
        refused(HsaSyntax.POSTAL_ADDRESS, List.of(full + "å"));
        refused(HsaSyntax.POSTAL_ADDRESS, List.of());
        refused(HsaSyntax.POSTAL_ADDRESS, List.of("a", " "));
    }

    @Test
    void postalAddress_random_comesBackEqual() {
        var random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            List<String> lines =
                    random.ints(1 + random.nextInt(6))
                            .mapToObj(n -> word(random, "aå $\\24C5c", 30))
                            .toList();
            comesBack(HsaSyntax.POSTAL_ADDRESS, lines);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12345, 12345",
        "123 45, 12345",
        "S-123 45, 12345",
        "SE-12345, 12345",
        "S 12345, 12345",
        "SE12345, 12345",
        "FI-00100, FI-00100",
        "0150, 0150",
        "1234567, 1234567"
    })
    void postalCode_isWithoutBlankAndCountry(String text, String code) {
        assertThat(HsaSyntax.POSTAL_CODE.parse(text)).isEqualTo(code);
        assertThat(HsaSyntax.POSTAL_CODE.write(text)).isEqualTo(code);
    }

    // --- information, ages, coordinates

    @Test
    void temporaryInformation_withDatesAndPlain() {
        assertThat(HsaSyntax.TEMPORARY_INFORMATION.parse(";20260601;20260831;Stängt; ring 1177"))
                .isEqualTo(new TemporaryInformation("20260601", "20260831", "Stängt; ring 1177"));
        assertThat(HsaSyntax.TEMPORARY_INFORMATION.parse("Stängt; ring 1177"))
                .isEqualTo(new TemporaryInformation("", "", "Stängt; ring 1177"));
        assertThat(HsaSyntax.TEMPORARY_INFORMATION.parse(";;20260831;Stängt"))
                .isEqualTo(new TemporaryInformation("", "20260831", "Stängt"));
        assertThat(
                        HsaSyntax.TEMPORARY_INFORMATION.write(
                                new TemporaryInformation("2026-06-01", "", "Stängt")))
                .isEqualTo(";20260601;;Stängt");
        comesBack(HsaSyntax.TEMPORARY_INFORMATION, new TemporaryInformation("", "", ";text"));
        comesBack(HsaSyntax.TEMPORARY_INFORMATION, new TemporaryInformation("", "", "a;b"));
        refused(HsaSyntax.TEMPORARY_INFORMATION, new TemporaryInformation("i juni", "", "text"));
        refused(HsaSyntax.TEMPORARY_INFORMATION, new TemporaryInformation("", "", " "));
    }

    @Test
    void visitingAge_readAndWritten() {
        assertThat(HsaSyntax.VISITING_AGE.parse("00-99"))
                .isEqualTo(new VisitingRules.Age("00", "99", Optional.empty()));
        assertThat(HsaSyntax.VISITING_AGE.parse("02-08#även syskon"))
                .isEqualTo(new VisitingRules.Age("02", "08", Optional.of("även syskon")));
        assertThat(HsaSyntax.VISITING_AGE.write(new VisitingRules.Age("2", "18", Optional.of(""))))
                .isEqualTo("02-18");
        refused(HsaSyntax.VISITING_AGE, new VisitingRules.Age("", "18", Optional.empty()));
        refused(HsaSyntax.VISITING_AGE, new VisitingRules.Age("18", "2", Optional.empty()));
        refused(HsaSyntax.VISITING_AGE, new VisitingRules.Age("0", "120", Optional.empty()));
        refused(HsaSyntax.VISITING_AGE, new VisitingRules.Age("0", "2", Optional.of("a#b")));
        refused(
                HsaSyntax.VISITING_AGE,
                new VisitingRules.Age("0", "2", Optional.of("sjutton tecken!!!")));
    }

    @Test
    void coordinates_readAndWritten() {
        var rt90 = new Coordinates.Rt90("6581164", "1630250");

        assertThat(HsaSyntax.RT90.parse("X:6581164,Y:1630250")).isEqualTo(rt90);
        assertThat(HsaSyntax.RT90.write(rt90)).isEqualTo("X:6581164,Y:1630250");
        assertThat(HsaSyntax.SWEREF99_TM.parse("N:6580822,E:674032"))
                .isEqualTo(new Coordinates.Sweref99Grid("6580822", "674032"));
        assertThat(HsaSyntax.DEGREES.parse("59.32930")).isEqualTo("59.32930");
        assertThat(HsaSyntax.DEGREES.write("-18")).isEqualTo("-18");
        refused(HsaSyntax.RT90, new Coordinates.Rt90("", "1630250"));
        refused(HsaSyntax.RT90, new Coordinates.Rt90("6581164,Y:1", "1630250"));
        refused(HsaSyntax.DEGREES, "59°");
    }

    // --- telephone numbers

    @ParameterizedTest
    @CsvSource({
        "+46100000001, 0100000001, +46100000001",
        "+46 10-000 00 01, 0100000001, +46100000001",
        "+46 (0)10-000 00 01, 0100000001, +46100000001",
        "0046100000001, 0100000001, +46100000001",
        "0100000001, 0100000001, +46100000001",
        "010/000 00 01, 0100000001, +46100000001",
        "1177, 1177, 1177",
        "112, 112, 112",
        "+4721000000, +4721000000, +4721000000",
        "004721000000, +4721000000, +4721000000",
        "+461177, 01177, +461177"
    })
    void telephone_betweenDirectoryAndContracts(String directory, String contract, String written) {
        assertThat(HsaSyntax.TELEPHONE.parse(directory)).isEqualTo(contract);
        assertThat(HsaSyntax.TELEPHONE.write(contract)).isEqualTo(written);
        assertThat(HsaSyntax.TELEPHONE.parse(written)).isEqualTo(contract);
    }

    // --- commissions and rights

    @Test
    void commissionMember_withAndWithoutDates() {
        HsaId person = HsaId.of("SE2321000040-48HD");
        Instant start = Instant.parse("2008-11-12T23:00:00Z");
        Instant end = Instant.parse("2010-05-15T21:59:59Z");

        assertThat(
                        HsaSyntax.COMMISSION_MEMBER.parse(
                                "SE2321000040-48HD;20081112230000Z;20100515215959Z"))
                .isEqualTo(new CommissionMember(person, Validity.between(start, end)));
        assertThat(HsaSyntax.COMMISSION_MEMBER.parse("SE2321000040-48HD;20081112230000Z;"))
                .isEqualTo(new CommissionMember(person, Validity.from(start)));
        assertThat(HsaSyntax.COMMISSION_MEMBER.parse("hsaP2;;"))
                .isEqualTo(new CommissionMember(HsaId.of("hsaP2"), Validity.ALWAYS));
        assertThat(
                        HsaSyntax.COMMISSION_MEMBER.write(
                                new CommissionMember(person, Validity.until(end))))
                .isEqualTo("SE2321000040-48HD;;20100515215959Z");
        refused(
                HsaSyntax.COMMISSION_MEMBER,
                new CommissionMember(
                        person, new Validity(Optional.empty(), Optional.empty(), List.of("i år"))));
        refused(
                HsaSyntax.COMMISSION_MEMBER,
                new CommissionMember(HsaId.of("a;b"), Validity.ALWAYS));
    }

    @Test
    void commissionMember_random_comesBackEqual() {
        var random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            Optional<Instant> start = randomTime(random);
            Optional<Instant> end = randomTime(random);
            comesBack(
                    HsaSyntax.COMMISSION_MEMBER,
                    new CommissionMember(
                            HsaId.of("SE2321000016-" + random.nextInt(100_000)),
                            new Validity(start, end, List.of())));
        }
    }

    private static Optional<Instant> randomTime(Random random) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({
        "20100514215959Z, 2010-05-14T21:59:59Z",
        "20100514215959.25Z, 2010-05-14T21:59:59.250Z",
        "'20100514215959,1234567891Z', 2010-05-14T21:59:59.123456789Z",
        "20100514215959+0200, 2010-05-14T19:59:59Z",
        "20100514215959-0130, 2010-05-14T23:29:59Z",
        "20100514215959+02, 2010-05-14T19:59:59Z",
        "201005142159Z, 2010-05-14T21:59:00Z",
        "2010051421Z, 2010-05-14T21:00:00Z",
        "2010051421.5Z, 2010-05-14T21:30:00Z",
        "201005142159.5Z, 2010-05-14T21:59:30Z",
        "20161231235960Z, 2017-01-01T00:00:00Z",
        "20200229000000Z, 2020-02-29T00:00:00Z"
    })
    void generalizedTime_asTheRfcHasIt(String text, Instant time) {
        assertThat(HsaSyntax.GENERALIZED_TIME.parse(text)).isEqualTo(time);
    }

    @Test
    void generalizedTime_isWrittenInWholeSecondsOfGmt() {
        assertThat(HsaSyntax.GENERALIZED_TIME.write(Instant.parse("2010-05-14T21:59:59.9Z")))
                .isEqualTo("20100514215959Z");
        refused(HsaSyntax.GENERALIZED_TIME, Instant.MAX);
        refused(HsaSyntax.GENERALIZED_TIME, Instant.parse("+10000-01-01T00:00:00Z"));
    }

    @Test
    void rightsAndRoles_readAndWritten() {
        assertThat(HsaSyntax.COMMISSION_RIGHT.parse("Läsa;alla;SJF"))
                .isEqualTo(CommissionRight.parse("Läsa;alla;SJF"));
        assertThat(HsaSyntax.SYSTEM_ROLE.parse("INTYG;Rehab-SE1-A;B"))
                .isEqualTo(new SystemRole("INTYG", "Rehab-SE1-A;B"));
        assertThat(HsaSyntax.TITLE_SPECIALITY.parse("LK;1234;Kirurgi; allmän"))
                .isEqualTo(new Speciality("LK", "1234", "Kirurgi; allmän"));
        assertThat(HsaSyntax.TITLE_SPECIALITY.parse("LK;;"))
                .isEqualTo(new Speciality("LK", "", ""));
        assertThat(HsaSyntax.NURSE_PRESCRIPTION_RIGHT.parse("SJ;J"))
                .isEqualTo(new NursePrescriptionRight("SJ", true));
        assertThat(HsaSyntax.NURSE_PRESCRIPTION_RIGHT.parse("BM;N"))
                .isEqualTo(new NursePrescriptionRight("BM", false));
        assertThat(HsaSyntax.SECTOR.parse("SE1-A"))
                .isEqualTo(new SectorReference(HsaId.of("SE1-A"), false));
        assertThat(HsaSyntax.SECTOR.parse("SE1-A;sub"))
                .isEqualTo(new SectorReference(HsaId.of("SE1-A"), true));
        assertThat(HsaSyntax.ORGANISATION_NUMBER.parse("162321000016"))
                .isEqualTo(OrganisationNumber.of("232100-0016"));
        comesBack(HsaSyntax.SYSTEM_ROLE, new SystemRole("INTYG", "Rehab-SE1-A;B"));
        comesBack(HsaSyntax.TITLE_SPECIALITY, new Speciality("LK", "", ""));
        comesBack(HsaSyntax.NURSE_PRESCRIPTION_RIGHT, new NursePrescriptionRight("BM", false));
        comesBack(HsaSyntax.SECTOR, new SectorReference(HsaId.of("SE1-A"), true));
    }

    @Test
    void rightsAndRoles_thatWouldNotComeBack_areRefused() {
        refused(
                HsaSyntax.COMMISSION_RIGHT,
                new CommissionRight("Läsa;alla", "alla", CommissionScope.OWN_CARE_UNIT));
        refused(
                HsaSyntax.COMMISSION_RIGHT,
                new CommissionRight("", "alla", CommissionScope.OWN_CARE_UNIT));
        refused(
                HsaSyntax.COMMISSION_RIGHT,
                new CommissionRight("x".repeat(255), "alla", CommissionScope.OWN_CARE_UNIT));
        refused(HsaSyntax.SYSTEM_ROLE, new SystemRole("A;B", "role"));
        refused(HsaSyntax.SYSTEM_ROLE, new SystemRole("", "role"));
        refused(HsaSyntax.TITLE_SPECIALITY, new Speciality("", "1", "a"));
        refused(HsaSyntax.TITLE_SPECIALITY, new Speciality("LK", "1;2", "a"));
        refused(HsaSyntax.NURSE_PRESCRIPTION_RIGHT, new NursePrescriptionRight("", true));
        refused(HsaSyntax.SECTOR, new SectorReference(HsaId.of("a;b"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ja", "ja", "J", "TRUE", "1", "", " ", "Nej"})
    void protectionMark_anyValue_isYes(String text) {
        assertThat(HsaSyntax.PROTECTION_MARK.parse(text)).isTrue();
    }

    @Test
    void protectionMark_no_isTheAttributeLeftOut() {
        assertThat(HsaSyntax.PROTECTION_MARK.write(true)).isEqualTo("Ja");
        refused(HsaSyntax.PROTECTION_MARK, false);
    }

    private static <T> void comesBack(ValueSyntax<T> syntax, T value) {
        assertThat(syntax.parse(syntax.write(value))).isEqualTo(value);
    }

    private static <T> void refused(ValueSyntax<T> syntax, T value) {
        assertThatThrownBy(() -> syntax.write(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(syntax.name());
    }

    private static OpeningHours span(
            String fromDay, String from, String toDay, String to, String first, String last) {
        return new OpeningHours(
                fromDay,
                from,
                toDay,
                to,
                Optional.empty(),
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }

    private static String day(Random random) {
        return String.valueOf(1 + random.nextInt(7));
    }

    private static String time(int minute) {
        return "%02d:%02d:00".formatted(minute / 60, minute % 60);
    }

    private static String word(Random random, String alphabet, int most) {
        var word = new StringBuilder("x");
        for (int length = random.nextInt(most); length > 0; length--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
