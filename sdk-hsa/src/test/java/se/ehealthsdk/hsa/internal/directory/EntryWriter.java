package se.ehealthsdk.hsa.internal.directory;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * Makes entries of records by a schema, such that {@link EntryReader} makes equal records of them. What an entry
 * cannot carry is an {@link se.ehealthsdk.core.error.InvalidInputException} that names the field. The problems of a
 * record are not written: they were about what was read. Safe for use by many threads.
 */
public final class EntryWriter {

    private final DirectorySchema schema;

    public EntryWriter(DirectorySchema schema) {
        this.schema = schema;
    }

    public RawEntry unit(UnitEntry entry) {
        EntryDraft draft = new EntryDraft(schema);
        Unit unit = entry.unit();
        EntryDraft.requireSame(
                "unit.feigned", unit.feigned(), entry.marks().contains(EntryMark.FEIGNED));
        requirePublicName(entry);
        if (!unit.functions().isEmpty()) {
            throw EntryDraft.cannotCarry(
                    "unit.functions", "are entries of their own", "an entry for each function");
        }

        draft.put(DirectoryField.HSA_ID, List.of(unit.hsaId()));
        switch (entry.kind()) {
            case ORGANISATION -> {
                draft.is(DirectoryClass.ORGANISATION);
                draft.putText(DirectoryField.ORGANISATION_NAME, unit.name());
            }
            case UNIT -> {
                draft.is(DirectoryClass.UNIT);
                draft.putText(DirectoryField.UNIT_NAME, unit.name());
            }
            case FUNCTION -> {
                draft.is(DirectoryClass.FUNCTION);
                draft.putText(DirectoryField.FUNCTION_NAME, unit.name());
            }
        }
        draft.put(DirectoryField.ALTERNATE_NAMES, unit.alternateNames());
        draft.put(DirectoryField.UNIT_MAIL, unit.mail());
        telephones(draft, unit.telephones());
        hours(draft, unit.hours());
        place(draft, unit.place());
        classification(draft, unit.classification());
        presentation(draft, unit.presentation());
        draft.put(DirectoryField.VISITING_RULE_AGES, unit.visitingRules().ages());
        draft.put(DirectoryField.REFERRAL_RULES, unit.visitingRules().referral());
        draft.put(DirectoryField.VISITING_RULES, unit.visitingRules().visiting());
        draft.put(DirectoryField.TEMPORARY_INFORMATION, unit.temporaryInformation());
        draft.put(DirectoryField.RELATED_UNITS, unit.relatedUnits());
        draft.put(DirectoryField.DIRECTORY_CONTACT, unit.directoryContact());
        draft.validity(unit.validity());
        draft.put(DirectoryField.ORG_NO, entry.orgNo());
        draft.put(DirectoryField.WORKPLACE_CODES, entry.workplaceCodes());
        care(draft, entry.care());
        draft.marks(entry.marks());
        draft.put(DirectoryField.CHANGED, entry.changed());
        draft.additional(schema.unitValues(), entry.additional());
        return draft.entry(entry.name());
    }

    private static void requirePublicName(UnitEntry entry) {
        Unit unit = entry.unit();
        String made =
                PublicName.of(
                        entry.name(),
                        unit.name(),
                        unit.place().location(),
                        unit.presentation().displayOption(),
                        null);
        if (!made.equals(unit.publicName())) {
            throw EntryDraft.cannotCarry(
                    "unit.publicName",
                    "is not what the directory makes of name, place and display option",
                    "a display option that gives it");
        }
    }

    private static void telephones(EntryDraft draft, UnitTelephones telephones) {
        draft.put(DirectoryField.UNIT_TELEPHONES, telephones.numbers());
        draft.put(DirectoryField.UNIT_SWITCHBOARD, telephones.switchboard());
        draft.put(DirectoryField.TEXT_TELEPHONES, telephones.text());
        draft.put(DirectoryField.VIDEO_PHONES, telephones.video());
        draft.put(DirectoryField.UNIT_FAX, telephones.facsimile());
        draft.put(DirectoryField.UNIT_NON_PUBLIC_TELEPHONES, telephones.nonPublic());
    }

    private static void hours(EntryDraft draft, UnitHours hours) {
        draft.put(DirectoryField.SURGERY_HOURS, hours.surgery());
        draft.put(DirectoryField.DROP_IN_HOURS, hours.dropIn());
        draft.put(DirectoryField.UNIT_TELEPHONE_HOURS, hours.telephone());
        draft.put(DirectoryField.VISITING_HOURS, hours.visiting());
    }

    private static void place(EntryDraft draft, UnitPlace place) {
        address(
                draft,
                place.postalAddress(),
                DirectoryField.UNIT_POSTAL_ADDRESS,
                DirectoryField.UNIT_POSTAL_PARTS);
        draft.put(
                DirectoryField.UNIT_POSTAL_CODE,
                place.postalAddress().flatMap(PostalAddress::postalCode));
        draft.put(DirectoryField.VISITING_ADDRESS, place.visitingAddress());
        draft.put(DirectoryField.STREET, place.street());
        draft.put(DirectoryField.LOCATION, place.location());
        draft.put(DirectoryField.ROUTE, place.route());
        draft.put(DirectoryField.INDOOR_ROUTE, place.indoorRoute());
        draft.put(DirectoryField.COUNTY_CODE, place.county().code());
        draft.put(DirectoryField.COUNTY_NAME, place.county().name());
        draft.put(DirectoryField.MUNICIPALITY_CODE, place.municipality().code());
        draft.put(DirectoryField.MUNICIPALITY_NAME, place.municipality().name());
        Coordinates coordinates = place.coordinates();
        draft.put(DirectoryField.RT90, coordinates.rt90());
        draft.put(DirectoryField.SWEREF99_GRID, coordinates.sweref99Grid());
        draft.put(DirectoryField.LATITUDE, coordinates.latitude());
        draft.put(DirectoryField.LONGITUDE, coordinates.longitude());
    }

    static void address(
            EntryDraft draft,
            Optional<PostalAddress> address,
            DirectoryField lines,
            DirectoryField parts) {
        if (address.isEmpty()) {
            return;
        }
        PostalAddress present = address.get();
        if (present.lines().isEmpty()
                && present.parts().isEmpty()
                && present.postalCode().isEmpty()) {
            throw EntryDraft.cannotCarry(lines.toString(), "is an address without lines", "none");
        }
        if (!present.lines().isEmpty()) {
            draft.put(lines, List.of(present.lines()));
        }
        draft.put(parts, present.parts());
    }

    private static void classification(EntryDraft draft, UnitClassification what) {
        List<CodedName> business = what.businessClassifications();
        List<String> names = business.stream().flatMap(each -> each.name().stream()).toList();
        List<String> codes = business.stream().flatMap(each -> each.code().stream()).toList();
        EntryDraft.requirePairs(
                DirectoryField.BUSINESS_CODES,
                business,
                NamesAndCodes.pair(names, codes, (name, code) -> new CodedName(code, name)));
        draft.put(DirectoryField.BUSINESS_NAMES, names);
        draft.put(DirectoryField.BUSINESS_CODES, codes);
        draft.put(
                DirectoryField.BUSINESS_TYPES,
                what.businessTypes().stream().map(BusinessType::code).toList());
        draft.put(
                DirectoryField.CARE_TYPES, what.careTypes().stream().map(CareType::code).toList());
        draft.put(DirectoryField.MANAGEMENTS, what.managements());
        draft.put(DirectoryField.FINANCING_ORGANIZATIONS, what.financingOrganizations());
        draft.put(DirectoryField.CARE_LEVELS, what.administrativeCareLevels());
        draft.put(DirectoryField.SCHOOL_TYPES, what.schoolTypes());
        draft.put(DirectoryField.DESTINATION_INDICATORS, what.destinationIndicators());
    }

    private static void presentation(EntryDraft draft, UnitPresentation shown) {
        draft.put(DirectoryField.UNIT_DESCRIPTION, shown.description());
        draft.put(DirectoryField.PATIENT_INFORMATION, shown.patientInformation());
        draft.put(DirectoryField.EXTRA_INFORMATION, shown.extraInformation());
        draft.put(DirectoryField.WEB_PAGE, shown.webPage());
        draft.put(DirectoryField.WEB_PAGE_1177, shown.webPage1177());
        draft.picture(DirectoryField.PHOTO, shown.photo());
        draft.picture(DirectoryField.LOGOTYPE, shown.logotype());
        draft.put(DirectoryField.ALTERNATE_TEXT, shown.alternateText());
        draft.put(DirectoryField.ALTERNATE_TEXT_LOGOTYPE, shown.alternateTextLogotype());
        draft.put(DirectoryField.DISPLAY_OPTION, shown.displayOption());
    }

    private static void care(EntryDraft draft, CareRelations care) {
        if (care.careProvider()) {
            draft.is(DirectoryClass.CARE_PROVIDER);
        }
        if (care.careUnit()) {
            draft.is(DirectoryClass.CARE_UNIT);
        }
        draft.put(DirectoryField.RESPONSIBLE_PROVIDER, care.responsibleProvider());
        draft.put(DirectoryField.CARE_UNIT_MEMBERS, care.members());
        draft.put(DirectoryField.CARE_UNIT_MANAGER, care.manager());
    }

    public RawEntry person(PersonEntry entry) {
        return new PersonWriting(schema, entry).entry();
    }

    public RawEntry commission(CommissionEntry entry) {
        EntryDraft draft = new EntryDraft(schema);
        draft.is(DirectoryClass.COMMISSION);
        draft.put(DirectoryField.HSA_ID, List.of(entry.hsaId()));
        draft.putText(DirectoryField.COMMISSION_TITLE, entry.title());
        draft.put(DirectoryField.COMMISSION_PURPOSE, entry.purpose().map(it -> it.text()));
        draft.put(DirectoryField.COMMISSION_RIGHTS, entry.rights());
        draft.put(DirectoryField.COMMISSION_MEMBERS, entry.members());
        draft.put(DirectoryField.PHARMACY_IDENTIFIER, entry.pharmacyIdentifier());
        draft.marks(entry.marks());
        return draft.entry(entry.name());
    }
}
