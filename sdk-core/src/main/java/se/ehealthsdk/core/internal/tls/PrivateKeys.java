package se.ehealthsdk.core.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads private keys in the forms they have in PEM files, with nothing but the JDK. */
public final class PrivateKeys {

    private static final Der EC = oid("2a8648ce3d0201");
    private static final Der RSA = oid("2a864886f70d010101");
    private static final Der NULL = new Der(0x05, new byte[0]);
    private static final Der ZERO = new Der(Der.INTEGER, new byte[] {0});
    private static final int EC_PARAMETERS = 0xa0;

    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    "2a864886f70d010101", "RSA",
                    "2a864886f70d01010a", "RSASSA-PSS",
                    "2a8648ce3d0201", "EC",
                    "2b6570", "EdDSA",
                    "2b6571", "EdDSA");

    private PrivateKeys() {}

    /** The file holds no private key that can be read; the message says why, in words. */
    public static final class UnreadableKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableKeyException(String message) {
            super(message);
        }

        UnreadableKeyException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The first private key among the blocks: PKCS#8 plain or encrypted, PKCS#1 (RSA), SEC 1 (EC).
     *
     * @param blocks the blocks of a PEM file
     * @param password the key's password; null when there is none
     * @throws UnreadableKeyException when there is no key, or it cannot be read
     */
    public static PrivateKey read(List<PemBlock> blocks, char @Nullable [] password)
            throws UnreadableKeyException {
        PemBlock block =
                blocks.stream()
                        .filter(each -> each.label().endsWith("PRIVATE KEY"))
                        .findFirst()
                        .orElseThrow(() -> new UnreadableKeyException("it holds no private key"));
        if (block.legacyEncrypted()) {
            throw new UnreadableKeyException(
                    "its key is encrypted in an outdated form (Proc-Type header); convert it with"
                            + " \"openssl pkcs8 -topk8 -in OLD -out NEW\"");
        }
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> pkcs8(block.content());
                case "ENCRYPTED PRIVATE KEY" -> decrypt(block.content(), password);
                case "RSA PRIVATE KEY" ->
                        pkcs8(wrapped(Der.of(Der.SEQUENCE, RSA, NULL), block.content()));
                case "EC PRIVATE KEY" -> pkcs8(sec1(block.content(), blocks));
                default ->
                        throw new UnreadableKeyException(
                                "its key has a form that is not known; convert it with"
                                        + " \"openssl pkcs8 -topk8 -in OLD -out NEW\"");
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | InvalidKeySpecException e) {
            throw new UnreadableKeyException("its private key is damaged", e);
        } catch (NoSuchAlgorithmException e) {
            throw new UnreadableKeyException("its key has an algorithm that this JDK lacks", e);
        }
    }

    private static PrivateKey pkcs8(byte[] encoded)
            throws UnreadableKeyException, NoSuchAlgorithmException, InvalidKeySpecException {
        Der algorithm = Der.read(encoded).children().get(1).children().get(0);
        String name = ALGORITHMS.get(HexFormat.of().formatHex(algorithm.content()));
        if (name == null) {
            throw new UnreadableKeyException("its key is neither RSA, EC nor EdDSA");
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static byte[] wrapped(Der algorithm, byte[] key) {
        return Der.of(Der.SEQUENCE, ZERO, algorithm, new Der(Der.OCTET_STRING, key)).encoded();
    }

    /** SEC 1 names the curve inside the key, or in a block of its own before it, or in both. */
    private static byte[] sec1(byte[] encoded, List<PemBlock> blocks)
            throws UnreadableKeyException {
        for (Der part : Der.read(encoded).children()) {
            if (part.tag() == EC_PARAMETERS) {
                return wrapped(Der.of(Der.SEQUENCE, EC, part.children().get(0)), encoded);
            }
        }
        for (PemBlock block : blocks) {
            if (block.label().equals("EC PARAMETERS")) {
                return wrapped(Der.of(Der.SEQUENCE, EC, Der.read(block.content())), encoded);
            }
        }
        throw new UnreadableKeyException("its EC key does not say on which curve it is");
    }

    private static PrivateKey decrypt(byte[] encrypted, char @Nullable [] password)
            throws UnreadableKeyException {
        if (password == null) {
            throw new UnreadableKeyException("its key is encrypted and no password was given");
        }
        EncryptedPrivateKeyInfo info;
        Key key;
        Cipher cipher;
        PBEKeySpec spec = new PBEKeySpec(password);
        try {
            info = new EncryptedPrivateKeyInfo(encrypted);
            // For PBES2 only the parameters know the full name, such as
            // PBEWithHmacSHA256AndAES_256.
            String name =
                    info.getAlgName().startsWith("PBEWith")
                            ? info.getAlgName()
                            : info.getAlgParameters().toString();
            key = SecretKeyFactory.getInstance(name).generateSecret(spec);
            cipher = Cipher.getInstance(name);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
        } catch (IOException | GeneralSecurityException e) {
            throw new UnreadableKeyException(
                    "its key is encrypted in a way that this JDK does not know; convert it with"
                            + " \"openssl pkcs8 -topk8 -v2 aes256 -in OLD -out NEW\"",
                    e);
        } finally {
            spec.clearPassword();
        }
        try {
            byte[] plain = cipher.doFinal(info.getEncryptedData());
            try {
                return pkcs8(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // A wrong password shows as bad padding, or now and then as rubbish.
            throw new UnreadableKeyException("the password of its key is wrong", e);
        }
    }

    private static Der oid(String hex) {
        return new Der(Der.OBJECT_IDENTIFIER, HexFormat.of().parseHex(hex));
    }
}
