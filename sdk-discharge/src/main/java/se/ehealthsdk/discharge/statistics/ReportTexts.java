package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.internal.text.Wordings;
import se.ehealthsdk.discharge.payment.MunicipalityBucket;

/** The words of reports in one language. */
final class ReportTexts {

    private final boolean swedish;
    private final Properties words;

    private ReportTexts(Locale language) {
        this.swedish = language.getLanguage().equals("sv");
        this.words = Wordings.beside(ReportTexts.class, "report").in(language);
    }

    /** Swedish for {@code sv}, English for all others. */
    static ReportTexts in(Locale language) {
        return new ReportTexts(language);
    }

    Properties words() {
        return words;
    }

    String language() {
        return swedish ? "sv" : "en";
    }

    String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("no word for " + key);
        }
        return word;
    }

    /** A sentence whose {0}, {1} ... are filled in. */
    String sentence(String key, Object... details) {
        String sentence = word(key);
        for (int i = 0; i < details.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(details[i]));
        }
        return sentence;
    }

    /** A number as people write it, with the language's decimal sign. */
    String number(BigDecimal value) {
        return swedish ? value.toPlainString().replace('.', ',') : value.toPlainString();
    }

    String number(Optional<BigDecimal> value) {
        return value.map(this::number).orElse("–");
    }

    String count(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "–";
    }

    String yesNo(boolean value) {
        return word(value ? "yes" : "no");
    }

    String percent(Compliance duty) {
        return duty.percentMet().map(value -> number(value) + "\u00a0%").orElse("–");
    }

    /** Minutes up to two hours, then hours, then days. */
    String duration(Optional<Duration> value) {
        if (value.isEmpty()) {
            return "–";
        }
        long minutes = value.get().toMinutes();
        if (minutes < 120) {
            return minutes + "\u00a0min";
        }
        return minutes < 48 * 60
                ? minutes / 60 + "\u00a0" + word("hours")
                : minutes / (24 * 60) + "\u00a0" + word("days_unit");
    }

    String party(CareParty party) {
        return word("party." + party.name().toLowerCase(Locale.ROOT));
    }

    String form(CareForm form) {
        return word("form." + form.name().toLowerCase(Locale.ROOT));
    }

    String age(AgeGroup group) {
        return group == AgeGroup.UNKNOWN ? word("age.unknown") : group.label().replace('-', '–');
    }

    /** The municipality's name where one was given, else its code. */
    String bucket(MunicipalityBucket bucket, StatisticsOptions options) {
        return switch (bucket.kind()) {
            case MUNICIPALITY -> {
                String name = options.names().get(bucket.code().orElseThrow());
                yield name == null ? bucket.toString() : name;
            }
            case OUT_OF_COUNTY -> word("bucket.out_of_county");
            case MISSING -> word("bucket.missing");
        };
    }
}
