package se.ehealthsdk.benchmarks.directory;

import com.ctc.wstx.stax.WstxInputFactory;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.unitfile.UnitFile;
import se.ehealthsdk.hsa.unitfile.UnitFileReader;

/**
 * Reads the file of all units in one way: {@code read <file>} answers with the number of units, milliseconds on the clock, and
 * milliseconds of CPU of the whole process.
 */
public final class FileProcess {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FileProcess() {}

    /** One way to read it. */
    private interface Way {
        long read(Path file) throws Exception;
    }

    /** Arguments: the way. */
    public static void main(String[] args) throws Exception {
        Way way =
                switch (args[0]) {
                    case "entries" -> FileProcess::entries;
                    case "units" -> FileProcess::units;
                    case "index" -> FileProcess::index;
                    case "woodstox" -> file -> events(new WstxInputFactory(), file);
                    default -> file -> events(XMLInputFactory.newDefaultFactory(), file);
                };
        Orders.follow(
                "ready",
                order -> {
                    long cpu = PROCESS.getProcessCpuTime();
                    long begin = System.nanoTime();
                    long units = way.read(Path.of(order[1]));
                    long spent = System.nanoTime() - begin;
                    cpu = PROCESS.getProcessCpuTime() - cpu;
                    return String.format(
                            Locale.ROOT, "%d %.3f %.3f", units, spent / 1e6, cpu / 1e6);
                });
    }

    private static long entries(Path file) {
        try (UnitFileReader reader = UnitFile.of(file).open()) {
            return all(reader);
        }
    }

    private static long units(Path file) {
        try (UnitFileReader reader = UnitFile.of(file).open()) {
            return all(reader.units());
        }
    }

    private static long all(Entries<?> entries) {
        long units = 0;
        while (entries.hasNext()) {
            entries.next();
            units++;
        }
        if (entries.report().skipped() > 0 || entries.report().problemCount() > 0) {
            throw new IllegalStateException("not read whole: " + entries.report());
        }
        return units;
    }

    private static long index(Path file) {
        UnitIndex index = UnitFile.of(file).index(Instant.EPOCH);
        return index.memory().units();
    }

    /** Past every event; the names are looked at to count the units, the text is not asked for. */
    private static long events(XMLInputFactory factory, Path file) throws Exception {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long units = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("hsaUnit")) {
                    units++;
                }
            }
            xml.close();
        }
        return units;
    }
}
