package se.ehealthsdk.certificate.document;

import java.util.Objects;
import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The patient. The contract demands all but the middle name, but certificates to Försäkringskassan and all newer
 * types send names and address empty on purpose; death certificates and those to Transportstyrelsen carry them.
 *
 * @param id personnummer or samordningsnummer, twelve digits on the wire; reserve numbers cannot be sent
 * @param firstName {@code fornamn}
 * @param lastName {@code efternamn}
 * @param middleName {@code mellannamn}
 * @param address {@code postadress}
 * @param postalCode {@code postnummer}
 * @param town {@code postort}
 * @param addressSource {@code kallaAdressuppgifter}, where the address is from; extension 3.2
 */
public record Patient(
        Identifier id,
        String firstName,
        String lastName,
        Optional<String> middleName,
        String address,
        String postalCode,
        String town,
        Optional<CodedValue> addressSource) {

    /** Nothing is null. */
    public Patient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(middleName, "middleName");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(town, "town");
        Objects.requireNonNull(addressSource, "addressSource");
    }

    /** A patient by number alone, as certificates to Försäkringskassan want it. */
    public static Patient of(PersonId id) {
        return new Patient(
                Identifier.of(id.oid(), id.value()),
                "",
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty());
    }

    /** The number; empty if it is none that Sweden gives out. */
    public Optional<PersonId> personId() {
        return id.extension().flatMap(PersonId::tryParse);
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "Patient[***]";
    }
}
