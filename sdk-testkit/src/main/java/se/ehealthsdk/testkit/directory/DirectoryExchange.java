package se.ehealthsdk.testkit.directory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to the directory, and how it ended. Immutable.
 *
 * @param operation what was asked for
 * @param base the name that it is about: where a search looks, or who logs in; with the HSA-id of the certificate
 *     where that logs in
 * @param scope {@code BASE}, {@code ONE}, {@code SUB} or {@code SUBORDINATE_SUBTREE} for a search, or else empty
 * @param filter the filter of a search as RFC 4515 has it, with {@code ***} for personal identity numbers and names of
 *     people; empty for what is no search
 * @param attributes the attributes that a search asks for; empty for all
 * @param pageSize entries to a page; empty for a search that asks for no pages
 * @param continued whether it asks for a page after the first
 * @param caller who is logged in; empty for nobody
 * @param result the result code of RFC 4511, as 0 for success and 4 for sizeLimitExceeded; -1 when the connection was
 *     closed instead
 * @param entries how many entries were sent
 */
public record DirectoryExchange(
        Operation operation,
        String base,
        Optional<String> scope,
        Optional<String> filter,
        List<String> attributes,
        OptionalInt pageSize,
        boolean continued,
        Optional<String> caller,
        int result,
        int entries) {

    /** What is asked for. */
    public enum Operation {
        /** To log in. */
        BIND,
        /** To find entries. */
        SEARCH,
        /** To go on with TLS, or another extended operation. */
        EXTENDED,
        /** To change something, which is always refused. */
        CHANGE
    }

    /** Copies the list. */
    public DirectoryExchange {
        attributes = List.copyOf(attributes);
    }
}
