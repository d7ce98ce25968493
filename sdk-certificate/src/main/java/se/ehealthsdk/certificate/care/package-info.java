/**
 * The care system as the one that is called: Webcert's status updates about certificates, and messages from their
 * recipients, received so that nothing is lost, nothing counts twice, and the order of arrival does not matter.
 *
 * <p>{@link se.ehealthsdk.certificate.care.CareEvents} answers the calls, a {@link
 * se.ehealthsdk.certificate.care.CareEventStore} of the caller's keeps what came, and {@link
 * se.ehealthsdk.certificate.care.CertificateOverview} tells how things are with a certificate.
 *
 * <p>Times are Swedish local time, as on the wire.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, CertificateStatusUpdateForCare 3 (schemas 3.1 and 3.2) and
 * SendMessageToCare 2.0; how Webcert 7.7 and Intygstjänster 4.3 send them.
 */
@NullMarked
package se.ehealthsdk.certificate.care;

import org.jspecify.annotations.NullMarked;
