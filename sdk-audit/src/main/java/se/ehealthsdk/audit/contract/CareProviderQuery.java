package se.ehealthsdk.audit.contract;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of GetConsentsForCareProvider 2.0 and GetPatientRelationsForCareProvider 1.0.
 *
 * @param careProvider registered at which care provider
 * @param createdOnOrAfter stored by the service at this time or later; empty for all
 * @param includeCancelled whether to tell of what was cancelled or deleted before its end too
 */
public record CareProviderQuery(
        HsaId careProvider, Optional<Instant> createdOnOrAfter, boolean includeCancelled) {}
