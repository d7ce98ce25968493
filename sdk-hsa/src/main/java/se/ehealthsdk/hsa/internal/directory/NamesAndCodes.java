package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Names in one attribute and codes in another. LDAP gives the values of an attribute in no order, so only a single
 * name and a single code can be said to belong together; others are each told alone, since a name beside another's
 * code would be worse than none.
 */
final class NamesAndCodes {

    private NamesAndCodes() {}

    static <T> List<T> pair(
            List<String> names,
            List<String> codes,
            BiFunction<Optional<String>, Optional<String>, T> of) {
        if (names.isEmpty() && codes.isEmpty()) {
            return List.of();
        }
        if (names.size() == 1 && codes.size() == 1) {
            return List.of(of.apply(Optional.of(names.get(0)), Optional.of(codes.get(0))));
        }
        List<T> all = new ArrayList<>(names.size() + codes.size());
        for (String code : codes) {
            all.add(of.apply(Optional.empty(), Optional.of(code)));
        }
        for (String name : names) {
            all.add(of.apply(Optional.of(name), Optional.empty()));
        }
        return all;
    }
}
