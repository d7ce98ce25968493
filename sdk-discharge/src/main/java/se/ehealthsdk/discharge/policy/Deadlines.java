package se.ehealthsdk.discharge.policy;

import java.time.Duration;

/**
 * How long the parties have.
 *
 * @param admissionNotice from admission, or from when the need was judged, to the admission notice
 * @param sipCallDays days from the ready notice to the call to SIP
 * @param sipCallMovesToWorkday whether a last day on a weekend or public holiday moves to the next working day (lag
 *     1930:173), which is not settled
 */
public record Deadlines(Duration admissionNotice, int sipCallDays, boolean sipCallMovesToWorkday) {}
