package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths that the JDK has accepted a short while ago, byte for byte the same, with what was found of them for a
 * purpose: it need not be looked for again at every call of the same system or user. Validity and revocation are
 * judged each time. Thread-safe.
 */
final class AcceptedPaths {

    /** A path takes some ten kilobytes. */
    private static final int MOST = 1_000;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Question(List<X509Certificate> path, Purpose purpose) {}

    private record Answer(TimelessChecks checks, Instant until) {}

    private final Map<Question, Answer> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
                    return size() > MOST;
                }
            };

    /** What was found; null when the path was not accepted lately. */
    @Nullable TimelessChecks find(CertificationPath path, Purpose purpose, Instant now) {
        Answer answer;
        synchronized (answers) {
            answer = answers.get(new Question(path.whole(), purpose));
        }
        return answer != null && now.isBefore(answer.until()) ? answer.checks() : null;
    }

    void add(CertificationPath path, Purpose purpose, TimelessChecks checks, Instant now) {
        synchronized (answers) {
            answers.put(
                    new Question(List.copyOf(path.whole()), purpose),
                    new Answer(checks, now.plus(KEPT)));
        }
    }
}
