package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.ServerSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;

/**
 * Where the library's pool gets its connections: from the first server that is up, or from each in turn. The
 * library's own sets try a server that is known to be down before the others at each connection, or forget which was
 * the first, and go on to the next server after a refused bind.
 */
final class Servers extends ServerSet {

    private final Settings settings;
    private final List<Server> all;
    private final Connector connector;
    private final AtomicInteger turn = new AtomicInteger();

    /** Whether the thread opens a connection for a caller, and not in the background. */
    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);

    private volatile boolean refused;

    Servers(Settings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
        List<Server> ranked = new ArrayList<>();
        for (Endpoint each : settings.endpoints()) {
            ranked.add(new Server(each, ranked.size()));
        }
        this.all = List.copyOf(ranked);
    }

    List<Server> all() {
        return all;
    }

    /** Whether the last bind was refused: in the background none is tried then, which could lock the account. */
    boolean isRefused() {
        return refused;
    }

    /** A connection that a caller waits for. */
    LDAPConnection onRequest(Opening opening) throws LDAPException {
        asked.set(true);
        try {
            return opening.open();
        } finally {
            asked.remove();
        }
    }

    /** A way to a connection through the pool. */
    interface Opening {
        LDAPConnection open() throws LDAPException;
    }

    /** Whether there is no reason to have a connection to a better server. */
    boolean isFirstChoice(Server server) {
        return settings.roundRobin()
                || all.stream().noneMatch(each -> each.rank() < server.rank() && !each.isDown());
    }

    @Override
    public LDAPConnection getConnection() throws LDAPException {
        List<EHealthException> failures = new ArrayList<>();
        if (refused && !asked.get()) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "the bind was refused");
        }
        for (Server server : inTurn()) {
            try {
                return open(server).ldap();
            } catch (ConfigurationException e) {
                // tried at the next server too, a wrong password locks the account
                throw e;
            } catch (EHealthException e) {
                if (isInterrupted(e)) {
                    throw e;
                }
                failures.add(e);
            }
        }
        throw new LDAPException(ResultCode.CONNECT_ERROR, "no server", none(failures));
    }

    @Override
    public LDAPConnection getConnection(@Nullable LDAPConnectionPoolHealthCheck unused)
            throws LDAPException {
        return getConnection();
    }

    private List<Server> inTurn() {
        List<Server> order = new ArrayList<>(all);
        if (settings.roundRobin()) {
            Collections.rotate(order, -Math.floorMod(turn.getAndIncrement(), order.size()));
        }
        // the sort is stable
        order.sort((a, b) -> Boolean.compare(a.isDown(), b.isDown()));
        return order;
    }

    /**
     * A connection to one server, whose state it notes.
     *
     * @throws EHealthException if there is none
     */
    Link open(Server server) {
        try {
            Link link = connector.open(server);
            refused = false;
            server.isUp();
            return link;
        } catch (EHealthException e) {
            if (!isInterrupted(e) && !connector.isClosed()) {
                server.failed(e, settings.clock());
                refused = e instanceof ConfigurationException;
            }
            throw e;
        }
    }

    private static boolean isInterrupted(EHealthException e) {
        return e instanceof ConnectionException c && c.stage() == Stage.INTERRUPTED;
    }

    /** What to tell when no server of several will do. */
    private static EHealthException none(List<EHealthException> failures) {
        EHealthException first = failures.get(0);
        if (failures.size() == 1 || !(first instanceof ConnectionException connection)) {
            return first;
        }
        ConnectionException all =
                new ConnectionException(
                        connection.stage(),
                        connection.outcome(),
                        "No directory server can be used: "
                                + failures.stream()
                                        .map(EHealthException::getMessage)
                                        .collect(Collectors.joining("; ")),
                        failures.stream()
                                .map(EHealthException::remedy)
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        null,
                        connection);
        failures.stream().skip(1).forEach(all::addSuppressed);
        return all;
    }

    /** Is in the name of the thread that checks connections. */
    @Override
    public void toString(StringBuilder buffer) {
        buffer.append("ehealth-ldap");
    }
}
