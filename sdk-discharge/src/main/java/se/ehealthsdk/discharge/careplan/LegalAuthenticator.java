package se.ehealthsdk.discharge.careplan;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Who signed a plan ({@code LegalAuthenticatorType}).
 *
 * @param signatureTime when, Swedish local time
 * @param hsaId the signer's HSA-id; as it came
 * @param name the signer's name
 */
public record LegalAuthenticator(
        LocalDateTime signatureTime, Optional<String> hsaId, Optional<String> name) {

    /** A signer. */
    public static LegalAuthenticator of(LocalDateTime signatureTime, HsaId hsaId) {
        return new LegalAuthenticator(signatureTime, Optional.of(hsaId.value()), Optional.empty());
    }

    /** The time, never the name. */
    @Override
    public String toString() {
        return "LegalAuthenticator[" + signatureTime + "]";
    }
}
