package se.ehealthsdk.hsa.contactcard;

import java.util.List;
import java.util.Locale;

/**
 * That a unit with certain words in its name as a rule has a certain code. Gives a hint, never more.
 *
 * @param words the words that all stand in the name, in any case
 * @param code the code that one of the unit's business codes ({@code businessClassificationCode}) is then looked for as
 * @param meaning what the code stands for, in Swedish or English
 */
public record NamedCode(List<String> words, String code, String meaning) {

    /** Vaccination against covid: verksamhetskod 2029. */
    public static final NamedCode COVID =
            new NamedCode(
                    List.of("vaccination", "covid"),
                    "2029",
                    "verksamhetskod 2029, vaccination covid");

    /** Vaccination against influenza: SNOMED CT 86198006. Which attribute carries it has not been published. */
    public static final NamedCode INFLUENZA =
            new NamedCode(
                    List.of("vaccin", "influensa"),
                    "86198006",
                    "SNOMED CT 86198006, vaccination influensa; which attribute carries it has not"
                            + " been published");

    /** Copies the list. */
    public NamedCode {
        words = List.copyOf(words);
    }

    boolean isNamedIn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }
}
