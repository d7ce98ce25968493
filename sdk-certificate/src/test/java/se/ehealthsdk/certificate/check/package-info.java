/** Tests of the checks. */
@NullMarked
package se.ehealthsdk.certificate.check;

import org.jspecify.annotations.NullMarked;
