package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that the JDK has accepted a short while ago, byte for byte the same: they need not be validated again at
 * every call of the same system. Validity and revocation are judged each time. Thread-safe.
 */
final class AcceptedPaths {

    /** A path takes some ten kilobytes. */
    private static final int MOST = 1_000;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<List<X509Certificate>, Instant> until =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<List<X509Certificate>, Instant> eldest) {
                    return size() > MOST;
                }
            };

    boolean contain(CertificationPath path, Instant now) {
        Instant end;
        synchronized (until) {
            end = until.get(path.whole());
        }
        return end != null && now.isBefore(end);
    }

    void add(CertificationPath path, Instant now) {
        synchronized (until) {
            until.put(List.copyOf(path.whole()), now.plus(KEPT));
        }
    }
}
