/**
 * Who one is and whom one trusts in mutual TLS: the system's own {@link
 * se.ehealthsdk.core.tls.Credential} and the {@link se.ehealthsdk.core.tls.TrustAnchors}.
 *
 * <p>In the national infrastructure a system is its SITHS function certificate (funktionscertifikat):
 * the service platform takes the caller's HSA-id from serialNumber in the certificate's subject, and
 * decides by it what the system may call. A certificate that cannot work is therefore found when a
 * client is built, with words for what to order, and a renewed file is taken into use while running.
 *
 * <p>TLS 1.3 and 1.2 are offered, nothing older.
 *
 * <p>Sources: RIV-TA Basic Profile 2.1 (ARK_0002); SITHS e-id certificates as seen in use; RFC 5280
 * (certificates), RFC 8446 and 5246 (TLS), RFC 7468 (PEM).
 */
@NullMarked
package se.ehealthsdk.core.tls;

import org.jspecify.annotations.NullMarked;
