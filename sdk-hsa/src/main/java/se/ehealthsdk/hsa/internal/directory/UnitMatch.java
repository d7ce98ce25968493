package se.ehealthsdk.hsa.internal.directory;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;

/**
 * Whether a unit is what a search is about, all but its {@linkplain UnitSearch#limit limit}. Texts are compared
 * without regard to case, blanks and how characters are composed, as a directory does.
 */
public final class UnitMatch implements Predicate<UnitEntry> {

    private final UnitSearch search;

    public UnitMatch(UnitSearch search) {
        this.search = search;
    }

    @Override
    public boolean test(UnitEntry entry) {
        return isThere(entry) && isSuch(entry.unit()) && isRecent(entry);
    }

    /** Whether it stands where the search looks. */
    private boolean isThere(UnitEntry entry) {
        return search.below()
                .map(
                        top ->
                                search.childrenOnly()
                                        ? entry.name().parent().filter(top::equals).isPresent()
                                        : entry.name().isBelow(top))
                .orElse(true);
    }

    private boolean isSuch(Unit unit) {
        UnitClassification kinds = unit.classification();
        return search.name().map(text -> isCalled(unit, text)).orElse(true)
                && is(search.location(), unit.place().location().stream())
                && is(search.county(), unit.place().county().code().stream())
                && is(search.municipality(), unit.place().municipality().code().stream())
                && is(search.businessCode(), codes(kinds.businessClassifications()))
                && is(
                        search.businessType().map(Object::toString),
                        kinds.businessTypes().stream().map(Object::toString))
                && is(
                        search.careType().map(Object::toString),
                        kinds.careTypes().stream().map(Object::toString))
                && is(search.destination(), kinds.destinationIndicators().stream());
    }

    private boolean isRecent(UnitEntry entry) {
        return search.changedSince()
                .map(since -> entry.changed().filter(at -> !at.isBefore(since)).isPresent())
                .orElse(true);
    }

    private static boolean isCalled(Unit unit, String text) {
        String part = LooseText.of(text);
        return Stream.concat(Stream.of(unit.name()), unit.alternateNames().stream())
                .anyMatch(name -> LooseText.of(name).contains(part));
    }

    private static Stream<String> codes(Collection<CodedName> all) {
        return all.stream().flatMap(each -> each.code().stream());
    }

    private static boolean is(Optional<String> wanted, Stream<String> has) {
        if (wanted.isEmpty()) {
            return true;
        }
        String normal = LooseText.of(wanted.get());
        return has.anyMatch(each -> LooseText.of(each).equals(normal));
    }
}
