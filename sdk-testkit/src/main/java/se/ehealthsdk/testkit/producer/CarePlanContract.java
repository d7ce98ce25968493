package se.ehealthsdk.testkit.producer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.report.Report;

/**
 * What the aggregating service expects of a producer of GetCarePlans 2. Immutable.
 */
public final class CarePlanContract implements ProducerContract {

    private CarePlanContract() {}

    static CarePlanContract start() {
        return new CarePlanContract();
    }

    /** Where the producer listens. Needed. */
    public CarePlanContract at(URI url) {
        return this;
    }

    /** The certificate that the calls come with, as the national side's. Needed. */
    public CarePlanContract with(Credential credential) {
        return this;
    }

    /** Whom the producer's server certificate is to be issued by. Needed. */
    public CarePlanContract trusting(TrustAnchors anchors) {
        return this;
    }

    /** The source system's logical address: its HSA-id. Needed. */
    public CarePlanContract sourceSystem(LogicalAddress address) {
        return this;
    }

    /** A patient who has at least one plan there. Needed. */
    public CarePlanContract patient(PersonId withPlans) {
        return this;
    }

    /** A patient who has none there; the official test number 19121212-1212 unless set. */
    public CarePlanContract patientWithout(PersonId without) {
        return this;
    }

    /** The folder of official contracts, to validate answers with; their form is checked by our own reading unless set. */
    public CarePlanContract contracts(Path folder) {
        return this;
    }

    @Override
    public String name() {
        return "GetCarePlans 2";
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
