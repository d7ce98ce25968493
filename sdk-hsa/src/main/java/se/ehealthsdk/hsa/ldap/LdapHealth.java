package se.ehealthsdk.hsa.ldap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the servers of a directory and the connections to them fare, for a system's own supervision.
 *
 * @param servers each server, in the order they were given in
 * @param free connections that are open and not in use
 * @param used connections in use; one for each search that is neither read to its end nor closed
 * @param maximum how many can be in use at a time
 */
public record LdapHealth(List<OfServer> servers, int free, int used, int maximum) {

    /**
     * How one server fares.
     *
     * @param server which
     * @param up false from a failure until it has been reached again
     * @param connections how many are open to it
     * @param failedAt when it last failed; empty if it has not
     * @param failure what it failed with, without personal data; empty if it has not
     */
    public record OfServer(
            LdapServer server,
            boolean up,
            int connections,
            Optional<Instant> failedAt,
            Optional<String> failure) {}

    /** Copies the list. */
    public LdapHealth {
        servers = List.copyOf(servers);
    }

    /** Whether a server is up. */
    public boolean isUp() {
        return servers.stream().anyMatch(OfServer::up);
    }
}
