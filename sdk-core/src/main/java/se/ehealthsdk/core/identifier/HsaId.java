package se.ehealthsdk.core.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * An HSA-id: the identity of a unit, a person, an assignment (medarbetaruppdrag) or a system in
 * HSA, the national directory of Swedish health and social care.
 *
 * <p>It is opaque. The national form is {@code SE2321000016-39KJ}, but test identities and system
 * identities in daily use deviate from it ({@code TSTNMT2321000156-1019}, {@code
 * T-SERVICES-SE165565594230-10RF}), so this type accepts any visible text of at most 32 characters,
 * and {@link #isNationalFormat()} tells whether it has the national form. Outer white space is
 * removed; case is kept, but two ids that differ only in case are equal.
 *
 * <p>An HSA-id is not secret: {@link #toString()} is the id.
 *
 * <p>Source: HSA's rules for HSA-id as used by the service contracts {@code
 * infrastructure:directory:*} (at most 31 characters) and {@code
 * strategicresourcemanagement:persons:person} (at most 32).
 */
public final class HsaId implements Comparable<HsaId> {

    /** The OID (root) of an HSA-id in RIV-TA service contracts. */
    public static final String OID = "1.2.752.129.2.1.4.1";

    /** The OID of an HSA-id in Swedish FHIR profiles and in Sweden Connect's attributes. */
    public static final String FHIR_OID = "1.2.752.29.6.2.1";

    private static final int MAX_LENGTH = 32;
    private static final int MAX_NATIONAL_LENGTH = 31;
    private static final Pattern NATIONAL =
            Pattern.compile("SE(?:16)?\\d{10}-[A-Z0-9]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORGANISATION = Pattern.compile("(?:.*\\D)?((?:16)?\\d{10})-[^-]+");

    private final String value;
    private final String key;

    private HsaId(String value) {
        this.value = value;
        this.key = value.toLowerCase(Locale.ROOT);
    }

    /**
     * Makes an HSA-id of a text.
     *
     * @param text 1 to 32 visible characters; blanks around it are removed
     * @throws InvalidInputException when it is blank, longer, or holds control characters or line
     *     breaks; correct the text, nothing was sent
     */
    public static HsaId of(String text) {
        return new HsaId(VisibleText.require("hsaId", text, MAX_LENGTH));
    }

    /** As {@link #of}, but empty when the text cannot be an HSA-id. */
    public static Optional<HsaId> tryParse(String text) {
        return Parsing.attempt(HsaId::of, text);
    }

    /** The id as it was written, without outer white space. */
    public String value() {
        return value;
    }

    /**
     * Whether it has the national form: {@code SE}, an organisation number of ten digits (or twelve,
     * with a leading 16) whose check digit is right, a hyphen, and letters A to Z or digits; at most
     * 31 characters, in either case.
     *
     * <p>False is no reason to refuse an id that HSA or a certificate gave: test identities often
     * lack the form.
     */
    public boolean isNationalFormat() {
        return value.length() <= MAX_NATIONAL_LENGTH
                && NATIONAL.matcher(value).matches()
                && organisationNumber().filter(OrganisationNumber::hasValidCheckDigit).isPresent();
    }

    /**
     * The organisation number that the id is built on: the ten digits before the last hyphen. It
     * belongs to whoever manages that part of the directory, which need not be the care provider;
     * ask HSA for the care provider's own. In a test identity it may be made up.
     *
     * @return empty when the id holds no such number
     */
    public Optional<OrganisationNumber> organisationNumber() {
        Matcher matcher = ORGANISATION.matcher(value);
        return matcher.matches()
                ? Optional.of(OrganisationNumber.of(matcher.group(1)))
                : Optional.empty();
    }

    /** Orders by the letters of the id, without regard to case. */
    @Override
    public int compareTo(HsaId other) {
        return key.compareTo(other.key);
    }

    /** Equal without regard to case, as the service platform compares them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HsaId that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
