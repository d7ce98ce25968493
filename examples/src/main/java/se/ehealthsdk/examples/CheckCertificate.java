package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.siths.validation.CheckResult;
import se.ehealthsdk.siths.validation.Purpose;
import se.ehealthsdk.siths.validation.ValidationResult;

/**
 * What a certificate says and whether it can be trusted, on the command line. Names and personal identity numbers
 * are not printed. Ends with 0 when it can be trusted, 1 when not, 2 when called wrongly.
 */
public final class CheckCertificate {

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "CheckCertificate --trust ROOTS.pem [options] CERTIFICATE [ISSUER...]",
                    "  --purpose authentication|signature|function   function when left out",
                    "  --at 2026-11-22T08:00:00Z                      as of then; now when left out",
                    "  --soft-fail      revocation that cannot be found out is a warning",
                    "  --no-revocation  revocation is not checked at all",
                    "Files are DER or PEM with one certificate each.",
                    "Ends with 0 when trusted, 1 when not, 2 when called wrongly.");

    private CheckCertificate() {}

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return CommandLine.run(USAGE, err, () -> check(arguments, out));
    }

    private static int check(String[] arguments, PrintStream out) throws IOException {
        CommandLine line =
                CommandLine.parse(
                        arguments,
                        Set.of("--trust", "--purpose", "--at"),
                        Set.of("--soft-fail", "--no-revocation"));
        if (line.files().isEmpty()) {
            throw new UsageException("There is no certificate");
        }
        List<SithsCertificate> chain = new ArrayList<>();
        for (String file : line.files()) {
            chain.add(SithsCertificate.parse(Files.readAllBytes(Path.of(file))));
        }
        describe(chain.get(0), out);
        return judge(line, chain, out) ? 0 : 1;
    }

    private static void describe(SithsCertificate certificate, PrintStream out) {
        out.println("kind         " + certificate.kind());
        out.println("environment  " + certificate.environment());
        out.println(
                "identity     "
                        + certificate
                                .hsaId()
                                .map(HsaId::value)
                                .orElse(
                                        certificate.personId().isPresent()
                                                ? "a personal identity number"
                                                : "none"));
        out.println(
                "level        "
                        + certificate.assuranceLevel().map(Object::toString).orElse("not known"));
        out.println("policies     " + String.join(", ", certificate.policies()));
        out.println("issuer       " + certificate.issuerCommonName().orElse("?"));
        out.println("valid        " + certificate.validFrom() + " to " + certificate.validTo());
        out.println(
                "key usage    "
                        + certificate.keyUsages().map(Object::toString).orElse("not limited"));
        certificate.problems().forEach(problem -> out.println("odd          " + problem));
    }

    private static boolean judge(CommandLine line, List<SithsCertificate> chain, PrintStream out) {
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.pem(Path.of(line.required("--trust"))));
        if (line.has("--soft-fail")) {
            builder.softFailRevocation();
        }
        if (line.has("--no-revocation")) {
            builder.withoutRevocationAtOwnRisk();
        }
        List<X509Certificate> certificates =
                chain.stream().map(SithsCertificate::certificate).toList();
        try (CertificateValidator validator = builder.build()) {
            ValidationResult result =
                    validator.validate(
                            certificates,
                            purpose(line),
                            line.value("--at").map(CheckCertificate::time).orElse(Instant.now()));
            for (CheckResult check : result.checks()) {
                out.printf("%-12s %s: %s%n", check.outcome(), check.check(), check.message());
                if (check.outcome() == CheckResult.Outcome.FAILED) {
                    out.println("             " + check.remedy());
                }
            }
            out.println(result.trusted() ? "Trusted." : "Not trusted.");
            return result.trusted();
        }
    }

    private static Purpose purpose(CommandLine line) {
        String name = line.value("--purpose").orElse("function").toUpperCase(Locale.ROOT);
        for (Purpose each : Purpose.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new UsageException(
                "--purpose is one of "
                        + List.of(Purpose.values()).stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new UsageException("--at needs a time as 2026-11-22T08:00:00Z");
        }
    }
}
