package se.ehealthsdk.testkit;

import java.security.cert.X509Certificate;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * Which certificate a server shows: the right one, or one that a client must refuse. Set with {@link
 * NationalServices#serverCertificate(ServerCertificate)}.
 */
public enum ServerCertificate {

    /** In force, of this host, of the test PKI. */
    VALID,
    /** Of this host and of the test PKI, but expired by the clock of the PKI. */
    EXPIRED,
    /** Of this host and in force, but of a PKI that nobody trusts. */
    UNTRUSTED,
    /** In force and of the test PKI, but of {@code wrong-host.example.test} alone. */
    ANOTHER_HOST;

    private static final String SERVER_HSA_ID = "SE2321000016-TESTSRV";

    /** A certificate of this kind; of {@link #VALID}, one for this machine's own programs. */
    IssuedCertificate issue(TestPki pki) {
        return switch (this) {
            case VALID -> pki.server("localhost");
            case EXPIRED -> expired(pki);
            case UNTRUSTED -> pki.untrusted().server("localhost");
            case ANOTHER_HOST -> pki.serverWithWrongHostName();
        };
    }

    private static IssuedCertificate expired(TestPki pki) {
        X509Certificate expired = pki.expired(SERVER_HSA_ID).certificate();
        return pki.functionBuilder(SERVER_HSA_ID)
                .dnsName("localhost")
                .ipAddress("127.0.0.1")
                .validFrom(expired.getNotBefore().toInstant())
                .validTo(expired.getNotAfter().toInstant())
                .issue();
    }
}
