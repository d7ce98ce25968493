package se.ehealthsdk.siths.login;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps log-ins that have begun and not ended, by their state. {@link #inMemory} is enough for one node, or
 * when a user comes back to the node that began the log-in; with several nodes implement it on the store
 * that they share. Implementations are safe for use by many threads.
 *
 * <p>What is kept must not be readable or changeable by the browser, and never logged: it holds the nonce and
 * the PKCE verifier.
 */
public interface PendingLogins {

    /**
     * Keeps a log-in.
     *
     * @param state the key: 43 characters of {@code A-Z a-z 0-9 - _}, never used before
     * @param login what to keep: a text of some hundred characters, a few thousand at most
     * @param expiresAt when it may be forgotten
     */
    void put(String state, String login, Instant expiresAt);

    /**
     * Hands a log-in out and forgets it, both at once: of two callers with the same state only one may get it
     * (in Redis {@code GETDEL}, in SQL {@code DELETE ... RETURNING}). That is what stops an answer from being
     * used twice.
     *
     * @param state the key, from the browser: any text, of at most 200 characters
     * @return empty when there is none
     */
    Optional<String> take(String state);

    /**
     * Whether a log-in with this state has been taken before. Only makes the failure's reason more exact; a
     * store that does not remember says no.
     */
    default boolean wasTaken(String state) {
        return false;
    }

    /**
     * In this system's memory.
     *
     * @param limit how many at most; when there are more the oldest are forgotten, so that nobody can fill
     *     the memory by beginning log-ins
     * @param clock by which they expire
     */
    static PendingLogins inMemory(int limit, Clock clock) {
        return new PendingLoginsInMemory(limit, clock);
    }
}
