package se.ehealthsdk.testkit.producer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.report.Report;

/**
 * What Webcert expects of a receiver of CertificateStatusUpdateForCare 3. Immutable.
 */
public final class StatusUpdateContract implements ProducerContract {

    private StatusUpdateContract() {}

    static StatusUpdateContract start() {
        return new StatusUpdateContract();
    }

    /** Where the producer listens. Needed. */
    public StatusUpdateContract at(URI url) {
        return this;
    }

    /** The certificate that the calls come with, as the national side's. Needed. */
    public StatusUpdateContract with(Credential credential) {
        return this;
    }

    /** Whom the producer's server certificate is to be issued by. Needed. */
    public StatusUpdateContract trusting(TrustAnchors anchors) {
        return this;
    }

    /** A unit that the producer has, which the certificates are issued at; the logical address too. Needed. */
    public StatusUpdateContract unit(HsaId unit) {
        return this;
    }

    /** A certificate that the producer knows, for those that take events of known ones alone; made up for each check unless set. */
    public StatusUpdateContract certificate(String id) {
        return this;
    }

    /** How the producer's own system sees a certificate: the codes of the events that it holds, in its order. Nothing is said of that unless set. */
    public StatusUpdateContract eventsHeld(Function<String, List<String>> ofCertificate) {
        return this;
    }

    /** The folder of official contracts, to validate answers with; their form is checked by our own reading unless set. */
    public StatusUpdateContract contracts(Path folder) {
        return this;
    }

    @Override
    public String name() {
        return "CertificateStatusUpdateForCare 3";
    }

    @Override
    public List<ProducerCheck> checks() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Report run() {
        throw new UnsupportedOperationException("not yet");
    }
}
