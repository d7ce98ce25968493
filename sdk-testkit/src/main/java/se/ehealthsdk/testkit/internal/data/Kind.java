package se.ehealthsdk.testkit.internal.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a value may be. */
sealed interface Kind {

    /**
     * A text.
     *
     * @param pattern found in every right one, by the rules that Java and JSON Schema share; empty for any text
     * @param check what no pattern can tell: throws {@code InvalidInputException} or {@code DateTimeException}
     * @param expected for people
     * @param example a right one
     * @param points to what it must lead; empty for none
     */
    record Text(
            Optional<Pattern> pattern,
            Consumer<String> check,
            String expected,
            String example,
            List<Target> points)
            implements Kind {

        static final Text ANY = new Text(Optional.empty(), text -> {}, "a text", "text", List.of());

        static Text of(String pattern, String expected, String example) {
            return new Text(
                    Optional.of(Pattern.compile(pattern)),
                    text -> {},
                    expected,
                    example,
                    List.of());
        }

        Text checked(Consumer<String> more) {
            return new Text(pattern, more, expected, example, points);
        }

        Text to(Target... targets) {
            return new Text(pattern, check, expected, example, List.of(targets));
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Kind {}

    /** A whole number within bounds. */
    record Whole(int least, int most) implements Kind {}

    /** A list. */
    record Listed(Kind of, int least, int most) implements Kind {}

    /** A mapping in a form of its own. */
    record Nested(Supplier<Form> form) implements Kind {}

    /** One of two that cannot be confused, as a text and a mapping. */
    record Either(Kind first, Kind second) implements Kind {}

    /** What a reference leads to. */
    enum Target {
        CARE_PROVIDER("a care provider"),
        UNIT("a unit"),
        COMMISSION("a commission"),
        POST("a person's post"),
        PATIENT("a patient");

        private final String text;

        Target(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
