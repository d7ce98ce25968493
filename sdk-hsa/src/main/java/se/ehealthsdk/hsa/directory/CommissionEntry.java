package se.ehealthsdk.hsa.directory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;

/**
 * A commission (medarbetaruppdrag) as it stands in a directory: below the care unit, or the care provider, that
 * it belongs to.
 *
 * <p>Source: HSA schema 5.x, {@code hsaCommission} and its attributes.
 *
 * @param name where it stands in the tree; the unit it belongs to is the entry above
 * @param hsaId its HSA-id
 * @param title its name ({@code cn})
 * @param purpose what it is for; empty if the directory does not say, and HSA's contracts then leave the
 *     commission out
 * @param rights what its members may do
 * @param members who has it, and when
 * @param pharmacyIdentifier GLN and business code of a pharmacy
 * @param marks the marks on it
 * @param problems the values that could not be read
 */
public record CommissionEntry(
        DistinguishedName name,
        HsaId hsaId,
        String title,
        Optional<CommissionPurpose> purpose,
        List<CommissionRight> rights,
        List<CommissionMember> members,
        Optional<String> pharmacyIdentifier,
        Set<EntryMark> marks,
        List<AttributeProblem> problems)
        implements DirectoryEntry {

    /** Copies the collections. */
    public CommissionEntry {
        rights = List.copyOf(rights);
        members = List.copyOf(members);
        EnumSet<EntryMark> kept = EnumSet.noneOf(EntryMark.class);
        kept.addAll(marks);
        marks = Collections.unmodifiableSet(kept);
        problems = List.copyOf(problems);
    }

    /** HSA-id and how many members. */
    @Override
    public String toString() {
        return "CommissionEntry[" + hsaId + ", members=" + members.size() + "]";
    }
}
