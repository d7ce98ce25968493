package se.ehealthsdk.audit.access;

import java.util.Optional;

/**
 * What the consent service says about an actor and a patient.
 *
 * @param hasConsent whether there is a consent, or a registered emergency, that holds
 * @param type which of them; empty when the service does not tell
 * @param message a message of the service that is to be shown to the user; may hold personal data
 */
public record ConsentAnswer(
        boolean hasConsent, Optional<ConsentType> type, Optional<String> message) {

    /** There is none. */
    public static ConsentAnswer none() {
        return new ConsentAnswer(false, Optional.empty(), Optional.empty());
    }

    /** There is one of this type. */
    public static ConsentAnswer of(ConsentType type) {
        return new ConsentAnswer(true, Optional.of(type), Optional.empty());
    }

    /** Without the message. */
    @Override
    public String toString() {
        return "ConsentAnswer["
                + (hasConsent ? type.map(Enum::name).orElse("of unknown type") : "none")
                + "]";
    }
}
