/**
 * The services of Intygstjänster and Webcert, as a care system asks them: register certificates, send them to
 * recipients, read, list, revoke, ask and answer, create drafts.
 *
 * <p>{@link se.ehealthsdk.certificate.CertificateClient} makes one call at a time. What is to survive a crash between
 * the calls goes through {@code se.ehealthsdk.certificate.submission}.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, RegisterCertificate 3, GetCertificate 2, ListCertificatesForCare
 * 3, ListCertificatesForCareWithQA 3, RevokeCertificate 2, SendCertificateToRecipient 2, SendMessageToRecipient 2,
 * CreateDraftCertificate 3, SetCertificateStatus 2, ListSickLeavesForCare 1.
 */
@NullMarked
package se.ehealthsdk.certificate;

import org.jspecify.annotations.NullMarked;
