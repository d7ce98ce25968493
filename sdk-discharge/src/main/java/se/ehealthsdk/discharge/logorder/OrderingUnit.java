package se.ehealthsdk.discharge.logorder;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The operation that orders a log and gets it: it discloses or reviews, not the administration that delivers.
 *
 * @param careProvider its care provider, whose log it is
 * @param unit its HSA-id
 * @param kind what kind of operator the care provider is
 * @param disclosureRoutine where its routine for disclosing logs to patients stands; every operation has to have one
 * @param reviewRoutine where its routine for random review stands; every operation has to have one
 */
public record OrderingUnit(
        HsaId careProvider,
        HsaId unit,
        OperatorKind kind,
        Optional<String> disclosureRoutine,
        Optional<String> reviewRoutine) {}
