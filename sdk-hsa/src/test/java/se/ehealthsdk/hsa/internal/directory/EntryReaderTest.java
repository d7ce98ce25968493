package se.ehealthsdk.hsa.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.AttributeSyntax;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** What becomes of entries, right and wrong. */
class EntryReaderTest {

    private static final String UNIT_DN =
            "ou=Vårdcentralen Ängen,ou=Primärvård,o=Region Påhitt,c=SE";
    private static final String PERSON_DN = "cn=Åsa Hemlig,ou=Vårdcentralen Ängen,c=SE";

    private final List<AttributeProblem> skipped = new ArrayList<>();
    private final EntryReader reader = new EntryReader(DirectorySchema.hsa());

    private static RawAttribute a(String name, String... values) {
        return RawAttribute.of(name, List.of(values));
    }

    private UnitEntry unit(RawAttribute... more) {
        return unit(reader, more);
    }

    private UnitEntry unit(EntryReader by, RawAttribute... more) {
        List<RawAttribute> all =
                new ArrayList<>(
                        List.of(
                                a("objectClass", "top", "organizationalUnit"),
                                a("hsaIdentity", "TSTNMT2321000156-VE01"),
                                a("ou", "Vårdcentralen Ängen")));
        all.addAll(List.of(more));
        return by.unit(RawEntry.of(UNIT_DN, all), skipped::add).orElseThrow();
    }

    private PersonEntry person(RawAttribute... more) {
        List<RawAttribute> all =
                new ArrayList<>(
                        List.of(
                                a("objectClass", "person"),
                                a("hsaIdentity", "TSTNMT2321000156-1001"),
                                a("sn", "Hemlig")));
        all.addAll(List.of(more));
        return reader.person(RawEntry.of(PERSON_DN, all), skipped::add).orElseThrow();
    }

    @Test
    void unit_whole_isRead() {
        UnitEntry entry =
                unit(
                        a("telephoneNumber", "+46100000001"),
                        a("surgeryHours", "1-5#08:00#17:00"),
                        a("l", "Påhittad"),
                        a("countyCode", "01"),
                        a("businessClassificationCode", "1500"),
                        a("businessClassificationName", "Allmänmedicin"),
                        a("hsaHealthCareUnitMember", "TSTNMT2321000156-EN11"),
                        a("modifyTimestamp", "20260102030405Z"));

        assertThat(entry.hsaId()).isEqualTo(HsaId.of("TSTNMT2321000156-VE01"));
        assertThat(entry.kind()).isEqualTo(EntryKind.UNIT);
        assertThat(entry.unit().name()).isEqualTo("Vårdcentralen Ängen");
        assertThat(entry.unit().publicName()).isEqualTo("Vårdcentralen Ängen Påhittad");
        assertThat(entry.unit().telephones().numbers()).containsExactly("0100000001");
        assertThat(entry.unit().hours().surgery()).hasSize(1);
        assertThat(entry.unit().classification().businessClassifications())
                .containsExactly(CodedName.of("1500", "Allmänmedicin"));
        assertThat(entry.care().members()).containsExactly(HsaId.of("TSTNMT2321000156-EN11"));
        assertThat(entry.changed()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(entry.problems()).isEmpty();
        assertThat(entry.marks()).isEmpty();
    }

    @Test
    void attributeNames_inAnyCaseAndWithOptions_areRead() {
        UnitEntry entry =
                unit(
                        a("TELEPHONENUMBER", "+46100000001"),
                        a("Description;lang-sv", "På svenska"),
                        a("route;lang-en", "In English"),
                        a("route", "Utan språk"),
                        RawAttribute.ofBytes("jpegPhoto;binary", List.of(new byte[] {1, 2})));

        assertThat(entry.unit().telephones().numbers()).containsExactly("0100000001");
        assertThat(entry.unit().presentation().description()).contains("På svenska");
        assertThat(entry.unit().place().route()).contains("Utan språk");
        assertThat(entry.unit().presentation().photo().orElseThrow().bytes()).containsExactly(1, 2);
    }

    @Test
    void attributes_inOrderOfPreference_theFirstIsRead() {
        UnitEntry entry = unit(a("streetAddress", "Den andra"), a("street", "Den första"));

        assertThat(entry.unit().place().street()).contains("Den första");
        assertThat(unit(a("streetAddress", "Den andra")).unit().place().street())
                .contains("Den andra");
    }

    @Test
    void badValue_costsThatValue_andIsReportedWithoutIt() {
        UnitEntry entry =
                unit(a("surgeryHours", "1-5#08:00#17:00", "1-5#HEMLIGT"), a("route", "Vägen"));

        assertThat(entry.unit().hours().surgery()).hasSize(1);
        assertThat(entry.unit().place().route()).contains("Vägen");
        assertThat(entry.problems()).hasSize(1);
        AttributeProblem problem = entry.problems().get(0);
        assertThat(problem.entry()).contains(entry.hsaId());
        assertThat(problem.attribute()).isEqualTo("surgeryHours");
        assertThat(problem.toString()).doesNotContain("HEMLIGT");
    }

    @Test
    void brokenUtf8_costsThatValue_andIsReported() {
        UnitEntry entry =
                unit(
                        RawAttribute.ofBytes(
                                "description",
                                List.of("V\u00e5rd".getBytes(StandardCharsets.ISO_8859_1))),
                        a("route", "en ersättare \uFFFD är ett tecken"));

        assertThat(entry.unit().presentation().description()).isEmpty();
        assertThat(entry.unit().place().route()).isPresent();
        assertThat(entry.problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("description");
    }

    @Test
    void picture_largerThanTheLimit_costsThePicture() {
        EntryReader small = new EntryReader(DirectorySchema.hsa().withPictureLimit(10));

        UnitEntry entry =
                unit(
                        small,
                        RawAttribute.ofBytes("jpegPhoto", List.of(new byte[11])),
                        RawAttribute.ofBytes("hsaJpegLogotype", List.of(new byte[10])));

        assertThat(entry.unit().presentation().photo()).isEmpty();
        assertThat(entry.unit().presentation().logotype()).isPresent();
        assertThat(entry.problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("jpegPhoto");
    }

    @Test
    void severalValuesWhereOneIsExpected_theFirstIsKept_andReported() {
        UnitEntry entry = unit(a("route", "Den ena", "Den andra"));

        assertThat(entry.unit().place().route()).contains("Den ena");
        assertThat(entry.problems()).hasSize(1);
        assertThat(entry.problems().get(0).problem()).contains("several");
    }

    @Test
    void unitWithSeveralNames_isCalledAsItStandsInTheTree() {
        UnitEntry entry =
                reader.unit(
                                RawEntry.of(
                                        "ou=Rätt,c=SE",
                                        List.of(a("hsaIdentity", "X-1"), a("ou", "Annat", "Rätt"))),
                                skipped::add)
                        .orElseThrow();

        assertThat(entry.unit().name()).isEqualTo("Rätt");
        assertThat(entry.kind()).isEqualTo(EntryKind.UNIT);
    }

    @Test
    void entryWithoutHsaId_isSkipped_andTold() {
        Optional<UnitEntry> none =
                reader.unit(RawEntry.of(UNIT_DN, List.of(a("ou", "Ängen"))), skipped::add);

        assertThat(none).isEmpty();
        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).problem()).contains("missing");
    }

    @Test
    void entryWithHsaIdThatIsNone_isSkipped_andTold() {
        Optional<PersonEntry> none =
                reader.person(
                        RawEntry.of(PERSON_DN, List.of(a("hsaIdentity", "x".repeat(40)))),
                        skipped::add);

        assertThat(none).isEmpty();
        assertThat(skipped).extracting(AttributeProblem::attribute).containsExactly("hsaIdentity");
        assertThat(skipped.toString()).doesNotContain("Hemlig");
    }

    @Test
    void entryWhoseNameIsNone_isSkipped_andTold() {
        Optional<UnitEntry> none =
                reader.unit(RawEntry.of("no name", List.of(a("hsaIdentity", "X-1"))), skipped::add);

        assertThat(none).isEmpty();
        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).entry()).contains(HsaId.of("X-1"));
    }

    @Test
    void marks_ofClassesInAnyCase_areRead() {
        UnitEntry entry =
                unit(
                        a(
                                "objectclass",
                                "ORGANIZATIONALUNIT",
                                "hsahealthcareunit",
                                "hsaArchivedObject",
                                "hiddenObject",
                                "hsaFeignedDataObject",
                                "hsaInaccurateHCU"));

        assertThat(entry.marks())
                .containsExactlyInAnyOrder(
                        EntryMark.ARCHIVED,
                        EntryMark.HIDDEN,
                        EntryMark.FEIGNED,
                        EntryMark.INACCURATE_CARE_UNIT);
        assertThat(entry.unit().feigned()).isTrue();
        assertThat(entry.care().careUnit()).isTrue();
    }

    @Test
    void person_whole_isRead() {
        PersonEntry entry =
                person(
                        a("givenName", "Åsa"),
                        a("middleName", "Mellan"),
                        a("personalIdentityNumber", "191212121212"),
                        a("hsaTitle", "Läkare"),
                        a("hsaSosTitleCodeSpeciality", "LK;200;Allmänmedicin"),
                        a("paTitleName", "Distriktsläkare"),
                        a("paTitleCode", "201010"),
                        a("hsaSystemRole", "INTYG;Rehab-X"),
                        a("hsaSosNursePrescriptionRight", "SJ;J"));

        assertThat(entry.employee().middleAndSurname()).isEqualTo("Mellan Hemlig");
        assertThat(entry.credentials().middleAndSurname()).isEqualTo("Mellan Hemlig");
        assertThat(entry.credentials().personalIdentity().orElseThrow().extension())
                .isEqualTo("191212121212");
        assertThat(entry.credentials().licences()).containsExactly("Läkare");
        assertThat(entry.credentials().licenceCodes()).containsExactly("LK");
        assertThat(entry.credentials().specialities())
                .containsExactly(new Speciality("LK", "200", "Allmänmedicin"));
        assertThat(entry.employee().paTitles())
                .containsExactly(
                        new PaTitle(Optional.of("Distriktsläkare"), Optional.of("201010")));
        assertThat(entry.credentials().systemRoles()).hasSize(1);
        assertThat(entry.credentials().nursePrescriptionRights()).hasSize(1);
        assertThat(entry.employee().distinguishedName()).isEqualTo(PERSON_DN);
        assertThat(entry.problems()).isEmpty();
    }

    @Test
    void titlesByNameAndCode_severalOfEach_areNotGuessedTogether() {
        PersonEntry entry =
                person(a("paTitleName", "Ett", "Två"), a("paTitleCode", "000001", "000002"));

        assertThat(entry.employee().paTitles())
                .hasSize(4)
                .allMatch(title -> title.name().isEmpty() != title.code().isEmpty());
    }

    @Test
    void protectedPerson_ofAnyValue_isMarked() {
        assertThat(person(a("hsaProtectedPerson", "Nej")).marks())
                .containsExactly(EntryMark.PROTECTED);
        assertThat(person(a("hsaProtectedPerson", " ")).employee().protectedPerson()).isTrue();
        assertThat(person(a("objectClass", "person", "hsaConfidentialPerson")).marks())
                .containsExactly(EntryMark.PROTECTED);
        assertThat(person().marks()).isEmpty();
    }

    @Test
    void startThatIsNoDate_neverHolds_andIsReported() {
        PersonEntry entry = person(a("startDate", "i morgon"));

        assertThat(entry.employee().validity().at(Instant.parse("2026-01-01T00:00:00Z"))).isFalse();
        assertThat(entry.problems()).hasSize(1);
    }

    @Test
    void toString_ofWhatIsRead_tellsNoName() {
        PersonEntry entry = person(a("givenName", "Åsa"), a("mail", "two", "addresses"));

        assertThat(entry + " " + entry.problems()).doesNotContain("Hemlig").doesNotContain("Åsa");
        assertThat(RawEntry.of(PERSON_DN, List.of(a("sn", "Hemlig"))).toString())
                .doesNotContain("Hemlig");
        assertThat(a("sn", "Hemlig").toString()).doesNotContain("Hemlig");
    }

    @Test
    void commission_whole_isRead_andBadMembersAreReported() {
        CommissionEntry entry =
                reader.commission(
                                RawEntry.of(
                                        "cn=Vård,ou=Ängen,c=SE",
                                        List.of(
                                                a("objectClass", "hsaCommission"),
                                                a("hsaIdentity", "TSTNMT2321000156-VMU1"),
                                                a("cn", "Vård"),
                                                a("hsaCommissionPurpose", "Vård och behandling"),
                                                a("hsaCommissionRight", "Läsa;alla;SJF", "Läsa"),
                                                a(
                                                        "hsaCommissionMember",
                                                        "P-1;20081112230000Z;",
                                                        "P-2;;",
                                                        ";;"))),
                                skipped::add)
                        .orElseThrow();

        assertThat(entry.title()).isEqualTo("Vård");
        assertThat(entry.purpose()).isPresent();
        assertThat(entry.rights()).hasSize(1);
        assertThat(entry.members()).hasSize(2);
        assertThat(entry.problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("hsaCommissionRight", "hsaCommissionMember");
    }

    @Test
    void additionalValues_areCheckedBySyntax_andGivenUnderTheirName() {
        EntryReader ours =
                new EntryReader(
                        DirectorySchema.hsa()
                                .withUnitValue("fax2", "ourFax", AttributeSyntax.TELEPHONE_NUMBER)
                                .withUnitValue("parent", "ourParent", AttributeSyntax.HSA_ID));

        UnitEntry entry = unit(ours, a("ourFax", "+46100000001"), a("ourParent", "x".repeat(40)));

        assertThat(ours.unitAttributes()).contains("ourFax", "ourParent");
        assertThat(entry.additional()).containsOnlyKeys("fax2");
        assertThat(entry.additional().get("fax2")).containsExactly("0100000001");
        assertThat(entry.problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("ourParent");
    }

    @Test
    void attributesToAskFor_nameEachOnce_andNeverEverything() {
        assertThat(reader.unitAttributes())
                .contains("hsaIdentity", "objectClass", "modifyTimestamp", "ou", "jpegPhoto")
                .doesNotContain("*", "+", "-", "sn")
                .doesNotHaveDuplicates();
        assertThat(reader.personAttributes()).contains("sn", "personalIdentityNumber");
        assertThat(reader.commissionAttributes())
                .contains("cn", "hsaCommissionMember")
                .doesNotContain("ou");
    }

    @Test
    void fieldLeftOut_isNotAskedFor() {
        EntryReader ours =
                new EntryReader(
                        DirectorySchema.hsa()
                                .without(se.ehealthsdk.hsa.schema.DirectoryField.PHOTO));

        assertThat(ours.unitAttributes()).doesNotContain("jpegPhoto");
    }

    @Test
    void licenceCodes_followFromNames_andFromSpecialities() {
        PersonEntry entry =
                person(
                        a("hsaTitle", "sjuksköterska", "Okänt yrke"),
                        a("hsaSosTitleCodeSpeciality", "TL;;", "LK;200;Allmänmedicin"));

        assertThat(entry.credentials().licenceCodes()).containsExactly("SJ", "TL", "LK");
        assertThat(entry.credentials().specialities())
                .containsExactly(new Speciality("LK", "200", "Allmänmedicin"));
    }

    @Test
    void displayOption_makesThePublicName() {
        assertThat(unit(a("displayOption", "1#3")).unit().publicName())
                .isEqualTo("Region Påhitt, Vårdcentralen Ängen");
    }

    @Test
    void displayOptionThatCannotBeFollowed_isReported_andNameAndPlaceAreShown() {
        for (String bad : List.of("9", "Ängen", "3#1")) {
            UnitEntry entry = unit(a("displayOption", bad), a("l", "Orten"));

            assertThat(entry.unit().publicName()).isEqualTo("Vårdcentralen Ängen Orten");
            assertThat(entry.problems())
                    .extracting(AttributeProblem::attribute)
                    .containsExactly("displayOption");
        }
    }
}
