package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.time.LocalDate;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.policy.DocumentStatus;

/**
 * What a unit's set of forms says of itself.
 *
 * @param issuer who hands the forms out, for example {@code Region Stockholm}
 * @param version of the set, for example {@code 1.0}; at most 16 characters
 * @param date of the version, Swedish date
 * @param status what the papers count as in the region ({@link se.ehealthsdk.discharge.policy.Policy#documentStatus()})
 */
public record FormEdition(String issuer, String version, LocalDate date, DocumentStatus status) {

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

    /** When its documents say that they were made: the date's first moment, so that they are the same each time. */
    Instant madeAt() {
        return date.atStartOfDay(SwedishTime.ZONE).toInstant();
    }
}
