package se.ehealthsdk.hsa.contactcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.FakeHsa;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;
import se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity;
import se.ehealthsdk.hsa.readiness.Verdict;

/** A unit without anything to remark, and each thing spoilt. */
class ContactCardCheckTest {

    private static final Instant NOW = CardUnits.NOW;
    private static final ContactCardCheck CHECK = ContactCardCheck.standard();

    private static CardReadiness check(Consumer<Unit.Builder> spoil) {
        Unit.Builder unit = CardUnits.complete();
        spoil.accept(unit);
        return CHECK.check(unit.build(), NOW);
    }

    private static List<String> codes(CardReadiness readiness) {
        return readiness.findings().stream().map(ReadinessFinding::code).toList();
    }

    @Test
    void completeUnit_hasNoFindings() {
        CardReadiness readiness = check(unit -> {});

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.report()).isEqualTo("READY: contact card of TSTNMT2321000156-CARD");
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoil("COORDINATES_SWAPPED", unit -> unit.rt90(rt90("1630250", "6581164"))),
                spoil("COORDINATES_OUTSIDE_SWEDEN", unit -> unit.rt90(rt90("5000000", "1630250"))),
                spoil("COORDINATES_UNREADABLE", unit -> unit.rt90(rt90("X6581164", "1630250"))),
                spoil("COUNTY_MISSING MUNICIPALITY_WITHOUT_COUNTY", unit -> unit.countyCode("")),
                spoil("COUNTY_UNREADABLE TEXT_TOO_LONG", unit -> unit.countyCode("001")),
                spoil("COUNTY_UNREADABLE", unit -> unit.countyCode("1")),
                spoil("MUNICIPALITY_MISSING", unit -> unit.municipalityCode("")),
                spoil(
                        "MUNICIPALITY_UNREADABLE TEXT_TOO_LONG",
                        unit -> unit.municipalityCode("0180")),
                spoil("SWEREF_MISSING", unit -> unit.latitude("").longitude("")),
                spoil(
                        "SWEREF_OUTSIDE_SWEDEN",
                        unit -> unit.latitude("18.0994").longitude("59.3347")),
                spoil("SWEREF_OUTSIDE_SWEDEN", unit -> unit.latitude("")),
                spoil("COORDINATES_DIFFER", unit -> unit.latitude("59.4")),
                spoil("UNIT_NOT_IN_USE", unit -> unit.validity(Validity.until(NOW))),
                spoil("UNIT_MARKED", unit -> unit.feigned(true)),
                spoil("NAME_MISSING", unit -> unit.name("")),
                spoil("NAME_ABBREVIATED", unit -> unit.name("Ängens VC")),
                spoil("NAME_ABBREVIATED", unit -> unit.name("Med. mottagningen")),
                spoil("NAME_ABBREVIATED", unit -> unit.name("S:t Exempel")),
                spoil("TEXT_TOO_LONG", unit -> unit.name("å".repeat(65))),
                spoil("TEXT_TOO_LONG", unit -> unit.route("å".repeat(1025))),
                spoil("TEXT_TOO_LONG", unit -> unit.indoorRoute("😀".repeat(1025))),
                spoil("TEXT_TOO_LONG", unit -> unit.extraInformation("å".repeat(2049))),
                spoil("TEXT_TOO_LONG", unit -> unit.patientInformation("å".repeat(1025))),
                spoil("TEXT_TOO_LONG", unit -> unit.visitingRules("å".repeat(129))),
                spoil("TEXT_TOO_LONG", unit -> unit.referralRules("å".repeat(65))),
                spoil("TEXT_TOO_LONG", unit -> unit.alternateName("å".repeat(65))),
                spoil("TEXT_TOO_LONG", unit -> unit.mail("a".repeat(256))),
                spoil("TEXT_TOO_LONG", unit -> unit.telephoneNumber("1".repeat(33))),
                spoil(
                        "TEXT_TOO_LONG",
                        unit ->
                                unit.dropInHour(
                                        OpeningHours.of(
                                                        DayOfWeek.MONDAY,
                                                        DayOfWeek.MONDAY,
                                                        "08:00",
                                                        "09:00")
                                                .withComment("å".repeat(17)))),
                spoil(
                        "TEXT_TOO_LONG",
                        unit ->
                                unit.temporaryInformation(
                                        new TemporaryInformation(
                                                "20260601", "20260630", "å".repeat(1006)))),
                spoil(
                        "POSTAL_ADDRESS_LINES",
                        unit ->
                                unit.postalAddress(
                                        PostalAddress.ofLines(
                                                List.of("1", "2", "3", "4", "5", "6", "7")))),
                spoil("TEMPORARY_WITHOUT_END", unit -> unit.temporaryInformation(told("", ""))),
                spoil(
                        "TEMPORARY_WITHOUT_END",
                        unit -> unit.temporaryInformation(told("20260501", ""))),
                spoil(
                        "TEMPORARY_PAST",
                        unit -> unit.temporaryInformation(told("20260501", "20260531"))),
                spoil(
                        "TEMPORARY_ENDS_BEFORE_START",
                        unit -> unit.temporaryInformation(told("20260701", "20260630"))),
                spoil(
                        "TEMPORARY_DATES_UNREADABLE",
                        unit -> unit.temporaryInformation(told("20260231", "20260630"))),
                spoil(
                        "HOURS_UNREADABLE",
                        unit -> unit.surgeryHour(CardUnits.span("0", "08:00", "5", "17:00"))),
                spoil(
                        "HOURS_UNREADABLE",
                        unit -> unit.surgeryHour(CardUnits.span("1", "08:00", "5", "24:01"))),
                spoil(
                        "HOURS_UNREADABLE",
                        unit -> unit.surgeryHour(CardUnits.span("1", "8", "5", "17"))),
                spoil(
                        "HOURS_PAST_MIDNIGHT",
                        unit -> unit.dropInHour(CardUnits.span("5", "21:00:00", "5", "06:00:00"))),
                spoil(
                        "HOURS_PAST_MIDNIGHT",
                        unit -> unit.surgeryHour(CardUnits.span("5", "24:00", "5", "24:00"))),
                spoil(
                        "HOURS_END_AT_ZERO",
                        unit -> unit.surgeryHour(CardUnits.span("6", "21:00", "6", "00:00:00"))),
                spoil(
                        "HOURS_PAST",
                        unit ->
                                unit.surgeryHour(
                                        new OpeningHours(
                                                "6",
                                                "08:00",
                                                "6",
                                                "09:00",
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of("20260531")))),
                spoil("TELEPHONE_UNREADABLE", unit -> unit.telephoneNumber("08-123 45")),
                spoil("WEB_PAGE_UNREADABLE", unit -> unit.webPage("www.example.test")),
                spoil("WEB_PAGE_UNREADABLE", unit -> unit.webPage("ftp://example.test")),
                spoil("WEB_PAGE_1177_UNREADABLE", unit -> unit.webPage1177("1177")),
                spoil("AGES_UNREADABLE", unit -> unit.visitingRuleAge(age("2", "99"))),
                spoil("AGES_REVERSED", unit -> unit.visitingRuleAge(age("18", "17"))),
                spoil(
                        "PICTURE_TOO_LARGE",
                        unit -> unit.photo(picture(50_001)).alternateText("En äng")),
                spoil(
                        "PICTURE_UNREADABLE",
                        unit -> unit.photo(new Picture("åäö")).alternateText("En äng")),
                spoil(
                        "PICTURE_UNREADABLE",
                        unit -> unit.photo(Picture.of(new byte[100])).alternateText("En äng")),
                spoil("PICTURE_WITHOUT_TEXT", unit -> unit.logotype(picture(100))),
                spoil("ROUTE_MISSING", unit -> unit.route(" ")),
                spoil("INDOOR_ROUTE_MISSING", unit -> unit.indoorRoute("")),
                spoil("ABOUT_US_MISSING", unit -> unit.extraInformation("")),
                spoil("PATIENT_INFORMATION_MISSING", unit -> unit.patientInformation("")),
                spoil("WEB_PAGE_MISSING", unit -> unit.webPage("")),
                spoil(
                        "VACCINATION_CODE_MISSING VACCINATION_NAME",
                        unit -> unit.name("Vaccination mot covid, Ängen")),
                spoil(
                        "VACCINATION_CODE_MISSING",
                        unit -> unit.name("Ängen - vaccination covid – Exempelvård AB")),
                spoil(
                        "VACCINATION_NAME",
                        unit -> unit.businessClassification(CodedName.of("2029", "Covid"))),
                spoil("VACCINATION_CODE_MISSING", unit -> unit.name("Influensavaccination Ängen")));
    }

    private static Arguments spoil(String rules, Consumer<Unit.Builder> spoil) {
        return Arguments.of(rules, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void spoiltUnit_hasTheFinding_andNoOther(String rules, Consumer<Unit.Builder> spoil) {
        List<String> expected = Stream.of(rules.split(" ")).map(rule -> "CARD_" + rule).toList();

        assertThat(codes(check(spoil))).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Coordinates.Rt90 rt90(String x, String y) {
        return new Coordinates.Rt90(x, y);
    }

    private static TemporaryInformation told(String from, String to) {
        return new TemporaryInformation(from, to, "Stängt");
    }

    private static VisitingRules.Age age(String from, String to) {
        return new VisitingRules.Age(from, to, Optional.empty());
    }

    private static Picture picture(int bytes) {
        return new Picture(CardUnits.jpeg(bytes));
    }

    @Test
    void emptyUnit_lacksAllThatIsMandatory_firstOfTheFindings() {
        CardReadiness readiness = CHECK.check(Unit.builder(CardUnits.ID).build(), NOW);

        assertThat(codes(readiness).subList(0, 4))
                .containsExactlyInAnyOrder(
                        "CARD_COORDINATES_MISSING",
                        "CARD_COUNTY_MISSING",
                        "CARD_NOT_FOR_INTERNET",
                        "CARD_CARE_TYPE_MISSING");
        assertThat(codes(readiness))
                .contains(
                        "CARD_TELEPHONE_MISSING",
                        "CARD_HOURS_MISSING",
                        "CARD_TELEPHONE_HOURS_MISSING",
                        "CARD_STREET_MISSING");
        assertThat(readiness.findings()).extracting(ReadinessFinding::severity).isSorted();
        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void unitAtADistance_needsNeitherCoordinatesNorCounty() {
        Unit unit =
                Unit.builder(CardUnits.ID)
                        .name("Ängen på nätet")
                        .businessType(BusinessType.REMOTE_UNIT)
                        .build();

        assertThat(codes(CHECK.check(unit, NOW)))
                .doesNotContain(
                        "CARD_COORDINATES_MISSING",
                        "CARD_SWEREF_MISSING",
                        "CARD_COUNTY_MISSING",
                        "CARD_STREET_MISSING",
                        "CARD_ROUTE_MISSING")
                .contains("CARD_NOT_FOR_INTERNET");
    }

    @Test
    void unitAtADistance_withWrongCoordinates_isShownAllTheSame() {
        CardReadiness readiness =
                check(unit -> unit.businessType(BusinessType.REMOTE_UNIT).rt90(rt90("1", "2")));

        assertThat(codes(readiness)).containsExactly("CARD_COORDINATES_OUTSIDE_SWEDEN");
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void finding_saysAttributeWrongRightMenderAndSource() {
        ReadinessFinding finding = check(unit -> unit.route("😀".repeat(1030))).findings().get(0);

        assertThat(finding.attribute()).contains("route");
        assertThat(finding.wrong()).isEqualTo("1030 characters, 6 too many");
        assertThat(finding.right()).contains("at most 1024 characters");
        assertThat(finding.mender()).contains("lokal HSA-administratör");
        assertThat(finding.severity()).isEqualTo(Severity.LIMITS);
        assertThat(finding.source()).contains(CardLimit.ROUTE.source());
        assertThat(finding.toString()).doesNotContain("😀");
    }

    @Test
    void textsAtTheirLimit_areRight_countedInCharacters() {
        assertThat(
                        codes(
                                check(
                                        unit ->
                                                unit.route("😀".repeat(1024))
                                                        .indoorRoute("å".repeat(1024))
                                                        .extraInformation("😀".repeat(2048))
                                                        .name("😀".repeat(64))
                                                        .temporaryInformation(
                                                                new TemporaryInformation(
                                                                        "20260601",
                                                                        "20260601",
                                                                        "å".repeat(1005))))))
                .isEmpty();
    }

    @Test
    void limits_menders_andDestinations_canBeSet() {
        ContactCardCheck ours =
                CHECK.with(CardLimit.ABOUT_US, 10)
                        .with(
                                CardOwnership.standard()
                                        .with(CardOwner.UNIT, "the EK administrator, by form"));

        List<ReadinessFinding> findings = ours.check(CardUnits.complete().build(), NOW).findings();

        assertThat(findings).singleElement();
        assertThat(findings.get(0).mender()).isEqualTo("the EK administrator, by form");
        Unit notified = CardUnits.complete().build();
        assertThat(codes(CHECK.withDestinations("07").check(notified, NOW)))
                .containsExactly("CARD_NOT_FOR_INTERNET");
        assertThatThrownBy(() -> CHECK.with(CardLimit.NAME, 0))
                .isInstanceOf(InvalidInputException.class);
        assertThat(
                        codes(
                                CHECK.withPictureBytes(99)
                                        .check(
                                                CardUnits.complete()
                                                        .photo(picture(100))
                                                        .alternateText("x")
                                                        .build(),
                                                NOW)))
                .containsExactly("CARD_PICTURE_TOO_LARGE");
    }

    @Test
    void destination04Alone_isToldAsUnsure_andCanBeAccepted() {
        Unit unit = without03().destinationIndicator("04").build();

        ReadinessFinding finding =
                CHECK.check(unit, NOW).findings().stream()
                        .filter(each -> each.code().equals("CARD_DESTINATION_04_ALONE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.LIMITS);
        assertThat(CHECK.check(unit, NOW).notFoundOut())
                .anyMatch(open -> open.question().contains("destination 04"));
        assertThat(codes(CHECK.withDestinations("03", "04").check(unit, NOW)))
                .doesNotContain("CARD_DESTINATION_04_ALONE", "CARD_NOT_FOR_INTERNET");
    }

    private static Unit.Builder without03() {
        return Unit.builder(CardUnits.ID).name("Ängen");
    }

    @Test
    void businessCode_isDemandedOnlyWhereTheRegionFiltersOnIt() {
        Unit unit =
                without03()
                        .businessClassification(new CodedName(Optional.empty(), Optional.of("x")))
                        .build();

        assertThat(codes(CHECK.check(unit, NOW))).doesNotContain("CARD_BUSINESS_CODE_MISSING");
        assertThat(codes(CHECK.requiringBusinessCode().check(unit, NOW)))
                .contains("CARD_BUSINESS_CODE_MISSING");
        assertThat(codes(CHECK.requiringBusinessCode().check(CardUnits.complete().build(), NOW)))
                .isEmpty();
    }

    @Test
    void clinicMarkedAsHospital_withinOne_isTold_andUnknownWithoutThoseAbove() {
        Unit clinic = CardUnits.complete().businessType(BusinessType.HOSPITAL).build();
        Unit hospital =
                Unit.builder(HsaId.of("TSTNMT2321000156-HOSP"))
                        .businessType(BusinessType.HOSPITAL)
                        .build();
        Unit region = Unit.builder(HsaId.of("TSTNMT2321000156-REG")).build();

        CardReadiness within = CHECK.check(clinic, List.of(region, hospital), NOW);
        assertThat(codes(within)).containsExactly("CARD_HOSPITAL_WITHIN_HOSPITAL");
        assertThat(within.findings().get(0).wrong()).contains("TSTNMT2321000156-HOSP");
        assertThat(CHECK.check(clinic, List.of(region), NOW).findings()).isEmpty();
        CardReadiness alone = CHECK.check(clinic, NOW);
        assertThat(alone.findings()).isEmpty();
        assertThat(alone.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(
                        codes(
                                CHECK.check(
                                        CardUnits.entry(clinic, Set.of()),
                                        List.of(CardUnits.entry(hospital, Set.of())),
                                        NOW)))
                .containsExactly("CARD_HOSPITAL_WITHIN_HOSPITAL");
    }

    @Test
    void entry_addsMarksAndUnreadableValues() {
        AttributeProblem problem =
                new AttributeProblem(
                        Optional.of(CardUnits.ID),
                        "surgeryHours",
                        "is not a time span",
                        "1-5#08:00#17:00");

        CardReadiness readiness =
                CHECK.check(
                        CardUnits.entry(
                                CardUnits.complete().build(),
                                Set.of(EntryMark.HIDDEN, EntryMark.INACCURATE_CARE_UNIT),
                                problem,
                                problem),
                        NOW);

        assertThat(codes(readiness)).containsExactly("CARD_UNIT_MARKED", "CARD_VALUE_UNREADABLE");
        assertThat(readiness.findings().get(0).wrong()).isEqualTo("the post is marked hidden");
        assertThat(readiness.findings().get(1).attribute()).contains("surgeryHours");
        assertThat(readiness.findings().get(1).right()).contains("1-5#08:00#17:00");
    }

    @Test
    void telephoneHoursWithoutNumber_areWorseThanNeither() {
        Unit.Builder silent = Unit.builder(CardUnits.ID).name("Ängen");

        assertThat(codes(CHECK.check(silent.build(), NOW))).contains("CARD_TELEPHONE_MISSING");
        silent.telephoneHour(OpeningHours.ALWAYS).nonPublicTelephoneNumber("0100999999");
        assertThat(codes(CHECK.check(silent.build(), NOW)))
                .contains("CARD_TELEPHONE_HOURS_WITHOUT_NUMBER")
                .doesNotContain("CARD_TELEPHONE_MISSING");
    }

    @Test
    void nameThatSaysVårdcentral_withoutType_isHinted() {
        Unit unit = Unit.builder(CardUnits.ID).name("Ängens vårdcentral").build();

        assertThat(codes(CHECK.check(unit, NOW))).contains("CARD_BUSINESS_TYPE_MISSING");
    }

    @Test
    void rightName_isOfferedWhereItCanBeRead() {
        ReadinessFinding finding =
                check(
                                unit ->
                                        unit.name("Ängen – vaccination covid - Exempelvård AB")
                                                .businessClassification(
                                                        CodedName.of("2029", "Covid")))
                        .findings()
                        .get(0);

        assertThat(finding.code()).isEqualTo("CARD_VACCINATION_NAME");
        assertThat(finding.right()).contains("Ängen - vaccination covid – Exempelvård AB");
        assertThat(finding.mender()).contains("HSF");
        assertThat(
                        codes(
                                CHECK.withNamedCodes()
                                        .check(
                                                CardUnits.complete()
                                                        .name("Influensavaccination")
                                                        .build(),
                                                NOW)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CardRule.class)
    void everyRule_hasAReasonAndACode(CardRule rule) {
        assertThat(rule.consequence()).isNotBlank();
        assertThat(ContactCardCheck.codes()).contains(rule.code());
        assertThat(
                        rule.severity() == Severity.HINTS
                                || !rule.source().isBlank()
                                || rule == CardRule.TEXT_TOO_LONG)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, 64",
        "ROUTE, 1024",
        "INDOOR_ROUTE, 1024",
        "ABOUT_US, 2048",
        "PATIENT_INFORMATION, 1024",
        "TEMPORARY_INFORMATION, 1024",
        "VISITING_RULES, 128",
        "REFERRAL, 64",
        "STREET, 128",
        "POSTAL_ADDRESS_LINE, 30"
    })
    void limits_areThoseOfTheSources(CardLimit limit, int most) {
        assertThat(limit.most()).isEqualTo(most);
        assertThat(limit.source()).isNotBlank();
    }

    @Test
    void asking_tellsTheUnit_itsAbsence_andAFailureApart() {
        FakeHsa fake = new FakeHsa();
        HsaClient hsa = fake.client(OrganizationContracts.GET_UNIT_5);

        fake.answer((contract, request) -> Optional.of(CardUnits.complete().build()));
        assertThat(CHECK.check(hsa, CardUnits.ID, NOW).verdict()).isEqualTo(Verdict.READY);
        fake.answer((contract, request) -> Optional.empty());
        assertThat(codes(CHECK.check(hsa, CardUnits.ID, NOW)))
                .containsExactly("CARD_UNIT_NOT_TOLD");
        fake.answer(
                (contract, request) -> {
                    throw new ServiceFaultException("Server", "x", "", null);
                });
        CardReadiness failed = CHECK.check(hsa, CardUnits.ID, NOW);
        assertThat(failed.findings()).isEmpty();
        assertThat(failed.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void askingADirectory_looksAtThoseAboveToo() {
        Unit clinic = CardUnits.complete().businessType(BusinessType.HOSPITAL).build();
        Unit hospital = Unit.builder(CardUnits.RELATED).businessType(BusinessType.HOSPITAL).build();

        CardReadiness readiness =
                CHECK.check(
                        directory(
                                CardUnits.entry(hospital, Set.of()),
                                CardUnits.entry(clinic, Set.of())),
                        CardUnits.ID,
                        NOW);

        assertThat(readiness.unit()).isEqualTo(CardUnits.ID);
        assertThat(codes(readiness)).containsExactly("CARD_HOSPITAL_WITHIN_HOSPITAL");
        assertThat(readiness.notFoundOut()).isEmpty();
        assertThat(codes(CHECK.check(directory(), CardUnits.ID, NOW)))
                .containsExactly("CARD_UNIT_NOT_TOLD");
    }

    /** A directory that knows one path, and fails on anything else that is asked. */
    private static UnitDirectory directory(UnitEntry... path) {
        return (UnitDirectory)
                Proxy.newProxyInstance(
                        UnitDirectory.class.getClassLoader(),
                        new Class<?>[] {UnitDirectory.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("path");
                            return List.of(path);
                        });
    }

    @Test
    void destinationWithBlanksAroundIt_isTheDestination() {
        Unit unit = without03().destinationIndicator(" 03 ").build();

        assertThat(codes(CHECK.check(unit, NOW))).doesNotContain("CARD_NOT_FOR_INTERNET");
        assertThat(CardPublication.visibleAfter(NOW, unit).earliest()).isEqualTo(NOW);
    }
}
