package se.ehealthsdk.audit.contract;

import java.util.Optional;
import se.ehealthsdk.audit.access.ConsentType;

/**
 * The response of CheckConsent 2.0.
 *
 * @param result whether the check was made
 * @param hasConsent whether there is a consent, or an emergency, that holds
 * @param type which of them
 */
public record CheckConsentAnswer(
        AccessControlResult result, boolean hasConsent, Optional<ConsentType> type) {}
