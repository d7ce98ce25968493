package se.ehealthsdk.chaos;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM like this one, whose lines are heard, and which ends when its input is closed or it is killed. */
final class Child {

    private final Process process;
    private final Thread hearing;
    private final CountDownLatch spoken = new CountDownLatch(1);

    private Child(Process process, Consumer<String> heard) {
        this.process = process;
        Consumer<String> noted =
                line -> {
                    heard.accept(line);
                    spoken.countDown();
                };
        this.hearing = new Thread(() -> hear(process.getInputStream(), noted), "hears a child");
        hearing.start();
    }

    /**
     * Starts it.
     *
     * @param fileLimitKib no file can grow beyond this; 0 for no limit
     * @param errors the file that its errors are appended to
     * @param heard gets each line that has been written whole
     */
    static Child start(
            Class<?> main,
            List<String> arguments,
            long fileLimitKib,
            Path errors,
            Consumer<String> heard) {
        List<String> command = new ArrayList<>();
        if (fileLimitKib > 0) {
            // A write beyond the limit fails, as it does when the disk is full.
            command.addAll(
                    List.of("bash", "-c", "ulimit -f " + fileLimitKib + "; exec \"$@\"", "bash"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx192m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(arguments);
        try {
            return new Child(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                            .start(),
                    heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that has no end was being written when the child was killed: it does not count. */
    private static void hear(InputStream stream, Consumer<String> heard) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(stream)) {
            int read;
            while ((read = in.read()) >= 0) {
                if (read == '\n') {
                    heard.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(read);
                }
            }
        } catch (IOException closedByTheEnd) {
            return;
        }
    }

    /** Writes a line to its input. */
    void tell(String order) {
        try {
            Writer out = process.outputWriter(StandardCharsets.UTF_8);
            out.write(order + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has written its first line, or for so long. */
    void awaitFirstLine(Duration atMost) throws InterruptedException {
        boolean unused = spoken.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when all it had written has been heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        hearing.join();
    }

    /** Closes its input and waits for it to end by itself; false if it had to be killed. */
    boolean end() throws InterruptedException {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException hasEnded) {
            // That is what was wanted.
        }
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        kill();
        return ended;
    }
}
