/**
 * Follow-up of the access log: reports from the log service, the extract that a patient has a right to, the
 * systematic random review, and the written order behind each of them.
 *
 * <ul>
 *   <li>{@link se.ehealthsdk.audit.followup.AccessLogReports} asks the log service.
 *   <li>{@link se.ehealthsdk.audit.followup.LogExtract} is what a patient is given, as data, CSV and PDF.
 *   <li>{@link se.ehealthsdk.audit.followup.RandomReview} and {@link
 *       se.ehealthsdk.audit.followup.ReviewProtocol} are the recurring check for unauthorised access.
 *   <li>{@link se.ehealthsdk.audit.followup.LogConfirmation} finds out which of the records in doubt the log
 *       service has.
 *   <li>{@link se.ehealthsdk.audit.followup.AccessLogOrder} says who wants to see the log, and why.
 * </ul>
 *
 * <p>Source: informationsecurity:auditing:log 2.0; the Patient Data Act (patientdatalagen 2008:355) 4:3, 5:5
 * and 8:5; HSLF-FS 2016:40 4:9 and 4:10. The older reports of the domain {@code ehr:log} 1.x, and the ordered
 * files of GetLogsByOrder and GetFilesForOrderId 1.0, are left out.
 */
@NullMarked
package se.ehealthsdk.audit.followup;

import org.jspecify.annotations.NullMarked;
