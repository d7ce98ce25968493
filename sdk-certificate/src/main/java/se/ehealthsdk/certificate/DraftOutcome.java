package se.ehealthsdk.certificate;

import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * What came of creating a draft.
 *
 * @param certificate id of the draft, which the certificate keeps when it is signed; empty if none was created
 * @param outcome whether it was created; a notice is for instance that there is an earlier death certificate
 */
public record DraftOutcome(Optional<Identifier> certificate, ServiceOutcome outcome) {

    /**
     * The id of the draft.
     *
     * @throws se.ehealthsdk.core.error.RejectedException if none was created
     * @throws ProtocolException if Webcert says that one was created, and not which: look for it in its list
     */
    public Identifier orThrow() {
        outcome.orThrow();
        return certificate.orElseThrow(
                () ->
                        new ProtocolException(
                                "Webcert created a draft and did not tell its id",
                                outcome.call(),
                                null));
    }
}
