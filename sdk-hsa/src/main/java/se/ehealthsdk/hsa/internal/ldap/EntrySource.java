package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** What answers questions with entries: a pool of connections to LDAP servers. Safe for use by many threads. */
public interface EntrySource {

    /** Page by page. The report counts what was delivered and says whether the server cut it short. */
    Entries<RawEntry> search(EntryQuery query);

    /** All that a question for few finds, without pages. A directory that cuts it short is a failure. */
    default List<RawEntry> few(EntryQuery query) {
        try (Entries<RawEntry> found = search(query)) {
            List<RawEntry> all = found.stream().toList();
            if (found.report().partial().isPresent()) {
                throw new ProtocolException(
                        "The directory gave only a part of the answer to a look-up: "
                                + found.report().partial().get(),
                        null,
                        null);
            }
            return all;
        }
    }

    /**
     * The one entry that a question finds, for look-ups.
     *
     * @return empty if there is none
     * @throws se.ehealthsdk.core.error.ProtocolException if there are several
     */
    Optional<RawEntry> find(EntryQuery query);
}
