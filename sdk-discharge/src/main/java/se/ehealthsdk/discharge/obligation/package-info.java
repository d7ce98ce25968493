/**
 * Who owes what in a case, by when, and whether it was done: the duties of the Act and of a region's agreement, each with where
 * it stands and one sentence that says it.
 *
 * <p>Source: lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård.
 */
@NullMarked
package se.ehealthsdk.discharge.obligation;

import org.jspecify.annotations.NullMarked;
