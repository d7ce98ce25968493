package se.ehealthsdk.hsa.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.CARE_UNIT;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.CARE_UNIT_DN;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.CLOCK;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.COMMISSION_DN;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.DOCTOR;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.DOCTOR_DN;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.MEMBER;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.MEMBER_DN;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.NOW;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.PROVIDER;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.REGION_DN;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.directory;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.source;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.Authorisation;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.directory.Reported;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

class HsaDirectoryTest {

    private static final CommissionPurpose CARE = CommissionPurpose.CARE_AND_TREATMENT;

    // ---- commissions

    @Test
    void commission_belowACareUnit_hasUnitAndProvider() {
        Commission commission = directory(source()).commissionsOf(DOCTOR, NOW).get(0);

        assertThat(commission.name()).isEqualTo("Vård på Ängen");
        assertThat(commission.careUnit().map(UnitSummary::hsaId)).contains(CARE_UNIT);
        assertThat(commission.careProvider().hsaId()).isEqualTo(PROVIDER);
        assertThat(commission.careProvider().orgNo()).isEqualTo("232100-0156");
        assertThat(commission.rights()).containsExactly(CommissionRight.parse("Läsa;alla;SJF"));
    }

    @Test
    void commission_directlyBelowTheProvider_hasNoUnit() {
        FakeSource source = source();
        move(source, COMMISSION_DN, "cn=Vård," + REGION_DN);

        Commission commission = directory(source).commissionsOf(DOCTOR, NOW).get(0);

        assertThat(commission.careUnit()).isEmpty();
        assertThat(commission.careProvider().hsaId()).isEqualTo(PROVIDER);
    }

    /** HSA leaves such a commission out: it must not come to be one at the unit further up. */
    @Test
    void commission_belowWhatHasNoHsaId_isNotThatOfTheUnitAbove() {
        FakeSource source = source();
        move(source, COMMISSION_DN, "cn=Vård,ou=Primärvård," + REGION_DN);

        assertLeftOut(source, "TST-MU1", "hsaIdentity");
        assertThat(directory(source).commissions(PROVIDER)).isEmpty();
        assertThat(directory(source).commissionMembers(PROVIDER, CARE)).isEmpty();
        assertThat(directory(source).authorisedFor(DOCTOR, PROVIDER, CARE, NOW).isGranted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TST-P1", "TST-P1;", "TST-P1;;2099-12-09 00:00:00.0", "TST-P1;x;"})
    void membership_thatCannotBeRead_isNoneAndReported(String value) {
        FakeSource source = without(source(), COMMISSION_DN, "hsaCommissionMember");
        with(source, COMMISSION_DN, "hsaCommissionMember", value);

        assertLeftOut(source, "TST-MU1", "hsaCommissionMember");

        with(source, COMMISSION_DN, "objectClass", "hiddenObject");
        assertThat(directory(source).withReport(it -> it.credentials(DOCTOR)).report().problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TST-P1;;                                | true",
                "tst-p1;;                                | true",
                "TST-P1;20260501100000Z;                 | true",
                "TST-P1;20260501100001Z;                 | false",
                "TST-P1;;20260501100000Z                 | false",
                "TST-P1;;20260501100001Z                 | true",
                "TST-P1;20200101000000Z;20210101000000Z  | false",
                "TST-P12;;                               | false",
                "TST-P1-X;20200101000000Z;               | false",
            })
    void membership_isOfExactlyThePersonAndHoldsAtTheTime(String value, boolean member) {
        FakeSource source = source();
        source.entries.removeIf(it -> it.name().equals(COMMISSION_DN));
        source.add(
                COMMISSION_DN,
                "objectClass",
                "hsaCommission",
                "hsaIdentity",
                "TST-MU1",
                "cn",
                "Vård",
                "hsaCommissionPurpose",
                "Vård och behandling",
                "hsaCommissionMember",
                value);
        HsaDirectory directory = directory(source);

        assertThat(directory.commissionsOf(DOCTOR, NOW)).hasSize(member ? 1 : 0);
        assertThat(directory.credentials(DOCTOR).orElseThrow().commissions())
                .hasSize(member ? 1 : 0);
        assertThat(directory.commissionMembers(CARE_UNIT, CARE)).hasSize(member ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "hsaCommissionPurpose, TST-MU1, hsaCommissionPurpose",
        "cn, TST-MU1, cn",
    })
    void commission_thatLacksWhatTheContractRequires_isLeftOutAndReported(
            String missing, String entry, String attribute) {
        assertLeftOut(without(source(), COMMISSION_DN, missing), entry, attribute);
    }

    @Test
    void commission_whoseUnitOrProviderLacksWhatTheContractRequires_isLeftOutAndReported() {
        assertLeftOut(
                without(source(), CARE_UNIT_DN, "hsaResponsibleHealthCareProvider"),
                "TST-VE1",
                "hsaResponsibleHealthCareProvider");
        assertLeftOut(without(source(), REGION_DN, "orgNo"), "TST-VG1", "orgNo");
        assertLeftOut(
                without(source(), REGION_DN, "orgNo"),
                "TST-MU1",
                "hsaResponsibleHealthCareProvider");
        FakeSource gone = source();
        gone.entries.removeIf(it -> it.name().equals(REGION_DN));
        assertLeftOut(gone, "TST-VG1", "hsaIdentity");
        FakeSource homeless = source();
        move(homeless, COMMISSION_DN, "cn=Vård,c=SE");
        assertLeftOut(homeless, "TST-MU1", "hsaIdentity");
    }

    private static void assertLeftOut(FakeSource source, String entry, String attribute) {
        Reported<Optional<Credentials>> told =
                directory(source).withReport(it -> it.credentials(DOCTOR));

        assertThat(told.answer().orElseThrow().commissions()).isEmpty();
        assertThat(told.report().problems())
                .anySatisfy(
                        problem -> {
                            assertThat(problem.entry()).contains(HsaId.of(entry));
                            assertThat(problem.attribute()).isEqualTo(attribute);
                        });
    }

    @Test
    void commission_whole_isReportedWithoutProblems() {
        Reported<List<Commission>> told =
                directory(source()).withReport(it -> it.commissionsOf(DOCTOR, NOW));

        assertThat(told.answer()).hasSize(1);
        assertThat(told.report().problems()).isEmpty();
        assertThat(told.report().isWhole()).isTrue();
    }

    @Test
    void authorisedFor_countsTheMembershipAtTheTime() {
        FakeSource source =
                with(source(), COMMISSION_DN, "hsaCommissionMember", "TST-P2;;20270101000000Z");
        source.add(
                "cn=Bo," + CARE_UNIT_DN,
                "objectClass",
                "person",
                "hsaIdentity",
                "TST-P2",
                "sn",
                "Berg");
        HsaDirectory directory = directory(source);
        HsaId nurse = HsaId.of("TST-P2");

        assertThat(directory.authorisedFor(nurse, MEMBER, CARE, NOW).isGranted()).isTrue();
        assertThat(
                        directory.authorisedFor(
                                nurse, MEMBER, CARE, Instant.parse("2027-01-01T00:00:00Z")))
                .isEqualTo(new Authorisation.Denied(Authorisation.Reason.NO_COMMISSION));
    }

    @Test
    void commissionMembers_inThousands_areAskedForAHundredAtATime() {
        FakeSource source = source();
        List<String> members = new ArrayList<>();
        for (int i = 1; i <= 650; i++) {
            members.add("hsaCommissionMember");
            members.add("TST-M" + i + ";;");
            source.add(
                    "cn=" + i + ",ou=Personal," + REGION_DN,
                    "objectClass",
                    "person",
                    "hsaIdentity",
                    "tst-m" + i,
                    "sn",
                    "Nr " + i);
        }
        with(source, COMMISSION_DN, members.toArray(String[]::new));
        source.asked.clear();

        assertThat(directory(source).commissionMembers(CARE_UNIT, CARE)).hasSize(651);
        assertThat(source.asked.size()).isLessThan(15);
    }

    @Test
    void commissionMembers_withRights_areOfCommissionsThatGiveThemAll() {
        HsaDirectory directory = directory(source());

        assertThat(
                        directory.commissionMembers(
                                CARE_UNIT, CARE, CommissionRight.parse("läsa;ALLA;sjf")))
                .isEmpty();
        assertThat(
                        directory.commissionMembers(
                                CARE_UNIT, CARE, CommissionRight.parse("Läsa;alla;SJF")))
                .hasSize(1);
        assertThat(
                        directory.commissionMembers(
                                CARE_UNIT,
                                CARE,
                                CommissionRight.parse("Läsa;alla;SJF"),
                                CommissionRight.parse("Skriva;alla;VE")))
                .isEmpty();
        assertThat(directory.commissionMembers(CARE_UNIT, CommissionPurpose.of("Statistik")))
                .isEmpty();
    }

    // ---- relations that go wrong

    @Test
    void careUnit_thatIsAMemberOfItselfAndOfItsMember_answers() {
        FakeSource source = with(source(), CARE_UNIT_DN, "hsaHealthCareUnitMember", "TST-VE1");
        with(
                source,
                DirectoryFixture.MEMBER_DN,
                "objectClass",
                "hsaHealthCareUnit",
                "hsaHealthCareUnitMember",
                "TST-VE1",
                "hsaResponsibleHealthCareProvider",
                "TST-EN1");
        HsaDirectory directory = directory(source);

        assertThat(directory.careUnitOf(CARE_UNIT).orElseThrow().unitIsHealthCareUnit()).isTrue();
        assertThat(directory.careUnitMembers(CARE_UNIT).orElseThrow().members())
                .extracting(it -> it.hsaId())
                .containsExactly(MEMBER);
        // its provider is itself, which is no care provider
        assertThat(directory.careUnitOf(MEMBER)).isEmpty();
        assertThat(directory.providerOf(MEMBER)).isEmpty();
        assertThat(directory.providerOf(CARE_UNIT)).isPresent();
    }

    @Test
    void member_thatIsNotThere_isReported() {
        FakeSource source = with(source(), CARE_UNIT_DN, "hsaHealthCareUnitMember", "TST-GONE");

        var told = directory(source).withReport(it -> it.careUnitMembers(CARE_UNIT));

        assertThat(told.answer().orElseThrow().members()).hasSize(1);
        assertThat(told.report().problems())
                .anySatisfy(it -> assertThat(it.entry()).contains(HsaId.of("TST-GONE")));
    }

    @Test
    void member_thatTheServerKeptBehindALimit_isNotSaidToBeNowhere() {
        FakeSource source = with(source(), CARE_UNIT_DN, "hsaHealthCareUnitMember", "TST-GONE");
        source.partial = Optional.of(Partial.SIZE_LIMIT);

        var told = directory(source).withReport(it -> it.careUnitMembers(CARE_UNIT));

        assertThat(told.report().partial()).contains(Partial.SIZE_LIMIT);
        assertThat(told.report().problems()).isEmpty();
    }

    @Test
    void lookUp_thatTheServerRefusesAsOne_isASearch() {
        FakeSource source = source();
        source.refusesFew = true;
        assertThat(directory(source).credentials(DOCTOR).orElseThrow().commissions()).hasSize(1);
        assertThat(directory(source).unit(HsaId.of("TST-NOBODY"))).isEmpty();
        source.partial = Optional.of(Partial.REFERRAL);

        assertThatThrownBy(() -> directory(source).unit(HsaId.of("TST-NOBODY")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("REFERRAL");
        assertThat(
                        directory(source)
                                .withReport(it -> it.unit(HsaId.of("TST-NOBODY")))
                                .report()
                                .partial())
                .contains(Partial.REFERRAL);
    }

    @Test
    void withoutReferredParts_answersAreWhole() {
        FakeSource source = source();
        source.partial = Optional.of(Partial.REFERRAL);
        HsaDirectory directory =
                new HsaDirectory.Builder(source).clock(CLOCK).withoutReferredParts().build();

        assertThat(directory.credentials(DOCTOR)).isPresent();
        assertThat(directory.children(CARE_UNIT)).hasSize(1);
        try (Entries<UnitEntry> units = directory.units(UnitSearch.all())) {
            units.forEachRemaining(unit -> {});
            assertThat(units.report().isWhole()).isTrue();
        }
        source.partial = Optional.of(Partial.SIZE_LIMIT);
        assertThatThrownBy(() -> directory.children(CARE_UNIT))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void pictures_tooLargeToBeReceived_costThePicturesAndNotTheUnit() {
        FakeSource source = source();
        source.tooLarge = "jpegPhoto";

        UnitEntry unit = directory(source).unit(MEMBER).orElseThrow();
        assertThat(unit.unit().name()).isEqualTo("Barnavård");
        assertThat(unit.problems())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.entry()).contains(MEMBER);
                            assertThat(it.attribute()).contains("jpegPhoto", "hsaJpegLogotype");
                        });
        assertThat(directory(source).withReport(it -> it.unit(MEMBER)).report().problems())
                .isEqualTo(unit.problems());
        assertThat(directory(source).unit(HsaId.of("TST-NOBODY"))).isEmpty();

        source.tooLarge = "hsaIdentity";
        assertThatThrownBy(() -> directory(source).unit(MEMBER))
                .isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"232100-0156", "2321000156", "16232100-0156", "162321000156"})
    void careProviders_areFoundHoweverTheNumberIsWritten(String written) {
        FakeSource source = without(source(), REGION_DN, "orgNo");
        with(source, REGION_DN, "orgNo", written);

        assertThat(directory(source).careProviders(OrganisationNumber.of("2321000156")))
                .extracting(CareProvider::hsaId)
                .containsExactly(PROVIDER);
    }

    @Test
    void entry_readTwiceForOneAnswer_isToldOfOnce() {
        FakeSource source = with(source(), CARE_UNIT_DN, "surgeryHours", "x");

        var told = directory(source).withReport(it -> it.careUnitWithManagerOf(MEMBER));

        // the member, its care unit, the provider and the manager
        assertThat(told.report().delivered()).isEqualTo(4);
        assertThat(told.report().problemCount()).isEqualTo(1);
    }

    @Test
    void entry_withoutHsaId_isToldWhereItStandsUnlessItIsAPersons() {
        FakeSource source = source();
        source.add("cn=Sven Hemlig," + REGION_DN, "objectClass", "person", "sn", "Hemlig");
        source.add("ou=Sven+cn=Hemlig," + REGION_DN, "objectClass", "organizationalUnit");
        source.add("ou=Under,cn=Sven Hemlig," + REGION_DN, "objectClass", "organizationalUnit");
        HsaDirectory directory = directory(source);
        var units = directory.units(UnitSearch.all());
        units.forEachRemaining(unit -> {});
        var people = directory.people(PersonSearch.all());
        people.forEachRemaining(person -> {});

        assertThat(units.report().problems().toString())
                .contains("ou=Primärvård," + REGION_DN)
                .doesNotContain("Hemlig");
        assertThat(people.report().skipped()).isEqualTo(1);
        assertThat(people.report().problems().toString()).doesNotContain("Hemlig");
    }

    @Test
    void unknown_isAnAnswerAndNoProblem() {
        var told = directory(source()).withReport(it -> it.unit(HsaId.of("TST-NOBODY")));

        assertThat(told.answer()).isEmpty();
        assertThat(told.report().problemCount()).isZero();
        assertThat(
                        directory(source())
                                .withReport(it -> it.careUnitOf(HsaId.of("TST-NOBODY")))
                                .report()
                                .problemCount())
                .isZero();
    }

    @Test
    void hsaId_onTwoEntries_isTheFirstByNameThatIsToldOf() {
        FakeSource source = source();
        source.add(
                "ou=Aaa," + REGION_DN,
                "objectClass",
                "organizationalUnit",
                "hsaIdentity",
                "tst-EN1",
                "ou",
                "Aaa");
        source.add(
                "ou=AA," + REGION_DN,
                "objectClass",
                "organizationalUnit",
                "objectClass",
                "hsaArchivedObject",
                "hsaIdentity",
                "TST-EN1",
                "ou",
                "AA");
        var told = directory(source).withReport(it -> it.unit(MEMBER));

        assertThat(told.answer().orElseThrow().unit().name()).isEqualTo("Aaa");
        assertThat(told.report().withheld()).isEqualTo(1);
        assertThat(told.report().problems())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.entry()).contains(MEMBER);
                            assertThat(it.problem()).contains("2 entries");
                        });
        assertThat(directory(source).careUnitMembers(CARE_UNIT).orElseThrow().members()).hasSize(1);
    }

    // ---- the tree

    @Test
    void childrenAndPath_goThroughWhatHasNoHsaId() {
        HsaDirectory directory = directory(source());

        assertThat(directory.children(PROVIDER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(CARE_UNIT);
        assertThat(directory.children(CARE_UNIT))
                .extracting(UnitEntry::hsaId)
                .containsExactly(MEMBER);
        assertThat(directory.children(MEMBER)).isEmpty();
        assertThat(directory.path(MEMBER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(PROVIDER, CARE_UNIT, MEMBER);
        assertThat(directory.path(HsaId.of("TST-NOBODY"))).isEmpty();
        assertThat(directory.withReport(it -> it.path(MEMBER)).report().delivered()).isEqualTo(3);
    }

    @Test
    void children_belowWhatHasAnHsaIdThatIsNone_areThoseThatPathTells() {
        FakeSource source = with(source(), "ou=Primärvård," + REGION_DN, "hsaIdentity", "x\ty");

        var told = directory(source).withReport(it -> it.children(PROVIDER));

        assertThat(told.answer()).extracting(UnitEntry::hsaId).containsExactly(CARE_UNIT);
        assertThat(told.report().skipped()).isEqualTo(1);
        assertThat(directory(source).path(CARE_UNIT))
                .extracting(UnitEntry::hsaId)
                .containsExactly(PROVIDER, CARE_UNIT);
    }

    @Test
    void base_narrower_isTheEndOfAllPaths() {
        HsaDirectory directory =
                new HsaDirectory.Builder(source()).base(DistinguishedName.of(CARE_UNIT_DN)).build();

        assertThat(directory.path(MEMBER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(CARE_UNIT, MEMBER);
        assertThat(directory.unit(PROVIDER)).isEmpty();
        assertThat(directory.at(DistinguishedName.of(REGION_DN))).isEmpty();
        assertThatThrownBy(
                        () ->
                                directory.units(
                                        UnitSearch.all().below(DistinguishedName.of(REGION_DN))))
                .isInstanceOf(InvalidInputException.class);
    }

    // ---- searches

    @Test
    void units_byAllThatIsSaid_areThoseForWhichItHolds() {
        HsaDirectory directory = directory(source());
        UnitSearch search =
                UnitSearch.all()
                        .named("ÄNG")
                        .inCounty("01")
                        .inMunicipality("80")
                        .ofCareType(CareType.of("01"));

        assertThat(ids(directory.units(search))).containsExactly(CARE_UNIT);
        assertThat(ids(directory.units(search.inCounty("02")))).isEmpty();
        assertThat(ids(directory.units(search.at("Solna")))).isEmpty();
        assertThat(
                        ids(
                                directory.units(
                                        UnitSearch.all()
                                                .changedSince(
                                                        Instant.parse("2026-04-01T12:00:00Z")))))
                .containsExactly(CARE_UNIT);
        assertThat(
                        ids(
                                directory.units(
                                        UnitSearch.all()
                                                .changedSince(
                                                        Instant.parse(
                                                                "2026-04-01T12:00:00.001Z")))))
                .isEmpty();
        assertThat(ids(directory.units(UnitSearch.all().below(DistinguishedName.of(CARE_UNIT_DN)))))
                .containsExactly(MEMBER);
        assertThat(
                        ids(
                                directory.units(
                                        UnitSearch.all()
                                                .childrenOf(DistinguishedName.of(REGION_DN)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*", "*)(objectClass=*", "(|(objectClass=*))", "\\2a", "a*b"})
    void name_withSignsOfAFilter_isAText(String text) {
        HsaDirectory directory = directory(source());

        assertThat(ids(directory.units(UnitSearch.all().named(text)))).isEmpty();
        assertThat(directory.people(PersonSearch.all().named(text)).toList()).isEmpty();
        assertThat(directory.people(PersonSearch.all().titled(text)).toList()).isEmpty();
    }

    @Test
    void units_areFoundBySomeOtherSpellingOfTheSame() {
        FakeSource source =
                with(source(), MEMBER_DN, "l", "Stora  Mellösa", "ou", "A\u030asens BVC");
        source.rude = true;
        HsaDirectory directory = directory(source);

        for (UnitSearch search :
                List.of(
                        UnitSearch.all().at("stora Mello\u0308sa"),
                        UnitSearch.all().named("Åsens  bvc"),
                        UnitSearch.all().named("barnava\u030ard"))) {
            assertThat(directory.units(search).toList())
                    .extracting(UnitEntry::hsaId)
                    .containsExactly(MEMBER);
        }
        assertThat(directory.people(PersonSearch.all().named("A\u030asa  lindgren")).toList())
                .extracting(PersonEntry::hsaId)
                .containsExactly(DOCTOR);
    }

    @Test
    void people_byNameTitleLicenceAndPlace_areThoseForWhomItHolds() {
        HsaDirectory directory = directory(source());
        PersonSearch search =
                PersonSearch.all()
                        .named("lindgren ÅSA")
                        .titled("läkare")
                        .licensedAs("läkare")
                        .below(DistinguishedName.of(REGION_DN));

        assertThat(directory.people(search).toList()).hasSize(1);
        assertThat(directory.people(search.named("Åsa Berg")).toList()).isEmpty();
        assertThat(directory.people(search.licensedAs("Tandläkare")).toList()).isEmpty();
        assertThat(
                        directory
                                .people(
                                        search.below(
                                                DistinguishedName.of(DirectoryFixture.MEMBER_DN)))
                                .toList())
                .isEmpty();
    }

    @Test
    void limit_reached_isSaidAndLetsGo() {
        FakeSource source = source();
        Entries<UnitEntry> two = directory(source).units(UnitSearch.all().limit(2));

        assertThat(ids(two)).hasSize(2);
        assertThat(two.report().partial()).contains(Partial.OWN_LIMIT);
        assertThat(two.report().delivered()).isEqualTo(2);
        assertThat(source.open).isZero();
        Entries<UnitEntry> all = directory(source).units(UnitSearch.all().limit(3));
        assertThat(ids(all)).hasSize(3);
        assertThat(all.report().isWhole()).isTrue();
    }

    @Test
    void limit_countsWhatIsToldOf() {
        FakeSource source = with(source(), CARE_UNIT_DN, "objectClass", "hiddenObject");
        Entries<UnitEntry> found = directory(source).units(UnitSearch.all().limit(2));

        assertThat(ids(found)).containsExactly(PROVIDER, MEMBER);
        assertThat(found.report().withheld()).isEqualTo(1);
        assertThat(found.report().isWhole()).isTrue();
    }

    @Test
    void units_areReadAsTheyAreAskedFor() {
        FakeSource source = source();
        try (Entries<UnitEntry> units = directory(source).units(UnitSearch.all())) {
            assertThat(units.next().hsaId()).isEqualTo(PROVIDER);
            assertThat(units.report().delivered()).isEqualTo(1);
            assertThat(source.open).isEqualTo(1);
        }
        assertThat(source.open).isZero();
    }

    @Test
    void units_report_tellsOfEntriesWithoutHsaId() {
        Entries<UnitEntry> units = directory(source()).units(UnitSearch.all());

        assertThat(ids(units)).hasSize(3);
        assertThat(units.report().skipped()).isEqualTo(1);
        assertThat(units.report().isWhole()).isTrue();
    }

    @Test
    void failure_onTheWay_isThrownAndLetsGo() {
        FakeSource source = source();
        source.failAfter = 1;
        Entries<UnitEntry> units = directory(source).units(UnitSearch.all());
        units.next();

        assertThatThrownBy(units::hasNext).hasMessage("broken on the way");
        assertThat(source.open).isZero();
    }

    @ParameterizedTest
    @EnumSource(Partial.class)
    void answerCutShort_ofASearchIsSaid_ofALookUpIsAFailureOrSaid(Partial why) {
        FakeSource source = source();
        source.partial = Optional.of(why);
        HsaDirectory directory = directory(source);

        Entries<UnitEntry> units = directory.units(UnitSearch.all());
        assertThat(ids(units)).hasSize(3);
        assertThat(units.report().partial()).contains(why);

        assertThatThrownBy(() -> directory.careUnits(PROVIDER))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> directory.commissionMembers(CARE_UNIT, CARE))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> directory.children(CARE_UNIT))
                .isInstanceOf(ProtocolException.class);
        assertThat(directory.withReport(it -> it.careUnits(PROVIDER)).report().partial())
                .contains(why);
    }

    @Test
    void units_areAskedForByNameOfAttributeAndWithoutPictures() {
        FakeSource source = source();
        HsaDirectory directory = directory(source);
        directory.units(UnitSearch.all()).toList();
        directory.unit(CARE_UNIT);

        assertThat(source.asked.get(0).attributes())
                .contains("hsaIdentity", "objectClass")
                .doesNotContain("jpegPhoto", "hsaJpegLogotype", "*", "+");
        assertThat(source.asked.get(1).attributes()).contains("jpegPhoto", "hsaJpegLogotype");
    }

    @Test
    void search_byWhatTheSchemaDoesNotName_isRefused() {
        HsaDirectory directory =
                new HsaDirectory.Builder(source())
                        .schema(DirectorySchema.hsa().without(DirectoryField.CARE_TYPES))
                        .build();

        assertThatThrownBy(() -> directory.units(UnitSearch.all().ofCareType(CareType.of("01"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("careTypes");
    }

    // ---- people

    @Test
    void personId_isAskedForAsTwelveDigitsAndAppearsInNoText() {
        FakeSource source = source();
        HsaDirectory directory = directory(source);
        PersonId number = PersonId.parse("19121212-1212");

        assertThat(directory.employees(number)).extracting(Employee::hsaId).containsExactly(DOCTOR);
        assertThat(source.asked.get(0).condition().toString()).contains("=191212121212]");
        var told = directory.withReport(it -> it.credentials(number));
        assertThat(told.toString()).doesNotContain("1212").doesNotContain("Lindgren");
    }

    @Test
    void post_withoutSurname_isLeftOutAndReported() {
        var told =
                directory(without(source(), DOCTOR_DN, "sn"))
                        .withReport(
                                it ->
                                        List.of(
                                                it.employee(DOCTOR).isPresent(),
                                                it.credentials(DOCTOR).isPresent(),
                                                !it.commissionMembers(CARE_UNIT, CARE).isEmpty()));

        assertThat(told.answer()).containsOnly(false);
        assertThat(told.report().problems())
                .anySatisfy(it -> assertThat(it.attribute()).isEqualTo("sn"));
    }

    private static List<HsaId> ids(Entries<UnitEntry> found) {
        return found.toList().stream().map(UnitEntry::hsaId).toList();
    }

    private static FakeSource without(FakeSource source, String dn, String attribute) {
        source.entries.replaceAll(
                it ->
                        it.name().equals(dn)
                                ? RawEntry.of(
                                        dn,
                                        it.attributes().stream()
                                                .filter(each -> !each.name().equals(attribute))
                                                .toList())
                                : it);
        return source;
    }

    private static void move(FakeSource source, String from, String to) {
        source.entries.replaceAll(
                it -> it.name().equals(from) ? RawEntry.of(to, it.attributes()) : it);
    }
}
