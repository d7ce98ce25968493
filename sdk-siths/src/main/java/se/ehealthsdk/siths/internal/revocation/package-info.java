/**
 * Whether a certificate has been revoked: OCSP and revocation lists, with caches.
 *
 * <p>Source: RFC 6960 (OCSP), RFC 9654 (its nonce), RFC 5280 sections 5 and 6.3 (revocation lists).
 */
@NullMarked
package se.ehealthsdk.siths.internal.revocation;

import org.jspecify.annotations.NullMarked;
