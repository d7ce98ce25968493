package se.ehealthsdk.audit.contract;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of GetAccessLogsForPatient 2.0: who has seen one patient's data, at any care provider.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param patient whose data
 * @param from start of the period, Swedish local time
 * @param to end of the period, Swedish local time
 * @param queuedReportId the report that an earlier call started; empty starts one, and always empty to the
 *     aggregating service
 */
public record GetAccessLogsForPatient(
        PersonId patient, LocalDateTime from, LocalDateTime to, Optional<String> queuedReportId) {}
