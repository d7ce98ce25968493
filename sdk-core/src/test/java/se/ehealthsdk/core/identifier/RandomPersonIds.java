package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Person identities from a seed, so that a failure can be repeated. Serial numbers are 980 to 999,
 * which are set off for tests: none is a person's.
 */
final class RandomPersonIds {

    private static final DateTimeFormatter YYYYMMDD = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUXYZ";
    private static final List<String> REGIONAL_OIDS =
            List.of(
                    "1.2.752.97.3.1.3",
                    "1.2.752.113.11.0.2.1.1.1",
                    "1.2.752.219.1.10.10.1",
                    "1.2.752.74.9.5",
                    "1.2.752.999.7");

    private final Random random;

    RandomPersonIds(long seed) {
        this.random = new Random(seed);
    }

    Stream<Personnummer> personnummer(int count) {
        return Stream.generate(() -> withCheckDigit(YYYYMMDD.format(day()) + serial()))
                .map(Personnummer::of)
                .limit(count);
    }

    Stream<Samordningsnummer> samordningsnummer(int count) {
        return Stream.generate(() -> withCheckDigit(shiftedDay() + serial()))
                .map(Samordningsnummer::of)
                .limit(count);
    }

    Stream<Reservnummer> national(int count) {
        return Stream.generate(() -> Reservnummer.of(ReserveNumberIssuer.NATIONAL, nrid()))
                .limit(count);
    }

    /** Of a known or unknown issuer, in that issuer's form, another's or none. */
    Stream<Reservnummer> regional(int count) {
        return Stream.generate(
                        () ->
                                Reservnummer.of(
                                        ReserveNumberIssuer.of(oneOf(REGIONAL_OIDS)), local()))
                .limit(count);
    }

    Stream<PersonId> all(int countOfEach) {
        return Stream.of(
                        personnummer(countOfEach),
                        samordningsnummer(countOfEach),
                        national(countOfEach),
                        regional(countOfEach))
                .flatMap(ids -> ids);
    }

    private LocalDate day() {
        return LocalDate.of(1800, 1, 1).plusDays(random.nextInt(300 * 365));
    }

    private int serial() {
        return 980 + random.nextInt(20);
    }

    private String shiftedDay() {
        LocalDate day = day();
        return "%d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth() + 60);
    }

    private static String withCheckDigit(String elevenDigits) {
        return IntStream.range(0, 10)
                .mapToObj(last -> elevenDigits + last)
                .filter(candidate -> Luhn.holds(candidate.substring(2)))
                .findFirst()
                .orElseThrow();
    }

    private String nrid() {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(299 * 365));
        int shift = 3 * (1 + random.nextInt(26));
        return (day.getYear() / 100 + shift)
                + YYYYMMDD.format(day).substring(2)
                + letter()
                + letter()
                + random.nextInt(10)
                + random.nextInt(10);
    }

    private String local() {
        String day = YYYYMMDD.format(day());
        return oneOf(
                List.of(
                        "99" + day.substring(0, 4) + (100_000 + random.nextInt(900_000)),
                        day + "M" + (100 + random.nextInt(900)),
                        day + "D" + letter() + "1" + letter(),
                        day.substring(2) + "d" + letter() + "1" + letter(),
                        day + letter() + letter() + "7" + letter(),
                        "local " + random.nextInt()));
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
