/**
 * The access log: what a user did with a patient's data, kept until the log service has it.
 *
 * <p>{@link se.ehealthsdk.audit.AccessRecord} says who did what with whose data, when, where and why. {@link
 * se.ehealthsdk.audit.AccessLog} keeps it on disk or in a database before the data are shown, and delivers it
 * to the {@link se.ehealthsdk.audit.LogService}, however long that is out of reach. {@link
 * se.ehealthsdk.audit.AccessRules} log the answers of calls by themselves. {@link
 * se.ehealthsdk.audit.StoredRecords} reads back what this system still has.
 *
 * <p>Contract: {@code informationsecurity:auditing:log} 2.0 (description 2.0.8). Law: the Patient Data Act
 * (patientdatalagen 2008:355) 4:3, which demands that access is documented and can be checked; HSLF-FS
 * 2016:40 chapter 4, which says what the log must show and that it is kept for at least five years. The log
 * service promises less than that: see {@link se.ehealthsdk.outbox.Archive}.
 */
@NullMarked
package se.ehealthsdk.audit;

import org.jspecify.annotations.NullMarked;
