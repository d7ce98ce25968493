package se.ehealthsdk.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;

class RulesTest {

    private static final Path DOCS = Path.of("../docs/testkit-checks.md");

    static java.util.stream.Stream<Rule> all() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void rule_hasBothLanguagesAndASource(Rule rule) {
        assertThat(rule.id()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
        assertThat(rule.source()).isNotBlank();
        for (Text text : new Text[] {rule.title(), rule.why(), rule.right()}) {
            assertThat(text.swedish()).isNotBlank().doesNotContain("{0}");
            assertThat(text.english()).isNotBlank().doesNotContain("{0}");
        }
        assertThat(rule.why().swedish()).isNotEqualTo(rule.why().english());
        assertThat(rule.title().swedish()).isNotEqualTo(rule.title().english());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatWords_sameValuesInBothLanguages(Rule rule) {
        Text what = Rules.what(rule);
        assertThat(what.swedish().replaceAll("[^{}0-9]|(?<!\\{)[0-9](?!\\})", ""))
                .isEqualTo(what.english().replaceAll("[^{}0-9]|(?<!\\{)[0-9](?!\\})", ""));
    }

    /** A fact that nobody has confirmed is no reason to say that something is wrong. */
    @ParameterizedTest
    @MethodSource("all")
    void rule_ofAnUnconfirmedFact_isAdvice(Rule rule) {
        if (rule.why().english().toLowerCase(Locale.ROOT).contains("not confirmed")) {
            assertThat(rule.severity()).isEqualTo(Severity.ADVICE);
            assertThat(rule.why().swedish()).contains("inte bekräftat");
        }
    }

    @Test
    void of_unknown_refused() {
        assertThatThrownBy(() -> Rules.of("no.such.rule"))
                .isInstanceOf(InvalidInputException.class);
    }

    /** The table in the documentation is this one: when it differs, put this in its place. */
    @Test
    void documentation_hasTheTable() throws IOException {
        String table =
                Rules.all().stream()
                        .map(
                                each ->
                                        "| `%s` | %s | %s | %s |"
                                                .formatted(
                                                        each.id(),
                                                        each.severity(),
                                                        each.title().english(),
                                                        each.source()))
                        .collect(Collectors.joining("\n"));

        assertThat(Files.readString(DOCS)).contains(table);
    }
}
