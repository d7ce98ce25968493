/** Follow-up of the access log: reports, the log extract for a patient, the random review. */
@NullMarked
package se.ehealthsdk.audit.followup;

import org.jspecify.annotations.NullMarked;
