/**
 * Ongoing sick leaves of a unit, for those who take part in the care: the question that Rehabstöd puts.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, ListSickLeavesForCare 1.0.
 */
@NullMarked
package se.ehealthsdk.certificate.sickleave;

import org.jspecify.annotations.NullMarked;
