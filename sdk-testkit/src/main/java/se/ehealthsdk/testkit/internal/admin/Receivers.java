package se.ehealthsdk.testkit.internal.admin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where deliveries go, as was said through the API. */
final class Receivers {

    private final Map<String, URI> units = new TreeMap<>();
    private @Nullable URI statusUpdates;
    private @Nullable URI messages;

    synchronized void statusUpdates(URI there) {
        statusUpdates = there;
    }

    synchronized void statusUpdates(String unit, URI there) {
        units.put(unit, there);
    }

    synchronized void messages(URI there) {
        messages = there;
    }

    synchronized void forget() {
        units.clear();
        statusUpdates = null;
        messages = null;
    }

    synchronized Shape shape() {
        return Shape.empty()
                .and("statusUpdates", Optional.ofNullable(statusUpdates))
                .and(
                        "units",
                        units.entrySet().stream()
                                .map(
                                        each ->
                                                Shape.of("unit", each.getKey())
                                                        .and("url", each.getValue()))
                                .toList())
                .and("messages", Optional.ofNullable(messages));
    }
}
