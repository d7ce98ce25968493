/**
 * Whether a certificate can be trusted: path, use and revocation, each check named with its outcome.
 *
 * <p>Nothing is downloaded but the answers of revocation services: trust anchors and issuing authorities are the
 * caller's files. A certificate that does not hold is a result, never an exception.
 *
 * <p>Source: RFC 5280 (certificates and revocation lists), RFC 6960 and RFC 9654 (OCSP).
 */
@NullMarked
package se.ehealthsdk.siths.validation;

import org.jspecify.annotations.NullMarked;
