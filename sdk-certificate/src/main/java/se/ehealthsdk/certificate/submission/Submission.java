package se.ehealthsdk.certificate.submission;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;

/** A certificate on its way, as it was saved last. Immutable. */
public final class Submission {

    /**
     * A wish to revoke a certificate.
     *
     * @param by who revokes it
     * @param why in free text, which recipients see
     */
    public record Revocation(HealthcareProfessional by, Optional<String> why) {

        /** Who, never why. */
        @Override
        public String toString() {
            return "Revocation[" + by + "]";
        }
    }

    /**
     * What stood in the way the last time.
     *
     * @param meaning in a sentence for a support desk; no personal data
     * @param textToShow what the service wants the user to see; may hold personal data
     */
    public record Problem(String meaning, Optional<String> textToShow) {

        /** The meaning, never the text. */
        @Override
        public String toString() {
            return meaning;
        }
    }

    private final Intyg certificate;
    private final byte[] document;
    private final String given;
    private final Optional<Part> recipient;
    private final Optional<MessageReference> answerTo;
    private final long version;
    private final SubmissionState state;
    private final boolean registered;
    private final int attempts;
    private final int unclear;
    private final Optional<Instant> lastRegistering;
    private final Optional<Instant> nextAttempt;
    private final Optional<Problem> problem;
    private final Optional<Revocation> revocation;

    Submission(Draft from) {
        this.certificate = from.certificate;
        this.document = from.document;
        this.given = from.given;
        this.recipient = Optional.ofNullable(from.recipient);
        this.answerTo = Optional.ofNullable(from.answerTo);
        this.version = from.version;
        this.state = from.state;
        this.registered = from.registered;
        this.attempts = from.attempts;
        this.unclear = from.unclear;
        this.lastRegistering = Optional.ofNullable(from.lastRegistering);
        this.nextAttempt = Optional.ofNullable(from.nextAttempt);
        this.problem = Optional.ofNullable(from.problem);
        this.revocation = Optional.ofNullable(from.revocation);
    }

    /** Id of the certificate, the extension of its {@code intygs-id}. */
    public String certificateId() {
        return certificate.certificateId();
    }

    /** The certificate as it is registered, signature included. */
    public Intyg certificate() {
        return certificate;
    }

    /** To whom it is sent; empty if it is only registered. */
    public Optional<Part> recipient() {
        return recipient;
    }

    /** The recipient's request for completion that it answers. */
    public Optional<MessageReference> answerTo() {
        return answerTo;
    }

    /** How far it has come. */
    public SubmissionState state() {
        return state;
    }

    /**
     * Whether nothing is left to be done. A refused one is finished as far as this library goes; someone has to look at
     * it.
     */
    public boolean isFinished() {
        return switch (state) {
            case REGISTERING, REVOKING -> false;
            case REGISTERED -> recipient.isEmpty();
            case SENT, REVOKED, WITHDRAWN, REFUSED -> true;
        };
    }

    /** How many calls have been made in this state. */
    public int attempts() {
        return attempts;
    }

    /** When {@link Submissions#resume()} takes it up again; empty if it is finished. */
    public Optional<Instant> nextAttempt() {
        return nextAttempt;
    }

    /** What stood in the way the last time; empty if nothing did. */
    public Optional<Problem> problem() {
        return problem;
    }

    /** Who wanted it revoked, and why. */
    public Optional<Revocation> revocation() {
        return revocation;
    }

    byte[] document() {
        return document;
    }

    /** A digest of what was given to {@code submit}, before it was signed. */
    String given() {
        return given;
    }

    long version() {
        return version;
    }

    /** Whether the service is known to have it. */
    boolean isRegistered() {
        return registered;
    }

    int unclear() {
        return unclear;
    }

    Optional<Instant> lastRegistering() {
        return lastRegistering;
    }

    /** What comes after this one. */
    Draft next() {
        Draft next = new Draft(certificate, document, given);
        next.recipient = recipient.orElse(null);
        next.answerTo = answerTo.orElse(null);
        next.version = version + 1;
        next.state = state;
        next.registered = registered;
        next.attempts = attempts;
        next.unclear = unclear;
        next.lastRegistering = lastRegistering.orElse(null);
        next.nextAttempt = nextAttempt.orElse(null);
        next.problem = problem.orElse(null);
        next.revocation = revocation.orElse(null);
        return next;
    }

    /** Certificate, state and what stood in the way; nothing of the patient. */
    @Override
    public String toString() {
        return "Submission["
                + certificateId()
                + ", "
                + state
                + recipient.map(each -> ", to " + each).orElse("")
                + problem.map(each -> ": " + each).orElse("")
                + "]";
    }

    /** A submission while it is put together. */
    static final class Draft {

        final Intyg certificate;
        final byte[] document;
        final String given;
        @Nullable Part recipient;
        @Nullable MessageReference answerTo;
        long version = 1;
        SubmissionState state = SubmissionState.REGISTERING;
        boolean registered;
        int attempts;
        int unclear;
        @Nullable Instant lastRegistering;
        @Nullable Instant nextAttempt;
        @Nullable Problem problem;
        @Nullable Revocation revocation;

        Draft(Intyg certificate, byte[] document, String given) {
            this.certificate = certificate;
            this.document = document;
            this.given = given;
        }

        /** In a new state, in which nothing has been tried. */
        Draft in(SubmissionState newState) {
            state = newState;
            attempts = 0;
            unclear = 0;
            nextAttempt = null;
            problem = null;
            return this;
        }

        Submission made() {
            return new Submission(this);
        }
    }
}
