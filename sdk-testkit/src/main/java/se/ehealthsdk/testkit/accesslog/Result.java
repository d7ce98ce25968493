package se.ehealthsdk.testkit.accesslog;

import java.util.Optional;

/**
 * The result block of the contracts.
 *
 * @param code the result code
 * @param text beside it
 */
record Result(String code, Optional<String> text) {

    static final Result OK = new Result("OK", Optional.empty());

    static Result invalid(String text) {
        return new Result("VALIDATION_ERROR", Optional.of(text));
    }

    boolean isOk() {
        return code.equals("OK");
    }

    /** The code alone: the text may hold whatever a test put there. */
    @Override
    public String toString() {
        return "Result[" + code + "]";
    }
}
