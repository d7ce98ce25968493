package se.ehealthsdk.discharge;

import java.time.Duration;
import java.time.Instant;
import se.ehealthsdk.discharge.policy.RoleTable;

/**
 * What an event is held against before it is taken into a case.
 *
 * @param roles who may say what
 * @param now the time now, from the caller's clock
 * @param clockSkew how far ahead of {@code now} an event's times may be, since clocks differ
 */
public record Acceptance(RoleTable roles, Instant now, Duration clockSkew) {

    /** The general role table, and clocks that differ by five minutes at most. */
    public static Acceptance at(Instant now) {
        return new Acceptance(RoleTable.GENERAL, now, Duration.ofMinutes(5));
    }
}
