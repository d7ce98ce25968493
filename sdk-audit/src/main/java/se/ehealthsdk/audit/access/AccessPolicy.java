package se.ehealthsdk.audit.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import se.ehealthsdk.audit.Purpose;

/**
 * What the law leaves to the care provider to decide. Start from {@link #DEFAULT}.
 *
 * @param blocksInEmergency what opens a block in an emergency
 * @param relationWithinCareProvider whether a registered patient relation is required for the care
 *     provider's own data too. By default not: patientdatalagen 4:1 asks that the user takes part in the
 *     patient's care or needs the data for the work, not that it is registered
 * @param purposesWithinCareProvider the commission purposes that open the care provider's own data. By
 *     default {@code Vård och behandling} alone. Other care providers' data are opened by that one only,
 *     whatever is said here
 */
public record AccessPolicy(
        BlocksInEmergency blocksInEmergency,
        boolean relationWithinCareProvider,
        Set<Purpose> purposesWithinCareProvider) {

    /** What opens a block in an emergency. */
    public enum BlocksInEmergency {
        /** Nothing: who has blocked the data lifts the block, or they stay blocked. */
        STAND,

        /** That the user says so, see {@link Emergency#DECLARED_OPENING_BLOCKS}. */
        OPEN_WHEN_SAID,

        /** The emergency itself. */
        OPEN
    }

    /** Blocks open when the user says so; the rest as the components say. */
    public static final AccessPolicy DEFAULT =
            new AccessPolicy(
                    BlocksInEmergency.OPEN_WHEN_SAID, false, Set.of(Purpose.CARE_AND_TREATMENT));

    public AccessPolicy {
        purposesWithinCareProvider = Set.copyOf(purposesWithinCareProvider);
    }

    /** The same, but no emergency opens a block. */
    public AccessPolicy blocksStandInEmergency() {
        return new AccessPolicy(
                BlocksInEmergency.STAND, relationWithinCareProvider, purposesWithinCareProvider);
    }

    /** The same, but every emergency opens blocks, though the patient has said no. */
    public AccessPolicy everyEmergencyOpensBlocksAtOwnRisk() {
        return new AccessPolicy(
                BlocksInEmergency.OPEN, relationWithinCareProvider, purposesWithinCareProvider);
    }

    /** The same, with a registered patient relation required for the care provider's own data too. */
    public AccessPolicy requiringRelationWithinCareProvider() {
        return new AccessPolicy(blocksInEmergency, true, purposesWithinCareProvider);
    }

    /** The same, with the care provider's own data open to commissions for these purposes too. */
    public AccessPolicy alsoOpeningOwnDataFor(Purpose... purposes) {
        Set<Purpose> all = new HashSet<>(purposesWithinCareProvider);
        all.addAll(Arrays.asList(purposes));
        return new AccessPolicy(blocksInEmergency, relationWithinCareProvider, all);
    }

    boolean opensBlocks(Emergency emergency) {
        return switch (blocksInEmergency) {
            case STAND -> false;
            case OPEN_WHEN_SAID -> emergency == Emergency.DECLARED_OPENING_BLOCKS;
            case OPEN -> emergency != Emergency.NONE;
        };
    }

    boolean opensOwnDataFor(String purpose) {
        return purposesWithinCareProvider.stream()
                .anyMatch(open -> open.value().equalsIgnoreCase(purpose.strip()));
    }
}
