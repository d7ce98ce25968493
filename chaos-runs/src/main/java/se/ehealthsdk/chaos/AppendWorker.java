package se.ehealthsdk.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;

/**
 * Appends with several threads, singly, in lists, and on PostgreSQL in transactions of its own, some of
 * which it rolls back. What could not be appended is appended again, with the same id, until it is. Tells
 * the parent of each id after the append has returned.
 */
final class AppendWorker {

    private static final int LIST_AT_MOST = 20;
    private static final int LONGEST_REST_MS = 8;
    private static final long BEFORE_NEXT_TRY_MS = 20;

    private final Outbox outbox;
    private final @Nullable DataSource own;
    private volatile boolean ending;

    private AppendWorker(Outbox outbox, @Nullable DataSource own) {
        this.outbox = outbox;
        this.own = own;
    }

    /**
     * @param args the opening's class, the store's address, the number of threads, a seed
     */
    public static void main(String[] args) throws Exception {
        String address = args[1];
        AppendWorker worker =
                new AppendWorker(
                        Worker.open(args[0], address),
                        address.startsWith("jdbc:") ? RealOpening.database(address) : null);
        SplittableRandom seeds = new SplittableRandom(Long.parseLong(args[3], 10));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[2], 10); i++) {
            SplittableRandom random = seeds.split();
            threads.add(new Thread(() -> worker.work(random), "appends-" + i));
        }
        threads.forEach(Thread::start);
        Worker.awaitEnd();
        worker.ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
        worker.outbox.close();
    }

    private void work(SplittableRandom random) {
        try {
            while (!ending) {
                step(random);
                Thread.sleep(random.nextInt(LONGEST_REST_MS + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(SplittableRandom random) throws InterruptedException {
        int drawn = random.nextInt(100);
        if (drawn < 15) {
            append(draw(random, 1 + random.nextInt(LIST_AT_MOST)));
        } else if (drawn < 30 && own != null && outbox instanceof JdbcOutbox jdbc) {
            inTransaction(own, jdbc, draw(random, 1), random.nextInt(4) == 0);
        } else {
            append(draw(random, 1));
        }
    }

    private static List<Item> draw(SplittableRandom random, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Records.draw(random));
        }
        return items;
    }

    private void append(List<Item> items) throws InterruptedException {
        while (true) {
            try {
                outbox.append(items);
                items.forEach(each -> Worker.say("acknowledged " + each.id()));
                return;
            } catch (OutboxException e) {
                Worker.say("append-failed " + e.kind());
                if (ending) {
                    return;
                }
                Thread.sleep(BEFORE_NEXT_TRY_MS);
            }
        }
    }

    /** A commit that fails may have happened or not: its items count as not acknowledged. */
    private static void inTransaction(
            DataSource own, JdbcOutbox outbox, List<Item> items, boolean rollBack) {
        try (Connection connection = own.getConnection()) {
            connection.setAutoCommit(false);
            for (Item each : items) {
                outbox.append(connection, each);
            }
            if (rollBack) {
                connection.rollback();
                items.forEach(each -> Worker.say("rolled-back " + each.id()));
            } else {
                connection.commit();
                items.forEach(each -> Worker.say("acknowledged " + each.id()));
            }
        } catch (SQLException | OutboxException e) {
            Worker.say("transaction-failed " + e.getClass().getSimpleName());
        }
    }
}
