package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the system for discharge coordination works.
 *
 * @param downSince when it stopped working; empty while it works
 */
public record SystemStatus(Optional<Instant> downSince) {

    /** It works. */
    public static final SystemStatus UP = new SystemStatus(Optional.empty());

    /** It has not worked since then. */
    public static SystemStatus downSince(Instant since) {
        return new SystemStatus(Optional.of(since));
    }
}
