package se.ehealthsdk.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.rivta.EndpointResponse;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.check.Inspection;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;
import se.ehealthsdk.testkit.internal.http.LostAnswer;

/**
 * The service platform before the stand-in services: routes by contract and logical address, knows who may
 * call what, and refuses as the real one does.
 *
 * <p>The contract is the namespace of the first element in the Body; path below {@code /vp} and SOAPAction
 * are not looked at. Routes lead to {@link NationalServices#LOGICAL_ADDRESS} unless more are added, and
 * every sender with a certificate of the test PKI may call, unless denied. Safe for use by many threads.
 *
 * <p>Source: the national platform as it has been observed to answer, ARK_0034 for the codes.
 */
public final class Platform {

    /** The name of this platform in its faults. */
    public static final String NAME = "SDK_TESTKIT";

    static final String CORRELATION_ID = "x-skltp-correlation-id";
    private static final String ORIGINAL_CONSUMER = "x-rivta-original-serviceconsumer-hsaid";
    private static final String ANY_CONTRACT = "*";

    private static final Rule PATH = Rules.of("http.path");
    private static final Rule METHOD = Rules.of("http.method");
    private static final Rule SIZE = Rules.of("http.size");
    private static final Rule PACKED = Rules.of("http.content-encoding");
    private static final Rule UNREADABLE = Rules.of("xml.unreadable");
    private static final Rule NO_SENDER = Rules.of("tls.no-hsa-id");
    private static final Rule NO_ADDRESS = Rules.of("address.missing");
    private static final Rule BLANKS = Rules.of("address.blanks");
    private static final Rule LINE_BREAK = Rules.of("address.line-break");
    private static final Rule NO_ROUTE = Rules.of("address.unknown");
    private static final Rule NO_CONTRACT = Rules.of("contract.unknown");
    private static final Rule DENIED = Rules.of("contract.denied");

    private final RivtaEndpoint producers;
    private final Set<String> namespaces;
    private final Faults faults;
    private final Journal journal;
    private final Inspector inspector;
    private final int maxRequestBytes;
    private final Clock clock;
    private final Ids ids;
    private final Set<String> routes = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> denied = new ConcurrentHashMap<>();

    Platform(
            RivtaEndpoint producers,
            Faults faults,
            Journal journal,
            Inspector inspector,
            int maxRequestBytes,
            Clock clock,
            Ids ids) {
        this.producers = producers;
        this.namespaces =
                producers.requestElements().stream()
                        .map(QName::getNamespaceURI)
                        .map(Platform::key)
                        .collect(Collectors.toUnmodifiableSet());
        this.faults = faults;
        this.journal = journal;
        this.inspector = inspector;
        this.maxRequestBytes = maxRequestBytes;
        this.clock = clock;
        this.ids = ids;
        reset();
    }

    /** What is done with messages that break a rule; {@link Strictness#STRICT} unless set. */
    public void strictness(Strictness chosen) {
        inspector.strictness(chosen);
    }

    /** The namespaces of all contracts that are answered here. */
    public Set<String> contracts() {
        return producers.requestElements().stream()
                .map(QName::getNamespaceURI)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is done with messages that break a rule. */
    public Strictness strictness() {
        return inspector.strictness();
    }

    /** Leads one more logical address to the stand-in services. */
    public void route(LogicalAddress address) {
        routes.add(key(address.value()));
    }

    /** Takes away the way to a logical address: calls to it get VP004. */
    public void removeRoute(LogicalAddress address) {
        routes.remove(key(address.value()));
    }

    /** Denies a sender every contract: its calls get VP007. */
    public void deny(HsaId sender) {
        deny(sender, ANY_CONTRACT);
    }

    /** Denies a sender one contract: its calls of that one get VP007. */
    public void deny(HsaId sender, RivtaContract<?, ?> contract) {
        deny(sender, contract.namespace());
    }

    /** Allows a sender everything again. */
    public void allow(HsaId sender) {
        denied.remove(key(sender.value()));
    }

    /** Routes and rights as they were at the start. */
    void reset() {
        routes.clear();
        denied.clear();
        inspector.reset();
        route(NationalServices.LOGICAL_ADDRESS);
    }

    private void deny(HsaId sender, String namespace) {
        denied.computeIfAbsent(key(sender.value()), id -> ConcurrentHashMap.newKeySet())
                .add(key(namespace));
    }

    /** Addresses, contracts and senders are compared without regard to case. */
    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** Answers one HTTP call, and writes it in the journal. */
    HttpReply answer(HttpCall call) {
        return new Transit(call).answer();
    }

    /** One call on its way. */
    private final class Transit {

        private final Instant at = clock.instant();
        private final long started = System.nanoTime();
        private final HttpCall call;
        private final Optional<HsaId> sender;
        private Optional<String> logicalAddress = Optional.empty();
        private Optional<String> namespace = Optional.empty();
        private Outcome outcome = Outcome.REFUSED;
        private Optional<String> fault = Optional.empty();

        Transit(HttpCall call) {
            this.call = call;
            this.sender = call.certificate().flatMap(Credential::hsaIdOf);
        }

        HttpReply answer() {
            try (Inspection inspection =
                    inspector.open(
                            call.target(), call.headers(), call.body(), call.certificate())) {
                if (call.body().length <= maxRequestBytes) {
                    inspection.request();
                }
                HttpReply reply = withConnection(route());
                inspection.response(reply.status(), reply.body().recorded());
                write(reply, inspection);
                return reply;
            }
        }

        private void write(HttpReply reply, Inspection inspection) {
            long number = journal.nextNumber();
            journal.add(
                    new Exchange(
                            number,
                            at,
                            Duration.ofNanos(System.nanoTime() - started),
                            namespace,
                            logicalAddress,
                            sender,
                            call.headers(),
                            kept(call.body()),
                            reply.status(),
                            reply.headers(),
                            kept(reply.body().recorded()),
                            outcome,
                            fault,
                            inspection.foundIn(number)));
        }

        private String kept(byte[] message) {
            return new String(
                    message,
                    0,
                    Math.min(message.length, Exchange.MAX_BYTES),
                    StandardCharsets.UTF_8);
        }

        private HttpReply route() {
            if (!call.path().equals("/vp") && !call.path().startsWith("/vp/")) {
                inspector.report(PATH, "", call.path());
                return HttpReply.empty(404);
            }
            if (!call.method().equals("POST")) {
                inspector.report(METHOD, "", call.method());
            }
            if (call.cut() || call.body().length > maxRequestBytes) {
                inspector.report(SIZE, "", call.body().length, maxRequestBytes);
                return HttpReply.empty(413);
            }
            Optional<HttpReply> unreadable = readHead();
            Supplier<HttpReply> regular =
                    () -> unreadable.or(this::refusal).orElseGet(this::produce);
            Optional<Faults.Taken> injected = faults.take(namespace, sender, logicalAddress);
            if (injected.isEmpty()) {
                return withCorrelationId(regular.get());
            }
            Fault met = injected.get().fault();
            HttpReply reply =
                    met.reply(new Passage(NAME, subject(), regular, injected.get().draw()));
            outcome = Outcome.FAULT_INJECTED;
            fault = Optional.of(met.toString());
            return met.isFromPlatform() ? withCorrelationId(reply) : reply;
        }

        private Optional<HttpReply> readHead() {
            Optional<String> packed = call.header("Content-Encoding");
            if (packed.isPresent()) {
                inspector.report(PACKED, "", packed.get());
                return refuse("VP015", "The request is compressed.");
            }
            try {
                MessageHead head = MessageHead.read(call.body());
                logicalAddress = head.logicalAddress();
                namespace = head.namespace();
                return Optional.empty();
            } catch (XMLStreamException unreadable) {
                String why = String.valueOf(unreadable.getMessage());
                inspector.report(UNREADABLE, "", why);
                return refuse("VP015", why);
            }
        }

        /** What the platform has against the call; in lenient mode only what nobody could answer. */
        private Optional<HttpReply> refusal() {
            if (sender.isEmpty() && inspector.refuses(NO_SENDER, "")) {
                return refuse(
                        "VP002",
                        "The certificate holds no sender: "
                                + call.certificate()
                                        .map(it -> it.getSubjectX500Principal().getName())
                                        .orElse("none"));
            }
            String address = logicalAddress.orElse("");
            if (address.isBlank() && inspector.refuses(NO_ADDRESS, "Header")) {
                return refuse("VP003", "The header holds no logical address.");
            }
            if (!namespaces.contains(key(namespace.orElse("")))) {
                inspector.report(NO_CONTRACT, "", namespace.orElse("-"));
                return noRoute(address);
            }
            if (!address.isBlank() && !routes.contains(key(address)) && isRefused(address)) {
                return noRoute(address);
            }
            if (sender.isPresent()
                    && isDenied()
                    && inspector.refuses(DENIED, "", sender.get().value(), namespace.orElse("-"))) {
                return refuse("VP007", "Not permitted. " + subject());
            }
            return Optional.empty();
        }

        private boolean isRefused(String address) {
            String plain = address.strip();
            boolean known = routes.contains(key(plain));
            boolean refused = false;
            if (!address.equals(plain)) {
                Rule rule = address.contains("\n") ? LINE_BREAK : BLANKS;
                refused = inspector.refuses(rule, "Header/LogicalAddress");
            }
            return (!known && inspector.refuses(NO_ROUTE, "Header/LogicalAddress", plain))
                    || refused;
        }

        private Optional<HttpReply> noRoute(String address) {
            boolean blanks = !address.equals(address.strip()) && !address.contains("\n");
            return refuse(
                    "VP004",
                    "No route. "
                            + subject()
                            + (blanks ? ". The address has blanks around it!" : ""));
        }

        private boolean isDenied() {
            Set<String> contracts =
                    denied.getOrDefault(key(sender.orElseThrow().value()), Set.of());
            return contracts.contains(ANY_CONTRACT)
                    || contracts.contains(key(namespace.orElseThrow()));
        }

        private Optional<HttpReply> refuse(String code, String detail) {
            return Optional.of(PlatformFaults.coded(code, NAME, detail));
        }

        /** Contract, receiver and sender, as a platform names them in its details. */
        private String subject() {
            return "serviceNamespace: %s, receiverId: %s, senderId: %s"
                    .formatted(
                            namespace.orElse("null"),
                            logicalAddress.orElse(""),
                            sender.map(HsaId::value).orElse(""));
        }

        private HttpReply produce() {
            Instant since = clock.instant();
            HttpReply reply;
            try {
                reply = produced();
            } catch (LostAnswer lost) {
                outcome = Outcome.FAULT_INJECTED;
                fault = Optional.of("answer lost");
                return HttpReply.broken(Breakage.RESET);
            }
            outcome = reply.status() == 200 ? Outcome.ANSWERED : Outcome.PRODUCER_FAULT;
            long took = Duration.between(since, clock.instant()).toMillis();
            return reply.with(Passage.PRODUCER_TIME, String.valueOf(took));
        }

        private HttpReply produced() {
            HttpCall forwarded =
                    call.header(ORIGINAL_CONSUMER).isPresent() || sender.isEmpty()
                            ? call
                            : call.with(ORIGINAL_CONSUMER, sender.get().value());
            try {
                EndpointResponse response =
                        producers.handle(
                                new EndpointRequest(
                                        forwarded.method(),
                                        forwarded.headers(),
                                        new ByteArrayInputStream(forwarded.body()),
                                        forwarded.certificate()));
                Map<String, String> headers = new HashMap<>();
                headers.put("content-type", PlatformFaults.XML);
                return HttpReply.of(response.status(), headers, response.body().readAllBytes());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private HttpReply withCorrelationId(HttpReply reply) {
            return reply.with(
                    CORRELATION_ID,
                    call.header(CORRELATION_ID).filter(id -> !id.isEmpty()).orElseGet(ids::next));
        }

        private HttpReply withConnection(HttpReply reply) {
            boolean close = call.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
            return close ? reply : reply.with("connection", "keep-alive");
        }
    }
}
