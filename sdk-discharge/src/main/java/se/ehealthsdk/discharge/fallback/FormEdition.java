package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.time.LocalDate;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * What a unit's set of forms says of itself.
 *
 * @param issuer who hands the forms out, for example {@code Region Stockholm}
 * @param version of the set, for example {@code 1.0}; at most 16 characters
 * @param date of the version, Swedish date
 * @param recordNote whether the paper belongs to the patient record, which regions see differently
 */
public record FormEdition(String issuer, String version, LocalDate date, String recordNote) {

    /** What Lifecare SP in Stockholm says of itself. */
    public static final String NO_RECORD =
            "Ingår inte i patientjournalen. Det som är journaluppgifter dokumenteras i den egna journalen.";

    /**
     * @throws InvalidInputException when the version is blank, too long, or has a line break
     */
    public FormEdition {
        if (version.isBlank()
                || version.length() > 16
                || !version.equals(version.strip())
                || version.lines().count() > 1) {
            throw new InvalidInputException(
                    "version", "is no version", "1 to 16 characters on one line");
        }
        if (issuer.lines().count() > 1) {
            throw new InvalidInputException("issuer", "has several lines", "one line");
        }
    }

    /** A set that is no part of the patient record. */
    public static FormEdition of(String issuer, String version, LocalDate date) {
        return new FormEdition(issuer, version, date, NO_RECORD);
    }

    /** When its documents say that they were made: the date's first moment, so that they are the same each time. */
    Instant madeAt() {
        return date.atStartOfDay(SwedishTime.ZONE).toInstant();
    }
}
