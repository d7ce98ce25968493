package se.ehealthsdk.outbox.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.PayloadKeys;

/**
 * Payloads and reasons as they are stored. The first byte says how: 0, then the bytes as they are; or 1, then
 * the length of the key's id, that id, a nonce of 12 bytes and what AES-256-GCM makes of the bytes. With 2
 * added, the bytes were {@linkplain Compression deflated} first. The item's id and destination are
 * authenticated with them, so that no row can take the content of another.
 */
final class PayloadCipher {

    private static final byte CLEAR = 0;
    private static final byte AES_GCM = 1;
    private static final byte DEFLATED = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MAX_KEY_ID = 64;
    private static final int KEY_BYTES = 32;

    private final @Nullable PayloadKeys keys;
    private final SecureRandom random = new SecureRandom();
    private final Compression compression = new Compression();

    PayloadCipher(@Nullable PayloadKeys keys) {
        this.keys = keys;
    }

    byte[] sealPayload(String id, String destination, byte[] payload) {
        return seal(binding('p', id, destination), payload);
    }

    byte[] sealReason(String id, String destination, String reason) {
        return seal(binding('r', id, destination), reason.getBytes(UTF_8));
    }

    byte[] openPayload(String id, String destination, byte[] sealed) throws Unreadable {
        return open(binding('p', id, destination), sealed);
    }

    String openReason(String id, String destination, byte @Nullable [] sealed) throws Unreadable {
        return sealed == null ? "" : new String(open(binding('r', id, destination), sealed), UTF_8);
    }

    /** As stored without a key: for what we say ourselves of an item that no key fits. */
    static byte[] unsealed(String reason) {
        return clear(CLEAR, reason.getBytes(UTF_8));
    }

    private byte[] seal(byte[] binding, byte[] content) {
        byte[] smaller = compression.deflated(content);
        return smaller == null ? seal(CLEAR, binding, content) : seal(DEFLATED, binding, smaller);
    }

    private byte[] seal(byte form, byte[] binding, byte[] content) {
        if (keys == null) {
            return clear(form, content);
        }
        try {
            String keyId = keys.currentId();
            byte[] keyIdBytes = keyId.getBytes(UTF_8);
            if (keyId.isEmpty() || keyId.length() > MAX_KEY_ID || keyIdBytes.length > 255) {
                throw new IllegalStateException("a key id has 1 to " + MAX_KEY_ID + " characters");
            }
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(keys, keyId), nonce, binding);
            ByteBuffer sealed =
                    ByteBuffer.allocate(
                            2
                                    + keyIdBytes.length
                                    + NONCE_BYTES
                                    + cipher.getOutputSize(content.length));
            sealed.put((byte) (AES_GCM + form))
                    .put((byte) keyIdBytes.length)
                    .put(keyIdBytes)
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(content), sealed);
            return sealed.array();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw noCurrentKey(e);
        }
    }

    private byte[] open(byte[] binding, byte[] sealed) throws Unreadable {
        int form = sealed.length == 0 ? -1 : sealed[0];
        if (form < 0 || form > AES_GCM + DEFLATED) {
            throw new Unreadable("it is stored in a form that this version does not know", null);
        }
        boolean encrypted = (form & AES_GCM) != 0;
        byte[] content =
                encrypted
                        ? decrypted(binding, sealed)
                        : Arrays.copyOfRange(sealed, 1, sealed.length);
        if ((form & DEFLATED) == 0) {
            return content;
        }
        try {
            return Compression.inflated(content);
        } catch (DataFormatException e) {
            throw new Unreadable("it has been changed", e);
        }
    }

    private byte[] decrypted(byte[] binding, byte[] sealed) throws Unreadable {
        if (sealed.length < 2) {
            throw new Unreadable("it is cut off", null);
        }
        int keyIdLength = sealed[1] & 0xff;
        int start = 2 + keyIdLength + NONCE_BYTES;
        if (sealed.length < start) {
            throw new Unreadable("it is cut off", null);
        }
        String keyId = new String(sealed, 2, keyIdLength, UTF_8);
        if (keys == null) {
            throw new WithoutKeys(keyId);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 2 + keyIdLength, start);
        Cipher cipher;
        try {
            cipher = cipher(Cipher.DECRYPT_MODE, key(keys, keyId), nonce, binding);
        } catch (GeneralSecurityException | RuntimeException e) {
            if (keyId.equals(currentId(keys))) {
                // A vault that is down is no reason to park a whole backlog.
                throw noCurrentKey(e);
            }
            throw new Unreadable("there is no key " + keyId, e);
        }
        try {
            return cipher.doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("key " + keyId + " does not fit, or it has been changed", e);
        }
    }

    private static String currentId(PayloadKeys keys) {
        try {
            return keys.currentId();
        } catch (RuntimeException e) {
            throw noCurrentKey(e);
        }
    }

    private static SecretKey key(PayloadKeys keys, String id) {
        SecretKey key = keys.key(id);
        byte[] encoded = key.getEncoded();
        // A key inside a hardware module shows no bytes.
        if (encoded != null && encoded.length != KEY_BYTES) {
            throw new IllegalStateException("key " + id + " is not of 256 bits");
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] binding)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding);
        return cipher;
    }

    private static byte[] clear(byte form, byte[] content) {
        byte[] stored = new byte[content.length + 1];
        stored[0] = form;
        System.arraycopy(content, 0, stored, 1, content.length);
        return stored;
    }

    private static byte[] binding(char what, String id, String destination) {
        return (what + ":" + id.length() + ":" + id + ":" + destination).getBytes(UTF_8);
    }

    private static OutboxException noCurrentKey(Exception cause) {
        return new OutboxException(
                OutboxException.Kind.CONFIGURATION,
                "The current key for payloads cannot be had",
                "See to it that PayloadKeys gives the key of its current id: AES, 256 bits.",
                cause);
    }

    /** No key fits, now; the message says why and names no content. */
    static class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /** The outbox was opened without keys: not this item's fault, and that of all the others too. */
    static final class WithoutKeys extends Unreadable {
        private static final long serialVersionUID = 1;

        WithoutKeys(String keyId) {
            super(
                    "it is encrypted with key "
                            + keyId
                            + ", and the outbox was opened without keys",
                    null);
        }
    }
}
