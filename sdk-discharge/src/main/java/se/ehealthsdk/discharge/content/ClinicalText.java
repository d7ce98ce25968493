package se.ehealthsdk.discharge.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for what is clinical in a text: codes of diagnoses (ICD-10-SE) and words of a list. A guard against slips, no proof: a
 * text without either can be clinical all the same.
 */
final class ClinicalText {

    static final Set<String> WORDS_OF_THE_SDK = read("clinical-words.txt");

    /** With the point, or after the word for it: without, {@code B74} is a ward as often as a diagnosis. */
    private static final Pattern DIAGNOSIS =
            Pattern.compile(
                    "\\b[A-Z]\\d\\d\\.\\d[0-9A-Z]{0,2}\\b|\\b(?:icd|diagnos)\\S{0,12}\\s{1,3}[A-Z]\\d\\d",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private ClinicalText() {}

    static boolean isIn(String text, Set<String> words) {
        if (DIAGNOSIS.matcher(text).find()) {
            return true;
        }
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            for (String beginning : words) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> read(String resource) {
        try (InputStream in = ClinicalText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
