package se.ehealthsdk.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The main program behind {@code ./chaos}. */
public final class Chaos {

    private static final String USAGE =
            "usage: ./chaos audit [--kills N] [--seed S] [--store sqlite|postgresql|both]"
                    + " [--seconds N]";

    private static final int KILLS = 50;
    private static final int MILLIS_FOR_EACH_KILL = 700;

    private Chaos() {}

    /**
     * Makes a run over each store, and prints a line with the sum; exits with 1 unless that is clean, with 2
     * if it does not understand.
     *
     * @param args {@code audit}, and options; system property {@code chaos.folder} is where files go
     */
    public static void main(String[] args) throws Exception {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        if (!"audit".equals(rest.poll())) {
            refuse();
        }
        int kills = KILLS;
        int seconds = 0;
        long seed = new Random().nextInt(1_000_000);
        List<Plan.Store> stores = List.of(Plan.Store.values());
        try {
            while (!rest.isEmpty()) {
                String option = rest.pop();
                String value = rest.pop();
                switch (option) {
                    case "--kills" -> kills = Integer.parseInt(value, 10);
                    case "--seconds" -> seconds = Integer.parseInt(value, 10);
                    case "--seed" -> seed = Long.parseLong(value, 10);
                    case "--store" -> stores = stores(value);
                    default -> refuse();
                }
            }
        } catch (IllegalArgumentException | java.util.NoSuchElementException notUnderstood) {
            refuse();
        }
        Duration time =
                seconds > 0
                        ? Duration.ofSeconds(seconds)
                        : Duration.ofMillis((long) kills * MILLIS_FOR_EACH_KILL);
        Path folder = Path.of(System.getProperty("chaos.folder", "target/chaos"));
        Tally sum = Tally.NOTHING;
        for (Plan.Store store : stores) {
            Plan plan =
                    new Plan(
                            store,
                            kills,
                            time,
                            seed,
                            folder.resolve(store.name()),
                            RealOpening.class.getName());
            try (Run run = new Run(plan, System.out)) {
                sum = sum.plus(run.make());
            }
            seed++; // the next store meets a receiver that words its refusals in the other way
        }
        System.out.println();
        if (!sum.isClean()) {
            System.out.println(sum.others());
        }
        System.out.println(sum.line());
        System.exit(sum.isClean() ? 0 : 1);
    }

    private static List<Plan.Store> stores(String name) {
        return name.equals("both")
                ? List.of(Plan.Store.values())
                : List.of(Plan.Store.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
    }

    private static void refuse() {
        System.err.println(USAGE);
        System.exit(2);
    }
}
