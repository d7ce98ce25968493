package se.ehealthsdk.hsa.contactcard;

import static se.ehealthsdk.hsa.contactcard.CardLimit.Sources.GUIDE;
import static se.ehealthsdk.hsa.contactcard.CardLimit.Sources.HITTA_VARD;
import static se.ehealthsdk.hsa.contactcard.CardLimit.Sources.SCHEMA;
import static se.ehealthsdk.hsa.contactcard.CardLimit.Sources.TABLE;
import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.BLOCKS;
import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.HINTS;
import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.LIMITS;

import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/**
 * The rules of a contact card that {@link ContactCardCheck} knows. What blocks keeps the unit off 1177; what limits makes
 * the card wrong or poorer; what hints is advice.
 *
 * <p>Source: {@link #source()} of each; advice without one is this SDK's own.
 */
public enum CardRule {

    // ---- must be there, or there is no card
    COORDINATES_MISSING(BLOCKS, "geographicalCoordinates", Text.RT90, Text.NO_CARD, HITTA_VARD),
    COORDINATES_UNREADABLE(BLOCKS, "geographicalCoordinates", Text.RT90, Text.NO_CARD, HITTA_VARD),
    COORDINATES_SWAPPED(
            BLOCKS,
            "geographicalCoordinates",
            "X and Y the other way round: X is metres north and the larger",
            Text.NO_CARD,
            HITTA_VARD),
    COORDINATES_OUTSIDE_SWEDEN(
            BLOCKS, "geographicalCoordinates", Text.RT90, Text.NO_CARD, HITTA_VARD),
    COUNTY_MISSING(
            BLOCKS,
            "countyCode",
            "the two digits of the county (län), as 01",
            Text.NO_CARD,
            HITTA_VARD),
    NOT_FOR_INTERNET(
            BLOCKS,
            "hsaDestinationIndicator",
            "03, Internet (visas för)",
            Text.NO_CARD,
            HITTA_VARD),
    CARE_TYPE_MISSING(
            BLOCKS,
            "careType",
            "01 outpatient care (öppenvård), or the form that it gives",
            Text.NO_CARD,
            HITTA_VARD),
    BUSINESS_CODE_MISSING(
            BLOCKS,
            "businessClassificationCode",
            "a code for what it does (verksamhetskod)",
            "the unit is not found in regions that filter on the code",
            HITTA_VARD),
    UNIT_NOT_TOLD(
            BLOCKS,
            "hsaIdentity",
            "a post in HSA that this system may see",
            Text.NO_CARD,
            HITTA_VARD),
    UNIT_NOT_IN_USE(BLOCKS, "startDate", "dates that hold at this time", Text.NO_CARD, SCHEMA),
    UNIT_MARKED(
            BLOCKS,
            "objectClass",
            "none of hiddenObject, hsaArchivedObject, hsaFeignedObject",
            Text.NO_CARD,
            SCHEMA),

    // ---- where sources do not agree
    DESTINATION_04_ALONE(
            LIMITS,
            "hsaDestinationIndicator",
            "03 beside it",
            "one source counts 04 as shown on 1177, another only 03",
            HITTA_VARD),

    // ---- texts
    NAME_MISSING(
            LIMITS,
            "ou",
            "the name that patients look for",
            "nobody finds the unit by name",
            HITTA_VARD),
    NAME_ABBREVIATED(
            HINTS, "ou", "words written out", "patients search for the whole word", HITTA_VARD),
    TEXT_TOO_LONG(LIMITS, "", "", "HSA refuses the text or cuts it", ""),
    VALUE_UNREADABLE(LIMITS, "", "", "the value is left out of answers and of the card", SCHEMA),
    POSTAL_ADDRESS_LINES(
            LIMITS,
            "postalAddress",
            "at most 6 lines of 30 characters",
            "HSA refuses the address or cuts it",
            TABLE),

    // ---- what is told for a time
    TEMPORARY_WITHOUT_END(
            LIMITS,
            "hsaVpwInformation2",
            ";YYYYMMDD;YYYYMMDD;text, with a last day",
            "the yellow box stands there until someone remembers it",
            HITTA_VARD),
    TEMPORARY_DATES_UNREADABLE(
            LIMITS,
            "hsaVpwInformation2",
            ";YYYYMMDD;YYYYMMDD;text",
            "when to show the text cannot be told",
            TABLE),
    TEMPORARY_ENDS_BEFORE_START(
            LIMITS,
            "hsaVpwInformation2",
            "a last day that is not before the first",
            "the text is never shown",
            TABLE),
    TEMPORARY_PAST(
            LIMITS,
            "hsaVpwInformation2",
            "a new text, or none",
            "the text is no longer shown",
            TABLE),

    // ---- hours
    HOURS_UNREADABLE(
            LIMITS,
            "",
            "1-5#08:00#17:00: days 1 to 7, times 00:00 to 24:00",
            "patients are shown no hours, or wrong ones",
            SCHEMA),
    HOURS_PAST_MIDNIGHT(
            LIMITS,
            "",
            "two spans, as 5-5#21:00#24:00 and 6-6#00:00#06:00",
            "a span that does not end after it begins is no span",
            SCHEMA),
    HOURS_END_AT_ZERO(
            HINTS,
            "",
            "24:00 for the end of the day",
            "systems that take it by the letter show no hours",
            SCHEMA),
    HOURS_PAST(HINTS, "", "hours that hold now", "the hours are no longer shown", SCHEMA),
    HOURS_MISSING(HINTS, "surgeryHours", "when it receives patients", Text.POORER, ""),
    TELEPHONE_HOURS_MISSING(HINTS, "telephoneHours", "when it answers", Text.POORER, ""),
    TELEPHONE_HOURS_WITHOUT_NUMBER(
            LIMITS,
            "telephoneNumber",
            "the number that is answered then",
            "hours for a telephone that nobody can call",
            SCHEMA),

    // ---- telephone and web
    TELEPHONE_MISSING(
            HINTS,
            "telephoneNumber",
            "a number that patients may call",
            "patients cannot call",
            ""),
    TELEPHONE_UNREADABLE(
            LIMITS,
            "telephoneNumber",
            "digits, possibly with a leading plus sign",
            "the number cannot be called by a click",
            SCHEMA),
    WEB_PAGE_UNREADABLE(
            LIMITS,
            "labeledURI",
            "a whole address, as https://www.example.se/",
            "the link does not work",
            "RFC 2079"),
    WEB_PAGE_1177_UNREADABLE(
            LIMITS,
            "hsaVpwWebPage",
            "a whole address, as https://www.example.se/",
            "the link does not work",
            TABLE),

    // ---- who may come
    AGES_UNREADABLE(
            LIMITS,
            "hsaVisitingRuleAge",
            "02-08: two digits each, 00 for newborn and 99 for no upper limit",
            "patients are told the wrong ages",
            TABLE),
    AGES_REVERSED(
            LIMITS,
            "hsaVisitingRuleAge",
            "the lower age first",
            "patients are told the wrong ages",
            TABLE),

    // ---- what it is
    HOSPITAL_WITHIN_HOSPITAL(
            LIMITS,
            "hsaBusinessType",
            "01 on the hospital alone, not on its clinics",
            "the clinic is listed as a hospital of its own",
            HITTA_VARD),
    BUSINESS_TYPE_MISSING(
            HINTS,
            "hsaBusinessType",
            "01 hospital, 02 health centre (vårdcentral), 03 unit at a distance",
            "the unit is not among its kind on 1177",
            HITTA_VARD),
    COUNTY_UNREADABLE(
            LIMITS,
            "countyCode",
            "two digits, as 01",
            "the unit is not found in its county",
            TABLE),
    MUNICIPALITY_UNREADABLE(
            LIMITS,
            "municipalityCode",
            "two digits: the part after the county's code",
            "the unit is not found in its municipality",
            TABLE),
    MUNICIPALITY_WITHOUT_COUNTY(
            LIMITS,
            "municipalityCode",
            "county and municipality together",
            "the municipality's code means nothing alone",
            TABLE),
    MUNICIPALITY_MISSING(
            HINTS,
            "municipalityCode",
            "county and municipality together",
            "the unit is not found in its municipality",
            TABLE),

    // ---- vaccination
    VACCINATION_NAME(
            HINTS,
            "ou",
            "Plats - vaccination covid – företag",
            "the name does not follow the naming standard",
            GUIDE),
    VACCINATION_CODE_MISSING(
            HINTS,
            "businessClassificationCode",
            "",
            "the unit may not be found as a place for the vaccination",
            HITTA_VARD),

    // ---- pictures
    PICTURE_TOO_LARGE(LIMITS, "jpegPhoto", "", "HSA refuses the picture", TABLE),
    PICTURE_UNREADABLE(LIMITS, "jpegPhoto", "a JPEG picture", "no picture is shown", TABLE),
    PICTURE_WITHOUT_TEXT(
            HINTS,
            "hsaAltText",
            "what the picture shows, in words",
            "who cannot see the picture is told nothing",
            ""),

    // ---- what more it could say
    STREET_MISSING(
            LIMITS,
            "hsaVisitingAddress",
            "the street that patients go to (street, or hsaVisitingAddress in parts)",
            "patients see no address; obligatory by guideline",
            HITTA_VARD),
    ROUTE_MISSING(HINTS, "route", "how to get there", Text.POORER, ""),
    INDOOR_ROUTE_MISSING(
            HINTS, "indoorRouteDescription", "how to find it within the building", Text.POORER, ""),
    ABOUT_US_MISSING(
            HINTS, "hsaVpwInformation1", "what the unit does and for whom", Text.POORER, ""),
    PATIENT_INFORMATION_MISSING(
            HINTS,
            "hsaVpwInformation4",
            "what patients should know before they come",
            Text.POORER,
            ""),
    WEB_PAGE_MISSING(
            HINTS, "labeledURI", "the address of the unit's own web page", Text.POORER, ""),
    SWEREF_MISSING(
            HINTS,
            "hsaSweref99Latitude",
            "latitude and longitude in SWEREF 99 too",
            "1177 is moving from RT 90 to SWEREF 99",
            HITTA_VARD),
    SWEREF_OUTSIDE_SWEDEN(
            LIMITS,
            "hsaSweref99Latitude",
            "degrees north, 55 to 69, and degrees east, 11 to 24",
            "the map points somewhere else",
            HITTA_VARD),
    COORDINATES_DIFFER(
            LIMITS,
            "geographicalCoordinates",
            "the same place in RT 90 and SWEREF 99",
            "the map points somewhere else, depending on which is used",
            HITTA_VARD);

    private final ReadinessFinding.Severity severity;
    private final String attribute;
    private final String right;
    private final String consequence;
    private final String source;

    CardRule(
            ReadinessFinding.Severity severity,
            String attribute,
            String right,
            String consequence,
            String source) {
        this.severity = severity;
        this.attribute = attribute;
        this.right = right;
        this.consequence = consequence;
        this.source = source;
    }

    /** The word that a finding of this rule has, as {@code CARD_COUNTY_MISSING}. */
    public String code() {
        return "CARD_" + name();
    }

    /** How much it matters. */
    public ReadinessFinding.Severity severity() {
        return severity;
    }

    /** The attribute of HSA; empty text for a rule about several, where the finding says which. */
    public String attribute() {
        return attribute;
    }

    /** What would be right; empty text where it depends, and the finding says it. */
    public String right() {
        return right;
    }

    /** What happens while it is not so. */
    public String consequence() {
        return consequence;
    }

    /** Who says so; empty text for this SDK's own advice. */
    public String source() {
        return source;
    }

    private static final class Text {
        static final String NO_CARD = "1177 does not show the unit";
        static final String RT90 =
                "a place in Sweden in RT 90, as X:6581164,Y:1630250, where X is metres north";
        static final String POORER = "the card says less than patients ask for";

        private Text() {}
    }
}
