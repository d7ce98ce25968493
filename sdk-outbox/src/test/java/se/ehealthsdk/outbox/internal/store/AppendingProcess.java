package se.ehealthsdk.outbox.internal.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.ehealthsdk.outbox.Item;

/** Appends with four threads until it is killed, and prints the id of each item that was acknowledged. */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        JdbcStore store =
                JdbcStore.sqlite(
                        Path.of(arguments[0]),
                        true,
                        new StoreOptions(
                                "outbox",
                                Optional.empty(),
                                Duration.ofDays(30),
                                Optional.empty(),
                                Duration.ofSeconds(30),
                                Clock.systemUTC()));
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            new Thread(
                            () -> {
                                while (true) {
                                    String id = arguments[1] + next.incrementAndGet() + ".";
                                    store.append(List.of(Item.of(id, "to", new byte[500])));
                                    synchronized (System.out) {
                                        System.out.println(id);
                                    }
                                }
                            })
                    .start();
        }
    }
}
