package se.ehealthsdk.benchmarks.audit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** A keeper's own process: answers {@code <threads> <milliseconds>} with records kept in a second. */
public final class KeeperProcess {

    private final Keeper keeper;

    private KeeperProcess(Keeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Says when it is ready, and ends when its input does.
     *
     * @param args {@code floor}, {@code artemis}, {@code sqlite} or {@code postgresql}, and a folder
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        try (Keeper keeper =
                switch (args[0]) {
                    case "floor" -> new FloorKeeper(folder);
                    case "artemis" -> new ArtemisKeeper(folder);
                    case "sqlite" -> OutboxKeeper.sqlite(folder);
                    case "postgresql" -> OutboxKeeper.postgresql(folder);
                    default -> throw new IllegalArgumentException(args[0]);
                }) {
            System.out.println("ready");
            BufferedReader orders =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String order;
            while ((order = orders.readLine()) != null) {
                String[] parts = order.split(" ");
                System.out.printf(
                        Locale.ROOT,
                        "%.1f%n",
                        new KeeperProcess(keeper)
                                .turn(
                                        Integer.parseInt(parts[0], 10),
                                        Long.parseLong(parts[1], 10)));
            }
        }
    }

    /** Counts what all threads kept until the time was up, and divides by the time until the last was done. */
    private double turn(int threads, long millis) throws Exception {
        LongAdder kept = new LongAdder();
        List<Exception> failures = new ArrayList<>();
        List<Thread> started = new ArrayList<>();
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        for (int i = 0; i < threads; i++) {
            Keeper.Hand hand = keeper.hand();
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    byte[] record = Records.record(Records.TYPICAL_BYTES);
                                    while (System.nanoTime() < end) {
                                        hand.keep(record);
                                        kept.increment();
                                    }
                                } catch (Exception e) {
                                    synchronized (failures) {
                                        failures.add(e);
                                    }
                                }
                            });
            started.add(thread);
            thread.start();
        }
        for (Thread each : started) {
            each.join();
        }
        long took = System.nanoTime() - begin;
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        keeper.rest();
        return kept.sum() * 1e9 / took;
    }
}
