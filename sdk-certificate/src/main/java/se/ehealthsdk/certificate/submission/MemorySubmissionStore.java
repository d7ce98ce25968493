package se.ehealthsdk.certificate.submission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers submissions as long as the process lives: for tests. Safe for use by many threads. */
public final class MemorySubmissionStore implements SubmissionStore {

    private final Map<String, StoredSubmission> submissions = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredSubmission> find(String certificateId) {
        return Optional.ofNullable(submissions.get(certificateId));
    }

    @Override
    public boolean save(StoredSubmission submission) {
        StoredSubmission kept =
                submissions.compute(
                        submission.certificateId(),
                        (id, before) -> {
                            long version = before == null ? 0 : before.version();
                            return version == submission.version() - 1 ? submission : before;
                        });
        return kept == submission;
    }

    @Override
    public List<StoredSubmission> due(Instant until, int max) {
        return submissions.values().stream()
                .filter(each -> each.due().filter(due -> !due.isAfter(until)).isPresent())
                .sorted(
                        Comparator.<StoredSubmission, Instant>comparing(
                                        each -> each.due().orElseThrow())
                                .thenComparing(StoredSubmission::certificateId))
                .limit(max)
                .toList();
    }
}
