package se.ehealthsdk.testkit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's files as text: words in both languages, and nothing that a browser would run or fetch from elsewhere. */
class ConsoleFilesTest {

    private static final List<String> MODULES =
            List.of(
                    "api",
                    "app",
                    "clock",
                    "dialogs",
                    "events",
                    "forms",
                    "mask",
                    "page",
                    "parts",
                    "settings",
                    "show",
                    "view-access-log",
                    "view-certificates",
                    "view-clock",
                    "view-directory",
                    "view-discharge",
                    "view-exchanges",
                    "view-faults",
                    "view-message",
                    "view-outbox",
                    "view-scenarios",
                    "view-start",
                    "view-workspaces",
                    "words",
                    "xml");

    private static final Pattern WORDS = Pattern.compile("(?m)^  \"([^\"]+)\": (\".*\"),$");
    private static final Pattern USED =
            Pattern.compile("\\b(?:t|plural)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
    private static final Pattern HINT = Pattern.compile("hint: \"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("(?:text|list|yes)\\(\"([A-Za-z.0-9]+)\"");

    private static String file(String name) {
        try (InputStream in =
                ConsoleFilesTest.class.getResourceAsStream(
                        "/se/ehealthsdk/testkit/console/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> words(String language) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher line = WORDS.matcher(file("words-" + language + ".js"));
        while (line.find()) {
            assertThat(found.put(line.group(1), line.group(2))).as(line.group(1)).isNull();
        }
        return found;
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(each -> each.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern what, String text) {
        return what.matcher(text).results().map(each -> each.group(1));
    }

    @Test
    void words_inBothLanguages_areTheSameAndFilledAlike() {
        Map<String, String> swedish = words("sv");
        Map<String, String> english = words("en");

        assertThat(swedish).hasSizeGreaterThan(300);
        assertThat(english.keySet()).containsExactlyElementsOf(swedish.keySet());
        assertThat(english)
                .allSatisfy(
                        (key, text) -> {
                            assertThat(text).as(key).isNotEqualTo("\"\"");
                            assertThat(placeholders(text))
                                    .as(key)
                                    .isEqualTo(placeholders(swedish.get(key)));
                        });
    }

    @Test
    void words_thatTheModulesUse_areThere() {
        Set<String> known = words("sv").keySet();
        Set<String> missing = new TreeSet<>();
        for (String module : MODULES) {
            String text = file(module + ".js");
            Stream.concat(found(USED, text), found(HINT, text))
                    .filter(key -> !known.contains(key) && !known.contains(key + ".other"))
                    .forEach(key -> missing.add(module + ": " + key));
        }
        found(FIELD, file("forms.js"))
                .map(path -> "field." + path.replace("posts.0.", "post."))
                .filter(key -> !known.contains(key))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void modules_putNothingInThePageButText() {
        for (String module : MODULES) {
            assertThat(file(module + ".js"))
                    .as(module)
                    .doesNotContain(
                            "unsafe-html",
                            "unsafeHTML",
                            "unsafe-svg",
                            "unsafeSVG",
                            "unsafeStatic",
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "new Function",
                            "style=");
        }
    }

    @Test
    void files_nameNothingElsewhere() {
        Stream.concat(
                        MODULES.stream().map(each -> each + ".js"),
                        Stream.of("index.html", "console.css"))
                .forEach(
                        name ->
                                assertThat(file(name).replace("https://localhost", ""))
                                        .as(name)
                                        .doesNotContain("http://", "https://", "@import"));
        assertThat(file("console.css")).doesNotContain("url(");
        assertThat(file("index.html")).doesNotContain("<style", "style=", "onclick", "onload");
    }
}
