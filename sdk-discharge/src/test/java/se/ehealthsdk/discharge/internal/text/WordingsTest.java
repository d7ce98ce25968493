package se.ehealthsdk.discharge.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.discharge.Refusal;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.statistics.DischargeStatistics;

class WordingsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @CsvSource({"REFUSAL", "OBLIGATION", "PAYMENT", "REPORT"})
    void sentences_areInBothLanguages_withTheSamePlaces(Owner owner) {
        Wordings texts = Wordings.beside(owner.type, owner.file);

        assertThat(texts.swedish().keySet()).isNotEmpty().isEqualTo(texts.english().keySet());
        for (String key : texts.swedish().stringPropertyNames()) {
            assertThat(places(texts.swedish().getProperty(key)))
                    .as(key)
                    .isEqualTo(places(texts.english().getProperty(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, true", "sv-FI, true", "en, false", "de, false"})
    void language_swedishForSv_englishForAllOthers(String tag, boolean swedish) {
        Wordings texts = Wordings.beside(Refusal.class, "refusals");

        assertThat(texts.in(Locale.forLanguageTag(tag)))
                .isSameAs(swedish ? texts.swedish() : texts.english());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    enum Owner {
        REFUSAL(Refusal.class, "refusals"),
        OBLIGATION(Obligations.class, "obligations"),
        PAYMENT(PaymentLiability.class, "explanation"),
        REPORT(DischargeStatistics.class, "report");

        private final Class<?> type;
        private final String file;

        Owner(Class<?> type, String file) {
            this.type = type;
            this.file = file;
        }
    }
}
