package se.ehealthsdk.hsa;

import java.util.List;
import java.util.Optional;

/**
 * What one needs to write to, call or prescribe from a unit or a provider.
 *
 * @param workplaceCodes workplace codes (arbetsplatskod, in the contract prescription code), which
 *     prescriptions and certificates must carry
 * @param telephoneNumbers digits, possibly with a leading plus sign
 * @param postalAddress the postal address
 */
public record UnitDetails(
        List<String> workplaceCodes,
        List<String> telephoneNumbers,
        Optional<PostalAddress> postalAddress) {

    /** Nothing known. */
    public static final UnitDetails NONE = new UnitDetails(List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public UnitDetails {
        workplaceCodes = List.copyOf(workplaceCodes);
        telephoneNumbers = List.copyOf(telephoneNumbers);
    }

    /** Workplace codes only. */
    public static UnitDetails ofWorkplaceCodes(String... codes) {
        return new UnitDetails(List.of(codes), List.of(), Optional.empty());
    }
}
