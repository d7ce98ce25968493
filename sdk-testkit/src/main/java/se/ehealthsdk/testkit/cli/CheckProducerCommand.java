package se.ehealthsdk.testkit.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.producer.CarePlanContract;
import se.ehealthsdk.testkit.producer.ProducerContract;
import se.ehealthsdk.testkit.producer.StatusUpdateContract;
import se.ehealthsdk.testkit.report.Report;
import se.ehealthsdk.testpki.TestPki;

/** Calls a vendor's own producer as the national side does, and judges its answers. */
@Command(
        name = "check-producer",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Calls a producer of yours as the national side does, and judges its answers.%n",
        optionListHeading = "%nOptions%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  java -jar national-services.jar check-producer status-updates"
                    + " --url https://localhost:9443/status --unit TSTNMT2321000156-VE01",
            "  java -jar national-services.jar check-producer care-plans"
                    + " --url https://localhost:9443/plans --source-system TSTNMT2321000156-SYS1"
                    + " --patient 191212121212",
            "",
            "Exit codes: 0 every check held; 1 one did not; 2 something you can put right, said in a"
                    + " sentence on stderr."
        })
final class CheckProducerCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "CONTRACT",
            description =
                    "status-updates (CertificateStatusUpdateForCare 3) or care-plans (GetCarePlans 2).")
    String contract = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "Where the producer listens: https.")
    String url = "";

    @Option(
            names = "--pki",
            paramLabel = "DIR",
            defaultValue = "national-services-pki",
            description =
                    "The certificates of these services: function.p12 to call with, trusted-roots.pem to trust."
                            + " Default national-services-pki.")
    Path pki = Path.of("national-services-pki");

    @Option(
            names = "--pki-password",
            paramLabel = "PASSWORD",
            defaultValue = TestPki.PASSWORD,
            description = "The password of function.p12. Default " + TestPki.PASSWORD + ".")
    String pkiPassword = TestPki.PASSWORD;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "PEM file of whom the producer's certificate is issued by, if not by those of --pki.")
    @Nullable Path trust;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            description = "The official WSDL and XSD files, to validate answers with.")
    @Nullable Path contracts;

    @Option(
            names = "--unit",
            paramLabel = "HSA-ID",
            description = "status-updates: a unit that the producer has.")
    @Nullable String unit;

    @Option(
            names = "--source-system",
            paramLabel = "HSA-ID",
            description = "care-plans: the source system's logical address.")
    @Nullable String sourceSystem;

    @Option(
            names = "--patient",
            paramLabel = "NUMBER",
            description = "care-plans: a test patient with at least one plan there.")
    @Nullable String patient;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes report.xml (JUnit) and report.html there.")
    @Nullable Path report;

    @Option(
            names = "--language",
            paramLabel = "sv|en",
            defaultValue = "en",
            converter = Converters.LanguageConverter.class,
            description = "The language of report.html. Default en.")
    Language language = Language.ENGLISH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ProducerContract chosen =
                switch (contract) {
                    case "status-updates" -> statusUpdates();
                    case "care-plans" -> carePlans();
                    default ->
                            throw new ConfigurationException(
                                    contract + " is no contract that can be checked",
                                    "Name status-updates or care-plans.");
                };
        if (report != null) {
            Folders.make("--report", report);
        }
        Report seen = chosen.run();
        if (report != null) {
            ReportFiles.write(seen, report, language);
        }
        say(seen);
        return seen.passed() ? 0 : 1;
    }

    private void say(Report seen) {
        if (spec == null) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        seen.items()
                .forEach(
                        item ->
                                out.println(
                                        item.failure()
                                                .map(why -> "FAILED  " + item.name() + ": " + why)
                                                .orElse("ok      " + item.name())));
        long failed = seen.items().stream().filter(item -> item.failure().isPresent()).count();
        out.println(seen.name() + ": " + seen.items().size() + " checks, " + failed + " failed.");
        out.flush();
    }

    private ProducerContract statusUpdates() {
        StatusUpdateContract checks =
                ProducerContract.statusUpdates()
                        .at(address())
                        .with(credential())
                        .trusting(anchors())
                        .unit(HsaId.of(needed("--unit", unit)));
        return contracts == null
                ? checks
                : checks.contracts(Folders.existing("--contracts", contracts));
    }

    private ProducerContract carePlans() {
        CarePlanContract checks =
                ProducerContract.carePlans()
                        .at(address())
                        .with(credential())
                        .trusting(anchors())
                        .sourceSystem(LogicalAddress.of(needed("--source-system", sourceSystem)))
                        .patient(PersonId.parse(needed("--patient", patient)));
        return contracts == null
                ? checks
                : checks.contracts(Folders.existing("--contracts", contracts));
    }

    private URI address() {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "--url is no address", "Give one as https://localhost:9443/path.", malformed);
        }
    }

    private Credential credential() {
        return Credential.pkcs12(
                Folders.existing("--pki", pki).resolve("function.p12"), pkiPassword.toCharArray());
    }

    private TrustAnchors anchors() {
        return TrustAnchors.pem(trust == null ? pki.resolve("trusted-roots.pem") : trust);
    }

    private String needed(String option, @Nullable String value) {
        if (value == null) {
            throw new ConfigurationException(
                    contract + " needs " + option, "Give it; --help tells what it is.");
        }
        return value;
    }
}
