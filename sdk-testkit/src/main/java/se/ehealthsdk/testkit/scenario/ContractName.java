package se.ehealthsdk.testkit.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;

/** A contract as people write it: its namespace, {@code StoreLog:2}, or {@code StoreLog} for any version. */
final class ContractName {

    private static final Pattern NAMESPACE = Pattern.compile(".*:(\\w+)Responder:(\\d+)");

    private final String written;

    private ContractName(String written) {
        this.written = written.toLowerCase(Locale.ROOT);
    }

    static ContractName of(String written) {
        return new ContractName(written);
    }

    boolean fits(String namespace) {
        String lower = namespace.toLowerCase(Locale.ROOT);
        String brief = brief(namespace).toLowerCase(Locale.ROOT);
        return lower.equals(written) || brief.equals(written) || brief.startsWith(written + ":");
    }

    /** {@code StoreLog:2} for its namespace; what is no namespace of a contract as it is. */
    static String brief(String namespace) {
        Matcher parts = NAMESPACE.matcher(namespace);
        return parts.matches() ? parts.group(1) + ":" + parts.group(2) : namespace;
    }

    /**
     * The one that is meant.
     *
     * @throws InvalidInputException if none is, or several are
     */
    static String resolve(String written, Collection<String> namespaces) {
        ContractName name = of(written);
        var fitting = namespaces.stream().filter(name::fits).sorted().toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new InvalidInputException(
                "contract",
                fitting.isEmpty()
                        ? "\"" + written + "\" is answered by no service here"
                        : "\"" + written + "\" is several contracts",
                "one of "
                        + (fitting.isEmpty() ? namespaces : fitting)
                                .stream()
                                        .map(ContractName::brief)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }
}
