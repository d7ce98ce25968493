package se.ehealthsdk.hsa.contactcard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;

/**
 * How long the values of a unit's attributes may be, in characters: a letter outside the basic plane, as an emoji, is one
 * character and two of Java's {@code char}.
 *
 * <p>Source: {@link #source()} of each. Each can be set to another number in {@link ContactCardCheck}.
 */
public enum CardLimit {
    NAME("ou", 64, Sources.TABLE + "; " + Sources.HITTA_VARD, unit -> Stream.of(unit.name())),
    ALTERNATE_NAME("ouShort", 64, Sources.TABLE, unit -> unit.alternateNames().stream()),
    ROUTE("route", 1024, Sources.GUIDE, unit -> unit.place().route().stream()),
    INDOOR_ROUTE(
            "indoorRouteDescription",
            1024,
            Sources.GUIDE,
            unit -> unit.place().indoorRoute().stream()),
    ABOUT_US(
            "hsaVpwInformation1",
            2048,
            Sources.GUIDE + "; 1024 in " + Sources.TABLE,
            unit -> unit.presentation().extraInformation().stream()),
    TEMPORARY_INFORMATION(
            "hsaVpwInformation2",
            1024,
            Sources.TABLE + "; of the whole value, the dates included",
            unit -> unit.temporaryInformation().stream().map(CardLimit::written)),
    PATIENT_INFORMATION(
            "hsaVpwInformation4",
            1024,
            Sources.TABLE,
            unit -> unit.presentation().patientInformation().stream()),
    DESCRIPTION(
            "description", 1024, Sources.TABLE, unit -> unit.presentation().description().stream()),
    STREET("street", 128, Sources.TABLE, unit -> unit.place().street().stream()),
    VISITING_RULES(
            "hsaVisitingRules",
            128,
            Sources.TABLE,
            unit -> unit.visitingRules().visiting().stream()),
    REFERRAL(
            "hsaVisitingRuleReferral",
            64,
            Sources.TABLE,
            unit -> unit.visitingRules().referral().stream()),
    AGE_COMMENT(
            "hsaVisitingRuleAge",
            16,
            Sources.COMMENT,
            unit ->
                    unit.visitingRules().ages().stream()
                            .map(age -> age.comment())
                            .flatMap(Optional::stream)),
    TELEPHONE_HOURS_COMMENT(
            "telephoneHours", 16, Sources.COMMENT, unit -> comments(unit.hours().telephone())),
    SURGERY_HOURS_COMMENT(
            "surgeryHours", 16, Sources.COMMENT, unit -> comments(unit.hours().surgery())),
    DROP_IN_HOURS_COMMENT(
            "dropInHours", 16, Sources.COMMENT, unit -> comments(unit.hours().dropIn())),
    VISITING_HOURS_COMMENT(
            "visitingHours", 16, Sources.COMMENT, unit -> comments(unit.hours().visiting())),
    TELEPHONE("telephoneNumber", 32, Sources.TABLE, unit -> unit.telephones().numbers().stream()),
    SWITCHBOARD(
            "hsaSwitchboardNumber",
            32,
            Sources.TABLE,
            unit -> unit.telephones().switchboard().stream()),
    TEXT_TELEPHONE(
            "hsaTextTelephoneNumber", 32, Sources.TABLE, unit -> unit.telephones().text().stream()),
    MAIL("mail", 255, Sources.TABLE, unit -> unit.mail().stream()),
    COUNTY_NAME("countyName", 64, Sources.TABLE, unit -> unit.place().county().name().stream()),
    COUNTY_CODE("countyCode", 2, Sources.TABLE, unit -> unit.place().county().code().stream()),
    MUNICIPALITY_NAME(
            "municipalityName",
            64,
            Sources.TABLE,
            unit -> unit.place().municipality().name().stream()),
    MUNICIPALITY_CODE(
            "municipalityCode",
            2,
            Sources.TABLE,
            unit -> unit.place().municipality().code().stream()),
    DISPLAY_OPTION(
            "displayOption",
            256,
            Sources.TABLE,
            unit -> unit.presentation().displayOption().stream()),
    POSTAL_CODE(
            "postalCode",
            40,
            Sources.TABLE,
            unit -> unit.place().postalAddress().stream().flatMap(it -> it.postalCode().stream())),
    POSTAL_ADDRESS_LINE(
            "postalAddress",
            30,
            Sources.TABLE + "; of each line",
            unit -> unit.place().postalAddress().stream().flatMap(it -> it.lines().stream()));

    private final String attribute;
    private final int most;
    private final String source;
    private final Function<Unit, Stream<String>> values;

    CardLimit(String attribute, int most, String source, Function<Unit, Stream<String>> values) {
        this.attribute = attribute;
        this.most = most;
        this.source = source;
        this.values = values;
    }

    private static Stream<String> comments(List<OpeningHours> spans) {
        return spans.stream().map(OpeningHours::comment).flatMap(Optional::stream);
    }

    /** As the directory holds it, since the limit is that of the whole value. */
    private static String written(TemporaryInformation information) {
        boolean dated = !information.fromDate().isBlank() || !information.toDate().isBlank();
        return (dated ? ";YYYYMMDD;YYYYMMDD;" : "") + information.text();
    }

    /** The attribute of HSA. */
    public String attribute() {
        return attribute;
    }

    /** How many characters a value may have. */
    public int most() {
        return most;
    }

    /** Who says so. */
    public String source() {
        return source;
    }

    Stream<String> valuesOf(Unit unit) {
        return values.apply(unit);
    }

    /** Where the rules of the card come from. */
    static final class Sources {
        static final String TABLE = "HSA's table of attributes, 2014";
        static final String COMMENT = TABLE + "; of the comment";
        static final String GUIDE =
                "Region Stockholm, IT guide for vaccination clinics, 2021-06-07";
        static final String HITTA_VARD = "Inera, Hitta vård: demands on data in HSA";
        static final String SCHEMA = "HSA schema, syntax of the attribute";

        private Sources() {}
    }
}
