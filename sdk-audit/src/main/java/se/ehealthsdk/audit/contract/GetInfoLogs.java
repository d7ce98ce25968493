package se.ehealthsdk.audit.contract;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of GetInfoLogs 2.0: which care providers have seen data that this one owns.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param careProvider who owns the data
 * @param patient only data about this patient
 * @param from start of the period, Swedish local time
 * @param to end of the period, Swedish local time
 * @param queuedReportId the report that an earlier call started; empty starts one
 */
public record GetInfoLogs(
        HsaId careProvider,
        Optional<PersonId> patient,
        LocalDateTime from,
        LocalDateTime to,
        Optional<String> queuedReportId) {}
