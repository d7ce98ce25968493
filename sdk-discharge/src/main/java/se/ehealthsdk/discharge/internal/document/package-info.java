/** Forms as PDF. The only package that knows PDFBox. */
@NullMarked
package se.ehealthsdk.discharge.internal.document;

import org.jspecify.annotations.NullMarked;
