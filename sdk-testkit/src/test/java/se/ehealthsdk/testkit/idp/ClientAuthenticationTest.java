package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.SelfSignedTLSClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;

/** Every way for a client to show who it is, and what is refused. */
class ClientAuthenticationTest {

    private static final ClientID ID = new ClientID(IdentityProvider.CLIENT_ID);

    private static NationalServices services;
    private static IssuedCertificate own;

    private IdentityProvider idp;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        own = services.pki().function("SE2321000016-CLIENT");
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        idp = services.idp();
        register(own, ClientAuthentication.values());
    }

    @Test
    void secret_inTheForm_isGood() throws Exception {
        assertGood(plain(), RelyingParty.SECRET, ClientAuthentication.CLIENT_SECRET_POST);
    }

    @Test
    void secret_byBasic_isGoodWithAnyCharacters() throws Exception {
        String secret = "påhittad:%&+ hemlighet";
        idp.register(
                ClientRegistration.builder(ID.getValue())
                        .secret(secret)
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());

        assertGood(
                plain(),
                new ClientSecretBasic(ID, new Secret(secret)),
                ClientAuthentication.CLIENT_SECRET_BASIC);
    }

    @Test
    void secret_wrong_isRefused() throws Exception {
        HTTPResponse post = tokens(plain(), new ClientSecretPost(ID, new Secret("another-secret")));
        HTTPResponse basic =
                tokens(plain(), new ClientSecretBasic(ID, new Secret("another-secret")));

        assertRefused(post);
        assertRefused(basic);
        assertThat(basic.getWWWAuthenticate()).startsWith("Basic");
        assertThat(idp.journal().last()).flatMap(IdpExchange::authentication).isEmpty();
        assertThat(idp.journal().last()).flatMap(IdpExchange::clientId).contains(ID.getValue());
    }

    @Test
    void secret_ofAnUnknownClient_isRefused() throws Exception {
        assertRefused(
                tokens(
                        plain(),
                        new ClientSecretPost(
                                new ClientID("nobody"), RelyingParty.SECRET.getClientSecret())));
    }

    @Test
    void ways_thatAreNotTheClientsOrNotAnnounced_areRefused() throws Exception {
        register(own, ClientAuthentication.PRIVATE_KEY_JWT);
        assertRefused(tokens(plain(), RelyingParty.SECRET));

        register(own, ClientAuthentication.values());
        idp.announceAuthentications(ClientAuthentication.CLIENT_SECRET_BASIC);
        assertRefused(tokens(plain(), RelyingParty.SECRET));
        assertRefused(tokens(plain(), jwt(own, claims())));
        assertRefused(tokens(mutual(own), new PKITLSClientAuthentication(ID, own.certificate())));
    }

    @Test
    void ways_twoAtATime_areRefused() throws Exception {
        RelyingParty client = plain();
        HTTPRequest request =
                new TokenRequest.Builder(
                                idp.url(IdpEndpoint.TOKEN), RelyingParty.SECRET, grant(client))
                        .build()
                        .toHTTPRequest();
        request.setAuthorization(
                new ClientSecretBasic(ID, RelyingParty.SECRET.getClientSecret())
                        .toHTTPAuthorizationHeader());

        assertThat(error(client.send(request))).isEqualTo("invalid_request");
    }

    @Test
    void ways_noneAtAll_areRefused() throws Exception {
        RelyingParty client = plain();
        HTTPRequest request =
                new TokenRequest.Builder(idp.url(IdpEndpoint.TOKEN), ID, grant(client))
                        .build()
                        .toHTTPRequest();

        assertRefused(client.send(request));
    }

    @Test
    void privateKey_ofTheCertificateOrRegistered_isGood() throws Exception {
        assertGood(plain(), jwt(own, claims()), ClientAuthentication.PRIVATE_KEY_JWT);

        IssuedCertificate rsa =
                services.pki()
                        .functionBuilder("SE2321000016-RSA")
                        .keyAlgorithm(KeyAlgorithm.RSA_2048)
                        .issue();
        idp.register(
                ClientRegistration.builder(ID.getValue())
                        .publicKey(rsa.certificate().getPublicKey())
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());
        assertGood(
                plain(),
                new PrivateKeyJWT(claims(), JWSAlgorithm.PS256, rsa.key(), null, null),
                ClientAuthentication.PRIVATE_KEY_JWT);
    }

    @Test
    void privateKey_anothersOrASecret_isRefused() throws Exception {
        assertRefused(
                tokens(plain(), jwt(services.pki().function("SE2321000016-OTHER"), claims())));
        assertRefused(
                tokens(
                        plain(),
                        new ClientSecretJWT(
                                ID,
                                idp.url(IdpEndpoint.TOKEN),
                                JWSAlgorithm.HS256,
                                RelyingParty.SECRET.getClientSecret())));
    }

    @Test
    void privateKey_forAnotherServerOrExpiredOrReplayed_isRefused() throws Exception {
        Date later = Date.from(Instant.now().plusSeconds(60));
        assertRefused(
                tokens(
                        plain(),
                        jwt(
                                own,
                                new JWTAuthenticationClaimsSet(
                                        ID,
                                        new Audience(URI.create("https://other.example.test"))))));
        assertRefused(
                tokens(
                        plain(),
                        jwt(
                                own,
                                new JWTAuthenticationClaimsSet(
                                        ID,
                                        new Audience(idp.issuer()).toSingleAudienceList(),
                                        Date.from(Instant.now().minusSeconds(1)),
                                        null,
                                        null,
                                        new com.nimbusds.oauth2.sdk.id.JWTID()))));
        assertRefused(
                tokens(
                        plain(),
                        jwt(
                                own,
                                new JWTAuthenticationClaimsSet(
                                        ID,
                                        new Audience(idp.issuer()).toSingleAudienceList(),
                                        later,
                                        null,
                                        null,
                                        null))));

        PrivateKeyJWT once = jwt(own, claims());
        assertGood(plain(), once, ClientAuthentication.PRIVATE_KEY_JWT);
        assertRefused(tokens(plain(), once));
    }

    @Test
    void certificate_ofThisSubjectFromATrustedCa_isGood() throws Exception {
        IssuedCertificate renewed = services.pki().function("SE2321000016-CLIENT");
        assertThat(renewed.certificate()).isNotEqualTo(own.certificate());

        assertGood(
                mutual(renewed),
                new PKITLSClientAuthentication(ID, renewed.certificate()),
                ClientAuthentication.TLS_CLIENT_AUTH);
    }

    @Test
    void certificate_anothers_isRefused() throws Exception {
        IssuedCertificate other = services.pki().function("SE2321000016-OTHER");
        IssuedCertificate untrusted = services.pki().fromUntrustedCa("SE2321000016-CLIENT");
        IssuedCertificate expired = services.pki().expired("SE2321000016-CLIENT");

        for (IssuedCertificate each : new IssuedCertificate[] {other, untrusted, expired}) {
            assertRefused(
                    tokens(mutual(each), new PKITLSClientAuthentication(ID, each.certificate())));
        }
    }

    @Test
    void certificate_selfSigned_isGoodIfItIsTheVeryOne() throws Exception {
        IssuedCertificate ownCa = services.pki().fromUntrustedCa("SE2321000016-CLIENT");
        register(ownCa, ClientAuthentication.SELF_SIGNED_TLS_CLIENT_AUTH);

        assertGood(
                mutual(ownCa),
                new SelfSignedTLSClientAuthentication(ID, ownCa.certificate()),
                ClientAuthentication.SELF_SIGNED_TLS_CLIENT_AUTH);

        IssuedCertificate renewed = services.pki().fromUntrustedCa("SE2321000016-CLIENT");
        assertRefused(
                tokens(
                        mutual(renewed),
                        new SelfSignedTLSClientAuthentication(ID, renewed.certificate())));
    }

    @Test
    void certificate_besideASecret_changesNothing() throws Exception {
        assertGood(
                mutual(services.pki().fromUntrustedCa("SE2321000016-OTHER")),
                RelyingParty.SECRET,
                ClientAuthentication.CLIENT_SECRET_POST);
    }

    @Test
    void ownSystem_ofTheServices_isRegisteredWithItsCertificate() throws Exception {
        services.reset();
        IssuedCertificate system = services.pki().function(NationalServices.SYSTEM_HSA_ID);

        assertGood(
                mutual(system),
                new PKITLSClientAuthentication(ID, system.certificate()),
                ClientAuthentication.TLS_CLIENT_AUTH);
    }

    private void register(IssuedCertificate certificate, ClientAuthentication... ways) {
        idp.register(
                ClientRegistration.builder(ID.getValue())
                        .secret(IdentityProvider.CLIENT_SECRET)
                        .certificate(certificate.certificate())
                        .authentication(ways)
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());
    }

    private static RelyingParty plain() {
        return new RelyingParty(services);
    }

    private static RelyingParty mutual(IssuedCertificate certificate) {
        return new RelyingParty(
                services, RelyingParty.tls(services.pki(), Optional.of(certificate)));
    }

    private JWTAuthenticationClaimsSet claims() {
        return new JWTAuthenticationClaimsSet(ID, new Audience(idp.issuer()));
    }

    private static PrivateKeyJWT jwt(IssuedCertificate key, JWTAuthenticationClaimsSet claims)
            throws Exception {
        return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, key.key(), null, null);
    }

    private AuthorizationGrant grant(RelyingParty client) throws Exception {
        return client.grant(
                client.code(idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG)));
    }

    private HTTPResponse tokens(
            RelyingParty client, com.nimbusds.oauth2.sdk.auth.ClientAuthentication way)
            throws Exception {
        return client.tokens(way, grant(client));
    }

    private void assertGood(
            RelyingParty client,
            com.nimbusds.oauth2.sdk.auth.ClientAuthentication way,
            ClientAuthentication expected)
            throws Exception {
        HTTPResponse answer = tokens(client, way);

        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        assertThat(idp.journal().last()).flatMap(IdpExchange::authentication).contains(expected);
    }

    private static void assertRefused(HTTPResponse answer) throws Exception {
        assertThat(error(answer)).isEqualTo("invalid_client");
        assertThat(answer.getStatusCode()).isEqualTo(401);
    }

    private static String error(HTTPResponse answer) throws Exception {
        return TokenErrorResponse.parse(answer).getErrorObject().getCode();
    }
}
