package se.ehealthsdk.certificate.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.CertificateClient;
import se.ehealthsdk.certificate.MessageToRecipient;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.submission.Submission.Draft;
import se.ehealthsdk.certificate.submission.Submission.Revocation;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.signature.DocumentSigner;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * Submits certificates: signs, registers, sends to the recipient, and goes on where it was after a crash.
 *
 * <pre>{@code
 * Submissions submissions = Submissions.builder(certificates, store).signer(signer).build();
 *
 * Submission sent = submissions.submit(intyg);        // to the recipient of its type
 * submissions.resume();                               // now and then, on any node
 * submissions.revoke(sent.certificateId(), doctor, Optional.of("Fel patient"));
 * }</pre>
 *
 * <p><b>What is kept.</b> Before each call the store has what is to be done, after it what came of it. Whatever happens
 * in between, {@link #resume()} makes the call again; the services see by the certificate's id that it is the same, so
 * nothing is lost and nothing is done twice. Call {@link #resume()} every minute or so, on as many nodes as there are:
 * a save that another node was ahead of is not made.
 *
 * <p><b>What is returned</b> is the submission as it is saved then. A service that cannot be reached, or answers that
 * it cannot do it now, leaves it unfinished, with the {@linkplain Submission#problem() problem} in it; a service that
 * refuses leaves it {@link SubmissionState#REFUSED}. Neither is an exception. What is wrong with the certificate itself
 * is one, before anything is saved or sent.
 *
 * <p><b>Recipients.</b> Types for Försäkringskassan, Transportstyrelsen and so on go to the recipient of their type;
 * death certificates (DB) to Skatteverket and causes of death (DOI) to Socialstyrelsen, at once. Certificates for
 * employers (AG7804, AG1-14) have none: they are registered, and the patient hands them over. {@link #register} sends
 * none of them: the patient may send it later.
 *
 * <p>Immutable, safe for use by many threads. Has no threads of its own.
 */
public final class Submissions {

    private static final int BATCH = 100;

    /** How often another node can be first; a store that says so for ever gives out old data. */
    private static final int RACES = 100;

    /** Later than all else, and within what databases can hold. */
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final Services services;
    private final SubmissionStore store;
    private final Clock clock;
    private final Steps steps;
    private final @Nullable DocumentSigner signer;

    Submissions(
            Services services,
            SubmissionStore store,
            Clock clock,
            Pauses pauses,
            @Nullable DocumentSigner signer) {
        this.services = services;
        this.store = store;
        this.clock = clock;
        this.steps = new Steps(services, store, clock, pauses);
        this.signer = signer;
    }

    /**
     * Starts with what is needed.
     *
     * @param client makes the calls; what it checks is checked when a certificate is given
     * @param store remembers
     */
    public static Builder builder(CertificateClient client, SubmissionStore store) {
        return new Builder(client, store);
    }

    // ---- submitting

    /**
     * Registers a certificate and sends it to the recipient of its type; to nobody if the type has none.
     *
     * <p>Idempotent: the same certificate given again goes on where it was. One without time of signature gets it here,
     * and where there is a signer one without signature is signed.
     *
     * @throws se.ehealthsdk.certificate.check.FindingsException if the check has an error finding
     * @throws InvalidInputException if the recipient of its type is not known, the patient's number cannot be used, or
     *     its id belongs to another certificate in the store
     */
    public Submission submit(Intyg certificate) {
        return start(certificate, recipientOf(certificate), Optional.empty());
    }

    private static Optional<Part> recipientOf(Intyg certificate) {
        if (!TypeRecipients.knows(certificate.type())) {
            throw new InvalidInputException(
                    "certificate.type",
                    "has no recipient that is known here",
                    "submit(certificate, recipient) or register(certificate)");
        }
        return TypeRecipients.of(certificate.type());
    }

    /**
     * As {@link #submit(Intyg)}, to a recipient of the caller's choice.
     *
     * @throws InvalidInputException as well if the type is one that does not go there
     */
    public Submission submit(Intyg certificate, Part recipient) {
        Optional<Part> ofType = TypeRecipients.of(certificate.type());
        if (TypeRecipients.knows(certificate.type()) && !ofType.equals(Optional.of(recipient))) {
            throw new InvalidInputException(
                    "recipient",
                    "is not the one that certificates of this type go to",
                    ofType.map(Part::code).orElse("none: register(certificate)"));
        }
        return start(certificate, Optional.of(recipient), Optional.empty());
    }

    /** As {@link #submit(Intyg)}, but it is sent to nobody. */
    public Submission register(Intyg certificate) {
        return start(certificate, Optional.empty(), Optional.empty());
    }

    /**
     * Submits a certificate that replaces an earlier one (ersätter), which holds until then.
     *
     * @param certificate the new one; gets the relation unless it has it
     * @param earlier the one that it replaces
     * @throws InvalidInputException as for {@link #submit(Intyg)}, or if the two are not of the same patient and type,
     *     or the new one has another relation, or cannot get one because it has been signed
     */
    public Submission replace(Intyg certificate, Intyg earlier) {
        return submit(related(certificate, Relation.REPLACES, earlier));
    }

    /**
     * Submits a certificate that renews an earlier one (förlänger): a new one for a time that follows. What is bound to
     * the time, such as periods and examinations, is to be asked again, not copied.
     *
     * @param certificate the new one; gets the relation unless it has it
     * @param earlier the one that it renews
     * @throws InvalidInputException as for {@link #replace}
     */
    public Submission renew(Intyg certificate, Intyg earlier) {
        return submit(related(certificate, Relation.RENEWS, earlier));
    }

    /**
     * Answers a recipient's request for completion with a completed certificate, which is sent to the recipient as the
     * answer. Where it cannot be completed, answer with a message instead, {@link MessageToRecipient#answer}.
     *
     * @param certificate the new one; gets the relation unless it has it
     * @param earlier the one that the request is about
     * @param question the request, the newest one where there are several
     * @throws InvalidInputException as for {@link #replace}, or if the request has no id
     */
    public Submission complement(Intyg certificate, Intyg earlier, MessageReference question) {
        if (question.messageId().isBlank()) {
            throw new InvalidInputException(
                    "question", "has no id", "the meddelande-id of the request for completion");
        }
        Intyg related = related(certificate, Relation.COMPLEMENTS, earlier);
        return start(related, recipientOf(related), Optional.of(question));
    }

    /**
     * As {@link #complement(Intyg, Intyg, MessageReference)}, with the request as it came.
     *
     * @param question the request for completion; of a reminder, the request that it reminds of
     * @throws InvalidInputException as well if it is no request for completion, or is about another certificate
     */
    public Submission complement(Intyg certificate, Intyg earlier, SendMessageToCare question) {
        if (!question.subject().equals(MessageSubject.COMPLETION) || question.isAnswer()) {
            throw new InvalidInputException(
                    "question", "is no request for completion", "a question with subject KOMPLT");
        }
        if (!question.certificate().extension().equals(earlier.id().extension())) {
            throw new InvalidInputException(
                    "question", "is about another certificate", "the earlier certificate");
        }
        return complement(
                certificate,
                earlier,
                new MessageReference(question.messageId(), question.referenceId()));
    }

    private static Intyg related(Intyg certificate, String relation, Intyg earlier) {
        if (certificate.certificateId().equalsIgnoreCase(earlier.certificateId())) {
            throw new InvalidInputException(
                    "certificate", "has the id of the earlier one", "an id of its own");
        }
        if (!certificate.patient().id().equals(earlier.patient().id())) {
            throw new InvalidInputException(
                    "certificate.patient", "is not that of the earlier one", "the same patient");
        }
        if (!certificate.type().equals(earlier.type())) {
            throw new InvalidInputException(
                    "certificate.type", "is not that of the earlier one", "the same type");
        }
        if (!certificate.relations().isEmpty()) {
            // the service keeps only the first
            Relation first = certificate.relations().get(0);
            if (first.type().code().equals(relation)
                    && first.certificate().extension().equals(earlier.id().extension())) {
                return certificate;
            }
            throw new InvalidInputException(
                    "certificate.relations", "begin with another relation", relation);
        }
        if (certificate.signature().isPresent()) {
            throw new InvalidInputException(
                    "certificate.relations",
                    "are empty in a certificate that has been signed",
                    "the relation " + relation + " in it before it is signed");
        }
        return certificate.toBuilder()
                .relation(
                        new Relation(
                                CodedValue.of(relation, Relation.CODE_SYSTEM),
                                earlier.id(),
                                List.of()))
                .build();
    }

    private Submission start(
            Intyg certificate, Optional<Part> recipient, Optional<MessageReference> answerTo) {
        identified(certificate);
        String given = digest(certificate, recipient, answerTo);
        Optional<Submission> before = find(certificate.certificateId());
        if (before.isPresent()) {
            return goOn(before.get(), given);
        }
        services.check(certificate);
        byte[] document = signed(certificate);
        Draft first = new Draft(sameAs(certificate, document), document, given);
        first.recipient = recipient.orElse(null);
        first.answerTo = answerTo.orElse(null);
        first.nextAttempt = clock.instant();
        Submission submission = first.made();
        return steps.save(submission)
                ? steps.advance(submission)
                : goOn(required(certificate.certificateId()), given);
    }

    private static void identified(Intyg certificate) {
        if (certificate.certificateId().isBlank()) {
            throw new InvalidInputException("certificate.id", "has no extension", "a GUID");
        }
        if (certificate
                .patient()
                .personId()
                .filter(each -> !(each instanceof Reservnummer))
                .isEmpty()) {
            throw new InvalidInputException(
                    "certificate.patient",
                    "has no personnummer and no samordningsnummer",
                    "one of them, twelve digits");
        }
    }

    private Submission goOn(Submission before, String given) {
        if (!before.given().equals(given)) {
            throw new InvalidInputException(
                    "certificate.id",
                    "is that of a certificate that was submitted before, with other content, another"
                            + " recipient or another question to answer",
                    "the very same certificate, or an id of its own");
        }
        return due(before) ? steps.advance(before) : before;
    }

    /** Whether nobody else is just about to make the call. */
    private boolean due(Submission submission) {
        Instant now = clock.instant();
        // later than any pause: the clock of some node was wrong
        Instant nonsense = now.plus(steps.pauses().longest());
        return submission
                .nextAttempt()
                .filter(at -> !at.isAfter(now) || at.isAfter(nonsense))
                .isPresent();
    }

    private byte[] signed(Intyg certificate) {
        if (certificate.signature().isPresent()) {
            return certificate.xml();
        }
        Intyg timed =
                certificate.signedAt().isPresent()
                        ? certificate
                        : certificate.toBuilder()
                                .signedAt(
                                        LocalDateTime.ofInstant(clock.instant(), SwedishTime.ZONE))
                                .build();
        return signer == null ? timed.xml() : signer.sign(timed.xml());
    }

    private static Intyg sameAs(Intyg given, byte[] document) {
        Intyg signed = Intyg.read(document);
        if (!signed.id().equals(given.id()) || !signed.answers().equals(given.answers())) {
            throw new IllegalStateException(
                    "The signer did not give the certificate " + given.certificateId() + " back");
        }
        return signed;
    }

    private static String digest(
            Intyg certificate, Optional<Part> recipient, Optional<MessageReference> answerTo) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(certificate.xml());
            digest.update((byte) 0);
            digest.update(recipient.map(Part::code).orElse("").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(
                    answerTo.map(MessageReference::messageId)
                            .orElse("")
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    // ---- afterwards

    /**
     * Revokes a certificate (makulerar), however far it has come: one that is being registered or sent is stopped, one
     * that has been sent is taken back from its recipients too. Goes on until the service has it, or has turned out
     * never to have had the certificate. Idempotent.
     *
     * @param certificateId of a submission in the store; for another certificate {@link CertificateClient#revoke}
     * @param by who revokes it; a doctor, or a dentist where dentists may issue it
     * @param why in free text, which recipients see
     * @throws InvalidInputException if there is no such submission
     */
    public Submission revoke(
            String certificateId, HealthcareProfessional by, Optional<String> why) {
        for (int i = 0; i < RACES; i++) {
            Submission now = required(certificateId);
            switch (now.state()) {
                case REVOKED, WITHDRAWN -> {
                    return now;
                }
                case REVOKING -> {
                    return due(now) ? steps.advance(now) : now;
                }
                case REGISTERING, REGISTERED, SENT, REFUSED -> {
                    Draft next = now.next().in(SubmissionState.REVOKING);
                    next.revocation = new Revocation(by, why);
                    next.nextAttempt = clock.instant();
                    Submission revoking = next.made();
                    if (steps.save(revoking)) {
                        return steps.advance(revoking);
                    }
                }
            }
        }
        throw outOfDate(certificateId);
    }

    /**
     * Takes a refused submission up again, when what stood in the way has been mended.
     *
     * @throws InvalidInputException if there is no such submission
     */
    public Submission tryAgain(String certificateId) {
        for (int i = 0; i < RACES; i++) {
            Submission now = required(certificateId);
            if (now.state() != SubmissionState.REFUSED) {
                return due(now) ? steps.advance(now) : now;
            }
            SubmissionState again =
                    now.revocation().isPresent()
                            ? SubmissionState.REVOKING
                            : now.isRegistered()
                                    ? SubmissionState.REGISTERED
                                    : SubmissionState.REGISTERING;
            Draft next = now.next().in(again);
            next.nextAttempt = clock.instant();
            Submission submission = next.made();
            if (steps.save(submission)) {
                return steps.advance(submission);
            }
        }
        throw outOfDate(certificateId);
    }

    private static IllegalStateException outOfDate(String certificateId) {
        return new IllegalStateException(
                "The store does not save submission "
                        + certificateId
                        + " and keeps giving out what others have saved over: it must be read where it"
                        + " is written, not from a copy");
    }

    /**
     * Sends a question or an answer about a certificate that was submitted here.
     *
     * @throws InvalidInputException if the certificate has not been sent to that recipient, or has been revoked, or the
     *     patient is another
     */
    public ServiceOutcome sendMessage(MessageToRecipient message) {
        Submission about = required(message.certificate().extension().orElse(""));
        if (about.state() != SubmissionState.SENT
                || !about.recipient().equals(Optional.of(message.recipient()))) {
            throw new InvalidInputException(
                    "certificate",
                    "has not been sent to " + message.recipient() + ", or has been revoked",
                    "a certificate that the recipient has");
        }
        if (!Steps.patient(about).equals(message.patient())) {
            throw new InvalidInputException(
                    "patient", "is not the patient of the certificate", "the same patient");
        }
        return services.sendMessage(message);
    }

    // ---- keeping on

    /**
     * Takes up all submissions that are due.
     *
     * @return those that were, as they are saved now
     * @throws RuntimeException what the store threw, or one submission, when all others have been taken up; the rest as
     *     suppressed ones
     */
    public List<Submission> resume() {
        List<Submission> resumed = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            // what failed before stays due, and must not fill the batch for ever
            int max = BATCH + failures.size();
            List<StoredSubmission> due = store.due(clock.instant(), max);
            more = false;
            for (StoredSubmission each : due) {
                if (seen.add(each.certificateId())) {
                    more = due.size() == max;
                    try {
                        resumed.add(steps.advance(SubmissionForm.read(each)));
                    } catch (RuntimeException failure) {
                        failures.add(failure);
                    }
                }
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return resumed;
    }

    /**
     * The submissions that are not finished, those first that have waited longest.
     *
     * @param max how many at most
     */
    public List<Submission> pending(int max) {
        return store.due(ALWAYS, max).stream().map(SubmissionForm::read).toList();
    }

    /** The submission of a certificate; empty if it was not submitted here. */
    public Optional<Submission> find(String certificateId) {
        return store.find(certificateId).map(SubmissionForm::read);
    }

    private Submission required(String certificateId) {
        return find(certificateId)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "certificate",
                                        "has not been submitted here",
                                        "the id of a certificate in the store"));
    }

    /** Builds {@link Submissions}. Not for use by more than one thread. */
    public static final class Builder {

        private final CertificateClient client;
        private final SubmissionStore store;
        private Clock clock = Clock.systemUTC();
        private Pauses pauses = Pauses.DEFAULT;
        private @Nullable DocumentSigner signer;

        private Builder(CertificateClient client, SubmissionStore store) {
            this.client = client;
            this.store = store;
        }

        /** Signs certificates that come without signature; none are signed unless set. */
        public Builder signer(DocumentSigner value) {
            this.signer = value;
            return this;
        }

        /** The clock that tells what is due; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * The pause after a first attempt, and the longest one; each is twice the one before. A minute and an hour unless
         * set.
         *
         * @throws InvalidInputException if the first is below a minute, which a call can take, or above the longest
         */
        public Builder pauses(Duration first, Duration longest) {
            this.pauses = new Pauses(first, longest);
            return this;
        }

        /** The submissions. */
        public Submissions build() {
            return new Submissions(Services.of(client), store, clock, pauses, signer);
        }
    }
}
