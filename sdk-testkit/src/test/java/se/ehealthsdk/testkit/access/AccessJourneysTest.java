package se.ehealthsdk.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.access.AccessControl;
import se.ehealthsdk.audit.access.AccessDecision;
import se.ehealthsdk.audit.access.AccessQuestion;
import se.ehealthsdk.audit.access.AccessToLog;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.BlockStatus;
import se.ehealthsdk.audit.access.Blocks;
import se.ehealthsdk.audit.access.Cancelled;
import se.ehealthsdk.audit.access.Check;
import se.ehealthsdk.audit.access.Consent;
import se.ehealthsdk.audit.access.ConsentAnswer;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.ConsentType;
import se.ehealthsdk.audit.access.Consents;
import se.ehealthsdk.audit.access.EntityDecision;
import se.ehealthsdk.audit.access.ExtendedConsent;
import se.ehealthsdk.audit.access.InformationEntity;
import se.ehealthsdk.audit.access.InformationType;
import se.ehealthsdk.audit.access.Listing;
import se.ehealthsdk.audit.access.PatientRelation;
import se.ehealthsdk.audit.access.PatientRelationRegistration;
import se.ehealthsdk.audit.access.PatientRelations;
import se.ehealthsdk.audit.access.Reason;
import se.ehealthsdk.audit.access.Receipt;
import se.ehealthsdk.audit.access.Verdict;
import se.ehealthsdk.audit.contract.BlockingContracts;
import se.ehealthsdk.audit.contract.ConsentContracts;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** From HSA's answer about a user to what that user may see, over mutual TLS. */
class AccessJourneysTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final MovableClock CLOCK = new MovableClock();

    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final PersonId OTHER_PATIENT = PersonId.parse("201212121212");
    private static final HsaId CARE_PROVIDER = HsaId.of("TSTNMT2321000156-VG01");
    private static final HsaId OWN_UNIT = HsaId.of("TSTNMT2321000156-VE01");
    private static final HsaId CLINIC = HsaId.of("TSTNMT2321000156-VE02");
    private static final HsaId DENTISTS = HsaId.of("TSTNMT2321000156-VG02");
    private static final HsaId DENTAL_UNIT = HsaId.of("TSTNMT2321000156-VE03");

    private static final InformationEntity OWN =
            InformationEntity.at(CARE_PROVIDER, OWN_UNIT, START);
    private static final InformationEntity FROM_CLINIC =
            InformationEntity.at(CARE_PROVIDER, CLINIC, START);
    private static final InformationEntity FROM_DENTIST =
            InformationEntity.at(DENTISTS, DENTAL_UNIT, START);

    private static NationalServices services;
    private static RivtaClient platform;
    private static ActingUser user;

    private AccessControlStandIn standIn;
    private Blocks blocks;
    private Consents consents;
    private PatientRelations relations;
    private AccessControl access;
    private AccessingActor actor;

    /** The time that a test has come to. */
    private static final class MovableClock extends Clock {

        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeAll
    static void start() {
        services = NationalServices.builder().clock(CLOCK).start();
        platform = services.client().with(options -> options.retry(RetryPolicy.NONE));
        user =
                HsaClient.on(platform)
                        .credentials(Persona.NURSE_BERG.hsaId())
                        .flatMap(all -> all.actingIn(HsaId.of("TSTNMT2321000156-VMU1")))
                        .orElseThrow();
    }

    @AfterAll
    static void stop() {
        platform.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        CLOCK.now = START;
        services.reset();
        standIn = services.accessControl();
        blocks = Blocks.on(platform);
        consents = Consents.on(platform);
        relations = PatientRelations.on(platform);
        access =
                AccessControl.builder()
                        .blocks(blocks)
                        .consents(consents)
                        .relations(relations)
                        .build();
        actor = AccessingActor.of(user);
    }

    private AccessDecision decide(InformationEntity... information) {
        return access.mayAccess(AccessQuestion.of(user, PATIENT, information));
    }

    private Verdict verdict(InformationEntity information) {
        return decide(information).verdict();
    }

    private void relate() {
        relations.register(
                PatientRelationRegistration.of(
                        user, PATIENT, CLOCK.instant(), CLOCK.instant().plus(Duration.ofDays(1))));
    }

    private ConsentRegistration consent() {
        return ConsentRegistration.forUnitOf(user, PATIENT, CLOCK.instant());
    }

    // ---- the whole way

    @Test
    void user_fromHsa_seesOtherProvidersData_onceRelationAndConsentAreRegistered() {
        AccessDecision before = decide(OWN, FROM_CLINIC, FROM_DENTIST);
        relate();
        AccessDecision related = decide(OWN, FROM_CLINIC, FROM_DENTIST);
        consents.register(consent());
        AccessDecision after = decide(OWN, FROM_CLINIC, FROM_DENTIST);

        assertThat(before.allowed()).containsExactly(OWN, FROM_CLINIC);
        assertThat(before.withheld())
                .extracting(each -> each.reasons().get(each.reasons().size() - 1).check())
                .containsExactly(Check.PATIENT_RELATION);
        assertThat(related.withheld())
                .extracting(each -> each.reasons().get(each.reasons().size() - 1).check())
                .containsExactly(Check.CONSENT);
        assertThat(after.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(after.toLog())
                .extracting(AccessToLog::activity)
                .containsExactly(ActivityType.READ);
    }

    @Test
    void blocks_ofTwoKinds_closeSomeDataAndLeaveOthersOpen() {
        relate();
        consents.register(consent());
        standIn.add(Block.inner(PATIENT, CARE_PROVIDER, CLINIC));
        standIn.add(Block.outer(PATIENT, DENTISTS).except(InformationType.ALERT));

        AccessDecision decision =
                decide(
                        FROM_CLINIC,
                        OWN,
                        FROM_DENTIST,
                        FROM_DENTIST.of(InformationType.ALERT),
                        FROM_DENTIST.of(InformationType.MEDICATION));

        assertThat(decision.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(
                        Verdict.DENIED,
                        Verdict.ALLOWED,
                        Verdict.DENIED,
                        Verdict.ALLOWED,
                        Verdict.DENIED);
    }

    @Test
    void emergency_opensWithoutConsent_butABlockOnlyWhenSaid() {
        standIn.add(Block.outer(PATIENT, DENTISTS).ofUnit(DENTAL_UNIT));
        InformationEntity open =
                InformationEntity.at(DENTISTS, HsaId.of("TSTNMT2321000156-VE33"), START);
        AccessQuestion question = AccessQuestion.of(user, PATIENT, open, FROM_DENTIST);

        AccessDecision emergency = access.mayAccess(question.inEmergency());
        AccessDecision opening = access.mayAccess(question.inEmergencyOpeningBlocks());

        assertThat(emergency.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(Verdict.ALLOWED_IN_EMERGENCY, Verdict.DENIED);
        assertThat(opening.verdict()).isEqualTo(Verdict.ALLOWED_IN_EMERGENCY);
        assertThat(opening.toLog())
                .singleElement()
                .satisfies(
                        log -> assertThat(log.activity()).isEqualTo(ActivityType.EMERGENCY_ACCESS));
    }

    @Test
    void registeredEmergency_inThePlaceOfConsent_isLoggedAsSuch() {
        relate();
        consents.register(consent().inEmergency());

        assertThat(verdict(FROM_DENTIST)).isEqualTo(Verdict.ALLOWED_IN_EMERGENCY);

        consents.register(consent());

        assertThat(verdict(FROM_DENTIST)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void serviceThatIsDown_leavesOnlyWhatDependsOnItUndetermined() {
        services.faults()
                .next(BlockingContracts.CHECK_BLOCKS_4, Fault.vp("VP009").producerStatus(503));

        AccessDecision decision = decide(OWN, FROM_CLINIC);

        assertThat(decision.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(Verdict.ALLOWED, Verdict.UNDETERMINED);
        assertThat(decision.entities().get(1).reason(Check.BLOCK).flatMap(Reason::failure))
                .containsInstanceOf(PlatformException.class);
        assertThat(decision.toLog()).hasSize(1);
    }

    @Test
    void decision_aboutManyData_callsEachServiceOnce() {
        relate();
        consents.register(consent());
        services.journal().clear();

        decide(FROM_CLINIC, FROM_DENTIST, FROM_DENTIST, OWN);

        assertThat(services.journal().exchanges()).hasSize(3);
    }

    // ---- blocks as the contract describes them

    @ParameterizedTest
    @CsvSource({
        "-20, -11, NOT_BLOCKED",
        "-20, -10, BLOCKED",
        "-20, -5, BLOCKED",
        "-5, -1, BLOCKED",
        "-1, 5, BLOCKED",
        "0, 5, BLOCKED",
        "1, 5, NOT_BLOCKED",
        "-20, 5, BLOCKED",
    })
    void block_ofATime_closesDataThatItOverlaps(int fromDay, int toDay, BlockStatus status) {
        standIn.add(Block.outer(PATIENT, DENTISTS).during(START.minus(Duration.ofDays(10)), START));

        assertThat(
                        blocks.check(
                                        actor,
                                        PATIENT,
                                        List.of(
                                                InformationEntity.between(
                                                        DENTISTS,
                                                        DENTAL_UNIT,
                                                        START.plus(Duration.ofDays(fromDay)),
                                                        START.plus(Duration.ofDays(toDay)))))
                                .statuses())
                .containsExactly(status);
    }

    @Test
    void temporaryRevoke_liftsABlock_forItsUnitAndItsTime() {
        Block block = Block.outer(PATIENT, DENTISTS);
        standIn.add(block);
        standIn.add(TemporaryRevoke.of(block, OWN_UNIT, START.plus(Duration.ofHours(1))));

        assertThat(status(actor)).isEqualTo(BlockStatus.NOT_BLOCKED);
        assertThat(status(new AccessingActor(actor.employee(), CARE_PROVIDER, CLINIC)))
                .isEqualTo(BlockStatus.BLOCKED);
        CLOCK.now = START.plus(Duration.ofHours(2));
        assertThat(status(actor)).isEqualTo(BlockStatus.BLOCKED);
    }

    @Test
    void temporaryRevoke_forOneEmployee_liftsTheBlockForNobodyElse() {
        Block block = Block.outer(PATIENT, DENTISTS);
        standIn.add(block);
        standIn.add(
                TemporaryRevoke.of(block, OWN_UNIT, START.plus(Duration.ofHours(1)))
                        .onlyFor(HsaId.of("TSTNMT2321000156-1001")));

        assertThat(status(actor)).isEqualTo(BlockStatus.BLOCKED);
        assertThat(
                        status(
                                new AccessingActor(
                                        HsaId.of("TSTNMT2321000156-1001"),
                                        CARE_PROVIDER,
                                        OWN_UNIT)))
                .isEqualTo(BlockStatus.NOT_BLOCKED);
    }

    private BlockStatus status(AccessingActor who) {
        return blocks.check(who, PATIENT, List.of(FROM_DENTIST)).statuses().get(0);
    }

    @Test
    void blocks_outerAndInner_areAgainstWhomTheyAreAgainst() {
        standIn.add(Block.outer(PATIENT, CARE_PROVIDER));
        standIn.add(Block.inner(PATIENT, DENTISTS, DENTAL_UNIT));

        // an outer block is not against one's own care provider, nor an inner one against others
        assertThat(blocks.check(actor, PATIENT, List.of(FROM_CLINIC, FROM_DENTIST)).statuses())
                .containsExactly(BlockStatus.NOT_BLOCKED, BlockStatus.NOT_BLOCKED);
        standIn.add(Block.outer(OTHER_PATIENT, DENTISTS));
        assertThat(status(actor)).isEqualTo(BlockStatus.NOT_BLOCKED);
        Block block = Block.outer(PATIENT, DENTISTS);
        standIn.add(block);
        assertThat(status(actor)).isEqualTo(BlockStatus.BLOCKED);
        standIn.lift(block);
        assertThat(status(actor)).isEqualTo(BlockStatus.NOT_BLOCKED);
    }

    @Test
    void dataOfAKindThatTheContractDoesNotKnow_areNotChecked() {
        assertThat(
                        blocks.check(
                                        actor,
                                        PATIENT,
                                        List.of(
                                                FROM_DENTIST.of(new InformationType("voo")),
                                                FROM_DENTIST))
                                .statuses())
                .containsExactly(BlockStatus.NOT_CHECKED, BlockStatus.NOT_BLOCKED);
    }

    // ---- consents

    @Test
    void consent_holdsForItsUnitItsEmployeeAndItsTime() {
        consents.register(
                consent()
                        .onlyFor(actor.employee())
                        .from(START.plus(Duration.ofHours(1)))
                        .until(START.plus(Duration.ofHours(2))));
        AccessingActor colleague =
                new AccessingActor(
                        HsaId.of("TSTNMT2321000156-1001"), actor.careProvider(), actor.careUnit());
        AccessingActor elsewhere =
                new AccessingActor(actor.employee(), actor.careProvider(), CLINIC);

        assertThat(consents.check(actor, PATIENT)).isEqualTo(ConsentAnswer.none());
        CLOCK.now = START.plus(Duration.ofHours(2));
        assertThat(consents.check(actor, PATIENT)).isEqualTo(ConsentAnswer.of(ConsentType.CONSENT));
        assertThat(consents.check(colleague, PATIENT).hasConsent()).isFalse();
        assertThat(consents.check(elsewhere, PATIENT).hasConsent()).isFalse();
        assertThat(consents.check(actor, OTHER_PATIENT).hasConsent()).isFalse();
        CLOCK.now = START.plus(Duration.ofHours(2)).plusSeconds(1);
        assertThat(consents.check(actor, PATIENT).hasConsent()).isFalse();
    }

    @Test
    void consent_cancelled_holdsNoLonger_andIsKeptForTheHistory() {
        Receipt receipt = consents.register(consent().givenBy(OTHER_PATIENT));
        Action action = Action.by(user, START).because("Patienten ångrade sig");

        consents.cancel(CARE_PROVIDER, receipt.id(), action);

        assertThat(consents.check(actor, PATIENT).hasConsent()).isFalse();
        assertThat(consents.forPatient(CARE_PROVIDER, PATIENT)).isEmpty();
        assertThat(consents.extendedForPatient(CARE_PROVIDER, PATIENT)).isEmpty();
        List<ExtendedConsent> history =
                consents.extendedForPatientIncludingInvalid(CARE_PROVIDER, PATIENT);
        assertThat(history).singleElement();
        assertThat(history.get(0).cancelled()).contains(action);
        assertThat(history.get(0).deleted()).isEmpty();
        assertThat(history.get(0).representedBy()).contains(OTHER_PATIENT);
        assertThat(refusal(() -> consents.delete(CARE_PROVIDER, receipt.id(), action)).resultCode())
                .isEqualTo("INVALIDSTATE");
    }

    @Test
    void consent_thatIsNotThere_cannotBeCancelled() {
        assertThat(
                        refusal(
                                        () ->
                                                consents.cancel(
                                                        CARE_PROVIDER,
                                                        "b2c7",
                                                        Action.by(user, START)))
                                .resultCode())
                .isEqualTo("NOTFOUND");
    }

    private static RejectedException refusal(Runnable call) {
        return catchThrowableOfType(RejectedException.class, call::run);
    }

    @Test
    void consent_registeredAgain_isThereAlready() {
        ConsentRegistration registration = consent();

        assertThat(consents.register(registration).existedBefore()).isFalse();
        assertThat(consents.register(registration).existedBefore()).isTrue();
        assertThat(standIn.consents()).hasSize(1);
    }

    @Test
    void consent_thatEndsBeforeItIsRegistered_isRefusedByTheService() {
        assertThat(
                        refusal(() -> consents.register(consent().until(START.minusSeconds(1))))
                                .resultCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void consents_ofACareProvider_comeInParts_andLaterOnlyWhatIsNew() {
        standIn.partSize(3);
        List<String> ids =
                IntStream.range(0, 10).mapToObj(i -> consents.register(consent()).id()).toList();

        Listing<Consent> all = consents.forCareProvider(CARE_PROVIDER);

        assertThat(all.valid()).extracting(Consent::id).containsExactlyElementsOf(ids);
        CLOCK.now = START.plusSeconds(60);
        consents.cancel(CARE_PROVIDER, ids.get(4), Action.by(user, CLOCK.instant()));
        String added = consents.register(consent()).id();
        Listing<Consent> changes = consents.changesForCareProvider(CARE_PROVIDER, all.next());
        assertThat(changes.valid()).extracting(Consent::id).containsExactly(added);
        assertThat(changes.cancelled()).extracting(Cancelled::id).containsExactly(ids.get(4));
        assertThat(consents.forCareProvider(DENTISTS).valid()).isEmpty();
    }

    @Test
    void consents_atAnUnknownCareProvider_haveNoRoute() {
        PlatformException noRoute =
                catchThrowableOfType(
                        PlatformException.class,
                        () -> consents.forPatient(HsaId.of("SE2321000016-NOBODY"), PATIENT));

        assertThat(noRoute).hasMessageContaining("VP004");
        assertThat(
                        consents.at(LogicalAddress.of("SE165565594230-1000"))
                                .forPatient(HsaId.of("SE2321000016-NOBODY"), PATIENT))
                .isEmpty();
    }

    @Test
    void registration_withoutTheRight_isThePlatformsRefusal() {
        services.platform()
                .deny(
                        HsaId.of(NationalServices.SYSTEM_HSA_ID),
                        ConsentContracts.REGISTER_EXTENDED_CONSENT_2);

        assertThat(
                        catchThrowableOfType(
                                PlatformException.class, () -> consents.register(consent())))
                .hasMessageContaining("VP007");
    }

    // ---- patient relations

    @Test
    void relation_holdsForItsEmployeeAndItsTime() {
        relate();
        AccessingActor colleague =
                new AccessingActor(
                        HsaId.of("TSTNMT2321000156-1001"), actor.careProvider(), actor.careUnit());

        assertThat(relations.check(actor, PATIENT).hasRelation()).isTrue();
        assertThat(relations.check(colleague, PATIENT).hasRelation()).isFalse();
        assertThat(relations.check(actor, OTHER_PATIENT).hasRelation()).isFalse();
        CLOCK.now = START.plus(Duration.ofDays(1)).plusSeconds(1);
        assertThat(relations.check(actor, PATIENT).hasRelation()).isFalse();
    }

    @Test
    void relation_deleted_holdsNoLonger_andIsKeptForTheHistory() {
        relate();
        PatientRelation relation = relations.forPatient(CARE_PROVIDER, PATIENT).get(0);
        assertThat(relation.patient().id()).contains(PATIENT);
        assertThat(relations.forCareProvider(CARE_PROVIDER).valid()).containsExactly(relation);

        relations.delete(CARE_PROVIDER, relation.id(), Action.by(user, START));

        assertThat(relations.check(actor, PATIENT).hasRelation()).isFalse();
        assertThat(relations.extendedForPatient(CARE_PROVIDER, PATIENT)).isEmpty();
        assertThat(relations.extendedForPatientIncludingInvalid(CARE_PROVIDER, PATIENT))
                .singleElement()
                .satisfies(each -> assertThat(each.deleted()).isPresent());
        assertThat(relations.changesForCareProvider(CARE_PROVIDER, Instant.EPOCH).cancelled())
                .extracting(Cancelled::id)
                .containsExactly(relation.id());
        assertThat(
                        refusal(
                                        () ->
                                                relations.cancel(
                                                        CARE_PROVIDER,
                                                        relation.id(),
                                                        Action.by(user, START)))
                                .resultCode())
                .isEqualTo("INVALIDSTATE");
    }

    @Test
    void reset_emptiesTheRegisters() {
        relate();
        consents.register(consent());
        standIn.add(Block.outer(PATIENT, DENTISTS));

        services.reset();

        assertThat(standIn.consents()).isEmpty();
        assertThat(standIn.relations()).isEmpty();
        assertThat(status(actor)).isEqualTo(BlockStatus.NOT_BLOCKED);
    }
}
