package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in services as a tester meets them who knows no Java: one jar, a command line, curl. */
class NationalServicesJarTest {

    private static final String PERSONA = "TSTNMT2321000156-1001";

    @TempDir Path folder;

    @Test
    void commandToPaste_isAnsweredWithThePersona_andSigtermEndsWellAtCodeZero() {
        try (ServicesJar jar = ServicesJar.start(folder)) {
            assertThat(jar.message())
                    .contains("Platform (SOAP)", "client_id", "client_secret", "HSA over LDAPS")
                    .contains("trusted-roots.pem", "function.p12", "password testpki")
                    .contains("DR_LINDGREN", PERSONA, "191212121212");
            assertThat(jar.shell(jar.command() + " -s -i"))
                    .startsWith("HTTP/1.1 200")
                    .contains("GetEmployeeResponse", PERSONA);

            ServicesJar.Ended ended = jar.stop();

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).contains("stopped.").doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void everyAddressOfTheMessage_answers() {
        try (ServicesJar jar = ServicesJar.start(folder)) {
            String curl =
                    "curl -sS -o /dev/null -w '%{http_code}' --cacert "
                            + jar.certificates().resolve("trusted-roots.pem")
                            + " --cert "
                            + jar.certificates().resolve("function.crt.pem")
                            + " --key "
                            + jar.certificates().resolve("function.key.pem")
                            + " ";
            assertThat(
                            jar.shell(
                                    curl
                                            + jar.url("Log-in (OIDC)")
                                            + "/.well-known/openid-configuration"))
                    .isEqualTo("200");
            assertThat(jar.shell(curl + jar.url("HSA's file of units"))).isEqualTo("200");
            assertThat(jar.shell(curl + jar.url("Signing").resolve("/metadata"))).isEqualTo("200");
            assertThat(jar.shell(curl + "-X POST " + jar.url("Discharge (region)")))
                    .matches("4\\d\\d");
            // curl knows LDAP, but not everywhere: that a TLS handshake comes through says enough
            assertThat(
                            jar.shell(
                                    "curl -sS -v --cacert "
                                            + jar.certificates().resolve("trusted-roots.pem")
                                            + " "
                                            + jar.url("HSA over LDAPS")
                                                    .toString()
                                                    .replace("ldaps:", "https:")
                                            + " -m 5 2>&1"))
                    .contains("SSL certificate verify ok");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1                        | There is no option --prot.",
                "--port abc                      | --port: abc is no port, 0 to 65535.",
                "--port 65536                    | --port: 65536 is no port, 0 to 65535.",
                "--idp-port 8443 --port 8443     | --port and --idp-port are both 8443.",
                "--bind no-such-host.invalid     | --bind: there is no address no-such-host.invalid.",
                "--mode often                    | --mode: often is not strict or lenient.",
                "--language fi                   | --language: fi is not sv or en.",
                "--time yesterday                | --time: yesterday is no time",
                "--seed much                     | --seed",
                "--pki a-file                    | --pki: a-file is a file.",
                "--pki a-file/below              | --pki: nothing can be written to a-file/below.",
                "--data missing                  | --data: there is no folder missing.",
                "--data a-file                   | --data: a-file is a file.",
                "--contracts missing             | --contracts: there is no folder missing.",
                "--contracts a-file              | --contracts: a-file is a file.",
                "--state a-file                  | --state: a-file is a file.",
            })
    void badInput_isASentenceOnStderr_andCodeTwo(String options, String sentence)
            throws IOException {
        Files.writeString(folder.resolve("a-file"), "");

        ServicesJar.Ended ended = ServicesJar.run(folder, Map.of(), options.strip().split(" +"));

        assertThat(ended.err()).startsWith("national-services: " + sentence);
        assertThat(ended.err()).doesNotContain("\tat ", "Exception");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void busyPort_isASentenceThatNamesIt_andCodeTwo() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(busy.getLocalPort());

            ServicesJar.Ended ended = ServicesJar.run(folder, Map.of(), "--port", port);

            assertThat(ended.err())
                    .startsWith("national-services: --port: ")
                    .contains(port, "Choose another port");
            assertThat(ended.err()).doesNotContain("\tat ", "Exception");
            assertThat(ended.code()).isEqualTo(2);
        }
    }

    @Test
    void environmentVariable_isAnOption_andIsNamedWhenItIsWrong() {
        ServicesJar.Ended ended =
                ServicesJar.run(folder, Map.of("NATIONAL_SERVICES_IDP_PORT", "many"));

        assertThat(ended.err())
                .contains("--idp-port: many is no port", "NATIONAL_SERVICES_IDP_PORT");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void help_namesEveryOption_andItsVariableRule() {
        ServicesJar.Ended ended = ServicesJar.run(folder, Map.of(), "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("--port", "--data", "--state", "--scenario", "--console-password")
                .contains("Examples", "NATIONAL_SERVICES_IDP_PORT", "Exit codes");
    }

    @Test
    void nextStart_trustsTheCertificatesOfTheFirst_andRefusesAnotherPassword() throws IOException {
        String before;
        try (ServicesJar jar = ServicesJar.start(folder)) {
            before = Files.readString(jar.certificates().resolve("trusted-roots.pem"));
            Files.copy(jar.certificates().resolve("function.crt.pem"), folder.resolve("old.crt"));
            Files.copy(jar.certificates().resolve("function.key.pem"), folder.resolve("old.key"));
        }
        try (ServicesJar jar = ServicesJar.start(folder)) {
            assertThat(Files.readString(jar.certificates().resolve("trusted-roots.pem")))
                    .isEqualTo(before);
            String withOld =
                    jar.command()
                            .replaceAll("--cert \\S+", "--cert old.crt")
                            .replaceAll("--key \\S+", "--key old.key");
            assertThat(jar.shell(withOld + " -s")).contains(PERSONA);
        }

        ServicesJar.Ended ended = ServicesJar.run(folder, Map.of(), "--pki-password", "another");

        assertThat(ended.err()).contains("The password of the certificates", "is wrong");
        assertThat(ended.err()).doesNotContain("another", "\tat ");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void sameSeedAndTime_answersAreAlikeToTheLetter() {
        String first = seeded("7");
        String again = seeded("7");
        String other = seeded("8");

        assertThat(first).contains(PERSONA).contains("x-skltp-correlation-id");
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private String seeded(String seed) {
        try (ServicesJar jar =
                ServicesJar.start(
                        folder, "--seed", seed, "--time", "2026-11-22T08:00:00Z", "--stop-clock")) {
            String answers = jar.shell(jar.command() + " -s -i");
            // what the platform took to ask the producer is real time
            return answers.replaceAll("(?i)(x-skltp-prt: )\\d+", "$1");
        }
    }

    @Test
    void jar_namesTheLicenceOfEachLibraryInIt() throws IOException {
        Path bom = Path.of("..", "sdk-testkit", "target", "bom.json");
        assumeThat(bom).as("made by mvn package unless -Dcyclonedx.skip").exists();
        String notInside = "junit|opentest4j|apiguardian|assertj|sqlite-jdbc|se\\.ehealthsdk";
        try (JarFile jar = new JarFile(ServicesJar.jar().toFile())) {
            String said =
                    new String(
                            jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            TreeSet<String> libraries = new TreeSet<>();
            Matcher each =
                    Pattern.compile("\"purl\" : \"pkg:maven/([^@]+)@")
                            .matcher(Files.readString(bom));
            while (each.find()) {
                libraries.add(each.group(1).replace('/', ':'));
            }
            libraries.removeIf(name -> Pattern.compile(notInside).matcher(name).find());
            assertThat(libraries).hasSizeGreaterThan(10);
            assertThat(libraries).allSatisfy(name -> assertThat(said).contains(name));
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("META-INF/LICENSE-national-services.txt")
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
                    .noneMatch(name -> name.endsWith("module-info.class"));
        }
    }
}
