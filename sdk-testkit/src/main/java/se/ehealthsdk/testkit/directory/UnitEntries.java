package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;

/** Writes units, care providers and functions as entries. */
final class UnitEntries {

    private static final String EXTENSION = "exampleUnitExtension";

    private UnitEntries() {}

    static EntryDraft provider(DN name, CareProvider provider) {
        EntryDraft entry =
                container(name)
                        .classes(EXTENSION)
                        .add("o", provider.name())
                        .add("hsaIdentity", provider.hsaId().value());
        addProvider(entry, provider);
        return entry.add("startDate", Values.start(provider.validity()))
                .add("endDate", Values.end(provider.validity()));
    }

    /** Makes a care provider of any entry. */
    static void addProvider(EntryDraft entry, CareProvider provider) {
        entry.classes("hsaHealthCareProvider").add("orgNo", provider.orgNo());
        mark(entry, provider.feigned(), provider.archived());
    }

    static EntryDraft unit(DN name, DirectoryUnit placed, List<HsaId> members) {
        Unit unit = placed.unit();
        EntryDraft entry =
                container(name)
                        .classes(EXTENSION)
                        .add(kindOf(name).nameAttribute(), unit.name())
                        .add("hsaIdentity", unit.hsaId().value())
                        .add("ouShort", unit.alternateNames())
                        .add("mail", unit.mail())
                        .add("unitPrescriptionCode", placed.details().workplaceCodes())
                        .add("startDate", Values.start(unit.validity()))
                        .add("endDate", Values.end(unit.validity()));
        if (placed.careProvider().isPresent()) {
            entry.classes("hsaHealthCareUnit")
                    .add(
                            "hsaResponsibleHealthCareProvider",
                            placed.careProvider().map(HsaId::value))
                    .add("hsaHealthCareUnitMember", members.stream().map(HsaId::value).toList())
                    .add("hsaHealthCareUnitManager", placed.manager().map(HsaId::value));
        }
        addTelephones(entry, unit.telephones());
        addHours(entry, unit);
        addPlace(entry, unit.place());
        addClassification(entry, unit.classification());
        addPresentation(entry, unit.presentation());
        addVisitingRules(entry, unit.visitingRules());
        unit.temporaryInformation()
                .ifPresent(it -> entry.add("hsaVpwInformation2", Values.temporaryInformation(it)));
        entry.add(
                "hsaVpwNeighbouringObject",
                unit.relatedUnits().stream().map(HsaId::value).toList());
        entry.add("hsaDirectoryContact", unit.directoryContact());
        mark(entry, unit.feigned(), placed.archived());
        return entry;
    }

    /** A function (funktion) below its unit. */
    static EntryDraft function(DN name, UnitFunction function) {
        return container(name)
                .classes(EXTENSION)
                .add("cn", function.name())
                .add("telephoneHours", Values.hours(function.telephoneHours()))
                .add("telephoneNumber", Values.telephones(function.telephoneNumbers()));
    }

    /** An entry that is there for what lies below it. */
    static EntryDraft container(DN name) {
        return new EntryDraft(name, "top", kindOf(name).objectClass());
    }

    /**
     * What an entry is by the first attribute of its name.
     *
     * @param nameAttribute holds the name
     * @param objectClass the structural class
     */
    private record Kind(String nameAttribute, String objectClass) {}

    private static Kind kindOf(DN name) {
        return switch (name.getRDN().getAttributeNames()[0].toLowerCase(Locale.ROOT)) {
            case "c" -> new Kind("c", "country");
            case "l" -> new Kind("l", "locality");
            case "o" -> new Kind("o", "organization");
            case "dc" -> new Kind("dc", "domain");
            case "cn" -> new Kind("cn", "organizationalRole");
            default -> new Kind("ou", "organizationalUnit");
        };
    }

    private static void mark(EntryDraft entry, boolean feigned, boolean archived) {
        if (feigned) {
            entry.classes("hsaFeignedObject");
        }
        if (archived) {
            entry.classes("hsaArchivedObject");
        }
    }

    private static void addTelephones(EntryDraft entry, UnitTelephones phones) {
        entry.add("telephoneNumber", Values.telephones(phones.numbers()))
                .add("hsaSwitchboardNumber", phones.switchboard().map(Values::telephone))
                .add("hsaTextTelephoneNumber", Values.telephones(phones.text()))
                .add("hsaVideoPhone", phones.video())
                .add("facsimileTelephoneNumber", Values.telephones(phones.facsimile()))
                .add("hsaTelephoneNumber", Values.telephones(phones.nonPublic()));
    }

    private static void addHours(EntryDraft entry, Unit unit) {
        entry.add("surgeryHours", Values.hours(unit.hours().surgery()))
                .add("dropInHours", Values.hours(unit.hours().dropIn()))
                .add("telephoneHours", Values.hours(unit.hours().telephone()))
                .add("visitingHours", Values.hours(unit.hours().visiting()));
    }

    private static void addPlace(EntryDraft entry, UnitPlace place) {
        entry.add("postalAddress", Values.postalAddress(place.postalAddress()))
                .add("postalCode", place.postalAddress().flatMap(it -> it.postalCode()))
                .add("street", place.street())
                .add("l", place.location())
                .add("route", place.route())
                .add("indoorRouteDescription", place.indoorRoute())
                .add("countyCode", place.county().code())
                .add("countyName", place.county().name())
                .add("municipalityCode", place.municipality().code())
                .add("municipalityName", place.municipality().name());
        Coordinates coordinates = place.coordinates();
        entry.add(
                        "geographicalCoordinates",
                        coordinates.rt90().map(it -> "X:" + it.x() + ",Y:" + it.y()))
                .add("hsaSweref99Latitude", coordinates.latitude())
                .add("hsaSweref99Longitude", coordinates.longitude());
    }

    private static void addClassification(EntryDraft entry, UnitClassification what) {
        for (CodedName each : what.businessClassifications()) {
            entry.add("businessClassificationCode", each.code());
            entry.add("businessClassificationName", each.name());
        }
        entry.add("hsaBusinessType", what.businessTypes().stream().map(BusinessType::code).toList())
                .add("careType", what.careTypes().stream().map(CareType::code).toList())
                .add("management", what.managements())
                .add("financingOrganization", what.financingOrganizations())
                .add("hsaAdministrativeCareLevel", what.administrativeCareLevels())
                .add("hsaDestinationIndicator", what.destinationIndicators());
    }

    private static void addPresentation(EntryDraft entry, UnitPresentation shown) {
        entry.add("description", shown.description())
                .add("hsaVpwInformation1", shown.extraInformation())
                .add("hsaVpwInformation4", shown.patientInformation())
                .add("labeledURI", shown.webPage())
                .add("hsaVpwWebPage", shown.webPage1177())
                .add("hsaAltText", shown.alternateText())
                .add("displayOption", shown.displayOption());
        picture(shown.photo()).ifPresent(it -> entry.add("jpegPhoto", it));
        picture(shown.logotype()).ifPresent(it -> entry.add("hsaJpegLogotype", it));
    }

    private static Optional<byte[]> picture(Optional<Picture> picture) {
        return picture.map(it -> Base64.getMimeDecoder().decode(it.base64()));
    }

    private static void addVisitingRules(EntryDraft entry, VisitingRules rules) {
        entry.add("hsaVisitingRules", rules.visiting())
                .add("hsaVisitingRuleReferral", rules.referral())
                .add("hsaVisitingRuleAge", rules.ages().stream().map(Values::age).toList());
    }
}
