package se.ehealthsdk.core.identifier;

import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The code of a municipality (kommunkod): four digits, of which the first two are its county (länskod), as {@code
 * 0180} for Stockholm. Whether there is such a municipality is not checked; they come and go.
 *
 * <p>Source: Statistics Sweden's list of counties and municipalities; Skatteverket carries the two pairs apart.
 *
 * @param value the four digits
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {

    private static final Pattern FORM = Pattern.compile("\\d{4}");

    /**
     * @throws InvalidInputException when it is not four digits
     */
    public MunicipalityCode {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "municipalityCode", "is no municipality code", "four digits, as 0180");
        }
    }

    /** As the constructor. */
    public static MunicipalityCode of(String value) {
        return new MunicipalityCode(value.strip());
    }

    /** As {@link #of}, but empty when the text is no municipality code. */
    public static Optional<MunicipalityCode> tryParse(String text) {
        return Parsing.attempt(MunicipalityCode::of, text);
    }

    /** The county: the first two digits, as {@code 01}. */
    public String county() {
        return value.substring(0, 2);
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    /** The four digits. */
    @Override
    public String toString() {
        return value;
    }
}
