package se.ehealthsdk.outbox.kafka.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written beside a committed offset: that the records from there to {@link #end} are dealt with
 * together, how far that has come, and whether a call is being made. Who takes over after this node learns
 * from it exactly which items may be with the receiver.
 *
 * @param end the offset after the last record of the window
 * @param next groups of the window that are done; the one after them is next
 * @param sending whether the next group is being sent
 */
record Mark(long end, int next, boolean sending) {

    private static final Pattern TEXT =
            Pattern.compile("1 end=(\\d{1,18}) next=(\\d{1,9}) (sending|idle)");

    /** As metadata of a commit. */
    String text() {
        return "1 end=" + end + " next=" + next + (sending ? " sending" : " idle");
    }

    /** From metadata of a commit; empty if nothing was under way. */
    static Optional<Mark> of(String metadata) {
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        Matcher found = TEXT.matcher(metadata);
        if (!found.matches()) {
            throw Failures.misconfigured(
                    "The group's committed offset carries a note that this version cannot read",
                    "Do not share the consumer group with other programs; let older nodes stop before newer"
                            + " ones take over.");
        }
        return Optional.of(
                new Mark(
                        Long.parseLong(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        found.group(3).equals("sending")));
    }
}
