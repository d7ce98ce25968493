package se.ehealthsdk.audit.contract;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of GetLogs 2.0: the records of one care provider's log.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param careProvider whose log
 * @param patient only records about this patient
 * @param user only what this user has done
 * @param from start of the period, Swedish local time
 * @param to end of the period, Swedish local time
 * @param careUnit only what was done at this unit
 * @param queuedReportId the report that an earlier call started; empty starts one
 */
public record GetLogs(
        HsaId careProvider,
        Optional<PersonId> patient,
        Optional<HsaId> user,
        LocalDateTime from,
        LocalDateTime to,
        Optional<HsaId> careUnit,
        Optional<String> queuedReportId) {}
