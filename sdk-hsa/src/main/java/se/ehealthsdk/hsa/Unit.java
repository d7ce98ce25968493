package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A unit in HSA, with everything that the directory tells about it: what patients need to find and reach
 * it, and what systems need to sort it.
 *
 * <p>How much is filled depends on the {@link UnitProfile} asked for and on what its administrators have
 * entered. Neither health care unit (vårdenhet) nor care provider is here: ask for them by the unit's
 * HSA-id.
 *
 * <p>Source: {@code GetUnit} 5.0 and 4.1 of {@code infrastructure:directory:organization}. What only 5.0
 * has is empty in an answer of 4.1, and left out when such an answer is written: addresses in parts,
 * types of school, and text telephones that are not plain numbers.
 *
 * @param hsaId the unit's HSA-id
 * @param name its name; empty text if the answer left it out
 * @param publicName the name to show to patients, made by the directory of name, place and display
 *     option; the name itself if the answer left it out
 * @param alternateNames other names it goes by
 * @param mail the e-mail address
 * @param telephones telephone numbers
 * @param hours when it can be reached
 * @param place where it is
 * @param classification what kind of unit it is
 * @param presentation how it presents itself
 * @param visitingRules who may visit it
 * @param functions functions with telephone numbers of their own
 * @param temporaryInformation information shown for a time
 * @param relatedUnits units that it has to do with; what cannot be an HSA-id is left out
 * @param directoryContact whom to ask about its post in the directory
 * @param validity from when and until when it is in use
 * @param feigned whether it is fictitious, made for tests or education
 */
public record Unit(
        HsaId hsaId,
        String name,
        String publicName,
        List<String> alternateNames,
        Optional<String> mail,
        UnitTelephones telephones,
        UnitHours hours,
        UnitPlace place,
        UnitClassification classification,
        UnitPresentation presentation,
        VisitingRules visitingRules,
        List<UnitFunction> functions,
        Optional<TemporaryInformation> temporaryInformation,
        List<HsaId> relatedUnits,
        Optional<String> directoryContact,
        Validity validity,
        boolean feigned) {

    /** Copies the lists. */
    public Unit {
        alternateNames = List.copyOf(alternateNames);
        functions = List.copyOf(functions);
        relatedUnits = List.copyOf(relatedUnits);
    }

    /** Whether the unit is in use at that moment. */
    public boolean validAt(Instant when) {
        return validity.at(when);
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "Unit[" + hsaId + " " + name + "]";
    }

    /** Starts a unit, whose HSA-id is still to be set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a unit.
     *
     * @param hsaId the unit's HSA-id
     */
    public static Builder builder(HsaId hsaId) {
        return new Builder().hsaId(hsaId);
    }

    /**
     * Builds a {@link Unit}. Blank text is the same as none; a method named for one of many adds one. Not
     * for use by more than one thread.
     */
    public static final class Builder {

        private @Nullable HsaId hsaId;
        private String name = "";
        private Optional<String> publicName = Optional.empty();
        private Validity validity = Validity.ALWAYS;
        private boolean feigned;
        private List<String> alternateNames = List.of();
        private Optional<String> mail = Optional.empty();
        private List<String> telephoneNumbers = List.of();
        private Optional<String> switchboardNumber = Optional.empty();
        private List<String> textTelephoneNumbers = List.of();
        private List<String> videoPhones = List.of();
        private List<String> facsimileTelephoneNumbers = List.of();
        private List<String> nonPublicTelephoneNumbers = List.of();
        private List<OpeningHours> surgeryHours = List.of();
        private List<OpeningHours> dropInHours = List.of();
        private List<OpeningHours> telephoneHours = List.of();
        private List<OpeningHours> visitingHours = List.of();
        private Optional<PostalAddress> postalAddress = Optional.empty();
        private Optional<VisitingAddress> visitingAddress = Optional.empty();
        private Optional<String> street = Optional.empty();
        private Optional<String> location = Optional.empty();
        private Optional<String> route = Optional.empty();
        private Optional<String> indoorRoute = Optional.empty();
        private Optional<String> countyCode = Optional.empty();
        private Optional<String> countyName = Optional.empty();
        private Optional<String> municipalityCode = Optional.empty();
        private Optional<String> municipalityName = Optional.empty();
        private Optional<Coordinates.Rt90> rt90 = Optional.empty();
        private Optional<Coordinates.Sweref99Grid> sweref99Grid = Optional.empty();
        private Optional<String> latitude = Optional.empty();
        private Optional<String> longitude = Optional.empty();
        private List<CodedName> businessClassifications = List.of();
        private List<BusinessType> businessTypes = List.of();
        private List<CareType> careTypes = List.of();
        private List<String> managements = List.of();
        private List<String> financingOrganizations = List.of();
        private List<String> administrativeCareLevels = List.of();
        private List<String> schoolTypes = List.of();
        private List<String> destinationIndicators = List.of();
        private Optional<String> description = Optional.empty();
        private Optional<String> patientInformation = Optional.empty();
        private Optional<String> extraInformation = Optional.empty();
        private Optional<String> webPage = Optional.empty();
        private Optional<String> webPage1177 = Optional.empty();
        private Optional<Picture> photo = Optional.empty();
        private Optional<Picture> logotype = Optional.empty();
        private Optional<String> alternateText = Optional.empty();
        private Optional<String> alternateTextLogotype = Optional.empty();
        private Optional<String> displayOption = Optional.empty();
        private List<VisitingRules.Age> visitingRuleAges = List.of();
        private Optional<String> referralRules = Optional.empty();
        private Optional<String> visitingRules = Optional.empty();
        private List<UnitFunction> functions = List.of();
        private Optional<TemporaryInformation> temporaryInformation = Optional.empty();
        private List<HsaId> relatedUnits = List.of();
        private Optional<String> directoryContact = Optional.empty();

        private Builder() {}

        private static Optional<String> text(String value) {
            return value.isBlank() ? Optional.empty() : Optional.of(value);
        }

        private static List<String> withText(List<String> list, String value) {
            return value.isBlank() ? list : with(list, value);
        }

        /** Most lists stay empty, so that one is made only for what comes first. */
        private static <T> List<T> with(List<T> list, T value) {
            List<T> all = list.isEmpty() ? new ArrayList<>(2) : list;
            all.add(value);
            return all;
        }

        /** Its HSA-id. */
        public Builder hsaId(HsaId value) {
            hsaId = value;
            return this;
        }

        /** Its name. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** The name to show to patients; the same as the name if not set. */
        public Builder publicName(String value) {
            publicName = Optional.of(value);
            return this;
        }

        /** From when and until when it is in use. */
        public Builder validity(Validity value) {
            validity = value;
            return this;
        }

        /** Whether it is fictitious. */
        public Builder feigned(boolean value) {
            feigned = value;
            return this;
        }

        /** Adds: another name it goes by. */
        public Builder alternateName(String value) {
            alternateNames = withText(alternateNames, value);
            return this;
        }

        /** The e-mail address. */
        public Builder mail(String value) {
            mail = text(value);
            return this;
        }

        /** Adds: a direct telephone number. */
        public Builder telephoneNumber(String value) {
            telephoneNumbers = withText(telephoneNumbers, value);
            return this;
        }

        /** The number of the switchboard. */
        public Builder switchboardNumber(String value) {
            switchboardNumber = text(value);
            return this;
        }

        /** Adds: the number of a text telephone. */
        public Builder textTelephoneNumber(String value) {
            textTelephoneNumbers = withText(textTelephoneNumbers, value);
            return this;
        }

        /** Adds: the number or address of a video telephone. */
        public Builder videoPhone(String value) {
            videoPhones = withText(videoPhones, value);
            return this;
        }

        /** Adds: the number of a telefax. */
        public Builder facsimileTelephoneNumber(String value) {
            facsimileTelephoneNumbers = withText(facsimileTelephoneNumbers, value);
            return this;
        }

        /** Adds: a number for colleagues. */
        public Builder nonPublicTelephoneNumber(String value) {
            nonPublicTelephoneNumbers = withText(nonPublicTelephoneNumbers, value);
            return this;
        }

        /** Adds: when it receives patients who have an appointment. */
        public Builder surgeryHour(OpeningHours value) {
            surgeryHours = with(surgeryHours, value);
            return this;
        }

        /** Adds: when it receives patients without an appointment. */
        public Builder dropInHour(OpeningHours value) {
            dropInHours = with(dropInHours, value);
            return this;
        }

        /** Adds: when it answers the telephone. */
        public Builder telephoneHour(OpeningHours value) {
            telephoneHours = with(telephoneHours, value);
            return this;
        }

        /** Adds: when relatives may visit. */
        public Builder visitingHour(OpeningHours value) {
            visitingHours = with(visitingHours, value);
            return this;
        }

        /** The postal address. */
        public Builder postalAddress(PostalAddress value) {
            postalAddress = Optional.of(value);
            return this;
        }

        /** The visiting address in parts. */
        public Builder visitingAddress(VisitingAddress value) {
            visitingAddress = Optional.of(value);
            return this;
        }

        /** The visiting address as free text. */
        public Builder street(String value) {
            street = text(value);
            return this;
        }

        /** The place as people call it. */
        public Builder location(String value) {
            location = text(value);
            return this;
        }

        /** How to get there. */
        public Builder route(String value) {
            route = text(value);
            return this;
        }

        /** How to find it within the building. */
        public Builder indoorRoute(String value) {
            indoorRoute = text(value);
            return this;
        }

        /** The code of the county, two digits. */
        public Builder countyCode(String value) {
            countyCode = text(value);
            return this;
        }

        /** The name of the county. */
        public Builder countyName(String value) {
            countyName = text(value);
            return this;
        }

        /** The code of the municipality within the county, two digits. */
        public Builder municipalityCode(String value) {
            municipalityCode = text(value);
            return this;
        }

        /** The name of the municipality. */
        public Builder municipalityName(String value) {
            municipalityName = text(value);
            return this;
        }

        /** Where it lies in RT 90. */
        public Builder rt90(Coordinates.Rt90 value) {
            rt90 = Optional.of(value);
            return this;
        }

        /** Where it lies in SWEREF 99, in metres. */
        public Builder sweref99Grid(Coordinates.Sweref99Grid value) {
            sweref99Grid = Optional.of(value);
            return this;
        }

        /** Latitude in SWEREF 99. */
        public Builder latitude(String value) {
            latitude = text(value);
            return this;
        }

        /** Longitude in SWEREF 99. */
        public Builder longitude(String value) {
            longitude = text(value);
            return this;
        }

        /** Adds: what it does (verksamhetskod). */
        public Builder businessClassification(CodedName value) {
            businessClassifications = with(businessClassifications, value);
            return this;
        }

        /** Adds: its type (enhetstyp). */
        public Builder businessType(BusinessType value) {
            businessTypes = with(businessTypes, value);
            return this;
        }

        /** Adds: a form of care (vårdform). */
        public Builder careType(CareType value) {
            careTypes = with(careTypes, value);
            return this;
        }

        /** Adds: a form of ownership (ägarform). */
        public Builder management(String value) {
            managements = withText(managements, value);
            return this;
        }

        /** Adds: who pays for it. */
        public Builder financingOrganization(String value) {
            financingOrganizations = withText(financingOrganizations, value);
            return this;
        }

        /** Adds: a level of care. */
        public Builder administrativeCareLevel(String value) {
            administrativeCareLevels = withText(administrativeCareLevels, value);
            return this;
        }

        /** Adds: a type of school. */
        public Builder schoolType(String value) {
            schoolTypes = withText(schoolTypes, value);
            return this;
        }

        /** Adds: where it is shown (visas för). */
        public Builder destinationIndicator(String value) {
            destinationIndicators = withText(destinationIndicators, value);
            return this;
        }

        /** What it is. */
        public Builder description(String value) {
            description = text(value);
            return this;
        }

        /** Information to patients. */
        public Builder patientInformation(String value) {
            patientInformation = text(value);
            return this;
        }

        /** More about it (om oss). */
        public Builder extraInformation(String value) {
            extraInformation = text(value);
            return this;
        }

        /** Its own web page. */
        public Builder webPage(String value) {
            webPage = text(value);
            return this;
        }

        /** Its page on 1177.se. */
        public Builder webPage1177(String value) {
            webPage1177 = text(value);
            return this;
        }

        /** A photo. */
        public Builder photo(Picture value) {
            photo = Optional.of(value);
            return this;
        }

        /** A logotype. */
        public Builder logotype(Picture value) {
            logotype = Optional.of(value);
            return this;
        }

        /** What to say in the place of the photo. */
        public Builder alternateText(String value) {
            alternateText = text(value);
            return this;
        }

        /** What to say in the place of the logotype. */
        public Builder alternateTextLogotype(String value) {
            alternateTextLogotype = text(value);
            return this;
        }

        /** What the public name is made of. */
        public Builder displayOption(String value) {
            displayOption = text(value);
            return this;
        }

        /** Adds: ages that it receives. */
        public Builder visitingRuleAge(VisitingRules.Age value) {
            visitingRuleAges = with(visitingRuleAges, value);
            return this;
        }

        /** Whether and when a referral is needed. */
        public Builder referralRules(String value) {
            referralRules = text(value);
            return this;
        }

        /** Other rules for visits. */
        public Builder visitingRules(String value) {
            visitingRules = text(value);
            return this;
        }

        /** Adds: a function with telephone numbers and hours of its own. */
        public Builder function(UnitFunction value) {
            functions = with(functions, value);
            return this;
        }

        /** Information shown for a time. */
        public Builder temporaryInformation(TemporaryInformation value) {
            temporaryInformation = Optional.of(value);
            return this;
        }

        /** Adds: a unit that it has to do with. */
        public Builder relatedUnit(HsaId value) {
            relatedUnits = with(relatedUnits, value);
            return this;
        }

        /** Whom to ask about its post in the directory. */
        public Builder directoryContact(String value) {
            directoryContact = text(value);
            return this;
        }

        /**
         * The unit.
         *
         * @throws InvalidInputException if it has no HSA-id
         */
        public Unit build() {
            if (hsaId == null) {
                throw new InvalidInputException("hsaId", "is not set", "the unit's HSA-id");
            }
            return new Unit(
                    hsaId,
                    name,
                    publicName.orElse(name),
                    alternateNames,
                    mail,
                    new UnitTelephones(
                            telephoneNumbers,
                            switchboardNumber,
                            textTelephoneNumbers,
                            videoPhones,
                            facsimileTelephoneNumbers,
                            nonPublicTelephoneNumbers),
                    new UnitHours(surgeryHours, dropInHours, telephoneHours, visitingHours),
                    new UnitPlace(
                            postalAddress,
                            visitingAddress,
                            street,
                            location,
                            route,
                            indoorRoute,
                            new CodedName(countyCode, countyName),
                            new CodedName(municipalityCode, municipalityName),
                            new Coordinates(rt90, sweref99Grid, latitude, longitude)),
                    new UnitClassification(
                            businessClassifications,
                            businessTypes,
                            careTypes,
                            managements,
                            financingOrganizations,
                            administrativeCareLevels,
                            schoolTypes,
                            destinationIndicators),
                    new UnitPresentation(
                            description,
                            patientInformation,
                            extraInformation,
                            webPage,
                            webPage1177,
                            photo,
                            logotype,
                            alternateText,
                            alternateTextLogotype,
                            displayOption),
                    new VisitingRules(visitingRuleAges, referralRules, visitingRules),
                    functions,
                    temporaryInformation,
                    relatedUnits,
                    directoryContact,
                    validity,
                    feigned);
        }
    }
}
