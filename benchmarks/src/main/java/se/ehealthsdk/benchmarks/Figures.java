package se.ehealthsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a run by name, in the order they came. */
final class Figures {

    private final Map<String, Spread> spreads = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /** Notes a number. */
    void put(String name, double value) {
        numbers.put(name, value);
    }

    /** Notes a median under its name, and its quartiles as {@code <name>.q1} and {@code <name>.q3}. */
    void put(String name, Spread spread) {
        spreads.put(name, spread);
        put(name, spread.median());
        put(name + ".q1", spread.q1());
        put(name + ".q3", spread.q3());
    }

    Optional<Spread> spread(String name) {
        return Optional.ofNullable(spreads.get(name));
    }

    /** One flat JSON object of names and numbers. */
    String json() {
        return numbers.entrySet().stream()
                .map(
                        each ->
                                String.format(
                                        Locale.ROOT,
                                        "  \"%s\": %.4f",
                                        each.getKey(),
                                        each.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json());
    }
}
