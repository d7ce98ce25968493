package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.testkit.hsa.Persona;

/** Which records of the access log are meant: those of an activity with a patient's data, and of these those that it says more of. Immutable. */
public final class Access {

    private final ActivityType activity;
    private final PersonId patient;
    private final Optional<HsaId> user;
    private final Optional<HsaId> unit;
    private final Optional<HsaId> careProvider;
    private final Optional<Purpose> purpose;

    private Access(
            ActivityType activity,
            PersonId patient,
            Optional<HsaId> user,
            Optional<HsaId> unit,
            Optional<HsaId> careProvider,
            Optional<Purpose> purpose) {
        this.activity = activity;
        this.patient = patient;
        this.user = user;
        this.unit = unit;
        this.careProvider = careProvider;
        this.purpose = purpose;
    }

    static Access of(ActivityType activity, PersonId patient) {
        return new Access(
                activity,
                patient,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** By this employee. */
    public Access by(HsaId employee) {
        return new Access(activity, patient, Optional.of(employee), unit, careProvider, purpose);
    }

    /** By this person, under the first HSA-id. */
    public Access by(Persona person) {
        return by(person.hsaId());
    }

    /** By somebody at this care unit. */
    public Access at(HsaId careUnit) {
        return new Access(activity, patient, user, Optional.of(careUnit), careProvider, purpose);
    }

    /** By somebody of this care provider. */
    public Access of(HsaId provider) {
        return new Access(activity, patient, user, unit, Optional.of(provider), purpose);
    }

    /** For this purpose. */
    public Access purpose(Purpose why) {
        return new Access(activity, patient, user, unit, careProvider, Optional.of(why));
    }

    boolean matches(Seen record) {
        return record.activity().equalsIgnoreCase(activity.value())
                && record.patients().contains(patient.value())
                && same(user, record.user())
                && same(unit, record.unit())
                && same(careProvider, record.careProvider())
                && (purpose.isEmpty() || purpose.get().value().equalsIgnoreCase(record.purpose()));
    }

    private static boolean same(Optional<HsaId> wanted, String id) {
        return wanted.isEmpty() || wanted.get().value().equalsIgnoreCase(id);
    }

    /** What was done, by whom, where; not with whose data. */
    @Override
    public String toString() {
        return activity.value().toLowerCase(Locale.ROOT)
                + " of that patient"
                + user.map(it -> " by " + it.value()).orElse("")
                + unit.map(it -> " at " + it.value()).orElse("")
                + careProvider.map(it -> " of " + it.value()).orElse("")
                + purpose.map(it -> " for " + it.value()).orElse("");
    }

    /**
     * A record that is stored.
     *
     * @param activity what was done
     * @param patients with whose data: numbers without separators
     * @param user by whom
     * @param unit at which care unit
     * @param careProvider of which care provider
     * @param purpose why
     */
    record Seen(
            String activity,
            List<String> patients,
            String user,
            String unit,
            String careProvider,
            String purpose) {

        /** A line for people; without the patient. */
        String line() {
            return "  %s by %s at %s of %s for %s"
                    .formatted(activity, user, unit, careProvider, purpose);
        }
    }
}
