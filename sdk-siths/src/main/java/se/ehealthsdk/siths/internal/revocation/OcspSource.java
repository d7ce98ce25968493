package se.ehealthsdk.siths.internal.revocation;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/** Asks the issuers' OCSP services. Thread-safe. */
final class OcspSource implements AutoCloseable {

    /** An answer has a signature and one or two certificates; this is many times that. */
    private static final int MAX_BYTES = 64 * 1024;

    private final RevocationSettings settings;
    private final Freshness freshness;
    private final OcspSigners signers;
    private final Fetching fetching;

    OcspSource(RevocationSettings settings, Freshness freshness, RevocationListSource lists) {
        this.settings = settings;
        this.freshness = freshness;
        this.signers = new OcspSigners(settings.clock(), lists);
        this.fetching = new Fetching(settings, MAX_BYTES);
    }

    List<URI> addresses(X509Certificate certificate) {
        return settings.ocspUrl() != null
                ? List.of(settings.ocspUrl())
                : RevocationAddresses.ocsp(certificate).stream().map(settings.addresses()).toList();
    }

    Timed<RevocationStatus> ask(URI url, X509Certificate certificate, X509Certificate issuer)
            throws UnusableException {
        OcspQuestion question = OcspQuestion.about(certificate, issuer);
        byte[] answer = fetching.post(url, "application/ocsp-request", question.encoded());
        return new OcspAnswer(question, freshness, settings.nonceRequired(), signers).read(answer);
    }

    @Override
    public void close() {
        fetching.close();
    }
}
