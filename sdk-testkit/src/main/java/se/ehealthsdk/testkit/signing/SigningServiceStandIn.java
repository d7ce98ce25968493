package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.WebServer;
import se.ehealthsdk.testkit.signing.Decision.Signer;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

/**
 * A stand-in for a remote signing service.
 *
 * <pre>{@code
 * SigningServiceStandIn service = services.signingService();
 * service.register(metadataOfTheRequester);
 * Map<String, String> response = service.sign(request.fields(), Persona.DR_LINDGREN);
 * // response.get("EidSignResponse"), response.get("RelayState")
 * }</pre>
 *
 * <p>A browser that posts the request's form to {@link #url()} gets a page where the tester chooses a persona
 * and signs or cancels; it works without script. A request that is not as the specification has it, unsigned
 * or from a stranger is refused with a page that says why; what a real service would answer with a response
 * gets one: expired, level of assurance or IdP that cannot be had, another person than the one asked for.
 *
 * <p>Safe for use by many threads.
 */
public final class SigningServiceStandIn implements AutoCloseable {

    /** The service's entity id; invented. */
    public static final String ENTITY_ID = "https://signing.example.test/metadata";

    /** An IdP that authenticates for signing, by the app on this device; invented. */
    public static final String SAME_DEVICE =
            "https://idp.example.test:443/saml/sign/sithseid-same-device";

    /** An IdP that authenticates for signing, by the app on another device; invented. */
    public static final String OTHER_DEVICE =
            "https://idp.example.test:443/saml/sign/sithseid-other-device";

    /** The levels of assurance that the tester may choose among. */
    static final List<String> LEVELS =
            List.of("http://id.sambi.se/loa/loa2", "http://id.sambi.se/loa/loa3");

    private static final int MAX_OPEN = 1_000;
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    private final TestPki pki;
    private final HsaStandIn people;
    private final Clock clock;
    private final String host;
    private final Ids ids;
    private final WebServer server;
    private final List<IssuedCertificate> keys = new ArrayList<>();
    private final Map<String, Requester> requesters = new HashMap<>();
    private final Set<String> identityProviders = new LinkedHashSet<>();
    private final Map<String, IncomingRequest> open = new LinkedHashMap<>();
    private final ServiceFaults<SigningFault> faults;

    private SigningServiceStandIn(
            TestPki pki, HsaStandIn people, Clock clock, Ids ids, Listening place) {
        this.pki = pki;
        this.people = people;
        this.clock = clock;
        this.ids = ids;
        this.host = place.host();
        faults = new ServiceFaults<>("signing", clock);
        keys.add(
                pki.functionBuilder("SE2321000016-TESTSIGN")
                        .keyAlgorithm(KeyAlgorithm.RSA_2048)
                        .issue());
        reset();
        char[] password = TestPki.PASSWORD.toCharArray();
        server =
                WebServer.bind(
                        Credential.keyStore(place.certificate(pki).keyStore(password), password)
                                .sslContext(TrustAnchors.of(pki.trustedRoots())),
                        place);
        server.serve(this::answer);
    }

    /**
     * Starts on any free port of this machine.
     *
     * @param pki issues the server's, the service's and the signers' certificates
     * @param people who can sign
     * @param clock the time by which requests expire
     * @param ids of tasks and assertions in the responses
     * @throws ConfigurationException if it cannot listen
     */
    public static SigningServiceStandIn start(
            TestPki pki, HsaStandIn people, Clock clock, Ids ids) {
        return new SigningServiceStandIn(pki, people, clock, ids, Listening.onLoopback(0));
    }

    /**
     * Starts at an address of its own choice.
     *
     * @param pki issues the server's, the service's and the signers' certificates
     * @param people who can sign
     * @param clock the time by which requests expire
     * @param ids of tasks and assertions in the responses
     * @param address port 0 for any free one
     * @throws ConfigurationException if it cannot listen
     */
    public static SigningServiceStandIn start(
            TestPki pki, HsaStandIn people, Clock clock, Ids ids, InetSocketAddress address) {
        return new SigningServiceStandIn(pki, people, clock, ids, Listening.at(address));
    }

    /** Where browsers post requests. */
    public URI url() {
        return url("/sign");
    }

    /** Where the service's metadata are published. */
    public URI metadataUrl() {
        return url("/metadata");
    }

    private URI url(String path) {
        return URI.create("https://" + host + ":" + server.port() + path);
    }

    /** The roots to trust for the certificates of signers; others than those of the test PKI. */
    public List<X509Certificate> signerRoots() {
        List<X509Certificate> path = pki.signatureServiceCa().path();
        return List.of(path.get(path.size() - 1));
    }

    /** The service's metadata: entity id and certificates. */
    public synchronized byte[] metadata() {
        Element entity = Tree.root("md:EntityDescriptor", "md", "ds");
        entity.setAttribute("entityID", ENTITY_ID);
        Element provider = Tree.add(entity, "md:SPSSODescriptor");
        provider.setAttribute("protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol");
        for (IssuedCertificate each : keys) {
            Element key = Tree.add(provider, "md:KeyDescriptor");
            key.setAttribute("use", "signing");
            Tree.add(
                    Tree.add(Tree.add(key, "ds:KeyInfo"), "ds:X509Data"),
                    "ds:X509Certificate",
                    encoded(each.certificate()));
        }
        Element consumer = Tree.add(provider, "md:AssertionConsumerService");
        consumer.setAttribute("Binding", POST);
        consumer.setAttribute("Location", url("/acs").toString());
        consumer.setAttribute("index", "0");
        return Tree.write(entity.getOwnerDocument());
    }

    /**
     * Registers a system that may ask for signatures.
     *
     * @param requesterMetadata its metadata, signed by the certificate in them
     * @throws InvalidInputException when they are not as they must be
     */
    public synchronized void register(byte[] requesterMetadata) {
        try {
            Requester requester = Requester.of(requesterMetadata);
            requesters.put(requester.entityId(), requester);
        } catch (Refused e) {
            throw new InvalidInputException("metadata", e.why(), "signed SAML metadata");
        }
    }

    /** One more IdP that authenticates for signing, beside {@link #SAME_DEVICE} and {@link #OTHER_DEVICE}. */
    public synchronized void addIdentityProvider(String entityId) {
        identityProviders.add(entityId);
    }

    /** From now on responses are signed by this, which the metadata list beside those before it. */
    public synchronized void signWith(IssuedCertificate certificate) {
        keys.add(certificate);
    }

    /** The next response has this fault; several are taken one after the other. */
    public void next(SigningFault fault) {
        faults.next(fault);
    }

    /** The faults that wait for responses. */
    public ServiceFaults<SigningFault> faults() {
        return faults;
    }

    /**
     * Signs, as a persona who is authenticated at level of assurance 3.
     *
     * @param fields the form fields of a request
     * @param persona who signs: with the HSA-id of the request where the persona has it, or else the first
     * @return the form fields of the response
     * @throws InvalidInputException when the request is refused without a response
     */
    public Map<String, String> sign(Map<String, String> fields, Persona persona) {
        return sign(fields, persona, LEVELS.get(1));
    }

    /**
     * Signs, as a persona who is authenticated at a level of assurance.
     *
     * @param fields the form fields of a request
     * @param persona who signs: with the HSA-id of the request where the persona has it, or else the first
     * @param level the level, as {@code http://id.sambi.se/loa/loa2}
     * @return the form fields of the response
     * @throws InvalidInputException when the request is refused without a response
     */
    public Map<String, String> sign(Map<String, String> fields, Persona persona, String level) {
        IncomingRequest request = accepted(fields);
        HsaId hsaId =
                persona.hsaIds().stream()
                        .filter(each -> each.value().equalsIgnoreCase(request.signer()))
                        .findFirst()
                        .orElse(persona.hsaId());
        return respond(request, signer(hsaId.value(), persona, level));
    }

    /**
     * Cancels, as the user would.
     *
     * @param fields the form fields of a request
     * @return the form fields of the response
     * @throws InvalidInputException when the request is refused without a response
     */
    public Map<String, String> cancel(Map<String, String> fields) {
        return respond(accepted(fields), Optional.empty());
    }

    /** Forgets requesters, requests and faults, and all keys but the first. */
    public synchronized void reset() {
        requesters.clear();
        open.clear();
        faults.clear();
        keys.subList(1, keys.size()).clear();
        identityProviders.clear();
        identityProviders.addAll(List.of(SAME_DEVICE, OTHER_DEVICE));
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.close();
    }

    /** The address. */
    @Override
    public String toString() {
        return "SigningServiceStandIn[" + url() + "]";
    }

    private IncomingRequest accepted(Map<String, String> fields) {
        try {
            return read(fields);
        } catch (Refused e) {
            throw new InvalidInputException("request", e.why(), "a request by the specification");
        }
    }

    private synchronized IncomingRequest read(Map<String, String> fields) throws Refused {
        return IncomingRequest.read(fields, ENTITY_ID, requesters);
    }

    private static Optional<Signer> signer(String hsaId, Persona persona, String level) {
        return Optional.of(
                new Signer(hsaId, persona.givenName(), persona.middleAndSurname(), level));
    }

    private synchronized Map<String, String> respond(
            IncomingRequest request, Optional<Signer> signer) {
        Instant now = clock.instant();
        SigningFault fault = faults.take().orElse(null);
        OutgoingResponse response =
                new OutgoingResponse(
                        pki, keys.get(keys.size() - 1), ENTITY_ID, request, now, ids, fault);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Binding", "POST/XML/1.0");
        fields.put("RelayState", response.relayState());
        fields.put(
                "EidSignResponse",
                Base64.getEncoder()
                        .encodeToString(response.write(decision(request, signer, now, fault))));
        return fields;
    }

    private Decision decision(
            IncomingRequest request,
            Optional<Signer> signer,
            Instant now,
            @Nullable SigningFault fault) {
        if (now.isBefore(request.notBefore()) || !now.isBefore(request.notOnOrAfter())) {
            return Decision.EXPIRED;
        }
        if (!identityProviders.contains(request.identityProvider())) {
            return Decision.IDENTITY_PROVIDER;
        }
        if (fault == SigningFault.RESPONDER_ERROR) {
            return Decision.ERROR;
        }
        if (signer.isEmpty()) {
            return Decision.CANCELLED;
        }
        if (!request.levels().contains(signer.get().level())) {
            return Decision.LEVEL;
        }
        return signer.get().hsaId().equalsIgnoreCase(request.signer())
                ? Decision.signed(signer.get())
                : Decision.OTHER_USER;
    }

    private HttpReply answer(WebCall call) {
        return switch (call.method() + " " + call.target().getPath()) {
            case "POST /sign" -> ask(form(call));
            case "POST /decide" -> decide(form(call));
            case "GET /metadata" ->
                    reply(200, "application/samlmetadata+xml", new String(metadata(), UTF_8));
            case "GET /style.css" -> reply(200, "text/css; charset=utf-8", Page.STYLE);
            case "GET /submit.js" -> reply(200, "text/javascript; charset=utf-8", Page.SCRIPT);
            default -> HttpReply.empty(404);
        };
    }

    private HttpReply ask(Map<String, String> fields) {
        try {
            IncomingRequest request = read(fields);
            remember(request);
            return Page.choice("/decide", request, people.personas());
        } catch (Refused e) {
            return Page.refused(e.why());
        }
    }

    private synchronized void remember(IncomingRequest request) {
        if (open.size() >= MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(request.id(), request);
    }

    private HttpReply decide(Map<String, String> form) {
        IncomingRequest request = taken(form.getOrDefault("transaction", ""));
        if (request == null) {
            return Page.refused("is not known, or has been answered before");
        }
        String chosen = form.getOrDefault("signer", "");
        Optional<Signer> signer =
                "sign".equals(form.get("decision"))
                        ? people.personas().stream()
                                .filter(
                                        each ->
                                                each.hsaIds().stream()
                                                        .anyMatch(id -> id.value().equals(chosen)))
                                .findFirst()
                                .flatMap(
                                        persona ->
                                                signer(
                                                        chosen,
                                                        persona,
                                                        form.getOrDefault("level", "")))
                        : Optional.empty();
        return Page.back(request.responseUrl(), respond(request, signer));
    }

    private synchronized @Nullable IncomingRequest taken(String id) {
        return open.remove(id);
    }

    static HttpReply reply(int status, String type, String text) {
        return HttpReply.of(
                status,
                Map.of("Content-Type", type, "X-Content-Type-Options", "nosniff"),
                text.getBytes(UTF_8));
    }

    private static Map<String, String> form(WebCall call) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(call.body(), UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The stand-in's certificate is broken", e);
        }
    }
}
