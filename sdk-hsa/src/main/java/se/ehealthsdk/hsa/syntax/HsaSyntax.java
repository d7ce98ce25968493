package se.ehealthsdk.hsa.syntax;

import java.time.Instant;
import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CommissionMember;

/**
 * The syntaxes of HSA's attribute values.
 *
 * <pre>{@code
 * OpeningHours hours = HsaSyntax.TIME_SPAN.parse("1-5#08:00#17:00#Lunch 12-13");
 * String value = HsaSyntax.TIME_SPAN.write(OpeningHours.ALWAYS); // 1-7#00:00#24:00
 * }</pre>
 *
 * <p>Lengths are checked when a value is written, where the syntax itself sets them, and never when it is read. What is
 * read is equal to what the service contracts give for the same value.
 *
 * <p>Source: HSA schema, as told in the field tables of the contracts; RFC 4517.
 */
public final class HsaSyntax {

    /**
     * Opening hours ({@code surgeryHours}, {@code dropInHours}, {@code telephoneHours}, {@code visitingHours}): {@code
     * <day>-<day>#<HH:mm>#<HH:mm>}, then perhaps {@code #<comment>}, then perhaps {@code #<first date>#<last date>}.
     * Days are 1 (Monday) to 7, a single day is {@code 1-1}; {@code 6-1} is Saturday to Monday. A span closes after it
     * opens, at {@code 24:00} at the latest. Comments have at most 16 characters.
     *
     * <p>The form of the dates is not confirmed: {@code yyyyMMdd} and {@code yyyy-MM-dd} are read and kept as they were
     * written, {@code yyyyMMdd} is written. Either may be empty.
     */
    public static final ValueSyntax<OpeningHours> TIME_SPAN = new TimeSpanSyntax();

    /**
     * The free lines of an address ({@code postalAddress}): divided by {@code $}, with {@code \24} for a dollar sign
     * and {@code \5C} for a backslash (RFC 4517, Postal Address). Blank lines are passed over. At most six lines of 30
     * characters can be written.
     */
    public static final ValueSyntax<List<String>> POSTAL_ADDRESS = new PostalAddressSyntax();

    /**
     * A postal address in parts ({@code hsaPostalAddress}): {@code <addressee>$...$<street>$<number>$<letter>$<postal
     * code>$<town>}, with the escapes of {@link #POSTAL_ADDRESS}; street, number and letter may be empty. The order is
     * that of the contracts; that the attribute is divided so is not confirmed.
     */
    public static final ValueSyntax<PostalAddress.Parts> POSTAL_ADDRESS_PARTS =
            new PostalPartsSyntax();

    /**
     * A visiting address in parts ({@code hsaVisitingAddress}): {@code <street>$<number>$<letter>$<town>}, not confirmed
     * either.
     */
    public static final ValueSyntax<VisitingAddress> VISITING_ADDRESS_PARTS =
            new VisitingPartsSyntax();

    /** Which levels make the public name ({@code displayOption}): {@code 2#4}. */
    public static final ValueSyntax<DisplayOption> DISPLAY_OPTION = new DisplayOptionSyntax();

    /**
     * Information shown for a time ({@code hsaVpwInformation2}): {@code ;<yyyyMMdd>;<yyyyMMdd>;<text>}. A text that
     * does not begin with a semicolon is shown until further notice, and has empty dates. {@code yyyy-MM-dd} is read
     * too.
     */
    public static final ValueSyntax<TemporaryInformation> TEMPORARY_INFORMATION =
            new TemporaryInformationSyntax();

    /**
     * That a post has a commission ({@code hsaCommissionMember}): {@code <HSA-id>;<start>;<end>}, times as in {@link
     * #GENERALIZED_TIME}, each perhaps empty. A value with a time that cannot be read is refused, since it must give no
     * rights.
     */
    public static final ValueSyntax<CommissionMember> COMMISSION_MEMBER =
            new CommissionMemberSyntax();

    /**
     * Ages that a unit receives ({@code hsaVisitingRuleAge}): {@code 02-08} in years, then perhaps {@code #<comment>}
     * of at most 16 characters. 00 is from birth, 99 without upper limit.
     */
    public static final ValueSyntax<VisitingRules.Age> VISITING_AGE = new VisitingAgeSyntax();

    /** A point in RT 90 ({@code geographicalCoordinates}): {@code X:6581164,Y:1630250}, X north, whole metres, no blanks. */
    public static final ValueSyntax<Coordinates.Rt90> RT90 =
            new GridSyntax<>(
                    "RT 90 coordinates",
                    "X:6581164,Y:1630250",
                    "X",
                    "Y",
                    Coordinates.Rt90::new,
                    Coordinates.Rt90::x,
                    Coordinates.Rt90::y);

    /**
     * A point in SWEREF 99 TM ({@code geographicalCoordinatesSweref99TM}): {@code N:6580822,E:674032}. The attribute is
     * not in use, and its form not confirmed: this one follows that of RT 90.
     */
    public static final ValueSyntax<Coordinates.Sweref99Grid> SWEREF99_TM =
            new GridSyntax<>(
                    "SWEREF 99 TM coordinates",
                    "N:6580822,E:674032",
                    "N",
                    "E",
                    Coordinates.Sweref99Grid::new,
                    Coordinates.Sweref99Grid::north,
                    Coordinates.Sweref99Grid::east);

    /**
     * Latitude or longitude in SWEREF 99 ({@code hsaSweref99Latitude}, {@code hsaSweref99Longitude}): a decimal number
     * with a point, kept as text.
     */
    public static final ValueSyntax<String> DEGREES = new DegreesSyntax();

    /**
     * A telephone number: {@code +46100000001} in the directory, {@code 0100000001} in the contracts and the records.
     * Numbers without country and without leading zero, as {@code 1177}, and those of other countries, as {@code
     * +4721000000}, are the same in both. Blanks, hyphens, slashes and parentheses are passed over. At most 32
     * characters can be written.
     */
    public static final ValueSyntax<String> TELEPHONE = new TelephoneSyntax();

    /** What a commission lets its members do ({@code hsaCommissionRight}): {@code Läsa;alla;SJF}, no part empty. */
    public static final ValueSyntax<CommissionRight> COMMISSION_RIGHT = new CommissionRightSyntax();

    /** A role in one system ({@code hsaSystemRole}): {@code <system>;<role>}, neither empty. */
    public static final ValueSyntax<SystemRole> SYSTEM_ROLE = new SystemRoleSyntax();

    /**
     * A licence with a speciality ({@code hsaSosTitleCodeSpeciality}): {@code LK;<code>;<name>}. Code and name may be
     * empty: a licence without speciality.
     */
    public static final ValueSyntax<Speciality> TITLE_SPECIALITY = new TitleSpecialitySyntax();

    /**
     * Whether a nurse or midwife may prescribe ({@code hsaSosNursePrescriptionRight}): {@code SJ;J}. That no is written
     * {@code N} is not confirmed.
     */
    public static final ValueSyntax<NursePrescriptionRight> NURSE_PRESCRIPTION_RIGHT =
            new NursePrescriptionRightSyntax();

    /** A sector of an administrative commission: {@code <HSA-id>}, or {@code <HSA-id>;sub} with the units below it. */
    public static final ValueSyntax<SectorReference> SECTOR = new SectorSyntax();

    /**
     * A moment ({@code startDate}, {@code endDate}): {@code 20100514215959Z}, GMT. Fractions, offsets and times without
     * minutes or seconds are read as RFC 4517 has them; a leap second is the next second. Whole seconds in GMT are
     * written, the rest is cut off.
     */
    public static final ValueSyntax<Instant> GENERALIZED_TIME = new GeneralizedTimeSyntax();

    /**
     * A postal code ({@code postalCode}): {@code 12345}. Blanks, and S or SE before it, are taken away from a Swedish
     * one; others are kept as they are. At most 40 characters can be written.
     */
    public static final ValueSyntax<String> POSTAL_CODE = new PostalCodeSyntax();

    /** An organisation number ({@code orgNo}): {@code 232100-0016}; read without hyphen and with a leading 16 too. */
    public static final ValueSyntax<OrganisationNumber> ORGANISATION_NUMBER =
            new OrganisationNumberSyntax();

    /**
     * That a person has protected personal data ({@code hsaProtectedPerson}): written {@code Ja}, and any value counts
     * as yes, an empty one too. No is the attribute left out, so no cannot be written.
     */
    public static final ValueSyntax<Boolean> PROTECTION_MARK = new ProtectionMarkSyntax();

    /** Text, as it is, with its line breaks. Not blank. */
    public static final ValueSyntax<String> TEXT = new PlainSyntax("text", "any text", false);

    /** A code, or an address on the net: text without the blanks around it. */
    public static final ValueSyntax<String> CODE = new PlainSyntax("code", "01", true);

    /** An HSA-id, as {@link HsaId#of} takes it. */
    public static final ValueSyntax<HsaId> HSA_ID = new HsaIdSyntax();

    /**
     * A text telephone ({@code hsaTextTelephoneNumber}): as {@link #TELEPHONE} if it is a number, else the address as it
     * is.
     */
    public static final ValueSyntax<String> TELEPHONE_OR_ADDRESS = new TelephoneOrAddressSyntax();

    /**
     * A personal identity number ({@code personalIdentityNumber}): {@code YYYYMMDDXXXX}, a personnummer, a
     * samordningsnummer or a national reserve number.
     */
    public static final ValueSyntax<PersonalIdentity> PERSONAL_IDENTITY =
            new PersonalIdentitySyntax();

    private HsaSyntax() {}
}
