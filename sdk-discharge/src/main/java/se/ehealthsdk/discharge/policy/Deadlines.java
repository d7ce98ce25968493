package se.ehealthsdk.discharge.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.Admission;

/**
 * How long the parties have. Where the Act says "as soon as possible" and no agreement says more, there is no limit and
 * the value is empty: the duty is then met or open, never late.
 *
 * @param admissionNotice from admission, or from when the need was judged, to the admission notice
 * @param needJudgedLaterAfter from when after admission a need counts as judged only later in the stay
 * @param estimateChange from when the estimate changed until it is told
 * @param passedEstimateIsChange whether a patient who is still admitted, and not ready, after the estimated day has a
 *     changed estimate that has to be told
 * @param planningStart from when a unit got the admission notice until its planning has begun
 * @param readyNotice from when the patient was judged ready until the ready notice is sent
 * @param sipCallDays days from the day when the ready notice was given to the last day for the call to SIP
 * @param sipCallCountsFrom what "given" means of the ready notice
 * @param sipCallMovesToWorkday whether a last day on a weekend or public holiday moves to the next working day (lag
 *     1930:173), which is not settled
 * @param acknowledgement from when a message was sent until someone at the recipient has read it
 */
public record Deadlines(
        Duration admissionNotice,
        Duration needJudgedLaterAfter,
        Optional<Duration> estimateChange,
        boolean passedEstimateIsChange,
        Optional<Duration> planningStart,
        Optional<Duration> readyNotice,
        int sipCallDays,
        Given sipCallCountsFrom,
        boolean sipCallMovesToWorkday,
        Optional<Duration> acknowledgement) {

    static Deadlines of(PolicyValues values) {
        return new Deadlines(
                values.duration("admissionNotice"),
                values.duration("needJudgedLaterAfter"),
                values.optionalDuration("estimateChange"),
                values.flag("passedEstimateIsChange"),
                values.optionalDuration("planningStart"),
                values.optionalDuration("readyNotice"),
                values.integer("sipCallDays"),
                values.choice("sipCallCountsFrom", Given.class),
                values.flag("sipCallMovesToWorkday"),
                values.optionalDuration("acknowledgement"));
    }

    /** What it means that a notice was given (lämnad). */
    public enum Given {
        SENT,
        /** In the recipient's system; as {@link #SENT} while that is not known. */
        DELIVERED
    }

    /** Whether the need was judged only later in the stay; false while no need is judged. Source: 2 kap. 3 §. */
    public boolean isJudgedLater(Admission admission) {
        return admission
                .needJudgedAt()
                .filter(judged -> judged.isAfter(admission.admittedAt().plus(needJudgedLaterAfter)))
                .isPresent();
    }

    /** The last moment for the admission notice; empty while no need is judged. Source: 2 kap. 3 §. */
    public Optional<Instant> admissionNoticeDue(Admission admission) {
        return admission
                .needJudgedAt()
                .map(judged -> isJudgedLater(admission) ? judged : admission.admittedAt())
                .map(start -> start.plus(admissionNotice));
    }

    /**
     * The last day for the call to SIP, Swedish date. Source: 4 kap. 3 §.
     *
     * @param sent when the ready notice was sent
     * @param delivered when it reached the open care unit's system; empty when not known
     */
    public LocalDate sipCallDue(Instant sent, Optional<Instant> delivered) {
        Instant given = sipCallCountsFrom == Given.DELIVERED ? delivered.orElse(sent) : sent;
        LocalDate last = given.atZone(SwedishTime.ZONE).toLocalDate().plusDays(sipCallDays);
        return sipCallMovesToWorkday ? SwedishCalendar.workdayFrom(last) : last;
    }
}
