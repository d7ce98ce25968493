package se.ehealthsdk.examples;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.siths.diagnosis.DiagnosisReport;
import se.ehealthsdk.siths.diagnosis.MutualTlsDiagnosis;

/**
 * Why mutual TLS fails, on the command line. Prints what it finds; ends with 0 when all is well, 1 when there is a
 * problem, 2 when it was called wrongly.
 *
 * <p>The password of the key is read from the environment variable {@code TLS_KEY_PASSWORD}, else asked for at the
 * terminal; never from the command line, which everybody on the machine can see.
 */
public final class DiagnoseTls {

    static final String PASSWORD = "TLS_KEY_PASSWORD";

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "DiagnoseTls --host HOST --trust ROOTS.pem [options]",
                    "  --port PORT          443 when left out",
                    "  --p12 FILE           the system's certificate and key as PKCS#12",
                    "  --pem FILE           the system's certificate chain as PEM, with its key in it",
                    "  --key FILE           the key as PEM, when it is not in the file of --pem",
                    "  --proxy HOST:PORT    the web proxy on the way out",
                    "  --timeout SECONDS    for everything; 20 when left out",
                    "The key's password: environment variable " + PASSWORD + ", or asked for.",
                    "Without --p12 and --pem only the server is looked at.",
                    "Ends with 0 when all is well, 1 when there is a problem, 2 when called wrongly.");

    private static final Set<String> OPTIONS =
            Set.of(
                    "--host",
                    "--port",
                    "--p12",
                    "--pem",
                    "--key",
                    "--trust",
                    "--proxy",
                    "--timeout");

    /** Gives the password when it is needed; null when there is none to be had. */
    @FunctionalInterface
    interface PasswordSource {
        char @Nullable [] password(String file);
    }

    private DiagnoseTls() {}

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, DiagnoseTls::password, System.out, System.err));
    }

    static int run(String[] arguments, PasswordSource passwords, PrintStream out, PrintStream err) {
        return CommandLine.run(
                USAGE,
                err,
                () -> {
                    DiagnosisReport report = diagnosis(options(arguments), passwords).run();
                    out.println(report);
                    out.println(
                            report.ok() ? "No problem found." : problems(report.problems().size()));
                    return report.ok() ? 0 : 1;
                });
    }

    private static CommandLine options(String[] arguments) {
        CommandLine line = CommandLine.parse(arguments, OPTIONS, Set.of());
        if (!line.files().isEmpty()) {
            // Not repeated: it may be a password that somebody tried to give.
            throw new UsageException("There is an argument that is not understood");
        }
        return line;
    }

    private static String problems(int count) {
        return count == 1 ? "1 problem found." : count + " problems found.";
    }

    private static MutualTlsDiagnosis diagnosis(CommandLine options, PasswordSource passwords) {
        MutualTlsDiagnosis.Builder builder =
                MutualTlsDiagnosis.builder()
                        .endpoint(options.required("--host"), options.number("--port", 443))
                        .trust(TrustAnchors.pem(Path.of(options.required("--trust"))))
                        .timeout(Duration.ofSeconds(options.number("--timeout", 20)));
        options.value("--proxy").map(DiagnoseTls::proxy).ifPresent(builder::proxy);
        credential(options, passwords).ifPresent(builder::credential);
        return builder.build();
    }

    private static Optional<Credential> credential(CommandLine options, PasswordSource passwords) {
        String p12 = options.values().get("--p12");
        String pem = options.values().get("--pem");
        if (p12 != null && pem != null) {
            throw new UsageException("Give --p12 or --pem, not both");
        }
        if (p12 != null) {
            return Optional.of(Credential.pkcs12(Path.of(p12), required(passwords, p12)));
        }
        if (pem != null) {
            Path chain = Path.of(pem);
            Path key = Path.of(options.value("--key").orElse(pem));
            return Optional.of(
                    encrypted(key)
                            ? Credential.pem(chain, key, required(passwords, key.toString()))
                            : Credential.pem(chain, key));
        }
        return Optional.empty();
    }

    private static char[] required(PasswordSource passwords, String file) {
        char[] password = passwords.password(file);
        if (password == null) {
            throw new UsageException(
                    "There is no terminal to ask for the password: set " + PASSWORD);
        }
        return password;
    }

    private static boolean encrypted(Path key) {
        try {
            return Files.readString(key, StandardCharsets.ISO_8859_1)
                    .contains("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        } catch (IOException unreadable) {
            // the diagnosis says so, with a remedy
            return false;
        }
    }

    private static HttpProxy proxy(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new UsageException("--proxy is not HOST:PORT");
        }
        return HttpProxy.of(
                text.substring(0, colon), CommandLine.number("--proxy", text.substring(colon + 1)));
    }

    private static char @Nullable [] password(String file) {
        String variable = System.getenv(PASSWORD);
        if (variable != null) {
            return variable.toCharArray();
        }
        Console console = System.console();
        return console == null ? null : console.readPassword("Password of %s: ", file);
    }
}
