package se.ehealthsdk.certificate.submission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.ehealthsdk.certificate.Sample;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.signature.DocumentSigner;

/** A platform, a store that can die, and a clock that stands still until it is moved. */
final class World {

    static final PersonId PATIENT = Sample.PATIENT;

    final FakePlatform platform = new FakePlatform();
    final MemorySubmissionStore saved = new MemorySubmissionStore();
    final AtomicInteger signatures = new AtomicInteger();
    Instant now = Sample.TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    Runnable beforeSave = () -> {};
    Runnable afterSave = () -> {};

    /** No two signatures are alike. */
    final DocumentSigner signer =
            document -> {
                String text = new String(document, StandardCharsets.UTF_8);
                String signature =
                        "<x:underskrift xmlns:x=\"urn:riv:clinicalprocess:healthcond:certificate:3.2\">"
                                + "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                                + signatures.incrementAndGet()
                                + "</ds:Signature></x:underskrift>";
                int end = text.lastIndexOf("</", text.lastIndexOf("intyg>"));
                return (text.substring(0, end) + signature + text.substring(end))
                        .getBytes(StandardCharsets.UTF_8);
            };

    final Clock clock =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };

    private final SubmissionStore store =
            new SubmissionStore() {
                @Override
                public Optional<StoredSubmission> find(String certificateId) {
                    return saved.find(certificateId);
                }

                @Override
                public boolean save(StoredSubmission submission) {
                    beforeSave.run();
                    boolean done = saved.save(submission);
                    afterSave.run();
                    return done;
                }

                @Override
                public List<StoredSubmission> due(Instant until, int max) {
                    return saved.due(until, max);
                }
            };

    /** A node: a process that can die and be started again. */
    Submissions node() {
        return new Submissions(platform, store, clock, Pauses.DEFAULT, signer);
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Starts a new node, with all well, and lets it work for some days. */
    void recover() {
        platform.line = (call, effect) -> effect.get();
        beforeSave = () -> {};
        afterSave = () -> {};
        for (int i = 0; i < 100; i++) {
            wait(Duration.ofMinutes(61));
            node().resume();
        }
    }
}
