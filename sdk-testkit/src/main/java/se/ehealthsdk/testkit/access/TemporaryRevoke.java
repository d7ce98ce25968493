package se.ehealthsdk.testkit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A block that is lifted for some, for a time (tillfällig hävning).
 *
 * @param blockId the block
 * @param end until when, that time included
 * @param careUnit for whom: those at this care unit
 * @param employee and of them only this one; empty for all
 */
public record TemporaryRevoke(
        String blockId, Instant end, HsaId careUnit, Optional<HsaId> employee) {

    /** For everybody at a care unit. */
    public static TemporaryRevoke of(Block block, HsaId careUnit, Instant end) {
        return new TemporaryRevoke(block.id(), end, careUnit, Optional.empty());
    }

    /** The same, for one employee only. */
    public TemporaryRevoke onlyFor(HsaId one) {
        return new TemporaryRevoke(blockId, end, careUnit, Optional.of(one));
    }

    boolean lifts(Block block, AccessingActor actor, Instant now) {
        return blockId.equals(block.id())
                && !now.isAfter(end)
                && careUnit.equals(actor.careUnit())
                && employee.filter(one -> !one.equals(actor.employee())).isEmpty();
    }
}
