package se.ehealthsdk.audit.followup;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Which records of a care provider's log to ask for.
 *
 * <pre>{@code
 * LogsQuery query = LogsQuery.of(careProvider, LogPeriod.days(first, last)).about(patient);
 * }</pre>
 *
 * @param careProvider whose log
 * @param period when
 * @param patient only records about this patient
 * @param user only what this user has done
 * @param careUnit only what was done at this unit
 */
public record LogsQuery(
        HsaId careProvider,
        LogPeriod period,
        Optional<PersonId> patient,
        Optional<HsaId> user,
        Optional<HsaId> careUnit) {

    /** All of a care provider's records in a period. */
    public static LogsQuery of(HsaId careProvider, LogPeriod period) {
        return new LogsQuery(
                careProvider, period, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, only about this patient. */
    public LogsQuery about(PersonId wanted) {
        return new LogsQuery(careProvider, period, Optional.of(wanted), user, careUnit);
    }

    /** The same, only by this user. */
    public LogsQuery by(HsaId wanted) {
        return new LogsQuery(careProvider, period, patient, Optional.of(wanted), careUnit);
    }

    /** The same, only at this care unit. */
    public LogsQuery at(HsaId wanted) {
        return new LogsQuery(careProvider, period, patient, user, Optional.of(wanted));
    }
}
