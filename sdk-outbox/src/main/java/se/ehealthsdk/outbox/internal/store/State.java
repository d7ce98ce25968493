package se.ehealthsdk.outbox.internal.store;

import se.ehealthsdk.outbox.KeptItem;

/** Where an item stands, as numbered in the tables; partial indexes are on these numbers. */
final class State {

    static final int PENDING = 0;
    static final int BATCHED = 1;
    static final int DELIVERED = 2;
    static final int ASSUMED = 3;
    static final int PARKED = 4;

    private State() {}

    /**
     * @param held whether it is in a batch that is held, and that nobody has taken
     */
    static KeptItem.State shown(int state, boolean held) {
        return switch (state) {
            case PENDING -> KeptItem.State.PENDING;
            case BATCHED -> held ? KeptItem.State.HELD : KeptItem.State.IN_DELIVERY;
            case DELIVERED -> KeptItem.State.DELIVERED;
            case ASSUMED -> KeptItem.State.ASSUMED_DELIVERED;
            case PARKED -> KeptItem.State.PARKED;
            default -> throw new IllegalStateException("state " + state);
        };
    }
}
