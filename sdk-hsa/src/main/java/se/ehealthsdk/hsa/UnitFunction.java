package se.ehealthsdk.hsa;

import java.util.List;

/**
 * A function of a unit with telephone numbers and hours of its own. Names with a meaning of their own in
 * the directory are Avbokning (cancel), Bokning (book), Rådgivning (advice), Receptförnyelse (renew a
 * prescription) and Sjukresebeställning (order transport).
 *
 * <p>Source: {@code UnitFunctionType} of {@code GetUnit} 4.1 and 5.0.
 *
 * @param name the name
 * @param telephoneHours when the numbers are answered
 * @param telephoneNumbers digits, possibly with a leading plus sign
 */
public record UnitFunction(
        String name, List<OpeningHours> telephoneHours, List<String> telephoneNumbers) {

    /** Copies the lists. */
    public UnitFunction {
        telephoneHours = List.copyOf(telephoneHours);
        telephoneNumbers = List.copyOf(telephoneNumbers);
    }
}
