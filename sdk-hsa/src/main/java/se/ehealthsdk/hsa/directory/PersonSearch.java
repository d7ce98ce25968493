package se.ehealthsdk.hsa.directory;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Which people to look for: those for whom all that is said holds. Immutable; each method gives a new search.
 *
 * <pre>{@code
 * PersonSearch.all().named("Åsa Lindgren").licensedAs("Läkare").below(region)
 * }</pre>
 */
public final class PersonSearch {

    private static final PersonSearch ALL = new PersonSearch(new Parts());

    /** What is said; changed only before anyone else sees it. */
    private static final class Parts {
        private @Nullable String name;
        private @Nullable String title;
        private @Nullable String licence;
        private @Nullable DistinguishedName below;
        private int limit;

        Parts copy() {
            Parts copy = new Parts();
            copy.name = name;
            copy.title = title;
            copy.licence = licence;
            copy.below = below;
            copy.limit = limit;
            return copy;
        }
    }

    private final Parts parts;

    private PersonSearch(Parts parts) {
        this.parts = parts;
    }

    private PersonSearch with(Consumer<Parts> change) {
        Parts next = parts.copy();
        change.accept(next);
        return new PersonSearch(next);
    }

    /** Everyone. */
    public static PersonSearch all() {
        return ALL;
    }

    /**
     * Each word of the text is held by one of the person's names, whatever the case: given name, middle name,
     * surname, or the name that the person goes by. A text, never a pattern: {@code *} is a star.
     *
     * @throws InvalidInputException if it is blank
     */
    public PersonSearch named(String text) {
        String wanted = SearchTerm.text("name", text);
        return with(next -> next.name = wanted);
    }

    /**
     * Whose title, in free text or from the employer's list, holds this text, whatever the case.
     *
     * @throws InvalidInputException if it is blank
     */
    public PersonSearch titled(String text) {
        String wanted = SearchTerm.text("title", text);
        return with(next -> next.title = wanted);
    }

    /**
     * With this licence (legitimation).
     *
     * @param profession its name, as {@code Läkare}, whatever the case
     * @throws InvalidInputException if it is blank
     */
    public PersonSearch licensedAs(String profession) {
        String wanted = SearchTerm.text("licence", profession);
        return with(next -> next.licence = wanted);
    }

    /** Anywhere below an entry: the people of a unit and of the units below it. */
    public PersonSearch below(DistinguishedName top) {
        return with(next -> next.below = top);
    }

    /**
     * At most this many; an answer cut short by it says so.
     *
     * @throws InvalidInputException if it is below 1
     */
    public PersonSearch limit(int most) {
        int wanted = SearchTerm.limit(most);
        return with(next -> next.limit = wanted);
    }

    /** Words of the name. */
    public Optional<String> name() {
        return Optional.ofNullable(parts.name);
    }

    /** Text in the title. */
    public Optional<String> title() {
        return Optional.ofNullable(parts.title);
    }

    /** The name of the licence. */
    public Optional<String> licence() {
        return Optional.ofNullable(parts.licence);
    }

    /** The entry to look below. */
    public Optional<DistinguishedName> below() {
        return Optional.ofNullable(parts.below);
    }

    /** How many at most; empty for all. */
    public OptionalInt limit() {
        return parts.limit == 0 ? OptionalInt.empty() : OptionalInt.of(parts.limit);
    }

    /** No words of the search, which may be a person's name. */
    @Override
    public String toString() {
        return "PersonSearch[...]";
    }
}
