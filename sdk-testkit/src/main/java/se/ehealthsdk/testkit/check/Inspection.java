package se.ehealthsdk.testkit.check;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call being held against the rules. Not for use by more than one thread. */
public final class Inspection implements AutoCloseable {

    /** Findings of one message at most: a message that is wrong all through says so soon enough. */
    static final int MAX_FINDINGS = 100;

    private final Inspector inspector;
    private final Instant at;
    private final List<Finding> found = new ArrayList<>();

    Inspection(
            Inspector inspector,
            Instant at,
            String target,
            Map<String, String> headers,
            byte[] body,
            Optional<X509Certificate> certificate) {
        this.inspector = inspector;
        this.at = at;
    }

    /** Adds what the message itself breaks, before it is answered. */
    public void request() {}

    /** Adds what is wrong with the answer. */
    public void response(int status, byte[] body) {}

    /** What has been found so far. */
    public List<Finding> found() {
        return List.copyOf(found);
    }

    /** Gives all that was found, and counts it as of this exchange. */
    public List<Finding> foundIn(long exchange) {
        for (Finding each : found) {
            inspector.findings().add(new Findings.Noted(at, Inspector.PLATFORM, exchange, each));
        }
        return found();
    }

    void report(Part part, String path, Rule rule, Object... values) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Finding(rule, part, 0, path, Rules.what(rule, values)));
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        inspector.closed();
    }
}
