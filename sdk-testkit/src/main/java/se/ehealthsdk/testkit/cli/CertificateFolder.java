package se.ehealthsdk.testkit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.UnrecoverableKeyException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testpki.TestPki;

/** The test PKI as files, which the next start finds again. */
final class CertificateFolder {

    private static final String AUTHORITIES = "authorities.p12";

    private final Path folder;
    private final TestPki pki;

    private CertificateFolder(Path folder, TestPki pki) {
        this.folder = folder;
        this.pki = pki;
    }

    /**
     * Opens a folder, or fills it if there is no PKI in it.
     *
     * @throws ConfigurationException if it cannot be used, or the password is another than the one it was made with
     */
    static CertificateFolder open(Path folder, String password, String host) {
        Folders.make("--pki", folder);
        Path authorities = folder.resolve(AUTHORITIES);
        try {
            // by the real time, whatever the time of the services is: TLS libraries go by that
            TestPki pki = TestPki.keptIn(authorities, password.toCharArray(), Clock.systemUTC());
            pki.writeTo(folder, password, host);
            return new CertificateFolder(folder, pki);
        } catch (UncheckedIOException e) {
            Throwable problem = e.getCause();
            if (problem != null && problem.getCause() instanceof UnrecoverableKeyException) {
                throw new ConfigurationException(
                        "The password of the certificates in " + folder + " is wrong",
                        "Give the one they were made with as --pki-password, or remove the folder to have new"
                                + " ones made.",
                        e);
            }
            if (Files.exists(authorities) && !Files.isReadable(authorities)
                    || !Files.isWritable(folder)) {
                throw Folders.notWritable("--pki", folder, e);
            }
            throw new ConfigurationException(
                    "The certificates in " + folder + " cannot be read or written",
                    "Remove the folder to have new ones made, or name another with --pki.",
                    e);
        }
    }

    /** The PKI. */
    TestPki pki() {
        return pki;
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    /** The names of the files in it that others are for; not those with the keys of the authorities. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".pem") || name.endsWith(".p12"))
                    .filter(name -> !name.equals(AUTHORITIES))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Folders.notWritable("--pki", folder, e);
        }
    }

    /** A file in it. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file beside the certificates. */
    Path write(String name, String text) {
        try {
            return Files.writeString(file(name), text);
        } catch (IOException e) {
            throw Folders.notWritable("--pki", folder, e);
        }
    }
}
