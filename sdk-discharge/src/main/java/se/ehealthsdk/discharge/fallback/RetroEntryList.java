package se.ehealthsdk.discharge.fallback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What was sent on paper while the system was down, ticked off as it is entered afterwards. Immutable.
 *
 * <pre>{@code
 * list = list.with(PaperSending.of(message, sentAt));
 * // the system is back
 * for (PaperSending paper : list.open()) {
 *     known = known.with(paper.event(unit, now), Acceptance.at(now));
 *     list = list.entered(paper.serial(), now);
 * }
 * }</pre>
 */
public final class RetroEntryList {

    /** One without papers. */
    public static final RetroEntryList EMPTY = new RetroEntryList(List.of());

    private final List<Entry> entries;

    private RetroEntryList(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * A paper, and whether it has been entered.
     *
     * @param paper what was sent
     * @param enteredAt when it was entered; empty while it is not
     */
    public record Entry(PaperSending paper, Optional<Instant> enteredAt) {}

    /**
     * The same with one more paper.
     *
     * @throws InvalidInputException when a paper with its number, or of its event, is there already
     */
    public RetroEntryList with(PaperSending paper) {
        for (Entry entry : entries) {
            if (entry.paper().serial().equals(paper.serial())) {
                throw new InvalidInputException(
                        "serial", "is on the list already", "a number of its own for each paper");
            }
            if (entry.paper().id().equals(paper.id())) {
                throw new InvalidInputException(
                        "id", "is on the list already", "an event of its own for each paper");
            }
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(paper, Optional.empty()));
        return new RetroEntryList(List.copyOf(more));
    }

    /**
     * The same with a paper ticked off. Ticking off twice keeps the first time.
     *
     * @throws InvalidInputException when there is no such paper, or the time is before it was sent
     */
    public RetroEntryList entered(String serial, Instant at) {
        List<Entry> changed = new ArrayList<>(entries);
        for (int i = 0; i < changed.size(); i++) {
            Entry entry = changed.get(i);
            if (entry.paper().serial().equals(serial)) {
                if (at.isBefore(entry.paper().sent())) {
                    throw new InvalidInputException(
                            "enteredAt", "is before the paper was sent", "a later moment");
                }
                changed.set(i, new Entry(entry.paper(), Optional.of(entry.enteredAt().orElse(at))));
                return new RetroEntryList(List.copyOf(changed));
            }
        }
        throw new InvalidInputException("serial", "is not on the list", "a paper of this list");
    }

    /** All papers, in the order in which they were put on the list. */
    public List<Entry> entries() {
        return entries;
    }

    /** Those that have not been entered, by when they were sent: the order to enter them in. */
    public List<PaperSending> open() {
        return entries.stream()
                .filter(entry -> entry.enteredAt().isEmpty())
                .map(Entry::paper)
                .sorted((a, b) -> a.sent().compareTo(b.sent()))
                .toList();
    }

    /**
     * Those that should have been entered by now.
     *
     * @param systemBack when the system was back
     * @param within how long after that all has to be entered
     */
    public List<PaperSending> overdue(Instant systemBack, Duration within, Instant now) {
        return open().stream()
                .filter(paper -> now.isAfter(later(systemBack, paper.sent()).plus(within)))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How many, and how many are open. */
    @Override
    public String toString() {
        return "RetroEntryList[" + entries.size() + " papers, " + open().size() + " open]";
    }
}
