package se.ehealthsdk.audit.access;

import static se.ehealthsdk.audit.contract.PatientRelationContracts.CANCEL_EXTENDED_PATIENT_RELATION_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.CHECK_PATIENT_RELATION_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.DELETE_EXTENDED_PATIENT_RELATION_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.GET_EXTENDED_PATIENT_RELATIONS_FOR_PATIENT_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.GET_PATIENT_RELATIONS_FOR_CARE_PROVIDER_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.GET_PATIENT_RELATIONS_FOR_PATIENT_1;
import static se.ehealthsdk.audit.contract.PatientRelationContracts.REGISTER_EXTENDED_PATIENT_RELATION_1;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.CheckPatientRelation;
import se.ehealthsdk.audit.contract.CheckPatientRelationAnswer;
import se.ehealthsdk.audit.contract.EndRegistration;
import se.ehealthsdk.audit.contract.ExtendedPatientQuery;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PatientQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;

/**
 * Asks the patient relation service (patientrelationstjänst) whether an employee takes part in the care of
 * a patient; registers, cancels and lists such relations.
 *
 * <pre>{@code
 * PatientRelations relations = PatientRelations.on(platform);
 * relations.register(PatientRelationRegistration.of(user, patient, now, tomorrow));
 * relations.check(AccessingActor.of(user), patient).hasRelation();     // true
 * }</pre>
 *
 * <p>Refusals and addresses are as in {@link Consents}. The contract carries personal identities without
 * their kind, see {@link UntypedPersonId}; one of more than twelve characters is refused before it is sent.
 *
 * <p>Source: ehr:patientrelationship 1.0; lagen (2022:913) om sammanhållen vård- och omsorgsdokumentation,
 * chapter 3. Immutable, safe for use by many threads.
 */
public final class PatientRelations implements RelationCheck {

    private final Service service;

    private PatientRelations(Service service) {
        this.service = service;
    }

    /** Asks at the addresses that the contract prescribes: those of the care providers. */
    public static PatientRelations on(RivtaClient platform) {
        return new PatientRelations(new Service(platform, Optional.empty()));
    }

    /** The same, with all calls to one address. */
    public PatientRelations at(LogicalAddress address) {
        return new PatientRelations(new Service(service.client(), Optional.of(address)));
    }

    /**
     * Checks whether there is a relation that holds now.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract cannot carry the identity
     * @throws se.ehealthsdk.core.error.RejectedException if the service did not make the check
     */
    @Override
    public RelationAnswer check(AccessingActor actor, PersonId patient) {
        CheckPatientRelationAnswer answer =
                service.question(
                        CHECK_PATIENT_RELATION_1,
                        LogicalAddress.of(actor.careProvider()),
                        new CheckPatientRelation(actor, Checked.untyped(patient)),
                        CheckPatientRelationAnswer::result);
        return new RelationAnswer(answer.hasPatientRelation(), Service.toShow(answer.result()));
    }

    /**
     * Registers a relation. When it is not known whether the call came through, call again with the same
     * registration.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if something is too long or dates are out of
     *     order; nothing was sent
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see {@link Consents}
     */
    public Receipt register(PatientRelationRegistration relation) {
        Checked.id("relation.id", relation.id());
        Checked.untyped(relation.patient());
        Checked.period("relation.end", relation.start(), Optional.of(relation.end()));
        Checked.action(relation.action());
        return service.register(
                REGISTER_EXTENDED_PATIENT_RELATION_1,
                relation.careProvider(),
                relation.id(),
                relation);
    }

    /**
     * Cancels a relation (återkallar): it holds no longer. Cannot be undone. The service keeps it for the
     * history.
     *
     * @param careProvider the care provider that the relation is at
     * @param id its identity
     * @param action who asked for it and who does it
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see {@link Consents}
     */
    public Receipt cancel(HsaId careProvider, String id, Action action) {
        Checked.action(action);
        return service.end(
                CANCEL_EXTENDED_PATIENT_RELATION_1,
                careProvider,
                id,
                new EndRegistration(Checked.id("id", id), action));
    }

    /**
     * Deletes a relation (makulerar) that had been registered by mistake. Cannot be undone. The service
     * keeps it for the history.
     *
     * @param careProvider the care provider that the relation is at
     * @param id its identity
     * @param action who asked for it and who does it
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see {@link Consents}
     */
    public Receipt delete(HsaId careProvider, String id, Action action) {
        Checked.action(action);
        return service.end(
                DELETE_EXTENDED_PATIENT_RELATION_1,
                careProvider,
                id,
                new EndRegistration(Checked.id("id", id), action));
    }

    /** The relations of a patient that hold now at a care provider. */
    public List<PatientRelation> forPatient(HsaId careProvider, PersonId patient) {
        return service.question(
                        GET_PATIENT_RELATIONS_FOR_PATIENT_1,
                        LogicalAddress.of(careProvider),
                        new PatientQuery<>(careProvider, Checked.untyped(patient)),
                        ListAnswer::result)
                .found();
    }

    /** The relations of a patient that hold now at a care provider, with who registered them. */
    public List<ExtendedPatientRelation> extendedForPatient(HsaId careProvider, PersonId patient) {
        return extended(careProvider, patient, false);
    }

    /** All that a patient has ever had at a care provider: cancelled, deleted and past their end too. */
    public List<ExtendedPatientRelation> extendedForPatientIncludingInvalid(
            HsaId careProvider, PersonId patient) {
        return extended(careProvider, patient, true);
    }

    private List<ExtendedPatientRelation> extended(
            HsaId careProvider, PersonId patient, boolean includeInvalid) {
        return service.question(
                        GET_EXTENDED_PATIENT_RELATIONS_FOR_PATIENT_1,
                        LogicalAddress.of(careProvider),
                        new ExtendedPatientQuery<>(
                                careProvider, Checked.untyped(patient), includeInvalid),
                        ListAnswer::result)
                .found();
    }

    /** All relations that hold now at a care provider, in as many calls as the service needs. */
    public Listing<PatientRelation> forCareProvider(HsaId careProvider) {
        return all(new CareProviderQuery(careProvider, Optional.empty(), false));
    }

    /**
     * The relations at a care provider that the service has stored since a time, and those that were
     * cancelled or deleted before their end.
     *
     * @param since as {@link Listing#next()} of the last answer
     */
    public Listing<PatientRelation> changesForCareProvider(HsaId careProvider, Instant since) {
        return all(new CareProviderQuery(careProvider, Optional.of(since), true));
    }

    private Listing<PatientRelation> all(CareProviderQuery query) {
        return service.all(GET_PATIENT_RELATIONS_FOR_CARE_PROVIDER_1, query, PatientRelation::id);
    }
}
