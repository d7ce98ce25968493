package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code GetUnitResponseType} of 5.0 and 4.1. */
public enum UnitCodec implements MessageCodec<Optional<Unit>> {
    /** GetUnit 4.1. */
    V4("urn:riv:infrastructure:directory:organization:3"),
    /** GetUnit 5.0. */
    V5("urn:riv:infrastructure:directory:organization:5");

    /** Where 4.1 has what it added to 4.0. */
    private static final String EXTENSION_4_1 =
            "urn:riv:infrastructure:directory:organization:GetUnitResponder:4.1";

    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("[+0-9][0-9]{0,31}");

    private final String core;

    UnitCodec(String core) {
        this.core = core;
    }

    @Override
    public void write(Optional<Unit> answer, ElementWriter out) throws XMLStreamException {
        if (answer.isEmpty()) {
            return;
        }
        out.declare("core", core);
        if (this == V4) {
            out.declare("ext", EXTENSION_4_1);
        }
        out.start("unit");
        unit(answer.get(), out);
        out.end();
    }

    private void unit(Unit unit, ElementWriter out) throws XMLStreamException {
        UnitTelephones telephones = unit.telephones();
        UnitHours hours = unit.hours();
        UnitPlace place = unit.place();
        UnitClassification kind = unit.classification();
        UnitPresentation presentation = unit.presentation();
        Coordinates coordinates = place.coordinates();
        ElementWriter inner = out.in(core);

        out.text("alternateName", unit.alternateNames());
        out.text("alternateText", presentation.alternateText());
        out.text("alternateTextLogotype", presentation.alternateTextLogotype());
        for (CodedName business : kind.businessClassifications()) {
            out.start("businessClassification");
            out.text("businessClassificationName", business.name());
            out.text("businessClassificationCode", business.code());
            out.end();
        }
        for (BusinessType type : kind.businessTypes()) {
            out.text("businessType", type.code());
        }
        for (CareType type : kind.careTypes()) {
            out.text("careType", type.code());
        }
        out.text("countyName", place.county().name());
        out.text("countyCode", place.county().code());
        out.text("description", presentation.description());
        out.text("directoryContact", unit.directoryContact());
        out.text("displayOption", presentation.displayOption());
        hours("dropInHour", hours.dropIn(), out, inner);
        out.text("mail", unit.mail());
        out.text("facsimileTelephoneNumber", telephones.facsimile());
        if (coordinates.rt90().isPresent()) {
            out.start("geographicalCoordinatesRt90");
            out.text("xCoordinate", coordinates.rt90().get().x());
            out.text("yCoordinate", coordinates.rt90().get().y());
            out.end();
        }
        if (coordinates.sweref99Grid().isPresent()) {
            out.start("geographicalCoordinatesSWEREF99");
            out.text("nCoordinate", coordinates.sweref99Grid().get().north());
            out.text("eCoordinate", coordinates.sweref99Grid().get().east());
            out.end();
        }
        out.text("destinationIndicator", kind.destinationIndicators());
        out.text("unitHsaId", unit.hsaId().value());
        out.text("jpegPhoto", presentation.photo().map(Picture::base64));
        out.text("jpegLogotype", presentation.logotype().map(Picture::base64));
        out.text("labeledUri", presentation.webPage());
        out.text("location", place.location());
        out.text("webPage1177", presentation.webPage1177());
        out.text("management", kind.managements());
        out.text("municipalityName", place.municipality().name());
        out.text("municipalityCode", place.municipality().code());
        out.text("nonPublicTelephoneNumber", telephones.nonPublic());
        out.text("unitName", unit.name());
        out.text("patientInformation", presentation.patientInformation());
        CommonTypes.addressLines("postalAddress", place.postalAddress(), out, inner);
        out.text("postalCode", place.postalAddress().flatMap(PostalAddress::postalCode));
        out.text("publicName", unit.publicName());
        for (HsaId related : unit.relatedUnits()) {
            out.text("relatedUnitHsaId", related.value());
        }
        out.text("route", place.route());
        out.text("street", place.street());
        hours("surgeryHour", hours.surgery(), out, inner);
        out.text("switchboardNumber", telephones.switchboard());
        hours("telephoneHour", hours.telephone(), out, inner);
        out.text("telephoneNumber", telephones.numbers());
        out.text("textTelephoneNumber", textTelephones(telephones.text()));
        out.text("unitExtraInformation", presentation.extraInformation());
        for (UnitFunction function : unit.functions()) {
            out.start("unitFunction");
            out.text("name", function.name());
            hours("telephoneHour", function.telephoneHours(), out, inner);
            out.text("telephoneNumber", function.telephoneNumbers());
            out.end();
        }
        if (unit.temporaryInformation().isPresent()) {
            TemporaryInformation information = unit.temporaryInformation().get();
            out.start("unitTemporaryInformation");
            inner.text("fromDate", information.fromDate());
            inner.text("toDate", information.toDate());
            inner.text("temporaryInformation", information.text());
            out.end();
        }
        out.text("videoPhone", telephones.video());
        hours("visitingHour", hours.visiting(), out, inner);
        for (VisitingRules.Age age : unit.visitingRules().ages()) {
            out.start("visitingRuleAge");
            inner.text("fromAge", age.from());
            inner.text("toAge", age.to());
            inner.text("comment", age.comment());
            out.end();
        }
        out.text("referralRules", unit.visitingRules().referral());
        out.text("visitingRules", unit.visitingRules().visiting());
        out.dateTime("unitStartDate", unit.validity().start());
        out.dateTime("unitEndDate", unit.validity().end());
        out.ifTrue("feignedUnit", unit.feigned());
        out.text("financingOrganization", kind.financingOrganizations());
        out.text("indoorRouteDescription", place.indoorRoute());
        out.text("geographicalCoordinatesSWEREF99Latitude", coordinates.latitude());
        out.text("geographicalCoordinatesSWEREF99Longitude", coordinates.longitude());
        if (this == V4) {
            out.in(EXTENSION_4_1).text("administrativeCareLevel", kind.administrativeCareLevels());
        } else {
            out.text("administrativeCareLevel", kind.administrativeCareLevels());
            out.text("schoolType", kind.schoolTypes());
            CommonTypes.addressParts("structuredPostalAddress", place.postalAddress(), out, inner);
            CommonTypes.visitingAddress(
                    "structuredVisitingAddress", place.visitingAddress(), out, inner);
        }
    }

    private static void hours(
            String name, List<OpeningHours> hours, ElementWriter out, ElementWriter inner)
            throws XMLStreamException {
        CommonTypes.openingHours(name, hours, out, inner, inner);
    }

    /** 4.1 has room for plain numbers only. */
    private List<String> textTelephones(List<String> numbers) {
        return this == V5
                ? numbers
                : numbers.stream().filter(TELEPHONE_NUMBER.asMatchPredicate()).toList();
    }

    @Override
    public Optional<Unit> read(ElementReader in) throws XMLStreamException {
        Unit unit = null;
        while (in.nextChild()) {
            if (in.name().equals("unit")) {
                unit = unit(in);
            } else {
                in.skip();
            }
        }
        return Optional.ofNullable(unit);
    }

    private static Unit unit(ElementReader in) throws XMLStreamException {
        HsaId hsaId = null;
        Unit.Builder unit = Unit.builder();
        var validity = new CommonTypes.ValidityReader();
        var address = new CommonTypes.PostalAddressReader();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "alternateName" -> unit.alternateName(in.text());
                case "alternateText" -> unit.alternateText(in.text());
                case "alternateTextLogotype" -> unit.alternateTextLogotype(in.text());
                case "businessClassification" -> unit.businessClassification(business(in));
                case "businessType" -> unit.businessType(BusinessType.of(in.token()));
                case "careType" -> unit.careType(CareType.of(in.token()));
                case "countyName" -> unit.countyName(in.text());
                case "countyCode" -> unit.countyCode(in.token());
                case "description" -> unit.description(in.text());
                case "directoryContact" -> unit.directoryContact(in.text());
                case "displayOption" -> unit.displayOption(in.text());
                case "dropInHour" -> unit.dropInHour(CommonTypes.openingHours(in));
                case "mail" -> unit.mail(in.token());
                case "facsimileTelephoneNumber" -> unit.facsimileTelephoneNumber(in.token());
                case "geographicalCoordinatesRt90" -> unit.rt90(rt90(in));
                case "geographicalCoordinatesSWEREF99" -> unit.sweref99Grid(sweref99(in));
                case "destinationIndicator" -> unit.destinationIndicator(in.token());
                case "unitHsaId" -> hsaId = CommonTypes.hsaId(in, name);
                case "jpegPhoto" -> unit.photo(new Picture(in.text()));
                case "jpegLogotype" -> unit.logotype(new Picture(in.text()));
                case "labeledUri" -> unit.webPage(in.token());
                case "location" -> unit.location(in.text());
                case "webPage1177" -> unit.webPage1177(in.token());
                case "management" -> unit.management(in.token());
                case "municipalityName" -> unit.municipalityName(in.text());
                case "municipalityCode" -> unit.municipalityCode(in.token());
                case "nonPublicTelephoneNumber" -> unit.nonPublicTelephoneNumber(in.token());
                case "unitName" -> unit.name(in.text());
                case "patientInformation" -> unit.patientInformation(in.text());
                case "postalAddress" -> address.lines(in);
                case "postalCode" -> address.postalCode(in);
                case "publicName" -> unit.publicName(in.text());
                case "relatedUnitHsaId" -> HsaId.tryParse(in.token()).ifPresent(unit::relatedUnit);
                case "route" -> unit.route(in.text());
                case "street" -> unit.street(in.text());
                case "surgeryHour" -> unit.surgeryHour(CommonTypes.openingHours(in));
                case "switchboardNumber" -> unit.switchboardNumber(in.token());
                case "telephoneHour" -> unit.telephoneHour(CommonTypes.openingHours(in));
                case "telephoneNumber" -> unit.telephoneNumber(in.token());
                case "textTelephoneNumber" -> unit.textTelephoneNumber(in.token());
                case "unitExtraInformation" -> unit.extraInformation(in.text());
                case "unitFunction" -> unit.function(function(in));
                case "unitTemporaryInformation" ->
                        unit.temporaryInformation(temporaryInformation(in));
                case "videoPhone" -> unit.videoPhone(in.token());
                case "visitingHour" -> unit.visitingHour(CommonTypes.openingHours(in));
                case "visitingRuleAge" -> unit.visitingRuleAge(age(in));
                case "referralRules" -> unit.referralRules(in.text());
                case "visitingRules" -> unit.visitingRules(in.text());
                case "unitStartDate" -> validity.start(in);
                case "unitEndDate" -> validity.end(in);
                case "feignedUnit" -> unit.feigned(in.bool());
                case "financingOrganization" -> unit.financingOrganization(in.text());
                case "indoorRouteDescription" -> unit.indoorRoute(in.text());
                case "geographicalCoordinatesSWEREF99Latitude" -> unit.latitude(in.token());
                case "geographicalCoordinatesSWEREF99Longitude" -> unit.longitude(in.token());
                case "administrativeCareLevel" -> unit.administrativeCareLevel(in.token());
                case "schoolType" -> unit.schoolType(in.token());
                case "structuredPostalAddress" -> address.parts(in);
                case "structuredVisitingAddress" ->
                        unit.visitingAddress(CommonTypes.visitingAddress(in));
                default -> in.skip();
            }
        }
        address.address().ifPresent(unit::postalAddress);
        return unit.hsaId(required(hsaId, "unitHsaId")).validity(validity.validity()).build();
    }

    private static CodedName business(ElementReader in) throws XMLStreamException {
        String code = null;
        String title = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "businessClassificationName" -> title = in.text();
                case "businessClassificationCode" -> code = in.token();
                default -> in.skip();
            }
        }
        return new CodedName(Optional.ofNullable(code), Optional.ofNullable(title));
    }

    private static Coordinates.Rt90 rt90(ElementReader in) throws XMLStreamException {
        String x = "";
        String y = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "xCoordinate" -> x = in.token();
                case "yCoordinate" -> y = in.token();
                default -> in.skip();
            }
        }
        return new Coordinates.Rt90(x, y);
    }

    private static Coordinates.Sweref99Grid sweref99(ElementReader in) throws XMLStreamException {
        String north = "";
        String east = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "nCoordinate" -> north = in.token();
                case "eCoordinate" -> east = in.token();
                default -> in.skip();
            }
        }
        return new Coordinates.Sweref99Grid(north, east);
    }

    private static UnitFunction function(ElementReader in) throws XMLStreamException {
        String title = "";
        List<OpeningHours> hours = new ArrayList<>(1);
        List<String> numbers = new ArrayList<>(1);
        while (in.nextChild()) {
            switch (in.name()) {
                case "name" -> title = in.text();
                case "telephoneHour" -> hours.add(CommonTypes.openingHours(in));
                case "telephoneNumber" -> numbers.add(in.token());
                default -> in.skip();
            }
        }
        return new UnitFunction(title, hours, numbers);
    }

    private static TemporaryInformation temporaryInformation(ElementReader in)
            throws XMLStreamException {
        String fromDate = "";
        String toDate = "";
        String text = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "fromDate" -> fromDate = in.token();
                case "toDate" -> toDate = in.token();
                case "temporaryInformation" -> text = in.text();
                default -> in.skip();
            }
        }
        return new TemporaryInformation(fromDate, toDate, text);
    }

    private static VisitingRules.Age age(ElementReader in) throws XMLStreamException {
        String from = "";
        String to = "";
        String comment = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "fromAge" -> from = in.token();
                case "toAge" -> to = in.token();
                case "comment" -> comment = in.text();
                default -> in.skip();
            }
        }
        return new VisitingRules.Age(from, to, Optional.ofNullable(comment));
    }
}
