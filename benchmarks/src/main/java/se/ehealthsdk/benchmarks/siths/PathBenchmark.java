package se.ehealthsdk.benchmarks.siths;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.siths.validation.Purpose;
import se.ehealthsdk.siths.validation.ValidationResult;
import se.ehealthsdk.testpki.RevocationServices;

/**
 * From the bytes of a certificate and its issuer, as a proxy hands them on, to the verdict. Here: the typed view
 * and every check, with revocation that was asked for before. The Java runtime: the path alone, no revocation.
 *
 * <p>Neither side verifies a signature here: the runtime's certificate factory gives the same object for the same
 * bytes, and that remembers its signature's verification; this SDK remembers the path. A certificate that is new
 * costs both sides the same signatures, which hide all else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PathBenchmark {

    private final RevocationServices revocation = RevocationServices.start();
    private final List<X509Certificate> roots = revocation.pki().trustedRoots();
    private final List<byte[]> encoded = new ArrayList<>();
    private final CertificateValidator validator =
            CertificateValidator.trusting(TrustAnchors.of(roots)).build();

    /** Asks for revocation once. */
    public PathBenchmark() {
        try {
            for (X509Certificate each : revocation.pki().person("SE2321000016-USER").chain()) {
                encoded.add(each.getEncoded());
            }
            ours();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This SDK. */
    @Benchmark
    public ValidationResult ours() throws GeneralSecurityException {
        SithsCertificate shown = SithsCertificate.parse(encoded.get(0));
        ValidationResult result =
                validator.validate(
                        List.of(shown.certificate(), read(encoded.get(1))), Purpose.AUTHENTICATION);
        if (!result.trusted()) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }

    /** {@code CertPathValidator}, the certificates read from the same bytes. */
    @Benchmark
    public Object jdk() throws GeneralSecurityException {
        List<X509Certificate> chain = List.of(read(encoded.get(0)), read(encoded.get(1)));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(roots.get(0), null)));
        parameters.setRevocationEnabled(false);
        return CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(chain),
                        parameters);
    }

    private static X509Certificate read(byte[] certificate) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate));
    }

    /** Lets the stand-in services go. */
    @TearDown
    public void close() {
        validator.close();
        revocation.close();
    }
}
