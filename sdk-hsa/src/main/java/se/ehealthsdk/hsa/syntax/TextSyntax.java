package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.error.InvalidInputException;

/** What all syntaxes have in common: a name, an example, and refusals that never show the value. */
abstract class TextSyntax<T> implements ValueSyntax<T> {

    private final String name;
    private final String example;

    TextSyntax(String name, String example) {
        this.name = name;
        this.example = example;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String example() {
        return example;
    }

    /** The refusal of a text or a value. */
    final InvalidInputException refusal(String problem) {
        return new InvalidInputException(name, problem, example);
    }

    /** The text itself, unless it is longer than the directory takes. */
    final String atMost(int characters, String text) {
        if (text.codePointCount(0, text.length()) > characters) {
            throw refusal("is longer than " + characters + " characters");
        }
        return text;
    }

    @Override
    public final String toString() {
        return name;
    }
}
