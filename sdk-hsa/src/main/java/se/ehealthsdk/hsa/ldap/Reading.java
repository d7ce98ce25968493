package se.ehealthsdk.hsa.ldap;

import java.util.Optional;
import java.util.function.Predicate;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DirectoryEntry;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery.Scope;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.internal.ldap.SearchTerms;
import se.ehealthsdk.hsa.schema.DirectoryField;

/** How one directory is read, and who of it is told of. */
record Reading(
        EntrySource source,
        SearchTerms terms,
        Kinds kinds,
        DistinguishedName base,
        Visibility visibility,
        boolean missesReferred) {

    Reading including(Visibility other) {
        return new Reading(source, terms, kinds, base, other, missesReferred);
    }

    /** Why an answer that has been read is not the whole one. */
    Optional<Partial> partial(Entries<?> answer) {
        return answer.report().partial().filter(why -> missesReferred || why != Partial.REFERRAL);
    }

    boolean covers(DistinguishedName name) {
        return name.equals(base) || name.isBelow(base);
    }

    /**
     * The record of an entry that has come; empty if it is of another kind. An entry whose object classes were kept
     * back is not read at all: whether it is protected or hidden cannot be told. Nor is its HSA-id, for the same reason.
     */
    <T extends DirectoryEntry> Optional<T> read(Kind<T> kind, RawEntry entry, Tally tally) {
        if (!terms.tellsClasses(entry)) {
            tally.skipped(
                    new AttributeProblem(
                            Optional.empty(),
                            terms.attribute(DirectoryField.OBJECT_CLASS),
                            "is not told, so nobody knows whether the entry is to be hidden",
                            "the right to read it"));
            return Optional.empty();
        }
        return kind.read(entry, tally::skipped);
    }

    Optional<HsaId> hsaId(RawEntry entry) {
        return entry.values(terms.attribute(DirectoryField.HSA_ID)).stream()
                .findFirst()
                .flatMap(HsaId::tryParse);
    }

    <T extends DirectoryEntry> EntryQuery query(
            DistinguishedName top, Scope scope, Condition condition, Kind<T> kind) {
        return new EntryQuery(top, scope, condition, kind.attributes(), 0);
    }

    /** Entries below the base, read as they are asked for. */
    <T extends DirectoryEntry> ReadEntries<T> stream(
            EntryQuery query, Kind<T> kind, Predicate<T> wanted, int limit, Tally tally) {
        return new ReadEntries<>(this, source.search(query), kind, wanted, tally, limit);
    }
}
