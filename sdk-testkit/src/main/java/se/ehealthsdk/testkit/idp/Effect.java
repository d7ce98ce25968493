package se.ehealthsdk.testkit.idp;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** What an {@link IdpFault} does, and where. */
sealed interface Effect {

    /** The endpoint at which it is met; empty when it follows from the kind. */
    default Optional<IdpEndpoint> at() {
        return Optional.empty();
    }

    /** Spoils an id_token before or as it is signed. */
    record OnIdToken(Consumer<IdToken> spoil) implements Effect {}

    /** Spoils the parameters that the browser takes back to the client. */
    record OnCallback(Consumer<Map<String, String>> spoil) implements Effect {}

    /** Spoils a JSON document. */
    record OnDocument(IdpEndpoint endpoint, Consumer<Map<String, Object>> spoil) implements Effect {

        @Override
        public Optional<IdpEndpoint> at() {
            return Optional.of(endpoint);
        }
    }

    /** Replies in the place of the endpoint, which it may have answer first. */
    record OnReply(IdpEndpoint endpoint, Function<Supplier<HttpReply>, HttpReply> reply)
            implements Effect {

        @Override
        public Optional<IdpEndpoint> at() {
            return Optional.of(endpoint);
        }
    }
}
