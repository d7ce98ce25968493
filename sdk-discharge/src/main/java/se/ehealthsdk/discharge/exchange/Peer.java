package se.ehealthsdk.discharge.exchange;

import java.net.URI;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A system that messages are exchanged with.
 *
 * @param system the HSA-id in its certificate (the function certificate's serialNumber), when it calls and when it is
 *     called
 * @param url where it receives messages, for example {@code https://sp.example.se/discharge-exchange/v1/messages}
 * @param units the units that it may speak for, and that messages to go to it
 */
public record Peer(HsaId system, URI url, Set<HsaId> units) {

    /**
     * @throws InvalidInputException when the address is not an absolute one of https, or there are no units
     */
    public Peer {
        units = Set.copyOf(units);
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new InvalidInputException(
                    "peer.url",
                    "is no https address",
                    "https://host/path, with the peer's own path");
        }
        if (units.isEmpty()) {
            throw new InvalidInputException(
                    "peer.units", "there are none", "the units that the peer speaks for");
        }
    }
}
