package se.ehealthsdk.hsa.contactcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.geodesy.Whereabouts;
import se.ehealthsdk.hsa.readiness.HsaAnswer;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/** Goes through a unit once, and collects. */
final class CardFindings {

    private static final String WHERE = "HSA, the unit's post";
    private static final int METRES_APART = 200;
    private static final int ADDRESS_LINES = 6;

    /** Words that patients do not search for. */
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "vc",
                    "vårdc",
                    "mott",
                    "avd",
                    "klin",
                    "sjh",
                    "bvc",
                    "bmm",
                    "mvc",
                    "jourmott",
                    "vårdavd");

    private static final Pattern SHORTENED = Pattern.compile("\\p{L}{1,6}\\.|\\p{L}+:\\p{L}+");
    private static final Pattern TELEPHONE = Pattern.compile("[+0-9][0-9]*");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d\\d");
    private static final Pattern CLOCK =
            Pattern.compile("([0-2]\\d:[0-5]\\d)(:[0-5]\\d(\\.\\d+)?)?.*");

    private final ContactCardCheck.Settings settings;
    private final Unit unit;
    private final Optional<List<Unit>> above;
    private final Instant at;
    private final LocalDate date;
    private final List<ReadinessFinding> findings = new ArrayList<>();
    private final List<NotFoundOut> open = new ArrayList<>();

    CardFindings(
            ContactCardCheck.Settings settings, Unit unit, Optional<List<Unit>> above, Instant at) {
        this.settings = settings;
        this.unit = unit;
        this.above = above;
        this.at = at;
        this.date = LocalDate.ofInstant(at, SwedishTime.ZONE);
    }

    /** What is to be said when there is no unit to look at. */
    static CardReadiness ofNoUnit(
            ContactCardCheck.Settings settings, HsaId hsaId, HsaAnswer<?> answer) {
        Unit nothing = Unit.builder(hsaId).build();
        CardFindings findings =
                new CardFindings(settings, nothing, Optional.empty(), Instant.EPOCH);
        if (answer instanceof HsaAnswer.NotFoundOut<?> failed) {
            findings.open.add(new NotFoundOut("what HSA tells of the unit", failed.problem()));
        } else {
            findings.add(
                    CardRule.UNIT_NOT_TOLD,
                    "HSA tells of no unit with this HSA-id: unknown, not visible to this system, or"
                            + " not complete in HSA");
        }
        return new CardReadiness(hsaId, findings.findings, findings.open);
    }

    /** Also what only the directory tells. */
    CardFindings withEntry(UnitEntry entry) {
        Set<EntryMark> hiding =
                entry.marks().stream().filter(EntryMark::hides).collect(Collectors.toSet());
        if (!hiding.isEmpty()) {
            add(CardRule.UNIT_MARKED, "the post is marked " + names(hiding));
        }
        for (AttributeProblem problem : entry.problems()) {
            add(
                    CardRule.VALUE_UNREADABLE,
                    problem.attribute(),
                    "a value " + problem.problem(),
                    problem.expected(),
                    CardRule.VALUE_UNREADABLE.source());
        }
        return this;
    }

    private static String names(Set<EntryMark> marks) {
        return marks.stream()
                .sorted()
                .map(mark -> mark.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    CardReadiness result() {
        mandatory();
        place();
        lengths();
        name();
        temporary();
        hours();
        reach();
        ages();
        type();
        vaccination();
        picture(unit.presentation().photo(), "jpegPhoto", unit.presentation().alternateText());
        picture(
                unit.presentation().logotype(),
                "hsaJpegLogotype",
                unit.presentation().alternateTextLogotype());
        topics();
        findings.sort(Comparator.comparing(ReadinessFinding::severity));
        return new CardReadiness(unit.hsaId(), findings, open);
    }

    // ---- must be there

    private boolean isRemote() {
        return unit.classification().businessTypes().contains(BusinessType.REMOTE_UNIT);
    }

    private void mandatory() {
        if (!unit.validAt(at)) {
            add(CardRule.UNIT_NOT_IN_USE, "the unit is not in use at this time");
        }
        if (unit.feigned() && !has(CardRule.UNIT_MARKED)) {
            add(CardRule.UNIT_MARKED, "the post is marked feigned");
        }
        destination();
        if (unit.classification().careTypes().stream().allMatch(type -> type.code().isBlank())) {
            add(CardRule.CARE_TYPE_MISSING, "the unit has no form of care (vårdform)");
        }
        if (settings.businessCode() && codes().isEmpty()) {
            add(
                    CardRule.BUSINESS_CODE_MISSING,
                    "the unit has no code for what it does (verksamhetskod)");
        }
    }

    private void destination() {
        List<String> destinations =
                unit.classification().destinationIndicators().stream().map(String::strip).toList();
        if (destinations.stream().anyMatch(settings.destinations()::contains)) {
            return;
        }
        if (destinations.contains("04")) {
            add(CardRule.DESTINATION_04_ALONE, "the unit has destination 04 without 03");
            open.add(
                    new NotFoundOut(
                            "whether destination 04 alone puts the unit on 1177",
                            "sources do not agree; withDestinations says how it is"));
        } else {
            add(CardRule.NOT_FOR_INTERNET, "the unit is not marked to be shown on the Internet");
        }
    }

    private List<String> codes() {
        return unit.classification().businessClassifications().stream()
                .map(CodedName::code)
                .flatMap(Optional::stream)
                .filter(code -> !code.isBlank())
                .toList();
    }

    // ---- where it is

    private void place() {
        rt90();
        sweref();
        Optional<String> county = said(unit.place().county().code());
        Optional<String> municipality = said(unit.place().municipality().code());
        if (county.isEmpty() && !isRemote()) {
            add(CardRule.COUNTY_MISSING, "the unit has no county");
        }
        if (county.filter(code -> !TWO_DIGITS.matcher(code).matches()).isPresent()) {
            add(CardRule.COUNTY_UNREADABLE, "the code of the county is not two digits");
        }
        if (municipality.filter(code -> !TWO_DIGITS.matcher(code).matches()).isPresent()) {
            add(CardRule.MUNICIPALITY_UNREADABLE, "the code of the municipality is not two digits");
        }
        if (county.isEmpty() && municipality.isPresent()) {
            add(CardRule.MUNICIPALITY_WITHOUT_COUNTY, "there is a municipality without county");
        }
        if (county.isPresent() && municipality.isEmpty()) {
            add(CardRule.MUNICIPALITY_MISSING, "there is a county without municipality");
        }
    }

    private void rt90() {
        Optional<Coordinates.Rt90> point = unit.place().coordinates().rt90();
        if (point.isEmpty()) {
            if (!isRemote()) {
                add(CardRule.COORDINATES_MISSING, "the unit has no coordinates in RT 90");
            }
            return;
        }
        switch (point.get().whereabouts()) {
            case IN_SWEDEN -> {}
            case SWAPPED -> add(CardRule.COORDINATES_SWAPPED, "X and Y have changed places");
            case OUTSIDE_SWEDEN ->
                    add(CardRule.COORDINATES_OUTSIDE_SWEDEN, "the coordinates are not in Sweden");
            case UNREADABLE ->
                    add(CardRule.COORDINATES_UNREADABLE, "the coordinates are not two numbers");
        }
    }

    private void sweref() {
        Coordinates coordinates = unit.place().coordinates();
        Optional<Whereabouts> where = coordinates.whereaboutsOfLatitudeAndLongitude();
        if (where.isEmpty()) {
            if (!isRemote()) {
                add(CardRule.SWEREF_MISSING, "the unit has no latitude and longitude in SWEREF 99");
            }
            return;
        }
        if (where.get() != Whereabouts.IN_SWEDEN) {
            add(
                    CardRule.SWEREF_OUTSIDE_SWEDEN,
                    where.get() == Whereabouts.SWAPPED
                            ? "latitude and longitude have changed places"
                            : "latitude and longitude are not those of a place in Sweden");
            return;
        }
        Optional<GeoPoint> old =
                coordinates
                        .rt90()
                        .filter(rt90 -> rt90.whereabouts() == Whereabouts.IN_SWEDEN)
                        .flatMap(Coordinates.Rt90::point);
        Optional<GeoPoint> today = coordinates.point();
        if (old.isPresent()
                && today.isPresent()
                && old.get().metresTo(today.get()) > METRES_APART) {
            add(
                    CardRule.COORDINATES_DIFFER,
                    "RT 90 and SWEREF 99 point at places %.0f m apart"
                            .formatted(old.get().metresTo(today.get())));
        }
    }

    // ---- texts

    private void lengths() {
        for (CardLimit limit : CardLimit.values()) {
            int most = settings.most(limit);
            int longest =
                    limit.valuesOf(unit)
                            .mapToInt(text -> text.codePointCount(0, text.length()))
                            .max()
                            .orElse(0);
            if (longest > most) {
                add(
                        CardRule.TEXT_TOO_LONG,
                        limit.attribute(),
                        longest + " characters, " + (longest - most) + " too many",
                        "at most " + most + " characters",
                        limit.source());
            }
        }
        int lines = unit.place().postalAddress().map(address -> address.lines().size()).orElse(0);
        if (lines > ADDRESS_LINES) {
            add(CardRule.POSTAL_ADDRESS_LINES, "the postal address has " + lines + " lines");
        }
    }

    private void name() {
        if (unit.name().isBlank()) {
            add(CardRule.NAME_MISSING, "the unit has no name");
            return;
        }
        List<String> shortened = new ArrayList<>();
        for (String word : unit.name().split("[\\s,/()]+")) {
            if (ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                    || SHORTENED.matcher(word).matches()) {
                shortened.add(word);
            }
        }
        if (!shortened.isEmpty()) {
            add(
                    CardRule.NAME_ABBREVIATED,
                    "the name seems to hold abbreviations: " + String.join(", ", shortened));
        }
    }

    private void temporary() {
        unit.temporaryInformation().ifPresent(this::temporary);
    }

    private void temporary(TemporaryInformation information) {
        Optional<LocalDate> first = information.firstDate();
        Optional<LocalDate> last = information.lastDate();
        boolean readable =
                first.isPresent() != information.fromDate().isBlank()
                        && last.isPresent() != information.toDate().isBlank();
        if (!readable) {
            add(
                    CardRule.TEMPORARY_DATES_UNREADABLE,
                    "the dates of the temporary information are no dates");
            return;
        }
        if (last.isEmpty()) {
            add(CardRule.TEMPORARY_WITHOUT_END, "the temporary information has no last day");
        } else if (first.filter(last.get()::isBefore).isPresent()) {
            add(
                    CardRule.TEMPORARY_ENDS_BEFORE_START,
                    "the temporary information ends before it begins");
        } else if (date.isAfter(last.get())) {
            add(CardRule.TEMPORARY_PAST, "the last day of the temporary information is past");
        }
    }

    // ---- hours

    private void hours() {
        UnitHours hours = unit.hours();
        hours("telephoneHours", hours.telephone());
        hours("surgeryHours", hours.surgery());
        hours("dropInHours", hours.dropIn());
        hours("visitingHours", hours.visiting());
    }

    private void hours(String attribute, List<OpeningHours> spans) {
        for (OpeningHours span : spans) {
            boolean zero = clock(span.toTime()).filter("00:00"::equals).isPresent();
            if (zero) {
                about(CardRule.HOURS_END_AT_ZERO, attribute, "a span closes at 00:00");
            } else if (closesBeforeItOpens(span)) {
                about(
                        CardRule.HOURS_PAST_MIDNIGHT,
                        attribute,
                        "a span does not close after it opens: it passes midnight, or is mistyped");
            } else if (!span.isReadable()) {
                about(
                        CardRule.HOURS_UNREADABLE,
                        attribute,
                        "days, times or dates of a span cannot be read");
            } else if (SwedishHours.hasEnded(span, date)) {
                about(CardRule.HOURS_PAST, attribute, "the last date of a span is past");
            }
        }
    }

    private static boolean closesBeforeItOpens(OpeningHours span) {
        Optional<String> opens = clock(span.fromTime());
        Optional<String> closes = clock(span.toTime());
        // hours and minutes of two digits sort as the times they are
        return opens.isPresent() && closes.isPresent() && closes.get().compareTo(opens.get()) <= 0;
    }

    /** Hours and minutes as written, 24:00 too; nothing for what is later than that. */
    private static Optional<String> clock(String time) {
        var matcher = CLOCK.matcher(time);
        return matcher.matches() && matcher.group(1).compareTo("24:00") <= 0
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    // ---- telephone and web

    private void reach() {
        List<String> numbers =
                unit.telephones().numbers().stream().filter(number -> !number.isBlank()).toList();
        if (numbers.isEmpty()) {
            if (unit.hours().telephone().isEmpty()) {
                add(CardRule.TELEPHONE_MISSING, "the unit has no telephone number for patients");
            } else {
                add(
                        CardRule.TELEPHONE_HOURS_WITHOUT_NUMBER,
                        "there are telephone hours and no number");
            }
        }
        if (numbers.stream().anyMatch(number -> !TELEPHONE.matcher(number).matches())) {
            add(CardRule.TELEPHONE_UNREADABLE, "a telephone number holds other than digits");
        }
        Optional<String> webPage = said(unit.presentation().webPage());
        if (webPage.filter(address -> WebAddress.of(address).isEmpty()).isPresent()) {
            add(
                    CardRule.WEB_PAGE_UNREADABLE,
                    "the address of the web page is not one of http or https");
        }
        Optional<String> on1177 = said(unit.presentation().webPage1177());
        if (on1177.filter(address -> WebAddress.of(address).isEmpty()).isPresent()) {
            add(
                    CardRule.WEB_PAGE_1177_UNREADABLE,
                    "the address of the page is not one of http or https");
        }
    }

    private void ages() {
        for (VisitingRules.Age age : unit.visitingRules().ages()) {
            boolean readable =
                    TWO_DIGITS.matcher(age.from()).matches()
                            && TWO_DIGITS.matcher(age.to()).matches();
            if (!readable) {
                add(CardRule.AGES_UNREADABLE, "an age is not two digits");
            } else if (age.from().compareTo(age.to()) > 0) {
                add(CardRule.AGES_REVERSED, "the lower age is above the upper");
            }
        }
    }

    // ---- what it is

    private void type() {
        List<BusinessType> types = unit.classification().businessTypes();
        if (types.contains(BusinessType.HOSPITAL)) {
            hospital();
        }
        String name = unit.name().toLowerCase(Locale.ROOT);
        boolean healthCentre =
                name.contains("vårdcentral") && !types.contains(BusinessType.HEALTH_CENTRE);
        if (healthCentre && types.isEmpty()) {
            add(
                    CardRule.BUSINESS_TYPE_MISSING,
                    "the name says vårdcentral and the unit has no type");
        }
    }

    private void hospital() {
        if (above.isEmpty()) {
            open.add(
                    new NotFoundOut(
                            "whether the unit, marked 01 (hospital), stands within another hospital",
                            "the units above it were not given"));
            return;
        }
        above.get().stream()
                .filter(
                        each ->
                                each.classification()
                                        .businessTypes()
                                        .contains(BusinessType.HOSPITAL))
                .findFirst()
                .ifPresent(
                        hospital ->
                                add(
                                        CardRule.HOSPITAL_WITHIN_HOSPITAL,
                                        "the unit is marked 01 (hospital) and stands within "
                                                + hospital.hsaId()
                                                + ", which is one"));
    }

    private void vaccination() {
        for (NamedCode code : settings.codes()) {
            if (code.isNamedIn(unit.name()) && !codes().contains(code.code())) {
                add(
                        CardRule.VACCINATION_CODE_MISSING,
                        CardRule.VACCINATION_CODE_MISSING.attribute(),
                        "the name tells of a vaccination that has the code " + code.code(),
                        code.meaning(),
                        CardRule.VACCINATION_CODE_MISSING.source());
            }
        }
        boolean covid =
                codes().contains(NamedCode.COVID.code())
                        || VaccinationClinicName.looksLike(unit.name());
        boolean standard =
                VaccinationClinicName.tryParse(unit.name())
                        .filter(name -> name.toString().equals(unit.name()))
                        .isPresent();
        if (covid && !standard) {
            add(
                    CardRule.VACCINATION_NAME,
                    CardRule.VACCINATION_NAME.attribute(),
                    "the name is not written by the naming standard",
                    VaccinationClinicName.tryParse(unit.name())
                            .map(VaccinationClinicName::toString)
                            .orElse(CardRule.VACCINATION_NAME.right()),
                    CardRule.VACCINATION_NAME.source());
        }
    }

    // ---- pictures

    private void picture(Optional<Picture> picture, String attribute, Optional<String> text) {
        picture.ifPresent(
                known -> {
                    bytes(known, attribute);
                    if (said(text).isEmpty()) {
                        add(
                                CardRule.PICTURE_WITHOUT_TEXT,
                                "a picture (" + attribute + ") has no text");
                    }
                });
    }

    private void bytes(Picture picture, String attribute) {
        byte[] bytes;
        try {
            bytes = picture.bytes();
        } catch (ProtocolException notBase64) {
            about(CardRule.PICTURE_UNREADABLE, attribute, "the picture is not base64");
            return;
        }
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xff) != 0xd8) {
            about(CardRule.PICTURE_UNREADABLE, attribute, "the picture does not begin as a JPEG");
        }
        if (bytes.length > settings.pictureBytes()) {
            add(
                    CardRule.PICTURE_TOO_LARGE,
                    attribute,
                    "the picture has " + bytes.length + " bytes",
                    "at most " + settings.pictureBytes() + " bytes (50 kB)",
                    CardRule.PICTURE_TOO_LARGE.source());
        }
    }

    // ---- what more it could say

    private void topics() {
        if (unit.hours().surgery().isEmpty() && unit.hours().dropIn().isEmpty()) {
            add(CardRule.HOURS_MISSING, "the unit has no opening hours");
        }
        if (unit.hours().telephone().isEmpty()) {
            add(CardRule.TELEPHONE_HOURS_MISSING, "the unit has no telephone hours");
        }
        if (!isRemote()) {
            if (unit.place().visitingAddress().isEmpty() && missing(unit.place().street())) {
                add(CardRule.STREET_MISSING, "the unit has no visiting address");
            }
            if (missing(unit.place().route())) {
                add(CardRule.ROUTE_MISSING, "the unit does not say how to get there");
            }
            if (missing(unit.place().indoorRoute())) {
                add(
                        CardRule.INDOOR_ROUTE_MISSING,
                        "the unit does not say how to find it within the building");
            }
        }
        if (missing(unit.presentation().extraInformation())) {
            add(CardRule.ABOUT_US_MISSING, "the unit says nothing about itself (Om oss)");
        }
        if (missing(unit.presentation().patientInformation())) {
            add(CardRule.PATIENT_INFORMATION_MISSING, "the unit has no information to patients");
        }
        if (missing(unit.presentation().webPage())) {
            add(CardRule.WEB_PAGE_MISSING, "the unit has no web page");
        }
    }

    private static boolean missing(Optional<String> text) {
        return said(text).isEmpty();
    }

    private static Optional<String> said(Optional<String> text) {
        return text.filter(each -> !each.isBlank());
    }

    // ---- collecting

    private boolean has(CardRule rule) {
        return findings.stream().anyMatch(each -> each.code().equals(rule.code()));
    }

    private void add(CardRule rule, String wrong) {
        about(rule, rule.attribute(), wrong);
    }

    private void about(CardRule rule, String attribute, String wrong) {
        add(rule, attribute, wrong, rule.right(), rule.source());
    }

    private void add(CardRule rule, String attribute, String wrong, String right, String source) {
        ReadinessFinding finding =
                new ReadinessFinding(
                        rule.code(),
                        severityOf(rule),
                        unit.hsaId(),
                        Optional.of(attribute),
                        wrong,
                        said(Optional.of(right)),
                        settings.ownership().menderOf(attribute, unit),
                        WHERE,
                        rule.consequence(),
                        said(Optional.of(source)));
        // the same of two values of one attribute is said once
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** What a unit at a distance need not have, but has wrong, does not keep it off 1177. */
    private ReadinessFinding.Severity severityOf(CardRule rule) {
        boolean waived =
                isRemote()
                        && rule.attribute().equals(CardRule.COORDINATES_MISSING.attribute())
                        && rule.severity() == ReadinessFinding.Severity.BLOCKS;
        return waived ? ReadinessFinding.Severity.LIMITS : rule.severity();
    }
}
