/**
 * Certificates on their way: registered, sent to the recipient, revoked, whatever happens in between. {@link
 * se.ehealthsdk.certificate.submission.Submissions} does it, a {@link
 * se.ehealthsdk.certificate.submission.SubmissionStore} of the caller's own remembers it.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, RegisterCertificate 3, SendCertificateToRecipient 2,
 * RevokeCertificate 2, SendMessageToRecipient 2.
 */
@NullMarked
package se.ehealthsdk.certificate.submission;

import org.jspecify.annotations.NullMarked;
