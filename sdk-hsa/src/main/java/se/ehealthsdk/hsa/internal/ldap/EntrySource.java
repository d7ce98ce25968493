package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** What answers questions with entries: a pool of connections to LDAP servers. Safe for use by many threads. */
public interface EntrySource {

    /** Page by page. The report counts what was delivered and says whether the server cut it short. */
    Entries<RawEntry> search(EntryQuery query);

    /**
     * The entries that a question for very few finds, without pages.
     *
     * @throws se.ehealthsdk.core.error.ProtocolException if there are more than ten, or not all are given
     */
    List<RawEntry> few(EntryQuery query);

    /**
     * The one entry that a question finds, for look-ups.
     *
     * @return empty if there is none
     * @throws se.ehealthsdk.core.error.ProtocolException if there are several
     */
    Optional<RawEntry> find(EntryQuery query);
}
