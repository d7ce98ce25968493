package se.ehealthsdk.discharge.sip;

import java.time.Instant;

/**
 * The meeting where the plan is drawn up.
 *
 * @param at when
 * @param place where, or by what means; may be blank
 */
public record Meeting(Instant at, String place) {

    /** When. */
    @Override
    public String toString() {
        return "Meeting[" + at + "]";
    }
}
