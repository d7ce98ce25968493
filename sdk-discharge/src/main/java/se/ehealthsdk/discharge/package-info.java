/**
 * The discharge case: an immutable value folded from an append-only list of events, and what can be read from it.
 *
 * <p>It is no patient record: what was done for the patient is documented in the record systems of those who did it.
 *
 * <p>Source: lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård.
 */
@NullMarked
package se.ehealthsdk.discharge;

import org.jspecify.annotations.NullMarked;
