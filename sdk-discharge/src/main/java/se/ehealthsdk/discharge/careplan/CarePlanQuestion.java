package se.ehealthsdk.discharge.careplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.careplan.GetCarePlans.DatePeriod;
import se.ehealthsdk.discharge.internal.careplan.PlanTimes;

/**
 * A question for a patient's care plans, that keeps the rules of the contract. Immutable.
 *
 * <pre>{@code
 * CarePlanQuestion.about(patient).between(from, to).build()                                  // all sources
 * CarePlanQuestion.about(patient).from(sourceSystem).careContact(contactId).build()          // one source
 * }</pre>
 */
public final class CarePlanQuestion {

    private final GetCarePlans request;
    private final Optional<HsaId> sourceSystem;

    private CarePlanQuestion(GetCarePlans request, Optional<HsaId> sourceSystem) {
        this.request = request;
        this.sourceSystem = sourceSystem;
    }

    /** Starts a question about a patient. A reserve number needs {@link Builder#from}. */
    public static Builder about(PersonId patient) {
        return new Builder(PatientId.of(patient));
    }

    /** Starts a question about a patient with an identifier of any kind. */
    public static Builder about(PatientId patient) {
        return new Builder(patient);
    }

    /** The one source system that is asked; empty when an aggregating service asks all. */
    public Optional<HsaId> sourceSystem() {
        return sourceSystem;
    }

    /** The message. */
    public GetCarePlans request() {
        return request;
    }

    /** The source system alone. */
    @Override
    public String toString() {
        return "CarePlanQuestion[" + sourceSystem.map(HsaId::value).orElse("any source") + "]";
    }

    /** Collects a question. Not for use by more than one thread. */
    public static final class Builder {

        private final PatientId patient;
        private final List<String> units = new ArrayList<>();
        private final List<String> contacts = new ArrayList<>();
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private @Nullable HsaId source;

        private Builder(PatientId patient) {
            this.patient = patient;
        }

        /** Only plans of this care unit (vårdenhet), or one of those named so. */
        public Builder careUnit(HsaId unit) {
            units.add(unit.value());
            return this;
        }

        /**
         * Only plans of this time.
         *
         * @param first the first day, included
         * @param last the last day, included
         */
        public Builder between(LocalDate first, LocalDate last) {
            this.start = first;
            this.end = last;
            return this;
        }

        /** Only plans made in this system, which is asked directly. */
        public Builder from(HsaId system) {
            this.source = system;
            return this;
        }

        /** Only plans of this care contact, or one of those named so; the id is the source system's own. */
        public Builder careContact(String id) {
            contacts.add(id);
            return this;
        }

        /**
         * Builds the question.
         *
         * @throws InvalidInputException if the patient has no national number, or there is a care contact, and no
         *     source system is named; if the days are in the wrong order or no days of the contract; if a care contact
         *     is blank
         */
        public CarePlanQuestion build() {
            if (patient.id().isBlank() || patient.type().isBlank()) {
                throw new InvalidInputException(
                        "patient", "is blank", "an identifier and the OID of its kind");
            }
            if (source == null && !patient.isNational()) {
                throw new InvalidInputException(
                        "sourceSystem",
                        "is missing for a patient without personnummer or samordningsnummer",
                        "the source system: aggregating services do not know such numbers");
            }
            if (source == null && !contacts.isEmpty()) {
                throw new InvalidInputException(
                        "sourceSystem",
                        "is missing beside a care contact",
                        "the source system, whose own the id of the care contact is");
            }
            if (contacts.stream().anyMatch(String::isBlank)) {
                throw new InvalidInputException(
                        "careContact", "is blank", "the id of a care contact");
            }
            return new CarePlanQuestion(
                    new GetCarePlans(
                            units,
                            patient,
                            period(),
                            Optional.ofNullable(source).map(HsaId::value),
                            contacts),
                    Optional.ofNullable(source));
        }

        private Optional<DatePeriod> period() {
            if (start == null || end == null) {
                return Optional.empty();
            }
            if (end.isBefore(start)) {
                throw new InvalidInputException(
                        "period", "ends before it begins", "the first day and the last, in order");
            }
            if (!PlanTimes.isWritable(start) || !PlanTimes.isWritable(end)) {
                throw new InvalidInputException(
                        "period",
                        "has a year that the contract cannot write",
                        "days of the years 1900 to 2099");
            }
            return Optional.of(new DatePeriod(PlanTimes.format(start), PlanTimes.format(end)));
        }
    }
}
