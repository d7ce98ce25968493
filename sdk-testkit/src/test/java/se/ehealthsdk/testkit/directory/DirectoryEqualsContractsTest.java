package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.SearchScope;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * The same people and units, asked for through the service contracts and over LDAP: the answers are equal, for all of
 * them, seen as ordinary callers see them and with everything that is marked.
 */
class DirectoryEqualsContractsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    /** Units with and without others below them; a care provider is a unit to a directory and to the stand-in not. */
    private static final List<HsaId> SECTORS =
            Stream.of("SJ01", "VE01", "VE09")
                    .map(it -> HsaId.of("TSTNMT2321000156-" + it))
                    .toList();

    private static final HsaId NOBODY = HsaId.of("TSTNMT2321000156-NOBODY");

    private static NationalServices services;
    private static RivtaClient platform;
    private static LdapConnection connection;
    private static HsaClient client;
    private static HsaDirectory directory;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        platform = services.client();
        connection =
                LdapConnection.builder(LdapServer.parse(services.directory().url().toString()))
                        .trust(TrustAnchors.of(services.pki().trustedRoots()))
                        .credential(services.credential())
                        .open();
        client = HsaClient.builder(platform).withoutLimits().build();
        directory = HsaDirectory.on(connection);
    }

    @AfterAll
    static void stop() {
        connection.close();
        platform.close();
        services.close();
    }

    /** Two ways to the same facts. */
    private record Ways(
            String name, HsaClient client, HsaDirectory directory, boolean protectedToo) {

        Optional<Employee> employee(HsaId person) {
            return protectedToo
                    ? client.employeeIncludingProtectedPerson(person)
                    : client.employee(person);
        }

        List<Employee> employees(PersonId person) {
            return protectedToo
                    ? client.employeesIncludingProtectedPerson(person)
                    : client.employees(person);
        }

        Optional<Credentials> credentials(HsaId person) {
            return protectedToo
                    ? client.credentialsIncludingProtectedPerson(person)
                    : client.credentials(person);
        }

        List<Credentials> credentials(PersonId person) {
            return protectedToo
                    ? client.credentialsIncludingProtectedPerson(person)
                    : client.credentials(person);
        }

        List<Employee> commissionMembers(HsaId unit, CommissionPurpose purpose) {
            return protectedToo
                    ? client.commissionMembersIncludingProtectedPerson(unit, purpose)
                    : client.commissionMembers(unit, purpose);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Ordinary callers, and those who ask for what is marked. The contracts tell of archived units to all. */
    static Stream<Ways> ways() {
        return Stream.of(
                new Ways("ordinary", client, directory, false),
                new Ways(
                        "with fictitious and archived",
                        client.includingFeigned(),
                        directory.includingFeigned().includingArchived(),
                        false),
                new Ways(
                        "with protected people",
                        client,
                        directory.includingProtectedPeople(),
                        true),
                new Ways(
                        "with all",
                        client.includingFeigned(),
                        directory.includingFeigned().includingArchived().includingProtectedPeople(),
                        true));
    }

    static Stream<Arguments> waysAndPosts() {
        return ways().flatMap(way -> posts().map(post -> Arguments.of(way, post)));
    }

    static Stream<Arguments> waysAndUnits() {
        return ways().flatMap(way -> units().map(unit -> Arguments.of(way, unit)));
    }

    static Stream<Arguments> waysAndPeople() {
        return ways().flatMap(
                        way -> hsa().personas().stream().map(person -> Arguments.of(way, person)));
    }

    private static HsaStandIn hsa() {
        return services.hsa();
    }

    private static Stream<HsaId> posts() {
        return Stream.concat(
                hsa().personas().stream().flatMap(it -> it.hsaIds().stream()), Stream.of(NOBODY));
    }

    /** Units and care providers. */
    private static Stream<HsaId> units() {
        return Stream.of(
                        hsa().units().stream().map(DirectoryUnit::hsaId),
                        hsa().careProviders().stream().map(it -> it.hsaId()),
                        Stream.of(NOBODY))
                .flatMap(it -> it);
    }

    private static Stream<CommissionPurpose> purposes() {
        return hsa().commissions().stream().map(it -> it.purpose()).distinct();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndPosts")
    void employeeAndCredentials_byHsaId_areEqual(Ways way, HsaId post) {
        assertThat(way.directory().employee(post)).isEqualTo(way.employee(post));
        assertThat(sorted(way.directory().credentials(post)))
                .isEqualTo(sorted(way.credentials(post)));
        HsaId otherCase = HsaId.of(post.value().toLowerCase(Locale.ROOT));
        assertThat(way.directory().employee(otherCase)).isEqualTo(way.employee(post));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndPeople")
    void employeesAndCredentials_byPersonId_areEqual(Ways way, Persona person) {
        PersonId number = person.personId();

        assertThat(way.directory().employees(number))
                .containsExactlyInAnyOrderElementsOf(way.employees(number));
        assertThat(way.directory().credentials(number).stream().map(it -> sorted(it)))
                .containsExactlyInAnyOrderElementsOf(
                        way.credentials(number).stream().map(it -> sorted(it)).toList());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndPosts")
    void credentials_withPersonalIdentity_areThoseOfProfileExtended1(Ways way, HsaId post) {
        GetCredentials request = GetCredentials.of(post).profile(CredentialsProfile.EXTENDED1);
        GetCredentials scoped =
                way.name().contains("fictitious") || way.name().contains("all")
                        ? request.within(SearchScope.ALL.includingFeigned())
                        : request;
        List<Credentials> told =
                way.protectedToo()
                        ? way.client().credentialsIncludingProtectedPerson(scoped)
                        : way.client().credentials(scoped);

        assertThat(sorted(way.directory().includingPersonalIdentity().credentials(post)))
                .isEqualTo(sorted(told.stream().findFirst()));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndPosts")
    void activeCommissions_areEqual(Ways way, HsaId post) {
        purposes()
                .forEach(
                        purpose -> {
                            assertThat(way.directory().activeCommissions(post, purpose, NOW))
                                    .containsExactlyInAnyOrderElementsOf(
                                            way.protectedToo()
                                                    ? way.client()
                                                            .activeCommissionsIncludingProtectedPerson(
                                                                    post, purpose, NOW)
                                                    : way.client()
                                                            .activeCommissions(post, purpose, NOW));
                        });
    }

    /** The two ends, since each of these asks twice. */
    static Stream<Arguments> endsAndPosts() {
        return ways().filter(it -> it.name().equals("ordinary") || it.name().equals("with all"))
                .flatMap(way -> posts().map(post -> Arguments.of(way, post)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("endsAndPosts")
    void authorisation_isEqual(Ways way, HsaId post) {
        CommissionPurpose care = CommissionPurpose.CARE_AND_TREATMENT;
        units().forEach(
                        unit ->
                                assertThat(way.directory().authorisedFor(post, unit, care, NOW))
                                        .as("%s at %s", post, unit)
                                        .isEqualTo(
                                                way.protectedToo()
                                                        ? way.client()
                                                                .authorisedForIncludingProtectedPerson(
                                                                        post, unit, care, NOW)
                                                        : way.client()
                                                                .authorisedFor(
                                                                        post, unit, care, NOW)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndUnits")
    void unit_isEqual(Ways way, HsaId unit) {
        if (hsa().units().stream().noneMatch(it -> it.hsaId().equals(unit))) {
            // a care provider is an entry as others are; the stand-in's contracts know it as
            // provider alone
            return;
        }
        assertThat(way.directory().unit(unit).map(UnitEntry::unit))
                .isEqualTo(way.client().unit(unit));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndUnits")
    void careStructure_isEqual(Ways way, HsaId unit) {
        HsaDirectory ours = way.directory();
        HsaClient theirs = way.client();

        assertThat(ours.careUnitOf(unit)).isEqualTo(theirs.careUnitOf(unit));
        assertThat(members(ours.careUnitMembers(unit)))
                .isEqualTo(members(theirs.careUnitMembers(unit)));
        assertThat(list(ours.careUnits(unit))).isEqualTo(list(theirs.careUnits(unit)));
        assertThat(ours.careProvider(unit)).isEqualTo(theirs.careProvider(unit));
        SECTORS.forEach(
                top ->
                        assertThat(ours.isWithinSector(unit, top))
                                .as("%s within %s", unit, top)
                                .isEqualTo(theirs.isWithinSector(unit, top)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndUnits")
    void manager_unlessProtected_isEqual(Ways way, HsaId unit) {
        Optional<HealthCareUnit> theirs = way.client().careUnitWithManagerOf(unit);
        boolean told =
                theirs.flatMap(HealthCareUnit::managerHsaId)
                        .map(it -> way.employee(it).isPresent())
                        .orElse(true);

        assertThat(way.directory().careUnitWithManagerOf(unit))
                .isEqualTo(told ? theirs : way.client().careUnitOf(unit));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("waysAndUnits")
    void commissionMembers_areEqual(Ways way, HsaId unit) {
        purposes()
                .forEach(
                        purpose ->
                                assertThat(way.directory().commissionMembers(unit, purpose))
                                        .containsExactlyInAnyOrderElementsOf(
                                                way.commissionMembers(unit, purpose)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void careProviders_byOrganisationNumber_areEqual(Ways way) {
        Stream.concat(
                        hsa().careProviders().stream()
                                .map(it -> it.organisationNumber().orElseThrow()),
                        Stream.of(OrganisationNumber.of("556000-9999")))
                .distinct()
                .forEach(
                        number ->
                                assertThat(way.directory().careProviders(number))
                                        .containsExactlyInAnyOrderElementsOf(
                                                way.client().careProviders(number)));
    }

    @Test
    void answers_areNotAllEmpty() {
        assertThat(directory.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        assertThat(directory.employee(Persona.PROTECTED_EK.hsaId())).isEmpty();
        assertThat(directory.employee(Persona.FEIGNED_TEST.hsaId())).isEmpty();
        assertThat(directory.credentials(Persona.DR_LINDGREN.hsaId()).orElseThrow().commissions())
                .hasSize(4);
        assertThat(
                        directory
                                .careUnitMembers(HsaId.of("TSTNMT2321000156-VE01"))
                                .orElseThrow()
                                .members())
                .hasSize(2);
        assertThat(
                        directory.commissionMembers(
                                HsaId.of("TSTNMT2321000156-VE01"),
                                CommissionPurpose.CARE_AND_TREATMENT))
                .hasSize(2);
    }

    // lists in answers have no certain order

    private static Optional<Credentials> sorted(Optional<Credentials> found) {
        return found.map(it -> sorted(it));
    }

    private static Credentials sorted(Credentials it) {
        return new Credentials(
                it.hsaId(),
                it.givenName(),
                it.middleAndSurname(),
                it.personalIdentity(),
                sorted(it.licences(), text -> text),
                sorted(it.licenceCodes(), text -> text),
                it.specialities(),
                it.occupationalCodes(),
                it.hospIdentityNumber(),
                it.personalPrescriptionCode(),
                it.groupPrescriptionCodes(),
                it.nursePrescriptionRights(),
                it.systemRoles(),
                it.paTitleCodes(),
                it.protectedPerson(),
                sorted(it.commissions(), Commission::hsaId),
                it.feigned());
    }

    private static Optional<HealthCareUnitMembers> members(Optional<HealthCareUnitMembers> found) {
        return found.map(
                it ->
                        new HealthCareUnitMembers(
                                it.unit(),
                                it.details(),
                                it.provider(),
                                it.providerDetails(),
                                sorted(it.members(), member -> member.hsaId())));
    }

    private static Optional<HealthCareUnitList> list(Optional<HealthCareUnitList> found) {
        return found.map(
                it ->
                        new HealthCareUnitList(
                                it.provider(), sorted(it.units(), unit -> unit.hsaId())));
    }

    private static <T, K extends Comparable<? super K>> List<T> sorted(
            Collection<T> all, Function<T, K> key) {
        return all.stream().sorted(Comparator.comparing(key)).toList();
    }
}
