package se.ehealthsdk.certificate.contract;

import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The response of CreateDraftCertificate 3.
 *
 * @param certificate id of the draft, which the certificate keeps; empty if none was created
 * @param result whether it was created
 */
public record CreateDraftCertificateAnswer(Optional<Identifier> certificate, Result result) {}
