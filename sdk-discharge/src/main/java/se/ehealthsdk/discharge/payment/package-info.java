/**
 * The municipality's payment liability for a patient who is ready to leave inpatient care: from which day, for which days, how
 * much, or what stands in the way; one case at a time, or as a mean over many. Every result tells step by step how it came about.
 *
 * <p>Amounts are Swedish kronor (SEK). Days are Swedish dates.
 *
 * <p>Source: lag (2017:612) 5 kap.
 */
@NullMarked
package se.ehealthsdk.discharge.payment;

import org.jspecify.annotations.NullMarked;
