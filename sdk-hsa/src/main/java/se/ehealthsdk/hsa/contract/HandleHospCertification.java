package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of HandleHospCertificationPerson 1.0: that a service follows, or stops following, a person
 * in HOSP.
 *
 * @param person the person
 * @param operation whether to start or stop following
 * @param certificationId the certificate (intyg) it is about
 * @param reason why, in free text
 */
public record HandleHospCertification(
        PersonId person,
        Operation operation,
        Optional<String> certificationId,
        Optional<String> reason) {

    /** The operations, all that the contract allows. */
    public enum Operation {
        /** Start following. */
        ADD,
        /** Stop following. */
        REMOVE
    }

    /** The operation; not the person. */
    @Override
    public String toString() {
        return "HandleHospCertification[" + operation + "]";
    }
}
