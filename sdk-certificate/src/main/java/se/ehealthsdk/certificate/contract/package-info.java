/**
 * The messages of clinicalprocess:healthcond:certificate, for those who answer calls or make calls of their own.
 * Whoever asks Intygstjänster and Webcert uses {@code CertificateClient}.
 *
 * <p>Times are Swedish local time without zone, as on the wire. Identifiers of people and certificates stand as they
 * came: what is checked, the receiver of a message checks.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, core 3.3, types 3.2, extensions 3.2 to 3.4.
 */
@NullMarked
package se.ehealthsdk.certificate.contract;

import org.jspecify.annotations.NullMarked;
