package se.ehealthsdk.hsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * What Socialstyrelsen's register of licensed staff, HOSP, says about a person. The person need not be in
 * HSA otherwise.
 *
 * <p>Source: authorizationmanagement 2.4.5, GetHospCredentialsForPerson 1.0. Immutable.
 *
 * @param person the person
 * @param licences licences, code and name together
 * @param personalPrescriptionCode the person's own prescription code (förskrivarkod)
 * @param specialities specialities, each with the code of its licence
 * @param nursePrescriptionRights rights of nurses and midwives to prescribe
 * @param hospIdentityNumber the person's number in HOSP
 * @param educationCodes codes of educations
 * @param restrictions restrictions of licences; look here before relying on a licence
 * @param feigned whether the person is made up, for tests
 */
public record HospCredentials(
        PersonId person,
        List<Licence> licences,
        Optional<String> personalPrescriptionCode,
        List<Speciality> specialities,
        List<NursePrescriptionRight> nursePrescriptionRights,
        Optional<String> hospIdentityNumber,
        List<String> educationCodes,
        List<LicenceRestriction> restrictions,
        boolean feigned) {

    /** Keeps copies of the lists. */
    public HospCredentials {
        licences = List.copyOf(licences);
        specialities = List.copyOf(specialities);
        nursePrescriptionRights = List.copyOf(nursePrescriptionRights);
        educationCodes = List.copyOf(educationCodes);
        restrictions = List.copyOf(restrictions);
    }

    /** The licences and the number of restrictions; nothing that tells who it is. */
    @Override
    public String toString() {
        return "HospCredentials[licences=%s, restrictions=%d]"
                .formatted(licences, restrictions.size());
    }

    /**
     * Starts credentials.
     *
     * @param person the person
     */
    public static Builder builder(PersonId person) {
        return new Builder().person(person);
    }

    /**
     * Builds {@link HospCredentials}. Blank text is the same as none; a method named for one of many adds one.
     * Not for use by more than one thread.
     */
    public static final class Builder {

        private @Nullable PersonId person;
        private final List<Licence> licences = new ArrayList<>();
        private Optional<String> personalPrescriptionCode = Optional.empty();
        private final List<Speciality> specialities = new ArrayList<>();
        private final List<NursePrescriptionRight> nursePrescriptionRights = new ArrayList<>();
        private Optional<String> hospIdentityNumber = Optional.empty();
        private final List<String> educationCodes = new ArrayList<>();
        private final List<LicenceRestriction> restrictions = new ArrayList<>();
        private boolean feigned;

        /** Starts with nothing known. */
        public Builder() {}

        /** The person; required. */
        public Builder person(PersonId value) {
            person = value;
            return this;
        }

        /** One more licence. */
        public Builder licence(Licence value) {
            licences.add(value);
            return this;
        }

        /** The person's own prescription code. */
        public Builder personalPrescriptionCode(String value) {
            personalPrescriptionCode = Text.present(value);
            return this;
        }

        /** One more speciality with the code of its licence. */
        public Builder speciality(Speciality value) {
            specialities.add(value);
            return this;
        }

        /** One more right of a nurse or midwife. */
        public Builder nursePrescriptionRight(NursePrescriptionRight value) {
            nursePrescriptionRights.add(value);
            return this;
        }

        /** The person's number in HOSP. */
        public Builder hospIdentityNumber(String value) {
            hospIdentityNumber = Text.present(value);
            return this;
        }

        /** One more education, by code. */
        public Builder educationCode(String value) {
            Text.present(value).ifPresent(educationCodes::add);
            return this;
        }

        /** One more restriction of a licence. */
        public Builder restriction(LicenceRestriction value) {
            restrictions.add(value);
            return this;
        }

        /** Whether the person is made up, for tests. */
        public Builder feigned(boolean value) {
            feigned = value;
            return this;
        }

        /**
         * The credentials.
         *
         * @throws InvalidInputException if it was not told who it is
         */
        public HospCredentials build() {
            if (person == null) {
                throw new InvalidInputException("person", "is missing", "who it is");
            }
            return new HospCredentials(
                    person,
                    licences,
                    personalPrescriptionCode,
                    specialities,
                    nursePrescriptionRights,
                    hospIdentityNumber,
                    educationCodes,
                    restrictions,
                    feigned);
        }
    }
}
