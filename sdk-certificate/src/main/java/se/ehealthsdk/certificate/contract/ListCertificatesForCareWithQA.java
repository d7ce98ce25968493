package se.ehealthsdk.certificate.contract;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of ListCertificatesForCareWithQA 3: units or a care provider; Webcert ignores the care provider when
 * there are units.
 *
 * @param patient whose certificates
 * @param units issued by these units
 * @param careProvider issued by any unit of this care provider
 * @param from with an event at this time or later, Swedish local time in whole seconds
 * @param to with an event at this time or earlier, Swedish local time in whole seconds
 */
public record ListCertificatesForCareWithQA(
        Identifier patient,
        List<HsaId> units,
        Optional<HsaId> careProvider,
        Optional<LocalDateTime> from,
        Optional<LocalDateTime> to) {

    /** Copies. */
    public ListCertificatesForCareWithQA {
        units = List.copyOf(units);
    }
}
