package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a person.
 *
 * <p>Source: {@code NameType} of {@code strategicresourcemanagement:persons:person} 5.0; parts of at most 80 characters, {@code
 * notificationName} of at most 40.
 *
 * @param givenNameIndicator which given names are in daily use (tilltalsnamnsmarkering), 10 to 99; see {@link #nameInUse()}
 * @param givenNames all given names
 * @param middleName middle name
 * @param surname surname
 * @param notificationName the whole name as Skatteverket abbreviates it (aviseringsnamn), where the others are too long
 */
public record PersonName(
        Optional<Integer> givenNameIndicator,
        Optional<String> givenNames,
        Optional<String> middleName,
        Optional<String> surname,
        Optional<String> notificationName) {

    private static final Pattern PART = Pattern.compile("[^\\s-]+");

    /** A name without more ado. */
    public static PersonName of(String givenNames, String surname) {
        return new PersonName(
                Optional.empty(),
                Optional.of(givenNames),
                Optional.empty(),
                Optional.of(surname),
                Optional.empty());
    }

    /**
     * The given name in daily use (tilltalsnamn). The two digits of the indicator are the places of one or two of the
     * given names, 0 for none; each half of a name with hyphen counts. That is Skatteverket's convention as far as it
     * is known, not the contract's: where it would cut a name with hyphen in two, nothing is guessed.
     *
     * @return empty when it is not told; use all the given names then
     */
    public Optional<String> nameInUse() {
        if (givenNames.isEmpty() || givenNameIndicator.isEmpty()) {
            return Optional.empty();
        }
        String names = givenNames.get().strip();
        int first = givenNameIndicator.get() / 10;
        int second = givenNameIndicator.get() % 10;
        List<MatchResult> parts = PART.matcher(names).results().toList();
        if (first < 1 || first > parts.size() || second > parts.size()) {
            return Optional.empty();
        }
        if (second == first + 1) {
            return whole(names, parts.get(first - 1).start(), parts.get(second - 1).end());
        }
        Optional<String> one = whole(names, parts.get(first - 1));
        return second == 0
                ? one
                : one.flatMap(
                        name ->
                                whole(names, parts.get(second - 1))
                                        .map(other -> name + " " + other));
    }

    private static Optional<String> whole(String names, MatchResult part) {
        return whole(names, part.start(), part.end());
    }

    private static Optional<String> whole(String names, int start, int end) {
        boolean cut =
                (start > 0 && names.charAt(start - 1) == '-')
                        || (end < names.length() && names.charAt(end) == '-');
        return cut ? Optional.empty() : Optional.of(names.substring(start, end));
    }

    /** As it is shown to people: the name in use or else the given names, middle name, surname. */
    public String displayed() {
        return Stream.of(nameInUse().or(() -> givenNames), middleName, surname)
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "PersonName[...]";
    }
}
