package se.ehealthsdk.discharge.payment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/** The sentences of the explanations in one language. */
final class Texts {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale locale;
    private final Properties templates;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    private Texts(Locale locale, String file) {
        this.locale = locale;
        this.templates = load(file);
        this.day = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd", locale);
        this.moment = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm:ss", locale);
    }

    // each loaded when it is first asked for
    private static final class Swedish {
        static final Texts TEXTS = new Texts(SWEDISH, "explanation_sv.properties");
    }

    private static final class English {
        static final Texts TEXTS = new Texts(Locale.ENGLISH, "explanation_en.properties");
    }

    static Texts in(Locale language) {
        return language.getLanguage().equals("sv") ? Swedish.TEXTS : English.TEXTS;
    }

    Properties templates() {
        return templates;
    }

    String sentence(String code, List<Object> details) {
        String template = templates.getProperty(code);
        if (template == null) {
            throw new IllegalStateException("no sentence for " + code);
        }
        StringBuilder sentence = new StringBuilder(template.length() + 64);
        int from = 0;
        for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', from)) {
            sentence.append(template, from, at);
            sentence.append(shown(details.get(template.charAt(at + 1) - '0')));
            from = at + 3;
        }
        return sentence.append(template, from, template.length()).toString();
    }

    private String shown(Object value) {
        if (value instanceof LocalDate date) {
            return day.format(date);
        }
        if (value instanceof Instant instant) {
            return moment.format(instant.atZone(SwedishTime.ZONE));
        }
        if (value instanceof LocalTime time) {
            return time.toString();
        }
        if (value instanceof YearMonth month) {
            return month.toString();
        }
        if (value instanceof Money money) {
            return kronor(money.amount());
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Confidence confidence) {
            return templates.getProperty(
                    "confidence." + confidence.name().toLowerCase(Locale.ROOT));
        }
        return value.toString();
    }

    private String number(BigDecimal value) {
        String plain = value.toPlainString();
        return locale == SWEDISH ? plain.replace('.', ',') : plain;
    }

    private String kronor(BigDecimal amount) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(locale == SWEDISH ? NO_BREAK_SPACE : ',');
        symbols.setDecimalSeparator(locale == SWEDISH ? ',' : '.');
        String grouped = new DecimalFormat("#,##0.##", symbols).format(amount);
        return locale == SWEDISH ? grouped + NO_BREAK_SPACE + "kr" : "SEK " + grouped;
    }

    private static Properties load(String file) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** An amount, which is written as kronor. */
    record Money(BigDecimal amount) {}
}
