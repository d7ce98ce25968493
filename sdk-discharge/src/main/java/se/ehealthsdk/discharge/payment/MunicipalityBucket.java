package se.ehealthsdk.discharge.payment;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;

/**
 * What cases are counted under: a municipality, or one of two that stand for none, so that no case is lost and nobody is
 * invoiced for it.
 *
 * @param kind what it is
 * @param code of a municipality
 */
public record MunicipalityBucket(Kind kind, Optional<MunicipalityCode> code)
        implements Comparable<MunicipalityBucket> {

    /** Patients who are registered outside the county. */
    public static final MunicipalityBucket OUT_OF_COUNTY =
            new MunicipalityBucket(Kind.OUT_OF_COUNTY, Optional.empty());

    /** Cases where nobody has told the municipality: a matter of data quality. */
    public static final MunicipalityBucket MISSING =
            new MunicipalityBucket(Kind.MISSING, Optional.empty());

    /** What a bucket is. */
    public enum Kind {
        MUNICIPALITY,
        OUT_OF_COUNTY,
        MISSING
    }

    /**
     * @throws InvalidInputException when a municipality has no code, or another has one
     */
    public MunicipalityBucket {
        if (code.isPresent() != (kind == Kind.MUNICIPALITY)) {
            throw new InvalidInputException(
                    "bucket.code", "does not fit its kind", "a code for a municipality alone");
        }
    }

    /** The bucket of a municipality. */
    public static MunicipalityBucket of(MunicipalityCode code) {
        return new MunicipalityBucket(Kind.MUNICIPALITY, Optional.of(code));
    }

    /**
     * The bucket of a case.
     *
     * @param municipality who answers for the patient
     * @param county the county whose municipalities stand for themselves, two digits; empty for all
     */
    public static MunicipalityBucket of(
            Optional<MunicipalityCode> municipality, Optional<String> county) {
        if (municipality.isEmpty()) {
            return MISSING;
        }
        return county.isPresent() && !county.get().equals(municipality.get().county())
                ? OUT_OF_COUNTY
                : of(municipality.get());
    }

    /** Municipalities by code, then those that are none. */
    @Override
    public int compareTo(MunicipalityBucket other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 || code.isEmpty() || other.code.isEmpty()
                ? byKind
                : code.get().compareTo(other.code.get());
    }

    /** The code, {@code out-of-county} or {@code missing}. */
    @Override
    public String toString() {
        return switch (kind) {
            case MUNICIPALITY -> code.orElseThrow().value();
            case OUT_OF_COUNTY -> "out-of-county";
            case MISSING -> "missing";
        };
    }
}
