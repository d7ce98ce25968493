package se.ehealthsdk.audit.access;

import static se.ehealthsdk.audit.contract.ConsentContracts.CANCEL_EXTENDED_CONSENT_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.CHECK_CONSENT_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.DELETE_EXTENDED_CONSENT_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.GET_CONSENTS_FOR_CARE_PROVIDER_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.GET_CONSENTS_FOR_PATIENT_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.GET_EXTENDED_CONSENTS_FOR_PATIENT_2;
import static se.ehealthsdk.audit.contract.ConsentContracts.REGISTER_EXTENDED_CONSENT_2;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.CheckConsent;
import se.ehealthsdk.audit.contract.CheckConsentAnswer;
import se.ehealthsdk.audit.contract.EndRegistration;
import se.ehealthsdk.audit.contract.ExtendedPatientQuery;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PatientQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;

/**
 * Asks the consent service (samtyckestjänst) whether a patient has consented to an actor's seeing what
 * other care providers have documented; registers, cancels and lists such consents.
 *
 * <pre>{@code
 * Consents consents = Consents.on(platform);
 * if (!consents.check(AccessingActor.of(user), patient).hasConsent()) {
 *     consents.register(ConsentRegistration.forUnitOf(user, patient, now).until(inAWeek));
 * }
 * }</pre>
 *
 * <p><b>Refused.</b> {@code OK} and {@code INFO} mean done. Every other code is a {@link
 * se.ehealthsdk.core.error.RejectedException} with the code in it, and nothing was done: {@code NOTFOUND},
 * there is no such consent at that address; {@code INVALIDSTATE}, it can no longer be changed, as when it
 * is cancelled or deleted already; {@code ACCESSDENIED}, this system may not; {@code VALIDATION_ERROR},
 * something in the request is wrong. {@code ALREADYEXISTS} is not thrown, see {@link Receipt}.
 *
 * <p><b>Addresses.</b> The contract routes by the care provider: the actor's for questions, the one that
 * the consent is for when it is changed. The address that the environment has for the domain comes before
 * that, and {@link #at} before both.
 *
 * <p>Source: informationsecurity:authorization:consent 2.0; lagen (2022:913) om sammanhållen vård- och
 * omsorgsdokumentation, chapter 3. Immutable, safe for use by many threads.
 */
public final class Consents implements ConsentCheck {

    private final Service service;

    private Consents(Service service) {
        this.service = service;
    }

    /** Asks at the addresses that the contract prescribes, see above. */
    public static Consents on(RivtaClient platform) {
        return new Consents(new Service(platform, Optional.empty()));
    }

    /** The same, with all calls to one address. */
    public Consents at(LogicalAddress address) {
        return new Consents(new Service(service.client(), Optional.of(address)));
    }

    /**
     * Checks whether there is a consent, or a registered emergency, that holds now.
     *
     * @throws se.ehealthsdk.core.error.RejectedException if the service did not make the check
     */
    @Override
    public ConsentAnswer check(AccessingActor actor, PersonId patient) {
        CheckConsentAnswer answer =
                service.question(
                        CHECK_CONSENT_2,
                        LogicalAddress.of(actor.careProvider()),
                        new CheckConsent(actor, patient),
                        CheckConsentAnswer::result);
        return new ConsentAnswer(
                answer.hasConsent(), answer.type(), Service.toShow(answer.result()));
    }

    /**
     * Registers a consent or an emergency.
     *
     * <p>When it is not known whether the call came through, call again with the same registration: its
     * identity makes the service see that it is the same.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if something is too long or dates are out of
     *     order; nothing was sent
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see above
     */
    public Receipt register(ConsentRegistration consent) {
        Checked.id("consent.id", consent.id());
        Checked.period("consent.end", consent.start(), consent.end());
        Checked.action(consent.action());
        return service.register(
                REGISTER_EXTENDED_CONSENT_2, consent.careProvider(), consent.id(), consent);
    }

    /**
     * Cancels a consent (återkallar): the patient takes it back. Cannot be undone. The service keeps it for
     * the history.
     *
     * @param careProvider the care provider that the consent is for
     * @param id its identity
     * @param action who asked for it and who does it
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see above: the consent
     *     may hold still
     */
    public Receipt cancel(HsaId careProvider, String id, Action action) {
        Checked.action(action);
        return service.end(
                CANCEL_EXTENDED_CONSENT_2,
                careProvider,
                id,
                new EndRegistration(Checked.id("id", id), action));
    }

    /**
     * Deletes a consent (makulerar) that had been registered by mistake. Cannot be undone. The service
     * keeps it for the history.
     *
     * @param careProvider the care provider that the consent is for
     * @param id its identity
     * @param action who asked for it and who does it
     * @throws se.ehealthsdk.core.error.RejectedException if the service refused, see above: the consent
     *     may hold still
     */
    public Receipt delete(HsaId careProvider, String id, Action action) {
        Checked.action(action);
        return service.end(
                DELETE_EXTENDED_CONSENT_2,
                careProvider,
                id,
                new EndRegistration(Checked.id("id", id), action));
    }

    /** The consents of a patient that hold now at a care provider. */
    public List<Consent> forPatient(HsaId careProvider, PersonId patient) {
        return service.question(
                        GET_CONSENTS_FOR_PATIENT_2,
                        LogicalAddress.of(careProvider),
                        new PatientQuery<>(careProvider, patient),
                        ListAnswer::result)
                .found();
    }

    /** The consents of a patient that hold now at a care provider, with who registered them. */
    public List<ExtendedConsent> extendedForPatient(HsaId careProvider, PersonId patient) {
        return extended(new ExtendedPatientQuery<>(careProvider, patient, false));
    }

    /** All that a patient has ever had at a care provider: cancelled, deleted and past their end too. */
    public List<ExtendedConsent> extendedForPatientIncludingInvalid(
            HsaId careProvider, PersonId patient) {
        return extended(new ExtendedPatientQuery<>(careProvider, patient, true));
    }

    private List<ExtendedConsent> extended(ExtendedPatientQuery<PersonId> query) {
        return service.question(
                        GET_EXTENDED_CONSENTS_FOR_PATIENT_2,
                        LogicalAddress.of(query.careProvider()),
                        query,
                        ListAnswer::result)
                .found();
    }

    /** All consents that hold now at a care provider, in as many calls as the service needs. */
    public Listing<Consent> forCareProvider(HsaId careProvider) {
        return all(new CareProviderQuery(careProvider, Optional.empty(), false));
    }

    /**
     * The consents at a care provider that the service has stored since a time, and those that were
     * cancelled or deleted before their end.
     *
     * @param since as {@link Listing#next()} of the last answer
     */
    public Listing<Consent> changesForCareProvider(HsaId careProvider, Instant since) {
        return all(new CareProviderQuery(careProvider, Optional.of(since), true));
    }

    private Listing<Consent> all(CareProviderQuery query) {
        return service.all(GET_CONSENTS_FOR_CARE_PROVIDER_2, query, Consent::id);
    }
}
