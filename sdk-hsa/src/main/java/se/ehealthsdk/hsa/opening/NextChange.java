package se.ehealthsdk.hsa.opening;

import java.time.Instant;
import java.util.Optional;

/**
 * When something opens or closes next.
 *
 * @param known whether that can be told. It cannot where no hours are given, or hours that cannot be read would have to
 *     be asked
 * @param moment when; empty if it is not known, or does not happen within {@link OpeningSchedule#LOOK_AHEAD_DAYS}
 */
public record NextChange(boolean known, Optional<Instant> moment) {

    static final NextChange UNKNOWN = new NextChange(false, Optional.empty());
    static final NextChange NONE = new NextChange(true, Optional.empty());

    static NextChange at(Instant moment) {
        return new NextChange(true, Optional.of(moment));
    }
}
