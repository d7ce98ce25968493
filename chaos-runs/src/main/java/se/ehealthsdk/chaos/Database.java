package se.ehealthsdk.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that can be crashed and started again on the same data. */
final class Database implements AutoCloseable {

    /** Small, so that a limit on the size of files meets the tables and not the log. */
    private static final int LOG_SEGMENT_MIB = 1;

    private static final int ATTEMPTS = 20;

    private final EmbeddedPostgres first;
    private final Path data;
    private final Path program;
    private final File log;

    private Database(EmbeddedPostgres first, Path data, Path program, File log) {
        this.first = first;
        this.data = data;
        this.program = program;
        this.log = log;
    }

    /** Starts it, durable as by default in operation. */
    static Database start(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setLocaleConfig("wal-segsize", Integer.toString(LOG_SEGMENT_MIB))
                        .start();
        String postmaster =
                ProcessHandle.of(process(data))
                        .flatMap(each -> each.info().command())
                        .orElseThrow(() -> new IOException("cannot see where postgres is"));
        Database database =
                new Database(
                        server, data, Path.of(postmaster), folder.resolve("postgres.log").toFile());
        database.crash();
        database.startAgain(0); // as it was started for tests it does not sync
        return database;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + first.getPort() + "/postgres?user=postgres";
    }

    /** Ends it as a crash of the machine's does: nothing is written, nobody is told. */
    void crash() throws IOException, InterruptedException {
        for (ProcessHandle each : ProcessHandle.of(process(data)).stream().toList()) {
            Stream.concat(Stream.of(each), each.descendants()).forEach(it -> it.destroyForcibly());
            each.onExit().join();
        }
    }

    /**
     * Starts it again; it recovers from its log.
     *
     * @param fileLimitKib no file can grow beyond this; 0 for no limit
     * @return false if it could not start under that limit
     */
    boolean startAgain(long fileLimitKib) throws IOException, InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (pgCtl(fileLimitKib)) {
                return true;
            }
            if (fileLimitKib > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(200); // the crashed server's last processes are still going
        }
        throw new IOException("PostgreSQL did not start again; see " + log);
    }

    private boolean pgCtl(long fileLimitKib) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (fileLimitKib > 0) {
            command.addAll(
                    List.of("bash", "-c", "ulimit -f " + fileLimitKib + "; exec \"$@\"", "bash"));
        }
        if (Files.getOwner(data).getName().equals("root")) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be run as root
        }
        command.addAll(
                List.of(
                        program.resolveSibling("pg_ctl").toString(),
                        "-D",
                        data.toString(),
                        "-o",
                        "-p " + first.getPort() + " -c max_connections=300",
                        "-w",
                        "-t",
                        "20",
                        "start"));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start()
                        .waitFor()
                == 0;
    }

    /** The size of its largest file. */
    long largestFileKib() {
        try (Stream<Path> files = Files.walk(data.resolve("base"))) {
            return files.mapToLong(each -> each.toFile().length()).max().orElse(0) / 1024;
        } catch (IOException | UncheckedIOException e) {
            return 0; // one that was deleted while we looked
        }
    }

    private static long process(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim(), 10);
    }

    @Override
    public void close() throws IOException {
        first.close();
    }
}
