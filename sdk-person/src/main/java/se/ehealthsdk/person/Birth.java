package se.ehealthsdk.person;

import java.util.Optional;

/**
 * When and where a person was born.
 *
 * <p>Source: {@code BirthType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param date the date of birth
 * @param inSweden where in Sweden
 * @param abroad where in another country
 */
public record Birth(
        Optional<PartialDate> date, Optional<BirthPlace> inSweden, Optional<BirthAbroad> abroad) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Birth[...]";
    }
}
