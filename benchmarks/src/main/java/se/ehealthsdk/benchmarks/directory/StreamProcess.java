package se.ehealthsdk.benchmarks.directory;

import com.sun.management.OperatingSystemMXBean;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.ehealthsdk.hsa.ldap.HsaDirectory;

/**
 * A client that streams: {@code read units} and {@code read people} answer with the number of entries, milliseconds on the
 * clock, milliseconds of CPU of the whole process, and MiB of heap at most; {@code ask units <filter> <attributes>} tells the
 * bare one what to ask for.
 */
public final class StreamProcess {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<MemoryPoolMXBean> HEAP =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();

    private StreamProcess() {}

    /** Arguments: who, port, folder of certificates. */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        Certificates certificates = new Certificates(Path.of(args[2]));
        Streamer streamer =
                args[0].equals("sdk")
                        ? new Streamer.Sdk(HsaDirectory.on(Streamer.ours(port, certificates)))
                        : new Streamer.Bare(Streamer.bare(port, certificates));
        Orders.follow(
                "ready",
                order -> {
                    if (order[0].equals("ask")) {
                        streamer.told(order[1], request(order));
                        return "ready";
                    }
                    return read(streamer, order[1]);
                });
    }

    static SearchRequest request(String[] order) throws Exception {
        return new SearchRequest(
                "c=SE",
                SearchScope.SUB,
                order[2].replace('_', ' '),
                Arrays.copyOfRange(order, 3, order.length));
    }

    private static String read(Streamer streamer, String kind) throws Exception {
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = PROCESS.getProcessCpuTime();
        long begin = System.nanoTime();
        long entries = streamer.read(kind);
        long spent = System.nanoTime() - begin;
        cpu = PROCESS.getProcessCpuTime() - cpu;
        long peak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %.1f",
                entries,
                spent / 1e6,
                cpu / 1e6,
                peak / 1048576.0);
    }
}
