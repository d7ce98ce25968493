package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The call (kallelse) to the meeting where the plan is drawn up, by the fast vårdkontakt in open care.
 *
 * <p>Source: lag (2017:612) 4 kap. 3 §
 *
 * @param meetingAt when the meeting is; empty when it is agreed later
 * @param place where; may be blank
 * @param called units of region and municipality, who have to come
 * @param invited others who are asked to come, as school or relatives
 */
public record SipCall(
        Optional<Instant> meetingAt, String place, List<Participant> called, List<String> invited)
        implements Content {

    public SipCall {
        TimeRange.checkMoment("meetingAt", meetingAt);
        called = List.copyOf(called);
        invited = List.copyOf(invited);
    }

    /** A call of units, with nobody else invited. */
    public static SipCall to(Instant meetingAt, Participant... called) {
        return new SipCall(Optional.of(meetingAt), "", List.of(called), List.of());
    }

    /** When, and how many. */
    @Override
    public String toString() {
        return "SipCall["
                + meetingAt
                + ", called "
                + called.size()
                + ", invited "
                + invited.size()
                + "]";
    }

    @Override
    public String kind() {
        return "sipCall";
    }
}
