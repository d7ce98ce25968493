package se.ehealthsdk.hsa.syntax;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How a value is written as the text of a directory's attribute, both ways. Implementations have no state.
 *
 * @param <T> the value
 */
public interface ValueSyntax<T> {

    /** What the syntax is called, for example {@code time span}. */
    String name();

    /** A text that is right, for messages, for example {@code 1-5#08:00#17:00}. */
    String example();

    /**
     * The value that a text holds.
     *
     * @throws InvalidInputException if it holds none; the message does not repeat the text
     */
    T parse(String text);

    /**
     * The text for a value, such that {@link #parse} gives an equal value; dates are written as {@code yyyyMMdd}, also
     * where the value had them as {@code yyyy-MM-dd}.
     *
     * @throws InvalidInputException if the syntax cannot carry the value
     */
    String write(T value);

    /** As {@link #parse}, empty if the text holds no value. */
    default Optional<T> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (InvalidInputException notOne) {
            return Optional.empty();
        }
    }
}
