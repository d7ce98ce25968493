package se.ehealthsdk.hsa.internal.directory;

import static se.ehealthsdk.hsa.schema.DirectoryField.ALTERNATE_NAMES;
import static se.ehealthsdk.hsa.schema.DirectoryField.ALTERNATE_TEXT;
import static se.ehealthsdk.hsa.schema.DirectoryField.ALTERNATE_TEXT_LOGOTYPE;
import static se.ehealthsdk.hsa.schema.DirectoryField.BUSINESS_CODES;
import static se.ehealthsdk.hsa.schema.DirectoryField.BUSINESS_NAMES;
import static se.ehealthsdk.hsa.schema.DirectoryField.BUSINESS_TYPES;
import static se.ehealthsdk.hsa.schema.DirectoryField.CARE_LEVELS;
import static se.ehealthsdk.hsa.schema.DirectoryField.CARE_TYPES;
import static se.ehealthsdk.hsa.schema.DirectoryField.CARE_UNIT_MANAGER;
import static se.ehealthsdk.hsa.schema.DirectoryField.CARE_UNIT_MEMBERS;
import static se.ehealthsdk.hsa.schema.DirectoryField.CHANGED;
import static se.ehealthsdk.hsa.schema.DirectoryField.COUNTY_CODE;
import static se.ehealthsdk.hsa.schema.DirectoryField.COUNTY_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.DESTINATION_INDICATORS;
import static se.ehealthsdk.hsa.schema.DirectoryField.DIRECTORY_CONTACT;
import static se.ehealthsdk.hsa.schema.DirectoryField.DISPLAY_OPTION;
import static se.ehealthsdk.hsa.schema.DirectoryField.DROP_IN_HOURS;
import static se.ehealthsdk.hsa.schema.DirectoryField.EXTRA_INFORMATION;
import static se.ehealthsdk.hsa.schema.DirectoryField.FINANCING_ORGANIZATIONS;
import static se.ehealthsdk.hsa.schema.DirectoryField.FUNCTION_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.INDOOR_ROUTE;
import static se.ehealthsdk.hsa.schema.DirectoryField.LATITUDE;
import static se.ehealthsdk.hsa.schema.DirectoryField.LOCATION;
import static se.ehealthsdk.hsa.schema.DirectoryField.LOGOTYPE;
import static se.ehealthsdk.hsa.schema.DirectoryField.LONGITUDE;
import static se.ehealthsdk.hsa.schema.DirectoryField.MANAGEMENTS;
import static se.ehealthsdk.hsa.schema.DirectoryField.MUNICIPALITY_CODE;
import static se.ehealthsdk.hsa.schema.DirectoryField.MUNICIPALITY_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.ORGANISATION_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.ORG_NO;
import static se.ehealthsdk.hsa.schema.DirectoryField.PATIENT_INFORMATION;
import static se.ehealthsdk.hsa.schema.DirectoryField.PHOTO;
import static se.ehealthsdk.hsa.schema.DirectoryField.REFERRAL_RULES;
import static se.ehealthsdk.hsa.schema.DirectoryField.RELATED_UNITS;
import static se.ehealthsdk.hsa.schema.DirectoryField.RESPONSIBLE_PROVIDER;
import static se.ehealthsdk.hsa.schema.DirectoryField.ROUTE;
import static se.ehealthsdk.hsa.schema.DirectoryField.RT90;
import static se.ehealthsdk.hsa.schema.DirectoryField.SCHOOL_TYPES;
import static se.ehealthsdk.hsa.schema.DirectoryField.STREET;
import static se.ehealthsdk.hsa.schema.DirectoryField.SURGERY_HOURS;
import static se.ehealthsdk.hsa.schema.DirectoryField.SWEREF99_GRID;
import static se.ehealthsdk.hsa.schema.DirectoryField.TEMPORARY_INFORMATION;
import static se.ehealthsdk.hsa.schema.DirectoryField.TEXT_TELEPHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_DESCRIPTION;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_FAX;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_MAIL;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_NON_PUBLIC_TELEPHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_POSTAL_ADDRESS;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_POSTAL_CODE;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_POSTAL_PARTS;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_SWITCHBOARD;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_TELEPHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.UNIT_TELEPHONE_HOURS;
import static se.ehealthsdk.hsa.schema.DirectoryField.VIDEO_PHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.VISITING_ADDRESS;
import static se.ehealthsdk.hsa.schema.DirectoryField.VISITING_HOURS;
import static se.ehealthsdk.hsa.schema.DirectoryField.VISITING_RULES;
import static se.ehealthsdk.hsa.schema.DirectoryField.VISITING_RULE_AGES;
import static se.ehealthsdk.hsa.schema.DirectoryField.WEB_PAGE;
import static se.ehealthsdk.hsa.schema.DirectoryField.WEB_PAGE_1177;
import static se.ehealthsdk.hsa.schema.DirectoryField.WORKPLACE_CODES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;

/** An organisation, a unit or a function, made of the values of its entry. */
final class UnitReading {

    private final EntryValues values;
    private final HsaId hsaId;
    private final DistinguishedName place;
    private final EntryKind kind;

    UnitReading(EntryValues values, HsaId hsaId, DistinguishedName place) {
        this.values = values;
        this.hsaId = hsaId;
        this.place = place;
        this.kind = kind();
    }

    private EntryKind kind() {
        if (values.is(DirectoryClass.UNIT)) {
            return EntryKind.UNIT;
        }
        if (values.is(DirectoryClass.ORGANISATION)) {
            return EntryKind.ORGANISATION;
        }
        if (values.is(DirectoryClass.FUNCTION)) {
            return EntryKind.FUNCTION;
        }
        // a server may keep the classes to itself; the name in the tree tells the same
        return switch (place.ownType()) {
            case "o" -> EntryKind.ORGANISATION;
            case "cn" -> EntryKind.FUNCTION;
            default -> EntryKind.UNIT;
        };
    }

    UnitEntry entry() {
        var marks = values.marks();
        Unit unit = unit(marks.contains(EntryMark.FEIGNED));
        Optional<String> orgNo = values.text(ORG_NO);
        CareRelations care = care();
        List<String> workplaceCodes = values.texts(WORKPLACE_CODES);
        Optional<Instant> changed = values.one(CHANGED, Instant.class);
        return new UnitEntry(
                place,
                kind,
                unit,
                marks,
                orgNo,
                care,
                workplaceCodes,
                changed,
                values.additional(),
                values.problems());
    }

    private Unit unit(boolean feigned) {
        List<String> names = names();
        String name = name(names);
        Optional<String> location = values.text(LOCATION);
        Optional<String> displayOption = values.text(DISPLAY_OPTION);
        return new Unit(
                hsaId,
                name,
                PublicName.of(place, name, location, displayOption, values),
                alternateNames(names, name),
                values.text(UNIT_MAIL),
                telephones(),
                new UnitHours(
                        hours(SURGERY_HOURS),
                        hours(DROP_IN_HOURS),
                        hours(UNIT_TELEPHONE_HOURS),
                        hours(VISITING_HOURS)),
                unitPlace(location),
                classification(),
                presentation(displayOption),
                new VisitingRules(
                        values.all(VISITING_RULE_AGES, VisitingRules.Age.class),
                        values.text(REFERRAL_RULES),
                        values.text(VISITING_RULES)),
                List.of(),
                values.one(TEMPORARY_INFORMATION, TemporaryInformation.class),
                values.all(RELATED_UNITS, HsaId.class),
                values.text(DIRECTORY_CONTACT),
                values.validity(),
                feigned);
    }

    private List<String> names() {
        return values.texts(
                switch (kind) {
                    case ORGANISATION -> ORGANISATION_NAME;
                    case UNIT -> UNIT_NAME;
                    case FUNCTION -> FUNCTION_NAME;
                });
    }

    /** Of several names the one that the entry stands by in the tree: LDAP gives them in no order. */
    private String name(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        if (names.size() > 1) {
            String own = LooseText.of(place.ownValue());
            for (String each : names) {
                if (LooseText.of(each).equals(own)) {
                    return each;
                }
            }
        }
        return names.get(0);
    }

    /** What else it is called: the names meant for it, and those beside the one it stands by. */
    private List<String> alternateNames(List<String> names, String own) {
        List<String> alternate = values.texts(ALTERNATE_NAMES);
        if (names.size() < 2) {
            return alternate;
        }
        List<String> all = new ArrayList<>(alternate);
        names.stream().filter(name -> !name.equals(own)).forEach(all::add);
        return all;
    }

    private List<OpeningHours> hours(DirectoryField field) {
        return values.all(field, OpeningHours.class);
    }

    private UnitTelephones telephones() {
        return new UnitTelephones(
                values.texts(UNIT_TELEPHONES),
                values.text(UNIT_SWITCHBOARD),
                values.texts(TEXT_TELEPHONES),
                values.texts(VIDEO_PHONES),
                values.texts(UNIT_FAX),
                values.texts(UNIT_NON_PUBLIC_TELEPHONES));
    }

    private UnitPlace unitPlace(Optional<String> location) {
        return new UnitPlace(
                Addresses.read(
                        values,
                        UNIT_POSTAL_ADDRESS,
                        UNIT_POSTAL_PARTS,
                        values.text(UNIT_POSTAL_CODE)),
                values.one(VISITING_ADDRESS, VisitingAddress.class),
                values.text(STREET),
                location,
                values.text(ROUTE),
                values.text(INDOOR_ROUTE),
                new CodedName(values.text(COUNTY_CODE), values.text(COUNTY_NAME)),
                new CodedName(values.text(MUNICIPALITY_CODE), values.text(MUNICIPALITY_NAME)),
                new Coordinates(
                        values.one(RT90, Coordinates.Rt90.class),
                        values.one(SWEREF99_GRID, Coordinates.Sweref99Grid.class),
                        values.text(LATITUDE),
                        values.text(LONGITUDE)));
    }

    private UnitClassification classification() {
        return new UnitClassification(
                NamesAndCodes.pair(
                        values.texts(BUSINESS_NAMES),
                        values.texts(BUSINESS_CODES),
                        (name, code) -> new CodedName(code, name)),
                made(BUSINESS_TYPES, BusinessType::of),
                made(CARE_TYPES, CareType::of),
                values.texts(MANAGEMENTS),
                values.texts(FINANCING_ORGANIZATIONS),
                values.texts(CARE_LEVELS),
                values.texts(SCHOOL_TYPES),
                values.texts(DESTINATION_INDICATORS));
    }

    private <T> List<T> made(DirectoryField field, Function<String, T> of) {
        List<String> codes = values.texts(field);
        if (codes.isEmpty()) {
            return List.of();
        }
        List<T> made = new ArrayList<>(codes.size());
        for (String code : codes) {
            made.add(of.apply(code));
        }
        return made;
    }

    private UnitPresentation presentation(Optional<String> displayOption) {
        return new UnitPresentation(
                values.text(UNIT_DESCRIPTION),
                values.text(PATIENT_INFORMATION),
                values.text(EXTRA_INFORMATION),
                values.text(WEB_PAGE),
                values.text(WEB_PAGE_1177),
                values.picture(PHOTO),
                values.picture(LOGOTYPE),
                values.text(ALTERNATE_TEXT),
                values.text(ALTERNATE_TEXT_LOGOTYPE),
                displayOption);
    }

    private CareRelations care() {
        boolean provider = values.is(DirectoryClass.CARE_PROVIDER);
        boolean careUnit = values.is(DirectoryClass.CARE_UNIT);
        Optional<HsaId> responsible = values.one(RESPONSIBLE_PROVIDER, HsaId.class);
        List<HsaId> members = values.all(CARE_UNIT_MEMBERS, HsaId.class);
        Optional<HsaId> manager = values.one(CARE_UNIT_MANAGER, HsaId.class);
        return !provider
                        && !careUnit
                        && responsible.isEmpty()
                        && members.isEmpty()
                        && manager.isEmpty()
                ? CareRelations.NONE
                : new CareRelations(provider, careUnit, responsible, members, manager);
    }
}
