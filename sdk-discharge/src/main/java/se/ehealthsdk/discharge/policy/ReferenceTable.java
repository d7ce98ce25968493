package se.ehealthsdk.discharge.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.ehealthsdk.core.error.InvalidInputException;

/** What is to be cited for each topic, by the day from which it is. */
record ReferenceTable(Map<String, NavigableMap<LocalDate, LegalReference>> byTopic) {

    static final ReferenceTable SHIPPED = shipped();

    LegalReference at(String topic, LocalDate day) {
        NavigableMap<LocalDate, LegalReference> versions = byTopic.get(topic);
        if (versions == null) {
            throw new InvalidInputException("topic", "is not known", "one of " + topics());
        }
        Map.Entry<LocalDate, LegalReference> version = versions.floorEntry(day);
        if (version == null) {
            throw new InvalidInputException(
                    "day", "is before the Act came into force", "2018-01-01 or later");
        }
        return version.getValue();
    }

    Set<String> topics() {
        return Set.copyOf(byTopic.keySet());
    }

    private static ReferenceTable shipped() {
        Map<String, NavigableMap<LocalDate, LegalReference>> all = new HashMap<>();
        try (InputStream in =
                Objects.requireNonNull(
                        ReferenceTable.class.getResourceAsStream("legal-references.json"))) {
            JsonTree.read(in)
                    .forEach((topic, versions) -> all.put(topic, versions((List<?>) versions)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ReferenceTable(all);
    }

    private static NavigableMap<LocalDate, LegalReference> versions(List<?> versions) {
        NavigableMap<LocalDate, LegalReference> all = new TreeMap<>();
        for (Object each : versions) {
            Map<?, ?> version = (Map<?, ?>) each;
            all.put(
                    LocalDate.parse(text(version, "from")),
                    new LegalReference(
                            text(version, "act"),
                            Optional.of(text(version, "paragraph")),
                            LegalReference.Confidence.valueOf(text(version, "confidence"))));
        }
        return all;
    }

    private static String text(Map<?, ?> version, String key) {
        return (String) Objects.requireNonNull(version.get(key), key);
    }
}
