package se.ehealthsdk.outbox.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.outbox.Archive;
import se.ehealthsdk.outbox.PayloadKeys;

/**
 * How a store is opened.
 *
 * @param name what its tables' names begin with
 * @param keys to encrypt with; empty for not at all
 * @param keepDelivered how long delivered items are kept
 * @param archive who takes them over then
 * @param patience how long an append waits at most
 * @param clock the time
 */
public record StoreOptions(
        String name,
        Optional<PayloadKeys> keys,
        Duration keepDelivered,
        Optional<Archive> archive,
        Duration patience,
        Clock clock) {}
