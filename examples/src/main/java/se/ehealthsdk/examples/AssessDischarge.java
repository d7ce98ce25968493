package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.json.CaseImport;
import se.ehealthsdk.discharge.json.CaseJson;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.examples.CommandLine.UsageException;

/**
 * What the law and the agreements say of discharge cases, on the command line: what happened, who owes what by when, and what
 * the municipality has to pay, step by step. {@code ./assess-discharge} in the root runs it.
 *
 * <p>A case is a JSON file as {@code docs/discharge-json.md} describes; {@code examples/cases} has some. Nothing that is
 * printed tells who the patient is.
 *
 * <p>Ends with 0 when all is well, 1 when a duty was not done in time, an event is refused, or something stands in the way of
 * payment though the patient was reported ready, 2 when a file could not be read or the command was called wrongly.
 */
public final class AssessDischarge {

    private static final String STANDARD_INPUT = "-";

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "assess-discharge [--english] [--policy ID|FILE] [--rates FILE] [--at WHEN] FILE...",
                    "  --english          in English; in Swedish when left out",
                    "  --policy ID|FILE   by a shipped policy, as stockholm-2020, or a file of your own;",
                    "                     by the Act as it read on the day of the first event when left out",
                    "  --rates FILE       by your own amounts; by those with a public source when left out",
                    "  --at WHEN          as it stood then: 2023-03-08 (the end of the day) or 2023-03-08T09:00,",
                    "                     Swedish time; now when left out",
                    "FILE is a case as JSON (docs/discharge-json.md); - is the standard input.",
                    "Ends with 0 when all is well, 1 when something is late, refused or in the way of payment,",
                    "2 when a file cannot be read. A FILE that begins with - is written ./-name.");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    private AssessDischarge(InputStream in, PrintStream out, PrintStream err, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.in, System.out, System.err, Clock.systemUTC()));
    }

    static int run(
            String[] arguments, InputStream in, PrintStream out, PrintStream err, Clock clock) {
        return CommandLine.run(
                USAGE, err, () -> new AssessDischarge(in, out, err, clock).assess(arguments));
    }

    private int assess(String[] arguments) {
        CommandLine line =
                CommandLine.parse(
                        arguments, Set.of("--policy", "--rates", "--at"), Set.of("--english"));
        if (line.files().isEmpty()) {
            throw new UsageException("There is no file");
        }
        Locale language = line.has("--english") ? Locale.ENGLISH : Locale.forLanguageTag("sv");
        Optional<String> chosen = line.value("--policy");
        Optional<Policy> policy =
                chosen.isPresent() ? Optional.of(policy(chosen.get())) : Optional.empty();
        Optional<String> table = line.value("--rates");
        Rates rates = table.isPresent() ? rates(table.get()) : Rates.sourced();
        Instant at = line.value("--at").map(AssessDischarge::moment).orElseGet(clock::instant);
        int status = 0;
        for (String file : line.files()) {
            Optional<List<CaseEvent>> log = read(file);
            if (log.isEmpty()) {
                status = 2;
                continue;
            }
            out.println("== " + shown(file));
            int found = assess(log.get(), policy, new CaseReport(out, language, rates, at));
            status = Math.max(status, found);
        }
        return status;
    }

    private int assess(List<CaseEvent> log, Optional<Policy> chosen, CaseReport report) {
        List<CaseEvent> until =
                log.stream()
                        .filter(event -> !event.times().recorded().isAfter(report.at()))
                        .toList();
        report.leftOut(log.size() - until.size());
        if (until.isEmpty()) {
            return 0;
        }
        Policy policy = chosen.orElseGet(() -> actOf(log.get(0)));
        Acceptance acceptance = new Acceptance(policy.roles(), report.at(), Duration.ofMinutes(5));
        CaseImport accepted = CaseImport.of(until, Optional.empty(), acceptance);
        boolean well = report.refused(accepted);
        if (accepted.result().isPresent()) {
            well &= report.of(accepted.result().get(), policy);
        }
        return well ? 0 : 1;
    }

    /** The Act as it read when the case began. */
    private static Policy actOf(CaseEvent first) {
        return Policy.act(first.times().happened().atZone(SwedishTime.ZONE).toLocalDate());
    }

    private Optional<List<CaseEvent>> read(String file) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return Optional.of(CaseJson.readCase(in));
            }
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                return Optional.of(CaseJson.readCase(stream));
            }
        } catch (NoSuchFileException absent) {
            err.println(shown(file) + ": there is no such file");
        } catch (AccessDeniedException notAllowed) {
            err.println(shown(file) + ": you have no permission to read it");
        } catch (IOException unreadable) {
            err.println(
                    shown(file)
                            + (Files.isDirectory(Path.of(file))
                                    ? ": is a folder; name the files in it"
                                    : ": cannot be read"));
        } catch (InvalidPathException noName) {
            err.println(shown(file) + ": is no file name on this system");
        } catch (InvalidInputException noCase) {
            err.println(shown(file) + ": " + noCase.getMessage());
        }
        return Optional.empty();
    }

    /** A shipped policy, or else a file. */
    private static Policy policy(String idOrFile) {
        for (Policy shipped : Policy.all()) {
            if (shipped.id().equals(idOrFile)) {
                return shipped;
            }
        }
        try {
            return Policy.read(Path.of(idOrFile));
        } catch (InvalidPathException | NoSuchFileException noFile) {
            throw new UsageException(
                    "--policy needs a file, or one of "
                            + Policy.all().stream().map(Policy::id).sorted().toList());
        } catch (IOException unreadable) {
            throw new UsageException("The file of --policy cannot be read");
        }
    }

    private static Rates rates(String file) {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            return Rates.read(stream);
        } catch (InvalidPathException | NoSuchFileException noFile) {
            throw new UsageException("--rates needs a file");
        } catch (IOException unreadable) {
            throw new UsageException("The file of --rates cannot be read");
        }
    }

    private static Instant moment(String text) {
        try {
            if (text.length() == "2023-03-08".length()) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(SwedishTime.ZONE)
                        .toInstant()
                        .minusSeconds(1);
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        return SwedishTime.parse(text.length() == "2023-03-08T09:00".length() ? text + ":00" : text)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--at needs a day or a time, as 2023-03-08 or 2023-03-08T09:00"));
    }

    /** The name on one line, whatever characters the file system lets it have. */
    private static String shown(String file) {
        return file.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
    }
}
