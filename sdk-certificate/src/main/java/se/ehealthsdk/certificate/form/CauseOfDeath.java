package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition that led to death, or contributed to it (svar 8, 9 and 10 of DOI).
 *
 * @param text the disease or injury in words
 * @param since when it began
 * @param onset how it came on
 */
public record CauseOfDeath(String text, Optional<LocalDate> since, Optional<Onset> onset) {

    /** Nothing may be null. */
    public CauseOfDeath {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(onset, "onset");
    }

    /** A disease or injury in words. */
    public static CauseOfDeath of(String text) {
        return new CauseOfDeath(text, Optional.empty(), Optional.empty());
    }

    /** It began on a day. */
    public CauseOfDeath since(LocalDate day) {
        return new CauseOfDeath(text, Optional.of(day), onset);
    }

    /** How it came on. */
    public CauseOfDeath onset(Onset value) {
        return new CauseOfDeath(text, since, Optional.of(value));
    }

    /** Nothing of the cause. */
    @Override
    public String toString() {
        return "CauseOfDeath[***]";
    }
}
