package se.ehealthsdk.hsa.schema;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import se.ehealthsdk.hsa.syntax.HsaSyntax;
import se.ehealthsdk.hsa.syntax.ValueSyntax;

/** The ways in which values are written, by the names that a schema file has for them after {@code as}. */
public enum AttributeSyntax {

    /** Text, as it is. */
    TEXT("text", String.class, HsaSyntax.TEXT),
    /** A code or an address on the net: text without blanks around it. */
    CODE("code", String.class, HsaSyntax.CODE),
    /** A telephone number: with {@code +46} in the directory, national digits when read. */
    TELEPHONE_NUMBER("telephone number", String.class, HsaSyntax.TELEPHONE),
    /** The number or the address of a text telephone. */
    TELEPHONE_OR_ADDRESS(
            "telephone number or address", String.class, HsaSyntax.TELEPHONE_OR_ADDRESS),
    /** Latitude or longitude, {@code 59.3293}. */
    DEGREES("degrees", String.class, HsaSyntax.DEGREES),
    /** A postal code, {@code 12345}, without blanks and S. */
    POSTAL_CODE("postal code", String.class, HsaSyntax.POSTAL_CODE),
    /** An HSA-id. */
    HSA_ID("HSA-id", HsaId.class, HsaSyntax.HSA_ID),
    /** A moment in GMT, {@code 20100514215959Z}. */
    TIME("time", Instant.class, HsaSyntax.GENERALIZED_TIME),
    /** Weekdays and times of day, {@code 1-5#08:00#17:00}. */
    TIME_SPAN("time span", OpeningHours.class, HsaSyntax.TIME_SPAN),
    /** Lines of an address, split by {@code $}. */
    POSTAL_ADDRESS("postal address", List.class, HsaSyntax.POSTAL_ADDRESS),
    /** An address in parts. */
    POSTAL_ADDRESS_PARTS(
            "postal address in parts", PostalAddress.Parts.class, HsaSyntax.POSTAL_ADDRESS_PARTS),
    /** A visiting address in parts. */
    VISITING_ADDRESS(
            "visiting address in parts", VisitingAddress.class, HsaSyntax.VISITING_ADDRESS_PARTS),
    /** A point, {@code X:6581164,Y:1630250}. */
    RT90("RT 90", Coordinates.Rt90.class, HsaSyntax.RT90),
    /** A point in SWEREF 99 TM. */
    SWEREF99_GRID("SWEREF 99 TM", Coordinates.Sweref99Grid.class, HsaSyntax.SWEREF99_TM),
    /** A picture, in bytes. */
    PICTURE("picture", Picture.class, null),
    /** Ages, {@code 02-08#comment}. */
    VISITING_AGE("visiting age", VisitingRules.Age.class, HsaSyntax.VISITING_AGE),
    /** Information with dates, {@code ;20260701;20260831;text}. */
    TEMPORARY_INFORMATION(
            "temporary information", TemporaryInformation.class, HsaSyntax.TEMPORARY_INFORMATION),
    /** Twelve digits. */
    PERSONAL_IDENTITY("personal identity", PersonalIdentity.class, HsaSyntax.PERSONAL_IDENTITY),
    /** Licence, code and name of a speciality, {@code LK;200;Allmänmedicin}. */
    LICENCE_SPECIALITY("licence and speciality", Speciality.class, HsaSyntax.TITLE_SPECIALITY),
    /** A right of a nurse or a midwife, {@code SJ;J}. */
    NURSE_RIGHT(
            "nurse prescription right",
            NursePrescriptionRight.class,
            HsaSyntax.NURSE_PRESCRIPTION_RIGHT),
    /** A role in a system, {@code system;role}. */
    SYSTEM_ROLE("system role", SystemRole.class, HsaSyntax.SYSTEM_ROLE),
    /** Activity, class of information and scope, {@code Läsa;alla;SJF}. */
    COMMISSION_RIGHT("commission right", CommissionRight.class, HsaSyntax.COMMISSION_RIGHT),
    /** Post, start and end, {@code <HSA-id>;<start>;<end>}. */
    MEMBERSHIP("membership", CommissionMember.class, HsaSyntax.COMMISSION_MEMBER);

    private final String label;
    private final Class<?> valueType;
    private final @Nullable ValueSyntax<?> syntax;

    AttributeSyntax(String label, Class<?> valueType, @Nullable ValueSyntax<?> syntax) {
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

    /**
     * How the text of a value is read and written.
     *
     * @throws IllegalStateException for {@link #PICTURE}, whose values are bytes
     */
    public ValueSyntax<?> valueSyntax() {
        if (syntax == null) {
            throw new IllegalStateException(label + " is not text");
        }
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
