package se.ehealthsdk.discharge.payment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonReading;
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
    private static final int LONGEST_FILE = 4_000_000;
    private static final JsonReading JSON = JsonReading.limitedTo(20, 10_000);
    private static final Set<String> TABLE = Set.of("note", "currency", "rates");
    private static final Set<String> RATE =
            Set.of("from", "to", "care", "amount", "source", "confidence", "note");

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
        byte[] file = in.readNBytes(LONGEST_FILE + 1);
        if (file.length > LONGEST_FILE) {
            throw new InvalidInputException("rates", "are too long", "at most 4 000 000 bytes");
        }
        return none().withAll(table(JsonFields.of(JSON.read(file), "")));
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

    private static List<Rate> table(JsonFields file) {
        requireKnown(file, TABLE);
        if (!file.text("currency").equals("SEK")) {
            throw file.refused("currency", "is another", "SEK");
        }
        file.optionalText("note");
        List<Rate> rates = new ArrayList<>();
        file.value("rates", "a list");
        file.each("rates", (value, at) -> rates.add(rate(JsonFields.of(value, at))));
        return rates;
    }

    private static Rate rate(JsonFields fields) {
        requireKnown(fields, RATE);
        fields.optionalText("note");
        String source = fields.text("source");
        if (source.isBlank()) {
            throw fields.refused("source", "is blank", "where the amount was read");
        }
        Optional<Rate.Care> care =
                fields.has("care")
                        ? Optional.of(fields.constant("care", Rate.Care.class))
                        : Optional.empty();
        return fields.make(
                read ->
                        new Rate(
                                read.day("from"),
                                read.day("to"),
                                care,
                                amount(read),
                                source,
                                read.constant("confidence", Confidence.class)));
    }

    private static BigDecimal amount(JsonFields fields) {
        String text = fields.text("amount");
        // a plain number of bounded size: an exponent could stand for a number of any length
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw fields.refused(
                    "amount", "is no amount", "kronor, with two decimals at most, as 7800");
        }
        return new BigDecimal(text);
    }

    /** A name that is misspelled must not be passed over: an amount could hold for other days or care than was meant. */
    private static void requireKnown(JsonFields fields, Set<String> known) {
        if (!known.containsAll(fields.members().values().keySet())) {
            throw new InvalidInputException(
                    "rates", "have a field that is not known", "only " + new TreeSet<>(known));
        }
    }
}
