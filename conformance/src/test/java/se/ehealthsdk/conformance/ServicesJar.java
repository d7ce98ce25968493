package se.ehealthsdk.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** {@code java -jar national-services.jar}, as a tester starts it: a process of its own in a folder of its own. */
final class ServicesJar implements AutoCloseable {

    private static final Path TARGET = Path.of("..", "sdk-testkit", "target");
    private static final int PATIENCE_SECONDS = 120;
    private static final String LAST_LINE = "Ctrl-C stops them.";
    private static final List<String> FREE_PORTS =
            List.of(
                    "--port",
                    "--idp-port",
                    "--signing-port",
                    "--console-port",
                    "--directory-port",
                    "--starttls-port");

    private final Process process;
    private final Path folder;
    private final Path err;
    private final String message;

    /** What is left of a process that has ended. */
    record Ended(int code, String out, String err) {}

    private ServicesJar(Process process, Path folder, Path err, String message) {
        this.process = process;
        this.folder = folder;
        this.err = err;
        this.message = message;
    }

    /** Where the jar is; skips the calling test where nothing is packaged, as with {@code mvn test}. */
    static Path jar() {
        Path jar = TARGET.resolve("national-services.jar").toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            Assertions.assertFalse(
                    Files.exists(TARGET.resolve("bom.json")),
                    "sdk-testkit is packaged without " + jar);
            Assumptions.abort("national-services.jar is not packaged yet: mvn package");
        }
        return jar;
    }

    /** Starts on free ports, and waits for the start message. */
    static ServicesJar start(Path folder, String... options) {
        List<String> all = new ArrayList<>();
        FREE_PORTS.forEach(option -> all.addAll(List.of(option, "0")));
        all.addAll(List.of(options));
        Path err = folder.resolve("stderr-" + System.nanoTime());
        Process process = launch(folder, Map.of(), all, ProcessBuilder.Redirect.to(err.toFile()));
        StringBuilder message = new StringBuilder();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line;
            while ((line = out.readLine()) != null) {
                message.append(line).append('\n');
                if (line.equals(LAST_LINE)) {
                    return new ServicesJar(process, folder, err, message.toString());
                }
            }
            throw new AssertionError("It ended: " + message + Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one that is to end by itself. */
    static Ended run(Path folder, Map<String, String> environment, String... options) {
        Path out = folder.resolve("stdout-" + System.nanoTime());
        Path err = folder.resolve("stderr-" + System.nanoTime());
        try {
            ProcessBuilder builder = builder(folder, environment, List.of(options));
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("It goes on: " + Files.readString(out));
                }
            } finally {
                process.destroyForcibly();
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(
            Path folder,
            Map<String, String> environment,
            List<String> options,
            ProcessBuilder.Redirect err) {
        try {
            return builder(folder, environment, options).redirectError(err).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(
            Path folder, Map<String, String> environment, List<String> options) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar().toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NATIONAL_SERVICES_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** What it said when it had started. */
    String message() {
        return message;
    }

    /** An address of the start message, by what stands before it. */
    URI url(String name) {
        Matcher row =
                Pattern.compile("(?m)^  " + Pattern.quote(name) + " +(\\S+)$").matcher(message);
        if (!row.find()) {
            throw new AssertionError("No " + name + " in:\n" + message);
        }
        return URI.create(row.group(1));
    }

    /** The command to paste. */
    String command() {
        return message.lines()
                .filter(line -> line.startsWith("  curl "))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** Where the certificates are. */
    Path certificates() {
        Matcher row = Pattern.compile("(?m)^  to trust +(.+)$").matcher(message);
        if (!row.find()) {
            throw new AssertionError(message);
        }
        return folder.resolve(row.group(1)).getParent();
    }

    /** What a shell says to a command. */
    String shell(String command) {
        try {
            Process shell =
                    new ProcessBuilder("sh", "-c", command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop, as a container's engine does: how it ended. */
    Ended stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not stop");
            }
            return new Ended(process.exitValue(), message, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
