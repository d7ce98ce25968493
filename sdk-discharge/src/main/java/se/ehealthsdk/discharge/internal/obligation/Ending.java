package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import se.ehealthsdk.discharge.obligation.Obligation;

/** From when a duty that is not done is no duty any more, and why. */
record Ending(Instant at, Obligation.Reason reason) {}
