package se.ehealthsdk.hsa.directory;

import java.util.List;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What every entry of a directory has, whatever it stands for.
 *
 * <p>Source: HSA schema, {@code hsaIdentity} and the auxiliary object classes; RFC 4512 section 2 (entries and their names).
 */
public sealed interface DirectoryEntry permits UnitEntry, PersonEntry, CommissionEntry {

    /** Its HSA-id. */
    HsaId hsaId();

    /** Where it stands in the tree. A person's holds the person's name. */
    DistinguishedName name();

    /** The marks on it. */
    Set<EntryMark> marks();

    /** The values of it that could not be read. */
    List<AttributeProblem> problems();

    /** Whether a mark keeps it out of answers unless asked for. */
    default boolean isHidden() {
        return marks().stream().anyMatch(EntryMark::hides);
    }
}
