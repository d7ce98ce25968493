package se.ehealthsdk.testkit.idp;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.ServerTls;
import se.ehealthsdk.testkit.internal.server.WebServer;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * The identity provider on localhost: OpenID Connect as at Inera's IdP, for the people of the stand-in of
 * HSA. {@link se.ehealthsdk.testkit.NationalServices#idp()} has one running.
 *
 * <p>A person at a browser picks who logs in on a page. A test need not:
 *
 * <pre>{@code
 * IdentityProviderStandIn idp = services.idp();
 * idp.logInAs(Persona.DR_LINDGREN);                       // the next page in a browser is skipped
 *
 * URI callback = idp.authorize(redirectUrl, Persona.DR_LINDGREN);      // no browser at all
 *
 * idp.faults().next(IdpFault.wrongNonce());               // and see that the client refuses
 * }</pre>
 *
 * <p>{@link #CLIENT_ID} is registered from the start; {@link #register} more. What is asked for by scope
 * and by {@code claims}, what is told where, and that an essential claim which cannot be told ends in an
 * error page of HTTP 400, is as documented of Inera's IdP. Where the real one is not known - PKCE, client
 * authentications, lifetimes - the {@code announce} methods and the like set it. A log-in tells the
 * commissions that HSA tells of: those at a unit or care provider that has ended too, since it is not
 * known that the real one leaves them out.
 *
 * <p>Safe for use by many threads.
 */
public final class IdentityProviderStandIn implements AutoCloseable {

    /** Level of assurance 2. */
    public static final String LOA2 = "http://id.sambi.se/loa/loa2";

    /** Level of assurance 3: SITHS cards as a rule. */
    public static final String LOA3 = "http://id.sambi.se/loa/loa3";

    /** The client that is registered from the start. */
    public static final String CLIENT_ID = "testkit-client";

    /** The secret of {@link #CLIENT_ID}; it protects nothing. */
    public static final String CLIENT_SECRET = "testkit-client-secret-that-protects-nothing";

    /** What follows the host, and any port, in the addresses that {@link #CLIENT_ID} is sent back to. */
    public static final String CALLBACK_PATH = "/callback";

    /** What follows the host, and any port, in the addresses that its users are sent to after log-out. */
    public static final String LOGGED_OUT_PATH = "/logged-out";

    private static final List<String> OWN_MACHINE =
            List.of(
                    "http://localhost",
                    "https://localhost",
                    "http://127.0.0.1",
                    "https://127.0.0.1");

    private final ServerTls tls;
    private final WebServer server;
    private final IdpState state;
    private final IdpJournal journal = new IdpJournal();
    private final ClientRegistration client;
    private final AuthorizationEndpoint authorization;
    private final TokenEndpoint token;
    private final UserinfoEndpoint userinfo;
    private final EndSessionEndpoint endSession;

    private IdentityProviderStandIn(
            HsaStandIn hsa,
            TestPki pki,
            X509Certificate client,
            Clock clock,
            Ids ids,
            Listening place) {
        ClientCertificates certificates = new ClientCertificates(pki);
        tls = certificates.serverTls(place);
        server = WebServer.bind(tls.context(), place);
        state =
                new IdpState(
                        "https://" + place.host() + ":" + server.port() + IdpEndpoint.BASE,
                        hsa,
                        clock,
                        ids);
        authorization = new AuthorizationEndpoint(state, "testkit_idp_" + server.port());
        token = new TokenEndpoint(state, new ClientAuthenticator(state, certificates));
        userinfo = new UserinfoEndpoint(state);
        endSession = new EndSessionEndpoint(state, authorization);
        this.client = client(client);
        register(this.client);
        server.serve(this::answer);
    }

    /**
     * Starts one; {@link se.ehealthsdk.testkit.NationalServices} does so as a rule.
     *
     * @param hsa the people
     * @param pki for the server's certificate, and the clients' that are trusted
     * @param client the certificate of {@link #CLIENT_ID}, besides its secret
     * @param clock by which everything is issued and expires
     * @param ids of the tokens ({@code jti}); what nobody may guess is random
     * @param port 0 for any free one
     * @throws ConfigurationException if it cannot listen
     */
    public static IdentityProviderStandIn start(
            HsaStandIn hsa, TestPki pki, X509Certificate client, Clock clock, Ids ids, int port) {
        return new IdentityProviderStandIn(
                hsa, pki, client, clock, ids, Listening.onLoopback(port));
    }

    /**
     * Starts one at an address of its own choice; its issuer is at {@code localhost} for loopback and the wildcard
     * address, otherwise at that address.
     *
     * @param hsa the people
     * @param pki for the server's certificate, and the clients' that are trusted
     * @param client the certificate of {@link #CLIENT_ID}, besides its secret
     * @param clock by which everything is issued and expires
     * @param ids of tokens
     * @param address port 0 for any free one
     * @throws ConfigurationException if it cannot listen
     */
    public static IdentityProviderStandIn start(
            HsaStandIn hsa,
            TestPki pki,
            X509Certificate client,
            Clock clock,
            Ids ids,
            InetSocketAddress address) {
        return new IdentityProviderStandIn(hsa, pki, client, clock, ids, Listening.at(address));
    }

    private static ClientRegistration client(X509Certificate certificate) {
        ClientRegistration.Builder own =
                ClientRegistration.builder(CLIENT_ID)
                        .name("Testtjänsten")
                        .secret(CLIENT_SECRET)
                        .certificate(certificate)
                        .anyLoopbackPort();
        for (String host : OWN_MACHINE) {
            own.redirectUri(URI.create(host + CALLBACK_PATH));
            own.postLogoutRedirectUri(URI.create(host + LOGGED_OUT_PATH));
        }
        return own.build();
    }

    /** The issuer, as {@code https://localhost:8443/oidc}; with its port, as Inera's. */
    public URI issuer() {
        return URI.create(state.issuer);
    }

    /** Where an endpoint is. */
    public URI url(IdpEndpoint endpoint) {
        return URI.create(state.at(endpoint));
    }

    /**
     * Shows new connections another certificate: one that is expired, for example, to see that the client refuses it. Connections that are open go on;
     * {@link #reset()} brings the right one back.
     */
    public void serverCertificate(IssuedCertificate certificate) {
        tls.show(certificate);
    }

    /** Shows new connections the right certificate again. */
    public void rightServerCertificate() {
        tls.showRight();
    }

    /** What is to go wrong. */
    public ServiceFaults<IdpFault> faults() {
        return state.faults.waiting();
    }

    /** What has been called. */
    public IdpJournal journal() {
        return journal;
    }

    /** Registers clients, each in the place of one with the same id. */
    public synchronized void register(ClientRegistration... clients) {
        for (ClientRegistration each : clients) {
            state.clients.put(each.id(), each);
        }
    }

    // ---- who logs in ----

    /** The next log-in that would show a page is this person's, by card, and shows none. */
    public void logInAs(Persona persona) {
        logInAs(persona, LogIn.byCard());
    }

    /**
     * The next log-in that would show a page is this person's. Several wait for their turn. What is still
     * to be chosen then is asked on a page.
     */
    public synchronized void logInAs(Persona persona, LogIn how) {
        state.robots.add(new Robot(persona.name(), how));
    }

    /** Logs a person in by card, without a browser: see {@link #authorize(URI, Persona, LogIn)}. */
    public URI authorize(URI redirectUrl, Persona persona) {
        return authorize(redirectUrl, persona, LogIn.byCard());
    }

    /**
     * Does what a browser and its user would do: follows the client's redirect here, logs in, and gives
     * where the IdP sends the browser then, for the client to take the parameters from. Nobody stays
     * logged in by it.
     *
     * @param redirectUrl where the client sends its user: the authorization endpoint and a query
     * @throws InvalidInputException if that is not here, or something is left to choose
     * @throws ErrorPageException if the IdP shows an error page
     */
    public URI authorize(URI redirectUrl, Persona persona, LogIn how) {
        String url = redirectUrl.toString();
        if (!url.equals(url(IdpEndpoint.AUTHORIZATION).toString())
                && !url.startsWith(url(IdpEndpoint.AUTHORIZATION) + "?")) {
            throw new InvalidInputException(
                    "redirectUrl", "does not lead here", url(IdpEndpoint.AUTHORIZATION) + "?...");
        }
        Visit visit = new Visit(WebCall.get(redirectUrl), state.now());
        visit.logsIn(new Robot(persona.name(), how));
        HttpReply reply = answer(visit);
        if (reply.status() == 200) {
            throw new InvalidInputException(
                    "how", "leaves something to choose", "LogIn with as(...) or inCommission(...)");
        }
        if (reply.status() != 303) {
            throw new ErrorPageException(reply.status(), visit.error().orElse("unknown"));
        }
        return URI.create(String.valueOf(reply.headers().get("location")));
    }

    // ---- keys ----

    /** A new key signs from now on; the old ones stay published, as while tokens by them are about. */
    public synchronized void rollKeys() {
        state.keys.roll(true);
    }

    /** A new key signs from now on, and is the only one that is published. */
    public synchronized void rollKeysAndWithdrawOld() {
        state.keys.roll(false);
    }

    // ---- what is not known of the real ones ----

    /** Whether PKCE (S256) can be used and is announced; yes unless set. If not, it is ignored. */
    public synchronized void announcePkce(boolean on) {
        state.settings = state.settings.withPkce(on);
    }

    /** Whether the browser comes back with {@code iss} (RFC 9207), and it is announced; yes unless set. */
    public synchronized void announceCallbackIssuer(boolean on) {
        state.settings = state.settings.withCallbackIssuer(on);
    }

    /** What the token endpoint takes and announces; everything unless set. */
    public synchronized void announceAuthentications(
            ClientAuthentication first, ClientAuthentication... more) {
        Set<ClientAuthentication> some = EnumSet.of(first, more);
        state.settings = state.settings.withAuthentications(some);
    }

    /** The levels of assurance to log in with, the usual one first; 3 and 2 unless set. */
    public synchronized void announceLevels(String first, String... more) {
        state.settings =
                state.settings.withLevels(
                        Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /**
     * Whether {@code allCommissions} and {@code authorizationScope} are text that holds JSON, as in older
     * versions; lists unless set.
     */
    public synchronized void tellListsAsText(boolean on) {
        state.settings = state.settings.withListsAsText(on);
    }

    /** How long a browser stays logged in, counted from the log-in; one hour unless set. */
    public synchronized void sessionLifetime(Duration time) {
        state.settings = state.settings.withSessionLifetime(time);
    }

    /** How long access tokens and id_tokens hold; one hour unless set. */
    public synchronized void tokenLifetime(Duration time) {
        state.settings = state.settings.withTokenLifetime(time);
    }

    /** Everything as it was at the start: clients, sessions, tokens, keys, settings, faults, journal. */
    public synchronized void reset() {
        state.reset();
        journal.clear();
        register(client);
        tls.showRight();
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.close();
    }

    // ---- answering ----

    private HttpReply answer(WebCall call) {
        return answer(new Visit(call, state.now()));
    }

    private synchronized HttpReply answer(Visit visit) {
        HttpReply reply;
        try {
            Optional<Effect.OnReply> fault = state.faults.take(Effect.OnReply.class, visit);
            reply =
                    fault.isPresent()
                            ? fault.get().reply().apply(() -> dispatched(visit))
                            : dispatched(visit);
        } catch (PageError error) {
            visit.failed(error.code());
            reply = Pages.error(error, visit.client(), state.now());
        } catch (OAuthError error) {
            visit.failed(error.code());
            reply = Replies.text(400, error.description());
        }
        journal.add(visit.exchange(reply));
        return reply;
    }

    private HttpReply dispatched(Visit visit) {
        Optional<IdpEndpoint> endpoint = visit.endpoint();
        if (endpoint.isEmpty()) {
            boolean icon = "/favicon.ico".equals(visit.call().target().getPath());
            return icon ? HttpReply.empty(204) : Replies.text(404, "Not Found");
        }
        if (!methods(endpoint.get()).contains(visit.call().method())) {
            return Replies.text(405, "Method Not Allowed")
                    .with("allow", String.join(", ", methods(endpoint.get())));
        }
        return switch (endpoint.get()) {
            case DISCOVERY -> document(visit, Discovery.document(state));
            case JWKS -> document(visit, state.keys.document());
            case AUTHORIZATION -> authorization.begin(visit);
            case PAGE -> authorization.goOn(visit);
            case TOKEN -> token.answer(visit);
            case USERINFO -> userinfo.answer(visit);
            case END_SESSION -> endSession.answer(visit);
        };
    }

    private static List<String> methods(IdpEndpoint endpoint) {
        return switch (endpoint) {
            case DISCOVERY, JWKS -> List.of("GET");
            case PAGE, TOKEN -> List.of("POST");
            case AUTHORIZATION, USERINFO, END_SESSION -> List.of("GET", "POST");
        };
    }

    private HttpReply document(Visit visit, Map<String, Object> document) {
        state.faults
                .take(Effect.OnDocument.class, visit)
                .ifPresent(effect -> effect.spoil().accept(document));
        return Replies.json(200, document);
    }

    /** The issuer. */
    @Override
    public String toString() {
        return "IdentityProviderStandIn[" + state.issuer + "]";
    }
}
