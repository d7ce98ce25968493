package se.ehealthsdk.testkit.certificate;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.internal.http.LostAnswer;

/**
 * Stand-ins of Intygstjänster, Webcert and the recipients of certificates, with one memory. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * CertificateStandIn certificates = services.certificates();
 * certificates.next(CertificateFault.answerLost());            // the next call is done, and nobody told
 * ...
 * assertThat(certificates.stored()).hasSize(1);
 * certificates.recipient("FKASSA").requestCompletion(id, Completion.of("35", "Beskriv mer."));
 * certificates.statusUpdates().deliverTo(producer.url());
 * certificates.statusUpdates().deliver(StatusUpdates.doubled());
 * }</pre>
 *
 * <p>What the real ones do is kept, as far as it is known: the order of the rules at registration, {@code INFO} for a
 * certificate that is there already, {@code APPLICATION_ERROR} for a revocation that comes before its certificate,
 * faults hidden in HTTP 200 where the contract has a result ("Unmarshalling Error" for what breaks the schema), SOAP
 * faults where it has none, lists that are driven by events, prefills dropped without a word. What a test may choose
 * starts as the real ones are: a direct registration of a type or version that only certificate-service has, for
 * example LISJP 2.0, is refused unless {@link #acceptsGeneration2()}; Webcert knows nothing of what was registered
 * directly unless {@link #webcertFollowsRegistrations()}; the contents are checked by the official rules as this SDK
 * has them, unless other {@link #rules} are given.
 *
 * <p>Source: clinicalprocess:healthcond:certificate; Intygstjänster 4.3 and Webcert 7.7 as they were read in the
 * summer of 2026. The texts beside the codes are this SDK's own, but for {@code Certificate already exists}, {@code
 * No valid MIU was found} and {@code Unmarshalling Error}, which clients compare.
 */
public final class CertificateStandIn {

    /** The logical address of Intygstjänster; the organisation number of Inera, as its test settings have it. */
    public static final LogicalAddress INTYGSTJANSTER = LogicalAddress.of("5565594230");

    /** The logical address of Webcert; invented, for the real one is not known. */
    public static final LogicalAddress WEBCERT = LogicalAddress.of("TSTNMT5565594230-WEBCERT");

    private final PersonRegister persons = new PersonRegister();
    private final ServiceFaults<CertificateFault> faults;
    private final Ledger ledger;
    private final MessageDesk desk;
    private final Intygstjanster intygstjanster;
    private final WebcertStandIn webcert;
    private final StatusUpdates statusUpdates;

    /**
     * Nothing registered yet.
     *
     * @param hsa the staff and the units
     * @param clock by which all is dated
     * @param ids of drafts and of messages from recipients
     * @param credential what the services call vendors with
     * @param trust whose server certificates they accept
     */
    public CertificateStandIn(
            HsaStandIn hsa, Clock clock, Ids ids, Credential credential, TrustAnchors trust) {
        faults = new ServiceFaults<>("certificates", clock);
        VendorCalls vendors = new VendorCalls(credential, trust);
        ledger = new Ledger(clock, ids, persons);
        desk = new MessageDesk(ledger, vendors);
        intygstjanster = new Intygstjanster(ledger, desk);
        webcert = new WebcertStandIn(ledger, desk, intygstjanster, new Staff(hsa, clock));
        statusUpdates = new StatusUpdates(ledger, vendors);
    }

    /** What a call with a result does. */
    private interface Update {
        Node answer(Node request, Caller caller);
    }

    /** Answers the contracts that care systems and recipients call. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        update(endpoint, Wire.REGISTER, intygstjanster::register);
        update(endpoint, Wire.REVOKE, intygstjanster::revoke);
        update(endpoint, Wire.SEND, intygstjanster::send);
        update(endpoint, Wire.SET_STATUS, intygstjanster::setStatus);
        update(endpoint, Wire.MESSAGE_TO_RECIPIENT, desk::toRecipient);
        answer(
                endpoint,
                Wire.MESSAGE_TO_CARE,
                (request, caller) ->
                        answer(
                                Wire.MESSAGE_TO_CARE,
                                caller.logicalAddress().equals(WEBCERT)
                                        ? desk.atWebcert(request)
                                        : desk.toCare(request)));
        answer(endpoint, Wire.CREATE_DRAFT, (request, caller) -> drafted(request));
        query(endpoint, Wire.GET, intygstjanster::get);
        query(endpoint, Wire.LIST, intygstjanster::list);
        query(endpoint, Wire.SICK_LEAVES, intygstjanster::sickLeaves);
        query(endpoint, Wire.LIST_WITH_QA, webcert::listWithQa);
    }

    private static Node answer(RivtaContract<Node, Node> contract, Result result) {
        return Wire.answer(contract, result.in(contract.namespace()));
    }

    private Node drafted(Node request) {
        WebcertStandIn.Drafted made = webcert.createDraft(request);
        String in = Wire.CREATE_DRAFT.namespace();
        return Wire.answer(
                Wire.CREATE_DRAFT,
                made.draft()
                        .map(draft -> Wire.identifier(in, "intygs-id", draft.unit(), draft.id())),
                made.result().in(in));
    }

    private void update(
            RivtaEndpoint.Builder endpoint,
            RivtaContract<Node, Node> contract,
            Function<Node, Result> work) {
        answer(endpoint, contract, (request, caller) -> answer(contract, work.apply(request)));
    }

    /** With a result in the answer, where every fault ends up. */
    private void answer(
            RivtaEndpoint.Builder endpoint, RivtaContract<Node, Node> contract, Update work) {
        endpoint.on(
                contract,
                (request, caller) -> {
                    Optional<CertificateFault> fault = met(contract);
                    if (fault.orElse(null) instanceof CertificateFault.Refusal refusal) {
                        return answer(
                                contract,
                                new Result(
                                        "ERROR", refusal.errorId(), Optional.of(refusal.text())));
                    }
                    if (fault.orElse(null) instanceof CertificateFault.SoapFault soap) {
                        return answer(contract, hidden(soap.text()));
                    }
                    Node answer =
                            Shapes.wrong(contract, request)
                                    .map(
                                            wrong ->
                                                    answer(
                                                            contract,
                                                            hidden(
                                                                    "Unmarshalling Error: "
                                                                            + wrong)))
                                    .orElseGet(() -> attempted(contract, work, request, caller));
                    afterwards(fault);
                    return answer;
                });
    }

    private static Node attempted(
            RivtaContract<Node, Node> contract, Update work, Node request, Caller caller) {
        try {
            return work.answer(request, caller);
        } catch (RuntimeException failure) {
            return answer(contract, hidden(failure.getClass().getSimpleName()));
        }
    }

    /** What the services make of a SOAP fault on its way out. */
    private static Result hidden(String text) {
        return text.contains("Unmarshalling Error") ? Result.invalid(text) : Result.refused(text);
    }

    /** Without a result in the answer: every fault is a SOAP fault. */
    private void query(
            RivtaEndpoint.Builder endpoint,
            RivtaContract<Node, Node> contract,
            Function<Node, Node> work) {
        endpoint.on(
                contract,
                (request, caller) -> {
                    Optional<CertificateFault> fault = met(contract);
                    if (fault.orElse(null) instanceof CertificateFault.Refusal refusal) {
                        throw RivtaFault.server(refusal.text());
                    }
                    if (fault.orElse(null) instanceof CertificateFault.SoapFault soap) {
                        throw RivtaFault.server(soap.text());
                    }
                    Optional<String> wrong = Shapes.wrong(contract, request);
                    if (wrong.isPresent()) {
                        throw RivtaFault.client("Unmarshalling Error: " + wrong.get());
                    }
                    Node answer = work.apply(request);
                    afterwards(fault);
                    return answer;
                });
    }

    private static void afterwards(Optional<CertificateFault> fault) {
        if (fault.orElse(null) instanceof CertificateFault.AnswerLost) {
            throw new LostAnswer();
        }
        if (fault.orElse(null) instanceof CertificateFault.AnswerLate late) {
            try {
                Thread.sleep(late.time().toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // ---- who takes part ----

    /** The personal data service, as the certificate services see it. */
    public PersonRegister persons() {
        return persons;
    }

    /** Webcert. */
    public WebcertStandIn webcert() {
        return webcert;
    }

    /** Webcert's deliveries of events to the vendor. */
    public StatusUpdates statusUpdates() {
        return statusUpdates;
    }

    /**
     * A recipient.
     *
     * @param code {@code FKASSA}, {@code TRANSP}, {@code SOS}, {@code SKV} or {@code AF}
     * @throws InvalidInputException if there is no such recipient
     */
    public RecipientStandIn recipient(String code) {
        return desk.recipients()
                .recipient(code)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "code",
                                        "is no recipient's",
                                        "one of " + Recipients.known()));
    }

    // ---- how it is ----

    /**
     * Lets types and versions be registered directly that only certificate-service has, for example LISJP 2.0 and
     * LUNSP. The real Intygstjänster, as far as it is known, has no module for them and refuses.
     */
    public void acceptsGeneration2() {
        synchronized (ledger) {
            ledger.acceptGeneration2();
        }
    }

    /**
     * Has Webcert know of every certificate that is registered directly from now on, so that events come of it as of
     * its own. The real one knows only what was made in it.
     */
    public void webcertFollowsRegistrations() {
        synchronized (ledger) {
            ledger.followRegistrations();
        }
    }

    /**
     * The rules that the contents of a registered certificate must keep: {@link CertificateRules#official} unless set,
     * {@link CertificateRules#NONE} for tests that are about other things.
     */
    public void rules(CertificateRules rules) {
        synchronized (ledger) {
            ledger.rules(rules);
        }
    }

    /**
     * Has messages from recipients passed on to the vendor's producer of SendMessageToCare 2, over mutual TLS; they
     * end in Webcert unless this is called. A producer that cannot be reached, or refuses, is what the recipient is
     * told.
     */
    public void deliverMessagesTo(URI producer) {
        desk.careSystem(producer);
    }

    // ---- what goes wrong ----

    /** The next call, of whatever contract, meets this fault. */
    public void next(CertificateFault fault) {
        faults.next(fault);
    }

    /** The next call of this contract meets this fault, after what already waits. */
    public void next(RivtaContract<?, ?> contract, CertificateFault fault) {
        next(contract, 1, fault);
    }

    /**
     * The next calls of this contract meet this fault, after what already waits.
     *
     * @throws InvalidInputException if the count is below 1
     */
    public void next(RivtaContract<?, ?> contract, int count, CertificateFault fault) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        faults.add(fault, FaultCondition.times(count), Optional.of(contract.namespace()));
    }

    /** The faults that wait for calls. */
    public ServiceFaults<CertificateFault> faults() {
        return faults;
    }

    private Optional<CertificateFault> met(RivtaContract<?, ?> contract) {
        return faults.take(Optional.of(contract.namespace()), any -> true);
    }

    /** How many calls will still meet a fault. */
    public int pendingFaults() {
        return faults.pending();
    }

    // ---- what there is ----

    /** Every certificate and draft, oldest first. */
    public List<StoredCertificate> stored() {
        synchronized (ledger) {
            return ledger.certificates().stream().map(CertificateEntry::view).toList();
        }
    }

    /** A certificate or a draft. */
    public Optional<StoredCertificate> stored(String id) {
        synchronized (ledger) {
            return ledger.certificate(id).map(CertificateEntry::view);
        }
    }

    /** Every message about a certificate, oldest first. */
    public List<CertificateMessage> messages(String certificateId) {
        synchronized (ledger) {
            return ledger.messagesOf(certificateId);
        }
    }

    /** Lets time pass for the certificate services, without waiting. */
    public void advance(Duration time) {
        statusUpdates.advance(time);
    }

    /** Everything as it was at the start. */
    public void reset() {
        faults.clear();
        persons.reset();
        statusUpdates.reset();
        synchronized (ledger) {
            ledger.reset();
            desk.reset();
        }
    }
}
