/**
 * XML signatures on certificates (intyg): made with a key at hand or by a remote signing service, and verified.
 *
 * <p>Source: XML Signature Syntax and Processing (W3C), RFC 9231 (algorithms).
 */
@NullMarked
package se.ehealthsdk.siths.signature;

import org.jspecify.annotations.NullMarked;
