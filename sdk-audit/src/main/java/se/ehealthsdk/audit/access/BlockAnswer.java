package se.ehealthsdk.audit.access;

import java.util.List;
import java.util.Optional;

/**
 * What the block service says about some pieces of data.
 *
 * @param statuses one for each piece, in the order in which they were asked about
 * @param message a message of the service that is to be shown to the user; may hold personal data
 */
public record BlockAnswer(List<BlockStatus> statuses, Optional<String> message) {

    public BlockAnswer {
        statuses = List.copyOf(statuses);
    }

    /** Without a message. */
    public static BlockAnswer of(List<BlockStatus> statuses) {
        return new BlockAnswer(statuses, Optional.empty());
    }

    /** The statuses; never the message. */
    @Override
    public String toString() {
        return "BlockAnswer" + statuses;
    }
}
