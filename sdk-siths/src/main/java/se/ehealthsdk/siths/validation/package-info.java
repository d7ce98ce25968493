/**
 * Whether a certificate can be trusted: path, use and revocation, each check named with its outcome.
 *
 * <p>Source: RFC 5280 (certificates and revocation lists), RFC 6960 and RFC 8954 (OCSP).
 */
@NullMarked
package se.ehealthsdk.siths.validation;

import org.jspecify.annotations.NullMarked;
