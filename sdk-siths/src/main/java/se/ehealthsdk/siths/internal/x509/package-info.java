/**
 * What several rooms need to know of X.509 certificates.
 */
@NullMarked
package se.ehealthsdk.siths.internal.x509;

import org.jspecify.annotations.NullMarked;
