package se.ehealthsdk.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that answers each line with a line. Closing its input ends it. */
final class ChildJvm implements AutoCloseable {

    private static final int HEAP_MIB = 512;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a JVM like this one.
     *
     * @param jars the folder of jars it needs, under {@code bench.jars}; without that property it has
     *     the class path of this JVM
     */
    static ChildJvm start(String jars, Class<?> main, String... arguments) {
        return start(jars, HEAP_MIB, main, arguments);
    }

    /** Starts a JVM as {@link #start(String, Class, String...)} does, with another limit on its heap. */
    static ChildJvm start(String jars, int heapMib, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx" + heapMib + "m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(List.of("-cp", classPath(jars), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new ChildJvm(jars + " " + String.join(" ", arguments), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(String jars) {
        String own = System.getProperty("java.class.path");
        String root = System.getProperty("bench.jars");
        if (root == null) {
            return own;
        }
        String benchmarks = own.split(File.pathSeparator)[0];
        return benchmarks + File.pathSeparator + Path.of(root, jars, "*");
    }

    /** Sends a line and waits for the line that answers it. */
    String ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " has ended", e);
        }
        return readLine();
    }

    /** Waits for the next line. */
    String readLine() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException(name + " ended; its errors are above");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException alreadyEnded) {
            process.destroy();
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
