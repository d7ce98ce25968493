package se.ehealthsdk.outbox;

import javax.crypto.SecretKey;

/**
 * Where the keys come from that payloads are encrypted with at rest (AES-256-GCM): a key store, a vault, a
 * hardware module. Must be safe for use by many threads.
 */
public interface PayloadKeys {

    /** The id of the key to encrypt new payloads with; 1 to 64 characters. */
    String currentId();

    /**
     * The key of an id, current or older, 256 bits, for AES.
     *
     * @throws RuntimeException if there is none; the item is then kept as it is and parked
     */
    SecretKey key(String id);
}
