package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.testpki.TestPki;

/**
 * A document of 10 MiB lies in memory twice at most: processes with a heap that has no room for a third copy. Run alone:
 * {@code mvn -pl sdk-discharge -am test -Dtest=CarePlanMemoryTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CarePlanMemoryTest {

    /** What a process takes without a document, TLS and the class path included: less than 12 MiB. */
    private static final int OWN = 12;

    private static final int DOCUMENT = 10;

    @TempDir Path folder;

    @Test
    void client_tenMegabytes_twoCopiesAreRoomEnough() throws Exception {
        byte[] document = TenMegabytes.document();
        assertThat(document).hasSize(DOCUMENT << 20);
        Path trust = Files.write(folder.resolve("trust.pem"), pem());
        Path key = folder.resolve("key.p12");
        KeyStore store =
                TestPki.shared().function("SE2321000016-TEST1").keyStore("unused".toCharArray());
        try (OutputStream out = Files.newOutputStream(key)) {
            store.store(out, "unused".toCharArray());
        }
        try (Services services = new Services(TenMegabytes.endpoint(DocumentBytes.of(document)))) {
            String printed =
                    run(
                            OWN + 2 * DOCUMENT,
                            "client",
                            services.url().toString(),
                            trust.toString(),
                            key.toString());

            assertThat(printed)
                    .isEqualTo(
                            TenMegabytes.checksum(new ByteArrayInputStream(document))
                                    + " "
                                    + Arrays.hashCode(document));
        }
    }

    @Test
    void producer_tenMegabytesInAFile_theEncodedAnswerIsTheOnlyCopy() throws Exception {
        Path document = Files.write(folder.resolve("plan.pdf"), TenMegabytes.document());

        // the encoded answer is 4/3 of the document
        assertThat(run(OWN + 14, "file", document.toString())).startsWith("200 ");
    }

    @Test
    void producer_tenMegabytesInMemory_theyAndTheEncodedAnswerAreTheOnlyCopies() throws Exception {
        Path document = Files.write(folder.resolve("plan.pdf"), TenMegabytes.document());

        assertThat(run(OWN + 14 + DOCUMENT, "memory", document.toString())).startsWith("200 ");
    }

    private static byte[] pem() throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Certificate root : TestPki.shared().trustedRoots()) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(root.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String run(int megabytes, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmn4m",
                                "-Xmx" + megabytes + "m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                TenMegabytes.class.getName()));
        command.addAll(List.of(arguments));
        // what it logs goes there too
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> printed + errorsIn(errors)).isZero();
        return printed.strip();
    }

    private static String errorsIn(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
