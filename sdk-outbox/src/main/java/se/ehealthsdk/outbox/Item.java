package se.ehealthsdk.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Something to deliver: an id that is never used again, where it is to go, and the bytes. Immutable as
 * long as nobody writes to the array.
 */
public final class Item {

    /** Characters of an id at most. */
    public static final int MAX_ID = 64;

    /** Characters of a destination at most. */
    public static final int MAX_DESTINATION = 255;

    private final String id;
    private final String destination;
    private final byte[] payload;

    private Item(String id, String destination, byte[] payload) {
        this.id = id;
        this.destination = destination;
        this.payload = payload;
    }

    /**
     * @param id unique among all that this outbox ever carries, 1 to 64 characters. Ids that grow with time
     *     (UUID version 7) keep a large outbox as quick as a small one
     * @param destination what one call can go to, for example a logical address; 1 to 255 characters
     * @param payload what to deliver; not copied
     * @throws OutboxException of kind INPUT if id or destination is empty or too long, or holds a control
     *     character or half a surrogate pair, which no store keeps as it is
     */
    public static Item of(String id, String destination, byte[] payload) {
        require("id", id, MAX_ID);
        require("destination", destination, MAX_DESTINATION);
        return new Item(id, destination, payload);
    }

    private static void require(String field, String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            throw new OutboxException(
                    OutboxException.Kind.INPUT,
                    field + " has " + text.length() + " characters",
                    "Give it 1 to " + most + " characters.",
                    null);
        }
        // Half a pair is stored as a question mark: two ids would become one, and the second item
        // be
        // taken for the first.
        if (text.codePoints()
                .anyMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE)) {
            throw new OutboxException(
                    OutboxException.Kind.INPUT,
                    field + " holds a control character or half a surrogate pair",
                    "Give it printable characters.",
                    null);
        }
    }

    /** Unique among all that the outbox ever carries. */
    public String id() {
        return id;
    }

    /** What one call can go to. */
    public String destination() {
        return destination;
    }

    /** The bytes, not a copy of them. */
    public byte[] payload() {
        return payload;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item that
                && id.equals(that.id)
                && destination.equals(that.destination)
                && java.util.Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id, the destination and the size; never the bytes. */
    @Override
    public String toString() {
        return "Item[" + id + " to " + destination + ", " + payload.length + " bytes]";
    }
}
