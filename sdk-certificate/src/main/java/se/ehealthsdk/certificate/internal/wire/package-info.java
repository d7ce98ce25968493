/**
 * The certificate on the wire: capturing XML as a tree, the typed view of it, and writing it, with parts for the
 * messages of the contracts.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, core 3.3, types 3.2, extensions 3.2 to 3.4.
 */
@NullMarked
package se.ehealthsdk.certificate.internal.wire;

import org.jspecify.annotations.NullMarked;
