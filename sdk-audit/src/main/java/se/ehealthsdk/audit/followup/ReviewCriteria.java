package se.ehealthsdk.audit.followup;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * How a random review selects: the system in it (which records come into question) and the chance (how many of
 * them). An empty set sets no limit. Together with the seed it tells all that is needed to draw the same
 * sample again.
 *
 * @param period when
 * @param careUnits only what users of these care units did
 * @param users only what these users did
 * @param activities only these activities
 * @param patients only records about these patients, for example a list of people in the public eye
 * @param stratum whether the chance is drawn among all at once, or in each unit or for each user
 * @param count how many records, of each stratum
 * @param share which share of the records, above 0 and below 1, of each stratum and at least one
 * @param everyEmergencyAccess whether every emergency access that comes into question is added
 */
public record ReviewCriteria(
        LogPeriod period,
        Set<HsaId> careUnits,
        Set<HsaId> users,
        Set<ActivityType> activities,
        Set<PersonId> patients,
        Stratum stratum,
        Optional<Integer> count,
        Optional<BigDecimal> share,
        boolean everyEmergencyAccess) {

    /** Among what the chance is drawn. */
    public enum Stratum {
        /** Among all records. */
        ALL,
        /** In each care unit of the users. */
        CARE_UNIT,
        /** For each user. */
        USER
    }

    /**
     * @throws InvalidInputException unless there is either a count above 0 or a share between 0 and 1
     */
    public ReviewCriteria {
        careUnits = Set.copyOf(careUnits);
        users = Set.copyOf(users);
        activities = Set.copyOf(activities);
        patients = Set.copyOf(patients);
        if (count.isPresent() == share.isPresent()) {
            throw new InvalidInputException(
                    "count", "is set together with share, or neither is", "one of the two");
        }
        if (count.filter(many -> many < 1).isPresent()) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        if (share.filter(part -> part.signum() <= 0 || part.compareTo(BigDecimal.ONE) >= 0)
                .isPresent()) {
            throw new InvalidInputException("share", "is out of range", "above 0 and below 1");
        }
    }

    /** Whether a record comes into question. */
    boolean includes(AccessRecord record) {
        return period.contains(record.activity().start())
                && (careUnits.isEmpty() || careUnits.contains(record.user().careUnit().id()))
                && (users.isEmpty() || users.contains(record.user().id()))
                && (activities.isEmpty() || activities.contains(record.activity().type()))
                && (patients.isEmpty() || isAboutOne(record));
    }

    private boolean isAboutOne(AccessRecord record) {
        return record.resources().stream()
                .flatMap(resource -> resource.patient().stream())
                .map(AccessRecord.Patient::id)
                .map(PersonIdentity::personId)
                .flatMap(Optional::stream)
                .anyMatch(patients::contains);
    }

    /** The limits; the patients as a number only. */
    @Override
    public String toString() {
        return "ReviewCriteria[period=%s, careUnits=%s, users=%s, activities=%s, patients=%d, stratum=%s, count=%s, share=%s, everyEmergencyAccess=%s]"
                .formatted(
                        period,
                        careUnits,
                        users,
                        activities,
                        patients.size(),
                        stratum,
                        count.map(Object::toString).orElse("-"),
                        share.map(Object::toString).orElse("-"),
                        everyEmergencyAccess);
    }
}
