package se.ehealthsdk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * One record of the access log: who did what with whose data, when, in which system and why.
 *
 * @param logId its identity, unique for ever, at most 36 characters
 * @param system the system in which it was done
 * @param activity what was done
 * @param user who did it; that user's care provider owns the record
 * @param resources with what; one or more
 */
public record AccessRecord(
        String logId,
        LoggingSystem system,
        Activity activity,
        User user,
        List<Resource> resources) {

    /** The system that makes the record. */
    public record LoggingSystem(HsaId id, Optional<String> name) {}

    /** What was done. */
    public record Activity(
            ActivityType type,
            Optional<String> level,
            Optional<String> arguments,
            Instant start,
            Purpose purpose) {}

    /** Who did it. */
    public record User(
            HsaId id,
            Optional<String> name,
            Optional<PersonId> personId,
            Optional<String> assignment,
            Optional<String> title,
            CareProvider careProvider,
            CareUnit careUnit) {}

    /** A care provider (vårdgivare). */
    public record CareProvider(HsaId id, Optional<String> name) {}

    /** A care unit (vårdenhet). */
    public record CareUnit(HsaId id, Optional<String> name) {}

    /** Data of one patient, or data without a patient such as a report. The care provider owns the data. */
    public record Resource(
            ResourceType type,
            Optional<Patient> patient,
            CareProvider careProvider,
            Optional<CareUnit> careUnit) {}

    /** Whose data it is. */
    public record Patient(PersonId id, Optional<String> name) {}
}
