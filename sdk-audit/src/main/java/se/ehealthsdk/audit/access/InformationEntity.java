package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A piece of a patient's data that someone wants to see: whose it is, from where and from when.
 *
 * <p>Source: {@code InformationEntityType} of informationsecurity:authorization:blocking 4.0.
 *
 * @param careProvider the care provider that owns it
 * @param careUnit the care unit where it was documented
 * @param start the start of the time that it is about
 * @param end the end of that time; the same as the start for a moment
 * @param type its kind, needed only where a block can leave it open
 */
public record InformationEntity(
        HsaId careProvider,
        HsaId careUnit,
        Instant start,
        Instant end,
        Optional<InformationType> type) {

    /** Data of one moment. */
    public static InformationEntity at(HsaId careProvider, HsaId careUnit, Instant moment) {
        return between(careProvider, careUnit, moment, moment);
    }

    /** Data of a time. */
    public static InformationEntity between(
            HsaId careProvider, HsaId careUnit, Instant start, Instant end) {
        return new InformationEntity(careProvider, careUnit, start, end, Optional.empty());
    }

    /** The same data, of this kind. */
    public InformationEntity of(InformationType kind) {
        return new InformationEntity(careProvider, careUnit, start, end, Optional.of(kind));
    }
}
