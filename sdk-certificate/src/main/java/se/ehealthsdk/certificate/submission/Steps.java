package se.ehealthsdk.certificate.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.submission.Submission.Draft;
import se.ehealthsdk.certificate.submission.Submission.Problem;
import se.ehealthsdk.certificate.submission.Submission.Revocation;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Takes a submission as far as it goes now: saves that a call is about to be made, makes it, saves what came of it.
 * Every call can be made twice, so a crash between any two of these costs one more call and nothing else.
 *
 * @param services the calls
 * @param store remembers
 * @param clock tells when something is due
 * @param pauses between attempts
 */
record Steps(Services services, SubmissionStore store, Clock clock, Pauses pauses) {

    /** How many answers that do not tell are enough to give up. */
    private static final int UNCLEAR_ANSWERS = 10;

    /**
     * How long after the last attempt to register a certificate a service that does not know it will never know it: a
     * call has long been over by then.
     */
    private static final Duration IN_FLIGHT = Duration.ofHours(1);

    /** How the service says that it does not know a certificate. */
    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)does not exist|not found|unknown|finns inte");

    /** @return the submission as it is saved then, by this or by someone else */
    Submission advance(Submission from) {
        Submission now = from;
        while (!now.isFinished()) {
            Submission attempt = attempt(now);
            if (!save(attempt)) {
                return saved(now);
            }
            Submission next = call(attempt);
            if (!save(next)) {
                return saved(now);
            }
            if (next.state() == attempt.state()) {
                return next;
            }
            now = next;
        }
        return now;
    }

    boolean save(Submission submission) {
        return store.save(SubmissionForm.write(submission));
    }

    private Submission saved(Submission submission) {
        return SubmissionForm.read(store.find(submission.certificateId()).orElseThrow());
    }

    /** What is saved before a call; whoever resumes leaves it alone until the pause is over. */
    private Submission attempt(Submission before) {
        Draft attempt = before.next();
        attempt.attempts++;
        attempt.nextAttempt = clock.instant().plus(pauses.after(attempt.attempts));
        if (before.state() == SubmissionState.REGISTERING) {
            attempt.lastRegistering = clock.instant();
        }
        return attempt.made();
    }

    private Submission call(Submission submission) {
        return switch (submission.state()) {
            case REGISTERING -> register(submission);
            case REGISTERED -> send(submission, submission.recipient().orElseThrow());
            case REVOKING -> revoke(submission, submission.revocation().orElseThrow());
            case SENT, REVOKED, WITHDRAWN, REFUSED ->
                    throw new IllegalStateException(submission + " is finished");
        };
    }

    private Submission register(Submission submission) {
        Answer answer =
                ask(() -> services.register(submission.certificate(), submission.answerTo()));
        if (answer.isDone()) {
            return registered(submission);
        }
        return notDone(submission, answer);
    }

    private Submission registered(Submission submission) {
        Draft next = submission.next().in(SubmissionState.REGISTERED);
        next.registered = true;
        if (submission.recipient().isPresent()) {
            next.nextAttempt = clock.instant();
        }
        return next.made();
    }

    private Submission send(Submission submission, Part recipient) {
        Answer answer =
                ask(() -> services.send(submission.certificate(), patient(submission), recipient));
        if (answer.isDone()) {
            Draft next = submission.next().in(SubmissionState.SENT);
            next.problem = answer.notice();
            return next.made();
        }
        return notDone(submission, answer);
    }

    private Submission revoke(Submission submission, Revocation revocation) {
        Answer answer =
                ask(
                        () ->
                                services.revoke(
                                        submission.certificate(),
                                        patient(submission),
                                        revocation.by(),
                                        revocation.why()));
        if (answer.isDone()) {
            return submission.next().in(SubmissionState.REVOKED).made();
        }
        if (answer.is(ServiceOutcome.Kind.NOT_YET) && neverRegistered(submission)) {
            Draft next = submission.next();
            next.unclear++;
            if (answer.saysUnknown() || next.unclear >= UNCLEAR_ANSWERS) {
                return next.in(SubmissionState.WITHDRAWN).made();
            }
            next.problem = answer.problem();
            return next.made();
        }
        return notDone(submission, answer);
    }

    private boolean neverRegistered(Submission submission) {
        Instant overBefore = clock.instant().minus(IN_FLIGHT);
        return !submission.isRegistered()
                && submission.lastRegistering().filter(overBefore::isBefore).isEmpty();
    }

    static PersonId patient(Submission submission) {
        return submission.certificate().patient().personId().orElseThrow();
    }

    private Submission notDone(Submission submission, Answer answer) {
        if (answer.saysRevoked()) {
            return submission.next().in(SubmissionState.REVOKED).made();
        }
        Draft next = submission.next();
        next.problem = answer.problem();
        if (answer.isUnclear()) {
            next.unclear++;
        }
        if (answer.is(ServiceOutcome.Kind.REFUSED)
                || answer.isInput()
                || next.unclear >= UNCLEAR_ANSWERS) {
            next.state = SubmissionState.REFUSED;
            next.nextAttempt = null;
        }
        return next.made();
    }

    private static Answer ask(Supplier<ServiceOutcome> call) {
        try {
            return new Answer(call.get(), null);
        } catch (EHealthException failure) {
            return new Answer(null, failure);
        }
    }

    /** What came of a call: an answer, or a failure that left it open. */
    private record Answer(@Nullable ServiceOutcome outcome, @Nullable EHealthException failure) {

        boolean isDone() {
            return outcome != null && outcome.isDone();
        }

        boolean is(ServiceOutcome.Kind kind) {
            return outcome != null && outcome.kind() == kind;
        }

        /** In so many words: failures inside the service bear the same error id. */
        boolean saysUnknown() {
            return outcome != null
                    && outcome.result().text().filter(UNKNOWN.asPredicate()).isPresent();
        }

        /** Not only that it failed: the service itself answered, and the answer does not tell. */
        boolean isUnclear() {
            return is(ServiceOutcome.Kind.UNCLEAR)
                    || failure instanceof ServiceFaultException
                    || failure instanceof ProtocolException;
        }

        /** Nothing was sent, and never can be. */
        boolean isInput() {
            return failure instanceof InvalidInputException;
        }

        boolean saysRevoked() {
            return outcome != null
                    && outcome.kind() == ServiceOutcome.Kind.REFUSED
                    && (outcome.result().code().equals(Result.INFO)
                            || outcome.result().errorId().equals(Optional.of(Result.REVOKED)));
        }

        @Nullable Problem notice() {
            return is(ServiceOutcome.Kind.DONE_WITH_NOTICE) ? problem() : null;
        }

        Problem problem() {
            if (outcome != null) {
                return new Problem(outcome.meaning(), outcome.textToShow());
            }
            return new Problem(failure == null ? "" : failure.toString(), Optional.empty());
        }
    }
}
