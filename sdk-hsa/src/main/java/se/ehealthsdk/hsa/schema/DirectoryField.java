package se.ehealthsdk.hsa.schema;

import static se.ehealthsdk.hsa.schema.AttributeSyntax.CODE;
import static se.ehealthsdk.hsa.schema.AttributeSyntax.TELEPHONE_NUMBER;
import static se.ehealthsdk.hsa.schema.AttributeSyntax.TEXT;
import static se.ehealthsdk.hsa.schema.AttributeSyntax.TIME;
import static se.ehealthsdk.hsa.schema.AttributeSyntax.TIME_SPAN;

/**
 * What an entry can tell, each with the name that a schema file has for it: a section and a name within it. Which
 * attribute holds it is for a {@link DirectorySchema} to say.
 *
 * <p>Source: HSA schema 5.x; the contract field that each fills is in the records of {@link se.ehealthsdk.hsa}.
 */
public enum DirectoryField {

    /** The HSA-id, of every kind of entry. */
    HSA_ID(Section.ENTRY, "hsaId", AttributeSyntax.HSA_ID),
    /** The object classes. */
    OBJECT_CLASS(Section.ENTRY, "objectClass", CODE),
    /** From when it holds. */
    START(Section.ENTRY, "start", TIME),
    /** Until when it holds. */
    END(Section.ENTRY, "end", TIME),
    /** When it was last changed. */
    CHANGED(Section.ENTRY, "changed", TIME),

    /** The name of an organisation. */
    ORGANISATION_NAME(Section.UNIT, "organisationName", TEXT),
    /** The name of a unit. */
    UNIT_NAME(Section.UNIT, "unitName", TEXT),
    /** The name of a function. */
    FUNCTION_NAME(Section.UNIT, "functionName", TEXT),
    /** Other names. */
    ALTERNATE_NAMES(Section.UNIT, "alternateNames", TEXT),
    /** Mail address. */
    UNIT_MAIL(Section.UNIT, "mail", CODE),
    /** Direct telephone numbers. */
    UNIT_TELEPHONES(Section.UNIT, "telephoneNumbers", TELEPHONE_NUMBER),
    /** The switchboard. */
    UNIT_SWITCHBOARD(Section.UNIT, "switchboardNumber", TELEPHONE_NUMBER),
    /** Text telephones. */
    TEXT_TELEPHONES(Section.UNIT, "textTelephoneNumbers", AttributeSyntax.TELEPHONE_OR_ADDRESS),
    /** Video telephones. */
    VIDEO_PHONES(Section.UNIT, "videoPhones", CODE),
    /** Telefax. */
    UNIT_FAX(Section.UNIT, "facsimileTelephoneNumbers", TELEPHONE_NUMBER),
    /** Numbers for colleagues. */
    UNIT_NON_PUBLIC_TELEPHONES(Section.UNIT, "nonPublicTelephoneNumbers", TELEPHONE_NUMBER),
    /** When patients with an appointment are received. */
    SURGERY_HOURS(Section.UNIT, "surgeryHours", TIME_SPAN),
    /** When patients without an appointment are received. */
    DROP_IN_HOURS(Section.UNIT, "dropInHours", TIME_SPAN),
    /** When the telephone is answered. */
    UNIT_TELEPHONE_HOURS(Section.UNIT, "telephoneHours", TIME_SPAN),
    /** When relatives may visit. */
    VISITING_HOURS(Section.UNIT, "visitingHours", TIME_SPAN),
    /** Postal address in free lines. */
    UNIT_POSTAL_ADDRESS(Section.UNIT, "postalAddress", AttributeSyntax.POSTAL_ADDRESS),
    /** Postal address in parts. */
    UNIT_POSTAL_PARTS(Section.UNIT, "postalAddressParts", AttributeSyntax.POSTAL_ADDRESS_PARTS),
    /** Postal code. */
    UNIT_POSTAL_CODE(Section.UNIT, "postalCode", CODE),
    /** Visiting address in parts. */
    VISITING_ADDRESS(Section.UNIT, "visitingAddress", AttributeSyntax.VISITING_ADDRESS),
    /** Visiting address as free text. */
    STREET(Section.UNIT, "street", TEXT),
    /** The place as people call it. */
    LOCATION(Section.UNIT, "location", TEXT),
    /** How to get there. */
    ROUTE(Section.UNIT, "route", TEXT),
    /** How to find it within the building. */
    INDOOR_ROUTE(Section.UNIT, "indoorRoute", TEXT),
    /** Name of the county. */
    COUNTY_NAME(Section.UNIT, "countyName", TEXT),
    /** Code of the county. */
    COUNTY_CODE(Section.UNIT, "countyCode", CODE),
    /** Name of the municipality. */
    MUNICIPALITY_NAME(Section.UNIT, "municipalityName", TEXT),
    /** Code of the municipality within the county. */
    MUNICIPALITY_CODE(Section.UNIT, "municipalityCode", CODE),
    /** Where it lies in RT 90. */
    RT90(Section.UNIT, "rt90", AttributeSyntax.RT90),
    /** Where it lies in SWEREF 99, in metres. */
    SWEREF99_GRID(Section.UNIT, "sweref99Grid", AttributeSyntax.SWEREF99_GRID),
    /** Latitude. */
    LATITUDE(Section.UNIT, "latitude", AttributeSyntax.DEGREES),
    /** Longitude. */
    LONGITUDE(Section.UNIT, "longitude", AttributeSyntax.DEGREES),
    /** What it does, by name. */
    BUSINESS_NAMES(Section.UNIT, "businessClassificationNames", TEXT),
    /** What it does, by code. */
    BUSINESS_CODES(Section.UNIT, "businessClassificationCodes", CODE),
    /** Its type. */
    BUSINESS_TYPES(Section.UNIT, "businessTypes", CODE),
    /** Its forms of care. */
    CARE_TYPES(Section.UNIT, "careTypes", CODE),
    /** Its form of ownership. */
    MANAGEMENTS(Section.UNIT, "managements", CODE),
    /** Who pays for it. */
    FINANCING_ORGANIZATIONS(Section.UNIT, "financingOrganizations", TEXT),
    /** Its level of care. */
    CARE_LEVELS(Section.UNIT, "administrativeCareLevels", CODE),
    /** Its type of school. */
    SCHOOL_TYPES(Section.UNIT, "schoolTypes", CODE),
    /** Where it is shown. */
    DESTINATION_INDICATORS(Section.UNIT, "destinationIndicators", CODE),
    /** What it is. */
    UNIT_DESCRIPTION(Section.UNIT, "description", TEXT),
    /** Information to patients. */
    PATIENT_INFORMATION(Section.UNIT, "patientInformation", TEXT),
    /** More about it. */
    EXTRA_INFORMATION(Section.UNIT, "extraInformation", TEXT),
    /** Its own web page. */
    WEB_PAGE(Section.UNIT, "webPage", CODE),
    /** Its page on 1177.se. */
    WEB_PAGE_1177(Section.UNIT, "webPage1177", CODE),
    /** A photo. */
    PHOTO(Section.UNIT, "photo", AttributeSyntax.PICTURE),
    /** A logotype. */
    LOGOTYPE(Section.UNIT, "logotype", AttributeSyntax.PICTURE),
    /** What to say in the place of the photo. */
    ALTERNATE_TEXT(Section.UNIT, "alternateText", TEXT),
    /** What to say in the place of the logotype. */
    ALTERNATE_TEXT_LOGOTYPE(Section.UNIT, "alternateTextLogotype", TEXT),
    /** Which names above it are part of its public name. */
    DISPLAY_OPTION(Section.UNIT, "displayOption", CODE),
    /** The ages it receives. */
    VISITING_RULE_AGES(Section.UNIT, "visitingRuleAges", AttributeSyntax.VISITING_AGE),
    /** Whether a referral is needed. */
    REFERRAL_RULES(Section.UNIT, "referralRules", TEXT),
    /** Other rules for visitors. */
    VISITING_RULES(Section.UNIT, "visitingRules", TEXT),
    /** Information shown for a time. */
    TEMPORARY_INFORMATION(
            Section.UNIT, "temporaryInformation", AttributeSyntax.TEMPORARY_INFORMATION),
    /** Units it has to do with. */
    RELATED_UNITS(Section.UNIT, "relatedUnits", AttributeSyntax.HSA_ID),
    /** Whom to ask about its entry. */
    DIRECTORY_CONTACT(Section.UNIT, "directoryContact", TEXT),
    /** Organisation number. */
    ORG_NO(Section.UNIT, "orgNo", CODE),
    /** Workplace codes. */
    WORKPLACE_CODES(Section.UNIT, "workplaceCodes", CODE),
    /** The care provider that answers for a care unit. */
    RESPONSIBLE_PROVIDER(Section.UNIT, "responsibleProvider", AttributeSyntax.HSA_ID),
    /** The units that belong to a care unit. */
    CARE_UNIT_MEMBERS(Section.UNIT, "careUnitMembers", AttributeSyntax.HSA_ID),
    /** The manager of a care unit. */
    CARE_UNIT_MANAGER(Section.UNIT, "careUnitManager", AttributeSyntax.HSA_ID),

    /** Given name. */
    GIVEN_NAME(Section.PERSON, "givenName", TEXT),
    /** Middle name. */
    MIDDLE_NAME(Section.PERSON, "middleName", TEXT),
    /** Surname. */
    SURNAME(Section.PERSON, "surname", TEXT),
    /** The name the person goes by. */
    NICK_NAME(Section.PERSON, "nickName", TEXT),
    /** Personal identity number. */
    PERSONAL_IDENTITY(Section.PERSON, "personalIdentity", AttributeSyntax.PERSONAL_IDENTITY),
    /** Mail address. */
    PERSON_MAIL(Section.PERSON, "mail", CODE),
    /** Telephone numbers. */
    PERSON_TELEPHONES(Section.PERSON, "telephoneNumbers", TELEPHONE_NUMBER),
    /** The switchboard. */
    PERSON_SWITCHBOARD(Section.PERSON, "switchboardNumber", TELEPHONE_NUMBER),
    /** Numbers that are not for the public. */
    PERSON_NON_PUBLIC_TELEPHONES(Section.PERSON, "nonPublicTelephoneNumbers", TELEPHONE_NUMBER),
    /** Mobile numbers. */
    MOBILES(Section.PERSON, "mobileNumbers", TELEPHONE_NUMBER),
    /** Telefax. */
    PERSON_FAX(Section.PERSON, "faxNumbers", TELEPHONE_NUMBER),
    /** When the person takes calls. */
    PERSON_TELEPHONE_HOURS(Section.PERSON, "telephoneHours", TIME_SPAN),
    /** Postal address in free lines. */
    PERSON_POSTAL_ADDRESS(Section.PERSON, "postalAddress", AttributeSyntax.POSTAL_ADDRESS),
    /** Postal address in parts. */
    PERSON_POSTAL_PARTS(Section.PERSON, "postalAddressParts", AttributeSyntax.POSTAL_ADDRESS_PARTS),
    /** Free text. */
    PERSON_DESCRIPTION(Section.PERSON, "description", TEXT),
    /** Title, free text. */
    TITLE(Section.PERSON, "title", TEXT),
    /** Licences by name. */
    LICENCES(Section.PERSON, "licences", TEXT),
    /** Licences by code, and specialities. */
    LICENCE_SPECIALITIES(Section.PERSON, "licenceSpecialities", AttributeSyntax.LICENCE_SPECIALITY),
    /** Titles from the employer's list, by name. */
    PA_TITLE_NAMES(Section.PERSON, "paTitleNames", TEXT),
    /** Titles from the employer's list, by code. */
    PA_TITLE_CODES(Section.PERSON, "paTitleCodes", CODE),
    /** Specialities by name. */
    SPECIALITY_NAMES(Section.PERSON, "specialityNames", TEXT),
    /** Specialities by code. */
    SPECIALITY_CODES(Section.PERSON, "specialityCodes", CODE),
    /** Codes of professions without licence. */
    OCCUPATIONAL_CODES(Section.PERSON, "occupationalCodes", CODE),
    /** Number in HOSP. */
    HOSP_IDENTITY_NUMBER(Section.PERSON, "hospIdentityNumber", CODE),
    /** The person's own prescription code. */
    PERSONAL_PRESCRIPTION_CODE(Section.PERSON, "personalPrescriptionCode", CODE),
    /** Prescription codes for groups. */
    GROUP_PRESCRIPTION_CODES(Section.PERSON, "groupPrescriptionCodes", CODE),
    /** Rights of nurses and midwives to prescribe. */
    NURSE_RIGHTS(Section.PERSON, "nursePrescriptionRights", AttributeSyntax.NURSE_RIGHT),
    /** Roles in IT systems. */
    SYSTEM_ROLES(Section.PERSON, "systemRoles", AttributeSyntax.SYSTEM_ROLE),
    /** Any value here marks protected data. */
    PROTECTED_PERSON(Section.PERSON, "protectedPerson", CODE),

    /** The commission's name. */
    COMMISSION_TITLE(Section.COMMISSION, "title", TEXT),
    /** What it is for. */
    COMMISSION_PURPOSE(Section.COMMISSION, "purpose", CODE),
    /** What its members may do. */
    COMMISSION_RIGHTS(Section.COMMISSION, "rights", AttributeSyntax.COMMISSION_RIGHT),
    /** Who has it. */
    COMMISSION_MEMBERS(Section.COMMISSION, "members", AttributeSyntax.MEMBERSHIP),
    /** GLN and business code of a pharmacy. */
    PHARMACY_IDENTIFIER(Section.COMMISSION, "pharmacyIdentifier", CODE);

    /** What a field is told of. */
    public enum Section {

        /** Every kind of entry. */
        ENTRY("entry"),

        /** Organisations, units and functions. */
        UNIT("unit"),

        /** People. */
        PERSON("person"),

        /** Commissions. */
        COMMISSION("commission");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }

        /** The heading in a schema file, without brackets. */
        public String heading() {
            return heading;
        }
    }

    private final Section section;
    private final String key;
    private final AttributeSyntax usual;

    DirectoryField(Section section, String key, AttributeSyntax usual) {
        this.section = section;
        this.key = key;
        this.usual = usual;
    }

    /** What it is told of. */
    public Section section() {
        return section;
    }

    /** Its name within its section of a schema file. */
    public String key() {
        return key;
    }

    /** How it is written unless a schema says otherwise; another syntax must give the same type of value. */
    public AttributeSyntax usualSyntax() {
        return usual;
    }

    /** Section and name, as {@code unit.street}. */
    @Override
    public String toString() {
        return section.heading() + "." + key;
    }
}
