package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.TestPki;

/** A small IdP that does what it should, until a test tells it otherwise. */
final class TestIdp implements AutoCloseable {

    static final String CLIENT = "vårdsystemet";
    static final URI REDIRECT = URI.create("https://app.example.test/callback?app=1");
    static final char[] SECRET = "hemligt&=%+å".toCharArray();
    static final String EMPLOYEE = "SE2321000016-1003";
    static final RSAKey FIRST_KEY = key("first");
    static final RSAKey SECOND_KEY = key("second");

    /** An answer over HTTP. */
    record Answer(int status, String contentType, String body) {}

    /** A request as it came. */
    record Received(
            String path,
            Map<String, List<String>> form,
            Optional<String> authorization,
            Optional<X509Certificate> certificate) {
        String field(String name) {
            return form.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** What the browser was sent to the IdP with. */
    private record Asked(String nonce, Optional<String> challenge) {}

    final TestClock clock;
    final Map<String, Object> metadata = new ConcurrentHashMap<>();
    final List<Received> received = new CopyOnWriteArrayList<>();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    volatile List<JWK> published = List.of(FIRST_KEY);
    volatile RSAKey signing = FIRST_KEY;
    volatile Consumer<Map<String, Object>> claims = all -> {};
    volatile UnaryOperator<String> idToken = UnaryOperator.identity();
    volatile Consumer<Map<String, Object>> tokens = all -> {};
    volatile Consumer<Map<String, Object>> userInfo = all -> {};

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();

    TestIdp(TestClock clock) {
        this.clock = clock;
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setHttpsConfigurator(
                new HttpsConfigurator(
                        credential(TestPki.shared().server("localhost")).sslContext(trust())) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                        tls.setWantClientAuth(true);
                        parameters.setSSLParameters(tls);
                    }
                });
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        metadata.put("issuer", issuer());
        metadata.put("authorization_endpoint", base() + "/oidc/authorize?tenant=1");
        metadata.put("token_endpoint", base() + "/oidc/token");
        metadata.put("userinfo_endpoint", base() + "/oidc/userinfo");
        metadata.put("jwks_uri", base() + "/oidc/jwks.json");
        metadata.put("end_session_endpoint", base() + "/oidc/logout");
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "client_secret_basic", "private_key_jwt"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256"));
        metadata.put("code_challenge_methods_supported", List.of("plain", "S256"));
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Credential credential(se.ehealthsdk.testpki.IssuedCertificate issued) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(issued.keyStore(password), password);
    }

    static TrustAnchors trust() {
        return TrustAnchors.of(TestPki.shared().trustedRoots());
    }

    String base() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    String issuer() {
        return base() + "/oidc";
    }

    IdentityProvider.Builder client() {
        return client(ClientAuthentication.secret(SECRET));
    }

    IdentityProvider.Builder client(ClientAuthentication authentication) {
        return IdentityProvider.builder(URI.create(issuer()))
                .client(CLIENT, authentication)
                .redirectUri(REDIRECT)
                .trust(trust())
                .clock(clock);
    }

    /** The parameters of an address. */
    static Map<String, List<String>> parameters(URI address) {
        return URLUtils.parseParameters(address.getRawQuery());
    }

    static String parameter(URI address, String name) {
        return parameters(address).getOrDefault(name, List.of("")).get(0);
    }

    /** The user logs in; gives the query that the browser comes back with. */
    String logIn(LoginStart start) {
        URI address = start.redirectUrl();
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        parameter(address, "nonce"),
                        Optional.of(parameter(address, "code_challenge"))
                                .filter(text -> !text.isEmpty())));
        return "code=" + code + "&state=" + parameter(address, "state");
    }

    long calls(String path) {
        return received.stream().filter(each -> each.path().equals(path)).count();
    }

    Received last(String path) {
        return received.stream()
                .filter(each -> each.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received request =
                new Received(
                        exchange.getRequestURI().getPath(),
                        URLUtils.parseParameters(body),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                        certificate(exchange));
        received.add(request);
        Answer answer;
        try {
            answer =
                    Optional.ofNullable(answers.get(request.path()))
                            .orElseGet(() -> answer(request));
        } catch (RuntimeException e) {
            e.printStackTrace();
            answer = new Answer(500, "text/plain", "test error");
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Optional<X509Certificate> certificate(HttpExchange exchange) {
        try {
            return Optional.of(
                    (X509Certificate)
                            ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private Answer answer(Received request) {
        return switch (request.path()) {
            case "/oidc/.well-known/openid-configuration" ->
                    json(200, new LinkedHashMap<>(metadata));
            case "/oidc/jwks.json" ->
                    new Answer(
                            200, "application/jwk-set+json", new JWKSet(published).toString(true));
            case "/oidc/token", "/mtls/token" -> token(request);
            case "/oidc/userinfo", "/mtls/userinfo" -> userInfo();
            default -> new Answer(404, "text/plain", "nothing here");
        };
    }

    static Answer json(int status, Map<String, Object> body) {
        return new Answer(
                status, "application/json;charset=UTF-8", JSONObjectUtils.toJSONString(body));
    }

    private Answer token(Received request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", "access-" + UUID.randomUUID());
        answer.put("token_type", "bearer");
        answer.put("expires_in", 3600);
        Optional<String> nonce = Optional.empty();
        if (request.field("grant_type").equals("authorization_code")) {
            Asked asked = codes.remove(request.field("code"));
            if (asked == null || !request.field("redirect_uri").equals(REDIRECT.toString())) {
                return json(400, Map.of("error", "invalid_grant"));
            }
            String verifier = request.field("code_verifier");
            if (asked.challenge().isPresent()
                    && !CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                            .getValue()
                            .equals(asked.challenge().get())) {
                return json(400, Map.of("error", "invalid_grant"));
            }
            nonce = Optional.of(asked.nonce());
        }
        answer.put("id_token", idToken.apply(sign(idTokenClaims(nonce))));
        tokens.accept(answer);
        return json(200, answer);
    }

    Map<String, Object> idTokenClaims(Optional<String> nonce) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", issuer());
        all.put("sub", "subject-1");
        all.put("aud", CLIENT);
        all.put("iat", now);
        all.put("exp", now + 300);
        all.put("auth_time", now);
        nonce.ifPresent(value -> all.put("nonce", value));
        all.put("acr", "http://id.sambi.se/loa/loa3");
        all.put("amr", List.of("urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient"));
        all.put("employeeHsaId", EMPLOYEE);
        claims.accept(all);
        return all;
    }

    String sign(Map<String, Object> all) {
        return sign(all, signing);
    }

    static String sign(Map<String, Object> all, RSAKey key) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            JWTClaimsSet.parse(all));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer userInfo() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sub", "subject-1");
        userInfo.accept(all);
        return json(200, all);
    }

    static List<String> paths(List<Received> received) {
        List<String> paths = new ArrayList<>();
        received.forEach(each -> paths.add(each.path()));
        return paths;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
