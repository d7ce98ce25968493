package se.ehealthsdk.hsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LegalSex;

/**
 * A person in HSA under one of the person's HSA-ids, with what the directory tells about the employment.
 * One person may have several HSA-ids, one for each organisation that keeps a part of the directory.
 *
 * <p>How much is filled in depends on the {@link EmployeeProfile} asked for and on what the organisation
 * has written. A value that cannot be read, such as an age that is no number, is left out.
 *
 * <p>Source: infrastructure:directory:employee 4.0 and 3.0.1, {@code PersonInformationType}. Immutable.
 *
 * @param hsaId the person's HSA-id
 * @param givenName given name; some people have none
 * @param middleAndSurname middle name and surname with a blank between; empty if the answer lacked it
 * @param nickName the name the person goes by
 * @param mail mail address
 * @param telephoneNumbers telephone numbers, national form without separators
 * @param switchboardNumber the switchboard's number
 * @param nonPublicTelephoneNumbers numbers that are not for the public
 * @param mobileNumbers mobile numbers
 * @param faxNumbers fax numbers
 * @param telephoneHours when the person takes calls
 * @param postalAddress postal address, in free lines, in parts (from generation 4.0), or both
 * @param description free text
 * @param title title, free text
 * @param licences licences by name, as {@code Läkare}
 * @param paTitles titles from the employer's list
 * @param specialityNames names of specialities; not in the order of the codes
 * @param specialityCodes codes of specialities; not in the order of the names
 * @param specialities specialities with code, name and licence together
 * @param distinguishedName where the post stands in the directory (DN, holds the name); empty if the
 *     answer lacked it
 * @param protectedPerson whether the person's data are protected (skyddad); told only by the {@code
 *     IncludingProtectedPerson} variants
 * @param validity from when and until when the post holds
 * @param feigned whether the person is made up, for tests
 * @param age age in years, with profile {@code extended1}
 * @param gender gender, with profile {@code extended1}: {@code 0} not known, {@code 1} male, {@code 2} female
 */
public record Employee(
        HsaId hsaId,
        Optional<String> givenName,
        String middleAndSurname,
        Optional<String> nickName,
        Optional<String> mail,
        List<String> telephoneNumbers,
        Optional<String> switchboardNumber,
        List<String> nonPublicTelephoneNumbers,
        List<String> mobileNumbers,
        List<String> faxNumbers,
        List<OpeningHours> telephoneHours,
        Optional<PostalAddress> postalAddress,
        Optional<String> description,
        Optional<String> title,
        List<String> licences,
        List<PaTitle> paTitles,
        List<String> specialityNames,
        List<String> specialityCodes,
        List<Speciality> specialities,
        String distinguishedName,
        boolean protectedPerson,
        Validity validity,
        boolean feigned,
        OptionalInt age,
        Optional<LegalSex> gender) {

    /** Keeps copies of the lists. */
    public Employee {
        telephoneNumbers = List.copyOf(telephoneNumbers);
        nonPublicTelephoneNumbers = List.copyOf(nonPublicTelephoneNumbers);
        mobileNumbers = List.copyOf(mobileNumbers);
        faxNumbers = List.copyOf(faxNumbers);
        telephoneHours = List.copyOf(telephoneHours);
        licences = List.copyOf(licences);
        paTitles = List.copyOf(paTitles);
        specialityNames = List.copyOf(specialityNames);
        specialityCodes = List.copyOf(specialityCodes);
        specialities = List.copyOf(specialities);
    }

    /** The HSA-id and the licences; nothing else about the person. */
    @Override
    public String toString() {
        return "Employee[%s, licences=%s]".formatted(hsaId, licences);
    }

    /**
     * Starts an employee.
     *
     * @param hsaId the person's HSA-id
     */
    public static Builder builder(HsaId hsaId) {
        return new Builder().hsaId(hsaId);
    }

    /**
     * Builds an {@link Employee}. Blank text is the same as none; a method named for one of many adds one.
     * Not for use by more than one thread.
     */
    public static final class Builder {

        private @Nullable HsaId hsaId;
        private Optional<String> givenName = Optional.empty();
        private String middleAndSurname = "";
        private Optional<String> nickName = Optional.empty();
        private Optional<String> mail = Optional.empty();
        private final List<String> telephoneNumbers = new ArrayList<>();
        private Optional<String> switchboardNumber = Optional.empty();
        private final List<String> nonPublicTelephoneNumbers = new ArrayList<>();
        private final List<String> mobileNumbers = new ArrayList<>();
        private final List<String> faxNumbers = new ArrayList<>();
        private final List<OpeningHours> telephoneHours = new ArrayList<>();
        private Optional<PostalAddress> postalAddress = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<String> title = Optional.empty();
        private final List<String> licences = new ArrayList<>();
        private final List<PaTitle> paTitles = new ArrayList<>();
        private final List<String> specialityNames = new ArrayList<>();
        private final List<String> specialityCodes = new ArrayList<>();
        private final List<Speciality> specialities = new ArrayList<>();
        private String distinguishedName = "";
        private boolean protectedPerson;
        private Validity validity = Validity.ALWAYS;
        private boolean feigned;
        private OptionalInt age = OptionalInt.empty();
        private Optional<LegalSex> gender = Optional.empty();

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

        /** The name the person goes by. */
        public Builder nickName(String value) {
            nickName = Text.present(value);
            return this;
        }

        /** Mail address. */
        public Builder mail(String value) {
            mail = Text.present(value);
            return this;
        }

        /** One more telephone number, digits with a leading + at most. */
        public Builder telephoneNumber(String value) {
            Text.present(value).ifPresent(telephoneNumbers::add);
            return this;
        }

        /** The switchboard's number. */
        public Builder switchboardNumber(String value) {
            switchboardNumber = Text.present(value);
            return this;
        }

        /** One more number that is not for the public. */
        public Builder nonPublicTelephoneNumber(String value) {
            Text.present(value).ifPresent(nonPublicTelephoneNumbers::add);
            return this;
        }

        /** One more mobile number. */
        public Builder mobileNumber(String value) {
            Text.present(value).ifPresent(mobileNumbers::add);
            return this;
        }

        /** One more fax number. */
        public Builder faxNumber(String value) {
            Text.present(value).ifPresent(faxNumbers::add);
            return this;
        }

        /** One more time span when the person takes calls. */
        public Builder telephoneHours(OpeningHours value) {
            telephoneHours.add(value);
            return this;
        }

        /** Postal address. */
        public Builder postalAddress(PostalAddress value) {
            postalAddress = Optional.of(value);
            return this;
        }

        /** Free text. */
        public Builder description(String value) {
            description = Text.present(value);
            return this;
        }

        /** Title, free text. */
        public Builder title(String value) {
            title = Text.present(value);
            return this;
        }

        /** One more licence, by name. */
        public Builder licence(String value) {
            Text.present(value).ifPresent(licences::add);
            return this;
        }

        /** One more title from the employer's list. */
        public Builder paTitle(PaTitle value) {
            paTitles.add(value);
            return this;
        }

        /** One more speciality, by name. */
        public Builder specialityName(String value) {
            Text.present(value).ifPresent(specialityNames::add);
            return this;
        }

        /** One more speciality, by code. */
        public Builder specialityCode(String value) {
            Text.present(value).ifPresent(specialityCodes::add);
            return this;
        }

        /** One more speciality with its licence. */
        public Builder speciality(Speciality value) {
            specialities.add(value);
            return this;
        }

        /** Where the post stands in the directory. */
        public Builder distinguishedName(String value) {
            distinguishedName = value;
            return this;
        }

        /** Whether the person's data are protected. */
        public Builder protectedPerson(boolean value) {
            protectedPerson = value;
            return this;
        }

        /** From when and until when the post holds. */
        public Builder validity(Validity value) {
            validity = value;
            return this;
        }

        /** Whether the person is made up, for tests. */
        public Builder feigned(boolean value) {
            feigned = value;
            return this;
        }

        /** Age in years. */
        public Builder age(int value) {
            age = OptionalInt.of(value);
            return this;
        }

        /** Gender. */
        public Builder gender(LegalSex value) {
            gender = Optional.of(value);
            return this;
        }

        /**
         * The employee.
         *
         * @throws InvalidInputException if it was not told who it is
         */
        public Employee build() {
            if (hsaId == null) {
                throw new InvalidInputException("hsaId", "is missing", "who it is");
            }
            return new Employee(
                    hsaId,
                    givenName,
                    middleAndSurname,
                    nickName,
                    mail,
                    telephoneNumbers,
                    switchboardNumber,
                    nonPublicTelephoneNumbers,
                    mobileNumbers,
                    faxNumbers,
                    telephoneHours,
                    postalAddress,
                    description,
                    title,
                    licences,
                    paTitles,
                    specialityNames,
                    specialityCodes,
                    specialities,
                    distinguishedName,
                    protectedPerson,
                    validity,
                    feigned,
                    age,
                    gender);
        }
    }
}
