package se.ehealthsdk.benchmarks.discharge;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.statistics.DischargeReport;
import se.ehealthsdk.discharge.statistics.DischargeStatistics;
import se.ehealthsdk.discharge.statistics.Profile;
import se.ehealthsdk.discharge.statistics.StatisticsOptions;

/**
 * A process that folds, assesses and counts cases on one thread: answers {@code pass <cases>} with the nanoseconds of the
 * thread's CPU for fold, obligations, liability and statistics of a case, those of all other threads, and MiB of heap at most; {@code
 * live <any>} with those that are still in use;
 * {@code bytes <cases>} with what a case holds; {@code append <events>} with the time to take each of so many
 * more events.
 */
public final class DischargeProcess {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<MemoryPoolMXBean> HEAP =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
    private static final int APPENDED = 20_000;
    private static final int MIB = 1 << 20;
    private static final int SEED = 20261122;
    private static final int BATCH = 500;
    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 1);
    private static final Instant NOW = Instant.parse("2024-03-01T11:00:00Z");

    private final CaseGenerator generator = new CaseGenerator(SEED);
    private final Policy policy = Policy.act(AS_OF);
    private final Rates rates = Rates.sourced();
    private final StatisticsOptions options =
            StatisticsOptions.of(
                    policy,
                    Profile.INPATIENT,
                    YearMonth.from(CaseGenerator.FIRST_DAY),
                    YearMonth.from(CaseGenerator.FIRST_DAY).plusMonths(23),
                    AS_OF);
    private DischargeStatistics statistics = DischargeStatistics.of(options);
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
                    switch (parts[0]) {
                        case "bytes" -> process.bytes(cases);
                        case "append" -> process.append(cases);
                        case "live" -> process.live();
                        default -> process.pass(cases);
                    });
        }
    }

    /** Makes cases in batches and throws them away; the time to make them is not counted. */
    private String pass(int cases) {
        amount = BigDecimal.ZERO;
        late = 0;
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        long othersBefore = others();
        long[] spent = new long[4];
        statistics = DischargeStatistics.of(options);
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
            long afterLiability = THREADS.getCurrentThreadCpuTime();
            folded.forEach(statistics::add);
            long end = THREADS.getCurrentThreadCpuTime();
            spent[0] += afterFold - begin;
            spent[1] += afterObligations - afterFold;
            spent[2] += afterLiability - afterObligations;
            spent[3] += end - afterLiability;
        }
        long begin = THREADS.getCurrentThreadCpuTime();
        DischargeReport report = statistics.report();
        spent[3] += THREADS.getCurrentThreadCpuTime() - begin;
        long elsewhere = others() - othersBefore;
        long peak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %.1f %.1f %.1f %.1f %d %s %d",
                (double) spent[0] / cases,
                (double) spent[1] / cases,
                (double) spent[2] / cases,
                (double) spent[3] / cases,
                (double) elsewhere / cases,
                (double) peak / MIB,
                late,
                amount.toPlainString(),
                report.months().size());
    }

    /** MiB that the statistics of the pass before hold, and the process itself. */
    private String live() {
        return String.format(Locale.ROOT, "%.1f", (double) used() / MIB);
    }

    /** Nanoseconds of CPU for each event of a case that is told event by event. */
    private String append(int events) {
        List<CaseEvent> log = generator.log(0);
        CaseEvent last = log.get(log.size() - 1);
        DischargeCase first = DischargeCase.of(log);
        Acceptance acceptance = Acceptance.at(last.times().recorded().plusSeconds(60));
        int times = Math.max(1, APPENDED / events);
        int appended = 0;
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            DischargeCase grown = first;
            for (int j = 0; j < events; j++) {
                grown = grown.with(another(last, log.get(0).sender(), j), acceptance);
            }
            appended += grown.events().size() - log.size();
        }
        long spent = THREADS.getCurrentThreadCpuTime() - begin;
        return String.format(Locale.ROOT, "%.1f %d", (double) spent / appended, appended);
    }

    private static CaseEvent another(CaseEvent last, Participant sender, int number) {
        return new CaseEvent(
                MessageId.of("more-" + number),
                last.caseId(),
                last.patient(),
                sender,
                List.of(),
                EventTimes.at(last.times().recorded()),
                Optional.empty(),
                new ResidenceEstablished(Residence.UNKNOWN));
    }

    /** Nanoseconds of CPU of all other threads: the garbage collector, that of making the cases too, and the compiler. */
    private static long others() {
        return PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
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
