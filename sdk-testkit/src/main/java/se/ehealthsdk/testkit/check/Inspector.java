package se.ehealthsdk.testkit.check;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what comes to the stand-ins against the rules, and knows whether they are strict. One for all services of a
 * workspace. Safe for use by many threads.
 *
 * <p>A stand-in asks before it refuses:
 *
 * <pre>{@code
 * if (inspector.refuses(Rules.of("storelog.log-id.unique"), "Log/LogId")) {
 *     return validationError();
 * }
 * }</pre>
 */
public final class Inspector {

    /** The surface of the service platform. */
    public static final String PLATFORM = "platform";

    private final Clock clock;
    private final Findings findings = new Findings();
    private final ThreadLocal<@Nullable Inspection> current = new ThreadLocal<>();
    private volatile Strictness strictness = Strictness.STRICT;
    private volatile @Nullable OfficialSchemas schemas;

    /**
     * Strict.
     *
     * @param clock what rules about time go by
     */
    public Inspector(Clock clock) {
        this.clock = clock;
    }

    /** What is done with messages that break a rule; {@link Strictness#STRICT} unless set. */
    public void strictness(Strictness chosen) {
        strictness = chosen;
    }

    /** What is done with messages that break a rule. */
    public Strictness strictness() {
        return strictness;
    }

    /** What has been found, on all surfaces. */
    public Findings findings() {
        return findings;
    }

    /**
     * Holds messages against the official schemas in a folder too.
     *
     * @param folder of WSDL and XSD, a folder for each domain
     * @throws se.ehealthsdk.core.error.ConfigurationException if it is not there, holds no contract, or one that cannot be
     *     read; the message names the file
     */
    public void contracts(Path folder) {
        schemas = OfficialSchemas.in(folder);
    }

    /** The namespaces of the contracts that there are official schemas for; none without a folder. */
    public List<String> contracts() {
        OfficialSchemas given = schemas;
        return given == null ? List.of() : given.contracts();
    }

    boolean hasSchemas() {
        return schemas != null;
    }

    Optional<SchemaRun> schema(String namespace) {
        OfficialSchemas given = schemas;
        return given == null ? Optional.empty() : given.of(namespace).map(SchemaPool::take);
    }

    /** Strict again, and nothing found. */
    public void reset() {
        strictness = Strictness.STRICT;
        findings.clear();
    }

    /**
     * Reports that the request being answered on this thread breaks a rule for which the real service refuses it.
     *
     * @param path the way to the element, as {@code Log[2]/LogId}; a tail of the whole way will do
     * @param values what stands in the rule's sentence
     * @return whether it is to be refused: not in lenient mode
     */
    public boolean refuses(Rule rule, String path, Object... values) {
        report(rule, path, values);
        return strictness == Strictness.STRICT;
    }

    /**
     * Reports that the request being answered on this thread breaks a rule.
     *
     * @param path the way to the element; a tail of the whole way will do
     * @param values what stands in the rule's sentence
     */
    public void report(Rule rule, String path, Object... values) {
        Inspection open = current.get();
        if (open != null) {
            open.report(Part.REQUEST, path, rule, values);
        }
    }

    /**
     * Reports a finding of a surface that has a journal of its own.
     *
     * @param surface as {@code idp}
     */
    public void report(String surface, Rule rule, Part part, String path, Object... values) {
        findings.add(
                new Findings.Noted(
                        clock.instant(),
                        surface,
                        0,
                        new Finding(rule, part, 0, path, Rules.what(rule, values))));
    }

    /**
     * Begins with a call, on the thread that answers it.
     *
     * @param target path and query
     * @param headers the first value of each, names in any case
     * @param body the message, not changed meanwhile
     * @param certificate the client's
     * @return to be closed on the same thread
     */
    public Inspection open(
            String target,
            Map<String, String> headers,
            byte[] body,
            Optional<X509Certificate> certificate) {
        Inspection opened =
                new Inspection(this, clock.instant(), target, headers, body, certificate);
        current.set(opened);
        return opened;
    }

    void closed() {
        current.remove();
    }
}
