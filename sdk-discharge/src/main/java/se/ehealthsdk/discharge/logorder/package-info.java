/**
 * The order of access logs about a patient or a case: who orders them, what for, and who may disclose what. Plain data, which
 * an access log such as {@code sdk-audit}'s turns into its own question.
 *
 * <p>Source: patientdatalagen (2008:355) 4 kap. 3 § and 8 kap. 5 §; Region Stockholm, where the administration delivers the
 * logs to the unit that orders them, and the unit discloses or reviews.
 */
@NullMarked
package se.ehealthsdk.discharge.logorder;

import org.jspecify.annotations.NullMarked;
