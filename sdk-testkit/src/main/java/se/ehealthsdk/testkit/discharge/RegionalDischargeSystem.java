package se.ehealthsdk.testkit.discharge;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.json.CaseJson;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Part;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.Mounts;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testkit.internal.state.Outgoing;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * A region's system for discharge coordination on localhost: the other end of {@code DischargeExchange}'s reference
 * adapter, over mutual TLS. It holds cases, acknowledges by the written contract, says things of its own, and goes wrong
 * when told to. Safe for use by many threads.
 *
 * <pre>{@code
 * try (RegionalDischargeSystem region = RegionalDischargeSystem.start()) {
 *     region.connect(hospitalSystem, hospital.url(), Set.of(RegionalDischargeSystem.WARD.unit()));
 *     exchange.send(admissionNotice);                                   // to region.url()
 *     region.say(caseId, RegionalDischargeSystem.SOCIAL_SERVICES,
 *             Availability.now(Availability.Answer.CANNOT_RECEIVE));    // and the hospital hears of it
 *     region.down();
 * }
 * }</pre>
 *
 * <p>It has no code in common with the adapter but the model of the case and its JSON. It listens on loopback only.
 */
public final class RegionalDischargeSystem implements AutoCloseable {

    /** The system's own HSA-id; invented. */
    public static final HsaId SYSTEM = HsaId.of("TSTNMT2321000156-SP01");

    /** A ward, the clinic of {@code population.yaml}; as a rule the vendor's. */
    public static final Participant WARD =
            new Participant(
                    CareParty.INPATIENT,
                    HsaId.of("TSTNMT2321000156-VE02"),
                    "Medicinkliniken",
                    Optional.empty());

    /** The health centre of {@code population.yaml}. */
    public static final Participant HEALTH_CENTRE =
            new Participant(
                    CareParty.OPEN_CARE,
                    HsaId.of("TSTNMT2321000156-VE01"),
                    "Vårdcentralen Ängen",
                    Optional.empty());

    /** The social services of a municipality. */
    public static final Participant SOCIAL_SERVICES =
            new Participant(
                    CareParty.MUNICIPAL_SOCIAL_SERVICES,
                    HsaId.of("TSTNMT2120000142-SOC1"),
                    "Socialtjänsten i Påhitta kommun",
                    Optional.of(MunicipalityCode.of("0180")));

    /** The municipality's health care. */
    public static final Participant MUNICIPAL_HEALTH_CARE =
            new Participant(
                    CareParty.MUNICIPAL_HEALTH_CARE,
                    HsaId.of("TSTNMT2120000142-HSV1"),
                    "Kommunal hälso- och sjukvård i Påhitta",
                    Optional.of(MunicipalityCode.of("0180")));

    /** Where messages are posted, on the server. */
    public static final String PATH = "/discharge-exchange/v1/messages";

    /** How many sendings {@link #journal()} keeps. */
    public static final int JOURNAL_CAPACITY = 10_000;

    private static final char[] PASSWORD = TestPki.PASSWORD.toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A vendor's system. */
    private record Vendor(HsaId system, URI url, Set<String> units) {}

    private static final Rule REFUSED = Rules.of("discharge.refused");

    private final TestPki pki;
    private final Clock clock;
    private final Ids ids;
    private final String base;
    private final @Nullable StandInServer server;
    private final HttpClient client;
    private final Ledger ledger = new Ledger();
    private final Map<HsaId, Vendor> vendors = new LinkedHashMap<>();
    private final ServiceFaults<DischargeFault> faults;
    private volatile Inspector inspector = new Inspector(Clock.systemUTC());
    private final Deque<JournalEntry> journal = new ArrayDeque<>();
    private final Map<String, Long> sent = new HashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Long> places = new HashMap<>();
    private boolean down;

    private RegionalDischargeSystem(TestPki pki, Clock clock, Ids ids) {
        this.pki = pki;
        this.clock = clock;
        this.ids = ids;
        faults = new ServiceFaults<>("discharge", clock);
        client = client(pki);
        StandInServer own =
                StandInServer.start(
                        credentialFor(SYSTEM).sslContext(trust()),
                        Listening.onLoopback(0),
                        this::answer);
        base = "https://localhost:" + own.port();
        server = own;
    }

    private RegionalDischargeSystem(TestPki pki, Clock clock, Ids ids, Mounts port, URI base) {
        this.pki = pki;
        this.clock = clock;
        this.ids = ids;
        faults = new ServiceFaults<>("discharge", clock);
        this.base = base.toString();
        client = client(pki);
        server = null;
        port.mount(PATH, this::answer);
    }

    private static HttpClient client(TestPki pki) {
        TrustAnchors trust = TrustAnchors.of(pki.trustedRoots());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(credential(pki.function(SYSTEM.value())).sslContext(trust))
                .build();
    }

    private static Credential credential(IssuedCertificate certificate) {
        return Credential.keyStore(certificate.keyStore(PASSWORD), PASSWORD);
    }

    /** Starts on any free port, with the shared test PKI and the system's clock. */
    public static RegionalDischargeSystem start() {
        return start(TestPki.shared(), Clock.systemUTC());
    }

    /**
     * Starts on any free port.
     *
     * @param pki issues the certificates of both ends
     * @param clock by which events are judged and answers dated
     */
    public static RegionalDischargeSystem start(TestPki pki, Clock clock) {
        return start(pki, clock, Ids.random());
    }

    /**
     * Starts on any free port.
     *
     * @param pki issues the certificates of both ends
     * @param clock by which events are judged and answers dated
     * @param ids of the messages it sends
     */
    public static RegionalDischargeSystem start(TestPki pki, Clock clock, Ids ids) {
        return new RegionalDischargeSystem(pki, clock, ids);
    }

    /**
     * Begins on a port that others answer on too; for the testkit itself.
     *
     * @param port takes calls to {@link #PATH}
     * @param base what comes before the path
     * @param pki issues the certificates of both ends
     * @param clock by which events are judged and answers dated
     * @param ids of the messages it sends
     */
    @SuppressWarnings("exports")
    public static RegionalDischargeSystem on(
            Mounts port, URI base, TestPki pki, Clock clock, Ids ids) {
        return new RegionalDischargeSystem(pki, clock, ids, port, base);
    }

    /** Where messages are posted. */
    public URI url() {
        return URI.create(base + PATH);
    }

    /** A certificate for a vendor's system, for calling this one and, on localhost, for being called. */
    public Credential credentialFor(HsaId system) {
        return credential(
                pki.functionBuilder(system.value())
                        .dnsName("localhost")
                        .ipAddress("127.0.0.1")
                        .issue());
    }

    /** Whom a vendor's system is to trust. */
    public TrustAnchors trust() {
        return TrustAnchors.of(pki.trustedRoots());
    }

    /**
     * Lets a vendor's system in, and tells where it receives. Those of the region's units that it speaks for are its own
     * from now on.
     */
    public synchronized void connect(HsaId system, URI url, Set<HsaId> units) {
        vendors.put(
                system,
                new Vendor(
                        system,
                        url,
                        units.stream().map(HsaId::value).collect(Collectors.toUnmodifiableSet())));
    }

    /** The units of this system: all four, but for those that a connected vendor speaks for. */
    public synchronized Set<HsaId> units() {
        return ownUnits().stream().map(HsaId::of).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> ownUnits() {
        Set<String> own =
                Stream.of(WARD, HEALTH_CENTRE, SOCIAL_SERVICES, MUNICIPAL_HEALTH_CARE)
                        .map(each -> each.unit().value())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        vendors.values().forEach(vendor -> own.removeAll(vendor.units()));
        return own;
    }

    // ---- what it holds ----

    /** A case as it is held here. */
    public synchronized Optional<DischargeCase> find(CaseId id) {
        return ledger.find(id);
    }

    /** All cases, the oldest first. */
    public synchronized List<DischargeCase> cases() {
        return ledger.all();
    }

    /** Whom it asks before it refuses, and tells what rules are broken; strict, and telling nobody, unless set. */
    public void inspectedBy(Inspector asked) {
        inspector = asked;
    }

    /** Every sending in and out, the last {@value #JOURNAL_CAPACITY} at most, the oldest first; ids and kinds, nothing personal. */
    public synchronized List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    // ---- what goes wrong ----

    /** What the next message meets that nothing else waits for. */
    public void next(DischargeFault fault) {
        faults.next(fault);
    }

    /** The faults that wait for messages. */
    public ServiceFaults<DischargeFault> faults() {
        return faults;
    }

    /** Whether it is {@link #down()}. */
    public synchronized boolean isDown() {
        return down;
    }

    /** From now on connections are closed without an answer, and nothing is said; until {@link #up()}. */
    public synchronized void down() {
        down = true;
    }

    /** Answers again; what it held is there. */
    public synchronized void up() {
        down = false;
    }

    /** Everything as it was at the start: no cases, no vendors, no faults. */
    public synchronized void reset() {
        taken.clear();
        ledger.clear();
        vendors.clear();
        faults.clear();
        journal.clear();
        sent.clear();
        acknowledged.clear();
        places.clear();
        down = false;
    }

    // ---- what it says ----

    /**
     * A unit of this system says something in a case, to all units of the vendors' systems that take part in it.
     *
     * @return the event, as it was sent and taken into the case here
     * @throws InvalidInputException when there is no such case here, or no vendor's unit takes part in it
     * @throws se.ehealthsdk.discharge.EventRefusedException when the case refuses it; nothing is sent
     */
    public CaseEvent say(CaseId id, Participant from, Content content) {
        CaseEvent event;
        synchronized (this) {
            DischargeCase held =
                    ledger.find(id)
                            .orElseThrow(
                                    () ->
                                            new InvalidInputException(
                                                    "id",
                                                    "is no case here",
                                                    "a case that was sent"));
            Participant[] recipients =
                    held.participants().stream()
                            .filter(each -> vendorOf(each).isPresent())
                            .toArray(Participant[]::new);
            event =
                    EventWriter.of(id, held.patient(), from)
                            .send(content, clock.instant(), recipients);
        }
        send(event);
        return event;
    }

    /**
     * Sends an event to the vendors' systems of its recipients, and takes it into the case here. The same event again is
     * sent again, in an envelope of its own, as a message that came twice.
     *
     * @return what was answered, by the system's HSA-id: {@code ok} for example, or empty where nothing was
     * @throws InvalidInputException when none of the recipients is of a vendor's system
     * @throws se.ehealthsdk.discharge.EventRefusedException when the case refuses it; nothing is sent
     */
    public Map<HsaId, String> send(CaseEvent event) {
        Map<Vendor, List<String>> addressed = new LinkedHashMap<>();
        synchronized (this) {
            for (Participant each : event.recipients()) {
                vendorOf(each)
                        .ifPresent(
                                vendor ->
                                        addressed
                                                .computeIfAbsent(vendor, its -> new ArrayList<>())
                                                .add(each.unit().value()));
            }
            if (addressed.isEmpty()) {
                throw new InvalidInputException(
                        "event.recipients", "are of no connected system", "units of a vendor's");
            }
            boolean again =
                    ledger.find(event.caseId())
                            .flatMap(held -> held.message(event.id()))
                            .isPresent();
            if (!again) {
                ledger.add(event, clock.instant());
            }
        }
        Map<HsaId, String> answers = new LinkedHashMap<>();
        addressed.forEach(
                (vendor, units) -> answers.put(vendor.system(), post(vendor, units, event)));
        return answers;
    }

    /** The events that units of this system have said and some vendor's system has not taken yet, oldest first; {@link #send} sends one again. */
    public synchronized List<CaseEvent> untaken() {
        Set<HsaId> own = units();
        return ledger.all().stream()
                .flatMap(each -> each.events().stream())
                .filter(each -> own.contains(each.sender().unit()))
                .filter(
                        each ->
                                each.recipients().stream()
                                        .flatMap(unit -> vendorOf(unit).stream())
                                        .anyMatch(
                                                vendor ->
                                                        !taken.contains(
                                                                vendor.system() + " " + each.id())))
                .toList();
    }

    private Optional<Vendor> vendorOf(Participant unit) {
        return vendors.values().stream()
                .filter(vendor -> vendor.units().contains(unit.unit().value()))
                .findFirst();
    }

    private String post(Vendor vendor, List<String> units, CaseEvent event) {
        String line = vendor.system() + " " + event.caseId();
        long sequence;
        long after;
        synchronized (this) {
            if (down) {
                return "";
            }
            sequence =
                    places.computeIfAbsent(
                            vendor.system() + " " + event.id(),
                            first -> sent.merge(line, 1L, Long::sum));
            after = Math.min(sequence - 1, acknowledged.getOrDefault(line, 0L));
        }
        String body =
                Envelope.write(
                        ids.next(),
                        clock.instant().toString(),
                        event.id().value(),
                        event.caseId().value(),
                        units,
                        sequence,
                        after,
                        new String(CaseJson.write(event), StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(vendor.url())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        String[] told = Outgoing.result(() -> sent(request), "0 ").split(" ", 2);
        int status = Integer.parseInt(told[0]);
        String answer = told[1];
        synchronized (this) {
            if (answer.equals("ok")) {
                taken.add(vendor.system() + " " + event.id());
                acknowledged.merge(line, sequence, Math::max);
            }
            note(
                    JournalEntry.Direction.OUT,
                    vendor.system().value(),
                    event.id().value(),
                    event.content().kind(),
                    status,
                    answer);
        }
        return answer;
    }

    /** Status and answer; 0 when nobody is there, which the journal tells by its status. */
    private String sent(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            return status + " " + (status == 200 ? summary(response.body()) : "");
        } catch (IOException nobodyThere) {
            return "0 ";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "0 ";
        }
    }

    private static String summary(String json) {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(json);
            String status = JSONObjectUtils.getString(fields, "status");
            String code = JSONObjectUtils.getString(fields, "code");
            return ((status == null ? "" : status) + " " + (code == null ? "" : code)).strip();
        } catch (ParseException none) {
            return "";
        }
    }

    // ---- what it is told ----

    private synchronized HttpReply answer(HttpCall call) {
        if (down) {
            return HttpReply.broken(HttpReply.Breakage.CLOSED);
        }
        String peer = call.certificate().flatMap(Credential::hsaIdOf).map(HsaId::value).orElse("");
        Vendor vendor =
                vendors.values().stream()
                        .filter(each -> each.system().value().equals(peer))
                        .findFirst()
                        .orElse(null);
        if (!call.path().equals(PATH)) {
            return problem(peer, 404, "not-found");
        }
        if (!call.method().equals("POST")) {
            return problem(peer, 405, "method-not-allowed");
        }
        if (vendor == null) {
            return problem(peer, 403, "unknown-peer");
        }
        if (!call.header("Content-Type").orElse("").startsWith("application/json")) {
            return problem(peer, 415, "not-json");
        }
        Optional<Envelope> envelope =
                Envelope.read(new String(call.body(), StandardCharsets.UTF_8));
        if (envelope.isEmpty()) {
            return problem(peer, 400, "damaged-in-transport");
        }
        return taken(vendor, envelope.get());
    }

    private HttpReply taken(Vendor vendor, Envelope envelope) {
        DischargeFault fault = faults.take().orElse(null);
        String peer = vendor.system().value();
        String at = clock.instant().toString();
        if (fault instanceof DischargeFault.Status status) {
            return noted(peer, envelope, status.status(), "", problem(status.status(), "told-so"));
        }
        if (fault instanceof DischargeFault.NoAnswer) {
            return noted(peer, envelope, 0, "", HttpReply.broken(HttpReply.Breakage.CLOSED));
        }
        if (fault instanceof DischargeFault.Busy) {
            return acknowledged(peer, envelope, Ack.later("temporarily-unavailable", at));
        }
        if (fault instanceof DischargeFault.Refused refused) {
            return acknowledged(peer, envelope, Ack.refused(refused.code(), refused.text(), at));
        }
        Ack ack;
        try {
            ack = ledger.take(peer, vendor.units(), ownUnits(), envelope, clock.instant());
        } catch (Ledger.Contradiction contradiction) {
            String code = String.valueOf(contradiction.getMessage());
            return noted(peer, envelope, 409, "", problem(409, code));
        }
        if (fault instanceof DischargeFault.AnswerLost) {
            return noted(
                    peer, envelope, 0, ack.summary(), HttpReply.broken(HttpReply.Breakage.RESET));
        }
        HttpReply reply = acknowledged(peer, envelope, ack);
        return fault instanceof DischargeFault.AnswerLate late ? reply.withDelay(late.by()) : reply;
    }

    private HttpReply acknowledged(String peer, Envelope envelope, Ack ack) {
        HttpReply reply =
                HttpReply.of(
                        200,
                        Map.of("Content-Type", "application/json"),
                        ack.json(envelope.messageId()).getBytes(StandardCharsets.UTF_8));
        return noted(peer, envelope, 200, ack.summary(), reply);
    }

    private HttpReply noted(
            String peer, Envelope envelope, int status, String answer, HttpReply reply) {
        @Nullable CaseEvent event = Ledger.event(envelope);
        note(
                JournalEntry.Direction.IN,
                peer,
                envelope.messageId(),
                event == null ? "" : event.content().kind(),
                status,
                answer);
        return reply;
    }

    private HttpReply problem(String peer, int status, String code) {
        note(JournalEntry.Direction.IN, peer, "", "", status, "");
        return problem(status, code);
    }

    private static HttpReply problem(int status, String code) {
        return HttpReply.of(
                status,
                Map.of("Content-Type", "application/problem+json"),
                ("{\"status\":" + status + ",\"code\":\"" + code + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void note(
            JournalEntry.Direction direction,
            String peer,
            String message,
            String kind,
            int status,
            String answer) {
        Instant now = clock.instant();
        if (direction == JournalEntry.Direction.IN && answer.startsWith("fatal-error")) {
            inspector.report("discharge", REFUSED, Part.REQUEST, kind, answer);
        }
        if (journal.size() == JOURNAL_CAPACITY) {
            journal.removeFirst();
        }
        journal.add(new JournalEntry(now, direction, peer, message, kind, status, answer));
    }

    /** Stops listening, if the port is its own. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "RegionalDischargeSystem[" + url() + "]";
    }
}
