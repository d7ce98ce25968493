/**
 * When something is open, when it opens next and when it closes, over the changes to and from summer time, with
 * holidays that the caller knows.
 *
 * <p>Source: time spans of the HSA schema and {@code TimeSpanType} of the contracts.
 */
@NullMarked
package se.ehealthsdk.hsa.opening;

import org.jspecify.annotations.NullMarked;
