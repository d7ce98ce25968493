package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.internal.directory.LooseText;

/** Whether a person is whom a search is about, all but its {@linkplain PersonSearch#limit limit}. */
public final class PersonMatch implements Predicate<PersonEntry> {

    private final PersonSearch search;

    public PersonMatch(PersonSearch search) {
        this.search = search;
    }

    @Override
    public boolean test(PersonEntry entry) {
        Employee person = entry.employee();
        return search.below().map(entry.name()::isBelow).orElse(true)
                && search.name().map(text -> isCalled(person, text)).orElse(true)
                && search.title().map(text -> isTitled(person, text)).orElse(true)
                && search.licence()
                        .map(
                                name ->
                                        person.licences().stream()
                                                .anyMatch(
                                                        has ->
                                                                LooseText.of(has)
                                                                        .equals(
                                                                                LooseText.of(
                                                                                        name))))
                        .orElse(true);
    }

    private static boolean isCalled(Employee person, String text) {
        String names =
                LooseText.of(
                        String.join(
                                " ",
                                person.givenName().orElse(""),
                                person.middleAndSurname(),
                                person.nickName().orElse("")));
        return List.of(LooseText.of(text).split(" ")).stream().allMatch(names::contains);
    }

    private static boolean isTitled(Employee person, String text) {
        return Stream.concat(
                        person.title().stream(),
                        person.paTitles().stream().map(PaTitle::name).flatMap(Optional::stream))
                .anyMatch(title -> LooseText.of(title).contains(LooseText.of(text)));
    }
}
