package se.ehealthsdk.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.rivta.RivtaClient;
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

    private final AccessLog log;
    private final @Nullable DataSource own;
    private volatile boolean ending;

    private AppendWorker(AccessLog log, @Nullable DataSource own) {
        this.log = log;
        this.own = own;
    }

    /**
     * @param args the opening's class, the store's address, the receiver's URL, the folder with the
     *     certificates, the number of threads, a seed
     */
    public static void main(String[] args) throws Exception {
        String address = args[1];
        try (RivtaClient platform = Platform.client(args[2], args[3]);
                AccessLog log =
                        AccessLog.builder(
                                        Worker.open(args[0], address),
                                        Platform.logService(platform))
                                .appendOnly()
                                .open()) {
            new AppendWorker(
                            log, address.startsWith("jdbc:") ? RealOpening.database(address) : null)
                    .run(
                            Integer.parseInt(args[4], 10),
                            new SplittableRandom(Long.parseLong(args[5], 10)));
        }
    }

    private void run(int count, SplittableRandom seeds) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SplittableRandom random = seeds.split();
            threads.add(new Thread(() -> work(random), "appends-" + i));
        }
        threads.forEach(Thread::start);
        Worker.awaitEnd();
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
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
        } else if (drawn < 30 && own != null) {
            inTransaction(own, Records.draw(random), random.nextInt(4) == 0);
        } else {
            append(draw(random, 1));
        }
    }

    private static List<AccessRecord> draw(SplittableRandom random, int count) {
        List<AccessRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(Records.draw(random));
        }
        return records;
    }

    private void append(List<AccessRecord> records) throws InterruptedException {
        while (true) {
            try {
                log.append(records);
                records.forEach(each -> Worker.say("acknowledged " + each.logId()));
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

    /** A commit that fails may have happened or not: its record counts as not acknowledged. */
    private void inTransaction(DataSource own, AccessRecord record, boolean rollBack) {
        try (Connection connection = own.getConnection()) {
            connection.setAutoCommit(false);
            log.append(connection, record);
            if (rollBack) {
                connection.rollback();
                Worker.say("rolled-back " + record.logId());
            } else {
                connection.commit();
                Worker.say("acknowledged " + record.logId());
            }
        } catch (SQLException | OutboxException e) {
            Worker.say("transaction-failed " + e.getClass().getSimpleName());
        }
    }
}
