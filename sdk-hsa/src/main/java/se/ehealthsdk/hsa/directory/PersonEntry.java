package se.ehealthsdk.hsa.directory;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;

/**
 * A person's post as it stands in a directory.
 *
 * <p>Source: HSA schema 5.x, as far as it is known ({@link se.ehealthsdk.hsa.schema}).
 *
 * @param name where it stands in the tree; holds the person's name
 * @param employee what {@code GetEmployee} tells of it
 * @param credentials what {@code GetCredentialsForPerson} tells of it, without commissions: those are entries of
 *     their own
 * @param marks the marks on it
 * @param changed when it was last changed; empty if the directory does not tell
 * @param additional values of attributes that a region's schema adds, by the name that the schema gives them
 * @param problems the values that could not be read
 */
public record PersonEntry(
        DistinguishedName name,
        Employee employee,
        Credentials credentials,
        Set<EntryMark> marks,
        Optional<Instant> changed,
        Map<String, List<String>> additional,
        List<AttributeProblem> problems)
        implements DirectoryEntry {

    /** Copies the collections. */
    public PersonEntry {
        EnumSet<EntryMark> kept = EnumSet.noneOf(EntryMark.class);
        kept.addAll(marks);
        marks = Collections.unmodifiableSet(kept);
        additional = Collections.unmodifiableMap(new TreeMap<>(additional));
        problems = List.copyOf(problems);
    }

    /** The post's HSA-id. */
    @Override
    public HsaId hsaId() {
        return employee.hsaId();
    }

    /** The HSA-id; nothing else about the person. */
    @Override
    public String toString() {
        return "PersonEntry[" + hsaId() + "]";
    }
}
