package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How often a duty with a time limit was done.
 *
 * @param met in time
 * @param late done, too late
 * @param missing due and not done
 */
public record Compliance(long met, long late, long missing) {

    /** How many there were. */
    public long all() {
        return met + late + missing;
    }

    /** The share that was met, in percent with one decimal; empty when there were none. */
    public Optional<BigDecimal> percentMet() {
        return all() == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(met * 100)
                                .divide(BigDecimal.valueOf(all()), 1, RoundingMode.HALF_UP));
    }

    Compliance plus(Compliance other) {
        return new Compliance(met + other.met, late + other.late, missing + other.missing);
    }
}
