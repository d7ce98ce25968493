package se.ehealthsdk.hsa.schema;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.syntax.ValueSyntax;

/** The ways in which values are written, by the names that a schema file has for them after {@code as}. */
public enum AttributeSyntax {

    /** Text, as it is. */
    TEXT("text", String.class, Interim.TEXT),
    /** A code or an address on the net: text without blanks around it. */
    CODE("code", String.class, Interim.CODE),
    /** A telephone number: with {@code +46} in the directory, national digits when read. */
    TELEPHONE_NUMBER("telephone number", String.class, Interim.TELEPHONE_NUMBER),
    /** An HSA-id. */
    HSA_ID("HSA-id", HsaId.class, Interim.HSA_ID),
    /** A moment in GMT, {@code 20100514215959Z}. */
    TIME("time", Instant.class, Interim.TIME),
    /** Weekdays and times of day, {@code 1-5#08:00#17:00}. */
    TIME_SPAN("time span", OpeningHours.class, Interim.TIME_SPAN),
    /** Lines of an address, split by {@code $}. */
    POSTAL_ADDRESS("postal address", List.class, Interim.POSTAL_ADDRESS),
    /** An address in parts. */
    POSTAL_ADDRESS_PARTS("postal address in parts", PostalAddress.Parts.class, Interim.PARTS),
    /** A visiting address in parts. */
    VISITING_ADDRESS("visiting address in parts", VisitingAddress.class, Interim.VISITING),
    /** A point, {@code X:6581164,Y:1630250}. */
    RT90("RT 90", Coordinates.Rt90.class, Interim.RT90),
    /** A point in SWEREF 99 TM. */
    SWEREF99_GRID("SWEREF 99 TM", Coordinates.Sweref99Grid.class, Interim.SWEREF99),
    /** A picture, in bytes. */
    PICTURE("picture", Picture.class, Interim.PICTURE),
    /** Ages, {@code 02-08#comment}. */
    VISITING_AGE("visiting age", VisitingRules.Age.class, Interim.AGE),
    /** Information with dates, {@code ;20260701;20260831;text}. */
    TEMPORARY_INFORMATION(
            "temporary information", TemporaryInformation.class, Interim.TEMPORARY_INFORMATION),
    /** Twelve digits. */
    PERSONAL_IDENTITY("personal identity", PersonalIdentity.class, Interim.PERSONAL_IDENTITY),
    /** Licence, code and name of a speciality, {@code LK;200;Allmänmedicin}. */
    LICENCE_SPECIALITY("licence and speciality", Speciality.class, Interim.SPECIALITY),
    /** A right of a nurse or a midwife, {@code SJ;J}. */
    NURSE_RIGHT("nurse prescription right", NursePrescriptionRight.class, Interim.NURSE_RIGHT),
    /** A role in a system, {@code system;role}. */
    SYSTEM_ROLE("system role", SystemRole.class, Interim.SYSTEM_ROLE),
    /** Activity, class of information and scope, {@code Läsa;alla;SJF}. */
    COMMISSION_RIGHT("commission right", CommissionRight.class, Interim.COMMISSION_RIGHT),
    /** Post, start and end, {@code <HSA-id>;<start>;<end>}. */
    MEMBERSHIP("membership", CommissionMember.class, Interim.MEMBERSHIP);

    private final String label;
    private final Class<?> valueType;
    private final ValueSyntax<?> syntax;

    AttributeSyntax(String label, Class<?> valueType, ValueSyntax<?> syntax) {
        this.label = label;
        this.valueType = valueType;
        this.syntax = syntax;
    }

    /** Its name in a schema file. */
    public String label() {
        return label;
    }

    /** What its values are; a field takes any syntax whose values are what its usual one gives. */
    public Class<?> valueType() {
        return valueType;
    }

    /** How the text of a value is read and written; of {@link #PICTURE}, the text is base64. */
    public ValueSyntax<?> valueSyntax() {
        return syntax;
    }

    static AttributeSyntax named(String label, Origin origin) {
        String wanted = label.strip();
        return Stream.of(values())
                .filter(each -> each.label.equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                origin.wrong(
                                        "there is no such syntax",
                                        "Use one of: " + labels(each -> true) + "."));
    }

    static String labels(Predicate<AttributeSyntax> which) {
        return Stream.of(values())
                .filter(which)
                .map(AttributeSyntax::label)
                .collect(Collectors.joining(", "));
    }
}
