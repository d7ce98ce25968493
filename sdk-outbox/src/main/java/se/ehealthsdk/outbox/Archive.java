package se.ehealthsdk.outbox;

import java.util.List;

/**
 * The care provider's own archive, for items that have been delivered and kept as long as they are to be
 * kept in the outbox. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface Archive {

    /**
     * Takes over items; they are deleted from the outbox when it returns, and may come again if the process
     * dies in between.
     *
     * @param delivered with what is known of them
     * @throws Exception if they could not be archived: they stay, and are offered again
     */
    void store(List<KeptItem> delivered) throws Exception;
}
