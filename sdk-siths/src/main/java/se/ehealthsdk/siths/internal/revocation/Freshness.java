package se.ehealthsdk.siths.internal.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what an issuer said is still of use (RFC 6960 section 4.2.2.1, RFC 5280 section 5.1.2). */
record Freshness(Clock clock, Duration skew, Duration maxAge) {

    private static final String CLOCK =
            "Check this machine's clock. If it is right, report to the certificate authority's support.";

    /**
     * Until when it may be used.
     *
     * @param thisUpdate as of when it was true
     * @param nextUpdate when the next one comes; null when it does not say
     * @throws UnusableException when it is too old, or not yet of use
     */
    Instant until(Instant thisUpdate, @Nullable Instant nextUpdate) throws UnusableException {
        Instant now = clock.instant();
        if (thisUpdate.isAfter(now.plus(skew))) {
            throw new UnusableException("is from the future (" + thisUpdate + ")", CLOCK);
        }
        if (nextUpdate != null && nextUpdate.isBefore(thisUpdate)) {
            throw new UnusableException("ends before it begins", CLOCK);
        }
        Instant until = nextUpdate == null ? thisUpdate.plus(maxAge) : nextUpdate;
        if (until.isBefore(now.minus(skew))) {
            throw new UnusableException(
                    nextUpdate == null
                            ? "is too old (" + thisUpdate + "), and does not say how long it holds"
                            : "is stale: it held until " + nextUpdate,
                    CLOCK);
        }
        return until;
    }
}
