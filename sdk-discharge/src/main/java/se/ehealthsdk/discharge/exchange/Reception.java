package se.ehealthsdk.discharge.exchange;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * How a message came.
 *
 * @param peer the system that sent it, proved by its certificate
 * @param recipients the units of this system that it is addressed to
 * @param receivedAt when it came, by this system's clock
 * @param transaction what is written on it is kept together with the acknowledgement; do not commit or close it. Empty
 *     when the inbox is not in a database
 */
public record Reception(
        HsaId peer, Set<HsaId> recipients, Instant receivedAt, Optional<Connection> transaction) {

    public Reception {
        recipients = Set.copyOf(recipients);
    }

    /** The system and the time. */
    @Override
    public String toString() {
        return "Reception[from " + peer + " at " + receivedAt + "]";
    }
}
