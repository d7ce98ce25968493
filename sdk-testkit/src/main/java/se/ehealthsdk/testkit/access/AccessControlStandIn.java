package se.ehealthsdk.testkit.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.audit.access.Consent;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.ConsentType;
import se.ehealthsdk.audit.access.ExtendedConsent;
import se.ehealthsdk.audit.access.ExtendedPatientRelation;
import se.ehealthsdk.audit.access.PatientRelationRegistration;
import se.ehealthsdk.audit.access.UntypedPersonId;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.BlockingContracts;
import se.ehealthsdk.audit.contract.CheckConsent;
import se.ehealthsdk.audit.contract.CheckConsentAnswer;
import se.ehealthsdk.audit.contract.CheckPatientRelation;
import se.ehealthsdk.audit.contract.CheckPatientRelationAnswer;
import se.ehealthsdk.audit.contract.ConsentContracts;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PatientRelationContracts;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;

/**
 * The block, consent and patient relation services, with registers that a test can fill, and that the
 * registration contracts fill too. Safe for use by many threads.
 *
 * <pre>{@code
 * Block block = Block.outer(patient, careProvider);
 * services.accessControl().add(block);
 * services.accessControl().add(TemporaryRevoke.of(block, careUnit, inAnHour));
 * }</pre>
 *
 * <p>The checks follow the contracts' documentation. A block closes data that it overlaps in time, even in
 * part, unless they are of a kind that it leaves open or it is lifted for the actor. A consent holds for
 * the unit, or the one employee, that it names; a patient relation for its employee at its unit. Ends are
 * included. Rows of CheckBlocks come in reverse, since the contract promises no order.
 */
public final class AccessControlStandIn {

    private static final Rule PERIOD = Rules.of("access.period");

    private volatile Inspector inspector;
    private final Clock clock;
    private final BlockRegister blocks;
    private final Register<ConsentEntry> consents;
    private final Register<RelationEntry> relations;

    /**
     * Empty registers.
     *
     * @param clock by which registrations hold or not
     */
    public AccessControlStandIn(Clock clock) {
        this.clock = clock;
        this.inspector = new Inspector(clock);
        this.blocks = new BlockRegister(clock);
        this.consents = new Register<>(clock);
        this.relations = new Register<>(clock);
    }

    /** Whom it asks before it refuses, and tells what rules are broken; strict, and telling nobody, unless set. */
    public void inspectedBy(Inspector asked) {
        inspector = asked;
    }

    /** Adds a block, in the place of one with the same identity. */
    public void add(Block block) {
        blocks.add(block);
    }

    /** Lifts a block for some, for a time. */
    public void add(TemporaryRevoke revoke) {
        blocks.add(revoke);
    }

    /** Lifts a block for all, for ever. */
    public void lift(Block block) {
        blocks.lift(block.id());
    }

    /** Registers a consent, as RegisterExtendedConsent does. */
    public AccessControlResult register(ConsentRegistration consent) {
        if (!inOrder(consent.start().orElse(clock.instant()), consent.end())
                && inspector.refuses(PERIOD, "endDate")) {
            return outOfOrder();
        }
        return consents.add(ConsentEntry.of(consent, clock.instant()));
    }

    /** Registers a patient relation, as RegisterExtendedPatientRelation does. */
    public AccessControlResult register(PatientRelationRegistration relation) {
        if (!inOrder(relation.start().orElse(clock.instant()), Optional.of(relation.end()))
                && inspector.refuses(PERIOD, "EndDate")) {
            return outOfOrder();
        }
        return relations.add(RelationEntry.of(relation, clock.instant()));
    }

    private static boolean inOrder(Instant start, Optional<Instant> end) {
        return end.filter(start::isAfter).isEmpty();
    }

    private static AccessControlResult outOfOrder() {
        return Register.result(
                AccessControlResult.VALIDATION_ERROR, "Slutdatum ligger före startdatum");
    }

    /** All consents, whether they hold or not, with their history. */
    public List<ExtendedConsent> consents() {
        return consents.all().stream().map(ConsentEntry::extended).toList();
    }

    /** All patient relations, whether they hold or not, with their history. */
    public List<ExtendedPatientRelation> relations() {
        return relations.all().stream().map(RelationEntry::extended).toList();
    }

    /** How many consents or relations of a care provider come in one answer: 500 unless set. */
    public void partSize(int size) {
        if (size < 1) {
            throw new InvalidInputException("size", "is below 1", "1 or more");
        }
        consents.partSize(size);
        relations.partSize(size);
    }

    /** Empties all registers. */
    public void reset() {
        blocks.clear();
        consents.clear();
        relations.clear();
    }

    /** Answers the contracts of all three services. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        endpoint.on(BlockingContracts.CHECK_BLOCKS_4, (request, caller) -> blocks.check(request));
        answerConsents(endpoint);
        answerRelations(endpoint);
    }

    private void answerConsents(RivtaEndpoint.Builder endpoint) {
        endpoint.on(ConsentContracts.CHECK_CONSENT_2, (request, caller) -> check(request))
                .on(
                        ConsentContracts.REGISTER_EXTENDED_CONSENT_2,
                        (request, caller) -> register(request))
                .on(
                        ConsentContracts.CANCEL_EXTENDED_CONSENT_2,
                        (request, caller) ->
                                consents.stop(
                                        request.id(), entry -> entry.cancelled(request.action())))
                .on(
                        ConsentContracts.DELETE_EXTENDED_CONSENT_2,
                        (request, caller) ->
                                consents.stop(
                                        request.id(), entry -> entry.deleted(request.action())))
                .on(
                        ConsentContracts.GET_CONSENTS_FOR_PATIENT_2,
                        (request, caller) ->
                                list(
                                        consents(request.careProvider(), request.patient(), false),
                                        ConsentEntry::consent))
                .on(
                        ConsentContracts.GET_EXTENDED_CONSENTS_FOR_PATIENT_2,
                        (request, caller) ->
                                list(
                                        consents(
                                                request.careProvider(),
                                                request.patient(),
                                                request.includeInvalid()),
                                        ConsentEntry::extended))
                .on(
                        ConsentContracts.GET_CONSENTS_FOR_CARE_PROVIDER_2,
                        (request, caller) -> consents.page(request, ConsentEntry::consent));
    }

    private CheckConsentAnswer check(CheckConsent request) {
        List<ConsentType> types =
                consents.holding(entry -> entry.isFor(request.actor())).stream()
                        .map(ConsentEntry::consent)
                        .filter(consent -> consent.patient().equals(request.patient()))
                        .map(Consent::type)
                        .sorted()
                        .toList();
        return new CheckConsentAnswer(
                AccessControlResult.ok(), !types.isEmpty(), types.stream().findFirst());
    }

    private List<ConsentEntry> consents(
            HsaId careProvider, PersonId patient, boolean includeInvalid) {
        return consents.of(careProvider, includeInvalid).stream()
                .filter(entry -> entry.consent().patient().equals(patient))
                .toList();
    }

    private void answerRelations(RivtaEndpoint.Builder endpoint) {
        endpoint.on(
                        PatientRelationContracts.CHECK_PATIENT_RELATION_1,
                        (request, caller) -> check(request))
                .on(
                        PatientRelationContracts.REGISTER_EXTENDED_PATIENT_RELATION_1,
                        (request, caller) -> register(request))
                .on(
                        PatientRelationContracts.CANCEL_EXTENDED_PATIENT_RELATION_1,
                        (request, caller) ->
                                relations.stop(
                                        request.id(), entry -> entry.cancelled(request.action())))
                .on(
                        PatientRelationContracts.DELETE_EXTENDED_PATIENT_RELATION_1,
                        (request, caller) ->
                                relations.stop(
                                        request.id(), entry -> entry.deleted(request.action())))
                .on(
                        PatientRelationContracts.GET_PATIENT_RELATIONS_FOR_PATIENT_1,
                        (request, caller) ->
                                list(
                                        relations(request.careProvider(), request.patient(), false),
                                        RelationEntry::relation))
                .on(
                        PatientRelationContracts.GET_EXTENDED_PATIENT_RELATIONS_FOR_PATIENT_1,
                        (request, caller) ->
                                list(
                                        relations(
                                                request.careProvider(),
                                                request.patient(),
                                                request.includeInvalid()),
                                        RelationEntry::extended))
                .on(
                        PatientRelationContracts.GET_PATIENT_RELATIONS_FOR_CARE_PROVIDER_1,
                        (request, caller) -> relations.page(request, RelationEntry::relation));
    }

    private CheckPatientRelationAnswer check(CheckPatientRelation request) {
        boolean has =
                relations.holding(entry -> entry.isOf(request.actor())).stream()
                        .anyMatch(entry -> entry.relation().patient().equals(request.patient()));
        return new CheckPatientRelationAnswer(AccessControlResult.ok(), has);
    }

    private List<RelationEntry> relations(
            HsaId careProvider, UntypedPersonId patient, boolean includeInvalid) {
        return relations.of(careProvider, includeInvalid).stream()
                .filter(entry -> entry.relation().patient().equals(patient))
                .toList();
    }

    private static <E, T> ListAnswer<T> list(List<E> entries, Function<E, T> view) {
        return new ListAnswer<>(AccessControlResult.ok(), entries.stream().map(view).toList());
    }
}
