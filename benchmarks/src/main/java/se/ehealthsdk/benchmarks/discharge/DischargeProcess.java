package se.ehealthsdk.benchmarks.discharge;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * A process that folds and assesses cases on one thread: answers {@code pass <cases>} with the nanoseconds of the thread's CPU
 * for fold, obligations and liability of a case, and those of garbage collection; {@code bytes <cases>} with what a case holds.
 */
public final class DischargeProcess {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SEED = 20261122;
    private static final int BATCH = 500;
    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 1);
    private static final Instant NOW = Instant.parse("2024-03-01T11:00:00Z");

    private final CaseGenerator generator = new CaseGenerator(SEED);
    private final Policy policy = Policy.act(AS_OF);
    private final Rates rates = Rates.sourced();
    private BigDecimal amount = BigDecimal.ZERO;
    private long late;

    private DischargeProcess() {}

    /** Says when it is ready, and ends when its input does. */
    public static void main(String[] args) throws Exception {
        DischargeProcess process = new DischargeProcess();
        System.out.println("ready");
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order;
        while ((order = orders.readLine()) != null) {
            String[] parts = order.split(" ");
            int cases = Integer.parseInt(parts[1], 10);
            System.out.println(
                    parts[0].equals("bytes") ? process.bytes(cases) : process.pass(cases));
        }
    }

    /** Makes cases in batches and throws them away; the time to make them is not counted. */
    private String pass(int cases) {
        amount = BigDecimal.ZERO;
        late = 0;
        long collectedBefore = collecting();
        long fold = 0;
        long oblige = 0;
        long assess = 0;
        List<List<CaseEvent>> logs = new ArrayList<>(BATCH);
        List<DischargeCase> folded = new ArrayList<>(BATCH);
        for (int from = 0; from < cases; from += BATCH) {
            logs.clear();
            for (int i = from; i < Math.min(cases, from + BATCH); i++) {
                logs.add(generator.log(i));
            }
            long begin = THREADS.getCurrentThreadCpuTime();
            folded.clear();
            for (List<CaseEvent> log : logs) {
                folded.add(DischargeCase.of(log));
            }
            long afterFold = THREADS.getCurrentThreadCpuTime();
            for (DischargeCase each : folded) {
                late += Obligations.of(each, NOW, policy).late().size();
            }
            long afterObligations = THREADS.getCurrentThreadCpuTime();
            for (DischargeCase each : folded) {
                amount =
                        amount.add(
                                PaymentLiability.assess(each, policy, rates, AS_OF)
                                        .amount()
                                        .orElse(BigDecimal.ZERO));
            }
            long end = THREADS.getCurrentThreadCpuTime();
            fold += afterFold - begin;
            oblige += afterObligations - afterFold;
            assess += end - afterObligations;
        }
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %.1f %.1f %d %s",
                (double) fold / cases,
                (double) oblige / cases,
                (double) assess / cases,
                1e6 * (collecting() - collectedBefore) / cases,
                late,
                amount.toPlainString());
    }

    /** Milliseconds that the collectors have stopped all for. The garbage of making the cases is among it. */
    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** What the logs hold, and the folded cases beside them, for each case. */
    private String bytes(int cases) {
        List<List<CaseEvent>> logs = new ArrayList<>(cases);
        List<DischargeCase> folded = new ArrayList<>(cases);
        long empty = used();
        for (int i = 0; i < cases; i++) {
            logs.add(List.copyOf(generator.log(i)));
        }
        long withLogs = used();
        for (List<CaseEvent> log : logs) {
            folded.add(DischargeCase.of(log));
        }
        long withCases = used();
        // Both lists are in use to here, so that neither is collected before it is measured.
        int kept = logs.size() + folded.size();
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %d",
                (double) (withLogs - empty) / cases,
                (double) (withCases - withLogs) / cases,
                kept);
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
