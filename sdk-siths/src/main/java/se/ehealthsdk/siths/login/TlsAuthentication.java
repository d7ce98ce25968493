package se.ehealthsdk.siths.login;

import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.CredentialProblem;
import se.ehealthsdk.core.tls.TrustAnchors;

/** A client certificate in TLS. Source: RFC 8705, section 2. */
final class TlsAuthentication extends ClientAuthentication {

    private final Credential credential;

    TlsAuthentication(Credential credential) {
        this.credential = credential;
    }

    @Override
    void check(Clock clock) {
        credential.check(clock, CredentialProblem.Kind.NO_HSA_ID);
    }

    @Override
    List<String> methods() {
        return List.of("tls_client_auth", "self_signed_tls_client_auth");
    }

    @Override
    com.nimbusds.oauth2.sdk.auth.@Nullable ClientAuthentication on(Request request, String method) {
        return null;
    }

    @Override
    SSLContext tls(TrustAnchors trusted) {
        return credential.sslContext(trusted);
    }

    @Override
    boolean byMutualTls() {
        return true;
    }

    /** Where the key is, never the key. */
    @Override
    public String toString() {
        return "ClientAuthentication[mutual TLS]";
    }
}
