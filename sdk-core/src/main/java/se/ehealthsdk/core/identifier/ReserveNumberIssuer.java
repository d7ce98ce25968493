package se.ehealthsdk.core.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Who issues a series of reserve numbers, and what is known of them: the OID that service contracts
 * carry as root, the form, and how the check digit is made.
 *
 * <p>The constants are those that are documented; {@link #of} gives others, about whose numbers
 * nothing is known. Where the OID of a constant is not documented, {@link #withOid} adds it. Two
 * issuers are equal when they have the same name, whatever the OID: sources disagree about Skåne's,
 * and a number is the same under either.
 *
 * <p>Forms are case-insensitive here, since people type them. The dates in them are not checked:
 * numbers for patients without a known date of birth hold days that do not exist.
 *
 * <p>Sources: Inera's page on reserve numbers in the person data service (form and check digit of
 * the national, Stockholm, Västra Götaland, Värmland and Inera's own numbers), and the Swedish FHIR
 * base profiles (the other regions' forms).
 */
public final class ReserveNumberIssuer {

    private static final Pattern HYPHEN = Pattern.compile("-(?=.{4}$)");
    private static final String CARELINK_FORM = "\\d{4}(?:0[1-9]|1[0-2])(?:3[2-9]|[45]\\d)\\d{4}";

    /** The national reserve number (NRID) of the person data service. */
    public static final ReserveNumberIssuer NATIONAL =
            issuer("Nationellt reservnummer", "1.2.752.74.9.1", new NationalForm());

    /**
     * Region Stockholm: {@code 99}, year, serial number, check digit. The years are documented as
     * 1980 to 2299, but a published test number has 1945: 1900 to 2299 is let through.
     */
    public static final ReserveNumberIssuer STOCKHOLM =
            issuer(
                    "Region Stockholm",
                    "1.2.752.97.3.1.3",
                    ReserveNumberForm.withCheckDigit("99(?:19|2[0-2])\\d{8}", 4));

    /** Västra Götalandsregionen: date, K, M or X, two digits, check digit. */
    public static final ReserveNumberIssuer VASTRA_GOTALAND =
            issuer(
                    "Västra Götalandsregionen",
                    "1.2.752.113.11.0.2.1.1.1",
                    new VastraGotalandForm());

    /**
     * The older series of Västra Götalandsregionen (GRID), which the region asks not to use any
     * more: date, letter, three digits. Its OID is not documented.
     */
    public static final ReserveNumberIssuer VASTRA_GOTALAND_GRID =
            issuer("Västra Götalandsregionen, GRID", ReserveNumberForm.of("\\d{8}[A-Z]\\d{3}"));

    /** Region Värmland: date, S, type, digit for sex, letter (a digit in test numbers). */
    public static final ReserveNumberIssuer VARMLAND =
            issuer(
                    "Region Värmland",
                    "1.2.752.74.9.2",
                    ReserveNumberForm.of("\\d{8}S[FUXPL]\\d[A-UW-Z1-9]"));

    /** Inera, formerly Carelink: year and month, 32 to 59, serial number, check digit. */
    public static final ReserveNumberIssuer CARELINK =
            issuer(
                    "Inera (Carelink)",
                    "1.2.752.129.2.1.3.2",
                    ReserveNumberForm.withCheckDigit(CARELINK_FORM, 2));

    /** Region Örebro län: date, T, letter, digit, A to J. */
    public static final ReserveNumberIssuer OREBRO =
            issuer(
                    "Region Örebro län",
                    "1.2.752.74.9.3",
                    ReserveNumberForm.of("\\d{8}T[A-Z]\\d[A-J]"));

    /**
     * Region Skåne: date with or without century, D, E or F, letter, 0 or 1, letter. Sources name
     * two OIDs, this one and {@code 1.2.752.219.1.10.10.1}; both are understood, and a number keeps
     * the one it came with.
     */
    public static final ReserveNumberIssuer SKANE =
            issuer(
                    "Region Skåne",
                    "1.2.752.74.9.4",
                    ReserveNumberForm.of("(?:\\d{2})?\\d{6}[DEF][A-Z][01][A-Z]"));

    /** Region Blekinge: date, two letters, digit, letter. */
    public static final ReserveNumberIssuer BLEKINGE =
            issuer(
                    "Region Blekinge",
                    "1.2.752.74.9.5",
                    ReserveNumberForm.of("\\d{8}[A-Z]{2}\\d[A-Z]"));

    /** Region Västernorrland: date, three digits, R. */
    public static final ReserveNumberIssuer VASTERNORRLAND =
            issuer("Region Västernorrland", "1.2.752.269.1.1", ReserveNumberForm.of("\\d{11}R"));

    /** Region Sörmland, for patients with a date of birth: date, two letters, digit, letter. */
    public static final ReserveNumberIssuer SORMLAND =
            issuer(
                    "Region Sörmland 1",
                    "1.2.752.266.1.1.1",
                    ReserveNumberForm.of("\\d{8}[A-Z]{2}\\d[A-Z]"));

    /** Region Sörmland, second series: 18500101 or 18600101, M, N, K or P, three digits. */
    public static final ReserveNumberIssuer SORMLAND_2 =
            issuer(
                    "Region Sörmland 2",
                    "1.2.752.266.1.1.2",
                    ReserveNumberForm.of("18[56]00101[MNKP]\\d{3}"));

    /** Region Västerbotten: date, R, E, K or A, three digits. Its OID is not documented. */
    public static final ReserveNumberIssuer VASTERBOTTEN =
            issuer("Region Västerbotten", ReserveNumberForm.of("\\d{8}[REKA]\\d{3}"));

    /** Region Halland: form and check digit as {@link #CARELINK}. Its OID is not documented. */
    public static final ReserveNumberIssuer HALLAND =
            issuer("Region Halland", ReserveNumberForm.withCheckDigit(CARELINK_FORM, 2));

    /** Region Gävleborg: eight and two digits, M, K or X, digit. Its OID is not documented. */
    public static final ReserveNumberIssuer GAVLEBORG =
            issuer("Region Gävleborg", ReserveNumberForm.of("\\d{10}[MKX]\\d"));

    /** Region Dalarna: date, letter, three digits. Its OID is not documented. */
    public static final ReserveNumberIssuer DALARNA =
            issuer("Region Dalarna", ReserveNumberForm.of("\\d{8}[A-Z]\\d{3}"));

    private static final Map<String, ReserveNumberIssuer> BY_OID =
            Stream.of(
                            NATIONAL,
                            STOCKHOLM,
                            VASTRA_GOTALAND,
                            VARMLAND,
                            CARELINK,
                            OREBRO,
                            SKANE,
                            SKANE.withOid("1.2.752.219.1.10.10.1"),
                            BLEKINGE,
                            VASTERNORRLAND,
                            SORMLAND,
                            SORMLAND_2)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    issuer -> issuer.oid.orElseThrow(), Function.identity()));

    private final String name;
    private final Optional<String> oid;
    private final Optional<ReserveNumberForm> form;

    private ReserveNumberIssuer(
            String name, Optional<String> oid, Optional<ReserveNumberForm> form) {
        this.name = name;
        this.oid = oid;
        this.form = form;
    }

    private static ReserveNumberIssuer issuer(String name, String oid, ReserveNumberForm form) {
        return new ReserveNumberIssuer(name, Optional.of(oid), Optional.of(form));
    }

    private static ReserveNumberIssuer issuer(String name, ReserveNumberForm form) {
        return new ReserveNumberIssuer(name, Optional.empty(), Optional.of(form));
    }

    /**
     * The issuer with this OID: one of the constants, or another, whose name is the OID and of whose
     * numbers nothing is known.
     *
     * @param oid an object identifier in dotted form
     * @throws InvalidInputException when it is no OID, or that of personnummer or samordningsnummer,
     *     which are not reserve numbers
     */
    public static ReserveNumberIssuer of(String oid) {
        String checked = ObjectIdentifier.require(oid);
        ReserveNumberIssuer known = BY_OID.get(checked);
        return known != null
                ? known
                : new ReserveNumberIssuer(checked, Optional.of(checked), Optional.empty());
    }

    /**
     * The same issuer under this OID, for an issuer whose OID is not documented, or has changed.
     *
     * @param newOid an object identifier in dotted form
     * @throws InvalidInputException as for {@link #of}
     */
    public ReserveNumberIssuer withOid(String newOid) {
        return new ReserveNumberIssuer(name, Optional.of(ObjectIdentifier.require(newOid)), form);
    }

    /** Its name in Swedish, for display; the OID when no name is known. */
    public String name() {
        return name;
    }

    /** The OID that service contracts carry as root; empty when it is not documented. */
    public Optional<String> oid() {
        return oid;
    }

    Optional<ReserveNumberForm> form() {
        return form;
    }

    /**
     * The text in the documented form of this issuer, in upper case and without hyphen before the
     * last four; empty when it has not that form, or none is documented.
     */
    Optional<String> inDocumentedForm(String text) {
        String compact = HYPHEN.matcher(text).replaceFirst("").toUpperCase(Locale.ROOT);
        return form.filter(documented -> documented.matches(compact)).map(matching -> compact);
    }

    /** Equal when the name is the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ReserveNumberIssuer that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
