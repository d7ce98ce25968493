package se.ehealthsdk.hsa.contract;

import java.util.Optional;

/**
 * Where in the directory to search, and for what kind of posts: common to all searching requests.
 *
 * @param base the part of the directory to search; empty for all of it
 * @param includeFeigned whether fictitious posts, made for tests and education, are answered too
 */
public record SearchScope(Optional<SearchBase> base, boolean includeFeigned) {

    /** The whole directory, real posts only. */
    public static final SearchScope ALL = new SearchScope(Optional.empty(), false);

    /** Only what lies under a node. */
    public static SearchScope under(SearchBase base) {
        return new SearchScope(Optional.of(base), false);
    }

    /** The same scope, fictitious posts included. */
    public SearchScope includingFeigned() {
        return new SearchScope(base, true);
    }
}
