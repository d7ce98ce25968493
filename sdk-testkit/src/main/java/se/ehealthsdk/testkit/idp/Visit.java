package se.ehealthsdk.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;

/** One call on its way through the IdP, and what is to be written of it in the journal. */
final class Visit {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final long started = System.nanoTime();
    private final Instant at;
    private final WebCall call;
    private final Optional<IdpEndpoint> endpoint;
    private final List<IdpFault> faults = new ArrayList<>();
    private Optional<String> clientId = Optional.empty();
    private Optional<ClientAuthentication> authentication = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<Robot> robot = Optional.empty();

    Visit(WebCall call, Instant at) {
        this.call = call;
        this.at = at;
        this.endpoint = IdpEndpoint.at(String.valueOf(call.target().getPath()));
    }

    WebCall call() {
        return call;
    }

    Optional<IdpEndpoint> endpoint() {
        return endpoint;
    }

    boolean isPost() {
        return call.method().equals("POST");
    }

    /** The query's parameters, or the form's: none of the endpoints takes both. */
    Parameters parameters() {
        if (!isPost()) {
            return Parameters.of(call.target().getRawQuery());
        }
        boolean form =
                call.header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent();
        return Parameters.of(form ? new String(call.body(), StandardCharsets.UTF_8) : null);
    }

    Optional<String> cookie(String name) {
        for (String header : call.headers().getOrDefault("Cookie", List.of())) {
            for (String pair : header.split(";")) {
                if (pair.strip().startsWith(name + "=")) {
                    return Optional.of(pair.strip().substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    void by(String client) {
        clientId = Optional.of(client);
    }

    void authenticated(ClientAuthentication way) {
        authentication = Optional.of(way);
    }

    void failed(String code) {
        error = Optional.of(code);
    }

    void met(IdpFault fault) {
        faults.add(fault);
    }

    /** Whether it has met a fault that a test asked for. */
    boolean isFaulty() {
        return !faults.isEmpty();
    }

    Optional<String> client() {
        return clientId;
    }

    Optional<String> error() {
        return error;
    }

    /** This one is logged in without being asked who it is. */
    void logsIn(Robot instead) {
        robot = Optional.of(instead);
    }

    Optional<Robot> robot() {
        return robot;
    }

    IdpExchange exchange(HttpReply reply) {
        return new IdpExchange(
                at,
                Duration.ofNanos(System.nanoTime() - started),
                endpoint,
                call.method(),
                clientId,
                authentication,
                kept(),
                reply.status(),
                error,
                faults.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                String.join(", ", faults.stream().map(String::valueOf).toList())));
    }

    private Map<String, String> kept() {
        try {
            return parameters().withoutSecrets();
        } catch (OAuthError unreadable) {
            return Map.of();
        }
    }
}
