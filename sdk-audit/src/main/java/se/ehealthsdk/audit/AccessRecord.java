package se.ehealthsdk.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * One record of the access log: who did what with whose data, when, in which system and why. Immutable.
 *
 * <pre>{@code
 * AccessRecord.reading(patient).by(user).in(system).resource(ResourceType.CERTIFICATE).build()
 * }</pre>
 *
 * <p>A builder refuses what the contract does not allow, and so does the log when such a record is appended.
 * The constructors take what a log service answers as it is, so that an old record with an odd text can be
 * shown. A blank text counts as none, and line ends are kept as {@code \n}, as every XML reader gives them.
 *
 * <p>Source: {@code LogType} of {@code informationsecurity:auditing:log} 2.0; what is documented, the
 * Patient Data Act (patientdatalagen 2008:355) 4:3 and HSLF-FS 2016:40 chapter 4.
 *
 * @param logId its identity, unique for ever, 1 to 36 characters
 * @param system the system in which it was done
 * @param activity what was done
 * @param user who did it; that user's care provider owns the record
 * @param resources with what; one or more, 1000 at most when it is sent
 */
public record AccessRecord(
        String logId,
        LoggingSystem system,
        Activity activity,
        User user,
        List<Resource> resources) {

    /** Keeps a copy of the list. */
    public AccessRecord {
        logId = RecordRules.token(logId);
        resources = List.copyOf(resources);
    }

    /** Starts a record of a user who saw data of a patient ({@code Läsa}). */
    public static AccessRecordBuilder reading(PersonId patient) {
        return of(ActivityType.READ).patient(patient);
    }

    /** Starts a record of a user who made or changed data of a patient ({@code Skriva}). */
    public static AccessRecordBuilder writing(PersonId patient) {
        return of(ActivityType.WRITE).patient(patient);
    }

    /** Starts a record of a user who signed data of a patient ({@code Signera}). */
    public static AccessRecordBuilder signing(PersonId patient) {
        return of(ActivityType.SIGN).patient(patient);
    }

    /** Starts a record of a user who printed or sent data of a patient ({@code Utskrift}). */
    public static AccessRecordBuilder printing(PersonId patient) {
        return of(ActivityType.PRINT).patient(patient);
    }

    /** Starts a record of a user who deleted or revoked data of a patient ({@code Radera}). */
    public static AccessRecordBuilder deleting(PersonId patient) {
        return of(ActivityType.DELETE).patient(patient);
    }

    /** Starts a record of a user who opened a patient's data in an emergency ({@code Nödöppning}). */
    public static AccessRecordBuilder emergencyAccess(PersonId patient) {
        return of(ActivityType.EMERGENCY_ACCESS).patient(patient);
    }

    /** Starts a record of any other activity, or without a patient. */
    public static AccessRecordBuilder of(ActivityType activity) {
        return new AccessRecordBuilder(activity);
    }

    /** The log id, what was done and by whom; never a name, a patient or a free text. */
    @Override
    public String toString() {
        return "AccessRecord[%s, %s by %s in %s, %d resources]"
                .formatted(logId, activity.type, user.id, system.id, resources.size());
    }

    /**
     * The system that makes the record.
     *
     * @param id its HSA-id
     * @param name its name; 256 characters at most when it is sent
     */
    public record LoggingSystem(HsaId id, Optional<String> name) {

        /** A blank name counts as none. */
        public LoggingSystem {
            name = RecordRules.kept(name);
        }

        /** A system without a name. */
        public static LoggingSystem of(HsaId id) {
            return new LoggingSystem(id, Optional.empty());
        }

        /** A system. */
        public static LoggingSystem of(HsaId id, String name) {
            return new LoggingSystem(id, Optional.of(name));
        }
    }

    /**
     * What was done.
     *
     * @param type what was done
     * @param level at what level, often the id of the document; 256 characters at most when it is sent
     * @param arguments what else there is to say, for example the parameters of a report; 8192 characters at
     *     most when it is sent
     * @param start when it began, to the millisecond, which is what the contract carries
     * @param purpose why
     */
    public record Activity(
            ActivityType type,
            Optional<String> level,
            Optional<String> arguments,
            Instant start,
            Purpose purpose) {

        /** Cuts the time to milliseconds; blank texts count as none. */
        public Activity {
            level = RecordRules.kept(level);
            arguments = RecordRules.kept(arguments);
            start = start.truncatedTo(ChronoUnit.MILLIS);
        }

        /** Type, time and purpose; not the free texts, which may hold personal data. */
        @Override
        public String toString() {
            return "Activity[" + type + ", " + start + ", " + purpose + "]";
        }
    }

    /**
     * Who did it.
     *
     * @param id the employee's HSA-id
     * @param name the user's name; left out as a rule, because HSA knows it
     * @param personId the user's own identity number; left out as a rule
     * @param assignment the name of the commission (medarbetaruppdrag)
     * @param title the user's title or profession
     * @param careProvider the user's care provider at the time, which owns the record
     * @param careUnit the user's care unit at the time
     */
    public record User(
            HsaId id,
            Optional<String> name,
            Optional<PersonIdentity> personId,
            Optional<String> assignment,
            Optional<String> title,
            CareProvider careProvider,
            CareUnit careUnit) {

        /** Blank texts count as none. */
        public User {
            name = RecordRules.kept(name);
            assignment = RecordRules.kept(assignment);
            title = RecordRules.kept(title);
        }

        /** The HSA-ids; never the name or the identity number. */
        @Override
        public String toString() {
            return "User[%s, %s, %s]".formatted(id, careProvider.id, careUnit.id);
        }
    }

    /**
     * A care provider (vårdgivare).
     *
     * @param id its HSA-id
     * @param name its name; 256 characters at most when it is sent
     */
    public record CareProvider(HsaId id, Optional<String> name) {

        /** A blank name counts as none. */
        public CareProvider {
            name = RecordRules.kept(name);
        }

        /** A care provider without a name. */
        public static CareProvider of(HsaId id) {
            return new CareProvider(id, Optional.empty());
        }
    }

    /**
     * A care unit (vårdenhet).
     *
     * @param id its HSA-id
     * @param name its name; 256 characters at most when it is sent
     */
    public record CareUnit(HsaId id, Optional<String> name) {

        /** A blank name counts as none. */
        public CareUnit {
            name = RecordRules.kept(name);
        }

        /** A care unit without a name. */
        public static CareUnit of(HsaId id) {
            return new CareUnit(id, Optional.empty());
        }
    }

    /**
     * Data of one patient, or data without a patient such as a report.
     *
     * @param type what kind of data
     * @param patient whose data; empty for data that are about no single patient
     * @param careProvider the care provider that owns the data, which may be another than the user's
     * @param careUnit the care unit that owns the data
     */
    public record Resource(
            ResourceType type,
            Optional<Patient> patient,
            CareProvider careProvider,
            Optional<CareUnit> careUnit) {

        /** Kind and owner; the patient masked. */
        @Override
        public String toString() {
            return "Resource[%s, %s, %s, %s]"
                    .formatted(
                            type,
                            patient.map(Patient::toString).orElse("no patient"),
                            careProvider.id,
                            careUnit.map(unit -> unit.id.value()).orElse("-"));
        }
    }

    /**
     * Whose data it is.
     *
     * @param id the patient's identity
     * @param name the patient's name; left out as a rule
     */
    public record Patient(PersonIdentity id, Optional<String> name) {

        /** A blank name counts as none. */
        public Patient {
            name = RecordRules.kept(name);
        }

        /** A patient without a name. */
        public static Patient of(PersonId id) {
            return new Patient(PersonIdentity.of(id), Optional.empty());
        }

        /** The year of birth at most. */
        @Override
        public String toString() {
            return "Patient[" + id + "]";
        }
    }
}
