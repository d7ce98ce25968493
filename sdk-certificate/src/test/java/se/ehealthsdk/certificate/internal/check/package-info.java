/** Tests of what judges by the rules. */
@NullMarked
package se.ehealthsdk.certificate.internal.check;

import org.jspecify.annotations.NullMarked;
