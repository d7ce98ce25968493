package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which client calls the token endpoint, and whether it is. */
final class ClientAuthenticator {

    private static final String JWT_BEARER =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String BASIC = "Basic ";

    private final IdpState idp;
    private final ClientCertificates certificates;

    ClientAuthenticator(IdpState idp, ClientCertificates certificates) {
        this.idp = idp;
        this.certificates = certificates;
    }

    /**
     * @throws OAuthError if it is not who it says
     */
    ClientRegistration authenticate(Visit visit, Parameters form) {
        Optional<String> basic =
                visit.call()
                        .header("Authorization")
                        .filter(it -> it.regionMatches(true, 0, BASIC, 0, BASIC.length()));
        Optional<String> secret = form.get("client_secret");
        Optional<String> assertion = form.get("client_assertion");
        if (Stream.of(basic, secret, assertion).filter(Optional::isPresent).count() > 1) {
            throw new OAuthError("invalid_request", "more than one client authentication");
        }
        if (basic.isPresent()) {
            return basic(visit, form, basic.get().substring(BASIC.length()).strip());
        }
        if (secret.isPresent()) {
            return secret(
                    visit,
                    form.need("client_id"),
                    secret.get(),
                    ClientAuthentication.CLIENT_SECRET_POST);
        }
        return assertion.isPresent()
                ? assertion(visit, form, assertion.get())
                : certificate(visit, form);
    }

    private ClientRegistration basic(Visit visit, Parameters form, String credentials) {
        String text;
        try {
            text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new OAuthError("invalid_client", "no Base64", wrong);
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw refused("no colon between client and secret");
        }
        String id = Parameters.decoded(text.substring(0, colon));
        if (form.get("client_id").filter(other -> !other.equals(id)).isPresent()) {
            throw new OAuthError("invalid_request", "client_id is another in the form");
        }
        return secret(
                visit,
                id,
                Parameters.decoded(text.substring(colon + 1)),
                ClientAuthentication.CLIENT_SECRET_BASIC);
    }

    private ClientRegistration secret(
            Visit visit, String id, String secret, ClientAuthentication way) {
        ClientRegistration client = client(visit, id, way);
        boolean same =
                client.secret()
                        .filter(
                                own ->
                                        MessageDigest.isEqual(
                                                own.getBytes(StandardCharsets.UTF_8),
                                                secret.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
        return authenticated(visit, client, way, same, "the secret is another");
    }

    private ClientRegistration assertion(Visit visit, Parameters form, String assertion) {
        if (form.get("client_assertion_type").filter(JWT_BEARER::equals).isEmpty()) {
            throw new OAuthError("invalid_request", "client_assertion_type is not " + JWT_BEARER);
        }
        try {
            SignedJWT token = SignedJWT.parse(assertion);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            String id = Optional.ofNullable(claims.getSubject()).orElse("");
            if (form.get("client_id").filter(other -> !other.equals(id)).isPresent()) {
                throw new OAuthError("invalid_request", "client_id is another in the form");
            }
            ClientRegistration client = client(visit, id, ClientAuthentication.PRIVATE_KEY_JWT);
            boolean signed = false;
            for (PublicKey key : keys(client)) {
                signed |= isSignedBy(token, key);
            }
            if (!signed) {
                throw refused("the signature is by none of the client's keys");
            }
            check(claims, id);
            return authenticated(visit, client, ClientAuthentication.PRIVATE_KEY_JWT, true, "");
        } catch (ParseException unreadable) {
            throw new OAuthError("invalid_client", "client_assertion is no token", unreadable);
        }
    }

    /** Source: OpenID Connect Core 1.0 section 9, RFC 7523 section 3. */
    private void check(JWTClaimsSet claims, String id) {
        if (!id.equals(claims.getIssuer())) {
            throw refused("iss is not the client");
        }
        if (!claims.getAudience().contains(idp.issuer)
                && !claims.getAudience().contains(idp.at(IdpEndpoint.TOKEN))) {
            throw refused("aud is neither the issuer nor the token endpoint");
        }
        if (claims.getExpirationTime() == null
                || !idp.now().isBefore(claims.getExpirationTime().toInstant())) {
            throw refused("exp is missing or has passed");
        }
        String jti = claims.getJWTID();
        if (jti == null || idp.assertions.get(id + " " + jti).isPresent()) {
            throw refused("jti is missing or has been used");
        }
        idp.assertions.put(id + " " + jti, true);
    }

    private static List<PublicKey> keys(ClientRegistration client) {
        return Stream.concat(
                        client.certificate().map(X509Certificate::getPublicKey).stream(),
                        client.keys().stream())
                .toList();
    }

    private static boolean isSignedBy(SignedJWT token, PublicKey key) {
        try {
            JWSVerifier verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key);
            return token.verify(verifier);
        } catch (JOSEException otherKind) {
            return false;
        }
    }

    /** A certificate that comes beside another authentication is not looked at: it was asked for. */
    private ClientRegistration certificate(Visit visit, Parameters form) {
        String id =
                form.get("client_id").orElseThrow(() -> refused("no client authentication at all"));
        List<X509Certificate> chain = visit.call().certificates();
        if (chain.isEmpty()) {
            visit.by(id);
            throw refused("no client authentication at all");
        }
        ClientRegistration client =
                idp.client(id).orElseThrow(() -> refused("the client is not known"));
        X509Certificate own =
                client.certificate()
                        .orElseThrow(() -> refused("the client has no certificate here"));
        ClientAuthentication way =
                certificates.isTrusted(chain)
                                && isOpen(client, ClientAuthentication.TLS_CLIENT_AUTH)
                        ? ClientAuthentication.TLS_CLIENT_AUTH
                        : ClientAuthentication.SELF_SIGNED_TLS_CLIENT_AUTH;
        boolean same =
                way == ClientAuthentication.TLS_CLIENT_AUTH
                        ? chain.get(0)
                                .getSubjectX500Principal()
                                .equals(own.getSubjectX500Principal())
                        : chain.get(0).equals(own);
        return authenticated(
                visit, client(visit, id, way), way, same, "the certificate is another");
    }

    private ClientRegistration client(Visit visit, String id, ClientAuthentication way) {
        visit.by(id);
        ClientRegistration client =
                idp.client(id).orElseThrow(() -> refused("the client is not known"));
        if (!isOpen(client, way)) {
            throw refused("the client may not use " + way.value());
        }
        return client;
    }

    private boolean isOpen(ClientRegistration client, ClientAuthentication way) {
        return client.authentications().contains(way)
                && idp.settings.authentications().contains(way);
    }

    private static ClientRegistration authenticated(
            Visit visit,
            ClientRegistration client,
            ClientAuthentication way,
            boolean good,
            String otherwise) {
        if (!good) {
            throw refused(otherwise);
        }
        visit.authenticated(way);
        return client;
    }

    private static OAuthError refused(String why) {
        return new OAuthError("invalid_client", why);
    }
}
