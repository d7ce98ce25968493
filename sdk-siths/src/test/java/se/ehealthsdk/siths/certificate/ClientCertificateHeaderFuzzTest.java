package se.ehealthsdk.siths.certificate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whatever the value of the header is: certificates, none, or the documented refusal. */
class ClientCertificateHeaderFuzzTest {

    private final ClientCertificateHeader header =
            ClientCertificateHeader.builder()
                    .header(ClientCertificateHeader.CLIENT_CERT)
                    .trustedProxies("127.0.0.1")
                    .build();

    /** Up to the first form feed the value of Client-Cert, then values of Client-Cert-Chain. */
    @FuzzTest
    void read(byte[] values) throws Exception {
        List<String> lines =
                List.of(new String(values, StandardCharsets.ISO_8859_1).split("\f", -1));
        InetAddress proxy = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            header.read(
                            proxy,
                            name ->
                                    name.equals(ClientCertificateHeader.CLIENT_CERT)
                                            ? lines.subList(0, 1)
                                            : lines.subList(1, lines.size()))
                    .ifPresent(ClientCertificateHeaderFuzzTest::requireCertificates);
        } catch (ClientCertificateRefusedException documented) {
            Accessors.requireNoContent(documented);
        }
    }

    private static void requireCertificates(List<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            throw new AssertionError("neither a certificate nor none");
        }
    }
}
