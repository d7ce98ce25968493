package se.ehealthsdk.core.identifier;

import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;

/** The {@code tryParse} of every identifier: its {@code of}, with empty for a refused text. */
final class Parsing {

    private Parsing() {}

    static <T> Optional<T> attempt(Function<String, T> of, String text) {
        try {
            return Optional.of(of.apply(text));
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }
}
