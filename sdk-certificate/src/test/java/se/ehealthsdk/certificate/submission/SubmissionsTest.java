package se.ehealthsdk.certificate.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.certificate.MessageToRecipient;
import se.ehealthsdk.certificate.Outcomes;
import se.ehealthsdk.certificate.Sample;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.PersonId;

class SubmissionsTest {

    private static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";
    private static final String OTHER = "6a2d1b63-4b6f-4c8f-8b53-1e7f3a5a8b21";
    private static final Intyg INTYG = Sample.igrav(ID);

    private final World world = new World();
    private final FakePlatform platform = world.platform;
    private final Submissions submissions = world.node();

    private void answering(String call, Result result) {
        platform.line = (made, effect) -> made.equals(call) ? outcome(made, result) : effect.get();
    }

    private static ServiceOutcome outcome(String call, Result result) {
        return switch (call) {
            case "register" -> Outcomes.register(result);
            case "send" -> Outcomes.send(result);
            case "revoke" -> Outcomes.revoke(result);
            default -> Outcomes.message(result);
        };
    }

    // ---- submitting

    @Test
    void submit_checksSignsRegistersAndSends() {
        Submission sent = submissions.submit(INTYG);

        assertThat(sent.state()).isEqualTo(SubmissionState.SENT);
        assertThat(sent.recipient()).contains(Part.FKASSA);
        assertThat(platform.calls).containsExactly("register", "send");
        assertThat(platform.checks).isEqualTo(1);
        Intyg registered = platform.registry.get(ID).certificate;
        assertThat(registered.signature()).isPresent();
        assertThat(registered.signedAt()).contains(Sample.TODAY.atTime(10, 0));
        assertThat(registered.answers()).isEqualTo(INTYG.answers());
        assertThat(submissions.pending(10)).isEmpty();
    }

    @Test
    void submit_again_doesNothingMore() {
        submissions.submit(INTYG);
        Submission again = world.node().submit(INTYG);

        assertThat(again.state()).isEqualTo(SubmissionState.SENT);
        assertThat(platform.calls).hasSize(2);
        assertThat(world.signatures).hasValue(1);
    }

    @Test
    void submit_ofOtherContentUnderTheSameId_isRefused() {
        submissions.submit(INTYG);

        assertThatThrownBy(() -> submissions.submit(Sample.igrav(ID, Sample.TODAY.plusMonths(4))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("certificate.id");
        assertThatThrownBy(() -> submissions.register(INTYG))
                .isInstanceOf(InvalidInputException.class);
        assertThat(platform.calls).hasSize(2);
    }

    @Test
    void submit_ofWhatTheCheckStops_savesAndSendsNothing() {
        platform.finding = new InvalidInputException("certificate", "is wrong", "right");

        assertThatThrownBy(() -> submissions.submit(INTYG)).isSameAs(platform.finding);

        assertThat(platform.calls).isEmpty();
        assertThat(submissions.find(ID)).isEmpty();
    }

    @Test
    void submit_ofASignedCertificate_isVerbatim() {
        byte[] signed = world.signer.sign(INTYG.xml());

        submissions.submit(Intyg.read(signed));

        assertThat(world.signatures).hasValue(1);
        assertThat(platform.offered).hasSize(1);
        assertThat(platform.offered.get(0)).isEqualTo(Intyg.read(signed).xml());
    }

    @Test
    void submit_withoutSigner_isRegisteredUnsigned_withATime() {
        Submissions unsigned =
                new Submissions(platform, world.saved, world.clock, Pauses.DEFAULT, null);

        unsigned.submit(INTYG);

        Intyg registered = platform.registry.get(ID).certificate;
        assertThat(registered.signature()).isEmpty();
        assertThat(registered.signedAt()).contains(Sample.TODAY.atTime(10, 0));
    }

    @Test
    void submit_withoutAPersonOrAnId_isRefused() {
        Intyg nobody =
                INTYG.toBuilder()
                        .patient(
                                new Patient(
                                        Identifier.of(Identifier.PERSONNUMMER, "191212121213"),
                                        "",
                                        "",
                                        Optional.empty(),
                                        "",
                                        "",
                                        "",
                                        Optional.empty()))
                        .build();

        assertThatThrownBy(() -> submissions.submit(nobody))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("patient")
                .hasMessageNotContaining("12121213");
        assertThatThrownBy(() -> submissions.submit(Sample.igrav(" ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("id");
        assertThat(platform.calls).isEmpty();
    }

    // ---- recipients

    @ParameterizedTest
    @CsvSource({
        "LISJP, FKASSA",
        "LUSE, FKASSA",
        "LUNSP, FKASSA",
        "DB, SKV",
        "DOI, SOS",
        "TS8071, TRANSP"
    })
    void submit_goesToTheRecipientOfItsType(String type, String recipient) {
        Intyg intyg = Sample.of(new CertificateType(type), "1.0", ID).build();

        assertThat(submissions.submit(intyg).state()).isEqualTo(SubmissionState.SENT);

        assertThat(platform.inbox).containsExactly(recipient + " " + ID);
    }

    @ParameterizedTest
    @CsvSource({"AG7804", "AG1-14"})
    void submit_forAnEmployer_isOnlyRegistered(String type) {
        Intyg intyg = Sample.of(new CertificateType(type), "2.0", ID).build();

        Submission registered = submissions.submit(intyg);

        assertThat(registered.state()).isEqualTo(SubmissionState.REGISTERED);
        assertThat(registered.isFinished()).isTrue();
        assertThat(platform.calls).containsExactly("register");
        assertThat(submissions.pending(10)).isEmpty();
        assertThatThrownBy(() -> submissions.submit(intyg, Part.FKASSA))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("recipient");
    }

    @Test
    void submit_toTheWrongRecipient_orOfAnUnknownType_isRefused() {
        Intyg unknown = Sample.of(new CertificateType("NYTT"), "1.0", OTHER).build();

        assertThatThrownBy(() -> submissions.submit(INTYG, Part.SKV))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("recipient");
        assertThatThrownBy(() -> submissions.submit(unknown))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("type");
        assertThat(submissions.submit(unknown, Part.AF).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void register_sendsToNobody() {
        assertThat(submissions.register(INTYG).state()).isEqualTo(SubmissionState.REGISTERED);
        assertThat(platform.inbox).isEmpty();
    }

    // ---- answers

    @Test
    void refusal_ofARegistration_isFinal_untilTriedAgain() {
        answering("register", Result.error(Result.VALIDATION_ERROR, "TEST: x, MSG: Fel svar"));

        Submission refused = submissions.submit(INTYG);

        assertThat(refused.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(refused.isFinished()).isTrue();
        assertThat(refused.problem().orElseThrow().textToShow()).contains("TEST: x, MSG: Fel svar");
        assertThat(refused.toString()).doesNotContain("Fel svar").contains("rules");
        world.recover();
        assertThat(platform.calls).containsExactly("register");

        assertThat(submissions.tryAgain(ID).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void refusal_ofSending_isTriedAgainFromThere() {
        answering("send", Result.error(Result.APPLICATION_ERROR, "Unknown recipient ID: FKASSA"));
        assertThat(submissions.submit(INTYG).state()).isEqualTo(SubmissionState.REFUSED);

        platform.line = (call, effect) -> effect.get();
        assertThat(submissions.tryAgain(ID).state()).isEqualTo(SubmissionState.SENT);

        assertThat(platform.calls).containsExactly("register", "send", "send");
    }

    @Test
    void technicalTrouble_isWaitedOut_withLongerAndLongerPauses() {
        answering("register", Result.error(Result.TECHNICAL_ERROR, "PU svarar inte"));

        Submission waiting = submissions.submit(INTYG);

        assertThat(waiting.state()).isEqualTo(SubmissionState.REGISTERING);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.nextAttempt()).contains(world.now.plus(Duration.ofMinutes(1)));
        assertThat(submissions.resume()).isEmpty();
        assertThat(submissions.submit(INTYG).attempts()).isEqualTo(1);
        world.wait(Duration.ofMinutes(1));
        assertThat(submissions.resume().get(0).nextAttempt())
                .contains(world.now.plus(Duration.ofMinutes(2)));
        for (int i = 0; i < 20; i++) {
            world.wait(Duration.ofHours(1));
            submissions.resume();
        }
        assertThat(submissions.pending(10)).hasSize(1);
        platform.line = (call, effect) -> effect.get();
        world.wait(Duration.ofHours(1));
        assertThat(submissions.resume().get(0).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void unclearAnswers_areEnoughAfterTen() {
        answering("register", Result.error(Result.APPLICATION_ERROR, "?"));
        submissions.submit(INTYG);
        for (int i = 0; i < 20; i++) {
            world.wait(Duration.ofHours(1));
            submissions.resume();
        }

        assertThat(platform.calls).hasSize(10);
        assertThat(submissions.find(ID).orElseThrow().state()).isEqualTo(SubmissionState.REFUSED);
    }

    @Test
    void sending_ofWhatIsRevoked_isNoSuccess() {
        answering("send", Result.info("Certificate 'x' has been revoked."));

        assertThat(submissions.submit(INTYG).state()).isEqualTo(SubmissionState.REVOKED);
    }

    @Test
    void sending_withANotice_isDone_andShowsIt() {
        answering("send", Result.info("Mottagaren har stängt"));

        Submission sent = submissions.submit(INTYG);

        assertThat(sent.state()).isEqualTo(SubmissionState.SENT);
        assertThat(sent.problem().orElseThrow().textToShow()).contains("Mottagaren har stängt");
    }

    @Test
    void sending_beforeTheServiceKnowsIt_isTriedAgain() {
        answering("send", Result.error(Result.APPLICATION_ERROR, "Unknown certificate ID: x"));
        assertThat(submissions.submit(INTYG).state()).isEqualTo(SubmissionState.REGISTERED);
        platform.line = (call, effect) -> effect.get();
        world.wait(Duration.ofMinutes(1));

        assertThat(submissions.resume().get(0).state()).isEqualTo(SubmissionState.SENT);
    }

    // ---- revoking

    @Test
    void revoke_ofWhatWasSent_tellsTheRecipient_once() {
        submissions.submit(INTYG);

        Submission revoked = submissions.revoke(ID, Sample.DOCTOR, Optional.of("Fel patient"));
        submissions.revoke(ID, Sample.DOCTOR, Optional.of("Igen"));

        assertThat(revoked.state()).isEqualTo(SubmissionState.REVOKED);
        assertThat(platform.inbox).containsExactly("FKASSA " + ID, "revoked FKASSA " + ID);
        assertThat(revoked.toString()).doesNotContain("Fel patient");
    }

    @Test
    void revoke_ofWhatIsNotInTheStore_isRefused() {
        assertThatThrownBy(() -> submissions.revoke(ID, Sample.DOCTOR, Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void revoke_ofARegistrationThatWasRefused_isWithdrawnInTime() {
        answering("register", Result.error(Result.VALIDATION_ERROR, "Fel"));
        submissions.submit(INTYG);
        submissions.revoke(ID, Sample.DOCTOR, Optional.empty());
        world.recover();

        assertThat(submissions.find(ID).orElseThrow().state()).isEqualTo(SubmissionState.WITHDRAWN);
    }

    /** Inside the services any failure becomes the answer that a revocation has of an unknown certificate. */
    @Test
    void revoke_whileTheServiceFails_isNotWithdrawn_ifTheRegistrationCameThrough() {
        platform.line =
                (call, effect) -> {
                    effect.get();
                    throw new ProtocolException("no answer that can be read", null, null);
                };
        submissions.submit(INTYG);
        world.wait(Duration.ofHours(2));
        answering("revoke", Result.error(Result.APPLICATION_ERROR, "Could not open connection"));
        Submission revoking = submissions.revoke(ID, Sample.DOCTOR, Optional.empty());
        assertThat(revoking.state()).isEqualTo(SubmissionState.REVOKING);
        world.recover();

        assertThat(submissions.find(ID).orElseThrow().state()).isEqualTo(SubmissionState.REVOKED);
        assertThat(platform.registry.get(ID).revoked).isTrue();
    }

    @Test
    void revoke_withAStoreThatNeverCatchesUp_ends() {
        answering("register", Result.error(Result.VALIDATION_ERROR, "Fel"));
        submissions.submit(INTYG);
        StoredSubmission old = world.saved.find(ID).orElseThrow();
        SubmissionStore stale =
                new SubmissionStore() {
                    @Override
                    public Optional<StoredSubmission> find(String certificateId) {
                        return Optional.of(old);
                    }

                    @Override
                    public boolean save(StoredSubmission submission) {
                        return false;
                    }

                    @Override
                    public List<StoredSubmission> due(Instant until, int max) {
                        return List.of();
                    }
                };
        Submissions node =
                new Submissions(platform, stale, world.clock, Pauses.DEFAULT, world.signer);

        assertThatThrownBy(() -> node.revoke(ID, Sample.DOCTOR, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ID);
        assertThatThrownBy(() -> node.tryAgain(ID)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void submit_whenTheClockWasFarAheadOnce_goesOn() {
        answering("register", Result.error(Result.TECHNICAL_ERROR, ""));
        Instant right = world.now;
        world.now = right.plus(Duration.ofDays(3650));
        submissions.submit(INTYG);
        world.now = right;
        platform.line = (call, effect) -> effect.get();

        assertThat(submissions.submit(INTYG).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void submit_withASignerThatGivesAnotherCertificate_savesNothing() {
        Submissions wrong =
                new Submissions(
                        platform,
                        world.saved,
                        world.clock,
                        Pauses.DEFAULT,
                        document -> Sample.igrav(OTHER).xml());

        assertThatThrownBy(() -> wrong.submit(INTYG)).isInstanceOf(IllegalStateException.class);
        assertThat(world.saved.find(OTHER)).isEmpty();
        assertThat(platform.calls).isEmpty();
    }

    // ---- relations

    @Test
    void replaceAndRenew_carryTheRelation() {
        submissions.submit(INTYG);
        submissions.replace(Sample.igrav(OTHER), INTYG);
        submissions.renew(Sample.igrav("third"), INTYG);

        assertThat(platform.registry.get(OTHER).certificate.relations())
                .containsExactly(relation("ERSATT"));
        assertThat(platform.registry.get("third").certificate.relations())
                .containsExactly(relation("FRLANG"));
        assertThat(platform.registry.get(ID).revoked).isFalse();
    }

    @Test
    void complement_answersTheRequest_andIsSent() {
        submissions.submit(INTYG);

        Submission sent =
                submissions.complement(Sample.igrav(OTHER), INTYG, MessageReference.of("m-1"));

        assertThat(sent.state()).isEqualTo(SubmissionState.SENT);
        assertThat(platform.registry.get(OTHER).answerTo).contains(MessageReference.of("m-1"));
        assertThat(platform.registry.get(OTHER).certificate.relations())
                .containsExactly(relation("KOMPLT"));
        assertThat(platform.inbox).containsExactly("FKASSA " + ID, "FKASSA " + OTHER);
    }

    private static Relation relation(String code) {
        return new Relation(CodedValue.of(code, Relation.CODE_SYSTEM), INTYG.id(), List.of());
    }

    @Test
    void relation_thatIsThereAlready_isNotDoubled() {
        Intyg related = Sample.igrav(OTHER).toBuilder().relation(relation("ERSATT")).build();

        submissions.replace(related, INTYG);

        assertThat(platform.registry.get(OTHER).certificate.relations()).hasSize(1);
    }

    @Test
    void relation_thatCannotBe_isRefused() {
        Intyg other = Sample.igrav(OTHER);
        Intyg otherPatient =
                other.toBuilder().patient(Patient.of(PersonId.parse("199001012385"))).build();
        Intyg otherType = Sample.of(CertificateType.LUNSP, "1.0", OTHER).build();
        Intyg otherRelation = other.toBuilder().relation(relation("FRLANG")).build();
        Intyg signed = Intyg.read(world.signer.sign(other.xml()));

        for (Intyg wrong : List.of(INTYG, otherPatient, otherType, otherRelation, signed)) {
            assertThatThrownBy(() -> submissions.replace(wrong, INTYG))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("certificate")
                    .hasMessageNotContaining("199001012385");
        }
        assertThatThrownBy(() -> submissions.complement(other, INTYG, MessageReference.of(" ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("question");
        assertThat(platform.calls).isEmpty();
    }

    @Test
    void complement_ofTheRequestThatCame() {
        submissions.submit(INTYG);

        submissions.complement(
                Sample.igrav(OTHER), INTYG, asked(MessageSubject.COMPLETION, INTYG, false));

        assertThat(platform.registry.get(OTHER).answerTo)
                .contains(new MessageReference("m-1", Optional.of("fk-1")));
    }

    @Test
    void complement_ofWhatIsNoSuchRequest_isRefused() {
        submissions.submit(INTYG);
        Intyg child = Sample.igrav(OTHER);

        for (SendMessageToCare wrong :
                List.of(
                        asked(MessageSubject.OTHER, INTYG, false),
                        asked(MessageSubject.REMINDER, INTYG, false),
                        asked(MessageSubject.COMPLETION, INTYG, true),
                        asked(MessageSubject.COMPLETION, Sample.igrav("third"), false))) {
            assertThatThrownBy(() -> submissions.complement(child, INTYG, wrong))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("question");
        }
        assertThat(platform.registry).containsOnlyKeys(ID);
    }

    private static SendMessageToCare asked(MessageSubject subject, Intyg about, boolean answer) {
        return new SendMessageToCare(
                "m-1",
                Optional.of("fk-1"),
                Sample.time(),
                about.id(),
                about.patient().id(),
                Sample.UNIT.value(),
                subject,
                Optional.empty(),
                "Text",
                Optional.empty(),
                answer ? Optional.of(MessageReference.of("m-0")) : Optional.empty(),
                Part.FKASSA,
                List.of(),
                List.of(),
                Optional.empty());
    }

    // ---- messages

    @Test
    void answer_toWhatCame_repeatsSubjectAndReference() {
        submissions.submit(INTYG);
        MessageToRecipient answer =
                MessageToRecipient.answer(
                        asked(MessageSubject.COMPLETION, INTYG, false), "Svar", Sample.DOCTOR);

        assertThat(answer.subject()).isEqualTo(MessageSubject.COMPLETION);
        assertThat(answer.recipient()).isEqualTo(Part.FKASSA);
        assertThat(answer.answerTo()).contains(new MessageReference("m-1", Optional.of("fk-1")));
        assertThat(submissions.sendMessage(answer).isDone()).isTrue();
        for (SendMessageToCare wrong :
                List.of(
                        asked(MessageSubject.REMINDER, INTYG, false),
                        asked(MessageSubject.OTHER, INTYG, true))) {
            assertThatThrownBy(() -> MessageToRecipient.answer(wrong, "Svar", Sample.DOCTOR))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void message_beforeTheCertificateWasSent_isRefused() {
        MessageToRecipient question = question(Part.FKASSA, Sample.PATIENT);
        assertThatThrownBy(() -> submissions.sendMessage(question))
                .isInstanceOf(InvalidInputException.class);
        submissions.register(INTYG);
        assertThatThrownBy(() -> submissions.sendMessage(question))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sent");
        assertThat(platform.calls).doesNotContain("message");
    }

    @Test
    void message_aboutWhatTheRecipientHas_isSent() {
        submissions.submit(INTYG);

        assertThat(submissions.sendMessage(question(Part.FKASSA, Sample.PATIENT)).isDone())
                .isTrue();
        assertThatThrownBy(() -> submissions.sendMessage(question(Part.SKV, Sample.PATIENT)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                submissions.sendMessage(
                                        question(Part.FKASSA, PersonId.parse("199001012385"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("patient");
        submissions.revoke(ID, Sample.DOCTOR, Optional.empty());
        assertThatThrownBy(() -> submissions.sendMessage(question(Part.FKASSA, Sample.PATIENT)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("revoked");
    }

    private static MessageToRecipient question(Part recipient, PersonId patient) {
        return MessageToRecipient.question(
                INTYG.id(), patient, recipient, MessageSubject.OTHER, "Text", Sample.DOCTOR);
    }

    // ---- the store

    @Test
    void store_keepsEverything() {
        answering("revoke", Result.error(Result.TECHNICAL_ERROR, "Nej\u0001 tack"));
        submissions.complement(
                Sample.igrav(OTHER), INTYG, new MessageReference("m", Optional.of("r")));
        Submission before = submissions.revoke(OTHER, Sample.DOCTOR, Optional.of("Fel & fel"));

        Submission read = world.node().find(OTHER).orElseThrow();

        assertThat(read.state()).isEqualTo(SubmissionState.REVOKING);
        assertThat(read.revocation()).isEqualTo(before.revocation());
        assertThat(read.revocation().orElseThrow().by()).isEqualTo(Sample.DOCTOR);
        assertThat(read.answerTo()).contains(new MessageReference("m", Optional.of("r")));
        assertThat(read.recipient()).contains(Part.FKASSA);
        assertThat(read.isRegistered()).isTrue();
        assertThat(read.attempts()).isEqualTo(before.attempts());
        assertThat(read.nextAttempt()).isEqualTo(before.nextAttempt());
        assertThat(read.lastRegistering()).isEqualTo(before.lastRegistering());
        assertThat(read.version()).isEqualTo(before.version());
        assertThat(read.problem().orElseThrow().textToShow()).contains("Nej? tack");
        assertThat(read.document()).isEqualTo(before.document());
    }

    @Test
    void store_savesOnlyWhatComesNext() {
        StoredSubmission first = stored(1, "a");

        assertThat(world.saved.save(stored(2, "x"))).isFalse();
        assertThat(world.saved.save(first)).isTrue();
        assertThat(world.saved.save(stored(1, "x"))).isFalse();
        assertThat(world.saved.save(stored(3, "x"))).isFalse();
        assertThat(world.saved.find(ID)).contains(first);
        assertThat(world.saved.save(stored(2, "b"))).isTrue();
        assertThat(world.saved.find(ID).orElseThrow().toString()).doesNotContain("b]");
    }

    private StoredSubmission stored(long version, String content) {
        return new StoredSubmission(
                ID,
                version,
                SubmissionState.REGISTERING,
                Optional.of(world.now),
                content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void resume_withOneThatCannotBeRead_takesUpTheOthers_andSaysSo() {
        answering("register", Result.error(Result.TECHNICAL_ERROR, ""));
        submissions.submit(Sample.igrav(OTHER));
        world.saved.save(stored(1, "<nonsense/>"));
        platform.line = (call, effect) -> effect.get();
        world.wait(Duration.ofMinutes(5));

        assertThatThrownBy(submissions::resume)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(ID);

        assertThat(submissions.find(OTHER).orElseThrow().state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void resume_withMoreThanABatchThatCannotBeRead_takesUpTheOthers() {
        answering("register", Result.error(Result.TECHNICAL_ERROR, ""));
        submissions.submit(Sample.igrav(OTHER));
        for (int i = 0; i < 250; i++) {
            world.saved.save(
                    new StoredSubmission(
                            "a-" + i,
                            1,
                            SubmissionState.REGISTERING,
                            Optional.of(world.now.minusSeconds(1)),
                            new byte[0]));
        }
        platform.line = (call, effect) -> effect.get();
        world.wait(Duration.ofMinutes(5));

        assertThatThrownBy(submissions::resume).isInstanceOf(ProtocolException.class);

        assertThat(submissions.find(OTHER).orElseThrow().state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void resume_takesUpMoreThanABatch() {
        answering("register", Result.error(Result.TECHNICAL_ERROR, ""));
        for (int i = 0; i < 250; i++) {
            submissions.submit(Sample.igrav("id-" + i));
        }
        platform.line = (call, effect) -> effect.get();
        world.wait(Duration.ofMinutes(5));

        assertThat(submissions.resume()).hasSize(250);
        assertThat(submissions.pending(10)).isEmpty();
    }

    @Test
    void pauses_shorterThanACall_areRefused() {
        assertThatThrownBy(() -> new Pauses(Duration.ofSeconds(59), Duration.ofHours(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Pauses(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(InvalidInputException.class);
    }
}
