package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A reservnummer (reserve number): a temporary identity that health care gives a patient who has no
 * personnummer or samordningsnummer, or whose number is not known. A region issues its own, and the
 * person data service the national one ({@link ReserveNumberIssuer#NATIONAL}).
 *
 * <p>It means something only together with its issuer, and some services refuse it (the engagement
 * index, for one). Numbers that break their issuer's own rules are in use, and published test
 * numbers have wrong check digits, so any text is accepted: {@link #isWellFormed()} and {@link
 * #hasValidCheckDigit()} tell what is known against it. Refuse one that a user types, keep one that
 * a service sends.
 *
 * <p>A text that has its issuer's documented form is kept in upper case and without hyphen; others
 * as they are.
 *
 * <p>Sources: see {@link ReserveNumberIssuer}. At most 64 characters, as {@code PersonIdExtension}
 * in {@code strategicresourcemanagement:persons:person} 5.0.
 */
public final class Reservnummer implements PersonId {

    private static final String FIELD = "reservnummer";
    private static final int MAX_LENGTH = 64;

    private final ReserveNumberIssuer issuer;
    private final String oid;
    private final String value;

    private Reservnummer(ReserveNumberIssuer issuer, String oid, String value) {
        this.value = value;
        this.issuer = issuer;
        this.oid = oid;
    }

    /**
     * The reserve number with this text from this issuer.
     *
     * @param issuer one with an OID
     * @param text 1 to 64 visible characters; outer white space is removed
     * @throws InvalidInputException when the text is blank, longer, or holds control characters or
     *     line breaks, or the issuer has no OID (give it one with {@link
     *     ReserveNumberIssuer#withOid})
     */
    public static Reservnummer of(ReserveNumberIssuer issuer, String text) {
        String oid =
                issuer.oid()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "issuer",
                                                "has no known OID",
                                                "an issuer that was given one by withOid"));
        String visible = VisibleText.require(FIELD, text, MAX_LENGTH);
        return new Reservnummer(issuer, oid, issuer.inDocumentedForm(visible).orElse(visible));
    }

    /** As {@link #of}, but empty when that would throw. */
    public static Optional<Reservnummer> tryParse(ReserveNumberIssuer issuer, String text) {
        return Parsing.attempt(written -> of(issuer, written), text);
    }

    /** Nothing but its form says that a text is a national reserve number, so it must be right. */
    static Reservnummer checkedNational(String text) {
        Reservnummer number = of(ReserveNumberIssuer.NATIONAL, text);
        if (!number.hasValidCheckDigit().orElse(false)) {
            throw new InvalidInputException(
                    FIELD,
                    "has a check digit that does not match",
                    "a last digit that follows from the eleven characters before it");
        }
        return number;
    }

    /** Who issued it. */
    public ReserveNumberIssuer issuer() {
        return issuer;
    }

    @Override
    public String value() {
        return value;
    }

    /** The OID it was made with, where its issuer has several. */
    @Override
    public String oid() {
        return oid;
    }

    /**
     * As people write it, {@code yyyymmdd-nnnn}, when it has its issuer's documented form; otherwise
     * {@link #value()}. Not for logs.
     */
    @Override
    public String formatted() {
        return isWellFormed().orElse(false) ? PersonId.super.formatted() : value;
    }

    /** Whether it has the form that its issuer documents; empty when none is documented. */
    public Optional<Boolean> isWellFormed() {
        return issuer.form().map(form -> form.matches(value));
    }

    /**
     * Whether its check digit is right; false also when it has not the issuer's form, empty when no
     * check digit is documented.
     */
    public Optional<Boolean> hasValidCheckDigit() {
        return issuer.form().flatMap(form -> form.checkDigitHolds(value));
    }

    /**
     * The date of birth in a national reserve number; empty when that is unknown, and for regional
     * numbers, whose dates may be estimates or no date of birth at all.
     */
    @Override
    public Optional<LocalDate> birthDate() {
        return issuer.form().flatMap(form -> form.birthDate(value));
    }

    /** The sex where the issuer documents how it is told: the national one, Västra Götaland. */
    @Override
    public Optional<LegalSex> sex() {
        return issuer.form().flatMap(form -> form.sex(value));
    }

    /** Equal when issuer and number are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Reservnummer that
                && value.equals(that.value)
                && issuer.equals(that.issuer);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The year of birth at most, for example {@code Reservnummer[1995...]}. */
    @Override
    public String toString() {
        return "Reservnummer["
                + birthDate().map(date -> String.valueOf(date.getYear())).orElse("")
                + "...]";
    }
}
