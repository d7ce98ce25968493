/**
 * What the law and a region's profile ask of what a message says, beyond that it fits the case: the four items of an admission
 * notice, no clinical text where it does not belong, protected personal data.
 *
 * <p>Findings tell; they hinder nothing. Whether a message with findings is sent, the sending system decides.
 *
 * <p>Source: lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård.
 */
@NullMarked
package se.ehealthsdk.discharge.content;

import org.jspecify.annotations.NullMarked;
