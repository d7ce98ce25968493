package se.ehealthsdk.hsa.unitfile;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;

/**
 * A unit as the unit file has it: who it is, where it stands, and what it is in the structure of Patientdatalagen.
 *
 * <p>Source: {@code hsaUnit} of {@code FileGetHsaUnitsResponse}, namespace {@code urn:riv:hsa:HsaWsResponder:3}.
 *
 * @param hsaId its HSA-id
 * @param place where it stands in the tree
 * @param name its name
 * @param publicName the name to show to patients
 * @param orgNo organisation number as the file has it
 * @param careProvider whether it is a care provider (vårdgivare)
 * @param careUnit whether it is a care unit (vårdenhet)
 * @param responsibleProvider the care provider that answers for a care unit
 * @param members the units that belong to a care unit
 * @param careProviderArchived whether it has been put in the archive as a care provider
 * @param careUnitArchived whether it has been put in the archive as a care unit
 * @param archived whether it has been put in the archive as a unit
 * @param validity from when and until when it is in use
 * @param problems the values that could not be read
 */
public record UnitFileEntry(
        HsaId hsaId,
        DistinguishedName place,
        String name,
        Optional<String> publicName,
        Optional<String> orgNo,
        boolean careProvider,
        boolean careUnit,
        Optional<HsaId> responsibleProvider,
        List<HsaId> members,
        boolean careProviderArchived,
        boolean careUnitArchived,
        boolean archived,
        Validity validity,
        List<AttributeProblem> problems) {

    /** The name under which {@link UnitEntry#additional} tells of a care provider that is in the archive. */
    public static final String PROVIDER_ARCHIVED = "healthCareProviderIsArchived";

    /** The name under which {@link UnitEntry#additional} tells of a care unit that is in the archive. */
    public static final String CARE_UNIT_ARCHIVED = "healthCareUnitIsArchived";

    /** Copies the lists. */
    public UnitFileEntry {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }

    /**
     * The same as an entry of a directory, for an index or wherever entries are taken. What has been put in the
     * archive as a care provider or a care unit is none there any more; {@link UnitEntry#additional} tells that it
     * was. The file tells of no units that are fictitious or hidden.
     */
    public UnitEntry toUnitEntry() {
        return new UnitEntry(
                place,
                kind(place),
                Unit.builder(hsaId)
                        .name(name)
                        .publicName(publicName.orElse(name))
                        .validity(validity)
                        .build(),
                archived ? EnumSet.of(EntryMark.ARCHIVED) : Set.of(),
                orgNo,
                new CareRelations(
                        careProvider && !careProviderArchived,
                        careUnit && !careUnitArchived,
                        responsibleProvider,
                        members,
                        Optional.empty()),
                List.of(),
                Optional.empty(),
                additional(),
                problems);
    }

    private static EntryKind kind(DistinguishedName place) {
        return switch (place.ownType()) {
            case "o" -> EntryKind.ORGANISATION;
            case "cn" -> EntryKind.FUNCTION;
            default -> EntryKind.UNIT;
        };
    }

    private Map<String, List<String>> additional() {
        if (!careProviderArchived && !careUnitArchived) {
            return Map.of();
        }
        Map<String, List<String>> roles = new LinkedHashMap<>();
        if (careProviderArchived) {
            roles.put(PROVIDER_ARCHIVED, List.of("true"));
        }
        if (careUnitArchived) {
            roles.put(CARE_UNIT_ARCHIVED, List.of("true"));
        }
        return roles;
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "UnitFileEntry[" + hsaId + " " + name + "]";
    }
}
