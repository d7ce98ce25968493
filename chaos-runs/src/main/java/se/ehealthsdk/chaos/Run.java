package se.ehealthsdk.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.testpki.TestPki;

/**
 * One run over one store: faults for as long as planned, then calm until the outbox is drained, then the
 * reckoning.
 */
final class Run implements AutoCloseable {

    private static final Duration HELD_STANDSTILL = Duration.ofSeconds(10);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final Duration START_AT_MOST = Duration.ofSeconds(10);
    private static final Duration FAULTS_WITHOUT_KILLS = Duration.ofSeconds(20);
    private static final int CALLS_WITH_FAULTS = 200;
    private static final Duration QUIET_FOR_DRAIN = Duration.ofMillis(200);

    /** Room beyond the largest file, while the disk is "full": some hundred records. */
    private static final long ROOM_KIB = 300;

    private final Plan plan;
    private final PrintStream out;
    private final Random random;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> rolledBack = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private final Map<String, Integer> did = new TreeMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(10);
    private final Child receiver;
    private final String receiverUrl;
    private final @Nullable Database database;
    private final String address;
    private long fileLimitKib;

    /** A worker's place, in which one process follows another. */
    private static final class Slot {
        final String role;
        Child child;

        Slot(String role, Child child) {
            this.role = role;
            this.child = child;
        }
    }

    Run(Plan plan, PrintStream out) throws IOException, InterruptedException {
        this.plan = plan;
        this.out = out;
        this.random = new Random(plan.seed());
        empty(plan.folder());
        TestPki.create().writeTo(certificates());
        receiver =
                Child.start(
                        se.ehealthsdk.chaos.receiver.LogServer.class,
                        List.of(
                                certificates().toString(),
                                Long.toString(random.nextLong()),
                                plan.worded() ? "worded" : "unworded"),
                        0,
                        errors("receiver"),
                        answers::add);
        receiverUrl = "https://localhost:" + answer() + "/";
        if (plan.store() == Plan.Store.POSTGRESQL) {
            database = Database.start(plan.folder());
            address = database.url();
        } else {
            database = null;
            address = "sqlite:" + outbox();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private Path certificates() {
        return plan.folder().resolve("certificates");
    }

    private Path outbox() {
        return plan.folder().resolve("outbox");
    }

    private Path errors(String who) {
        return plan.folder().resolve(who + ".err");
    }

    /** Makes the run; prints what was done, and the tally of this store. */
    Tally make() throws IOException, InterruptedException {
        out.printf(
                "%n%s: seed %d, %d appenders with %d threads, %d deliverers, refusals %s%n",
                plan.store(),
                plan.seed(),
                Plan.APPENDERS,
                Plan.THREADS,
                Plan.DELIVERERS,
                plan.worded() ? "that say why" : "that all read alike");
        for (int i = 0; i < Plan.APPENDERS; i++) {
            slots.add(new Slot("appender", start("appender")));
        }
        for (int i = 0; i < Plan.DELIVERERS; i++) {
            slots.add(new Slot("deliverer", start("deliverer")));
        }
        storm();
        boolean drained = drain();
        Reckoning reckoning = new Reckoning();
        Path report = plan.folder().resolve("receiver.txt");
        String calls = ask("report " + report);
        reckoning.read(report);
        String figures = readOutbox(reckoning);
        Tally tally = reckoning.of(Set.copyOf(acknowledged), Set.copyOf(rolledBack));
        out.println("  done: " + did);
        out.println("  receiver: " + calls);
        out.println("  workers: " + new TreeMap<>(heard));
        out.println("  outbox: " + figures + (drained ? "" : " (NOT DRAINED in time)"));
        out.printf("  at the receiver, acknowledged or not: %d%n", reckoning.atReceiver());
        reckoning.findings().stream().limit(20).forEach(each -> out.println("  ! " + each));
        out.println("  " + tally.others());
        out.println("  " + tally.line());
        return tally;
    }

    private Child start(String role) {
        boolean appends = role.equals("appender");
        List<String> arguments =
                new ArrayList<>(
                        List.of(plan.opening(), address, receiverUrl, certificates().toString()));
        if (appends) {
            arguments.add(Integer.toString(Plan.THREADS));
            arguments.add(Long.toString(random.nextLong()));
        }
        return Child.start(
                appends ? AppendWorker.class : DeliverWorker.class,
                arguments,
                database == null ? fileLimitKib : 0,
                errors(role),
                this::hear);
    }

    private void hear(String line) {
        int space = line.indexOf(' ');
        switch (line.substring(0, Math.max(space, 0))) {
            case "acknowledged" -> acknowledged.add(line.substring(space + 1));
            case "rolled-back" -> rolledBack.add(line.substring(space + 1));
            default -> heard.merge(line, 1, Integer::sum);
        }
    }

    private void note(String what) {
        did.merge(what, 1, Integer::sum);
    }

    private void storm() throws IOException, InterruptedException {
        long pause = plan.time().toMillis() / plan.kills();
        for (int killed = 0; killed < plan.kills(); ) {
            Slot next = slots.get(random.nextInt(slots.size()));
            if (random.nextInt(10) > 0) { // one of ten is killed while it starts
                next.child.awaitFirstLine(START_AT_MOST);
            }
            Thread.sleep(1 + random.nextLong(2 * pause));
            int drawn = random.nextInt(100);
            if (drawn < 3) {
                killed += fillDisk(pause);
            } else if (drawn < 8) {
                ask("down " + 2 * pause);
                note("receiver down");
            } else if (drawn < 16 && database != null) {
                restart(database, 0);
            } else {
                killAndStartAgain(next);
                killed++;
            }
        }
        awaitCalls();
        if (did.getOrDefault("disk full", 0) == 0) {
            fillDisk(pause);
        }
        if (database != null && did.getOrDefault("database crashed", 0) == 0) {
            restart(database, 0);
        }
    }

    /** On a slow machine deliverers hardly come to call before they are killed: lets them meet the faults. */
    private void awaitCalls() throws InterruptedException {
        Instant until = Instant.now().plus(FAULTS_WITHOUT_KILLS);
        while (Integer.parseInt(ask("calls"), 10) < CALLS_WITH_FAULTS
                && Instant.now().isBefore(until)) {
            Thread.sleep(200);
        }
    }

    private void killAndStartAgain(Slot slot) throws InterruptedException {
        note(slot.child.isAlive() ? "killed " + slot.role : slot.role + " had ended by itself");
        slot.child.kill();
        slot.child = start(slot.role);
    }

    /**
     * No file grows for a while: on SQLite the workers are started anew under a limit, on PostgreSQL the
     * server is. Both then meet writes that fail.
     *
     * @return how many workers were killed
     */
    private int fillDisk(long pause) throws IOException, InterruptedException {
        note("disk full");
        if (database != null) {
            restart(database, Math.max(1_024, database.largestFileKib()) + ROOM_KIB);
            Thread.sleep(4 * pause);
            restart(database, 0);
            return 0;
        }
        fileLimitKib = largestKib(outbox()) + ROOM_KIB;
        for (Slot each : slots) {
            killAndStartAgain(each);
        }
        for (Slot each : slots) {
            each.child.awaitFirstLine(START_AT_MOST);
        }
        Thread.sleep(4 * pause);
        fileLimitKib = 0;
        for (Slot each : slots) {
            killAndStartAgain(each);
        }
        return 2 * slots.size();
    }

    private static long largestKib(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(each -> each.toFile().length()).max().orElse(0) / 1024;
        }
    }

    private void restart(Database server, long limitKib) throws IOException, InterruptedException {
        note("database crashed");
        server.crash();
        if (!server.startAgain(limitKib)) {
            note("database could not start on a full disk");
        }
    }

    private boolean drain() throws IOException, InterruptedException {
        ask("calm");
        for (Slot each : slots) {
            if (!each.child.isAlive()) {
                killAndStartAgain(each);
            }
            if (each.role.equals("appender") && !each.child.end()) {
                note("appender did not end when asked");
            }
        }
        boolean drained = awaitDrained();
        for (Slot each : slots) {
            if (each.role.equals("deliverer") && !each.child.end()) {
                note("deliverer did not end when asked");
            }
        }
        return drained;
    }

    /**
     * False when nothing has got less for some time. What is held is asked for again and again; when only
     * such is left, and asking has not helped for a while, that is where it stays.
     */
    private boolean awaitDrained() throws InterruptedException {
        try (JdbcOutbox outbox = new RealOpening().open(address)) {
            long least = Long.MAX_VALUE;
            long held = 0;
            Instant until = Instant.MAX;
            while (Instant.now().isBefore(until)) {
                Figures figures = outbox.figures();
                long left = figures.pending() + figures.inDelivery() + figures.held();
                if (left == 0) {
                    return true;
                }
                if (left < least || (left == least && figures.held() > held)) {
                    least = left;
                    held = figures.held();
                    boolean heldOnly = figures.held() == left;
                    until = Instant.now().plus(heldOnly ? HELD_STANDSTILL : STANDSTILL);
                }
                Thread.sleep(QUIET_FOR_DRAIN.toMillis());
            }
            return false;
        }
    }

    private String readOutbox(Reckoning reckoning) {
        try (JdbcOutbox outbox = new RealOpening().open(address)) {
            try (Stream<KeptItem> all = outbox.kept(Instant.EPOCH, Instant.now().plusSeconds(60))) {
                all.forEach(each -> reckoning.kept(each.item().id(), each.state()));
            }
            Figures figures = outbox.figures();
            return String.format(
                    Locale.ROOT,
                    "pending %d, in delivery %d, held %d, parked %d, delivered %d, assumed %d",
                    figures.pending(),
                    figures.inDelivery(),
                    figures.held(),
                    figures.parked(),
                    figures.delivered(),
                    figures.assumedDelivered());
        }
    }

    private String ask(String order) throws InterruptedException {
        receiver.tell(order);
        return answer();
    }

    private String answer() throws InterruptedException {
        String answer = answers.poll(30, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("the receiver does not answer: " + errors("receiver"));
        }
        return answer;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Slot each : slots) {
            each.child.kill();
        }
        receiver.kill();
        if (database != null) {
            database.close();
        }
    }
}
