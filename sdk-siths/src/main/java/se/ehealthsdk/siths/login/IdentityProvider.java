package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.internal.web.WebClient;
import se.ehealthsdk.siths.internal.web.WebSettings;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * An IdP through which health care staff log in, as one registered client sees it.
 *
 * <p>Build one when the application starts, share it, and close it when the application stops. Safe for use
 * by many threads. Building calls nobody, so that an application can start while the IdP is down; the IdP's
 * metadata is fetched at the first log-in, or by {@link #check}.
 *
 * <pre>{@code
 * IdentityProvider idp = IdentityProvider.builder(URI.create("https://idp.example.test:443/oidc"))
 *         .client("client-id", ClientAuthentication.secret(secret))
 *         .redirectUri(URI.create("https://app.example.test/callback"))
 *         .build();
 * LoginRequest request = LoginRequest.builder()
 *         .essential(Claim.EMPLOYEE_HSA_ID)
 *         .voluntary(Claim.NAME, Claim.ALL_COMMISSIONS)
 *         .build();
 *
 * // the user wants to log in
 * LoginStart start = idp.begin(request, sessionId);       // redirect the browser to start.redirectUrl()
 *
 * // the browser comes back to /callback
 * SithsUser user = idp.complete(queryString, sessionId);
 * ActingUser acting = user.chooseCommission(chosen, UserCommission.CARE_AND_TREATMENT);
 * }</pre>
 *
 * <p>The browser session is named by a text that the application has from its session cookie: the session
 * id, or a random value made for the log-in. It ties the answer to the browser that began. Give the user a
 * <em>new</em> session id after log-in.
 */
public final class IdentityProvider implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 1_000_000;

    private final String issuer;
    private final String clientId;
    private final URI redirectUri;
    private final ClientAuthentication authentication;
    private final Duration timeToLogIn;
    private final PendingLogins pending;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LoginFailures failures;
    private final ProviderCalls calls;
    private final Remembered<ProviderMetadata> metadata;
    private final TokenEndpoint tokenEndpoint;
    private final UserReader users;

    private IdentityProvider(
            Builder from, String clientId, ClientAuthentication authentication, URI redirectUri) {
        this.issuer = from.issuer.toString();
        this.clientId = clientId;
        this.redirectUri = redirectUri;
        this.authentication = authentication;
        this.timeToLogIn = from.timeToLogIn;
        this.clock = from.clock;
        this.pending = from.pending == null ? PendingLogins.inMemory(10_000, clock) : from.pending;
        this.failures = new LoginFailures(clock, issuer, clientId);
        this.calls = new ProviderCalls(from.web(authentication), failures);
        boolean plainHttp = from.plainHttp;
        this.metadata =
                new Remembered<>(
                        "The IdP's metadata",
                        () ->
                                ProviderMetadata.read(
                                        document(ProviderMetadata.address(issuer)),
                                        issuer,
                                        plainHttp),
                        LIFETIME,
                        PAUSE,
                        clock);
        SignedTokens tokens =
                new SignedTokens(
                        new Remembered<>(
                                "The IdP's keys",
                                () ->
                                        SignedTokens.read(
                                                calls.document(metadata.get().keys(), "its keys")),
                                LIFETIME,
                                PAUSE,
                                clock),
                        failures);
        IdTokenRules rules = new IdTokenRules(issuer, clientId, from.clockSkew, failures);
        this.tokenEndpoint = new TokenEndpoint(calls, authentication, failures);
        this.users =
                new UserReader(
                        tokens,
                        rules,
                        new UserInfoEndpoint(calls, tokens, rules, authentication.byMutualTls()),
                        from.algorithms.stream()
                                .map(JWSAlgorithm::new)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Starts configuring.
     *
     * @param issuer the IdP's name for itself, exactly as in its metadata: a port that is written there is
     *     written here, also 443
     */
    public static Builder builder(URI issuer) {
        return new Builder(issuer);
    }

    private Map<String, Object> document(URI address) {
        return Json.object(calls.document(address, "its metadata").body())
                .orElseThrow(
                        () -> new ProtocolException("The IdP's metadata is not JSON", null, null));
    }

    /**
     * Fetches the IdP's metadata and makes sure that a log-in can work with it: for start-up checks.
     *
     * @throws ConfigurationException when it cannot: another issuer, or no common way of authentication or
     *     signature
     * @throws se.ehealthsdk.core.error.ConnectionException when the IdP cannot be reached
     * @throws ProtocolException when it answers with something else
     * @throws LoginException with {@link Reason#PROVIDER_ERROR} when it has failed
     */
    public void check() {
        fitting(metadata.get());
    }

    private ProviderMetadata fitting(ProviderMetadata server) {
        authentication.choose(server);
        users.algorithms(server);
        return server;
    }

    /**
     * Begins a log-in. The browser is then sent to the address in the answer.
     *
     * @param request what to ask for
     * @param browserSession what tells this browser session from all others, from its cookie; only a hash of
     *     it is kept
     * @throws InvalidInputException when the browser session is blank
     * @throws ConfigurationException when the IdP and this client have no common way of working
     * @throws se.ehealthsdk.core.error.ConnectionException when the IdP's metadata cannot be had
     * @throws ProtocolException when the metadata is faulty
     * @throws LoginException with {@link Reason#PROVIDER_ERROR} when the IdP has failed
     */
    public LoginStart begin(LoginRequest request, String browserSession) {
        requireSession(browserSession);
        ProviderMetadata server = fitting(metadata.get());
        if (request.demands().fromUserInfo()) {
            users.userInfo().address(server);
        }
        Instant now = clock.instant();
        String state = secret();
        PendingLogin login =
                new PendingLogin(
                        issuer,
                        clientId,
                        PendingLogin.hash(browserSession),
                        secret(),
                        server.pkce() ? Optional.of(secret()) : Optional.empty(),
                        now,
                        now.plus(timeToLogIn),
                        request.demands());
        URI address = new AuthorizationUrl(server, clientId, redirectUri).of(request, login, state);
        pending.put(state, login.encode(), login.expiresAt());
        return new LoginStart(address, state);
    }

    private static void requireSession(String browserSession) {
        if (browserSession.isBlank()) {
            throw new InvalidInputException(
                    "browserSession",
                    "is blank",
                    "what tells this browser session from all others");
        }
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Completes a log-in when the browser has come back to the redirect address.
     *
     * @param query the query of the address as it came, still percent-encoded; with {@code form_post} the
     *     body
     * @param browserSession what tells this browser session from all others, as given to {@link #begin}
     * @return the user
     * @throws LoginException when the user cancelled, or the answer does not hold; see its reason
     * @throws ConfigurationException when the IdP does not accept this client
     * @throws se.ehealthsdk.core.error.ConnectionException when the IdP cannot be reached
     * @throws ProtocolException when the IdP's answer makes no sense
     */
    public SithsUser complete(String query, String browserSession) {
        return complete(Callback.of(query, failures), browserSession);
    }

    /**
     * As {@link #complete(String, String)}, for those whose framework has read the parameters.
     *
     * @param parameters all of them, decoded, with all their values
     */
    public SithsUser complete(Map<String, List<String>> parameters, String browserSession) {
        return complete(Callback.of(parameters, failures), browserSession);
    }

    private SithsUser complete(Callback callback, String browserSession) {
        requireSession(browserSession);
        PendingLogin login = taken(callback);
        if (!login.begunBy(browserSession)) {
            throw failures.of(Reason.OTHER_BROWSER, "Another browser session began this log-in");
        }
        if (!clock.instant().isBefore(login.expiresAt())) {
            throw failures.of(Reason.EXPIRED, "The log-in took too long");
        }
        ProviderMetadata server = metadata.get();
        checkIssuer(callback, login, server);
        if (callback.error().isPresent()) {
            throw refused(callback.error().get());
        }
        AuthorizationCode code = new AuthorizationCode(callback.code().orElseThrow());
        TokenEndpoint.Answer answer =
                tokenEndpoint.exchange(
                        server,
                        new AuthorizationCodeGrant(
                                code,
                                redirectUri,
                                login.verifier().map(CodeVerifier::new).orElse(null)),
                        Reason.CODE_REFUSED);
        return users.read(login, server, answer);
    }

    private PendingLogin taken(Callback callback) {
        return pending.take(callback.state())
                .map(PendingLogin::decode)
                .orElseThrow(
                        () -> {
                            boolean replayed = pending.wasTaken(callback.state());
                            return failures.withError(
                                    replayed ? Reason.STATE_REPLAYED : Reason.STATE_UNKNOWN,
                                    replayed
                                            ? "The answer to this log-in has been used already"
                                            : "The answer is to no log-in that is under way",
                                    callback.error().orElse(""));
                        });
    }

    private void checkIssuer(Callback callback, PendingLogin login, ProviderMetadata server) {
        boolean ours = login.issuer().equals(issuer) && login.clientId().equals(clientId);
        boolean named = callback.issuer().map(issuer::equals).orElse(!server.issuerInAnswer());
        if (!ours || !named) {
            throw failures.of(
                    Reason.WRONG_ISSUER,
                    "The answer comes from another IdP than the log-in went to");
        }
    }

    private LoginException refused(String error) {
        return switch (error) {
            case "access_denied" ->
                    failures.withError(Reason.CANCELLED, "The user cancelled", error);
            case "unmet_authentication_requirements" ->
                    failures.withError(
                            Reason.LEVEL_TOO_LOW,
                            "The IdP could not reach a level of assurance that is demanded",
                            error);
            default ->
                    failures.withError(
                            Reason.PROVIDER_ERROR, "The IdP did not log the user in", error);
        };
    }

    /**
     * New tokens for a user whose access token ends. Who the user is, the level and the commissions stay as they
     * were at log-in; log in again to learn of changes.
     *
     * @return the same user, with new tokens
     * @throws InvalidInputException when the user has no refresh token
     * @throws LoginException with {@link Reason#REFRESH_REFUSED} when the session at the IdP has ended, or
     *     another reason when the new id token does not hold
     * @throws ConfigurationException when the IdP does not accept this client
     * @throws se.ehealthsdk.core.error.ConnectionException when the IdP cannot be reached
     * @throws ProtocolException when the IdP's answer makes no sense
     */
    public SithsUser refresh(SithsUser user) {
        String refreshToken =
                user.tokens()
                        .refreshToken()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "user",
                                                "has no refresh token",
                                                "a user whose log-in brought one"));
        ProviderMetadata server = metadata.get();
        TokenEndpoint.Answer answer =
                tokenEndpoint.exchange(
                        server,
                        new RefreshTokenGrant(new RefreshToken(refreshToken)),
                        Reason.REFRESH_REFUSED);
        answer.idToken().ifPresent(token -> users.checkRefreshed(token, answer, server, user));
        return user.with(
                new Tokens(
                        answer.idToken().orElse(user.tokens().idToken()),
                        answer.accessToken(),
                        answer.refreshToken().or(user.tokens()::refreshToken),
                        answer.expiresAt()));
    }

    /**
     * The IdP's page for logging out there too, which ends single sign-on. End the user's session in the
     * application first, then send the browser to this address.
     *
     * <p>The address holds the id token, and so claims about the user: keep it out of logs.
     *
     * @param user who logs out
     * @param returnTo where the browser shall come back to, registered at the IdP; null to stay there
     * @param state what the browser shall come back with; null for nothing
     * @throws ConfigurationException when the IdP has no such page
     * @throws se.ehealthsdk.core.error.ConnectionException when the IdP's metadata cannot be had
     * @throws ProtocolException when the metadata is faulty
     */
    public URI logoutUrl(SithsUser user, @Nullable URI returnTo, @Nullable String state) {
        URI page =
                metadata.get()
                        .endSession()
                        .orElseThrow(
                                () ->
                                        new ConfigurationException(
                                                "The IdP has no page for logging out",
                                                "End the application's own session only, and tell the user"
                                                        + " to close the browser."));
        try {
            return new LogoutRequest(
                            page,
                            JWTParser.parse(user.tokens().idToken()),
                            returnTo,
                            returnTo == null || state == null ? null : new State(state))
                    .toURI();
        } catch (ParseException impossible) {
            throw new IllegalStateException("An id token that was verified cannot be read");
        }
    }

    /** The issuer, as configured. */
    public String issuer() {
        return issuer;
    }

    /** Ends running calls and closes the connections. */
    @Override
    public void close() {
        calls.close();
    }

    /** The issuer and the client; never a secret. */
    @Override
    public String toString() {
        return "IdentityProvider[" + issuer + ", as " + clientId + "]";
    }

    /** Builds an {@link IdentityProvider}. Not for use by more than one thread. */
    public static final class Builder {

        /** Signatures by a private key; with the others anyone who knows the client's secret could sign. */
        private static final Set<String> SOUND =
                Set.of(
                        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
                        "ES512");

        private final URI issuer;
        private @Nullable String clientId;
        private @Nullable ClientAuthentication authentication;
        private @Nullable URI redirectUri;
        private @Nullable TrustAnchors trust;
        private @Nullable HttpProxy proxy;
        private @Nullable PendingLogins pending;
        private Set<String> algorithms = Set.of("RS256", "PS256", "ES256");
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration timeout = Duration.ofSeconds(15);
        private Duration timeToLogIn = Duration.ofMinutes(10);
        private Duration clockSkew = Duration.ofMinutes(1);
        private Clock clock = Clock.systemUTC();
        private boolean plainHttp;

        private Builder(URI issuer) {
            this.issuer = issuer;
        }

        /**
         * This system as it is registered at the IdP; required.
         *
         * @param id the client id
         * @param proof how it shows that it is this client
         */
        public Builder client(String id, ClientAuthentication proof) {
            this.clientId = id;
            this.authentication = proof;
            return this;
        }

        /** Where the browser comes back to, exactly as registered at the IdP; required. */
        public Builder redirectUri(URI address) {
            this.redirectUri = address;
            return this;
        }

        /**
         * Who may vouch for the IdP's own TLS certificate; unless set, the authorities of the public web, which
         * is where browsers meet an IdP.
         */
        public Builder trust(TrustAnchors anchors) {
            this.trust = anchors;
            return this;
        }

        /** A web proxy on the way out; none unless set. */
        public Builder proxy(HttpProxy way) {
            this.proxy = way;
            return this;
        }

        /** Where pending log-ins are kept: this system's memory, 10 000 of them, unless set. */
        public Builder pendingLogins(PendingLogins store) {
            this.pending = store;
            return this;
        }

        /**
         * The algorithms that tokens may be signed with; {@code RS256}, {@code PS256} and {@code ES256} unless
         * set. Of these, those that the IdP announces are accepted.
         *
         * @throws InvalidInputException when one is not RS, PS or ES with 256, 384 or 512
         */
        public Builder algorithms(String first, String... more) {
            Set<String> names = new LinkedHashSet<>(List.of(more));
            names.add(first);
            if (!SOUND.containsAll(names)) {
                throw new InvalidInputException(
                        "algorithms",
                        "holds one that anyone could sign with, or that is not known",
                        "RS256, PS256, ES256, or the same with 384 or 512");
            }
            this.algorithms = Set.copyOf(names);
            return this;
        }

        /** How long to wait for a TCP connection to the IdP, and again for its TLS: 5 s unless set. */
        public Builder connectTimeout(Duration limit) {
            this.connectTimeout = positive("connectTimeout", limit);
            return this;
        }

        /** How long each call to the IdP may take: 15 s unless set. A log-in makes two to five of them. */
        public Builder timeout(Duration limit) {
            this.timeout = positive("timeout", limit);
            return this;
        }

        /** How long the user may take at the IdP: 10 minutes unless set. */
        public Builder timeToLogIn(Duration limit) {
            this.timeToLogIn = positive("timeToLogIn", limit);
            return this;
        }

        /**
         * How much the IdP's clock and this one may differ: one minute unless set.
         *
         * @throws InvalidInputException when negative or more than ten minutes
         */
        public Builder clockSkew(Duration difference) {
            if (difference.isNegative() || difference.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new InvalidInputException("clockSkew", "is no skew", "0 to 10 minutes");
            }
            this.clockSkew = difference;
            return this;
        }

        /** The clock; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * Lets the issuer and its addresses be {@code http}: secrets and tokens then travel in the open. For
         * stand-ins on this machine only.
         */
        public Builder plainHttpAtOwnRisk() {
            this.plainHttp = true;
            return this;
        }

        private static Duration positive(String field, Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new InvalidInputException(field, "is not positive", "more than zero");
            }
            return duration;
        }

        /**
         * The IdP. Nothing is sent, but what can be known to fail is told here.
         *
         * @throws ConfigurationException when client or redirect address is missing, an address cannot be
         *     used, or the key or certificate cannot
         */
        public IdentityProvider build() {
            if (clientId == null || clientId.isBlank() || authentication == null) {
                throw new ConfigurationException(
                        "No client", "Set client(id, authentication) as registered at the IdP.");
            }
            if (redirectUri == null) {
                throw new ConfigurationException(
                        "No redirect address", "Set redirectUri(...) as registered at the IdP.");
            }
            if (!ProviderMetadata.isEndpoint(issuer, plainHttp) || issuer.getRawQuery() != null) {
                throw new ConfigurationException(
                        "The issuer is no https address",
                        "Set the issuer as in the IdP's metadata, without query and fragment.");
            }
            boolean local =
                    Set.of("localhost", "127.0.0.1", "[::1]")
                            .contains(String.valueOf(redirectUri.getHost()));
            if (!ProviderMetadata.isEndpoint(redirectUri, plainHttp || local)) {
                throw new ConfigurationException(
                        "The redirect address is no https address",
                        "Use https: the code that comes there lets its owner in. Only addresses on this"
                                + " machine may be http.");
            }
            authentication.check(clock);
            return new IdentityProvider(this, clientId, authentication, redirectUri);
        }

        private WebClient web(ClientAuthentication proof) {
            return new WebClient(
                    new WebSettings(
                            proof.tls(trust == null ? TrustAnchors.system() : trust),
                            proxy,
                            connectTimeout,
                            timeout,
                            MAX_ANSWER));
        }
    }
}
