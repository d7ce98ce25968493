package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;

/** What to tell when no server of several will do. */
final class Failover {

    private Failover() {}

    static EHealthException none(List<EHealthException> failures) {
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
}
