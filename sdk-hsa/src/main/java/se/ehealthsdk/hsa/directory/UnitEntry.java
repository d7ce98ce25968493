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
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitSummary;

/**
 * An organisation, a unit or a function as it stands in a directory: what the contracts tell of it too, and
 * what only the directory has.
 *
 * <p>Source: HSA schema 5.x, as far as it is known ({@link se.ehealthsdk.hsa.schema}).
 *
 * @param name where it stands in the tree
 * @param kind what it stands for
 * @param unit what {@code GetUnit} tells of it
 * @param marks the marks on it
 * @param orgNo organisation number as the directory has it, {@code XXXXXX-XXXX}
 * @param care what it is in the structure of Patientdatalagen
 * @param workplaceCodes workplace codes (arbetsplatskod)
 * @param changed when it was last changed; empty if the directory does not tell
 * @param additional values of attributes that a region's schema adds, by the name that the schema gives them
 * @param problems the values that could not be read
 */
public record UnitEntry(
        DistinguishedName name,
        EntryKind kind,
        Unit unit,
        Set<EntryMark> marks,
        Optional<String> orgNo,
        CareRelations care,
        List<String> workplaceCodes,
        Optional<Instant> changed,
        Map<String, List<String>> additional,
        List<AttributeProblem> problems)
        implements DirectoryEntry {

    /** Copies the collections. */
    public UnitEntry {
        // most have neither
        marks =
                marks.isEmpty()
                        ? Collections.emptySet()
                        : Collections.unmodifiableSet(EnumSet.copyOf(marks));
        workplaceCodes = List.copyOf(workplaceCodes);
        additional =
                additional.isEmpty()
                        ? Collections.emptyMap()
                        : Collections.unmodifiableMap(new TreeMap<>(additional));
        problems = List.copyOf(problems);
    }

    /** Its HSA-id. */
    @Override
    public HsaId hsaId() {
        return unit.hsaId();
    }

    /** Who it is and whether it holds, as other answers name it. */
    public UnitSummary summary() {
        return new UnitSummary(
                unit.hsaId(),
                unit.name(),
                Optional.of(unit.publicName()),
                unit.validity(),
                unit.feigned(),
                marks.contains(EntryMark.ARCHIVED));
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "UnitEntry[" + unit.hsaId() + " " + unit.name() + "]";
    }
}
