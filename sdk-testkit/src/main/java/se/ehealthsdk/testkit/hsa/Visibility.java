package se.ehealthsdk.testkit.hsa;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.hsa.contract.PersonKey;
import se.ehealthsdk.hsa.contract.SearchBase;
import se.ehealthsdk.hsa.contract.SearchScope;

/**
 * Who is seen by a request.
 *
 * @param scope where it looks, and whether for fictitious objects too
 * @param protectedToo whether its contract tells of protected people
 */
record Visibility(SearchScope scope, boolean protectedToo) {

    /** The posts that the request finds. */
    Stream<Population.Owned> find(Population population, PersonKey key) {
        return population
                .posts()
                .filter(it -> isKey(it, key))
                .filter(it -> sees(it.person()))
                .filter(it -> covers(it.post().employee().distinguishedName()));
    }

    boolean sees(Persona person) {
        return (protectedToo || !person.protectedPerson())
                && (scope.includeFeigned() || !person.feigned());
    }

    boolean sees(DirectoryUnit unit) {
        return (scope.includeFeigned() || !unit.unit().feigned())
                && covers(unit.distinguishedName());
    }

    /** Whether an entry lies under the search base. */
    boolean covers(String distinguishedName) {
        Optional<String> base = scope.base().map(SearchBase::value).map(Visibility::normal);
        String dn = normal(distinguishedName);
        return base.isEmpty() || dn.equals(base.get()) || dn.endsWith("," + base.get());
    }

    static String normal(String dn) {
        return dn.strip().replaceAll("\\s*,\\s*", ",").toLowerCase(Locale.ROOT);
    }

    private static boolean isKey(Population.Owned owned, PersonKey key) {
        return key instanceof PersonKey.ByHsaId by
                ? owned.post().hsaId().equals(by.hsaId())
                : key instanceof PersonKey.ByPersonId person
                        && owned.person().personId().equals(person.personId());
    }
}
