package se.ehealthsdk.siths.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testpki.TestPki;

/** Good certificates with bytes changed are read, or refused as documented, and never anything else. */
class MutatedCertificatesTest {

    private static final int EACH = 3_000;

    private final List<X509Certificate> good =
            List.of(
                    TestPki.shared().function("SE2321000016-TESTSYS").certificate(),
                    TestPki.shared().personById("191212121212").certificate(),
                    TestPki.shared().functionCa().certificate());

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 42})
    void parse_mutated_isReadOrRefused(long seed) throws Exception {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            byte[] der = good.get(i % good.size()).getEncoded();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                der = mutated(der, random);
            }
            try {
                Accessors.callAll(SithsCertificate.parse(der));
            } catch (InvalidInputException documented) {
                Accessors.requireNoContent(documented);
                refused++;
            }
        }
        assertThat(refused).isBetween(EACH / 10, EACH - 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122})
    void of_mutated_fromAProviderThatParsesLate_isReadOrRefused(long seed) throws Exception {
        CertificateFactory lazy =
                CertificateFactory.getInstance("X.509", new BouncyCastleProvider());
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            byte[] der = mutated(good.get(i % good.size()).getEncoded(), random);
            X509Certificate certificate = parsed(lazy, der);
            if (certificate == null) {
                continue;
            }
            try {
                Accessors.callAll(SithsCertificate.of(certificate));
            } catch (InvalidInputException documented) {
                Accessors.requireNoContent(documented);
                refused++;
            }
        }
        assertThat(refused).isBetween(1, EACH - 1);
    }

    private static X509Certificate parsed(CertificateFactory factory, byte[] der) {
        try {
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | RuntimeException refusedByTheProvider) {
            return null;
        }
    }

    private static byte[] mutated(byte[] der, Random random) {
        byte[] changed = der.clone();
        int at = random.nextInt(changed.length);
        switch (random.nextInt(4)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                int length = Math.min(random.nextInt(12), changed.length - at);
                System.arraycopy(der, random.nextInt(der.length - length), changed, at, length);
            }
            default -> Arrays.fill(changed, at, Math.min(changed.length, at + 4), (byte) 0);
        }
        return changed;
    }
}
