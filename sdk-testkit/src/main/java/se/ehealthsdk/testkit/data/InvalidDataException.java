package se.ehealthsdk.testkit.data;

import java.util.List;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;

/** Data that are wrong, with all that is wrong in them, in the order of the files and lines; nothing of them is used. */
public final class InvalidDataException extends InvalidInputException {

    /** How many problems are told at most; there may be more when there are this many. */
    public static final int MAX_PROBLEMS = 100;

    private static final long serialVersionUID = 1L;

    private final transient List<DataProblem> problems;

    /**
     * @param problems at least one
     */
    public InvalidDataException(List<DataProblem> problems) {
        super("data", text(problems), "the form in docs/testkit-data.md");
        this.problems = List.copyOf(problems);
    }

    private static String text(List<DataProblem> problems) {
        return problems.stream().map(each -> "\n  " + each).collect(Collectors.joining())
                + (problems.size() < MAX_PROBLEMS ? "\n " : "\n  and perhaps more\n ");
    }

    /** Everything that is wrong, {@link #MAX_PROBLEMS} at most. */
    public List<DataProblem> problems() {
        return problems;
    }
}
