/**
 * Statistics over a stream of discharge cases, for inpatient care, open care and municipalities: typed figures, CSV and a page of
 * charts. A million cases fit in little memory.
 *
 * <p>Figures come from the cases that are given and from nothing else.
 */
@NullMarked
package se.ehealthsdk.discharge.statistics;

import org.jspecify.annotations.NullMarked;
