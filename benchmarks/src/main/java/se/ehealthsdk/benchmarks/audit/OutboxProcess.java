package se.ehealthsdk.benchmarks.audit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** An outbox's own process, which fills it, appends to it and delivers from it when told. */
public final class OutboxProcess {

    private static final int LIST = 2_000;
    private static final int WORKERS = 2;

    private final JdbcOutbox outbox;
    private final int bytes;

    private OutboxProcess(JdbcOutbox outbox, int bytes) {
        this.outbox = outbox;
        this.bytes = bytes;
    }

    /**
     * Says when it is ready, then answers each line with a number: {@code fill <records>} appends in large
     * lists, {@code append <threads> <milliseconds>} appends singly, {@code deliver <records>} delivers so
     * many to a receiver in this process; these answer with records in a second. {@code drain} delivers
     * what is left and {@code heap} answers with the MiB in use after a collection. Ends with its input.
     *
     * @param args {@code sqlite} or {@code postgresql}, a folder, and the bytes of a record
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        try (OutboxKeeper keeper =
                args[0].equals("sqlite")
                        ? OutboxKeeper.sqlite(folder)
                        : OutboxKeeper.postgresql(folder)) {
            OutboxProcess process =
                    new OutboxProcess(keeper.outbox(), Integer.parseInt(args[2], 10));
            System.out.println("ready");
            BufferedReader orders =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String order;
            while ((order = orders.readLine()) != null) {
                System.out.printf(Locale.ROOT, "%.1f%n", process.obey(order.split(" ")));
            }
        }
    }

    private double obey(String[] order) throws InterruptedException {
        return switch (order[0]) {
            case "fill" -> fill(Integer.parseInt(order[1], 10));
            case "append" -> append(Integer.parseInt(order[1], 10), Long.parseLong(order[2], 10));
            case "deliver" -> deliver(Integer.parseInt(order[1], 10));
            case "drain" -> deliver((int) outbox.figures().undelivered());
            case "heap" -> heap();
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private double fill(int records) {
        long begin = System.nanoTime();
        for (int left = records; left > 0; left -= LIST) {
            List<Item> list = new ArrayList<>();
            for (int i = 0; i < Math.min(LIST, left); i++) {
                list.add(OutboxKeeper.item(Records.record(bytes)));
            }
            outbox.append(list);
        }
        return records * 1e9 / (System.nanoTime() - begin);
    }

    private double append(int threads, long millis) throws InterruptedException {
        LongAdder kept = new LongAdder();
        List<Thread> started = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread thread =
                    new Thread(
                            () -> {
                                byte[] record = Records.record(bytes);
                                while (System.nanoTime() - begin < millis * 1_000_000) {
                                    outbox.append(OutboxKeeper.item(record));
                                    kept.increment();
                                }
                            });
            started.add(thread);
            thread.start();
        }
        for (Thread each : started) {
            each.join();
        }
        return kept.sum() * 1e9 / (System.nanoTime() - begin);
    }

    /**
     * From the start of the delivery until the listener has heard that so many are settled; claiming, the
     * call and settling are all in it. The receiver takes everything at once.
     */
    private double deliver(int records) throws InterruptedException {
        AtomicLong settled = new AtomicLong();
        Receiver receiver = (destination, items) -> new Verdict.Accepted("");
        OutboxListener counting =
                new OutboxListener() {
                    @Override
                    public void delivered(String destination, List<String> ids) {
                        settled.addAndGet(ids.size());
                    }
                };
        DeliveryOptions unpaced =
                DeliveryOptions.DEFAULT
                        .maxAge(Duration.ZERO)
                        .callsPerSecond(Double.POSITIVE_INFINITY)
                        .workers(WORKERS)
                        .listener(counting);
        long begin = System.nanoTime();
        try (Delivery delivery = outbox.deliver(receiver, unpaced)) {
            while (settled.get() < records) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return settled.get() * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
    }
}
