/**
 * Log-in of health care staff through an IdP, Inera's or a region's, with OpenID Connect.
 *
 * <p>{@link se.ehealthsdk.siths.login.IdentityProvider} is the way in. It belongs to no web framework: it
 * gives the address that the browser is to be sent to, and takes the parameters that the browser comes back
 * with.
 *
 * <p>Source: OpenID Connect Core 1.0, Discovery 1.0 and RP-Initiated Logout 1.0; RFC 6749 (OAuth 2.0), RFC
 * 7636 (PKCE), RFC 7523 (private_key_jwt), RFC 8705 (mutual TLS), RFC 9207 (issuer in the answer); RFC 9700
 * (security best current practice).
 */
@NullMarked
package se.ehealthsdk.siths.login;

import org.jspecify.annotations.NullMarked;
