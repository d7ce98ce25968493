package se.ehealthsdk.discharge.event;

import java.util.UUID;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Identifies a case, one for each stay in inpatient care and patient. Opaque; this SDK makes UUIDs.
 *
 * @param value 1 to 64 visible characters without blanks
 */
public record CaseId(String value) implements Comparable<CaseId> {

    /**
     * @throws InvalidInputException when it is empty, longer, or holds blanks or control characters
     */
    public CaseId {
        OpaqueText.check("caseId", value);
    }

    /** As the constructor. */
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    /** A new one. */
    public static CaseId random() {
        return new CaseId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
