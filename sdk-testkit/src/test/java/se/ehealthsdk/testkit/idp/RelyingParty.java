package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A client of the IdP on Nimbus' own stack, with which the stand-in has no code in common. */
final class RelyingParty {

    static final URI CALLBACK = URI.create("http://localhost:4711/callback");
    static final ClientSecretPost SECRET =
            new ClientSecretPost(
                    new ClientID(IdentityProvider.CLIENT_ID),
                    new Secret(IdentityProvider.CLIENT_SECRET));

    private final IdentityProvider idp;
    private final SSLContext tls;

    final State state = new State();
    final Nonce nonce = new Nonce();
    final CodeVerifier verifier = new CodeVerifier();

    RelyingParty(NationalServices services) {
        this(services, tls(services.pki(), Optional.empty()));
    }

    RelyingParty(NationalServices services, SSLContext tls) {
        this.idp = services.idp();
        this.tls = tls;
    }

    static SSLContext tls(TestPki pki, Optional<IssuedCertificate> own) {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("root", pki.root().certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(roots);
            KeyManager[] keys = {};
            if (own.isPresent()) {
                char[] password = "secret".toCharArray();
                KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
                factory.init(own.get().keyStore(password), password);
                keys =
                        Stream.of(factory.getKeyManagers())
                                .map(it -> new AnyCa((X509ExtendedKeyManager) it))
                                .toArray(KeyManager[]::new);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sends its certificate whichever CAs the server names. */
    private static final class AnyCa extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager keys;

        AnyCa(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return keys.getClientAliases(type, null);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return keys.chooseClientAlias(types, null, socket);
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal[] issuers, SSLEngine engine) {
            return keys.chooseEngineClientAlias(types, null, engine);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }

    HTTPResponse send(HTTPRequest request) throws Exception {
        request.setSSLSocketFactory(tls.getSocketFactory());
        request.setConnectTimeout(5_000);
        request.setReadTimeout(5_000);
        request.setFollowRedirects(false);
        return request.send();
    }

    HTTPResponse get(URI url) throws Exception {
        return send(new HTTPRequest(HTTPRequest.Method.GET, url));
    }

    OIDCProviderMetadata discover() throws Exception {
        return OIDCProviderMetadata.parse(get(idp.url(IdpEndpoint.DISCOVERY)).getBody());
    }

    static Map<String, Object> json(HTTPResponse answer) throws ParseException {
        return JSONObjectUtils.parse(answer.getBody());
    }

    JWKSet keys() throws Exception {
        return JWKSet.parse(get(idp.url(IdpEndpoint.JWKS)).getBody());
    }

    AuthenticationRequest.Builder request(String... scopes) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(
                                Stream.concat(Stream.of("openid"), Arrays.stream(scopes))
                                        .toArray(String[]::new)),
                        SECRET.getClientID(),
                        CALLBACK)
                .endpointURI(idp.url(IdpEndpoint.AUTHORIZATION))
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    URI url(String claims) throws Exception {
        return request().claims(OIDCClaimsRequest.parse(claims)).build().toURI();
    }

    AuthorizationCode code(URI callback) throws Exception {
        AuthenticationResponse response = AuthenticationResponseParser.parse(callback);
        assertThat(response.indicatesSuccess()).as(callback.toString()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isEqualTo(new Issuer(idp.issuer()));
        return response.toSuccessResponse().getAuthorizationCode();
    }

    AuthorizationGrant grant(AuthorizationCode code) {
        return new AuthorizationCodeGrant(code, CALLBACK, verifier);
    }

    HTTPResponse tokens(ClientAuthentication authentication, AuthorizationGrant grant)
            throws Exception {
        return send(
                new TokenRequest.Builder(idp.url(IdpEndpoint.TOKEN), authentication, grant)
                        .build()
                        .toHTTPRequest());
    }

    OIDCTokenResponse tokens(AuthorizationCode code) throws Exception {
        TokenResponse response = OIDCTokenResponseParser.parse(tokens(SECRET, grant(code)));
        assertThat(response.indicatesSuccess()).as(String.valueOf(response)).isTrue();
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    /** All the way: logs in, and has the id_token checked. */
    IDTokenClaimsSet logIn(URI url, Persona persona, LogIn how) throws Exception {
        return validated(tokens(code(idp.authorize(url, persona, how))));
    }

    IDTokenClaimsSet validated(OIDCTokenResponse tokens) throws Exception {
        JWT token = tokens.getOIDCTokens().getIDToken();
        IDTokenClaimsSet claims =
                new IDTokenValidator(
                                new Issuer(idp.issuer()),
                                SECRET.getClientID(),
                                JWSAlgorithm.RS256,
                                keys())
                        .validate(token, nonce);
        AccessTokenHash hash = claims.getAccessTokenHash();
        assertThat(hash).isNotNull();
        AccessTokenValidator.validate(
                tokens.getOIDCTokens().getAccessToken(), JWSAlgorithm.RS256, hash);
        return claims;
    }

    HTTPResponse userinfo(OIDCTokenResponse tokens) throws Exception {
        return send(
                new UserInfoRequest(
                                idp.url(IdpEndpoint.USERINFO),
                                tokens.getOIDCTokens().getBearerAccessToken())
                        .toHTTPRequest());
    }
}
