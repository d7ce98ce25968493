package se.ehealthsdk.testkit.idp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client has been given by one log-in: the claims as they were told then, until it is revoked. */
final class Grant {

    private final String clientId;
    private final String sub;
    private final Map<String, Object> idTokenClaims;
    private final Map<String, Object> userinfoClaims;
    private final Set<String> scopes;
    private final Optional<String> nonce;
    private final Instant authTime;
    private final String acr;
    private final List<String> amr;
    private boolean revoked;

    Grant(
            AuthorizationRequest request,
            Session session,
            Map<String, Object> idTokenClaims,
            Map<String, Object> userinfoClaims) {
        this.clientId = request.client().id();
        this.sub = session.sub();
        this.idTokenClaims = idTokenClaims;
        this.userinfoClaims = userinfoClaims;
        this.scopes = request.scopes();
        this.nonce = request.nonce();
        this.authTime = session.authTime();
        this.acr = session.logIn().acr();
        this.amr = session.logIn().amr();
    }

    String clientId() {
        return clientId;
    }

    String sub() {
        return sub;
    }

    Map<String, Object> idTokenClaims() {
        return idTokenClaims;
    }

    Map<String, Object> userinfoClaims() {
        return userinfoClaims;
    }

    Set<String> scopes() {
        return scopes;
    }

    Optional<String> nonce() {
        return nonce;
    }

    Instant authTime() {
        return authTime;
    }

    String acr() {
        return acr;
    }

    List<String> amr() {
        return amr;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    /** A code, an access token or a refresh token. */
    static final class Handle {

        private final Grant grant;
        private final Instant expires;
        private boolean used;

        Handle(Grant grant, Instant expires) {
            this.grant = grant;
            this.expires = expires;
        }

        Grant grant() {
            return grant;
        }

        boolean holdsAt(Instant moment) {
            return moment.isBefore(expires) && !grant.isRevoked();
        }

        /** Whether this is the first use. */
        boolean use() {
            boolean first = !used;
            used = true;
            return first;
        }
    }

    /**
     * A code, and what must come with it.
     *
     * @param challenge of PKCE, when it was used
     */
    record Code(Handle handle, String redirectUri, Optional<String> challenge) {}
}
