package se.ehealthsdk.discharge.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the parties have. Where the Act says "as soon as possible" and no agreement says more, there is no limit and
 * the value is empty: the duty is then met or open, never late.
 *
 * @param admissionNotice from admission, or from when the need was judged, to the admission notice
 * @param estimateChange from when the estimate changed until it is told
 * @param passedEstimateIsChange whether a patient who is still admitted, and not ready, after the estimated day has a
 *     changed estimate that has to be told
 * @param planningStart from when a unit got the admission notice until its planning has begun
 * @param readyNotice from when the patient was judged ready until the ready notice is sent
 * @param sipCallDays days from the day when the ready notice was given to the last day for the call to SIP
 * @param sipCallMovesToWorkday whether a last day on a weekend or public holiday moves to the next working day (lag
 *     1930:173), which is not settled
 * @param acknowledgement from when a message was sent until someone at the recipient has read it
 */
public record Deadlines(
        Duration admissionNotice,
        Optional<Duration> estimateChange,
        boolean passedEstimateIsChange,
        Optional<Duration> planningStart,
        Optional<Duration> readyNotice,
        int sipCallDays,
        boolean sipCallMovesToWorkday,
        Optional<Duration> acknowledgement) {

    static Deadlines of(PolicyValues values) {
        return new Deadlines(
                values.duration("admissionNotice"),
                values.optionalDuration("estimateChange"),
                values.flag("passedEstimateIsChange"),
                values.optionalDuration("planningStart"),
                values.optionalDuration("readyNotice"),
                values.integer("sipCallDays"),
                values.flag("sipCallMovesToWorkday"),
                values.optionalDuration("acknowledgement"));
    }
}
