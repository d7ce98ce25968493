package se.ehealthsdk.benchmarks.discharge;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.discharge.event.CaseEvent;

/**
 * Invented discharge cases, the same for the same seed, one by one: somatic and psychiatric stays of two years in a region of
 * 26 municipalities, with plans, withdrawals, leaves, deaths, late notices, missing municipalities, corrections and paper.
 *
 * <p>Patients have numbers of the series 980-999, which are given to nobody.
 */
public final class CaseGenerator {

    /** How many events each case has. */
    public static final int EVENTS = 20;

    /** The first day of the two years. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);

    /** How many days admissions are spread over. */
    public static final int DAYS = 730;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1925, 1, 1);
    private static final int BIRTHS = 18_000;

    private final long seed;
    private final Region region = new Region();

    /**
     * @param seed which cases
     */
    public CaseGenerator(long seed) {
        this.seed = seed;
    }

    /** The logs of so many cases, made as they are asked for. */
    public Stream<List<CaseEvent>> logs(long cases) {
        return LongStream.range(0, cases).mapToObj(this::log);
    }

    /** The log of one case, always the same; events by the time when they were sent. */
    public List<CaseEvent> log(long index) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
        return new CaseWriter(region, random, patient(random), index).log();
    }

    private static PersonId patient(SplittableRandom random) {
        LocalDate born = FIRST_BIRTH.plusDays(random.nextInt(BIRTHS));
        String nine =
                String.valueOf(
                        (born.getYear() % 100 * 10_000L
                                                + born.getMonthValue() * 100L
                                                + born.getDayOfMonth())
                                        * 1_000L
                                + 980
                                + random.nextInt(20)
                                + 1_000_000_000L);
        String digits = nine.substring(1);
        return Personnummer.of(born.getYear() / 100 + digits + checkDigit(digits));
    }

    /** Mod 10, as the number's last digit follows from the nine before it. */
    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
