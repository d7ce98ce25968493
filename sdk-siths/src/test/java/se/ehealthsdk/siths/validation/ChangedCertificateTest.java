package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Certificates with changed bytes, as far as the JDK can read them: always a result, never trust. */
class ChangedCertificateTest {

    private static final int ROUNDS = 3_000;
    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate FUNCTION = PKI.function("SE2321000016-39KJ");
    private static final CertificateValidator VALIDATOR =
            CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots()))
                    .withoutRevocationAtOwnRisk()
                    .build();

    @Test
    void changedCertificate_isNotTrusted() throws Exception {
        assertThat(judge(0, FUNCTION.certificate().getEncoded())).contains(true);
        assertThat(changedAndRead(0)).isGreaterThan(100);
    }

    @Test
    void changedIssuer_isNotTrusted() throws Exception {
        assertThat(judge(1, PKI.functionCa().certificate().getEncoded())).contains(true);
        assertThat(changedAndRead(1)).isGreaterThan(100);
    }

    /** How many of the changed certificates could be read, and were judged. */
    private static int changedAndRead(int place) throws Exception {
        X509Certificate original = FUNCTION.chain().get(place);
        byte[] good = original.getEncoded();
        String signed = new String(original.getTBSCertificate(), StandardCharsets.ISO_8859_1);
        int read = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] changed = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Optional<Boolean> trusted = judge(place, changed);
            read += trusted.isPresent() ? 1 : 0;
            // what is not signed may be written in several ways
            if (!new String(changed, StandardCharsets.ISO_8859_1).contains(signed)) {
                assertThat(trusted.orElse(false)).as("seed %d", seed).isFalse();
            }
        }
        return read;
    }

    /** Empty when the JDK cannot read it. */
    private static Optional<Boolean> judge(int place, byte[] der) {
        List<X509Certificate> chain = new ArrayList<>(FUNCTION.chain());
        try {
            chain.set(
                    place,
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
        ValidationResult result = VALIDATOR.validate(chain, Purpose.FUNCTION);
        assertThat(result.checks()).hasSize(CheckResult.Check.values().length);
        return Optional.of(result.trusted());
    }
}
