package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What identifies a person in Swedish health care: a {@link Personnummer}, a {@link
 * Samordningsnummer} or a {@link Reservnummer}, each with the OID that tells them apart in a
 * service contract (type {@code II} or {@code PersonId}: root and extension).
 *
 * <p>Two are equal when they are the same number of the same kind. That two different numbers
 * belong to one person, only the person data service can tell.
 *
 * <p>{@code toString()} shows the year of birth at most, so that a log that gets one by mistake
 * holds no identity number. {@link #value()} gives all of it.
 */
public sealed interface PersonId extends Comparable<PersonId>
        permits Personnummer, Samordningsnummer, Reservnummer {

    /**
     * The identity that a service contract carries as root and extension.
     *
     * @param oid the root; that of personnummer, samordningsnummer, or of whoever issued the
     *     reserve number, known to this SDK or not
     * @param extension the number, with or without separator
     * @throws InvalidInputException when the root is no OID, or the extension not a number of that
     *     kind; nothing was sent
     */
    static PersonId of(String oid, String extension) {
        return switch (oid.strip()) {
            case Personnummer.OID -> Personnummer.of(extension);
            case Samordningsnummer.OID -> Samordningsnummer.of(extension);
            default -> Reservnummer.of(ReserveNumberIssuer.of(oid), extension);
        };
    }

    /**
     * The identity in a text that does not say of which kind it is: a personnummer, a
     * samordningsnummer or a national reserve number. Regional reserve numbers resemble one another
     * and are not guessed: use {@link #of(String, String)} or {@link Reservnummer#of}.
     *
     * @param text twelve characters, with or without separator before the last four; outer white
     *     space is removed
     * @throws InvalidInputException when it is none of the three, or breaks the rules of the kind it
     *     resembles; let the user correct it
     */
    static PersonId parse(String text) {
        if (ReserveNumberIssuer.NATIONAL.inDocumentedForm(text.strip()).isPresent()) {
            return Reservnummer.checkedNational(text);
        }
        String digits = TwelveDigits.read("personId", text);
        return Samordningsnummer.hasShiftedDay(digits)
                ? Samordningsnummer.of(digits)
                : Personnummer.of(digits);
    }

    /** As {@link #of(String, String)}, but empty when that would throw. */
    static Optional<PersonId> tryParse(String oid, String extension) {
        return Parsing.attempt(text -> of(oid, text), extension);
    }

    /** As {@link #parse}, but empty when that would throw. */
    static Optional<PersonId> tryParse(String text) {
        return Parsing.attempt(PersonId::parse, text);
    }

    /**
     * The whole number as service contracts carry it, without separator: twelve characters, except
     * for reserve numbers that their issuer writes in another way. Not for logs.
     */
    String value();

    /** The root that service contracts carry beside {@link #value()}. */
    String oid();

    /**
     * As people write it, {@code yyyymmdd-nnnn}; a number that has not twelve characters as it
     * is. Not for logs.
     */
    default String formatted() {
        String value = value();
        return value.length() == 12 ? value.substring(0, 8) + "-" + value.substring(8) : value;
    }

    /**
     * The date of birth in the number. It can differ from the true one: when the numbers of a day
     * have run out, one of a day close by is given.
     *
     * @return empty when the number holds no date of birth, or not a complete one
     */
    Optional<LocalDate> birthDate();

    /** The legal sex that the number tells; empty when it does not. */
    Optional<LegalSex> sex();

    /** Orders by {@link #value()}, then by kind and issuer; in line with {@code equals}. */
    @Override
    default int compareTo(PersonId other) {
        return Comparator.comparing(PersonId::value)
                .thenComparing(PersonId::kind)
                .compare(this, other);
    }

    private String kind() {
        return this instanceof Reservnummer reserve ? reserve.issuer().name() : oid();
    }
}
