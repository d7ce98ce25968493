/**
 * Why mutual TLS with an endpoint fails, in words for a support desk.
 *
 * <p>Source: RFC 8446 and RFC 5246 (TLS 1.3 and 1.2, with the meaning of alerts), RFC 9110 (CONNECT), RFC 9525 (names of
 * servers).
 */
@NullMarked
package se.ehealthsdk.siths.diagnosis;

import org.jspecify.annotations.NullMarked;
