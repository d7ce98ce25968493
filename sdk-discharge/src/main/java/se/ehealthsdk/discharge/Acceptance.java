package se.ehealthsdk.discharge;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.policy.Gates;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.policy.RoleTable;

/**
 * What an event is held against before it is taken into a case.
 *
 * @param roles who may say what
 * @param now the time now, from the caller's clock
 * @param clockSkew how far ahead of {@code now} an event's times may be, since clocks differ; also how much two times that one
 *     event tells may differ the wrong way
 * @param beforeDischarge what of the home-ready checklist has to be in place before the discharge notice; empty when nothing
 *     waits for it
 */
public record Acceptance(
        RoleTable roles, Instant now, Duration clockSkew, Set<HomeReadyItem> beforeDischarge) {

    private static final Duration SKEW = Duration.ofMinutes(5);

    public Acceptance {
        beforeDischarge = Set.copyOf(beforeDischarge);
    }

    /** Nothing has to be in place before the discharge notice. */
    public Acceptance(RoleTable roles, Instant now, Duration clockSkew) {
        this(roles, now, clockSkew, Set.of());
    }

    /** The general role table, and clocks that differ by five minutes at most. */
    public static Acceptance at(Instant now) {
        return new Acceptance(RoleTable.GENERAL, now, SKEW);
    }

    /** A policy's role table and gate, and clocks that differ by five minutes at most. */
    public static Acceptance by(Policy policy, Instant now) {
        return new Acceptance(
                policy.roles(),
                now,
                SKEW,
                policy.gates().homeReadyChecklist() == Gates.Gate.HARD
                        ? policy.gates().homeReadyItems()
                        : Set.of());
    }
}
