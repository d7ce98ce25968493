package se.ehealthsdk.testkit.idp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.hsa.HsaStandIn;

/** What the endpoints share. Guarded by the lock of {@link IdentityProviderStandIn}. */
final class IdpState {

    private static final SecureRandom RANDOM = new SecureRandom();

    final String issuer;
    final HsaStandIn hsa;
    final Clock clock;
    final Ids ids;
    final IdpFaults faults;
    final SigningKeys keys = new SigningKeys();
    final Map<String, ClientRegistration> clients = new LinkedHashMap<>();
    final Recent<Session> sessions = new Recent<>();
    final Recent<Pending> pending = new Recent<>();
    final Recent<Grant.Code> codes = new Recent<>();
    final Recent<Grant.Handle> accessTokens = new Recent<>();
    final Recent<Grant.Handle> refreshTokens = new Recent<>();
    final Recent<Boolean> assertions = new Recent<>();
    final Deque<Robot> robots = new ArrayDeque<>();
    Settings settings = Settings.DEFAULT;

    IdpState(String issuer, HsaStandIn hsa, Clock clock, Ids ids) {
        this.issuer = issuer;
        this.hsa = hsa;
        this.clock = clock;
        this.ids = ids;
        this.faults = new IdpFaults(clock);
    }

    /** A log-in whose page is in front of somebody. */
    static final class Pending {

        private final AuthorizationRequest request;
        private Optional<Session> session;
        private List<Choice> choices = List.of();

        Pending(AuthorizationRequest request) {
            this.request = request;
            this.session = Optional.empty();
        }

        AuthorizationRequest request() {
            return request;
        }

        Optional<Session> session() {
            return session;
        }

        List<Choice> choices() {
            return choices;
        }

        void asks(Session who, List<Choice> among) {
            session = Optional.of(who);
            choices = among;
        }
    }

    Instant now() {
        return clock.instant();
    }

    Optional<ClientRegistration> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    String at(IdpEndpoint endpoint) {
        return issuer + endpoint.path().substring(IdpEndpoint.BASE.length());
    }

    /** What nobody can guess. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void reset() {
        settings = Settings.DEFAULT;
        faults.waiting().clear();
        keys.reset();
        clients.clear();
        sessions.clear();
        pending.clear();
        codes.clear();
        accessTokens.clear();
        refreshTokens.clear();
        assertions.clear();
        robots.clear();
    }
}
