package se.ehealthsdk.certificate.care;

import java.util.Optional;

/**
 * What is known of something that a message points at: it is there, it is certainly not there, or it cannot be told.
 * Only the second is a reason to refuse the message.
 *
 * @param <T> what is looked for
 */
public sealed interface Lookup<T> {

    /**
     * It is there.
     *
     * @param value what is known of it
     */
    record Found<T>(T value) implements Lookup<T> {}

    /** It is certainly not there. */
    record NotThere<T>() implements Lookup<T> {}

    /** It cannot be told. */
    record NotKnown<T>() implements Lookup<T> {}

    /** Found if there is a value, else it cannot be told. */
    static <T> Lookup<T> foundOrNotKnown(Optional<T> value) {
        return value.<Lookup<T>>map(Found::new).orElseGet(NotKnown::new);
    }

    /** What was found. */
    default Optional<T> found() {
        return this instanceof Found<T> it ? Optional.of(it.value()) : Optional.empty();
    }
}
