package se.ehealthsdk.outbox.kafka.internal;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/** Hands a group over to the outbox for trouble, whatever its ids. */
final class HandOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final TroubleStore trouble;

    HandOver(TroubleStore trouble) {
        this.trouble = trouble;
    }

    /** None of them has been performed. */
    void notPerformed(Window.Group group) {
        store(group, trouble::append);
    }

    /** All of them have been performed, or none. */
    void inDoubt(Window.Group group) {
        store(group, trouble::appendInDoubt);
    }

    private void store(Window.Group group, Consumer<List<Item>> how) {
        try {
            how.accept(List.copyOf(group.items()));
        } catch (OutboxException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            // One of the ids is that of another item there. The others must not stay behind for it.
            for (Item item : group.items()) {
                alone(item, group.firstOffset(), how);
            }
        }
    }

    private static void alone(Item item, long offset, Consumer<List<Item>> how) {
        try {
            how.accept(List.of(item));
        } catch (OutboxException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            Item renamed = Item.of(otherId(item, offset), item.destination(), item.payload());
            LOG.error(
                    "Item {} came a second time with other contents: kept as {}",
                    item.id(),
                    renamed.id());
            how.accept(List.of(renamed));
        }
    }

    private static String otherId(Item item, long offset) {
        String suffix = "~" + offset;
        int end = Math.min(Item.MAX_ID - suffix.length(), item.id().length());
        if (Character.isHighSurrogate(item.id().charAt(end - 1))) {
            end--;
        }
        return item.id().substring(0, end) + suffix;
    }
}
