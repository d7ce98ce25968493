package se.ehealthsdk.certificate.form;

import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A person who died, with name and address: certificates of death carry both.
 *
 * @param id personnummer or samordningsnummer; a reserve number cannot be sent
 * @param firstName first names
 * @param middleName middle name
 * @param lastName last name
 * @param address street and number, or the like
 * @param postalCode three digits, perhaps a blank, two digits
 * @param town town
 * @param addressSource where the address is from
 */
public record Deceased(
        PersonId id,
        String firstName,
        Optional<String> middleName,
        String lastName,
        String address,
        String postalCode,
        String town,
        AddressSource addressSource) {

    /** The person as the document holds it. */
    public Patient patient() {
        return new Patient(
                Identifier.of(id.oid(), id.value()),
                firstName,
                lastName,
                middleName,
                address,
                postalCode,
                town,
                Optional.of(addressSource.coded()));
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "Deceased[***]";
    }
}
