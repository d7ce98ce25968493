package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.HOSPITAL;
import static se.ehealthsdk.discharge.exchange.Systems.MUNICIPALITY;
import static se.ehealthsdk.discharge.exchange.Systems.WARD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Two processes that exchange over TLS while one or the other is killed at moments that nobody chose. */
class TwoProcessesTest {

    private static final int EVENTS = 100;
    private static final int KILLS = 3;

    @TempDir Path folder;

    private final int hospitalPort = Systems.freePort();
    private final int municipalPort = Systems.freePort();
    private final Map<HsaId, Process> running = new HashMap<>();

    @AfterEach
    void end() {
        running.values().forEach(Process::destroyForcibly);
    }

    @Test
    void killedAgainAndAgain_nothingIsLostNorDoubledAndEachCaseIsInOrder() throws Exception {
        prepare(HOSPITAL);
        prepare(MUNICIPALITY);
        start(HOSPITAL);
        start(MUNICIPALITY);
        Random random = new Random(20260306);
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = kill * EVENTS / (KILLS + 2);
            awaitReceived(enough);
            HsaId victim = random.nextBoolean() ? HOSPITAL : MUNICIPALITY;
            // a moment that nobody chose; nothing is asserted about it
            running.get(victim).waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
            running.get(victim).destroyForcibly().waitFor();
            start(victim);
        }
        awaitReceived(EVENTS);
        inOrder(received(HOSPITAL), AID);
        inOrder(received(MUNICIPALITY), WARD);
    }

    /** Waits until both have received so many. A machine that does much else may need long. */
    private void awaitReceived(int enough) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (received(HOSPITAL).size() < enough || received(MUNICIPALITY).size() < enough) {
            assertThat(System.nanoTime()).as("90 s have passed").isLessThan(until);
            running.get(HOSPITAL).waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** All of them, each once, and in each case with rising numbers. */
    private static void inOrder(List<String[]> received, HsaId sender) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            expected.add(sender.value() + "-" + i);
        }
        assertThat(received)
                .extracting(row -> row[0])
                .containsExactlyInAnyOrderElementsOf(expected);
        Map<String, Integer> last = new HashMap<>();
        for (String[] row : received) {
            int number = Integer.parseInt(row[0].substring(row[0].lastIndexOf('-') + 1));
            Integer before = last.put(row[1], number);
            assertThat(before == null ? -1 : before).as(row[1]).isLessThan(number);
        }
    }

    private Path home(HsaId system) {
        return folder.resolve(system.value());
    }

    private void prepare(HsaId system) throws IOException {
        Path home = Files.createDirectories(home(system));
        IssuedCertificate issued =
                TestPki.shared().functionBuilder(system.value()).dnsName("localhost").issue();
        Path file = issued.writePkcs12(home, "secret".toCharArray());
        Files.move(file, home.resolve("own.p12"));
        StringBuilder pem = new StringBuilder();
        for (X509Certificate root : TestPki.shared().trustedRoots()) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(root.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (java.security.cert.CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        Files.writeString(home.resolve("roots.pem"), pem);
    }

    private void start(HsaId system) throws IOException {
        boolean hospital = system.equals(HOSPITAL);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SystemProcess.class.getName(),
                                home(system).toString(),
                                system.value(),
                                (hospital ? WARD : AID).value(),
                                String.valueOf(hospital ? hospitalPort : municipalPort),
                                (hospital ? MUNICIPALITY : HOSPITAL).value(),
                                (hospital ? AID : WARD).value(),
                                String.valueOf(hospital ? municipalPort : hospitalPort),
                                String.valueOf(EVENTS),
                                "5")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        home(system).resolve("log").toFile()))
                        .start();
        running.put(system, process);
    }

    /** Message and case of what a system has received, in the order in which it came. */
    private List<String[]> received(HsaId system) {
        List<String[]> all = new ArrayList<>();
        Path file = home(system).resolve("exchange.db");
        if (!Files.exists(file)) {
            return all;
        }
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT message, case_id FROM received ORDER BY place")) {
                while (rows.next()) {
                    all.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
        } catch (SQLException e) {
            // no table before the first message
            assertThat((Throwable) e).hasMessageContaining("no such table");
        }
        return all;
    }
}
