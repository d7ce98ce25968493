package se.ehealthsdk.testkit.data;

/**
 * One thing that is wrong in data: where, what, and what would be right. Never the value, which may be personal.
 *
 * @param file the file's name; empty for text that came from no file
 * @param line from 1
 * @param column from 1
 * @param field the way to it, as {@code people[3].posts[0].hsaId}, counted from 0; empty for the whole
 * @param problem what is wrong
 * @param expected what would be right
 */
public record DataProblem(
        String file, int line, int column, String field, String problem, String expected) {

    /** As {@code people.yaml, line 7, column 12: people[3].hsaId: is no HSA-id; expected ...}. */
    @Override
    public String toString() {
        return (file.isEmpty() ? "" : file + ", ")
                + "line "
                + line
                + ", column "
                + column
                + ": "
                + (field.isEmpty() ? "" : field + ": ")
                + problem
                + "; expected "
                + expected;
    }
}
