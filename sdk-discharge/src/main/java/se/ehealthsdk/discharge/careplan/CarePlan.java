package se.ehealthsdk.discharge.careplan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A care plan ({@code CarePlanType}: header and body). Received ones stand as they came; what a producer sends is checked
 * by {@link CarePlanProducer#check(CarePlan)}.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, GetCarePlans 2.0.
 *
 * @param documentId unique in the source system, and the same for as long as the plan exists
 * @param sourceSystem HSA-id of the system where the plan was made; as it came
 * @param documentTitle a title that tells plans apart; mandatory by the description, optional by the schema
 * @param documentTime when the plan was drawn up, Swedish local time
 * @param patient the patient
 * @param accountable who answers for it, and when it was recorded
 * @param legalAuthenticator who signed it
 * @param approvedForPatient whether the patient may see it; false when the producer did not say
 * @param nullified must not be sent; true for a plan that its producer sent all the same, as revoked
 * @param nullifiedReason must not be sent; as it came
 * @param careContactId the care contact that led to it, unique in the source system
 * @param contents the documents
 * @param participatingUnits the units that take part
 * @param type the kind of plan; empty when the producer did not say
 */
public record CarePlan(
        String documentId,
        String sourceSystem,
        Optional<String> documentTitle,
        Optional<LocalDateTime> documentTime,
        PatientId patient,
        AccountableProfessional accountable,
        Optional<LegalAuthenticator> legalAuthenticator,
        boolean approvedForPatient,
        boolean nullified,
        Optional<String> nullifiedReason,
        Optional<String> careContactId,
        List<PlanContent> contents,
        List<ParticipatingUnit> participatingUnits,
        Optional<CarePlanType> type) {

    /** Copies. */
    public CarePlan {
        contents = List.copyOf(contents);
        participatingUnits = List.copyOf(participatingUnits);
    }

    /**
     * Starts a plan.
     *
     * @param documentId unique in the source system
     * @param sourceSystem the system where it was made
     * @param patient the patient
     */
    public static Builder builder(String documentId, HsaId sourceSystem, PatientId patient) {
        return new Builder(documentId, sourceSystem.value(), patient);
    }

    /** Whether the patient may see it: approved, and not revoked. */
    public boolean isForPatient() {
        return approvedForPatient && !nullified;
    }

    /** Document id and kind; no patient, no name, no title. */
    @Override
    public String toString() {
        return "CarePlan[" + documentId + type.map(each -> ", " + each).orElse("") + "]";
    }

    /** Collects a plan. Not for use by more than one thread. */
    public static final class Builder {

        private final String documentId;
        private final String sourceSystem;
        private final PatientId patient;
        private final List<PlanContent> contents = new ArrayList<>();
        private final List<ParticipatingUnit> units = new ArrayList<>();
        private @Nullable String title;
        private @Nullable LocalDateTime time;
        private @Nullable AccountableProfessional accountable;
        private @Nullable LegalAuthenticator authenticator;
        private boolean approved;
        private @Nullable String careContact;
        private @Nullable CarePlanType type;

        private Builder(String documentId, String sourceSystem, PatientId patient) {
            this.documentId = documentId;
            this.sourceSystem = sourceSystem;
            this.patient = patient;
        }

        /** A title that tells plans apart; required of what is sent. */
        public Builder title(String text) {
            this.title = text;
            return this;
        }

        /** When the plan was drawn up. */
        public Builder documentTime(LocalDateTime at) {
            this.time = at;
            return this;
        }

        /** Who answers for it; required. */
        public Builder accountable(AccountableProfessional who) {
            this.accountable = who;
            return this;
        }

        /** Who signed it. */
        public Builder signed(LegalAuthenticator who) {
            this.authenticator = who;
            return this;
        }

        /** The patient may see it; may not unless called. */
        public Builder approvedForPatient() {
            this.approved = true;
            return this;
        }

        /** The care contact that led to it. */
        public Builder careContact(String id) {
            this.careContact = id;
            return this;
        }

        /** One more document. */
        public Builder content(PlanContent document) {
            contents.add(document);
            return this;
        }

        /** One more unit that takes part. */
        public Builder participating(HsaId unit) {
            units.add(ParticipatingUnit.of(unit));
            return this;
        }

        /** The kind of plan. */
        public Builder type(CarePlanType kind) {
            this.type = kind;
            return this;
        }

        /**
         * Builds the plan.
         *
         * @throws InvalidInputException if nobody answers for it
         */
        public CarePlan build() {
            if (accountable == null) {
                throw new InvalidInputException(
                        "accountable", "is missing", "who answers for the plan");
            }
            return new CarePlan(
                    documentId,
                    sourceSystem,
                    Optional.ofNullable(title),
                    Optional.ofNullable(time),
                    patient,
                    accountable,
                    Optional.ofNullable(authenticator),
                    approved,
                    false,
                    Optional.empty(),
                    Optional.ofNullable(careContact),
                    contents,
                    units,
                    Optional.ofNullable(type));
        }
    }
}
