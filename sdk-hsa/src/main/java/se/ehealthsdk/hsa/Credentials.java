package se.ehealthsdk.hsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * What a person is and may do, under one of the person's HSA-ids: licences, rights to prescribe, roles,
 * and the {@link Commission commissions} held now. For log-in and authorisation.
 *
 * <p>Licences by name and by code are separate lists whose order means nothing: only {@link Speciality},
 * {@link NursePrescriptionRight} and {@link SystemRole} pair values.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code CredentialInformationType} of GetCredentialsForPerson
 * 2.2. Immutable.
 *
 * @param hsaId the person's HSA-id
 * @param givenName given name; some people have none
 * @param middleAndSurname middle name and surname with a blank between; empty if the answer lacked it
 * @param personalIdentity the person's identity number, with profile {@link CredentialsProfile#EXTENDED1};
 *     absent also when it is not one that can be read
 * @param licences licences by name, as {@code Läkare}
 * @param licenceCodes licences by code, as {@code LK}
 * @param specialities specialities, each with the code of its licence
 * @param occupationalCodes codes of professions without licence, as {@code AL} (AT-läkare)
 * @param hospIdentityNumber the person's number in Socialstyrelsen's register HOSP
 * @param personalPrescriptionCode the person's own prescription code (förskrivarkod)
 * @param groupPrescriptionCodes prescription codes for groups (gruppförskrivarkod)
 * @param nursePrescriptionRights rights of nurses and midwives to prescribe
 * @param systemRoles roles in IT systems
 * @param paTitleCodes codes of titles from the employer's list
 * @param protectedPerson whether the person's data are protected (skyddad); told only by the {@code
 *     IncludingProtectedPerson} variant
 * @param commissions the commissions; may be empty
 * @param feigned whether the person is made up, for tests
 */
public record Credentials(
        HsaId hsaId,
        Optional<String> givenName,
        String middleAndSurname,
        Optional<PersonalIdentity> personalIdentity,
        List<String> licences,
        List<String> licenceCodes,
        List<Speciality> specialities,
        List<String> occupationalCodes,
        Optional<String> hospIdentityNumber,
        Optional<String> personalPrescriptionCode,
        List<String> groupPrescriptionCodes,
        List<NursePrescriptionRight> nursePrescriptionRights,
        List<SystemRole> systemRoles,
        List<String> paTitleCodes,
        boolean protectedPerson,
        List<Commission> commissions,
        boolean feigned) {

    /** Keeps copies of the lists. */
    public Credentials {
        licences = List.copyOf(licences);
        licenceCodes = List.copyOf(licenceCodes);
        specialities = List.copyOf(specialities);
        occupationalCodes = List.copyOf(occupationalCodes);
        groupPrescriptionCodes = List.copyOf(groupPrescriptionCodes);
        nursePrescriptionRights = List.copyOf(nursePrescriptionRights);
        systemRoles = List.copyOf(systemRoles);
        paTitleCodes = List.copyOf(paTitleCodes);
        commissions = List.copyOf(commissions);
    }

    /**
     * The person as a user who acts in one of these commissions. Title is the licences by name. Whether the
     * care unit and the care provider are active is for the reader to check: {@link
     * Commission#isActiveAt}.
     *
     * @param commission the HSA-id of the commission that the user has chosen
     * @return empty when the person has no such commission
     */
    public Optional<ActingUser> actingIn(HsaId commission) {
        return commissions.stream()
                .filter(each -> each.hsaId().equals(commission))
                .findFirst()
                .map(this::acting);
    }

    private ActingUser acting(Commission commission) {
        CareProvider provider = commission.careProvider();
        return new ActingUser(
                hsaId,
                Text.present((givenName.orElse("") + " " + middleAndSurname).strip()),
                Text.present(String.join(", ", licences)),
                Optional.of(
                        new ActingUser.Commission(
                                commission.hsaId(),
                                Text.present(commission.name()),
                                commission.purpose().text())),
                commission
                        .careUnit()
                        .map(
                                unit ->
                                        new ActingUser.CareUnit(
                                                unit.hsaId(), Text.present(unit.name()))),
                new ActingUser.CareProvider(
                        provider.hsaId(),
                        Text.present(provider.name()),
                        provider.organisationNumber()));
    }

    /** The HSA-id, the licences and the number of commissions; nothing else about the person. */
    @Override
    public String toString() {
        return "Credentials[%s, licences=%s, commissions=%d]"
                .formatted(hsaId, licences, commissions.size());
    }

    /**
     * Starts credentials.
     *
     * @param hsaId the person's HSA-id
     */
    public static Builder builder(HsaId hsaId) {
        return new Builder().hsaId(hsaId);
    }

    /**
     * Builds {@link Credentials}. Blank text is the same as none; a method named for one of many adds one.
     * Not for use by more than one thread.
     */
    public static final class Builder {

        private @Nullable HsaId hsaId;
        private Optional<String> givenName = Optional.empty();
        private String middleAndSurname = "";
        private Optional<PersonalIdentity> personalIdentity = Optional.empty();
        private final List<String> licences = new ArrayList<>();
        private final List<String> licenceCodes = new ArrayList<>();
        private final List<Speciality> specialities = new ArrayList<>();
        private final List<String> occupationalCodes = new ArrayList<>();
        private Optional<String> hospIdentityNumber = Optional.empty();
        private Optional<String> personalPrescriptionCode = Optional.empty();
        private final List<String> groupPrescriptionCodes = new ArrayList<>();
        private final List<NursePrescriptionRight> nursePrescriptionRights = new ArrayList<>();
        private final List<SystemRole> systemRoles = new ArrayList<>();
        private final List<String> paTitleCodes = new ArrayList<>();
        private boolean protectedPerson;
        private final List<Commission> commissions = new ArrayList<>();
        private boolean feigned;

        /** Starts with nothing known. */
        public Builder() {}

        /** The person's HSA-id; required. */
        public Builder hsaId(HsaId value) {
            hsaId = value;
            return this;
        }

        /** Given name. */
        public Builder givenName(String value) {
            givenName = Text.present(value);
            return this;
        }

        /** Middle name and surname, with a blank between. */
        public Builder middleAndSurname(String value) {
            middleAndSurname = value;
            return this;
        }

        /** The person's identity. */
        public Builder personalIdentity(PersonId value) {
            return personalIdentity(PersonalIdentity.of(value));
        }

        /** The person's identity as HSA writes it. */
        public Builder personalIdentity(PersonalIdentity value) {
            personalIdentity = Optional.of(value);
            return this;
        }

        /** One more licence, by name. */
        public Builder licence(String value) {
            Text.present(value).ifPresent(licences::add);
            return this;
        }

        /** One more licence, by code. */
        public Builder licenceCode(String value) {
            Text.present(value).ifPresent(licenceCodes::add);
            return this;
        }

        /** One more speciality with the code of its licence. */
        public Builder speciality(Speciality value) {
            specialities.add(value);
            return this;
        }

        /** One more code of a profession without licence. */
        public Builder occupationalCode(String value) {
            Text.present(value).ifPresent(occupationalCodes::add);
            return this;
        }

        /** The person's number in HOSP. */
        public Builder hospIdentityNumber(String value) {
            hospIdentityNumber = Text.present(value);
            return this;
        }

        /** The person's own prescription code. */
        public Builder personalPrescriptionCode(String value) {
            personalPrescriptionCode = Text.present(value);
            return this;
        }

        /** One more group prescription code. */
        public Builder groupPrescriptionCode(String value) {
            Text.present(value).ifPresent(groupPrescriptionCodes::add);
            return this;
        }

        /** One more right of a nurse or midwife. */
        public Builder nursePrescriptionRight(NursePrescriptionRight value) {
            nursePrescriptionRights.add(value);
            return this;
        }

        /** One more role in a system. */
        public Builder systemRole(SystemRole value) {
            systemRoles.add(value);
            return this;
        }

        /** One more title code from the employer's list. */
        public Builder paTitleCode(String value) {
            Text.present(value).ifPresent(paTitleCodes::add);
            return this;
        }

        /** Whether the person's data are protected. */
        public Builder protectedPerson(boolean value) {
            protectedPerson = value;
            return this;
        }

        /** One more commission. */
        public Builder commission(Commission value) {
            commissions.add(value);
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
        public Credentials build() {
            if (hsaId == null) {
                throw new InvalidInputException("hsaId", "is missing", "who it is");
            }
            return new Credentials(
                    hsaId,
                    givenName,
                    middleAndSurname,
                    personalIdentity,
                    licences,
                    licenceCodes,
                    specialities,
                    occupationalCodes,
                    hospIdentityNumber,
                    personalPrescriptionCode,
                    groupPrescriptionCodes,
                    nursePrescriptionRights,
                    systemRoles,
                    paTitleCodes,
                    protectedPerson,
                    commissions,
                    feigned);
        }
    }
}
