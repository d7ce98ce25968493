package se.ehealthsdk.discharge.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The patient's age on the day when the ready notice was sent. */
public enum AgeGroup {
    FROM_0_TO_17("0-17"),
    FROM_18_TO_64("18-64"),
    FROM_65_TO_79("65-79"),
    FROM_80("80-"),
    /** The identity tells no day of birth, as a reserve number. */
    UNKNOWN("?");

    private final String label;

    AgeGroup(String label) {
        this.label = label;
    }

    static AgeGroup of(Optional<LocalDate> born, LocalDate day) {
        if (born.isEmpty() || born.get().isAfter(day)) {
            return UNKNOWN;
        }
        long age = ChronoUnit.YEARS.between(born.get(), day);
        if (age < 18) {
            return FROM_0_TO_17;
        }
        if (age < 65) {
            return FROM_18_TO_64;
        }
        return age < 80 ? FROM_65_TO_79 : FROM_80;
    }

    /** The years, as {@code 65-79}. */
    public String label() {
        return label;
    }
}
