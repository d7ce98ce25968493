package se.ehealthsdk.hsa.readiness;

import java.util.Optional;
import java.util.function.Supplier;
import se.ehealthsdk.core.error.EHealthException;

/**
 * What HSA answered to one question: something, nothing, or that the question has no answer since it could not be
 * asked. The last two are never the same.
 *
 * @param <T> what was asked for
 */
public sealed interface HsaAnswer<T> {

    /**
     * HSA told.
     *
     * @param value what it told
     */
    record Told<T>(T value) implements HsaAnswer<T> {}

    /** HSA answered, and told nothing: unknown, not visible to this system, or not complete in HSA. */
    record NothingTold<T>() implements HsaAnswer<T> {}

    /**
     * It could not be found out.
     *
     * @param problem why, for a support desk; no personal data
     */
    record NotFoundOut<T>(String problem) implements HsaAnswer<T> {}

    /** An answer that was received. */
    static <T> HsaAnswer<T> of(Optional<T> answer) {
        return answer.<HsaAnswer<T>>map(Told::new).orElseGet(NothingTold::new);
    }

    /** Asks. A failed call is {@link NotFoundOut}. */
    static <T> HsaAnswer<T> asking(Supplier<Optional<T>> question) {
        try {
            return of(question.get());
        } catch (EHealthException failure) {
            return new NotFoundOut<>(failure.toString());
        }
    }

    /** What HSA told; empty if it told nothing or could not be asked. */
    default Optional<T> told() {
        return this instanceof Told<T> told ? Optional.of(told.value()) : Optional.empty();
    }

    /** Whether the question was answered, with something or nothing. */
    default boolean isKnown() {
        return !(this instanceof NotFoundOut<T>);
    }
}
