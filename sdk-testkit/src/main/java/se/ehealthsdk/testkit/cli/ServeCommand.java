package se.ehealthsdk.testkit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.report.Report;
import se.ehealthsdk.testkit.scenario.RunState;
import se.ehealthsdk.testkit.scenario.Scenario;
import se.ehealthsdk.testkit.scenario.ScenarioRun;
import se.ehealthsdk.testkit.scenario.Scenarios;
import se.ehealthsdk.testpki.TestPki;

/** The options, and what they start. */
@Command(
        name = "national-services",
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = CheckProducerCommand.class,
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands%n",
        usageHelpWidth = 100,
        header =
                "Stand-ins for the Swedish national eHealth services, for tests on your own machine.%n",
        description = {
            "",
            "HSA, the log service, Intygstjänster, person data, care plans, blocks and consents behind one"
                    + " HTTPS port with mutual TLS, as on the national platform; an identity provider, a"
                    + " signing service, HSA over LDAP, and a console for your browser.",
            "",
            "What it says when it has started is all you need: addresses, certificates, test persons and"
                    + " a command to paste. Ctrl-C stops it.",
            ""
        },
        optionListHeading = "%nOptions%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  java -jar national-services.jar",
            "      Everything on this machine alone, with fixed ports.",
            "  java -jar national-services.jar --data my-people --state kept",
            "      Your own people and units; what happens is kept until the next start.",
            "  java -jar national-services.jar --mode lenient --contracts ../contracts",
            "      Every message is judged by the official schemas in that folder, and taken all the same.",
            "  java -jar national-services.jar --port 0 --scenario outage.yaml --report target/report",
            "      In CI: runs a scenario, writes JUnit XML and HTML, and ends with 0 or 1.",
            "",
            "Every option is an environment variable too: --idp-port is NATIONAL_SERVICES_IDP_PORT. What is"
                    + " on the command line goes before it.",
            "",
            "Exit codes: 0 stopped as asked, or a scenario that held; 1 a scenario that did not hold, or a"
                    + " defect of this program; 2 something you can put right, said in a sentence on stderr."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8443",
            description =
                    "The platform: HTTPS, client certificate required. Default 8443; 0 for any free one, here"
                            + " and below.")
    int port;

    @Option(
            names = "--idp-port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8444",
            description = "The identity provider (OpenID Connect). Default 8444.")
    int idpPort;

    @Option(
            names = "--signing-port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8445",
            description = "The signing service. Default 8445.")
    int signingPort;

    @Option(
            names = "--console-port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8480",
            description = "The console and its API, plain HTTP. Default 8480.")
    int consolePort;

    @Option(
            names = "--directory-port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8636",
            description = "HSA over LDAPS. Default 8636.")
    int directoryPort;

    @Option(
            names = "--starttls-port",
            paramLabel = "N",
            converter = Converters.PortConverter.class,
            defaultValue = "8389",
            description = "HSA over LDAP with StartTLS. Default 8389.")
    int startTlsPort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Where all but the console listen. Default 127.0.0.1, this machine alone; 0.0.0.0 lets other"
                            + " machines in.")
    String bind = "127.0.0.1";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description =
                    "The name that others call this machine by, for addresses and the server's certificate."
                            + " Default localhost.")
    String host = "localhost";

    @Option(
            names = "--console-bind",
            paramLabel = "ADDRESS",
            description =
                    "Lets other machines reach the console, with --console-password alone. Without it the"
                            + " console listens on this machine only.")
    @Nullable String consoleBind;

    @Option(
            names = "--console-password",
            paramLabel = "PASSWORD",
            description =
                    "What the console asks for. Better given as NATIONAL_SERVICES_CONSOLE_PASSWORD, since others"
                            + " on the machine can see command lines.")
    @Nullable String consolePassword;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Your own people, units, commissions and patients (YAML or JSON), in the place of those that"
                            + " come with this.")
    @Nullable Path data;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            description =
                    "The official WSDL and XSD files: every message is checked against them as well.")
    @Nullable Path contracts;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keeps what has happened until the next start. Without it every start is clean.")
    @Nullable Path state;

    @Option(
            names = "--pki",
            paramLabel = "DIR",
            description =
                    "Where the test certificates are, and are made the first time, so that what you have"
                            + " imported goes on working. Default: pki in --state, or else"
                            + " national-services-pki in the folder you stand in.")
    @Nullable Path pki;

    @Option(
            names = "--pki-password",
            paramLabel = "PASSWORD",
            defaultValue = TestPki.PASSWORD,
            description = "The password of all its .p12 files. Default " + TestPki.PASSWORD + ".")
    String pkiPassword = TestPki.PASSWORD;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "strict",
            converter = Converters.ModeConverter.class,
            description =
                    "strict answers wrong calls as the real services do; lenient takes what can be taken at all."
                            + " Both tell of what is wrong in the console. Default strict.")
    Strictness mode = Strictness.STRICT;

    @Option(
            names = "--scenario",
            paramLabel = "FILE|NAME",
            description =
                    "A scenario to start with: a file of yours, or the name of a built-in one.")
    @Nullable String scenario;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description =
                    "Scenario files of yours (.yaml, .yml, .json), to be started by name here or in the console.")
    @Nullable Path scenarios;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "For CI: runs the scenario to its end, writes JUnit XML and HTML there, and ends: 0 if it"
                            + " held, 1 if not.")
    @Nullable Path report;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The same ids at every start, when the same calls come in the same order.")
    @Nullable Long seed;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            converter = Converters.TimeConverter.class,
            description =
                    "What time it is at the start, as 2026-11-22T08:00:00Z, or 2026-11-22T09:00 for Swedish"
                            + " time. It goes on from there.")
    @Nullable Instant time;

    @Option(
            names = "--stop-clock",
            description =
                    "Time stands still until it is moved in the console. With --seed and --time: answers"
                            + " alike, to the letter.")
    boolean stopClock;

    @Option(
            names = "--language",
            paramLabel = "sv|en",
            defaultValue = "en",
            converter = Converters.LanguageConverter.class,
            description = "The language of the start message, the console and reports. Default en.")
    Language language = Language.ENGLISH;

    @Option(
            names = "--is-up",
            description =
                    "Starts nothing: tells whether one that was started with the same --port is up, by exit code"
                            + " 0 or 1. For a container's health check.")
    boolean isUp;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    boolean version;

    private static final int LOOK_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Stop stop;
    private final PrintStream out;
    private final PrintStream err;

    ServeCommand(Stop stop, PrintStream out, PrintStream err) {
        this.stop = stop;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (isUp) {
            return listens() ? 0 : 1;
        }
        if (report != null && scenario == null) {
            throw new ConfigurationException(
                    "--report is of a scenario, and there is none", "Give --scenario as well.");
        }
        requireDifferentPorts();
        CertificateFolder certificates = CertificateFolder.open(pkiFolder(), pkiPassword, host);
        try (Running running = new Running(this, certificates)) {
            stop.started();
            ScenarioRun run = scenario == null ? null : begin(running, scenario);
            out.println(new StartMessage(this, running, certificates).text());
            if (run != null && report != null) {
                return toItsEnd(run, report);
            }
            stop.await();
            err.println(
                    language.of(
                            "national-services: stannar ...", "national-services: stopping ..."));
        }
        err.println(language.of("national-services: stannade.", "national-services: stopped."));
        return 0;
    }

    /** A file if there is one of that name, otherwise a built-in one. */
    private static ScenarioRun begin(Running running, String scenario) {
        Path file = Path.of(scenario);
        Scenarios scenarios = running.services().scenarios();
        return Files.isRegularFile(file)
                ? scenarios.start(Scenario.read(file))
                : scenarios.start(scenario);
    }

    private int toItsEnd(ScenarioRun run, Path folder) throws InterruptedException {
        Folders.make("--report", folder);
        while (run.state() == RunState.RUNNING && !stop.await(LOOK_MILLIS)) {
            // the run ends by itself, at its time or when all is as expected
        }
        Report seen = run.stop();
        ReportFiles.write(seen, folder, language);
        boolean held = run.state() == RunState.PASSED;
        err.println(
                "national-services: the scenario "
                        + (held ? "held" : "did not hold")
                        + "; "
                        + folder.resolve("report.html")
                        + " tells more.");
        return held ? 0 : 1;
    }

    private boolean listens() {
        boolean anywhere = bind.equals("0.0.0.0") || bind.equals("::");
        try (Socket socket = new Socket()) {
            socket.connect(
                    anywhere
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                            : new InetSocketAddress(bind, port),
                    PATIENCE_MILLIS);
            return true;
        } catch (IOException down) {
            err.println("national-services: not up at port " + port + ".");
            return false;
        }
    }

    private void requireDifferentPorts() {
        Map<Integer, String> taken = new HashMap<>();
        ports().forEach(
                        (option, number) -> {
                            String other = number == 0 ? null : taken.put(number, option);
                            if (other != null) {
                                throw new ConfigurationException(
                                        other + " and " + option + " are both " + number,
                                        "Give each a port of its own, or 0 for any free one.");
                            }
                        });
    }

    private Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--port", port);
        ports.put("--idp-port", idpPort);
        ports.put("--signing-port", signingPort);
        ports.put("--console-port", consolePort);
        ports.put("--directory-port", directoryPort);
        ports.put("--starttls-port", startTlsPort);
        return ports;
    }

    private Path pkiFolder() {
        return Optional.ofNullable(pki)
                .or(
                        () ->
                                Optional.ofNullable(state)
                                        .map(folder -> Folders.make("--state", folder))
                                        .map(folder -> folder.resolve("pki")))
                .orElse(Path.of("national-services-pki"));
    }

    /** The time of the services: the machine's, or one that goes on from a chosen moment. */
    Clock clock() {
        Clock system = Clock.systemUTC();
        return time == null
                ? system
                : Clock.offset(system, Duration.between(system.instant(), time));
    }
}
