package se.ehealthsdk.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.KeptItem;

/**
 * Holds what was acknowledged against what the receiver has and what the outbox has.
 *
 * <p>What the outbox holds to be delivered, and the receiver does not have, is lost. So is what it assumes
 * to be delivered and is not; except poison, which nobody can tell from a stored record when its first answer
 * was lost and all refusals read alike: that is still in the outbox, marked, and counts as pending.
 */
final class Reckoning {

    private final Map<String, Integer> stored = new HashMap<>();
    private final Set<String> poison = new HashSet<>();
    private final Map<String, KeptItem.State> kept = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int broken;

    /** The receiver has stored a record. */
    void stored(String id) {
        stored.merge(id, 1, Integer::sum);
    }

    /** The receiver never takes a record. */
    void poison(String id) {
        poison.add(id);
    }

    /** The outbox has a record. */
    void kept(String id, KeptItem.State state) {
        kept.put(id, state);
    }

    /** Reads what the receiver has written. */
    void read(Path report) throws IOException {
        for (String line : Files.readAllLines(report, StandardCharsets.UTF_8)) {
            String[] parts = line.split(" ", 2);
            switch (parts[0]) {
                case "stored" -> stored(parts[1]);
                case "poison" -> poison(parts[1]);
                default -> {
                    broken++;
                    findings.add(line);
                }
            }
        }
    }

    /** Where every record ended. */
    Tally of(Set<String> acknowledged, Set<String> rolledBack) {
        int delivered = 0;
        int pending = 0;
        int parked = 0;
        int lost = 0;
        for (String id : acknowledged) {
            KeptItem.@Nullable State state = kept.get(id);
            if (stored.containsKey(id)) {
                delivered++;
            } else if (state == KeptItem.State.PARKED) {
                parked++;
            } else if (state == KeptItem.State.PENDING
                    || state == KeptItem.State.IN_DELIVERY
                    || state == KeptItem.State.HELD
                    || (state == KeptItem.State.ASSUMED_DELIVERED && poison.contains(id))) {
                pending++;
            } else {
                lost++;
                findings.add("lost " + id + ", in the outbox: " + state);
            }
        }
        int doubled = 0;
        int parkedButStored = 0;
        for (Map.Entry<String, Integer> each : stored.entrySet()) {
            if (each.getValue() > 1) {
                doubled++;
                findings.add("doubled " + each.getKey());
            }
            if (kept.get(each.getKey()) == KeptItem.State.PARKED) {
                parkedButStored++;
                findings.add("parked but stored " + each.getKey());
            }
        }
        int ghosts = 0;
        for (String id : rolledBack) {
            if (stored.containsKey(id) || kept.containsKey(id)) {
                ghosts++;
                findings.add("rolled back but there " + id);
            }
        }
        return new Tally(
                acknowledged.size(),
                delivered,
                pending,
                parked,
                lost,
                doubled,
                parkedButStored,
                ghosts,
                broken);
    }

    /** How many records the receiver has, acknowledged or not. */
    int atReceiver() {
        return stored.size();
    }

    /** How many the outbox has in a state. */
    long inOutbox(KeptItem.State state) {
        return kept.values().stream().filter(each -> each == state).count();
    }

    /** Every record that {@link #of} found wrong. */
    List<String> findings() {
        return List.copyOf(findings);
    }
}
