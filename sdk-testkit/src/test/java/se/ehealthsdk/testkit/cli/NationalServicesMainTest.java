package se.ehealthsdk.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line is told, and says; runs that end by themselves. */
class NationalServicesMainTest {

    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void makeFile() throws IOException {
        Files.writeString(folder.resolve("a-file"), "");
    }

    private static Ended run(Map<String, String> environment, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                NationalServicesMain.run(
                        options,
                        environment,
                        new Stop(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** On free ports, with certificates in the test's folder. */
    private Ended start(String... options) {
        List<String> all = new ArrayList<>();
        for (String each :
                List.of("port", "idp-port", "signing-port", "console-port", "directory-port")) {
            all.addAll(List.of("--" + each, "0"));
        }
        all.addAll(List.of("--starttls-port", "0", "--pki", folder.resolve("pki").toString()));
        all.addAll(Arrays.asList(options));
        return run(Map.of(), all.toArray(String[]::new));
    }

    private String[] here(String options) {
        return options.strip().replace("HERE", folder.toString()).split(" +");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1                        | There is no option --prot.",
                "--port abc                      | --port: abc is no port, 0 to 65535.",
                "--port 65536                    | --port: 65536 is no port, 0 to 65535.",
                "--idp-port 8443 --port 8443     | --port and --idp-port are both 8443.",
                "--mode often                    | --mode: often is not strict or lenient.",
                "--language fi                   | --language: fi is not sv or en.",
                "--time yesterday                | --time: yesterday is no time",
                "--seed much                     | --seed",
                "--report HERE                   | --report is of a scenario, and there is none.",
                "--pki HERE/a-file               | --pki: HERE/a-file is a file.",
                "--pki HERE/a-file/below         | --pki: nothing can be written to HERE/a-file/below.",
                "check-producer                  | ",
                "check-producer x --url https://localhost:1 | x is no contract that can be checked.",
                "check-producer care-plans --url https://localhost:1 --pki HERE/x | --pki: there is no folder HERE/x.",
            })
    void badInput_isASentence_andCodeTwo(String options, String sentence) {
        Ended ended = run(Map.of(), here(options));

        assertSentence(ended, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bind no-such-host.invalid     | --bind: there is no address no-such-host.invalid.",
                "--data HERE/missing             | --data: there is no folder HERE/missing.",
                "--data HERE/a-file              | --data: HERE/a-file is a file.",
                "--contracts HERE/missing        | --contracts: there is no folder HERE/missing.",
                "--contracts HERE/a-file         | --contracts: HERE/a-file is a file.",
                "--scenarios HERE/missing        | --scenarios: there is no folder HERE/missing.",
                "--state HERE/a-file             | --state: HERE/a-file is a file.",
                "--console-bind 0.0.0.0          | --console-bind lets other machines reach the console, and there is no password.",
                "--console-bind 0.0.0.0 --console-password short | --console-password is too short.",
                "--console-password long-enough-as-it-is | --console-password is for a console",
                "--scenario no-such-scenario     | ",
                "--scenario HERE/a-file          | ",
            })
    void badInputThatIsMetAtTheStart_isASentence_andCodeTwo(String options, String sentence) {
        assertSentence(start(here(options)), sentence);
    }

    private void assertSentence(Ended ended, String sentence) {
        String expected = sentence == null ? "" : sentence.replace("HERE", folder.toString());
        assertThat(ended.err()).startsWith("national-services: " + expected);
        assertThat(ended.err()).doesNotContain("\tat ", "Exception", "a defect");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void busyPort_isASentenceThatNamesIt() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(busy.getLocalPort());

            Ended ended = start("--port", port);

            assertSentence(ended, "--port: ");
            assertThat(ended.err()).contains(port, "Choose another port");
        }
    }

    @Test
    void environmentVariable_isAnOption_andIsNamedWhenItIsWrong() {
        Ended ended = run(Map.of("NATIONAL_SERVICES_IDP_PORT", "many"));

        assertSentence(ended, "--idp-port: many is no port");
        assertThat(ended.err()).contains("NATIONAL_SERVICES_IDP_PORT");
    }

    @Test
    void help_namesEveryOption_andTheCommand() {
        assertThat(run(Map.of(), "--help").out())
                .contains("--port", "--data", "--state", "--scenarios", "--console-password")
                .contains("Examples", "NATIONAL_SERVICES_IDP_PORT", "Exit codes", "check-producer");
        assertThat(run(Map.of(), "check-producer", "--help").out())
                .contains("status-updates", "care-plans", "--url", "Exit codes");
    }

    @Test
    void scenarioThatDoesNotHold_isCodeOne_andTheReportTells() throws IOException {
        Path scenario = folder.resolve("nobody-calls.yaml");
        Files.writeString(
                scenario,
                """
                name: nobody-calls
                description: {sv: "Ingen ringer.", en: "Nobody calls."}
                duration: PT0.2S
                expect:
                  - calls: {contract: StoreLog, at-least: 1}
                """);
        Path report = folder.resolve("report");

        Ended ended =
                start("--scenario", scenario.toString(), "--report", report.toString());

        assertThat(ended.err()).contains("the scenario did not hold");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(report.resolve("report.xml")).content().contains("<failure");
        assertThat(report.resolve("report.html")).content().contains("<html");
    }
}
