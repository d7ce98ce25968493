package se.ehealthsdk.certificate;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.OutcomeTable.Operation;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.CertificateWithQuestions;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate;
import se.ehealthsdk.certificate.contract.CreateDraftCertificateAnswer;
import se.ehealthsdk.certificate.contract.GetCertificate;
import se.ehealthsdk.certificate.contract.ListCertificatesForCare;
import se.ehealthsdk.certificate.contract.ListCertificatesForCareWithQA;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.RegisterCertificate;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.RevokeCertificate;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient.Sender;
import se.ehealthsdk.certificate.contract.SendMessageToRecipient;
import se.ehealthsdk.certificate.contract.SetCertificateStatus;
import se.ehealthsdk.certificate.contract.SickLeave;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * Asks Intygstjänster and Webcert: registers certificates, sends them, reads, lists and revokes them, sends messages,
 * creates drafts.
 *
 * <pre>{@code
 * CertificateClient certificates = CertificateClient.builder(platform)
 *         .intygstjanster(LogicalAddress.of("..."))
 *         .webcert(LogicalAddress.of("..."))
 *         .recipient(Part.FKASSA, LogicalAddress.of("..."))
 *         .build();
 * ServiceOutcome outcome = certificates.register(intyg);
 * }</pre>
 *
 * <p><b>Addresses.</b> No logical address is built in: order them with the connection. The services are two, in one
 * domain: Webcert creates drafts and lists certificates with questions, Intygstjänster does all else.
 *
 * <p><b>What changes something</b> gives a {@link ServiceOutcome}, also when it is refused: look at it, or let {@link
 * ServiceOutcome#orThrow()} do so. What only asks gives the answer. In both, an exception means that it could not be
 * told, those of {@link RivtaClient#call}; one that comes from {@link #register}, {@link #revoke} and {@link #send} can
 * be followed by the same call again, which does nothing twice.
 *
 * <p><b>Checked first.</b> {@link #register} and {@link #createDraft} send nothing while the check of the certificate
 * has an error finding: what was built here is held to all rules of its form, what came from elsewhere to the official
 * ones. {@link #withoutCheckAtOwnRisk()} sends all the same.
 *
 * <p><b>Who sees what.</b> Certificates of the newer generation are not in Intygstjänster's own list: {@link
 * #certificatesForCare} and {@link #get} may miss what {@link #certificatesWithQuestions} has; the latter in its turn
 * has only those with an event.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, the ten contracts of {@link CertificateContracts}. Immutable, safe
 * for use by many threads. Holds no resources of its own: close the {@link RivtaClient}.
 */
public final class CertificateClient {

    private final RivtaClient platform;
    private final @Nullable LogicalAddress intygstjanster;
    private final @Nullable LogicalAddress webcert;
    private final Map<Part, LogicalAddress> recipients;
    private final Clock clock;
    private final BeforeSending checks;

    private CertificateClient(
            RivtaClient platform,
            @Nullable LogicalAddress intygstjanster,
            @Nullable LogicalAddress webcert,
            Map<Part, LogicalAddress> recipients,
            Clock clock,
            BeforeSending checks) {
        this.platform = platform;
        this.intygstjanster = intygstjanster;
        this.webcert = webcert;
        this.recipients = recipients;
        this.clock = clock;
        this.checks = checks;
    }

    /**
     * A client with the logical address that the environment has for the domain, for both services.
     *
     * @throws ConfigurationException if the environment has none
     */
    public static CertificateClient on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts a client with choices of its own. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /** The same client, which sends also what a check would stop. The services may refuse it. */
    public CertificateClient withoutCheckAtOwnRisk() {
        return new CertificateClient(
                platform, intygstjanster, webcert, recipients, clock, BeforeSending.NOTHING);
    }

    // ---- certificates

    /**
     * Checks a certificate as {@link #register} does before it sends.
     *
     * @return advice; no errors
     * @throws FindingsException if there is an error finding
     */
    public List<Finding> check(Intyg certificate) {
        return stopAtErrors(checks.certificate(certificate));
    }

    /**
     * Registers a certificate. Idempotent by its id: registered before for the same patient is {@link
     * ServiceOutcome.Kind#ALREADY_DONE}. It is not sent to a recipient by this.
     *
     * @throws FindingsException if there is an error finding; nothing was sent
     */
    public ServiceOutcome register(Intyg certificate) {
        return register(new RegisterCertificate(Optional.empty(), certificate));
    }

    /**
     * Registers a certificate that completes an earlier one.
     *
     * @param question the recipient's request for completion
     * @throws FindingsException if there is an error finding; nothing was sent
     */
    public ServiceOutcome register(Intyg certificate, MessageReference question) {
        return register(new RegisterCertificate(Optional.of(question), certificate));
    }

    private ServiceOutcome register(RegisterCertificate request) {
        check(request.certificate());
        return change(
                Operation.REGISTER,
                CertificateContracts.REGISTER_CERTIFICATE_3,
                intygstjanster(),
                request);
    }

    /** The certificate with this id, asked for as health care. */
    public Intyg get(Identifier certificate) {
        return get(certificate, Part.HSVARD);
    }

    /**
     * The certificate with this id.
     *
     * @param as who asks; {@link Part#HSVARD} for a care system
     * @throws ServiceFaultException if the service does not give it out: it is unknown, revoked for that part, or
     *     the service failed. There is no empty answer
     */
    public Intyg get(Identifier certificate, Part as) {
        return platform.call(
                CertificateContracts.GET_CERTIFICATE_2,
                intygstjanster(),
                new GetCertificate(withId(certificate), as));
    }

    /**
     * The patient's certificates from units, revoked ones included.
     *
     * @return empty if there are none that Intygstjänster lists, see {@link CertificateClient}
     * @throws InvalidInputException if there is no unit, or the patient has a reserve number
     */
    public List<Intyg> certificatesForCare(PersonId patient, List<HsaId> units) {
        if (units.isEmpty()) {
            throw new InvalidInputException("units", "is empty", "one unit or more");
        }
        return listed(new ListCertificatesForCare(identifier(patient), Optional.empty(), units));
    }

    /** As {@link #certificatesForCare(PersonId, List)}. */
    public List<Intyg> certificatesForCare(PersonId patient, HsaId... units) {
        return certificatesForCare(patient, Arrays.asList(units));
    }

    /** As {@link #certificatesForCare(PersonId, List)}, from all units of a care provider. */
    public List<Intyg> certificatesOfCareProvider(PersonId patient, HsaId careProvider) {
        return listed(
                new ListCertificatesForCare(
                        identifier(patient), Optional.of(careProvider), List.of()));
    }

    private List<Intyg> listed(ListCertificatesForCare request) {
        return platform.call(
                CertificateContracts.LIST_CERTIFICATES_FOR_CARE_3, intygstjanster(), request);
    }

    /**
     * The patient's certificates and drafts from units, with events and questions. Only those that have had an event.
     *
     * @return empty if there are none, see {@link CertificateClient}
     * @throws InvalidInputException if there is no unit, or the patient has a reserve number
     */
    public List<CertificateWithQuestions> certificatesWithQuestions(
            PersonId patient, List<HsaId> units) {
        return certificatesWithQuestions(
                new ListCertificatesForCareWithQA(
                        identifier(patient),
                        units,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** As {@link #certificatesWithQuestions(PersonId, List)}. */
    public List<CertificateWithQuestions> certificatesWithQuestions(
            PersonId patient, HsaId... units) {
        return certificatesWithQuestions(patient, Arrays.asList(units));
    }

    /**
     * As {@link #certificatesWithQuestions(PersonId, List)}, for a care provider's units or within a time.
     *
     * @throws InvalidInputException if there are neither units nor a care provider, or both, of which Webcert would
     *     leave one out of account; or if the time ends before it begins
     */
    public List<CertificateWithQuestions> certificatesWithQuestions(
            ListCertificatesForCareWithQA request) {
        if (request.units().isEmpty() == request.careProvider().isEmpty()) {
            throw new InvalidInputException(
                    "units",
                    request.units().isEmpty()
                            ? "and careProvider are empty"
                            : "are given beside careProvider",
                    "units or a care provider, one of them");
        }
        if (request.from().isPresent()
                && request.to().filter(to -> to.isBefore(request.from().get())).isPresent()) {
            throw new InvalidInputException("to", "is before from", "the same time or later");
        }
        return platform.call(
                CertificateContracts.LIST_CERTIFICATES_FOR_CARE_WITH_QA_3, webcert(), request);
    }

    /**
     * Revokes a certificate (makulerar). The service tells every recipient that it was sent to. Idempotent. While the
     * service does not know the certificate the outcome is {@link ServiceOutcome.Kind#NOT_YET}: the revocation may have
     * overtaken the registration, so call again.
     *
     * @param certificate its id
     * @param patient whose it is
     * @param by who revokes it; a doctor, or a dentist where dentists may issue it
     * @param why in free text, which recipients see; the contract has no code for the reason
     */
    public ServiceOutcome revoke(
            Identifier certificate,
            PersonId patient,
            HealthcareProfessional by,
            Optional<String> why) {
        return change(
                Operation.REVOKE,
                CertificateContracts.REVOKE_CERTIFICATE_2,
                intygstjanster(),
                new RevokeCertificate(why, now(), withId(certificate), identifier(patient), by));
    }

    /**
     * Sends a registered certificate to a recipient, once the patient has agreed to it. Idempotent. Sent before is
     * {@link ServiceOutcome.Kind#ALREADY_DONE}, revoked is {@link ServiceOutcome.Kind#REFUSED} although the service
     * calls it information.
     *
     * @param certificate its id
     * @param patient whose it is
     * @param recipient to whom
     * @param by who sends it
     */
    public ServiceOutcome send(
            Identifier certificate, PersonId patient, Part recipient, HealthcareProfessional by) {
        return change(
                Operation.SEND,
                CertificateContracts.SEND_CERTIFICATE_TO_RECIPIENT_2,
                intygstjanster(),
                new SendCertificateToRecipient(
                        now(),
                        withId(certificate),
                        identifier(patient),
                        recipient,
                        new Sender.Professional(by)));
    }

    /**
     * Notes a status of a certificate, as of now.
     *
     * @param certificate its id
     * @param part whom the status concerns
     * @param status a code of {@link se.ehealthsdk.certificate.document.Status}
     */
    public ServiceOutcome setStatus(Identifier certificate, Part part, String status) {
        if (status.isBlank()) {
            throw new InvalidInputException("status", "is blank", "a code, as RECEIV");
        }
        return change(
                Operation.SET_STATUS,
                CertificateContracts.SET_CERTIFICATE_STATUS_2,
                intygstjanster(),
                new SetCertificateStatus(withId(certificate), part, status, now()));
    }

    // ---- messages, drafts, sick leaves

    /**
     * Sends a question or an answer to a recipient. The certificate must have been sent there, else it is refused.
     *
     * @throws ConfigurationException if there is no address for the recipient
     */
    public ServiceOutcome sendMessage(MessageToRecipient message) {
        return change(
                Operation.SEND_MESSAGE,
                CertificateContracts.SEND_MESSAGE_TO_RECIPIENT_2,
                intygstjanster(),
                new SendMessageToRecipient(
                        message.id(),
                        message.reference(),
                        now(),
                        withId(message.certificate()),
                        identifier(message.patient()),
                        addressOf(message.recipient()).value(),
                        message.subject(),
                        message.heading(),
                        message.text(),
                        Optional.empty(),
                        message.answerTo(),
                        message.sentBy(),
                        message.lastDayForAnswer()));
    }

    /**
     * Creates a draft in Webcert, which the user then opens there. Not idempotent: after a failure whose outcome is
     * unknown, look in {@link #certificatesWithQuestions} before calling again.
     *
     * @param draft what is known; its prefill is checked first, since Webcert drops what it cannot use without a word
     * @throws FindingsException if the prefill has an error finding; nothing was sent
     * @throws InvalidInputException if something that the contract demands is missing; nothing was sent
     */
    public DraftOutcome createDraft(CreateDraftCertificate draft) {
        DraftRules.check(draft);
        stopAtErrors(checks.prefill(draft));
        return answer(
                CertificateContracts.CREATE_DRAFT_CERTIFICATE_3,
                webcert(),
                draft,
                (response, call) ->
                        new DraftOutcome(
                                response.certificate(),
                                OutcomeTable.outcome(
                                        Operation.CREATE_DRAFT, response.result(), call)),
                result -> new CreateDraftCertificateAnswer(Optional.empty(), result));
    }

    /**
     * Sick leaves that go on now, by the certificates of one unit.
     *
     * @param maxDaysBetween how many days there may be between certificates of one sick leave
     */
    public List<SickLeave> sickLeaves(HsaId unit, int maxDaysBetween) {
        return sickLeaves(
                new ListSickLeavesForCare(
                        unit, maxDaysBetween, OptionalInt.empty(), OptionalInt.empty(), List.of()));
    }

    /**
     * Sick leaves that go on now, by the certificates of one unit, of certain lengths or issuers.
     *
     * @throws InvalidInputException if a number of days is negative, or the limits leave nothing between them
     */
    public List<SickLeave> sickLeaves(ListSickLeavesForCare request) {
        notNegative("maxDaysBetween", OptionalInt.of(request.maxDaysBetween()));
        notNegative("minDays", request.minDays());
        notNegative("maxDays", request.maxDays());
        if (request.minDays().isPresent()
                && request.maxDays().isPresent()
                && request.maxDays().getAsInt() <= request.minDays().getAsInt()) {
            throw new InvalidInputException(
                    "maxDays", "is not above minDays, and is itself excluded", "more days");
        }
        return platform.call(
                CertificateContracts.LIST_SICK_LEAVES_FOR_CARE_1, intygstjanster(), request);
    }

    private static void notNegative(String field, OptionalInt days) {
        if (days.isPresent() && days.getAsInt() < 0) {
            throw new InvalidInputException(field, "is negative", "0 or more");
        }
    }

    // ---- calls

    private <Q> ServiceOutcome change(
            Operation operation, RivtaContract<Q, Result> contract, LogicalAddress to, Q request) {
        return answer(
                contract,
                to,
                request,
                (result, call) -> OutcomeTable.outcome(operation, result, call),
                Function.identity());
    }

    /** Makes what both services make of most faults out of those that come as faults all the same. */
    private <Q, R, T> T answer(
            RivtaContract<Q, R> contract,
            LogicalAddress to,
            Q request,
            BiFunction<R, CallDetails, T> judge,
            Function<Result, R> refused) {
        try {
            Reply<R> reply = platform.exchange(contract, to, request);
            return judge.apply(reply.message(), reply.details());
        } catch (ServiceFaultException fault) {
            if (!OutcomeTable.breaksSchema(fault.faultString()) || fault.details().isEmpty()) {
                throw fault;
            }
            return judge.apply(
                    refused.apply(Result.error(Result.VALIDATION_ERROR, fault.faultString())),
                    fault.details().get());
        }
    }

    private static List<Finding> stopAtErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new FindingsException(findings);
        }
        return findings;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), SwedishTime.ZONE).withNano(0);
    }

    private static Identifier identifier(PersonId person) {
        if (person instanceof Reservnummer) {
            throw new InvalidInputException(
                    "patient",
                    "has a reserve number, which these contracts cannot carry",
                    "a personnummer or samordningsnummer");
        }
        return Identifier.of(person.oid(), person.value());
    }

    private static Identifier withId(Identifier certificate) {
        if (certificate.extension().filter(id -> !id.isBlank()).isEmpty()) {
            throw new InvalidInputException(
                    "certificate", "has no id", "the id of a certificate, root and extension");
        }
        return certificate;
    }

    private LogicalAddress intygstjanster() {
        return required(intygstjanster, "Intygstjänster", "intygstjanster(...)");
    }

    private LogicalAddress webcert() {
        return required(webcert, "Webcert", "webcert(...)");
    }

    private LogicalAddress addressOf(Part recipient) {
        return required(
                recipients.get(recipient),
                "messages to " + recipient,
                "recipient(Part, LogicalAddress)");
    }

    private static LogicalAddress required(
            @Nullable LogicalAddress address, String of, String setting) {
        if (address == null) {
            throw new ConfigurationException(
                    "CertificateClient has no logical address of " + of,
                    "Give the builder "
                            + setting
                            + "; the address comes with the connection to the service.");
        }
        return address;
    }

    /** Builds a {@link CertificateClient}. Not for use by more than one thread. */
    public static final class Builder {

        private final RivtaClient platform;
        private final Map<Part, LogicalAddress> recipients = new HashMap<>();
        private @Nullable LogicalAddress intygstjanster;
        private @Nullable LogicalAddress webcert;
        private Clock clock = Clock.systemUTC();
        private @Nullable CertificateChecker checker;

        private Builder(RivtaClient platform) {
            this.platform = platform;
            LogicalAddress ofDomain =
                    platform.environment().logicalAddress(CertificateContracts.DOMAIN).orElse(null);
            this.intygstjanster = ofDomain;
            this.webcert = ofDomain;
        }

        /** Where Intygstjänster is; the environment's address for the domain unless set. */
        public Builder intygstjanster(LogicalAddress address) {
            this.intygstjanster = address;
            return this;
        }

        /** Where Webcert is; the environment's address for the domain unless set. */
        public Builder webcert(LogicalAddress address) {
            this.webcert = address;
            return this;
        }

        /** The address that messages to a recipient bear, on which Intygstjänster passes them. */
        public Builder recipient(Part recipient, LogicalAddress address) {
            recipients.put(recipient, address);
            return this;
        }

        /** The clock of the times in messages, and of what checks call today; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /** What checks certificates before they are sent; one with the client's clock and no registers unless set. */
        public Builder checker(CertificateChecker value) {
            this.checker = value;
            return this;
        }

        /**
         * The client.
         *
         * @throws ConfigurationException if neither service has an address
         */
        public CertificateClient build() {
            if (intygstjanster == null && webcert == null) {
                throw new ConfigurationException(
                        "CertificateClient has no logical address",
                        "Give the builder intygstjanster(...), and webcert(...) for drafts and lists with"
                                + " questions; the addresses come with the connection to the services.");
            }
            return new CertificateClient(
                    platform,
                    intygstjanster,
                    webcert,
                    Map.copyOf(recipients),
                    clock,
                    BeforeSending.by(
                            checker == null
                                    ? CertificateChecker.builder().clock(clock).build()
                                    : checker));
        }
    }
}
