package se.ehealthsdk.core.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.internal.tls.PrivateKeys.UnreadableKeyException;

class PrivateKeysTest {

    private static final char[] PASSWORD = "hemligt-lösen".toCharArray();
    private static final PrivateKey RSA = generate("RSA");
    private static final PrivateKey EC = generate("EC");

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void pkcs8_isRead(String algorithm) throws Exception {
        PrivateKey key = generate(algorithm);

        assertThat(read(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PBEWithHmacSHA256AndAES_256",
                "PBEWithHmacSHA1AndAES_128",
                "PBEWithHmacSHA512AndAES_256",
                "PBEWithSHA1AndDESede"
            })
    void pkcs8_encrypted_isRead(String algorithm) throws Exception {
        String pem = pem("ENCRYPTED PRIVATE KEY", encrypt(RSA.getEncoded(), algorithm));

        assertThat(PrivateKeys.read(PemBlock.readAll(pem), asciiPassword())).isEqualTo(RSA);
    }

    @Test
    void pkcs8_encrypted_wrongPassword_saysSo() throws Exception {
        String pem =
                pem(
                        "ENCRYPTED PRIVATE KEY",
                        encrypt(EC.getEncoded(), "PBEWithHmacSHA256AndAES_256"));

        assertThatThrownBy(() -> PrivateKeys.read(PemBlock.readAll(pem), "fel".toCharArray()))
                .isInstanceOf(UnreadableKeyException.class)
                .hasMessageContaining("password")
                .hasMessageContaining("wrong");
    }

    @Test
    void pkcs8_encrypted_withoutPassword_saysSo() throws Exception {
        String pem =
                pem(
                        "ENCRYPTED PRIVATE KEY",
                        encrypt(EC.getEncoded(), "PBEWithHmacSHA256AndAES_256"));

        assertThatThrownBy(() -> read(pem)).hasMessageContaining("no password was given");
    }

    @Test
    void pkcs1_rsa_isRead() throws Exception {
        assertThat(read(pem("RSA PRIVATE KEY", inner(RSA)))).isEqualTo(RSA);
    }

    @Test
    void sec1_curveInsideTheKey_isRead() throws Exception {
        Der plain = Der.read(inner(EC));
        Der withCurve =
                Der.of(
                        Der.SEQUENCE,
                        plain.children().get(0),
                        plain.children().get(1),
                        Der.of(0xa0, curve()));

        ECPrivateKey read = (ECPrivateKey) read(pem("EC PRIVATE KEY", withCurve.encoded()));
        assertThat(read.getS()).isEqualTo(((ECPrivateKey) EC).getS());
        assertThat(read.getParams()).isEqualTo(((ECPrivateKey) EC).getParams());
    }

    @Test
    void sec1_curveInItsOwnBlock_isRead() throws Exception {
        Der plain = Der.read(inner(EC));
        Der withoutCurve = Der.of(Der.SEQUENCE, plain.children().get(0), plain.children().get(1));

        String text =
                pem("EC PARAMETERS", curve().encoded())
                        + pem("EC PRIVATE KEY", withoutCurve.encoded());
        assertThat(read(text)).isEqualTo(EC);
    }

    @Test
    void sec1_withoutCurve_saysSo() {
        Der plain = Der.read(inner(EC));
        Der withoutCurve = Der.of(Der.SEQUENCE, plain.children().get(0), plain.children().get(1));

        assertThatThrownBy(() -> read(pem("EC PRIVATE KEY", withoutCurve.encoded())))
                .hasMessageContaining("curve");
    }

    @Test
    void legacyEncryption_saysHowToConvert() {
        String text =
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                        + "DEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n";

        assertThatThrownBy(() -> read(text)).hasMessageContaining("openssl pkcs8 -topk8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENSSH PRIVATE KEY", "DSA PRIVATE KEY"})
    void unknownForm_saysHowToConvert(String label) {
        assertThatThrownBy(() -> read(pem(label, new byte[] {1})))
                .isInstanceOf(UnreadableKeyException.class)
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    void noKey_saysSo() {
        assertThatThrownBy(() -> read(pem("CERTIFICATE", new byte[] {1})))
                .hasMessageContaining("no private key");
    }

    @Test
    void textAroundBlocks_windowsLineEndsAndIndentation_areAccepted() throws Exception {
        String text =
                "Bag Attributes\n  friendlyName: x\n"
                        + pem("PRIVATE KEY", EC.getEncoded()).replace("\n", " \r\n")
                        + "\r\n";

        assertThat(read(text)).isEqualTo(EC);
    }

    /** Whatever the bytes are, the answer is a key or the one exception: never another. */
    @Test
    void damagedKeys_giveTheOneException() {
        Random random = new Random(20261122);
        List<byte[]> originals = List.of(RSA.getEncoded(), EC.getEncoded());
        List<String> labels =
                List.of(
                        "PRIVATE KEY",
                        "RSA PRIVATE KEY",
                        "EC PRIVATE KEY",
                        "ENCRYPTED PRIVATE KEY");
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] bytes = originals.get(i % 2).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(random.nextBoolean() ? 40 : bytes.length)] =
                        (byte) random.nextInt();
            }
            String text = pem(labels.get(random.nextInt(4)), bytes);
            try {
                PrivateKeys.read(PemBlock.readAll(text), PASSWORD);
            } catch (UnreadableKeyException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void toString_ofKeyParts_hidesContent() {
        byte[] secret = "secret".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Der(4, secret).toString()).isEqualTo("Der[tag=4, length=6]");
        assertThat(PemBlock.readAll(pem("PRIVATE KEY", secret)).toString())
                .isEqualTo("[PemBlock[PRIVATE KEY]]");
    }

    @Test
    void pemBlock_cutShort_isRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> PemBlock.readAll("-----BEGIN PRIVATE KEY-----\nSECRET"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("SECRET");
        assertThatThrownBy(() -> PemBlock.readAll("-----BEGIN X-----\nSECR*ET\n-----END X-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("SECR");
    }

    private static PrivateKey read(String pem) throws UnreadableKeyException {
        return PrivateKeys.read(PemBlock.readAll(pem), null);
    }

    /** The older algorithms take passwords of ASCII only. */
    private static char[] asciiPassword() {
        return "hemligt".toCharArray();
    }

    private static byte[] encrypt(byte[] plain, String algorithm) throws Exception {
        SecretKey key =
                SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(asciiPassword()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, key);
        AlgorithmParameters parameters = cipher.getParameters();
        byte[] encrypted = cipher.doFinal(plain);
        if (algorithm.equals("PBEWithSHA1AndDESede")) {
            return new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded();
        }
        Der pbes2 =
                Der.of(
                        Der.SEQUENCE,
                        new Der(
                                Der.OBJECT_IDENTIFIER,
                                HexFormat.of().parseHex("2a864886f70d01050d")),
                        Der.read(parameters.getEncoded()));
        return Der.of(Der.SEQUENCE, pbes2, new Der(Der.OCTET_STRING, encrypted)).encoded();
    }

    private static byte[] inner(PrivateKey pkcs8) {
        return Der.read(pkcs8.getEncoded()).children().get(2).content();
    }

    private static Der curve() {
        return Der.read(EC.getEncoded()).children().get(1).children().get(1);
    }

    private static PrivateKey generate(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (algorithm.equals("RSA")) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        label,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content),
                        label);
    }
}
