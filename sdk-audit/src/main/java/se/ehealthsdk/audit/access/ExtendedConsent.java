package se.ehealthsdk.audit.access;

import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A consent with its history.
 *
 * <p>Source: {@code ExtendedPDLAssertionType} of informationsecurity:authorization:consent 2.0.
 *
 * @param consent the consent
 * @param representedBy who gave it for the patient
 * @param registered who registered it
 * @param cancelled who cancelled it (återkallade): it was right, and holds no longer
 * @param deleted who deleted it (makulerade): it had been registered by mistake
 */
public record ExtendedConsent(
        Consent consent,
        Optional<PersonId> representedBy,
        Action registered,
        Optional<Action> cancelled,
        Optional<Action> deleted) {}
