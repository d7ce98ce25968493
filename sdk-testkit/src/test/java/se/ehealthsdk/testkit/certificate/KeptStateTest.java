package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.Consents;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.data.DataForm;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.http.Connection;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.state.StateKeeper;

class KeptStateTest {

    @TempDir Path folder;

    private Path log() {
        return folder.resolve("calls.log");
    }

    private NationalServices services() {
        return services(folder);
    }

    private static NationalServices services(Path folder) {
        NationalServices services = NationalServices.builder().state(folder).start();
        services.certificates().rules(CertificateRules.NONE);
        StateKeeper.of(services).attach("api", api(services));
        try {
            services.restore();
            return services;
        } catch (ConfigurationException damaged) {
            services.close();
            throw damaged;
        }
    }

    /** As an Admin API is, in short. */
    private static Function<HttpCall, HttpReply> api(NationalServices services) {
        return call -> {
            String body = new String(call.body(), StandardCharsets.UTF_8);
            switch (call.path()) {
                case "/api/people" -> services.hsa().add(DataForm.readPerson(body));
                case "/api/clock" -> services.clock().advance(Duration.parse(body));
                case "/api/clock/stop" -> services.clock().stop();
                case "/api/faults" -> services.faults().next(Fault.vp("VP009"));
                case "/api/deliver" -> {
                    services.certificates()
                            .statusUpdates()
                            .deliverTo(URI.create("https://localhost:1/none"));
                    services.certificates().statusUpdates().deliver();
                }
                default -> throw new IllegalArgumentException(call.path());
            }
            return HttpReply.empty(204);
        };
    }

    private static HttpReply tell(NationalServices services, String path, String body) {
        return StateKeeper.of(services)
                .change(
                        "api",
                        new HttpCall(
                                "POST",
                                path,
                                Map.of("content-type", "application/json"),
                                body.getBytes(StandardCharsets.UTF_8),
                                false,
                                Optional.empty(),
                                new Connection()),
                        api(services));
    }

    private static String person() {
        return """
               {"name": "NEW", "personId": "189001069807", "givenName": "Å \\" <b>", "surname": "Ny",
                "posts": [{"hsaId": "TEST-NEW", "commissions": [{"hsaId": "TSTNMT2321000156-VMU1"}]}]}
               """;
    }

    /** All that a tester can see of the services, in words. */
    private static List<String> seen(NationalServices services) {
        List<String> all = new ArrayList<>();
        services.certificates().stored().forEach(each -> all.add(each + " " + each.xml()));
        services.certificates().stored().stream()
                .flatMap(each -> services.certificates().messages(each.id()).stream())
                .forEach(each -> all.add(each.id() + " " + each.text()));
        services.certificates().statusUpdates().events().forEach(each -> all.add(each.toString()));
        services.certificates()
                .statusUpdates()
                .pending()
                .forEach(each -> all.add(each.event() + " " + each.attempts()));
        services.certificates()
                .recipient("FKASSA")
                .received()
                .forEach(each -> all.add(each + each.xml()));
        services.accessControl().consents().forEach(each -> all.add(each.toString()));
        services.logService()
                .storedBy(HsaId.of("TSTNMT2321000156-VG01"))
                .forEach(each -> all.add(each.toString()));
        services.hsa().personas().forEach(each -> all.add(DataForm.write(each).toString()));
        all.add(services.clock().ahead().truncatedTo(ChronoUnit.MILLIS) + "");
        all.add(services.clock().stopped() + " " + services.faults().pending());
        return all;
    }

    private static AccessRecord record() {
        return AccessRecord.reading(PersonId.parse(PATIENT))
                .by(user())
                .in(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                .resource(ResourceType.CERTIFICATE)
                .clock(Clock.systemUTC())
                .build();
    }

    private static ActingUser user() {
        try (NationalServices hsa = NationalServices.start();
                RivtaClient client = hsa.client()) {
            return HsaClient.on(client)
                    .credentials(Persona.NURSE_BERG.hsaId())
                    .flatMap(all -> all.actingIn(HsaId.of("TSTNMT2321000156-VMU1")))
                    .orElseThrow();
        }
    }

    @Test
    void restart_afterJourneys_allIsAsBefore() throws Exception {
        List<String> before;
        long calls;
        try (NationalServices services = services();
                RivtaClient platform = services.client();
                Calls care = new Calls(services)) {
            care.createDraft("LISJP", PATIENT, DOCTOR, "<ref>journal-7</ref>");
            care.register("C-1");
            tell(services, "/api/clock", "PT36H");
            care.send("C-1");
            care.message("M-1", "C-1", "KONTKT", "");
            care.register("C-2", "LISJP", "1.3", Calls.OTHER_PATIENT);
            care.revoke("C-2");
            care.list(PATIENT);
            Consents.on(platform)
                    .register(
                            ConsentRegistration.forUnitOf(
                                    user(), PersonId.parse(PATIENT), Instant.now()));
            platform.call(
                    LogContracts.STORE_LOG_2,
                    NationalServices.LOGICAL_ADDRESS,
                    new StoreLog(List.of(record())));
            tell(services, "/api/people", person());
            tell(services, "/api/deliver", "");
            tell(services, "/api/clock/stop", "");
            care.register("C-3");
            tell(services, "/api/faults", "");
            before = seen(services);
            calls = services.state().orElseThrow().calls();
        }
        assertThat(calls).isEqualTo(14);

        try (NationalServices services = services()) {
            assertThat(seen(services)).isEqualTo(before);
            assertThat(services.state().orElseThrow().calls()).isEqualTo(calls);
        }
        try (NationalServices services = services();
                Calls care = new Calls(services)) {
            assertThat(seen(services)).isEqualTo(before);
            assertThatThrownBy(() -> care.register("C-4")).hasMessageContaining("VP009");
            assertThat(care.register("C-5")).isEqualTo("OK");
        }
        try (NationalServices services = services()) {
            assertThat(services.certificates().stored("C-5")).isPresent();
            assertThat(services.faults().pending()).isZero();
        }
    }

    @Test
    void restart_sameSeed_makesNoIdTwice() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (NationalServices services =
                            NationalServices.builder().seed(7).state(folder).start();
                    Calls care = new Calls(services)) {
                services.restore();
                care.createDraft("LISJP", PATIENT, DOCTOR, "");
                drafts =
                        services.certificates().stored().stream()
                                .map(StoredCertificate::id)
                                .toList();
            }
        }
        assertThat(drafts).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void reading_isNotKept() {
        try (NationalServices services = services();
                RivtaClient platform = services.client()) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());

            assertThat(services.state().orElseThrow().calls()).isZero();
        }
    }

    @Test
    void reset_emptiesTheFolder() {
        try (NationalServices services = services();
                Calls care = new Calls(services)) {
            care.register("C-1");
            services.reset();
            services.certificates().rules(CertificateRules.NONE);
            care.register("C-2");
        }
        try (NationalServices services = services()) {
            assertThat(services.certificates().stored())
                    .extracting(StoredCertificate::id)
                    .containsExactly("C-2");
        }
    }

    @Test
    void change_beforeRestore_isPutOff() {
        try (NationalServices services = NationalServices.builder().state(folder).start()) {
            assertThat(tell(services, "/api/clock", "PT1H").status()).isEqualTo(503);
            assertThat(services.clock().ahead()).isZero();
        }
    }

    @Test
    void start_folderInUse_saysSo() {
        try (NationalServices services = services()) {
            assertThat(services.state()).isPresent();
            assertThatThrownBy(() -> NationalServices.builder().state(folder).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void start_folderThatIsAFile_saysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> NationalServices.builder().state(file).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be used");
    }

    private void threeCertificates() {
        try (NationalServices services = services();
                Calls care = new Calls(services)) {
            care.register("C-1");
            care.register("C-2");
            care.register("C-3");
        }
    }

    @Test
    void start_lastLineCut_dropsItAndSaysSo() throws Exception {
        threeCertificates();
        for (long cut : new long[] {1, 200}) {
            try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
                file.setLength(file.length() - cut);
            }
            try (NationalServices services = services();
                    Calls care = new Calls(services)) {
                assertThat(services.certificates().stored()).hasSize(2);
                assertThat(services.state().orElseThrow().notice().orElseThrow())
                        .contains("calls.log", "dropped");
                care.register("C-3");
            }
            try (NationalServices services = services()) {
                assertThat(services.certificates().stored()).hasSize(3);
                assertThat(services.state().orElseThrow().notice()).isEmpty();
            }
        }
    }

    @Test
    void start_damagedLine_namesFileAndLineAndDoesNotStart() throws Exception {
        threeCertificates();
        List<String> lines = Files.readAllLines(log());
        for (int i : new int[] {0, 1, lines.size() - 2}) {
            List<String> damaged = new ArrayList<>(lines);
            damaged.set(i, lines.get(i).replaceFirst("\"", "'"));
            Files.write(log(), damaged);

            assertThatThrownBy(this::services)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("calls.log, line " + (i + 1))
                    .hasMessageNotContaining(PATIENT);
        }
    }

    @Test
    void start_lineTakenAway_isNoticed() throws Exception {
        threeCertificates();
        List<String> lines = new ArrayList<>(Files.readAllLines(log()));
        lines.remove(lines.size() - 2);
        Files.write(log(), lines);

        assertThatThrownBy(this::services)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not call number");
    }

    @Test
    void start_fileOfAnotherKind_isNotTouched() throws Exception {
        Files.writeString(log(), "my diary\nday one\n");

        assertThatThrownBy(this::services).isInstanceOf(ConfigurationException.class);
        assertThat(Files.readString(log())).isEqualTo("my diary\nday one\n");
    }

    // ---- killed, and without room ----

    /** Registers certificates until it is killed or refused, and says which have been acknowledged. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            NationalServices services = services(Path.of(arguments[0]));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "K-" + arguments[1] + "-" + i + "-";
                Thread thread = new Thread(() -> register(services, name));
                thread.start();
                threads.add(thread);
            }
            for (Thread each : threads) {
                each.join();
            }
            services.close();
        }

        private static void register(NationalServices services, String name) {
            try (Calls care = new Calls(services)) {
                for (int n = 0; say(care.register(name + n) + " " + name + n); n++) {
                    // until refused
                }
            } catch (EHealthException refused) {
                say("REFUSED");
            }
        }

        private static synchronized boolean say(String line) {
            System.out.println(line);
            System.out.flush();
            return true;
        }
    }

    /** The lines that a child says, until it ends by itself or is killed after so many. */
    private List<String> child(String round, int fileLimitKib, int killAfter) throws Exception {
        Process child =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "ulimit -f " + fileLimitKib + "; exec \"$@\"",
                                "bash",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                folder.toString(),
                                round)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == killAfter) {
                    // the process's own way would close the stream with lines in it
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return said;
    }

    private List<String> stored() {
        try (NationalServices services = services()) {
            return services.certificates().stored().stream().map(StoredCertificate::id).toList();
        }
    }

    @Test
    void killed_inTheMiddleOfLoad_whatWasAcknowledgedIsThere() throws Exception {
        List<String> said = new ArrayList<>(child("1", 1 << 20, 40));
        said.addAll(child("2", 1 << 20, 40));

        assertThat(said).hasSizeGreaterThanOrEqualTo(80).allMatch(each -> each.startsWith("OK K-"));
        assertThat(stored()).containsAll(said.stream().map(each -> each.substring(3)).toList());
    }

    @Test
    void diskFull_callsAreRefusedAndNothingElseIsLost() throws Exception {
        List<String> said = child("1", 200, Integer.MAX_VALUE);

        assertThat(said).contains("REFUSED").hasSizeGreaterThan(20);
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        said.stream()
                                .filter(each -> each.startsWith("OK "))
                                .map(each -> each.substring(3))
                                .toList());
    }
}
