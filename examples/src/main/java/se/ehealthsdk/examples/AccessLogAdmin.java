package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.ParkedItem;

/**
 * What an operator does with an access log: see how it is, and look at, repair and resend what the log service has
 * refused. May be run while the systems that log and deliver are running.
 */
public final class AccessLogAdmin {

    private static final String PERSONAL_DATA = "--with-personal-data";

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "AccessLogAdmin (--sqlite DIRECTORY | --postgresql URL) [options] COMMAND",
                    "  figures                   how much there is; ends with 1 when something waits for someone",
                    "  parked                    what the log service has refused",
                    "  show ID                   one of these, and why it was refused",
                    "  export FILE               all of these, into a new file",
                    "  resend ID... | --all      lets them go out again as they are",
                    "  repair ID FILE            puts the file's record in its place, and lets it go out again",
                    "  confirm-delivered ID...   the log service has these: someone has looked there",
                    "  confirm-missing ID...     the log service does not have these: they go out again",
                    "  purge --older-than DAYS (--archive FILE | --without-archive)",
                    "                            deletes what was delivered so long ago",
                    "Options:",
                    "  --name NAME               of the outbox, when it is not outbox",
                    "  --keys FILE               to decrypt with: a line for each, its id and its base64; the",
                    "                            first encrypts",
                    "  "
                            + PERSONAL_DATA
                            + "      show, export and --archive need it: records tell of patients",
                    "A PostgreSQL password is read from the file .pgpass in the home directory.",
                    "Ends with 0 when it was done, 1 when not for every ID, 2 when called wrongly or out of order.");

    /** A command that has its arguments. */
    @FunctionalInterface
    private interface Work {
        int on(JdbcOutbox outbox) throws IOException;
    }

    private final CommandLine line;
    private final PrintStream out;

    private AccessLogAdmin(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return CommandLine.run(
                USAGE,
                err,
                () ->
                        new AccessLogAdmin(
                                        CommandLine.parse(
                                                arguments,
                                                Set.of(
                                                        "--sqlite",
                                                        "--postgresql",
                                                        "--name",
                                                        "--keys",
                                                        "--older-than",
                                                        "--archive"),
                                                Set.of(
                                                        "--all",
                                                        "--without-archive",
                                                        PERSONAL_DATA)),
                                        out)
                                .run());
    }

    private int run() throws IOException {
        Work work = work();
        JdbcOutbox.Builder builder = store();
        line.value("--name").ifPresent(builder::name);
        if (line.value("--keys").isPresent()) {
            builder.encryptWith(KeyFile.read(Path.of(line.required("--keys"))));
        }
        if (line.value("--older-than").isPresent()) {
            builder.keepDelivered(Duration.ofDays(line.number("--older-than", 0)));
        }
        if (line.value("--archive").isEmpty()) {
            return on(builder, work);
        }
        try (ItemFile archive = ItemFile.create(Path.of(line.required("--archive")))) {
            return on(builder.archive(archive::store), work);
        }
    }

    private static int on(JdbcOutbox.Builder builder, Work work) throws IOException {
        try (JdbcOutbox outbox = builder.open()) {
            return work.on(outbox);
        }
    }

    private JdbcOutbox.Builder store() {
        if (line.value("--sqlite").isPresent() == line.value("--postgresql").isPresent()) {
            throw new UsageException("One of --sqlite and --postgresql is needed");
        }
        if (line.value("--postgresql").isPresent()) {
            String url = line.required("--postgresql");
            if (url.contains("password=")) {
                throw new UsageException(
                        "Others can see a password on a command line: put it in the file .pgpass");
            }
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            return JdbcOutbox.postgresql(database);
        }
        Path folder = Path.of(line.required("--sqlite"));
        // it would be made, and look as if nothing were wrong
        if (!Files.isRegularFile(folder.resolve(line.value("--name").orElse("outbox") + ".db"))) {
            throw new UsageException("There is no outbox in that directory");
        }
        return JdbcOutbox.sqlite(folder);
    }

    /** The command, refused here if its arguments are not right: before anything is opened. */
    private Work work() {
        if (line.files().isEmpty()) {
            throw new UsageException("There is no command");
        }
        String command = line.files().get(0);
        List<String> rest = line.files().subList(1, line.files().size());
        return switch (command) {
            case "figures" -> only(0, rest, this::figures);
            case "parked" -> only(0, rest, this::parked);
            case "show" -> only(1, rest, personal(outbox -> show(outbox, rest.get(0))));
            case "export" -> only(1, rest, personal(outbox -> export(outbox, rest.get(0))));
            case "resend" -> resend(rest);
            case "repair" -> only(2, rest, outbox -> repair(outbox, rest.get(0), rest.get(1)));
            case "confirm-delivered" ->
                    some(rest, outbox -> done(outbox.confirmDelivered(rest), rest.size()));
            case "confirm-missing" ->
                    some(rest, outbox -> done(outbox.confirmMissing(rest), rest.size()));
            case "purge" -> only(0, rest, purge());
            default -> throw new UsageException("There is no such command");
        };
    }

    private static Work only(int count, List<String> given, Work work) {
        if (given.size() != count) {
            throw new UsageException("The command has too many words or too few");
        }
        return work;
    }

    private static Work some(List<String> ids, Work work) {
        if (ids.isEmpty()) {
            throw new UsageException("There is no ID");
        }
        return work;
    }

    private Work personal(Work work) {
        if (!line.has(PERSONAL_DATA)) {
            throw new UsageException(
                    "This tells of patients: say "
                            + PERSONAL_DATA
                            + ", and mind who sees the screen and the file");
        }
        return work;
    }

    private int figures(JdbcOutbox outbox) {
        Figures figures = outbox.figures();
        row("pending", figures.pending(), "waiting for their first call");
        row("in delivery", figures.inDelivery(), "being sent, or to be sent again");
        row("held", figures.held(), "sent, and it is not known whether they arrived");
        row("parked", figures.parked(), "refused, waiting for someone");
        row("delivered", figures.delivered(), "with the log service, still kept here");
        row("assumed delivered", figures.assumedDelivered(), "so by all that can be known");
        out.println(
                "oldest unsent      "
                        + figures.oldestUnsent()
                                .map(
                                        since ->
                                                since
                                                        + ", "
                                                        + figures.oldestAge(Instant.now())
                                                                .toMinutes()
                                                        + " minutes ago")
                                .orElse("none"));
        return figures.parked() + figures.held() == 0 ? 0 : 1;
    }

    private void row(String what, long count, String meaning) {
        out.printf("%-18s %9d  %s%n", what, count, meaning);
    }

    private int parked(JdbcOutbox outbox) {
        try (Stream<ParkedItem> parked = outbox.parked()) {
            parked.forEach(
                    each ->
                            out.printf(
                                    "%s  to %s, made %s, refused %s%s%n",
                                    each.item().id(),
                                    each.item().destination(),
                                    each.appendedAt(),
                                    each.parkedAt(),
                                    line.has(PERSONAL_DATA) ? ": " + each.reason() : ""));
        }
        return 0;
    }

    private int show(JdbcOutbox outbox, String id) {
        return outbox.parked(id)
                .map(
                        found -> {
                            out.println("refused  " + found.parkedAt() + ": " + found.reason());
                            out.println(new String(found.item().payload(), StandardCharsets.UTF_8));
                            return 0;
                        })
                .orElseGet(() -> notParked(id));
    }

    private int notParked(String id) {
        out.println(id + " is not parked");
        return 1;
    }

    private int export(JdbcOutbox outbox, String file) throws IOException {
        try (ItemFile into = ItemFile.create(Path.of(file));
                Stream<ParkedItem> parked = outbox.parked()) {
            out.println(into.write(parked) + " written");
        }
        return 0;
    }

    private Work resend(List<String> ids) {
        if (!line.has("--all")) {
            return some(ids, outbox -> done(outbox.resend(ids), ids.size()));
        }
        return only(
                0,
                ids,
                outbox -> {
                    try (Stream<ParkedItem> parked = outbox.parked()) {
                        List<String> all =
                                parked.map(each -> each.item().id()).collect(Collectors.toList());
                        return done(outbox.resend(all), all.size());
                    }
                });
    }

    private int repair(JdbcOutbox outbox, String id, String file) throws IOException {
        byte[] payload = Files.readAllBytes(Path.of(file));
        // the outbox carries anything: what is no record of this id would be parked again, or worse
        String repaired = AccessLog.read(Item.of(id, "none", payload)).logId();
        if (!repaired.equals(id)) {
            throw new UsageException("The record in the file has another log id");
        }
        return outbox.repair(id, payload) ? done(1, 1) : notParked(id);
    }

    private Work purge() {
        if (line.number("--older-than", -1) < 0) {
            throw new UsageException("--older-than needs a number of days");
        }
        if (line.value("--archive").isPresent() == line.has("--without-archive")) {
            throw new UsageException("One of --archive and --without-archive is needed");
        }
        Work purge =
                outbox -> {
                    out.println(outbox.purge() + " deleted");
                    return 0;
                };
        return line.has("--without-archive") ? purge : personal(purge);
    }

    private int done(int count, int of) {
        out.println(count + " of " + of + " done");
        return count == of ? 0 : 1;
    }
}
