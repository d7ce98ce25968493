package se.ehealthsdk.hsa.unitfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the server said of the file that is there, kept in a file beside it together with size and time of the one it was
 * said of: a file that has been changed since, or put there by another, is not known, and asked for anew.
 *
 * @param etag what the server called it
 * @param modified when it was made, as the server said
 */
record KnownFile(Optional<String> etag, Optional<Instant> modified) {

    /** Nothing is there, or nothing is known of it. */
    static final KnownFile NONE = new KnownFile(Optional.empty(), Optional.empty());

    private static final Pattern ETAG = Pattern.compile("[!-~]{1,1000}");
    private static final int LINES = 4;

    /** An ETag that could not be sent again as it came is none. */
    KnownFile {
        etag = etag.map(String::strip).filter(text -> ETAG.matcher(text).matches());
    }

    boolean isNone() {
        return etag.isEmpty() && modified.isEmpty();
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".etag");
    }

    /** What is known of the file that is there. */
    static KnownFile of(Path file) {
        try {
            List<String> lines = Files.readAllLines(beside(file), StandardCharsets.US_ASCII);
            if (lines.size() != LINES || !lines.subList(2, LINES).equals(mark(file))) {
                return NONE;
            }
            return new KnownFile(
                    Optional.of(lines.get(0)),
                    Optional.of(lines.get(1)).filter(text -> !text.isEmpty()).map(Instant::parse));
        } catch (IOException | DateTimeException nothingToGoBy) {
            return NONE;
        }
    }

    /** How the file that these lines are about is told from another. */
    private static List<String> mark(Path file) throws IOException {
        return List.of(
                Long.toString(Files.size(file)),
                Long.toString(Files.getLastModifiedTime(file).toMillis()));
    }

    /** The lines to write beside a file. */
    List<String> lines(Path file) throws IOException {
        List<String> mark = mark(file);
        return List.of(
                etag.orElse(""),
                modified.map(Instant::toString).orElse(""),
                mark.get(0),
                mark.get(1));
    }
}
