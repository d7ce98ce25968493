package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;

/** What must hold for any identifier and any text, tried on seeded ones. */
class IdentifierPropertiesTest {

    private static final long SEED = 20_260_730;
    private static final int OF_EACH = 500;
    private static final int TEXTS = 4_000;
    private static final Clock JUNE_2025 =
            Clock.fixed(Instant.parse("2025-06-15T10:00:00Z"), ZoneId.of("Europe/Stockholm"));

    private static final Map<String, Function<String, Object>> READERS =
            Map.of(
                    "HsaId", HsaId::of,
                    "OrganisationNumber", OrganisationNumber::of,
                    "LogicalAddress", LogicalAddress::of,
                    "Personnummer", Personnummer::of,
                    "Personnummer with clock", text -> Personnummer.of(text, JUNE_2025),
                    "Samordningsnummer", Samordningsnummer::of,
                    "Samordningsnummer with clock", text -> Samordningsnummer.of(text, JUNE_2025),
                    "PersonId", PersonId::parse,
                    "ReserveNumberIssuer", ReserveNumberIssuer::of,
                    "Reservnummer", text -> Reservnummer.of(ReserveNumberIssuer.NATIONAL, text));

    static Stream<String> readers() {
        return READERS.keySet().stream().sorted();
    }

    @Test
    void value_anyPersonId_roundTrips() {
        new RandomPersonIds(SEED)
                .all(OF_EACH)
                .forEach(
                        id -> {
                            PersonId byValue = PersonId.of(id.oid(), id.value());
                            assertThat(byValue).isEqualTo(id).hasSameHashCodeAs(id);
                            assertThat(byValue.compareTo(id)).isZero();
                            assertThat(byValue.value()).isEqualTo(id.value());
                            assertThat(byValue.oid()).isEqualTo(id.oid());
                            assertThat(PersonId.of(id.oid(), id.formatted())).isEqualTo(id);
                        });
    }

    @Test
    void parse_personnummerAndSamordningsnummer_tellsThemApart() {
        RandomPersonIds random = new RandomPersonIds(SEED);

        Stream.concat(random.personnummer(OF_EACH), random.samordningsnummer(OF_EACH))
                .forEach(id -> assertThat(PersonId.parse(id.formatted())).isEqualTo(id));
    }

    @Test
    void parse_nationalReserveNumber_isReadWhenTheCheckDigitHolds() {
        new RandomPersonIds(SEED)
                .national(OF_EACH)
                .forEach(
                        id -> {
                            assertThat(id.isWellFormed()).contains(true);
                            assertThat(id.birthDate()).isPresent();
                            assertThat(PersonId.tryParse(id.formatted()).isPresent())
                                    .isEqualTo(id.hasValidCheckDigit().orElseThrow());
                        });
    }

    @Test
    void toString_anyPersonId_holdsAtMostTheYear() {
        new RandomPersonIds(SEED)
                .all(OF_EACH)
                .forEach(
                        id ->
                                assertThat(id.toString())
                                        .matches(
                                                "(Personnummer|Samordningsnummer)\\[\\d{4}\\.{3}]"
                                                        + "|Reservnummer\\[(\\d{4})?\\.{3}]"));
    }

    @Test
    void parse_oneDigitWrong_isRefusedWithoutTheNumber() {
        RandomPersonIds random = new RandomPersonIds(SEED);

        Stream.concat(random.personnummer(OF_EACH), random.samordningsnummer(OF_EACH))
                .map(PersonId::value)
                .forEach(
                        value -> {
                            for (int at = 2; at < 12; at++) {
                                String broken = withAnotherDigit(value, at);
                                InvalidInputException refusal =
                                        refusalOf(() -> PersonId.parse(broken));
                                assertTellsNothingOf(broken, refusal);
                            }
                        });
    }

    @Test
    void shortForm_bornInTheLastTwoCenturies_findsThePerson() {
        LocalDate today = LocalDate.now(JUNE_2025);

        long tried =
                new RandomPersonIds(SEED)
                        .personnummer(OF_EACH)
                        .filter(id -> !bornOn(id).isAfter(today))
                        .filter(id -> bornOn(id).getYear() > today.getYear() - 200)
                        .peek(
                                id ->
                                        assertThat(Personnummer.of(shortForm(id), JUNE_2025))
                                                .isEqualTo(id))
                        .count();

        assertThat(tried).isGreaterThan(OF_EACH / 2);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void of_anyText_isReadOrRefusedAndNothingElse(String reader) {
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText(random);
            try {
                Object identifier = READERS.get(reader).apply(text);
                assertReadsItsOwnValue(READERS.get(reader), identifier);
            } catch (InvalidInputException refusal) {
                assertTellsNothingOf(text, refusal);
            }
        }
    }

    private static void assertReadsItsOwnValue(Function<String, Object> reader, Object identifier) {
        Object again = reader.apply(valueOf(identifier));
        assertThat(again).isEqualTo(identifier).hasSameHashCodeAs(identifier);
        assertThat(valueOf(again)).isEqualTo(valueOf(identifier));
    }

    private static String valueOf(Object identifier) {
        if (identifier instanceof PersonId id) {
            return id.value();
        }
        return identifier instanceof OrganisationNumber number
                ? number.value()
                : identifier.toString();
    }

    /** Five digits in a row would be more than a year. */
    private static void assertTellsNothingOf(String text, InvalidInputException refusal) {
        String told = refusal + refusal.problem() + refusal.expected() + refusal.remedy();
        Optional<String> leaked =
                IntStream.rangeClosed(0, text.length() - 5)
                        .mapToObj(from -> text.substring(from, from + 5))
                        .filter(part -> part.chars().allMatch(c -> c >= '0' && c <= '9'))
                        .filter(told::contains)
                        .findFirst();
        assertThat(leaked).isEmpty();
        assertThat(refusal.getCause()).isNull();
    }

    private static String withAnotherDigit(String value, int at) {
        int other = (value.charAt(at) - '0' + 1) % 10;
        return value.substring(0, at) + other + value.substring(at + 1);
    }

    private static LocalDate bornOn(Personnummer id) {
        return id.birthDate().orElseThrow();
    }

    private static String shortForm(Personnummer id) {
        int turns = LocalDate.now(JUNE_2025).getYear() - bornOn(id).getYear();
        return id.value().substring(2, 8) + (turns >= 100 ? "+" : "-") + id.value().substring(8);
    }

    /** From digits alone to any character at all, so that the rules behind the first are met too. */
    private static String randomText(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> randomText(random, "0123456789", 9 + random.nextInt(5));
            case 1 -> randomText(random, "0123456789-+SEFHKMX. ", random.nextInt(40));
            case 2 -> randomText(random, "01.-+ \t\n\0\u00a0\u2028aÅß\ud83d\ude00ı٣", 12);
            default ->
                    IntStream.range(0, random.nextInt(40))
                            .mapToObj(i -> String.valueOf((char) random.nextInt(0x10000)))
                            .collect(Collectors.joining());
        };
    }

    private static String randomText(Random random, String alphabet, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }
}
