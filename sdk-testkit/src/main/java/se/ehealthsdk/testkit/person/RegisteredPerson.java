package se.ehealthsdk.testkit.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.testkit.internal.data.DataReader;

/**
 * An invented person in the person data service. The constants are people with a part to play, from {@code
 * persons.yaml}; their numbers are test numbers. Immutable.
 *
 * @param name the name of the part, as {@code NORDIN}
 * @param id the number
 * @param givenNames the given names
 * @param givenNameIndicator which of them are in daily use, 10 to 99
 * @param surname the surname
 * @param municipality where registered; empty for who is registered nowhere
 * @param street street and number
 * @param postalCode five digits
 * @param town the postal town
 * @param mobile a telephone number of the person's own
 * @param secrecyMarked marked for secrecy (sekretessmarkering)
 * @param protectedRegistration protected population registration (skyddad folkbokföring)
 * @param testPerson marked as made up for tests
 * @param deceased when the person died
 * @param replacedBy the number that this one refers to
 * @param formerly the older numbers that this one refers to
 */
public record RegisteredPerson(
        String name,
        PersonId id,
        String givenNames,
        Optional<Integer> givenNameIndicator,
        String surname,
        Optional<MunicipalityCode> municipality,
        Optional<String> street,
        Optional<String> postalCode,
        Optional<String> town,
        Optional<String> mobile,
        boolean secrecyMarked,
        boolean protectedRegistration,
        boolean testPerson,
        Optional<LocalDate> deceased,
        Optional<PersonId> replacedBy,
        List<PersonId> formerly) {

    static final List<RegisteredPerson> SHIPPED =
            DataReader.resource(RegisteredPerson.class, "persons.yaml").patients();

    /** An old woman in Stockholm, of whom everything is known. */
    public static final RegisteredPerson NORDIN = shipped("NORDIN");

    /** A man in Uppsala: to Stockholm, somebody from another county. */
    public static final RegisteredPerson UPPSALA = shipped("UPPSALA");

    /** Marked for secrecy. */
    public static final RegisteredPerson SECRET = shipped("SECRET");

    /** With protected population registration. */
    public static final RegisteredPerson HIDDEN = shipped("HIDDEN");

    /** Dead since the first of March 2026. */
    public static final RegisteredPerson DECEASED = shipped("DECEASED");

    /** The samordningsnummer that {@link #NEW_NUMBER} had. */
    public static final RegisteredPerson OLD_NUMBER = shipped("OLD_NUMBER");

    /** Has a personnummer in the place of a samordningsnummer. */
    public static final RegisteredPerson NEW_NUMBER = shipped("NEW_NUMBER");

    /** Marked as a test person. */
    public static final RegisteredPerson TEST_PERSON = shipped("TEST_PERSON");

    /** Copies the list. */
    public RegisteredPerson {
        formerly = List.copyOf(formerly);
    }

    private static RegisteredPerson shipped(String name) {
        return SHIPPED.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "name", "is nobody's", "a part in the file"));
    }

    /** Somebody of whom little is known. */
    public static RegisteredPerson of(String name, PersonId id, String givenNames, String surname) {
        return new RegisteredPerson(
                name,
                id,
                givenNames,
                Optional.empty(),
                surname,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same person, registered here. */
    public RegisteredPerson registeredIn(MunicipalityCode here) {
        return with(Optional.of(here), secrecyMarked, testPerson, deceased);
    }

    /** The same person, marked for secrecy. */
    public RegisteredPerson markedForSecrecy() {
        return with(municipality, true, testPerson, deceased);
    }

    /** The same person, marked as made up for tests. */
    public RegisteredPerson markedForTests() {
        return with(municipality, secrecyMarked, true, deceased);
    }

    /** The same person, dead. */
    public RegisteredPerson died(LocalDate day) {
        return with(municipality, secrecyMarked, testPerson, Optional.of(day));
    }

    private RegisteredPerson with(
            Optional<MunicipalityCode> newMunicipality,
            boolean nowSecret,
            boolean nowTest,
            Optional<LocalDate> nowDeceased) {
        return new RegisteredPerson(
                name,
                id,
                givenNames,
                givenNameIndicator,
                surname,
                newMunicipality,
                street,
                postalCode,
                town,
                mobile,
                nowSecret,
                protectedRegistration,
                nowTest,
                nowDeceased,
                replacedBy,
                formerly);
    }

    /** The name of the part; nothing else. */
    @Override
    public String toString() {
        return "RegisteredPerson[" + name + "]";
    }
}
