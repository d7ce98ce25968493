package se.ehealthsdk.testkit.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;

/** What was chosen about a fault, checked against what there is to choose. */
final class Settings {

    private final FaultKind kind;
    private final Map<String, String> values;

    private Settings(FaultKind kind, Map<String, String> values) {
        this.kind = kind;
        this.values = Map.copyOf(values);
    }

    static Settings of(FaultKind kind, Map<String, String> values) {
        for (String name : values.keySet()) {
            if (kind.settings().stream().noneMatch(each -> each.name().equals(name))) {
                throw new InvalidInputException(
                        "settings",
                        "has \"" + name + "\", which " + kind + " does not know",
                        names(kind));
            }
        }
        Settings settings = new Settings(kind, values);
        kind.settings().forEach(settings::check);
        return settings;
    }

    private static String names(FaultKind kind) {
        return kind.settings().isEmpty()
                ? "no settings"
                : kind.settings().stream()
                        .map(FaultSetting::name)
                        .collect(Collectors.joining(", "));
    }

    private void check(FaultSetting setting) {
        Optional<String> value = optional(setting.name());
        if (value.isEmpty()) {
            if (setting.required()) {
                throw wrong(setting, "is missing");
            }
            return;
        }
        boolean right =
                switch (setting.type()) {
                    case TEXT -> true;
                    case NUMBER -> value.get().matches("\\d{1,12}");
                    case DURATION -> isDuration(value.get());
                    case CHOICE -> setting.choices().contains(value.get());
                };
        if (!right) {
            throw wrong(setting, "is not right");
        }
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeException | ArithmeticException none) {
            return false;
        }
    }

    private InvalidInputException wrong(FaultSetting setting, String problem) {
        return new InvalidInputException(
                "settings." + setting.name(),
                problem + " (" + kind + ")",
                switch (setting.type()) {
                    case TEXT -> "a text";
                    case NUMBER -> "a whole number";
                    case DURATION -> "a time as PT0.5S, PT10S, PT1H";
                    case CHOICE -> "one of " + String.join(", ", setting.choices());
                });
    }

    Optional<String> optional(String name) {
        String value = values.get(name);
        return value != null
                ? Optional.of(value)
                : kind.settings().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .flatMap(FaultSetting::standard);
    }

    String text(String name) {
        return optional(name).orElseThrow();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** A number that is given as an {@code int}. */
    int count(String name) {
        return (int) Math.min(number(name), Integer.MAX_VALUE);
    }

    Duration duration(String name) {
        return Duration.parse(text(name));
    }
}
