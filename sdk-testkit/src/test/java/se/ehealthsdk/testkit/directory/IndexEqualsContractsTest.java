package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.contactcard.ContactCard;
import se.ehealthsdk.hsa.contactcard.ContactCardCheck;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;
import se.ehealthsdk.hsa.supportandtreatment.SupportAndTreatmentFacts;
import se.ehealthsdk.hsa.supportandtreatment.SupportAndTreatmentReadiness;
import se.ehealthsdk.hsa.unitfile.UnitFileClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;

/** An index of what the directory says, and one of the night's file, against the contracts. */
class IndexEqualsContractsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final HsaId NOBODY = HsaId.of("TSTNMT2321000156-NOBODY");

    @TempDir static Path home;

    private static NationalServices services;
    private static RivtaClient platform;
    private static HsaClient client;
    private static UnitIndex ofLdap;
    private static UnitIndex ofFile;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        platform = services.client();
        client = HsaClient.builder(platform).withoutLimits().build();
        try (LdapConnection connection =
                LdapConnection.builder(LdapServer.parse(services.directory().url().toString()))
                        .trust(TrustAnchors.of(services.pki().trustedRoots()))
                        .credential(services.credential())
                        .open()) {
            ofLdap =
                    UnitIndex.of(
                                    HsaDirectory.on(connection)
                                            .includingArchived()
                                            .includingFeigned()
                                            .includingHidden()
                                            .units(UnitSearch.all()),
                                    "directory",
                                    NOW)
                            // the contracts tell of archived units to all
                            .including(EntryMark.ARCHIVED);
        }
        try (UnitFileClient files =
                UnitFileClient.of(
                                services.unitFile().url(),
                                services.credential(),
                                TrustAnchors.of(services.pki().trustedRoots()))
                        .build()) {
            UnitFileClient.Fetched fetched = files.fetch(home.resolve("hsaunits.zip"));
            assertThat(fetched.isNew()).isTrue();
            assertThat(Files.exists(home.resolve("hsaunits.zip"))).isTrue();
            ofFile = fetched.file().index(fetched.modified()).including(EntryMark.ARCHIVED);
            assertThat(files.fetch(home.resolve("hsaunits.zip")).isNew()).isFalse();
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
        services.close();
    }

    static Stream<HsaId> units() {
        return Stream.of(
                        services.hsa().units().stream().map(DirectoryUnit::hsaId),
                        services.hsa().careProviders().stream().map(it -> it.hsaId()),
                        Stream.of(NOBODY))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("units")
    void ofTheDirectory_answersAreEqual(HsaId unit) {
        if (services.hsa().units().stream().anyMatch(it -> it.hsaId().equals(unit))) {
            assertThat(ofLdap.unit(unit).map(UnitEntry::unit)).isEqualTo(client.unit(unit));
        }
        assertThat(ofLdap.careUnitOf(unit)).isEqualTo(client.careUnitOf(unit));
        assertThat(ofLdap.careProvider(unit)).isEqualTo(client.careProvider(unit));
        assertThat(ofLdap.careUnitMembers(unit).map(HealthCareUnitMembers::details))
                .isEqualTo(client.careUnitMembers(unit).map(HealthCareUnitMembers::details));
        assertThat(members(ofLdap.careUnitMembers(unit)))
                .isEqualTo(members(client.careUnitMembers(unit)));
        assertThat(careUnits(ofLdap.careUnits(unit))).isEqualTo(careUnits(client.careUnits(unit)));
    }

    /** The file knows of no telephones and addresses; of structure it knows all. */
    @ParameterizedTest
    @MethodSource("units")
    void ofTheFile_answersAboutCareStructureAreEqual(HsaId unit) {
        assertThat(ofFile.careUnitOf(unit)).isEqualTo(client.careUnitOf(unit));
        assertThat(ofFile.careProvider(unit)).isEqualTo(client.careProvider(unit));
        assertThat(members(ofFile.careUnitMembers(unit)))
                .isEqualTo(members(client.careUnitMembers(unit)));
        assertThat(careUnits(ofFile.careUnits(unit))).isEqualTo(careUnits(client.careUnits(unit)));
        assertThat(ofFile.climb(unit))
                .isEqualTo(
                        ofLdap.climb(unit).stream()
                                .filter(
                                        it ->
                                                it.equals(UnitIndex.ROOT)
                                                        || ofFile.unit(it).isPresent())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("units")
    void careProviders_areEqual(HsaId provider) {
        Optional<OrganisationNumber> number =
                client.careProvider(provider).flatMap(it -> it.organisationNumber());
        if (number.isPresent()) {
            List<?> theirs = client.careProviders(number.get());
            assertThat(ofLdap.careProviders(number.get()).toArray())
                    .containsExactlyInAnyOrder(theirs.toArray());
            assertThat(ofFile.careProviders(number.get()).toArray())
                    .containsExactlyInAnyOrder(theirs.toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void checksOnTop_findTheSame(HsaId unit) {
        if (client.unit(unit).isEmpty()) {
            return;
        }
        assertThat(ContactCard.of(ofLdap.unit(unit).orElseThrow(), NOW))
                .isEqualTo(ContactCard.of(client.unit(unit).orElseThrow(), NOW));
        ContactCardCheck check = ContactCardCheck.standard();
        Set<String> onlyTheDirectoryKnows =
                Set.of(
                        "CARD_UNIT_MARKED",
                        "CARD_VALUE_UNREADABLE",
                        "CARD_HOSPITAL_WITHIN_HOSPITAL");
        assertThat(
                        check.check(ofLdap, unit, NOW).findings().stream()
                                .filter(it -> !onlyTheDirectoryKnows.contains(it.code()))
                                .toList())
                .isEqualTo(check.check(client, unit, NOW).findings());
        assertThat(codes(SupportAndTreatmentFacts.fetch(ofLdap, unit)))
                .isEqualTo(codes(SupportAndTreatmentFacts.fetch(client, unit)))
                .isEqualTo(codes(SupportAndTreatmentFacts.fetch(ofFile, unit)));
    }

    private static List<String> codes(SupportAndTreatmentFacts facts) {
        return SupportAndTreatmentReadiness.check(facts, NOW).findings().stream()
                .map(ReadinessFinding::code)
                .toList();
    }

    private static Optional<Set<HsaId>> members(Optional<HealthCareUnitMembers> told) {
        return told.map(
                it -> it.members().stream().map(CareUnitMember::hsaId).collect(Collectors.toSet()));
    }

    private static Optional<Set<UnitSummary>> careUnits(Optional<HealthCareUnitList> told) {
        return told.map(it -> Set.copyOf(it.units()));
    }
}
