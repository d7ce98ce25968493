package se.ehealthsdk.core.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A Swedish organisation number: ten digits, the last a check digit.
 *
 * <p>Read with or without hyphen and with or without the leading 16 that fills it up to twelve
 * digits. Test organisations have numbers whose check digit is wrong, so that is not refused: {@link
 * #hasValidCheckDigit()} tells.
 *
 * <p>The organisation number of a sole trader is the owner's personnummer. {@link #toString()}
 * therefore shows only numbers that cannot be one.
 *
 * <p>Source: Act (1974:174) on identity designation for legal persons; forms as in the attribute
 * {@code orgNo} of HSA and in the Inera IdP's attributes.
 */
public final class OrganisationNumber implements Comparable<OrganisationNumber> {

    private static final Pattern WRITTEN = Pattern.compile("(?:16)?(\\d{6})-?(\\d{4})");

    private final String value;

    private OrganisationNumber(String value) {
        this.value = value;
    }

    /**
     * Makes an organisation number of a text.
     *
     * @param text ten digits such as {@code 2321000016}, {@code 232100-0016} or {@code
     *     162321000016}; outer white space is removed
     * @throws InvalidInputException when it is written in another way; correct the text, nothing was
     *     sent
     */
    public static OrganisationNumber of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "organisationNumber",
                    "is not written as an organisation number",
                    "ten digits, with or without a leading 16 and a hyphen before the last four");
        }
        return new OrganisationNumber(matcher.group(1) + matcher.group(2));
    }

    /** As {@link #of}, but empty when the text cannot be an organisation number. */
    public static Optional<OrganisationNumber> tryParse(String text) {
        return Parsing.attempt(OrganisationNumber::of, text);
    }

    /** The ten digits, without hyphen. */
    public String value() {
        return value;
    }

    /** With a hyphen before the last four digits, as HSA and LDAP directories write it. */
    public String hyphenated() {
        return value.substring(0, 6) + "-" + value.substring(6);
    }

    /** Whether the last digit is the mod-10 check digit of the nine before it. */
    public boolean hasValidCheckDigit() {
        return Luhn.holds(value);
    }

    /**
     * Whether it belongs to the state, a region, a municipality or another public body, which have
     * numbers that begin with 2.
     */
    public boolean isPublicSector() {
        return value.startsWith("2");
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(OrganisationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrganisationNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The ten digits, or {@code OrganisationNumber[...]} when they may be a sole trader's own. */
    @Override
    public String toString() {
        return mayBePersonal() ? "OrganisationNumber[...]" : value;
    }

    /** A legal entity has at least 20 where a personnummer has the month. */
    private boolean mayBePersonal() {
        return value.charAt(2) < '2';
    }
}
