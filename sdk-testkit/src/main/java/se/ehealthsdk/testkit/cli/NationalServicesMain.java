package se.ehealthsdk.testkit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Starts the stand-in national services from a command line.
 *
 * <pre>{@code
 * java -jar national-services.jar --help
 * }</pre>
 *
 * <p>Exit code 0: stopped as asked, or a scenario that was run to its end and held. 1: a scenario that did not hold, or a
 * defect of this program, whose stack trace is on stderr. 2: something that the user can put right, in a sentence on stderr.
 */
public final class NationalServicesMain {

    private NationalServicesMain() {}

    /**
     * Runs until it is stopped, by SIGTERM or Ctrl-C, and ends the JVM.
     *
     * @param arguments options; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::ofProcess, "stop"));
        // UTF-8 whatever the machine's language is: the names of people are Swedish
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = run(arguments, System.getenv(), stop, out, err);
        stop.done(code);
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** The same, in this JVM: the exit code. */
    static int run(
            String[] arguments,
            Map<String, String> environment,
            Stop stop,
            PrintStream out,
            PrintStream err) {
        ServeCommand serve = new ServeCommand(stop, out, err);
        CommandLine command = new CommandLine(serve);
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        command.setDefaultValueProvider(variables);
        CommandSpec spec = command.getCommandSpec();
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.setUsageHelpAutoWidth(false);
        command.setUsageHelpWidth(100);
        Complaints complaints = new Complaints(err, variables);
        command.setParameterExceptionHandler(complaints::ofInput);
        command.setExecutionExceptionHandler(complaints::ofRun);
        variables.unknown(spec).forEach(complaints::unusedVariable);
        return command.execute(arguments);
    }
}
