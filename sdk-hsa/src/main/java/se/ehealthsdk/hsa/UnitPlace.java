package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * Where a unit is and how to get there.
 *
 * @param postalAddress the postal address
 * @param visitingAddress the visiting address in parts; only {@code GetUnit} 5.0
 * @param street the visiting address as free text (besöksadress)
 * @param location the place as people call it
 * @param route how to get there
 * @param indoorRoute how to find it within the building
 * @param county the region or county (län); codes are of two digits
 * @param municipality the municipality (kommun); codes are of two digits, which mean nothing without
 *     the county's
 * @param coordinates where it lies
 */
public record UnitPlace(
        Optional<PostalAddress> postalAddress,
        Optional<VisitingAddress> visitingAddress,
        Optional<String> street,
        Optional<String> location,
        Optional<String> route,
        Optional<String> indoorRoute,
        CodedName county,
        CodedName municipality,
        Coordinates coordinates) {

    /**
     * The municipality's code of four digits, as Statistics Sweden (SCB) has it: that of the county and
     * that of the municipality together.
     *
     * @return empty if either is missing
     */
    public Optional<String> scbMunicipalityCode() {
        return county.code().flatMap(first -> municipality.code().map(second -> first + second));
    }
}
