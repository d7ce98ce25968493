package se.ehealthsdk.certificate.contract;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of ListCertificatesForCare 3: a care provider or units, never both. The answer is the certificates,
 * revoked ones included.
 *
 * @param patient whose certificates
 * @param careProvider issued by any unit of this care provider
 * @param units issued by these units
 */
public record ListCertificatesForCare(
        Identifier patient, Optional<HsaId> careProvider, List<HsaId> units) {

    /** Copies. */
    public ListCertificatesForCare {
        units = List.copyOf(units);
    }
}
