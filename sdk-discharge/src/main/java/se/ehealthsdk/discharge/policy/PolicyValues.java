package se.ehealthsdk.discharge.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;

/** One section of a policy, read key by key; what is missing or of the wrong form is an error that names the key. */
final class PolicyValues {

    private final String section;
    private final Map<String, Setting> settings;
    private final Set<String> read = new LinkedHashSet<>();

    /**
     * @param section its name
     * @param settings all settings of the policy, by section and key
     */
    PolicyValues(String section, Map<String, Setting> settings) {
        this.section = section;
        this.settings = settings;
    }

    boolean flag(String key) {
        return value(key)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast)
                .orElseThrow(() -> wrong(key, "true or false"));
    }

    int integer(String key) {
        return optionalInteger(key).orElseThrow(() -> wrong(key, "a number of days, 0 to 999"));
    }

    OptionalInt optionalInteger(String key) {
        Optional<BigDecimal> number = optionalDecimal(key);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int days = number.get().intValueExact();
            if (days >= 0 && days <= 999) {
                return OptionalInt.of(days);
            }
        } catch (ArithmeticException notWhole) {
            // told below, as what is too large is
        }
        throw wrong(key, "a number of days, 0 to 999");
    }

    Optional<BigDecimal> optionalDecimal(String key) {
        Optional<Object> value = value(key);
        if (value.isPresent()
                && (!(value.get() instanceof BigDecimal number)
                        || number.signum() < 0
                        || number.compareTo(BigDecimal.valueOf(1000)) >= 0)) {
            throw wrong(key, "a number from 0, below 1000, or null");
        }
        return value.map(BigDecimal.class::cast);
    }

    LocalTime time(String key) {
        String expected = "a time of day, as 12:00 or 12:00:30";
        return parsed(key, text(key, expected), LocalTime::parse, expected);
    }

    Duration duration(String key) {
        return optionalDuration(key).orElseThrow(() -> wrong(key, DURATION));
    }

    Optional<Duration> optionalDuration(String key) {
        if (value(key).isEmpty()) {
            return Optional.empty();
        }
        Duration duration = parsed(key, text(key, DURATION), Duration::parse, DURATION);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(999)) > 0) {
            throw wrong(key, DURATION);
        }
        return Optional.of(duration);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return constant(key, text(key, names(type)), type);
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> all = EnumSet.noneOf(type);
        for (String name : list(key, names(type))) {
            all.add(constant(key, name, type));
        }
        return all;
    }

    Set<String> texts(String key, String form, String expected) {
        List<String> all = list(key, "a list of texts: " + expected);
        if (!all.stream().allMatch(Pattern.compile(form).asMatchPredicate())) {
            throw wrong(key, expected);
        }
        return new LinkedHashSet<>(all);
    }

    Set<String> kinds(String key, List<String> names) {
        if (!RoleTable.kinds().containsAll(names)) {
            throw wrong(key, "kinds of events, as readyNotice");
        }
        return new LinkedHashSet<>(names);
    }

    /** A text of a setting that is an object. */
    String part(String key, String part) {
        return object(key).get(part) instanceof String text && !text.isBlank()
                ? text
                : missing(key + "." + part, "a text");
    }

    /** A list of texts of a setting that is an object. */
    List<String> parts(String key, String part) {
        return object(key).get(part) instanceof List<?> items
                ? strings(key, items, "a list of texts")
                : missing(key + "." + part, "a list of texts");
    }

    <E extends Enum<E>> E constant(String key, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(key, names(type)));
    }

    <T> T parsed(String key, String text, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text);
        } catch (DateTimeParseException wrongForm) {
            throw wrong(key, expected);
        }
    }

    /** A setting that is an object, which may have only these parts. */
    Map<?, ?> object(String key, Set<String> parts) {
        Map<?, ?> object = object(key);
        for (Object part : object.keySet()) {
            if (!parts.contains(part)) {
                throw unknown(section + "." + key + "." + part, parts);
            }
        }
        return object;
    }

    /** The keys of the section that are there. */
    List<String> keys() {
        String prefix = section + ".";
        return settings.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    Origin origin(String key) {
        return setting(key).origin();
    }

    InvalidInputException wrong(String key, String expected) {
        return new InvalidInputException(
                "policy." + section + "." + key, "is not of the right form", expected);
    }

    /** Fails when the section has keys that nobody asked for. */
    void done() {
        for (String key : keys()) {
            if (!read.contains(key)) {
                throw unknown(section + "." + key, read);
            }
        }
    }

    static InvalidInputException unknown(String key, Set<String> known) {
        return new InvalidInputException(
                "policy." + key, "is not a key that a policy has there", "one of " + known);
    }

    private static final String DURATION =
            "an ISO 8601 duration in hours and minutes, as PT24H, or null where there is no limit";

    private <T> T missing(String key, String expected) {
        throw new InvalidInputException("policy." + section + "." + key, "is missing", expected);
    }

    private Map<?, ?> object(String key) {
        return value(key).orElse("") instanceof Map<?, ?> object
                ? object
                : missing(key, "an object");
    }

    private List<String> list(String key, String expected) {
        return value(key).orElse("") instanceof List<?> items
                ? strings(key, items, expected)
                : missing(key, expected);
    }

    private List<String> strings(String key, List<?> items, String expected) {
        List<String> all = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof String text)) {
                throw wrong(key, expected);
            }
            all.add(text);
        }
        return all;
    }

    private String text(String key, String expected) {
        return value(key)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseThrow(() -> wrong(key, expected));
    }

    private Optional<Object> value(String key) {
        read.add(key);
        return setting(key).value();
    }

    private Setting setting(String key) {
        Setting setting = settings.get(section + "." + key);
        return setting == null
                ? missing(key, "a value with its source; null where there is none")
                : setting;
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * One value with where it comes from.
     *
     * @param value as {@link JsonTree} reads it; empty for null
     */
    record Setting(Optional<Object> value, Origin origin) {}
}
