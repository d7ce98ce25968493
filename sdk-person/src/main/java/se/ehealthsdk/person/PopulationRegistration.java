package se.ehealthsdk.person;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.MunicipalityCode;

/**
 * Where a person is registered (folkbokförd). Of a protected person at most the county is told.
 *
 * <p>Source: {@code PopulationRegistrationLocalityType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param since since when
 * @param county county code (länskod), two digits
 * @param municipalityInCounty the last two digits of the municipality code; see {@link #municipality()}
 * @param parish parish code, two digits
 * @param propertyDesignation the name of the real property (fastighetsbeteckning)
 * @param fictitiousPropertyNumber a number below 1000 for who is registered on no real property
 * @param type the code of the kind of registration
 * @param recordedFrom from when the service has had this
 * @param recordedUntil until when the service had this
 */
public record PopulationRegistration(
        Optional<PartialDate> since,
        Optional<String> county,
        Optional<String> municipalityInCounty,
        Optional<String> parish,
        Optional<String> propertyDesignation,
        Optional<Integer> fictitiousPropertyNumber,
        Optional<String> type,
        Optional<Instant> recordedFrom,
        Optional<Instant> recordedUntil) {

    /** The municipality (kommunkod), four digits; empty unless both halves were told. */
    public Optional<MunicipalityCode> municipality() {
        return county.flatMap(
                first ->
                        municipalityInCounty.flatMap(
                                last -> MunicipalityCode.tryParse(first + last)));
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "PopulationRegistration[...]";
    }
}
