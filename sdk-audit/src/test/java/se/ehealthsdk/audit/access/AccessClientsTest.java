package se.ehealthsdk.audit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.BlockingContracts;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.CheckBlocks;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus;
import se.ehealthsdk.audit.contract.CheckConsentAnswer;
import se.ehealthsdk.audit.contract.CheckPatientRelationAnswer;
import se.ehealthsdk.audit.contract.ConsentContracts;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.audit.contract.PatientRelationContracts;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** The clients against services that answer in ways of their own, over mutual TLS. */
class AccessClientsTest {

    private static final TrustAnchors ROOTS = TrustAnchors.of(TestPki.shared().trustedRoots());
    private static final Credential SERVER = credential(TestPki.shared().server("localhost"));
    private static final Credential CLIENT =
            credential(TestPki.shared().function("SE2321000016-TEST1"));

    private static final AccessingActor ACTOR = AccessingActor.of(Example.user(Example.CARE));
    private static final AccessControlResult OK = AccessControlResult.ok();

    private final List<Object> requests = new ArrayList<>();
    private final List<LogicalAddress> addresses = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static Credential credential(IssuedCertificate certificate) {
        char[] password = "unused".toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }

    private <Q, R> RivtaClient answering(RivtaContract<Q, R> contract, Function<Q, R> answer) {
        RivtaServer server =
                RivtaServer.start(
                        RivtaEndpoint.builder()
                                .on(
                                        contract,
                                        (request, caller) -> {
                                            requests.add(request);
                                            addresses.add(caller.logicalAddress());
                                            return answer.apply(request);
                                        })
                                .build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        SERVER,
                        ROOTS);
        RivtaClient client =
                RivtaClient.builder()
                        .environment(Environment.of("test", server.url(), ROOTS))
                        .credential(CLIENT)
                        .build();
        open.add(client);
        open.add(server);
        return client;
    }

    private Blocks blocksAnswering(RowStatus... rows) {
        return Blocks.on(
                answering(
                        BlockingContracts.CHECK_BLOCKS_4,
                        request -> new CheckBlocksAnswer(OK, List.of(rows))));
    }

    private static List<InformationEntity> data(int count) {
        List<InformationEntity> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(
                    InformationEntity.between(
                            Example.OTHER_CARE_PROVIDER,
                            Example.FOREIGN_UNIT,
                            Example.NOW.plus(Duration.ofDays(i)),
                            Example.NOW.plus(Duration.ofDays(i + 1))));
        }
        return data;
    }

    // ---- blocks

    @Test
    void blocks_answeredInAnyOrder_areMatchedByRowNumber() {
        Blocks blocks =
                blocksAnswering(
                        new RowStatus(3, "OK"),
                        new RowStatus(1, "OK"),
                        new RowStatus(2, "BLOCKED"));

        BlockAnswer answer = blocks.check(ACTOR, Example.PATIENT, data(3));

        assertThat(answer.statuses())
                .containsExactly(
                        BlockStatus.NOT_BLOCKED, BlockStatus.BLOCKED, BlockStatus.NOT_BLOCKED);
        assertThat(requests).hasSize(1).first().isInstanceOf(CheckBlocks.class);
        CheckBlocks sent = (CheckBlocks) requests.get(0);
        assertThat(sent).isEqualTo(CheckBlocks.of(ACTOR, Example.PATIENT, data(3)));
        assertThat(addresses).containsExactly(LogicalAddress.of("SE165565594230-1000"));
    }

    @Test
    void blocks_withoutAnswer_areNotChecked_neverOpen() {
        Blocks blocks =
                blocksAnswering(
                        new RowStatus(1, "VALIDATIONERROR"),
                        new RowStatus(2, "SOMETHINGNEW"),
                        new RowStatus(99, "OK"));

        assertThat(blocks.check(ACTOR, Example.PATIENT, data(3)).statuses())
                .containsExactly(
                        BlockStatus.NOT_CHECKED, BlockStatus.NOT_CHECKED, BlockStatus.NOT_CHECKED);
    }

    @Test
    void blocks_answeredTwice_countAsTheStricter() {
        Blocks blocks =
                blocksAnswering(
                        new RowStatus(1, "OK"),
                        new RowStatus(1, "BLOCKED"),
                        new RowStatus(1, "OK"),
                        new RowStatus(2, "VALIDATIONERROR"),
                        new RowStatus(2, "OK"),
                        new RowStatus(3, "OK"),
                        new RowStatus(3, "OK"));

        assertThat(blocks.check(ACTOR, Example.PATIENT, data(3)).statuses())
                .containsExactly(
                        BlockStatus.BLOCKED, BlockStatus.NOT_CHECKED, BlockStatus.NOT_BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "VALIDATIONERROR", "ACCESSDENIED", "INVALIDSTATE", "NEW"})
    void blocks_ofACheckThatWasNotMade_areAnException(String code) {
        Blocks blocks =
                Blocks.on(
                        answering(
                                BlockingContracts.CHECK_BLOCKS_4,
                                request ->
                                        new CheckBlocksAnswer(
                                                new AccessControlResult(
                                                        code, Optional.of("191212121212")),
                                                List.of(new RowStatus(1, "OK")))));

        RejectedException refused =
                catchThrowableOfType(
                        RejectedException.class,
                        () -> blocks.check(ACTOR, Example.PATIENT, data(1)));

        assertThat(refused.resultCode()).isEqualTo(code);
        assertThat(refused.resultText()).isEqualTo("191212121212");
        assertThat(refused.toString()).doesNotContain("191212121212");
        assertThat(refused.details()).isPresent();
    }

    @Test
    void blocks_atAnotherAddress_areAskedThere() {
        blocksAnswering()
                .at(LogicalAddress.of("SE2321000016-REGION"))
                .check(ACTOR, Example.PATIENT, data(1));

        assertThat(addresses).containsExactly(LogicalAddress.of("SE2321000016-REGION"));
    }

    @Test
    void message_ofTheService_isHandedOnWithInfoOnly() {
        Blocks blocks =
                Blocks.on(
                        answering(
                                BlockingContracts.CHECK_BLOCKS_4,
                                request ->
                                        new CheckBlocksAnswer(
                                                new AccessControlResult(
                                                        "INFO", Optional.of("Stänger kl 17")),
                                                List.of(new RowStatus(1, "OK")))));

        assertThat(blocks.check(ACTOR, Example.PATIENT, data(1)).message())
                .contains("Stänger kl 17");
    }

    @Test
    void blocks_ofNoData_areNotAskedFor() {
        Blocks blocks = blocksAnswering();

        assertThatThrownBy(() -> blocks.check(ACTOR, Example.PATIENT, List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                blocks.check(
                                        ACTOR,
                                        Example.PATIENT,
                                        List.of(
                                                Example.EXTERNAL.of(
                                                        new InformationType("sjusiff")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("information.type");
        assertThat(requests).isEmpty();
    }

    // ---- consents

    @Test
    void consent_checked_isAskedForAtTheActorsCareProvider() {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.CHECK_CONSENT_2,
                                request ->
                                        new CheckConsentAnswer(
                                                OK, true, Optional.of(ConsentType.EMERGENCY))));

        ConsentAnswer answer = consents.check(ACTOR, Example.PATIENT);

        assertThat(answer).isEqualTo(ConsentAnswer.of(ConsentType.EMERGENCY));
        assertThat(addresses).containsExactly(LogicalAddress.of(Example.CARE_PROVIDER));
    }

    @Test
    void consent_withACodeThatIsNotDone_isAnException_thoughTheAnswerSaysYes() {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.CHECK_CONSENT_2,
                                request ->
                                        new CheckConsentAnswer(
                                                new AccessControlResult("ERROR", Optional.empty()),
                                                true,
                                                Optional.of(ConsentType.CONSENT))));

        assertThatThrownBy(() -> consents.check(ACTOR, Example.PATIENT))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void registration_ofAConsent_carriesWhoAskedAndWhoRegistered() {
        Consents consents =
                Consents.on(answering(ConsentContracts.REGISTER_EXTENDED_CONSENT_2, request -> OK));
        ConsentRegistration registration =
                ConsentRegistration.forUnitOf(
                                Example.user(Example.CARE), Example.PATIENT, Example.NOW)
                        .onlyFor(ACTOR.employee())
                        .from(Example.NOW)
                        .until(Example.NOW.plus(Duration.ofDays(7)))
                        .givenBy(PersonId.parse("201212121212"))
                        .action(
                                Action.by(Example.user(Example.CARE), Example.NOW)
                                        .because("På plats"));

        Receipt receipt = consents.register(registration);

        assertThat(requests).containsExactly(registration);
        assertThat(receipt).isEqualTo(new Receipt(registration.id(), false, Optional.empty()));
        assertThat(addresses).containsExactly(LogicalAddress.of(Example.CARE_PROVIDER));
        assertThat(registration.action().requestedBy().assignmentName())
                .contains("Läkare på mottagningen");
        assertThat(registration.toString()).doesNotContain("1212121212", "På plats");
    }

    @Test
    void registration_thatIsThereAlready_isDone() {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.REGISTER_EXTENDED_CONSENT_2,
                                request ->
                                        new AccessControlResult(
                                                "ALREADYEXISTS", Optional.of("finns"))));

        Receipt receipt =
                consents.register(
                        ConsentRegistration.forUnitOf(
                                Example.user(Example.CARE), Example.PATIENT, Example.NOW));

        assertThat(receipt.existedBefore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTFOUND", "INVALIDSTATE", "ALREADYEXISTS", "VALIDATION_ERROR"})
    void cancellation_thatWasNotCarriedOut_isAnException(String code) {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.CANCEL_EXTENDED_CONSENT_2,
                                request -> new AccessControlResult(code, Optional.empty())));
        Action action = Action.by(Example.user(Example.CARE), Example.NOW);

        RejectedException refused =
                catchThrowableOfType(
                        RejectedException.class,
                        () -> consents.cancel(Example.CARE_PROVIDER, "id-1", action));

        assertThat(refused.resultCode()).isEqualTo(code);
    }

    @Test
    void registration_thatCannotBeRight_isNotSent() {
        Consents consents =
                Consents.on(answering(ConsentContracts.REGISTER_EXTENDED_CONSENT_2, request -> OK));
        ConsentRegistration good =
                ConsentRegistration.forUnitOf(
                        Example.user(Example.CARE), Example.PATIENT, Example.NOW);
        Action action = good.action();

        assertRefused(
                "consent.end",
                () -> consents.register(good.from(Example.NOW).until(Example.NOW.minusSeconds(1))));
        assertRefused(
                "action.reason",
                () -> consents.register(good.action(action.because("x".repeat(1025)))));
        assertRefused(
                "action.registered",
                () ->
                        consents.register(
                                good.action(
                                        action.requestedBy(
                                                Example.user(Example.CARE),
                                                Example.NOW.plusSeconds(1)))));
        assertRefused("id", () -> consents.cancel(Example.CARE_PROVIDER, " ", action));
        assertRefused("id", () -> consents.delete(Example.CARE_PROVIDER, "x".repeat(37), action));
        assertThat(requests).isEmpty();
    }

    private static void assertRefused(String field, Runnable call) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, call::run);
        assertThat(refused).as(field).isNotNull();
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void user_withoutCareUnit_cannotActInTheContracts() {
        assertThatThrownBy(() -> AccessingActor.of(Example.withoutCareUnit()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("careUnit");
    }

    // ---- lists in parts

    private static Consent consent(String id) {
        return new Consent(
                id,
                ConsentType.CONSENT,
                Example.CARE_PROVIDER,
                Example.CARE_UNIT,
                Optional.empty(),
                Example.NOW,
                Optional.empty(),
                Optional.empty(),
                Example.PATIENT);
    }

    @Test
    void list_inParts_isReadToItsEnd_withoutDoubles() {
        Instant first = Example.NOW.plusNanos(123_456_700);
        Instant second = first.plusSeconds(5);
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.GET_CONSENTS_FOR_CARE_PROVIDER_2,
                                request ->
                                        request.createdOnOrAfter().isEmpty()
                                                ? new PageAnswer<>(
                                                        OK,
                                                        first,
                                                        true,
                                                        List.of(consent("a"), consent("b")),
                                                        List.of())
                                                : new PageAnswer<>(
                                                        OK,
                                                        second,
                                                        false,
                                                        List.of(consent("b"), consent("c")),
                                                        List.of(new Cancelled("a", Example.NOW)))));

        Listing<Consent> all = consents.forCareProvider(Example.CARE_PROVIDER);

        assertThat(all.valid()).extracting(Consent::id).containsExactly("b", "c");
        assertThat(all.cancelled()).extracting(Cancelled::id).containsExactly("a");
        assertThat(all.next()).isEqualTo(second);
        assertThat(requests)
                .containsExactly(
                        new CareProviderQuery(Example.CARE_PROVIDER, Optional.empty(), false),
                        new CareProviderQuery(Example.CARE_PROVIDER, Optional.of(first), false));
    }

    @Test
    void list_thatGoesOnForEver_isAProtocolFailure() {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.GET_CONSENTS_FOR_CARE_PROVIDER_2,
                                request ->
                                        new PageAnswer<>(
                                                OK, Example.NOW, true, List.of(), List.of())));

        assertThatThrownBy(() -> consents.forCareProvider(Example.CARE_PROVIDER))
                .isInstanceOf(ProtocolException.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void list_whoseSecondPartIsRefused_isNotTakenForWhole() {
        Consents consents =
                Consents.on(
                        answering(
                                ConsentContracts.GET_CONSENTS_FOR_CARE_PROVIDER_2,
                                request ->
                                        new PageAnswer<>(
                                                request.createdOnOrAfter().isEmpty()
                                                        ? OK
                                                        : new AccessControlResult(
                                                                "ERROR", Optional.empty()),
                                                Example.NOW,
                                                request.createdOnOrAfter().isEmpty(),
                                                List.of(consent("a")),
                                                List.of())));

        assertThatThrownBy(() -> consents.forCareProvider(Example.CARE_PROVIDER))
                .isInstanceOf(RejectedException.class);
    }

    // ---- patient relations

    @Test
    void relation_checked_isAskedForAtTheActorsCareProvider() {
        PatientRelations relations =
                PatientRelations.on(
                        answering(
                                PatientRelationContracts.CHECK_PATIENT_RELATION_1,
                                request -> new CheckPatientRelationAnswer(OK, true)));

        assertThat(relations.check(ACTOR, Example.PATIENT).hasRelation()).isTrue();
        assertThat(addresses).containsExactly(LogicalAddress.of(Example.CARE_PROVIDER));
    }

    @Test
    void relation_ofAnIdentityTooLongForTheContract_isNotAskedFor() {
        PatientRelations relations =
                PatientRelations.on(
                        answering(
                                PatientRelationContracts.CHECK_PATIENT_RELATION_1,
                                request -> new CheckPatientRelationAnswer(OK, true)));
        PersonId reserve = PersonId.of("1.2.752.99.1", "19121212-TEST-0001");

        assertThatThrownBy(() -> relations.check(ACTOR, reserve))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("patient")
                .hasMessageNotContaining("TEST-0001");
        assertThat(requests).isEmpty();
    }

    @Test
    void registration_ofARelation_thatCannotBeRight_isNotSent() {
        PatientRelations relations =
                PatientRelations.on(
                        answering(
                                PatientRelationContracts.REGISTER_EXTENDED_PATIENT_RELATION_1,
                                request -> OK));
        PatientRelationRegistration registration =
                PatientRelationRegistration.of(
                                Example.user(Example.CARE),
                                Example.PATIENT,
                                Example.NOW,
                                Example.NOW.minusSeconds(1))
                        .from(Example.NOW);

        assertRefused("relation.end", () -> relations.register(registration));
        assertThat(requests).isEmpty();
        assertThat(registration.toString()).doesNotContain("191212121212");
    }
}
