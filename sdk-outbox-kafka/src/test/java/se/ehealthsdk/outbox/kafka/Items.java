package se.ehealthsdk.outbox.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxListener;

/** Items and options for tests. */
public final class Items {

    public static final String DESTINATION = "SE165565594230-1000";

    private Items() {}

    public static Item item(String id) {
        return item(id, DESTINATION);
    }

    public static Item item(String id, String destination) {
        return Item.of(id, destination, ("payload of " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code prefix-0} and so on. */
    public static List<Item> items(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> item(prefix + "-" + i)).toList();
    }

    public static List<String> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }

    /** Without waiting for much. */
    public static DeliveryOptions quick(OutboxListener listener) {
        return options(Duration.ofMillis(50), listener);
    }

    public static DeliveryOptions options(Duration maxAge, OutboxListener listener) {
        return DeliveryOptions.DEFAULT
                .maxAge(maxAge)
                .callsPerSecond(1000)
                .workers(2)
                .lease(Duration.ofSeconds(10))
                .backoff(Duration.ofMillis(20), Duration.ofMillis(200))
                .blockedPause(Duration.ofMillis(200))
                .heldPause(Duration.ofMillis(300))
                .listener(listener);
    }
}
