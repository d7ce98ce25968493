package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.siths.validation.CertificateValidator;

/**
 * Whether the signatures on certificates (intyg) hold, on the command line. Ends with 0 when all do, 1 when one does
 * not, 2 when one cannot be read or the command was called wrongly.
 */
public final class VerifySignature {

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "VerifySignature (--trust ROOTS.pem | --anyone) [options] DOCUMENT...",
                    "  --trust FILE            the roots of those who may sign",
                    "  --intermediates FILE    the authorities between; a signature carries its signer alone",
                    "  --stated-time           judge the signer as of the signing time in the document",
                    "  --no-revocation         revocation is not checked",
                    "  --anyone                unchanged since anyone signed it is enough",
                    "Ends with 0 when all signatures hold, 1 when one does not, 2 when one cannot be read.");

    private VerifySignature() {}

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return CommandLine.run(USAGE, err, () -> verify(arguments, out, err));
    }

    private static int verify(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine line =
                CommandLine.parse(
                        arguments,
                        Set.of("--trust", "--intermediates"),
                        Set.of("--stated-time", "--no-revocation", "--anyone"));
        if (line.files().isEmpty()) {
            throw new UsageException("There is no document");
        }
        if (line.has("--anyone")) {
            return verify(line.files(), XmlDocumentVerifier.integrityOnlyWithoutTrust(), out, err);
        }
        try (CertificateValidator validator = validator(line)) {
            XmlDocumentVerifier verifier = XmlDocumentVerifier.trusting(validator);
            return verify(
                    line.files(),
                    line.has("--stated-time") ? verifier.atStatedSigningTime() : verifier,
                    out,
                    err);
        }
    }

    private static CertificateValidator validator(CommandLine line) {
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.pem(Path.of(line.required("--trust"))));
        line.value("--intermediates")
                .map(file -> TrustAnchors.pem(Path.of(file)).certificates())
                .ifPresent(builder::intermediates);
        if (line.has("--no-revocation")) {
            builder.withoutRevocationAtOwnRisk();
        }
        return builder.build();
    }

    private static int verify(
            List<String> files, XmlDocumentVerifier verifier, PrintStream out, PrintStream err) {
        int worst = 0;
        for (String file : files) {
            try {
                SignatureReport report = verifier.verify(Files.readAllBytes(Path.of(file)));
                describe(file, report, out);
                worst = Math.max(worst, report.valid() ? 0 : 1);
            } catch (EHealthException unreadable) {
                err.println(file + ": " + unreadable.getMessage());
                worst = 2;
            } catch (IOException unreadable) {
                err.println(file + ": cannot be read");
                worst = 2;
            }
        }
        return worst;
    }

    private static void describe(String file, SignatureReport report, PrintStream out) {
        out.println(
                file
                        + ": "
                        + (report.valid() ? "holds" : "does not hold")
                        + ", form "
                        + report.profile().orElse("unknown")
                        + Optional.of(report.notCovered())
                                .filter(names -> !names.isEmpty())
                                .map(names -> "; not covered: " + String.join(", ", names))
                                .orElse(""));
        report.signer()
                .ifPresent(signer -> out.println("  signed by " + SithsCertificate.of(signer)));
        report.findings()
                .forEach(
                        finding ->
                                out.printf(
                                        "  %-8s %s: %s%n",
                                        finding.severity(), finding.code(), finding.message()));
    }
}
