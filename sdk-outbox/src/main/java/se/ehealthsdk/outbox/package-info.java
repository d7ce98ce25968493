/**
 * A durable outbox: append, deliver in batches, park what is refused, lose nothing.
 *
 * <p>{@link se.ehealthsdk.outbox.Outbox#append} returns when the item is on disk (SQLite) or committed
 * (PostgreSQL). {@link se.ehealthsdk.outbox.Outbox#deliver} hands items to a {@link
 * se.ehealthsdk.outbox.Receiver} in batches, on as many nodes as wanted, and tells apart what the receiver
 * has, what it does not have, and what is not known.
 */
@NullMarked
package se.ehealthsdk.outbox;

import org.jspecify.annotations.NullMarked;
