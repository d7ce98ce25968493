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

    static Unsettled of(PolicyValues values) {
        return new Unsettled(
                values.flag("unsettled.dischargeDayIsLiable"),
                values.flag("unsettled.leaveDaysAreLiable"),
                values.flag("unsettled.partlyAvailableDayIsLiable"),
                values.flag("unsettled.unassessedSipBlocks"));
    }
}
