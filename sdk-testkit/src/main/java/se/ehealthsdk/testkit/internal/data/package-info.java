/**
 * The form of data files: one table of what may be said ({@link se.ehealthsdk.testkit.internal.data.Forms}), by which text
 * is checked and from which the schema follows, and what is made of text that keeps to it.
 */
@NullMarked
package se.ehealthsdk.testkit.internal.data;

import org.jspecify.annotations.NullMarked;
