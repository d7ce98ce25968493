package se.ehealthsdk.person;

import java.util.Optional;

/**
 * What is known of a samordningsnummer (coordination number).
 *
 * <p>Source: {@code CoOrdinationNumberDataType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param allocated when it was given
 * @param preliminaryTransfer when it is set at rest unless it is renewed
 * @param renewed when it was renewed
 * @param deceased when the person died
 */
public record CoordinationNumberData(
        Optional<PartialDate> allocated,
        Optional<PartialDate> preliminaryTransfer,
        Optional<PartialDate> renewed,
        Optional<PartialDate> deceased) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "CoordinationNumberData[...]";
    }
}
