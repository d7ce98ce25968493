package se.ehealthsdk.discharge.event;

import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The patient as an admission notice tells of it.
 *
 * @param id identity number
 * @param name whole name
 * @param registeredAddress the address where the patient is registered, in one line or several
 * @param protection whether personal data are protected
 * @param residence the municipality
 */
public record Patient(
        PersonId id,
        Optional<String> name,
        Optional<String> registeredAddress,
        Protection protection,
        Residence residence) {

    /** Nothing but whether data are protected. */
    @Override
    public String toString() {
        return "Patient[" + protection + "]";
    }
}
