package se.ehealthsdk.hsa;

import java.util.List;

/**
 * What kind of unit it is. Codes are as the directory has them; the lists they belong to change a few
 * times a year.
 *
 * @param businessClassifications what it does (verksamhetskod), code system 1.2.752.129.2.2.1.3
 * @param businessTypes its type (enhetstyp)
 * @param careTypes its forms of care (vårdform)
 * @param managements its form of ownership (ägarform), code system 1.2.752.129.2.2.1.14 or plain text
 * @param financingOrganizations who pays for it
 * @param administrativeCareLevels its level of care, code system 1.2.752.129.5.1.46
 * @param schoolTypes its type of school; only {@code GetUnit} 5.0
 * @param destinationIndicators where it is shown (visas för), code system 1.2.752.29.23.1.11
 */
public record UnitClassification(
        List<CodedName> businessClassifications,
        List<BusinessType> businessTypes,
        List<CareType> careTypes,
        List<String> managements,
        List<String> financingOrganizations,
        List<String> administrativeCareLevels,
        List<String> schoolTypes,
        List<String> destinationIndicators) {

    private static final String INTERNET = "03";

    /** Copies the lists. */
    public UnitClassification {
        businessClassifications = List.copyOf(businessClassifications);
        businessTypes = List.copyOf(businessTypes);
        careTypes = List.copyOf(careTypes);
        managements = List.copyOf(managements);
        financingOrganizations = List.copyOf(financingOrganizations);
        administrativeCareLevels = List.copyOf(administrativeCareLevels);
        schoolTypes = List.copyOf(schoolTypes);
        destinationIndicators = List.copyOf(destinationIndicators);
    }

    /** Whether it is marked to be shown to the public on 1177.se: destination indicator 03. */
    public boolean shownOn1177() {
        return destinationIndicators.contains(INTERNET);
    }
}
