package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Texts SWEDISH = Texts.in(Locale.forLanguageTag("sv-FI"));
    private static final Texts ENGLISH = Texts.in(Locale.GERMAN);

    @Test
    void bothLanguages_haveTheSameSentencesWithTheSameDetails() {
        assertThat(SWEDISH.templates().stringPropertyNames())
                .isEqualTo(ENGLISH.templates().stringPropertyNames())
                .isNotEmpty();
        for (String code : SWEDISH.templates().stringPropertyNames()) {
            assertThat(details(SWEDISH, code)).as(code).isEqualTo(details(ENGLISH, code));
        }
    }

    private static TreeSet<String> details(Texts texts, String code) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d\\}")
                .matcher(texts.templates().getProperty(code))
                .results()
                .forEach(match -> found.add(match.group()));
        return found;
    }
}
