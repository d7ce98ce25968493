package se.ehealthsdk.chaos.receiver;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.chaos.Mark;
import se.ehealthsdk.chaos.receiver.StoreLogReader.LogRecord;

/**
 * What the receiver has stored: all of a call or nothing. Every stored record is a line of a list, so that
 * a check that failed would show as two lines with one id.
 */
final class LogStore {

    private static final int MOST = 500;

    private final boolean worded;
    private final List<String> stored = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> poison = new HashSet<>();
    private final List<String> broken = new ArrayList<>();

    /**
     * @param worded whether a refusal says why; all are the same if not
     */
    LogStore(boolean worded) {
        this.worded = worded;
    }

    /**
     * Stores a call's records, or refuses them.
     *
     * @return why it was refused; empty when they were stored
     */
    synchronized Optional<String> store(String logicalAddress, List<LogRecord> records) {
        if (records.isEmpty() || records.size() > MOST) {
            broken.add("a call of " + records.size() + " records");
            return refusal("Antalet loggposter är inte tillåtet");
        }
        Set<String> inCall = new HashSet<>();
        for (LogRecord record : records) {
            if (known.contains(record.logId()) || !inCall.add(record.logId())) {
                return refusal("LogId är inte unikt");
            }
            Mark mark = Mark.parse(record.activityLevel());
            if (mark.poison()) {
                poison.add(record.logId());
                return refusal("Felaktigt värde i activityType");
            }
            if (!mark.destination().equals(logicalAddress)) {
                broken.add(record.logId() + " came to another address than its own");
            }
            if (!Mark.filler(record.logId()).equals(record.activityArgs())) {
                broken.add(record.logId() + " has been altered");
            }
        }
        for (LogRecord record : records) {
            stored.add(record.logId());
        }
        known.addAll(inCall);
        return Optional.empty();
    }

    private Optional<String> refusal(String why) {
        return Optional.of(worded ? why : "Valideringsfel");
    }

    /** Notes a call that could not be read. */
    synchronized void unreadable(String why) {
        broken.add("a call that is no StoreLog: " + why);
    }

    /** Writes a line for each record stored, each poison record seen, and each breach of the contract. */
    synchronized void writeTo(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String id : stored) {
                out.write("stored " + id + "\n");
            }
            for (String id : poison) {
                out.write("poison " + id + "\n");
            }
            for (String breach : broken) {
                out.write("broken " + breach + "\n");
            }
        }
    }
}
