package se.ehealthsdk.testkit.idp;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the IdP and what became of it. Beside {@link se.ehealthsdk.testkit.Journal}, since it is no
 * RIV-TA call. Secrets, codes and tokens are not kept: {@link #HIDDEN} stands in their place.
 *
 * @param at when the call had arrived
 * @param took how long it took to make the answer; delays of an {@link IdpFault} not counted
 * @param endpoint what was called; empty when there is nothing at the address
 * @param method the HTTP method
 * @param clientId the client, as it called itself; empty when it did not
 * @param authentication how the client showed who it is; empty where it has not
 * @param parameters the parameters of query and form, the first value of each
 * @param status the HTTP status sent
 * @param error the error told to client or user, as {@code invalid_grant}; empty when all went well
 * @param fault the injected faults that the call met, by name, with commas between
 */
public record IdpExchange(
        Instant at,
        Duration took,
        Optional<IdpEndpoint> endpoint,
        String method,
        Optional<String> clientId,
        Optional<ClientAuthentication> authentication,
        Map<String, String> parameters,
        int status,
        Optional<String> error,
        Optional<String> fault) {

    /** What stands in the place of secrets, codes and tokens. */
    public static final String HIDDEN = "***";

    /** Copies the parameters. */
    public IdpExchange {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A parameter; empty when it was not sent. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Endpoint, client, status, error and faults; no parameters. */
    @Override
    public String toString() {
        return "IdpExchange[%s, %s %s, client=%s, HTTP %d%s%s]"
                .formatted(
                        at,
                        method,
                        endpoint.map(Enum::name).orElse("-"),
                        clientId.orElse("-"),
                        status,
                        error.map(code -> ", " + code).orElse(""),
                        fault.map(name -> " (" + name + ")").orElse(""));
    }
}
