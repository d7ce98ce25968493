package se.ehealthsdk.audit.contract;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * One row of GetAccessLogsForPatient 2.0 ({@code AccessLogType}): that a patient's data was accessed. It
 * does not tell what was done, nor whether it was an emergency access.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param careProvider the user's care provider
 * @param careUnit the user's care unit
 * @param time when; the hour that comes twice in autumn is read as the first of the two
 * @param user who
 * @param userName the user's name
 * @param userTitle the user's title
 * @param purpose why
 * @param resourceType what kind of data
 */
public record PatientAccess(
        CareProvider careProvider,
        CareUnit careUnit,
        Instant time,
        HsaId user,
        Optional<String> userName,
        Optional<String> userTitle,
        Purpose purpose,
        ResourceType resourceType) {

    /** Where and when; never who. */
    @Override
    public String toString() {
        return "PatientAccess[%s, %s, %s]".formatted(careProvider.id(), careUnit.id(), time);
    }
}
