package se.ehealthsdk.discharge.policy;

/**
 * What payment liability depends on and neither the Act nor a published agreement settles: inference, all of it.
 *
 * @param dischargeDayIsLiable whether the day when the patient leaves is itself a liable day
 * @param leaveDaysAreLiable whether a whole day on leave is: the patient is still admitted
 * @param partlyAvailableDayIsLiable whether a day is when open care's measures were unavailable, or that was unclear, during a
 *     part of it only
 * @param unassessedSipBlocks whether there is no liability while nobody has judged if a SIP is needed and nobody has called to one
 */
public record Unsettled(
        boolean dischargeDayIsLiable,
        boolean leaveDaysAreLiable,
        boolean partlyAvailableDayIsLiable,
        boolean unassessedSipBlocks) {

    /**
     * When in doubt the municipality does not pay; but a day on leave is liable, since the Act makes no exception for it. The
     * discharge day is not: the means count a patient who leaves on the ready day as zero days.
     */
    public static final Unsettled CAUTIOUS = new Unsettled(false, true, false, true);
}
