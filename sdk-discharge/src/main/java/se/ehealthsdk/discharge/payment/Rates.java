package se.ehealthsdk.discharge.payment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/**
 * The rates by date. Those that ship with the SDK are the years whose amount was found in a public source; the others are
 * missing on purpose, and a missing rate is an error and never zero. Add yours:
 *
 * <pre>{@code
 * Rates rates = Rates.sourced().with(Rate.ofYear(2026, new BigDecimal("..."), "HSLF-FS 2025:74", OFFICIAL));
 * Rates rates = Rates.read(Files.newInputStream(file));   // instead of ours, in the same form
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Rates {

    private static final String SHIPPED = "rates.json";
    private static final int LONGEST = 10_000;
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final List<Rate> all;

    private Rates(List<Rate> all) {
        this.all = all;
    }

    /** No rate at all. */
    public static Rates none() {
        return new Rates(List.of());
    }

    /** The shipped rates that were read in a source: of 2016 (the law before), 2019, 2020, 2022 and 2023. */
    public static Rates sourced() {
        return shipped(Confidence.SECONDARY);
    }

    /**
     * The shipped rates that are at least so sure. {@link Confidence#INFERRED} also gives amounts that were only worked out
     * from others: for an estimate, not for an invoice.
     */
    public static Rates shipped(Confidence least) {
        try (InputStream in = Rates.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new FileNotFoundException(SHIPPED);
            }
            return new Rates(
                    read(in).all.stream()
                            .filter(rate -> rate.confidence().compareTo(least) <= 0)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table of rates: JSON with {@code currency} (SEK) and {@code rates}, a list of objects with {@code from}, {@code
     * to}, {@code amount} (text, as {@code "7800"}), {@code source}, {@code confidence} ({@code official}, {@code secondary} or
     * {@code inferred}) and, if need be, {@code care}. {@code note} is for people.
     *
     * @param in not closed
     * @throws InvalidInputException when it has another form, or two rates hold for one day
     * @throws IOException when the stream fails
     */
    public static Rates read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return new Rates(List.of()).withAll(table(json));
        } catch (JsonProcessingException notJson) {
            throw new InvalidInputException(
                    "rates",
                    "is no JSON near line " + notJson.getLocation().getLineNr(),
                    "a table of rates as JSON");
        }
    }

    /**
     * With one more rate.
     *
     * @throws InvalidInputException when there is one already for some of its days
     */
    public Rates with(Rate rate) {
        return withAll(List.of(rate));
    }

    /** All of them, oldest first. */
    public List<Rate> all() {
        return all;
    }

    /** The rate of a day in a form of care; empty when there is none, which never means zero. */
    public Optional<Rate> on(LocalDate day, CareForm form) {
        return on(day, Rate.Care.of(form));
    }

    /** The rate of a day in a kind of care; empty when there is none, which never means zero. */
    public Optional<Rate> on(LocalDate day, Rate.Care care) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Rate rate = all.get(i);
            if (!day.isBefore(rate.from())
                    && !day.isAfter(rate.to())
                    && (rate.care().isEmpty() || rate.care().get() == care)) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    /**
     * The rate of a day in a form of care.
     *
     * @throws MissingRateException when there is none; names the year
     */
    public Rate require(LocalDate day, CareForm form) {
        return on(day, form).orElseThrow(() -> new MissingRateException(day));
    }

    private Rates withAll(List<Rate> more) {
        List<Rate> joined = new ArrayList<>(all);
        for (Rate rate : more) {
            if (joined.stream().anyMatch(rate::overlaps)) {
                throw new InvalidInputException(
                        "rates",
                        "have two amounts for " + rate.from(),
                        "one amount for each day and kind of care");
            }
            joined.add(rate);
        }
        joined.sort(Comparator.comparing(Rate::from));
        return new Rates(List.copyOf(joined));
    }

    private static List<Rate> table(JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "rates", "a JSON object");
        List<Rate> rates = new ArrayList<>();
        boolean swedish = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "currency" -> {
                    expect("SEK".equals(json.getText()), "currency", "SEK");
                    swedish = true;
                }
                case "note" -> expect(value == JsonToken.VALUE_STRING, "note", "a text");
                case "rates" -> {
                    expect(value == JsonToken.START_ARRAY, "rates", "a list");
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        expect(rates.size() < LONGEST, "rates", "at most 10 000 of them");
                        rates.add(rate(fields(json), rates.size()));
                    }
                    expect(
                            json.currentToken() == JsonToken.END_ARRAY,
                            "rates",
                            "nothing but objects");
                }
                default ->
                        throw new InvalidInputException(
                                "rates", "have a field that is not known", "currency, note, rates");
            }
        }
        expect(json.currentToken() == JsonToken.END_OBJECT, "rates", "a JSON object");
        expect(json.nextToken() == null, "rates", "nothing after the table");
        expect(swedish, "currency", "SEK");
        return rates;
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json.nextToken() == JsonToken.VALUE_STRING, "rates." + known(name), "a text");
            fields.put(name, json.getText());
        }
        expect(json.currentToken() == JsonToken.END_OBJECT, "rates", "objects of texts");
        return fields;
    }

    private static String known(String name) {
        return switch (name) {
            case "from", "to", "care", "amount", "source", "confidence", "note" -> name;
            default ->
                    throw new InvalidInputException(
                            "rates",
                            "have a field that is not known",
                            "from, to, care, amount, source, confidence, note");
        };
    }

    private static Rate rate(Map<String, String> fields, int index) {
        String at = "rates[" + index + "].";
        return new Rate(
                day(fields, at, "from"),
                day(fields, at, "to"),
                Optional.ofNullable(fields.get("care"))
                        .map(text -> choice(Rate.Care.class, text, at + "care")),
                amount(fields, at),
                required(fields, at, "source"),
                choice(Confidence.class, required(fields, at, "confidence"), at + "confidence"));
    }

    private static LocalDate day(Map<String, String> fields, String at, String name) {
        try {
            return LocalDate.parse(required(fields, at, name));
        } catch (DateTimeException notADay) {
            throw new InvalidInputException(at + name, "is no date", "a date as 2023-01-01");
        }
    }

    private static BigDecimal amount(Map<String, String> fields, String at) {
        String text = required(fields, at, "amount");
        // a plain number of bounded size: an exponent could stand for a number of any length
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw new InvalidInputException(
                    at + "amount", "is no amount", "kronor, with two decimals at most, as 7800");
        }
        return new BigDecimal(text);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name()
                    .toLowerCase(Locale.ROOT)
                    .replace("_", "")
                    .equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new InvalidInputException(
                field, "is not known", "one of " + List.of(type.getEnumConstants()));
    }

    private static String required(Map<String, String> fields, String at, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(at + name, "is missing", "a text");
        }
        return value;
    }

    private static void expect(boolean asExpected, String field, String expected) {
        if (!asExpected) {
            throw new InvalidInputException(field, "has another form", expected);
        }
    }
}
