package se.ehealthsdk.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.LegalSex;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A person as the national person data service (Personuppgiftstjänsten, PU) tells of them. What is absent was not told: by
 * the {@linkplain LookupProfile profile}, since the person is {@linkplain #protection() protected}, or since it is not
 * known.
 *
 * <p>Source: {@code PersonRecordType} of {@code strategicresourcemanagement:persons:person} 5.0. {@code toString()} shows the year of birth at most.
 *
 * @param identity whom the record is about; another than the one asked for, where references are followed
 * @param identityLevel how well the identity is established, as it came
 * @param identityLevelDate since when
 * @param gender the code of legal sex, {@code 1} male and {@code 2} female by Skatteverket; see {@link #sex()}
 * @param protectedPersonIndicator marked for secrecy (sekretessmarkering); see {@link #protection()}
 * @param testIndicator a test person; of no meaning for care, and hidden by {@link PersonClient} unless asked for
 * @param primaryIdentity whether this is the person's main identity
 * @param version when the record was last changed
 * @param name the name
 * @param linkedIdentities identities that the service has linked to this one
 * @param referredIdentities older numbers, or the new number, by Skatteverket
 * @param birth when and where born
 * @param registration where registered (folkbokförd)
 * @param populationRecord Skatteverket's record behind it
 * @param addresses addresses
 * @param contactPoints ways to reach the person
 * @param contactPersons whom to turn to
 * @param confirmedIdentities how a reserve identity was confirmed
 * @param administrativeInformation what was noted with a reserve number
 * @param deregistration that the person is no longer registered, and why
 * @param maritalStatus civil status
 * @param immigration when and how the person came to Sweden
 * @param citizenships citizenships
 * @param relationships relatives and guardians
 * @param coordinationNumberData what is known of a samordningsnummer
 * @param identityStatus the status of a samordningsnummer
 * @param updatedBy who last changed the person
 * @param contactsUpdatedBy who last changed the contact information
 * @param attachments pictures and documents
 * @param paperNotificationOptOut whether the person wants no letters; absent when nothing was said
 * @param protectedPopulationRecord protected population registration (skyddad folkbokföring); see {@link #protection()}
 */
public record Person(
        Identity identity,
        Optional<String> identityLevel,
        Optional<PartialDate> identityLevelDate,
        Optional<String> gender,
        boolean protectedPersonIndicator,
        boolean testIndicator,
        boolean primaryIdentity,
        Optional<ServiceTime> version,
        Optional<PersonName> name,
        List<LinkedIdentity> linkedIdentities,
        List<ReferredIdentity> referredIdentities,
        Optional<Birth> birth,
        Optional<PopulationRegistration> registration,
        Optional<PopulationRecord> populationRecord,
        Optional<Addresses> addresses,
        List<ContactPoint> contactPoints,
        List<ContactPerson> contactPersons,
        List<ConfirmedIdentity> confirmedIdentities,
        Optional<AdministrativeInformation> administrativeInformation,
        Optional<Deregistration> deregistration,
        Optional<MaritalStatus> maritalStatus,
        Optional<Immigration> immigration,
        List<Citizenship> citizenships,
        List<Relationship> relationships,
        Optional<CoordinationNumberData> coordinationNumberData,
        Optional<IdentityStatus> identityStatus,
        Optional<Actor> updatedBy,
        Optional<Actor> contactsUpdatedBy,
        List<Attachment> attachments,
        Optional<Boolean> paperNotificationOptOut,
        boolean protectedPopulationRecord) {

    /** Copies the lists. */
    public Person {
        linkedIdentities = List.copyOf(linkedIdentities);
        referredIdentities = List.copyOf(referredIdentities);
        contactPoints = List.copyOf(contactPoints);
        contactPersons = List.copyOf(contactPersons);
        confirmedIdentities = List.copyOf(confirmedIdentities);
        citizenships = List.copyOf(citizenships);
        relationships = List.copyOf(relationships);
        attachments = List.copyOf(attachments);
    }

    /**
     * Whether and how the person's data are protected; the stronger form where both are marked. What the service sends in
     * spite of it, an address perhaps, stands as it came: look here before anything is shown or written.
     */
    public Protection protection() {
        if (protectedPopulationRecord) {
            return Protection.PROTECTED_REGISTRATION;
        }
        return protectedPersonIndicator ? Protection.SECRECY_MARKING : Protection.NONE;
    }

    /** Whether the person is dead, by the population register or by the samordningsnummer. */
    public boolean isDeceased() {
        return deregistration.filter(Deregistration::isDeceased).isPresent()
                || coordinationNumberDeath().isPresent();
    }

    /** When the person died or was found dead; empty for the living, and where it is not told. */
    public Optional<PartialDate> deceasedOn() {
        return deregistration.flatMap(Deregistration::deceasedOn).or(this::coordinationNumberDeath);
    }

    private Optional<PartialDate> coordinationNumberDeath() {
        return coordinationNumberData
                .flatMap(CoordinationNumberData::deceased)
                .filter(PartialDate::isTold);
    }

    /** The identity as one that has been checked; empty if the service sent one that breaks the rules. */
    public Optional<PersonId> personId() {
        return identity.personId();
    }

    /**
     * The number that the person has now: this one when it is the main identity, else the one that it refers to.
     *
     * <p>The one that it refers to may be old in its turn: look at that person's own record too.
     *
     * @return empty when the record is of an old number and does not tell one new: ask the person, or Skatteverket
     */
    public Optional<PersonId> currentIdentity() {
        if (primaryIdentity) {
            return personId();
        }
        List<Identity> others =
                referredIdentities.stream()
                        .map(ReferredIdentity::identity)
                        .filter(other -> !other.isSameAs(identity))
                        .distinct()
                        .toList();
        return others.size() == 1 ? others.get(0).personId() : Optional.empty();
    }

    /** The municipality where the person is registered (kommunkod); as a rule not told of the protected. */
    public Optional<MunicipalityCode> municipality() {
        return registration.flatMap(PopulationRegistration::municipality);
    }

    /** The county where the person is registered (länskod), two digits. */
    public Optional<String> county() {
        return registration.flatMap(PopulationRegistration::county);
    }

    /** Legal sex as the register has it. */
    public Optional<LegalSex> sex() {
        return gender.map(LegalSex::new);
    }

    /** The date of birth: that of the register, or else that in the number. */
    public Optional<LocalDate> birthDate() {
        return birth.flatMap(Birth::date)
                .flatMap(PartialDate::day)
                .or(() -> personId().flatMap(PersonId::birthDate));
    }

    /** Starts a record of a person, for those who answer and for tests. */
    public static Builder builder(PersonId person) {
        return builder(Identity.of(person));
    }

    /** As {@link #builder(PersonId)}, of an identity as it is written. */
    public static Builder builder(Identity identity) {
        return new Builder(identity);
    }

    /** Builds a {@link Person}: what is not set is absent, and the identity the main one. Not for use by more than one thread. */
    public static final class Builder {

        private final Identity identity;
        private Optional<String> identityLevel = Optional.empty();
        private Optional<PartialDate> identityLevelDate = Optional.empty();
        private Optional<String> gender = Optional.empty();
        private boolean protectedPersonIndicator;
        private boolean testIndicator;
        private boolean primaryIdentity = true;
        private Optional<ServiceTime> version = Optional.empty();
        private Optional<PersonName> name = Optional.empty();
        private final List<LinkedIdentity> linkedIdentities = new ArrayList<>();
        private final List<ReferredIdentity> referredIdentities = new ArrayList<>();
        private Optional<Birth> birth = Optional.empty();
        private Optional<PopulationRegistration> registration = Optional.empty();
        private Optional<PopulationRecord> populationRecord = Optional.empty();
        private Optional<Addresses> addresses = Optional.empty();
        private final List<ContactPoint> contactPoints = new ArrayList<>();
        private final List<ContactPerson> contactPersons = new ArrayList<>();
        private final List<ConfirmedIdentity> confirmedIdentities = new ArrayList<>();
        private Optional<AdministrativeInformation> administrativeInformation = Optional.empty();
        private Optional<Deregistration> deregistration = Optional.empty();
        private Optional<MaritalStatus> maritalStatus = Optional.empty();
        private Optional<Immigration> immigration = Optional.empty();
        private final List<Citizenship> citizenships = new ArrayList<>();
        private final List<Relationship> relationships = new ArrayList<>();
        private Optional<CoordinationNumberData> coordinationNumberData = Optional.empty();
        private Optional<IdentityStatus> identityStatus = Optional.empty();
        private Optional<Actor> updatedBy = Optional.empty();
        private Optional<Actor> contactsUpdatedBy = Optional.empty();
        private final List<Attachment> attachments = new ArrayList<>();
        private Optional<Boolean> paperNotificationOptOut = Optional.empty();
        private boolean protectedPopulationRecord;

        private Builder(Identity identity) {
            this.identity = identity;
        }

        /** How well the identity is established, as it came. */
        public Builder identityLevel(String value) {
            this.identityLevel = Optional.of(value);
            return this;
        }

        /** Since when. */
        public Builder identityLevelDate(PartialDate value) {
            this.identityLevelDate = Optional.of(value);
            return this;
        }

        /** The code of legal sex, {@code 1} male and {@code 2} female by Skatteverket; see {@link #sex()}. */
        public Builder gender(String value) {
            this.gender = Optional.of(value);
            return this;
        }

        /** Marked for secrecy (sekretessmarkering); see {@link #protection()}. */
        public Builder protectedPersonIndicator(boolean value) {
            this.protectedPersonIndicator = value;
            return this;
        }

        /** A test person; of no meaning for care, and hidden by {@link PersonClient} unless asked for. */
        public Builder testIndicator(boolean value) {
            this.testIndicator = value;
            return this;
        }

        /** Whether this is the person's main identity. */
        public Builder primaryIdentity(boolean value) {
            this.primaryIdentity = value;
            return this;
        }

        /** When the record was last changed. */
        public Builder version(ServiceTime value) {
            this.version = Optional.of(value);
            return this;
        }

        /** The name. */
        public Builder name(PersonName value) {
            this.name = Optional.of(value);
            return this;
        }

        /** One more of: identities that the service has linked to this one. */
        public Builder linkedIdentity(LinkedIdentity value) {
            linkedIdentities.add(value);
            return this;
        }

        /** One more of: older numbers, or the new number, by Skatteverket. */
        public Builder referredIdentity(ReferredIdentity value) {
            referredIdentities.add(value);
            return this;
        }

        /** When and where born. */
        public Builder birth(Birth value) {
            this.birth = Optional.of(value);
            return this;
        }

        /** Where registered (folkbokförd). */
        public Builder registration(PopulationRegistration value) {
            this.registration = Optional.of(value);
            return this;
        }

        /** Skatteverket's record behind it. */
        public Builder populationRecord(PopulationRecord value) {
            this.populationRecord = Optional.of(value);
            return this;
        }

        /** Addresses. */
        public Builder addresses(Addresses value) {
            this.addresses = Optional.of(value);
            return this;
        }

        /** One more of: ways to reach the person. */
        public Builder contactPoint(ContactPoint value) {
            contactPoints.add(value);
            return this;
        }

        /** One more of: whom to turn to. */
        public Builder contactPerson(ContactPerson value) {
            contactPersons.add(value);
            return this;
        }

        /** One more of: how a reserve identity was confirmed. */
        public Builder confirmedIdentity(ConfirmedIdentity value) {
            confirmedIdentities.add(value);
            return this;
        }

        /** What was noted with a reserve number. */
        public Builder administrativeInformation(AdministrativeInformation value) {
            this.administrativeInformation = Optional.of(value);
            return this;
        }

        /** That the person is no longer registered, and why. */
        public Builder deregistration(Deregistration value) {
            this.deregistration = Optional.of(value);
            return this;
        }

        /** Civil status. */
        public Builder maritalStatus(MaritalStatus value) {
            this.maritalStatus = Optional.of(value);
            return this;
        }

        /** When and how the person came to Sweden. */
        public Builder immigration(Immigration value) {
            this.immigration = Optional.of(value);
            return this;
        }

        /** One more of: citizenships. */
        public Builder citizenship(Citizenship value) {
            citizenships.add(value);
            return this;
        }

        /** One more of: relatives and guardians. */
        public Builder relationship(Relationship value) {
            relationships.add(value);
            return this;
        }

        /** What is known of a samordningsnummer. */
        public Builder coordinationNumberData(CoordinationNumberData value) {
            this.coordinationNumberData = Optional.of(value);
            return this;
        }

        /** The status of a samordningsnummer. */
        public Builder identityStatus(IdentityStatus value) {
            this.identityStatus = Optional.of(value);
            return this;
        }

        /** Who last changed the person. */
        public Builder updatedBy(Actor value) {
            this.updatedBy = Optional.of(value);
            return this;
        }

        /** Who last changed the contact information. */
        public Builder contactsUpdatedBy(Actor value) {
            this.contactsUpdatedBy = Optional.of(value);
            return this;
        }

        /** One more of: pictures and documents. */
        public Builder attachment(Attachment value) {
            attachments.add(value);
            return this;
        }

        /** Whether the person wants no letters; absent when nothing was said. */
        public Builder paperNotificationOptOut(Boolean value) {
            this.paperNotificationOptOut = Optional.of(value);
            return this;
        }

        /** Protected population registration (skyddad folkbokföring); see {@link #protection()}. */
        public Builder protectedPopulationRecord(boolean value) {
            this.protectedPopulationRecord = value;
            return this;
        }

        /** The person. */
        public Person build() {
            return new Person(
                    identity,
                    identityLevel,
                    identityLevelDate,
                    gender,
                    protectedPersonIndicator,
                    testIndicator,
                    primaryIdentity,
                    version,
                    name,
                    linkedIdentities,
                    referredIdentities,
                    birth,
                    registration,
                    populationRecord,
                    addresses,
                    contactPoints,
                    contactPersons,
                    confirmedIdentities,
                    administrativeInformation,
                    deregistration,
                    maritalStatus,
                    immigration,
                    citizenships,
                    relationships,
                    coordinationNumberData,
                    identityStatus,
                    updatedBy,
                    contactsUpdatedBy,
                    attachments,
                    paperNotificationOptOut,
                    protectedPopulationRecord);
        }
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Person[" + identity + "]";
    }
}
