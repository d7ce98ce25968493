package se.ehealthsdk.audit.followup;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.AccessRecordBuilder;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * An order of access logs: who wants to see them, on whose authority and what for. It gives the question to the
 * log service, and the record that the log was read, which is itself an access to be logged.
 *
 * <pre>{@code
 * AccessLogOrder order = AccessLogOrder.disclosure(user, "Begäran från patienten, dnr 2026-17", patient, period, now);
 * accessLog.append(order.accessRecord(system));
 * Report<AccessRecord> report = reports.logs(order.query());
 * }</pre>
 *
 * <p>Only the operation that is responsible for the log orders it: the log asked for is that of the orderer's
 * own care provider, whoever runs the systems.
 *
 * <p>Source: the Patient Data Act (patientdatalagen 2008:355) 4:3 and 8:5; practice of a regional operation,
 * where the administration delivers what the operation orders.
 *
 * @param orderedBy who orders, with a care unit
 * @param authority on what authority, for example a decision or a case number; 1 to 256 characters
 * @param reason what for
 * @param period of the log
 * @param patient only about this patient; required for a disclosure
 * @param user only by this user
 * @param careUnit only at this care unit
 * @param orderedAt when
 */
public record AccessLogOrder(
        ActingUser orderedBy,
        String authority,
        Reason reason,
        LogPeriod period,
        Optional<PersonId> patient,
        Optional<HsaId> user,
        Optional<HsaId> careUnit,
        Instant orderedAt) {

    /** What kind of data a report of the access log is: {@code Loggrapport}. */
    public static final ResourceType LOG_REPORT = new ResourceType("Loggrapport");

    /** What a log is ordered for. */
    public enum Reason {
        /** To be given to the patient, who has asked for it. */
        PATIENT_DISCLOSURE("utlämnande till patienten", Purpose.ADMINISTRATION),
        /** The systematic, recurring check. */
        INTERNAL_REVIEW("systematisk kontroll", Purpose.QUALITY_ASSURANCE),
        /** A suspicion of unauthorised access. */
        SUSPICION("misstanke om obehörig åtkomst", Purpose.QUALITY_ASSURANCE);

        private final String swedish;
        private final Purpose purpose;

        Reason(String swedish, Purpose purpose) {
            this.swedish = swedish;
            this.purpose = purpose;
        }
    }

    /**
     * @throws InvalidInputException if the orderer has no care unit, the authority is missing, a disclosure has
     *     no patient, or a suspicion is about no patient and no user
     */
    public AccessLogOrder {
        RecordRules.required("authority", authority, RecordRules.TEXT);
        if (orderedBy.careUnit().isEmpty()) {
            throw new InvalidInputException(
                    "orderedBy", "has no care unit", "a user who acts at a care unit");
        }
        if (reason == Reason.PATIENT_DISCLOSURE && patient.isEmpty()) {
            throw new InvalidInputException(
                    "patient", "is missing", "the patient to whom the log is disclosed");
        }
        if (reason == Reason.SUSPICION && patient.isEmpty() && user.isEmpty()) {
            throw new InvalidInputException(
                    "patient", "is missing, and so is user", "the patient or the user it is about");
        }
    }

    /** An order of what is to be given to a patient. */
    public static AccessLogOrder disclosure(
            ActingUser orderedBy,
            String authority,
            PersonId patient,
            LogPeriod period,
            Instant now) {
        return new AccessLogOrder(
                orderedBy,
                authority,
                Reason.PATIENT_DISCLOSURE,
                period,
                Optional.of(patient),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** An order for the systematic check, of the whole care provider. */
    public static AccessLogOrder review(
            ActingUser orderedBy, String authority, LogPeriod period, Instant now) {
        return new AccessLogOrder(
                orderedBy,
                authority,
                Reason.INTERNAL_REVIEW,
                period,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** What to ask the log service. */
    public LogsQuery query() {
        return new LogsQuery(orderedBy.careProvider().hsaId(), period, patient, user, careUnit);
    }

    /**
     * The record of this access: a user read a report of the log, about the patient if it is about one. To be
     * appended before the report is shown.
     *
     * @param system in which it is read
     */
    public AccessRecord accessRecord(LoggingSystem system) {
        AccessRecordBuilder record =
                AccessRecord.of(ActivityType.READ)
                        .by(orderedBy)
                        .in(system)
                        .resource(LOG_REPORT)
                        .purpose(reason.purpose)
                        .at(orderedAt)
                        .arguments(arguments());
        return patient.map(record::patient).orElseGet(record::withoutPatient).build();
    }

    private String arguments() {
        return "Beställning av loggrapport, "
                + reason.swedish
                + "; stöd: "
                + authority
                + "; period: "
                + SwedishText.period(period)
                + user.map(id -> "; användare: " + id).orElse("")
                + careUnit.map(id -> "; vårdenhet: " + id).orElse("");
    }

    /** Who, what for and when; never the authority, which is free text. */
    @Override
    public String toString() {
        return "AccessLogOrder[%s, %s, %s, patient=%s, user=%s, careUnit=%s]"
                .formatted(
                        orderedBy.employee(),
                        reason,
                        period,
                        patient.map(Object::toString).orElse("-"),
                        user.map(HsaId::value).orElse("-"),
                        careUnit.map(HsaId::value).orElse("-"));
    }
}
