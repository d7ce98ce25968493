package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.examples.CommandLine.UsageException;

/**
 * Whether medical certificates (intyg) keep the rules of their type, on the command line: one line for each finding,
 * nothing of what the certificate says. {@code ./check-certificate} in the root runs it.
 *
 * <p>Ends with 0 when all are clean, 1 when there are findings, 2 when a file could not be read or the command was called
 * wrongly. Advice is printed and does not count; for a type whose rules are not known that is all there is to say, and a
 * line at the end tells how many such there were.
 */
public final class CheckIntyg {

    private static final String STANDARD_INPUT = "-";
    private static final String DAY = "YYYY-MM-DD";

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "check-certificate [--form] [--schematron DIR] [--date YYYY-MM-DD] FILE...",
                    "  --form             all that the form of Webcert demands, and not the official rules alone",
                    "  --schematron DIR   also your own copy of the official files: lisjp.v1.sch, lisjp.v2.sch ...",
                    "  --date YYYY-MM-DD  as of that day; today when left out",
                    "FILE is an intyg, alone or in a message such as RegisterCertificate; - is the standard input.",
                    "Prints a line for each finding: file: rule [question]: what is wrong; expected what is right",
                    "Ends with 0 when all are clean, 1 when there are findings, 2 when a file cannot be read.",
                    "Advice does not count. Of a type whose rules are not known the schema alone is checked.",
                    "A FILE that begins with - is written ./-name.");

    /** What the command reads when a file is {@code -}. */
    private final InputStream in;

    private final PrintStream out;
    private final PrintStream err;

    private CheckIntyg(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.in, System.out, System.err));
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        return CommandLine.run(USAGE, err, () -> new CheckIntyg(in, out, err).check(arguments));
    }

    private int check(String[] arguments) {
        CommandLine line =
                CommandLine.parse(arguments, Set.of("--schematron", "--date"), Set.of("--form"));
        if (line.files().isEmpty()) {
            throw new UsageException("There is no file");
        }
        CertificateChecker.Builder builder = CertificateChecker.builder();
        line.value("--schematron").map(CheckIntyg::folder).ifPresent(builder::schematron);
        CertificateChecker checker = builder.build();
        CheckMode mode = line.has("--form") ? CheckMode.FORM : CheckMode.OFFICIAL;
        Optional<LocalDate> day = line.value("--date").map(CheckIntyg::day);
        int status = 0;
        int unjudged = 0;
        for (String file : line.files()) {
            Optional<Intyg> certificate = read(file);
            if (certificate.isEmpty()) {
                status = 2;
                continue;
            }
            List<Finding> findings =
                    day.isPresent()
                            ? checker.check(certificate.get(), mode, day.get())
                            : checker.check(certificate.get(), mode);
            for (Finding finding : findings) {
                out.println(shown(file) + ": " + finding + (finding.isError() ? "" : " (advice)"));
            }
            if (!checker.knows(certificate.get())) {
                unjudged++;
            }
            if (findings.stream().anyMatch(Finding::isError)) {
                status = Math.max(status, 1);
            }
        }
        if (unjudged > 0) {
            err.println(
                    "Not judged by the rules of a type, only by the schema: "
                            + unjudged
                            + " of "
                            + line.files().size());
        }
        return status;
    }

    private Optional<Intyg> read(String file) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return Optional.of(Intyg.read(in));
            }
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                return Optional.of(Intyg.read(stream));
            }
        } catch (NoSuchFileException absent) {
            err.println(shown(file) + ": there is no such file");
        } catch (IOException unreadable) {
            err.println(shown(file) + ": cannot be read");
        } catch (InvalidPathException noName) {
            err.println(shown(file) + ": is no file name on this system");
        } catch (InvalidInputException noCertificate) {
            err.println(shown(file) + ": " + noCertificate.getMessage());
        }
        return Optional.empty();
    }

    /** The name on one line, whatever characters the file system lets it have. */
    private static String shown(String file) {
        return file.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
    }

    private static Path folder(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noName) {
            throw new UsageException("--schematron needs a folder");
        }
    }

    private static LocalDate day(String text) {
        try {
            if (text.length() == DAY.length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw new UsageException("--date needs a day, " + DAY);
    }
}
