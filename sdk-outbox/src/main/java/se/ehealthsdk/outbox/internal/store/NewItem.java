package se.ehealthsdk.outbox.internal.store;

import se.ehealthsdk.outbox.Item;

/**
 * An item on its way into the store.
 *
 * @param item as given
 * @param sealed its payload as it is stored
 * @param appendedAt epoch milliseconds
 */
record NewItem(Item item, byte[] sealed, long appendedAt) {

    String id() {
        return item.id();
    }
}
