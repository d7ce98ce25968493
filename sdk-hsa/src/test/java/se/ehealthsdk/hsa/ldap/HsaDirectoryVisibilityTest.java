package se.ehealthsdk.hsa.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.CARE_UNIT;
import static se.ehealthsdk.hsa.ldap.DirectoryFixture.CARE_UNIT_DN;
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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.directory.Reported;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;

/** What carries a mark is told of by no question that did not ask for it, whatever the server gives. */
class HsaDirectoryVisibilityTest {

    private static final CommissionPurpose CARE = CommissionPurpose.CARE_AND_TREATMENT;
    private static final PersonId NUMBER = PersonId.parse("191212121212");

    private record Mark(
            String name, String attribute, String value, UnaryOperator<HsaDirectory> asked) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Mark> FOR_ALL =
            List.of(
                    new Mark(
                            "hidden", "objectClass", "hiddenObject", HsaDirectory::includingHidden),
                    new Mark(
                            "archived",
                            "objectClass",
                            "HSAARCHIVEDOBJECT",
                            HsaDirectory::includingArchived),
                    new Mark(
                            "feigned",
                            "objectClass",
                            "hsaFeignedObject",
                            HsaDirectory::includingFeigned),
                    new Mark(
                            "feigned data",
                            "objectClass",
                            "hsaFeignedDataObject",
                            HsaDirectory::includingFeigned));

    private static final List<Mark> FOR_PEOPLE =
            Stream.concat(
                            FOR_ALL.stream(),
                            Stream.of(
                                    new Mark(
                                            "confidential",
                                            "objectClass",
                                            "hsaConfidentialPerson",
                                            HsaDirectory::includingProtectedPeople),
                                    new Mark(
                                            "protected class",
                                            "objectClass",
                                            "hsaProtectedPerson",
                                            HsaDirectory::includingProtectedPeople),
                                    new Mark(
                                            "protected by any value",
                                            "hsaProtectedPerson",
                                            "Nej",
                                            HsaDirectory::includingProtectedPeople)))
                    .toList();

    /** Each question that could tell of the person, as the HSA-ids of the people that it tells of. */
    private static Map<String, Function<HsaDirectory, List<HsaId>>> aboutPeople() {
        Map<String, Function<HsaDirectory, List<HsaId>>> all = new LinkedHashMap<>();
        all.put("employee", it -> it.employee(DOCTOR).stream().map(Employee::hsaId).toList());
        all.put("employees", it -> it.employees(NUMBER).stream().map(Employee::hsaId).toList());
        all.put("person", it -> it.person(DOCTOR).stream().map(PersonEntry::hsaId).toList());
        all.put("credentials", it -> it.credentials(DOCTOR).stream().map(c -> c.hsaId()).toList());
        all.put(
                "credentials by number",
                it -> it.credentials(NUMBER).stream().map(c -> c.hsaId()).toList());
        all.put(
                "people",
                it ->
                        it.people(PersonSearch.all()).toList().stream()
                                .map(PersonEntry::hsaId)
                                .toList());
        all.put(
                "people by name",
                it ->
                        it.people(PersonSearch.all().named("lindgren")).toList().stream()
                                .map(PersonEntry::hsaId)
                                .toList());
        all.put(
                "commissionMembers",
                it -> it.commissionMembers(CARE_UNIT, CARE).stream().map(Employee::hsaId).toList());
        all.put(
                "members of commissions",
                it ->
                        it.commissions(CARE_UNIT).stream()
                                .flatMap(c -> c.members().stream())
                                .map(m -> m.person())
                                .toList());
        all.put(
                "manager",
                it ->
                        it.careUnitWithManagerOf(CARE_UNIT).stream()
                                .flatMap(u -> u.managerHsaId().stream())
                                .toList());
        return all;
    }

    static Stream<Arguments> questionsAndMarksOfPeople() {
        return FOR_PEOPLE.stream()
                .flatMap(
                        mark ->
                                aboutPeople().entrySet().stream()
                                        .map(it -> Arguments.of(mark, it.getKey(), it.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("questionsAndMarksOfPeople")
    void person_marked_isToldOfOnlyWhenAskedFor(
            Mark mark, String name, Function<HsaDirectory, List<HsaId>> question) {
        for (boolean rude : List.of(false, true)) {
            FakeSource plain = source();
            plain.rude = rude;
            assertThat(question.apply(directory(plain))).containsExactly(DOCTOR);

            FakeSource marked = with(source(), DOCTOR_DN, mark.attribute(), mark.value());
            marked.rude = rude;
            HsaDirectory directory = directory(marked);
            assertThat(question.apply(directory)).isEmpty();
            for (Mark other : FOR_PEOPLE) {
                if (!asksFor(other, mark)) {
                    assertThat(question.apply(other.asked().apply(directory))).isEmpty();
                }
            }
            assertThat(question.apply(mark.asked().apply(directory))).containsExactly(DOCTOR);
            Reported<List<HsaId>> reported = directory.withReport(question);
            assertThat(reported.report().withheld()).isPositive();
        }
    }

    private static boolean asksFor(Mark one, Mark other) {
        return one.name().split(" ")[0].equals(other.name().split(" ")[0])
                || isProtection(one) && isProtection(other);
    }

    private static boolean isProtection(Mark mark) {
        return !FOR_ALL.contains(mark);
    }

    /** Each question that could tell of a unit, as the HSA-ids of the units that it tells of. */
    private static Map<String, Function<HsaDirectory, List<HsaId>>> aboutMember() {
        Map<String, Function<HsaDirectory, List<HsaId>>> all = new LinkedHashMap<>();
        all.put("unit", it -> it.unit(MEMBER).stream().map(UnitEntry::hsaId).toList());
        all.put(
                "at",
                it ->
                        it.at(DistinguishedName.of(MEMBER_DN)).stream()
                                .map(UnitEntry::hsaId)
                                .toList());
        all.put(
                "units",
                it ->
                        it.units(UnitSearch.all().named("barnavård")).toList().stream()
                                .map(UnitEntry::hsaId)
                                .toList());
        all.put(
                "units below",
                it ->
                        it
                                .units(UnitSearch.all().below(DistinguishedName.of(CARE_UNIT_DN)))
                                .toList()
                                .stream()
                                .map(UnitEntry::hsaId)
                                .toList());
        all.put("children", it -> it.children(CARE_UNIT).stream().map(UnitEntry::hsaId).toList());
        all.put(
                "path",
                it ->
                        it.path(MEMBER).stream()
                                .map(UnitEntry::hsaId)
                                .filter(MEMBER::equals)
                                .toList());
        all.put(
                "careUnitOf",
                it ->
                        it.careUnitOf(MEMBER).stream()
                                .flatMap(u -> u.member().stream())
                                .map(u -> u.hsaId())
                                .toList());
        all.put(
                "careUnitMembers",
                it ->
                        it.careUnitMembers(CARE_UNIT).stream()
                                .flatMap(u -> u.members().stream())
                                .map(u -> u.hsaId())
                                .toList());
        return all;
    }

    static Stream<Arguments> questionsAndMarksOfUnits() {
        return FOR_ALL.stream()
                .flatMap(
                        mark ->
                                aboutMember().entrySet().stream()
                                        .map(it -> Arguments.of(mark, it.getKey(), it.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("questionsAndMarksOfUnits")
    void unit_marked_isToldOfOnlyWhenAskedFor(
            Mark mark, String name, Function<HsaDirectory, List<HsaId>> question) {
        for (boolean rude : List.of(false, true)) {
            FakeSource plain = source();
            plain.rude = rude;
            assertThat(question.apply(directory(plain))).containsExactly(MEMBER);

            FakeSource marked = with(source(), MEMBER_DN, mark.attribute(), mark.value());
            marked.rude = rude;
            HsaDirectory directory = directory(marked);
            assertThat(question.apply(directory)).isEmpty();
            assertThat(question.apply(mark.asked().apply(directory))).containsExactly(MEMBER);
        }
    }

    /** Each question whose answer rests on the care unit. */
    private static Map<String, Function<HsaDirectory, List<?>>> aboutCareUnit() {
        Map<String, Function<HsaDirectory, List<?>>> all = new LinkedHashMap<>();
        all.put("careUnitOf a member", it -> it.careUnitOf(MEMBER).stream().toList());
        all.put("careUnitOf itself", it -> it.careUnitOf(CARE_UNIT).stream().toList());
        all.put("providerOf a member", it -> it.providerOf(MEMBER).stream().toList());
        all.put("careUnitMembers", it -> it.careUnitMembers(CARE_UNIT).stream().toList());
        all.put("careUnits", it -> it.careUnits(PROVIDER).orElseThrow().units());
        all.put("commissionsOf", it -> it.commissionsOf(DOCTOR, NOW));
        all.put("activeCommissions", it -> it.activeCommissions(DOCTOR, CARE, NOW));
        all.put("commissions", it -> it.commissions(CARE_UNIT));
        all.put("commissionMembers", it -> it.commissionMembers(CARE_UNIT, CARE));
        all.put(
                "children of the region",
                it ->
                        it.children(PROVIDER).stream()
                                .map(UnitEntry::hsaId)
                                .filter(CARE_UNIT::equals)
                                .toList());
        all.put(
                "path of a member",
                it ->
                        it.path(MEMBER).stream()
                                .map(UnitEntry::hsaId)
                                .filter(CARE_UNIT::equals)
                                .toList());
        return all;
    }

    static Stream<Arguments> questionsAndMarksOfCareUnits() {
        return FOR_ALL.stream()
                .flatMap(
                        mark ->
                                aboutCareUnit().entrySet().stream()
                                        .map(it -> Arguments.of(mark, it.getKey(), it.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("questionsAndMarksOfCareUnits")
    void careUnit_marked_countsOnlyWhenAskedFor(
            Mark mark, String name, Function<HsaDirectory, List<?>> question) {
        for (boolean rude : List.of(false, true)) {
            FakeSource marked = with(source(), CARE_UNIT_DN, mark.attribute(), mark.value());
            marked.rude = rude;
            HsaDirectory directory = directory(marked);

            assertThat(question.apply(directory)).isEmpty();
            if (!name.equals("activeCommissions") || !mark.name().equals("archived")) {
                assertThat(question.apply(mark.asked().apply(directory))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("marks")
    void children_belowUnitNotToldOf_areOfTheOneAbove(Mark mark) {
        FakeSource marked = with(source(), CARE_UNIT_DN, mark.attribute(), mark.value());
        HsaDirectory directory = directory(marked);

        assertThat(directory.children(PROVIDER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(MEMBER);
        assertThat(directory.path(MEMBER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(PROVIDER, MEMBER);
        assertThat(mark.asked().apply(directory).children(PROVIDER))
                .extracting(UnitEntry::hsaId)
                .containsExactly(CARE_UNIT);
    }

    static Stream<Arguments> marks() {
        return FOR_ALL.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("marks")
    void provider_marked_countsOnlyWhenAskedFor(Mark mark) {
        List<Function<HsaDirectory, List<?>>> questions =
                List.of(
                        it -> it.careProvider(PROVIDER).stream().toList(),
                        it -> it.careProviders(OrganisationNumber.of("2321000156")),
                        it -> it.careUnits(PROVIDER).stream().toList(),
                        it -> it.providerOf(CARE_UNIT).stream().toList(),
                        it -> it.careUnitOf(MEMBER).stream().toList(),
                        it -> it.commissionsOf(DOCTOR, NOW));
        for (boolean rude : List.of(false, true)) {
            FakeSource marked = with(source(), REGION_DN, mark.attribute(), mark.value());
            marked.rude = rude;
            HsaDirectory directory = directory(marked);
            for (Function<HsaDirectory, List<?>> question : questions) {
                assertThat(question.apply(directory)).isEmpty();
                assertThat(question.apply(mark.asked().apply(directory))).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("marks")
    void commission_marked_countsOnlyWhenAskedFor(Mark mark) {
        List<Function<HsaDirectory, List<?>>> questions =
                List.of(
                        it -> it.commissionsOf(DOCTOR, NOW),
                        it -> it.commissions(CARE_UNIT),
                        it -> it.commissionMembers(CARE_UNIT, CARE));
        for (boolean rude : List.of(false, true)) {
            FakeSource marked = with(source(), COMMISSION_DN, mark.attribute(), mark.value());
            marked.rude = rude;
            HsaDirectory directory = directory(marked);
            for (Function<HsaDirectory, List<?>> question : questions) {
                assertThat(question.apply(directory)).isEmpty();
                assertThat(question.apply(mark.asked().apply(directory))).hasSize(1);
            }
        }
    }

    @Test
    void unit_ordinarily_namesNoManager() {
        HsaDirectory directory = directory(source());

        assertThat(directory.unit(CARE_UNIT).orElseThrow().care().manager()).isEmpty();
        assertThat(directory.units(UnitSearch.all()).toList())
                .allMatch(it -> it.care().manager().isEmpty());
        assertThat(directory.path(MEMBER)).allMatch(it -> it.care().manager().isEmpty());
        assertThat(directory.children(PROVIDER)).allMatch(it -> it.care().manager().isEmpty());
        assertThat(directory.at(DistinguishedName.of(CARE_UNIT_DN)).orElseThrow().care().manager())
                .isEmpty();
        assertThat(
                        directory
                                .includingProtectedPeople()
                                .unit(CARE_UNIT)
                                .orElseThrow()
                                .care()
                                .manager())
                .contains(DOCTOR);
    }

    @Test
    void person_whoseEntryTheServerKeepsBack_isNamedByNoRelation() {
        FakeSource source = source();
        source.entries.removeIf(it -> it.name().equals(DOCTOR_DN));
        HsaDirectory directory = directory(source);

        assertThat(directory.careUnitWithManagerOf(CARE_UNIT).orElseThrow().managerHsaId())
                .isEmpty();
        assertThat(directory.commissions(CARE_UNIT))
                .singleElement()
                .extracting(CommissionEntry::members)
                .isEqualTo(List.of());
    }

    @Test
    void entry_withoutObjectClasses_isNeverToldOf() {
        FakeSource source = new FakeSource();
        source.rude = true;
        source.add("ou=Ängen,c=SE", "hsaIdentity", "TST-VE1", "ou", "Ängen");
        source.add("cn=Åsa,c=SE", "hsaIdentity", "TST-P1", "sn", "Lindgren");
        HsaDirectory directory = directory(source);

        assertThat(directory.unit(CARE_UNIT)).isEmpty();
        assertThat(directory.employee(DOCTOR)).isEmpty();
        var units = directory.units(UnitSearch.all());
        assertThat(units.toList()).isEmpty();
        assertThat(units.report().skipped()).isEqualTo(2);
        // not whose: it may be that of somebody protected
        assertThat(units.report().problems())
                .hasSize(2)
                .allSatisfy(
                        it -> {
                            assertThat(it.attribute()).isEqualTo("objectClass");
                            assertThat(it.entry()).isEmpty();
                        });
    }

    @Test
    void person_withTwoEntriesOfWhichOneIsProtected_isProtected() {
        FakeSource source = source();
        source.add(
                "cn=Annan," + REGION_DN,
                "objectClass",
                "person",
                "objectClass",
                "hsaConfidentialPerson",
                "hsaIdentity",
                "tst-p1",
                "sn",
                "Annan");
        HsaDirectory directory = directory(source);

        assertThat(directory.employee(DOCTOR)).isEmpty();
        assertThat(directory.credentials(DOCTOR)).isEmpty();
        assertThat(directory.includingProtectedPeople().employee(DOCTOR)).isPresent();
    }

    @Test
    void people_neverAreUnitsAndUnitsNeverPeople() {
        FakeSource source = source();
        source.rude = true;
        HsaDirectory directory = directory(source);

        assertThat(directory.unit(DOCTOR)).isEmpty();
        assertThat(directory.employee(CARE_UNIT)).isEmpty();
        assertThat(directory.units(UnitSearch.all()).toList())
                .extracting(UnitEntry::hsaId)
                .containsExactlyInAnyOrder(PROVIDER, CARE_UNIT, MEMBER);
        assertThat(directory.people(PersonSearch.all()).toList())
                .extracting(PersonEntry::hsaId)
                .containsExactly(DOCTOR);
    }

    @Test
    void identity_unlessAskedFor_isNeitherAskedForNorTold() {
        FakeSource source = source();
        HsaDirectory directory = directory(source);
        directory.credentials(DOCTOR);
        directory.people(PersonSearch.all()).toList();
        assertThat(source.asked)
                .noneMatch(it -> it.attributes().contains("personalIdentityNumber"));

        source.rude = true;
        assertThat(directory.credentials(DOCTOR).orElseThrow().personalIdentity()).isEmpty();
        assertThat(directory.credentials(NUMBER).get(0).personalIdentity()).isEmpty();
        assertThat(directory.people(PersonSearch.all()).toList().get(0).credentials())
                .matches(it -> it.personalIdentity().isEmpty());
        assertThat(
                        directory
                                .includingPersonalIdentity()
                                .credentials(DOCTOR)
                                .orElseThrow()
                                .personalIdentity())
                .isPresent();
    }

    @Test
    void commission_atAMarkedUnit_isWithheldAndCounted() {
        HsaDirectory directory =
                directory(with(source(), CARE_UNIT_DN, "objectClass", "hsaFeignedObject"));

        Reported<List<Commission>> told = directory.withReport(it -> it.commissionsOf(DOCTOR, NOW));

        assertThat(told.answer()).isEmpty();
        assertThat(told.report().withheld()).isEqualTo(1);
    }
}
