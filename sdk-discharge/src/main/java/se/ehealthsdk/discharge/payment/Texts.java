package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
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
import se.ehealthsdk.discharge.internal.text.Wordings;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/** The sentences of the explanations in one language. */
final class Texts {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale locale;
    private final Properties templates;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    private Texts(Locale locale) {
        this.locale = locale;
        this.templates = Wordings.beside(Texts.class, "explanation").in(locale);
        this.day = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd", locale);
        this.minute = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm", locale);
        this.second = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm:ss", locale);
    }

    // each loaded when it is first asked for
    private static final class Swedish {
        static final Texts TEXTS = new Texts(SWEDISH);
    }

    private static final class English {
        static final Texts TEXTS = new Texts(Locale.ENGLISH);
    }

    static Texts in(Locale language) {
        return language.getLanguage().equals("sv") ? Swedish.TEXTS : English.TEXTS;
    }

    Properties templates() {
        return templates;
    }

    String sentence(String code, List<Object> details) {
        // 1 dag, not 1 dagar
        String template =
                details.contains(1)
                        ? templates.getProperty(code + ".one", templates.getProperty(code))
                        : templates.getProperty(code);
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
            // seconds only where there are some
            return (instant.getEpochSecond() % 60 == 0 ? minute : second)
                    .format(instant.atZone(SwedishTime.ZONE));
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

    /** An amount, which is written as kronor. */
    record Money(BigDecimal amount) {}
}
