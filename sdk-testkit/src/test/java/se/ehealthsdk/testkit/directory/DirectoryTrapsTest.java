package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.Reported;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** What stands in real directories, asked for over LDAP with small pages. */
class DirectoryTrapsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final DistinguishedName REGION = DistinguishedName.of("o=Region Påhitt,c=SE");

    private static NationalServices services;
    private static LdapConnection connection;
    private static HsaDirectory directory;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        services.directory().addTraps();
        connection =
                LdapConnection.builder(LdapServer.parse(services.directory().url().toString()))
                        .trust(TrustAnchors.of(services.pki().trustedRoots()))
                        .credential(services.credential())
                        .pageSize(2)
                        .open();
        directory = HsaDirectory.on(connection);
    }

    @AfterAll
    static void stop() {
        connection.close();
        services.close();
    }

    private static HsaId trap(int number) {
        return HsaId.of("TSTNMT2321000156-TRP" + number);
    }

    @Test
    void markedUnits_areToldOfOnlyWhenAskedFor() {
        List<HsaId> ordinary = ids(directory.units(UnitSearch.all()));

        assertThat(ordinary).doesNotContain(trap(1), trap(2), trap(3)).contains(trap(4), trap(5));
        assertThat(ids(directory.includingHidden().units(UnitSearch.all()))).contains(trap(1));
        assertThat(ids(directory.includingArchived().units(UnitSearch.all()))).contains(trap(2));
        assertThat(ids(directory.includingFeigned().units(UnitSearch.all()))).contains(trap(3));
        assertThat(directory.unit(trap(1))).isEmpty();
        assertThat(directory.includingHidden().unit(trap(1))).isPresent();
    }

    @Test
    void unitBelowWhatHasNoHsaId_isAChildOfWhatIsAbove() {
        HsaId provider = HsaId.of("TSTNMT2321000156-VG01");

        assertThat(directory.children(provider)).extracting(UnitEntry::hsaId).contains(trap(5));
        assertThat(directory.path(trap(5)))
                .extracting(UnitEntry::hsaId)
                .containsExactly(provider, trap(5));
    }

    @Test
    void twins_areOneUnitAndReported() {
        Reported<Optional<UnitEntry>> told = directory.withReport(it -> it.unit(trap(6)));

        assertThat(told.answer()).isPresent();
        assertThat(told.report().problems())
                .anySatisfy(it -> assertThat(it.problem()).contains("2 entries"));
    }

    @Test
    void careUnitsThatAreMembersOfOneAnother_answer() {
        assertThat(directory.careUnitOf(trap(7)).orElseThrow().unitIsHealthCareUnit()).isTrue();
        assertThat(directory.careUnitMembers(trap(7)).orElseThrow().members())
                .extracting(it -> it.hsaId())
                .containsExactly(trap(8));
        assertThat(directory.careUnitMembers(trap(4)).orElseThrow().members()).isEmpty();
    }

    @Test
    void nameFullOfSpecialSigns_isFoundAndLookedBelow() {
        UnitEntry unit = directory.unit(trap(9)).orElseThrow();

        assertThat(directory.at(unit.name()).map(UnitEntry::hsaId)).contains(trap(9));
        assertThat(ids(directory.units(UnitSearch.all().below(unit.name()))))
                .containsExactly(trap(10));
        assertThat(directory.children(trap(9)))
                .extracting(UnitEntry::hsaId)
                .containsExactly(trap(10));
        assertThat(ids(directory.units(UnitSearch.all().named("*)(objectClass="))))
                .containsExactly(trap(9));
        assertThat(ids(directory.units(UnitSearch.all().named("*)(objectClass=*)")))).isEmpty();
    }

    @Test
    void commissionOfSomeoneWhoseHsaIdBeginsAlike_isNotTheirs() {
        assertThat(directory.commissionsOf(Persona.DR_LINDGREN.hsaId(), NOW))
                .extracting(Commission::hsaId)
                .hasSize(4)
                .doesNotContain(trap(11));
    }

    @Test
    void sizeLimit_ofASearch_isSaid() {
        services.directory().next(DirectoryFault.sizeLimit(3));
        Entries<UnitEntry> found = directory.units(UnitSearch.all().below(REGION));
        found.stream().forEach(it -> {});
        assertThat(found.report().partial()).contains(ReadReport.Partial.SIZE_LIMIT);
    }

    private static List<HsaId> ids(Entries<UnitEntry> found) {
        return found.toList().stream().map(UnitEntry::hsaId).toList();
    }
}
