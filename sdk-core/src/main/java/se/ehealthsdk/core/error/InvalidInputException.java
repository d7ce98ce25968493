package se.ehealthsdk.core.error;

/**
 * Data given by the caller is wrong; nothing was sent. The message names the field, what is wrong
 * and what would be right, never the value.
 *
 * <p>A module that finds many things wrong at once has its own kind of it, which lists them.
 */
public non-sealed class InvalidInputException extends EHealthException {

    private final String field;
    private final String problem;
    private final String expected;

    /**
     * @param field what was wrong, in the words of the API, for example {@code personnummer} or {@code
     *     searchBase}
     * @param problem what is wrong with it, without the value itself
     * @param expected what would be right
     */
    public InvalidInputException(String field, String problem, String expected) {
        super(
                field + ": " + problem + "; expected " + expected,
                "Correct the value of " + field + " and call again. Nothing was sent.",
                null,
                null);
        this.field = field;
        this.problem = problem;
        this.expected = expected;
    }

    /** The field or parameter that was wrong. */
    public String field() {
        return field;
    }

    /** What was wrong with it. */
    public String problem() {
        return problem;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}
