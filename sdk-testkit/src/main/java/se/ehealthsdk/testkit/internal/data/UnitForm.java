package se.ehealthsdk.testkit.internal.data;

import static se.ehealthsdk.testkit.internal.data.Kind.Text.ANY;
import static se.ehealthsdk.testkit.internal.data.Values.HOURS;
import static se.ehealthsdk.testkit.internal.data.Values.HSA_ID;
import static se.ehealthsdk.testkit.internal.data.Values.NAME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Values.Output;

/** Units. */
final class UnitForm {

    private static final Kind.Text GRID =
            Kind.Text.of("^[^ ]+ [^ ]+$", "north, a blank, and east", "6580970 1628341");

    private static final Kind.Text AGES =
            Kind.Text.of(
                    "^[^- #]+-[^- #]+( # .+)?$",
                    "two ages, as 02-99, and a comment after # if there is one",
                    "02-99");

    private static final Form BUSINESS =
            Form.of("businessClassification", "what a unit does (verksamhetskod)")
                    .texts("code", "name")
                    .build();

    private static final Form TEMPORARY =
            Form.of("temporaryInformation", "information for a time")
                    .must("from", NAME, "as 20260701")
                    .must("to", NAME, "as 20260731")
                    .must("text", NAME, "")
                    .build();

    private static final Form VISITING_ADDRESS =
            Form.of("visitingAddress", "a visiting address in parts")
                    .must("street", ANY, "")
                    .texts("premisesNumber", "premisesLetter")
                    .must("town", ANY, "")
                    .build();

    private static final Form FUNCTION =
            Form.of("function", "a function with telephone numbers and hours of its own")
                    .must("name", NAME, "")
                    .list("telephoneHours", HOURS, "")
                    .list("telephoneNumbers", ANY, "")
                    .build();

    private static final Form DETAILS =
            Form.of(
                            "details",
                            "what contracts other than GetUnit tell, where it is another than GetUnit tells")
                    .list("telephoneNumbers", ANY, "")
                    .may("postalAddress", Values.ADDRESS, "")
                    .build();

    static final Form FORM =
            Values.validity(
                            Form.of("unit", "a unit")
                                    .must("hsaId", HSA_ID, "")
                                    .must("name", NAME, "the last part of its dn")
                                    .may("publicName", ANY, "for patients; the name unless said"))
                    .may("dn", ANY, "where it lies in the directory (DN); made up unless said")
                    .may(
                            "careProvider",
                            HSA_ID.to(Target.CARE_PROVIDER),
                            "makes it a health care unit (vårdenhet) of this care provider (vårdgivare)")
                    .may(
                            "memberOf",
                            HSA_ID.to(Target.UNIT),
                            "the health care unit (vårdenhet) that it is a member of")
                    .oneOf("careProvider", "memberOf")
                    .may("manager", HSA_ID.to(Target.POST), "verksamhetschef")
                    .flags("feigned", "archived")
                    .list("alternateNames", ANY, "")
                    .texts("mail")
                    .list("telephoneNumbers", ANY, "")
                    .texts("switchboardNumber")
                    .list("textTelephoneNumbers", ANY, "")
                    .list("videoPhones", ANY, "")
                    .list("faxNumbers", ANY, "")
                    .list("nonPublicTelephoneNumbers", ANY, "")
                    .list("workplaceCodes", ANY, "arbetsplatskod")
                    .list("openingHours", HOURS, "for patients with an appointment")
                    .list("dropInHours", HOURS, "")
                    .list("telephoneHours", HOURS, "")
                    .list("visitingHours", HOURS, "")
                    .list("businessClassifications", nested(BUSINESS), "verksamhetskod")
                    .list("businessTypes", ANY, "enhetstyp")
                    .list("careTypes", ANY, "vårdform")
                    .list("managements", ANY, "ägarform")
                    .list("financingOrganizations", ANY, "")
                    .list("administrativeCareLevels", ANY, "")
                    .list("schoolTypes", ANY, "")
                    .list("destinationIndicators", ANY, "visas för")
                    .texts("countyCode", "countyName", "municipalityCode", "municipalityName")
                    .texts("location", "street")
                    .may("postalAddress", Values.ADDRESS, "its lines, or in parts")
                    .may("visitingAddress", nested(VISITING_ADDRESS), "")
                    .may("rt90", GRID, "in RT 90: north, blank, east")
                    .may("sweref99", GRID, "in SWEREF 99 TM, metres: north, blank, east")
                    .may("latitude", ANY, "in SWEREF 99, decimal degrees")
                    .may("longitude", ANY, "in SWEREF 99, decimal degrees")
                    .texts("route", "indoorRoute", "displayOption", "description")
                    .texts("patientInformation", "extraInformation", "webPage", "webPage1177")
                    .may("photo", ANY, "base64")
                    .may("logotype", ANY, "base64")
                    .texts("alternateText", "alternateTextLogotype")
                    .may(
                            "temporaryInformation",
                            new Kind.Listed(nested(TEMPORARY), 0, 1),
                            "one at most")
                    .texts("visitingRules", "referralRules")
                    .list("visitingAges", AGES, "")
                    .list("functions", nested(FUNCTION), "")
                    .list("relatedUnits", HSA_ID.to(Target.UNIT), "")
                    .texts("directoryContact")
                    .may("details", nested(DETAILS), "")
                    .build();

    private UnitForm() {}

    private static Kind nested(Form form) {
        return new Kind.Nested(() -> form);
    }

    // ---- read ----

    static DirectoryUnit read(Entry in) {
        String name = in.text("name");
        Unit.Builder unit =
                Unit.builder(in.value("hsaId", HsaId::of))
                        .name(name)
                        .publicName(in.optional("publicName").orElse(name))
                        .validity(Values.validity(in))
                        .feigned(in.flag("feigned"));
        reach(unit, in);
        classify(unit, in);
        place(unit, in);
        present(unit, in);
        in.list("relatedUnits", HsaId::of).forEach(unit::relatedUnit);
        in.optional("directoryContact").ifPresent(unit::directoryContact);
        return placed(DirectoryUnit.of(unit.build()), in);
    }

    private static void reach(Unit.Builder unit, Entry in) {
        in.list("alternateNames").forEach(unit::alternateName);
        in.optional("mail").ifPresent(unit::mail);
        in.list("telephoneNumbers").forEach(unit::telephoneNumber);
        in.optional("switchboardNumber").ifPresent(unit::switchboardNumber);
        in.list("textTelephoneNumbers").forEach(unit::textTelephoneNumber);
        in.list("videoPhones").forEach(unit::videoPhone);
        in.list("faxNumbers").forEach(unit::facsimileTelephoneNumber);
        in.list("nonPublicTelephoneNumbers").forEach(unit::nonPublicTelephoneNumber);
        in.mixed("openingHours", Values::hours, Values::hours).forEach(unit::surgeryHour);
        in.mixed("dropInHours", Values::hours, Values::hours).forEach(unit::dropInHour);
        in.mixed("telephoneHours", Values::hours, Values::hours).forEach(unit::telephoneHour);
        in.mixed("visitingHours", Values::hours, Values::hours).forEach(unit::visitingHour);
        in.entries(
                        "functions",
                        it ->
                                new UnitFunction(
                                        it.text("name"),
                                        it.mixed("telephoneHours", Values::hours, Values::hours),
                                        it.list("telephoneNumbers")))
                .forEach(unit::function);
    }

    private static void classify(Unit.Builder unit, Entry in) {
        in.entries(
                        "businessClassifications",
                        it -> new CodedName(it.optional("code"), it.optional("name")))
                .forEach(unit::businessClassification);
        in.list("businessTypes", BusinessType::of).forEach(unit::businessType);
        in.list("careTypes", CareType::of).forEach(unit::careType);
        in.list("managements").forEach(unit::management);
        in.list("financingOrganizations").forEach(unit::financingOrganization);
        in.list("administrativeCareLevels").forEach(unit::administrativeCareLevel);
        in.list("schoolTypes").forEach(unit::schoolType);
        in.list("destinationIndicators").forEach(unit::destinationIndicator);
    }

    private static void place(Unit.Builder unit, Entry in) {
        in.optional("countyCode").ifPresent(unit::countyCode);
        in.optional("countyName").ifPresent(unit::countyName);
        in.optional("municipalityCode").ifPresent(unit::municipalityCode);
        in.optional("municipalityName").ifPresent(unit::municipalityName);
        in.optional("location").ifPresent(unit::location);
        in.optional("street").ifPresent(unit::street);
        Values.address(in, "postalAddress").ifPresent(unit::postalAddress);
        in.entry("visitingAddress")
                .map(
                        it ->
                                new VisitingAddress(
                                        it.text("street"),
                                        it.optional("premisesNumber"),
                                        it.optional("premisesLetter"),
                                        it.text("town")))
                .ifPresent(unit::visitingAddress);
        in.optional("rt90", text -> new Coordinates.Rt90(part(text, 0), part(text, 1)))
                .ifPresent(unit::rt90);
        in.optional("sweref99", text -> new Coordinates.Sweref99Grid(part(text, 0), part(text, 1)))
                .ifPresent(unit::sweref99Grid);
        in.optional("latitude").ifPresent(unit::latitude);
        in.optional("longitude").ifPresent(unit::longitude);
        in.optional("route").ifPresent(unit::route);
        in.optional("indoorRoute").ifPresent(unit::indoorRoute);
    }

    private static String part(String grid, int index) {
        return grid.split(" ")[index];
    }

    private static void present(Unit.Builder unit, Entry in) {
        in.optional("displayOption").ifPresent(unit::displayOption);
        in.optional("description").ifPresent(unit::description);
        in.optional("patientInformation").ifPresent(unit::patientInformation);
        in.optional("extraInformation").ifPresent(unit::extraInformation);
        in.optional("webPage").ifPresent(unit::webPage);
        in.optional("webPage1177").ifPresent(unit::webPage1177);
        in.optional("photo", Picture::new).ifPresent(unit::photo);
        in.optional("logotype", Picture::new).ifPresent(unit::logotype);
        in.optional("alternateText").ifPresent(unit::alternateText);
        in.optional("alternateTextLogotype").ifPresent(unit::alternateTextLogotype);
        in.optional("visitingRules").ifPresent(unit::visitingRules);
        in.optional("referralRules").ifPresent(unit::referralRules);
        in.list("visitingAges", UnitForm::age).forEach(unit::visitingRuleAge);
        in.entries(
                        "temporaryInformation",
                        it ->
                                new TemporaryInformation(
                                        it.text("from"), it.text("to"), it.text("text")))
                .forEach(unit::temporaryInformation);
    }

    /** As {@code 02-08 # comment}. */
    private static VisitingRules.Age age(String text) {
        String[] told = text.split(" # ", 2);
        String[] ages = told[0].split("-");
        return new VisitingRules.Age(
                ages[0], ages[1], told.length > 1 ? Optional.of(told[1]) : Optional.empty());
    }

    private static DirectoryUnit placed(DirectoryUnit unit, Entry in) {
        Optional<Entry> details = in.entry("details");
        return new DirectoryUnit(
                unit.unit(),
                new UnitDetails(
                        in.list("workplaceCodes"),
                        details.map(it -> it.list("telephoneNumbers"))
                                .orElse(unit.details().telephoneNumbers()),
                        details.map(it -> Values.address(it, "postalAddress"))
                                .orElse(unit.details().postalAddress())),
                in.optional("dn").orElse(unit.distinguishedName()),
                in.optional("careProvider", HsaId::of),
                in.optional("memberOf", HsaId::of),
                in.optional("manager", HsaId::of),
                in.flag("archived"));
    }

    // ---- write ----

    static Map<String, Object> write(DirectoryUnit placed) {
        Unit unit = placed.unit();
        Output out = new Output();
        out.text("hsaId", unit.hsaId().value());
        out.text("name", unit.name());
        if (!unit.publicName().equals(unit.name())) {
            out.text("publicName", unit.publicName());
        }
        Values.write(out, unit.validity());
        out.text("dn", placed.distinguishedName());
        out.put("careProvider", placed.careProvider().map(HsaId::value));
        out.put("memberOf", placed.careUnit().map(HsaId::value));
        out.put("manager", placed.manager().map(HsaId::value));
        out.flag("feigned", unit.feigned());
        out.flag("archived", placed.archived());
        reach(out, unit);
        out.list("workplaceCodes", placed.details().workplaceCodes());
        classify(out, unit);
        place(out, unit.place());
        present(out, unit);
        out.list("relatedUnits", unit.relatedUnits().stream().map(HsaId::value).toList());
        out.put("directoryContact", unit.directoryContact());
        out.put("details", details(placed));
        return out.done();
    }

    private static Optional<Map<String, Object>> details(DirectoryUnit placed) {
        List<String> numbers = placed.details().telephoneNumbers();
        Optional<PostalAddress> address = placed.details().postalAddress();
        if (numbers.equals(placed.unit().telephones().numbers())
                && address.equals(placed.unit().place().postalAddress())) {
            return Optional.empty();
        }
        Output out = new Output();
        out.list("telephoneNumbers", numbers);
        out.put("postalAddress", Values.address(address));
        return Optional.of(out.done());
    }

    private static void reach(Output out, Unit unit) {
        out.list("alternateNames", unit.alternateNames());
        out.put("mail", unit.mail());
        out.list("telephoneNumbers", unit.telephones().numbers());
        out.put("switchboardNumber", unit.telephones().switchboard());
        out.list("textTelephoneNumbers", unit.telephones().text());
        out.list("videoPhones", unit.telephones().video());
        out.list("faxNumbers", unit.telephones().facsimile());
        out.list("nonPublicTelephoneNumbers", unit.telephones().nonPublic());
        out.list("openingHours", Values.hours(unit.hours().surgery()));
        out.list("dropInHours", Values.hours(unit.hours().dropIn()));
        out.list("telephoneHours", Values.hours(unit.hours().telephone()));
        out.list("visitingHours", Values.hours(unit.hours().visiting()));
        out.list("functions", unit.functions().stream().map(UnitForm::write).toList());
    }

    private static Map<String, Object> write(UnitFunction function) {
        Output out = new Output();
        out.text("name", function.name());
        out.list("telephoneHours", Values.hours(function.telephoneHours()));
        out.list("telephoneNumbers", function.telephoneNumbers());
        return out.done();
    }

    private static void classify(Output out, Unit unit) {
        var classes = unit.classification();
        out.list(
                "businessClassifications",
                classes.businessClassifications().stream()
                        .map(
                                each -> {
                                    Output coded = new Output();
                                    coded.put("code", each.code());
                                    coded.put("name", each.name());
                                    return coded.done();
                                })
                        .toList());
        out.list(
                "businessTypes", classes.businessTypes().stream().map(BusinessType::code).toList());
        out.list("careTypes", classes.careTypes().stream().map(CareType::code).toList());
        out.list("managements", classes.managements());
        out.list("financingOrganizations", classes.financingOrganizations());
        out.list("administrativeCareLevels", classes.administrativeCareLevels());
        out.list("schoolTypes", classes.schoolTypes());
        out.list("destinationIndicators", classes.destinationIndicators());
    }

    private static void place(Output out, UnitPlace place) {
        out.put("countyCode", place.county().code());
        out.put("countyName", place.county().name());
        out.put("municipalityCode", place.municipality().code());
        out.put("municipalityName", place.municipality().name());
        out.put("location", place.location());
        out.put("street", place.street());
        out.put("postalAddress", Values.address(place.postalAddress()));
        out.put(
                "visitingAddress",
                place.visitingAddress()
                        .map(
                                each -> {
                                    Output parts = new Output();
                                    parts.text("street", each.street());
                                    parts.put("premisesNumber", each.premisesNumber());
                                    parts.put("premisesLetter", each.premisesLetter());
                                    parts.text("town", each.town());
                                    return parts.done();
                                }));
        Coordinates at = place.coordinates();
        out.put("rt90", at.rt90().map(it -> it.x() + " " + it.y()));
        out.put("sweref99", at.sweref99Grid().map(it -> it.north() + " " + it.east()));
        out.put("latitude", at.latitude());
        out.put("longitude", at.longitude());
        out.put("route", place.route());
        out.put("indoorRoute", place.indoorRoute());
    }

    private static void present(Output out, Unit unit) {
        var shown = unit.presentation();
        out.put("displayOption", shown.displayOption());
        out.put("description", shown.description());
        out.put("patientInformation", shown.patientInformation());
        out.put("extraInformation", shown.extraInformation());
        out.put("webPage", shown.webPage());
        out.put("webPage1177", shown.webPage1177());
        out.put("photo", shown.photo().map(Picture::base64));
        out.put("logotype", shown.logotype().map(Picture::base64));
        out.put("alternateText", shown.alternateText());
        out.put("alternateTextLogotype", shown.alternateTextLogotype());
        out.put(
                "temporaryInformation",
                unit.temporaryInformation()
                        .map(
                                each -> {
                                    Output info = new Output();
                                    info.text("from", each.fromDate());
                                    info.text("to", each.toDate());
                                    info.text("text", each.text());
                                    return List.of(info.done());
                                }));
        out.put("visitingRules", unit.visitingRules().visiting());
        out.put("referralRules", unit.visitingRules().referral());
        out.list(
                "visitingAges",
                unit.visitingRules().ages().stream()
                        .map(
                                each ->
                                        each.from()
                                                + "-"
                                                + each.to()
                                                + each.comment()
                                                        .map(text -> " # " + text)
                                                        .orElse(""))
                        .toList());
    }
}
