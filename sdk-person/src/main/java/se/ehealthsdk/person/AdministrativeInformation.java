package se.ehealthsdk.person;

import java.util.Optional;

/**
 * What was noted when a reserve number was issued.
 *
 * <p>Source: {@code AdministrativeInformationType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param category the code of the category of person
 * @param accountCode the code of who pays
 * @param comment a comment
 */
public record AdministrativeInformation(
        Optional<String> category, Optional<String> accountCode, Optional<String> comment) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "AdministrativeInformation[...]";
    }
}
