package se.ehealthsdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A contender's own process. */
final class CallerProcess {

    /** Calls before the clock starts, for connections that the wait for the turn has cost. */
    private static final int UNTIMED = 5;

    private CallerProcess() {}

    /**
     * Arguments: the contender, the server's port, the folder with certificates, and for a cold start a
     * workload: that call is made once, a line is printed, and the process ends.
     *
     * <p>Without a workload: prints a line when ready, and for every line {@code <workload> <calls>} one
     * line with a {@link Block}. Ends when its input does.
     */
    public static void main(String[] args) throws Exception {
        Contender contender = Contender.valueOf(args[0]);
        Caller caller = contender.open(new Stage(Integer.parseInt(args[1]), Path.of(args[2])));
        if (args.length > 3) {
            checked(caller, Workload.valueOf(args[3]));
            System.out.println("answered");
            Runtime.getRuntime().halt(0);
        }
        System.out.println("ready");
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            Workload work = Workload.valueOf(words[0]);
            System.out.println(block(caller, work, Integer.parseInt(words[1])).print());
        }
        System.exit(0); // clients may have threads of their own that are not daemons
    }

    private static Block block(Caller caller, Workload work, int calls) throws Exception {
        for (int i = 0; i < UNTIMED; i++) {
            checked(caller, work);
        }
        long bytes = allocatedByAllThreads();
        long cpu = processCpuNanos();
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            checked(caller, work);
        }
        long nanos = System.nanoTime() - start;
        cpu = processCpuNanos() - cpu;
        bytes = allocatedByAllThreads() - bytes;
        return new Block(nanos / 1e3 / calls, cpu / 1e3 / calls, (double) bytes / calls);
    }

    private static void checked(Caller caller, Workload work) throws Exception {
        int records = caller.call(work);
        if (records != work.records()) {
            throw new IllegalStateException(
                    "the answer to " + work + " had " + records + " records");
        }
    }

    /**
     * The sum over the threads that live now: CXF's default transport works in threads of its own. What
     * a thread allocated that ended within the block is missed; pool threads live for a minute or more.
     */
    private static long allocatedByAllThreads() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long allocated : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(allocated, 0); // -1: it ended meanwhile
        }
        return sum;
    }

    private static long processCpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
