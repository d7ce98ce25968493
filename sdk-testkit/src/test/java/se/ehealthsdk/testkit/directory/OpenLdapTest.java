package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapBind;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;

/** The reader of directories against a server that we have not written: OpenLDAP's slapd. */
@EnabledIf(
        value = "slapdIsInstalled",
        disabledReason = "slapd is not installed (Debian: apt-get install slapd)")
class OpenLdapTest {

    private static final HsaId CARE_UNIT = HsaId.of("TSTNMT2321000156-VE01");

    private static NationalServices services;
    private static Slapd slapd;
    private static LdapConnection toStandIn;
    private static LdapConnection toSlapd;

    static boolean slapdIsInstalled() {
        return Slapd.isInstalled();
    }

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        services = NationalServices.start();
        services.directory().addTraps();
        slapd = started(home);
        toStandIn =
                LdapConnection.builder(LdapServer.parse(services.directory().url().toString()))
                        .trust(trust())
                        .credential(services.credential())
                        .pageSize(3)
                        .open();
        toSlapd = secure().credential(services.credential()).pageSize(3).open();
    }

    private static Slapd started(Path home) throws Exception {
        return Slapd.start(services.directory().ldif(), services.pki(), server("localhost"), home);
    }

    /** With an RSA key: Debian's slapd, by GnuTLS, does not read the EC keys that Java writes. */
    private static IssuedCertificate server(String host) {
        return services.pki()
                .functionBuilder("SE2321000016-TESTSRV")
                .keyAlgorithm(KeyAlgorithm.RSA_2048)
                .dnsName(host)
                .issue();
    }

    @AfterAll
    static void stop() {
        if (toSlapd != null) {
            toSlapd.close();
        }
        if (toStandIn != null) {
            toStandIn.close();
        }
        if (slapd != null) {
            slapd.close();
        }
        services.close();
    }

    @Test
    void units_everyOne_isToldAsTheStandInTells() {
        List<HsaId> ids = unitIds();

        assertThat(ids).hasSizeGreaterThan(20);
        for (HsaId id : ids) {
            assertSame(it -> it.unit(id).map(OpenLdapTest::timeless));
            assertSame(it -> it.careUnitOf(id));
            assertSame(it -> it.careUnitWithManagerOf(id));
            assertSame(it -> it.careUnitMembers(id));
            assertSame(it -> sorted(it.children(id)));
            assertSame(it -> it.path(id).stream().map(OpenLdapTest::timeless).toList());
            assertSame(it -> it.careProvider(id));
            assertSame(
                    it ->
                            it.commissions(id).stream()
                                    .map(each -> each.hsaId().value())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void people_everyOne_isToldAsTheStandInTells() {
        List<HsaId> posts =
                services.hsa().personas().stream().flatMap(it -> it.hsaIds().stream()).toList();

        assertThat(posts).hasSizeGreaterThan(5);
        for (HsaId post : posts) {
            assertSame(it -> it.employee(post));
            assertSame(it -> it.credentials(post));
        }
        assertThat(standIn().employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        assertThat(standIn().employee(Persona.PROTECTED_EK.hsaId())).isEmpty();
        assertSame(it -> it.employees(Persona.DR_DAHL.personId()).size());
        assertSame(
                it ->
                        it
                                .commissionMembers(CARE_UNIT, CommissionPurpose.CARE_AND_TREATMENT)
                                .stream()
                                .map(each -> each.hsaId().value())
                                .sorted()
                                .toList());
    }

    @Test
    void searches_findTheSameUnits() {
        List<UnitSearch> searches =
                List.of(
                        UnitSearch.all(),
                        UnitSearch.all().named("ängen"),
                        UnitSearch.all().named("ÄNGEN"),
                        UnitSearch.all().named("*)(objectClass=*"),
                        UnitSearch.all().named("\\2a"),
                        UnitSearch.all().inCounty("01").inMunicipality("80"),
                        UnitSearch.all().withBusinessCode("2029"),
                        UnitSearch.all().shownAt("03"),
                        UnitSearch.all()
                                .below(DistinguishedName.of("ou=Primärvård,o=Region Påhitt,c=SE")),
                        UnitSearch.all().childrenOf(DistinguishedName.of("o=Region Påhitt,c=SE")));
        for (UnitSearch search : searches) {
            assertSame(it -> ids(it.units(search)));
            assertSame(it -> ids(it.includingHidden().includingArchived().units(search)));
        }
        assertThat(ids(slapd().units(UnitSearch.all().named("ängen")))).hasSize(3);
        assertThat(ids(slapd().units(UnitSearch.all().named("*)(objectClass=*"))))
                .containsExactly("TSTNMT2321000156-TRP9");
    }

    @Test
    void hidden_archivedAndFeigned_areLeftOutUnlessAskedFor() {
        HsaId hidden = HsaId.of("TSTNMT2321000156-TRP1");

        assertThat(slapd().unit(hidden)).isEmpty();
        assertThat(slapd().includingHidden().unit(hidden)).isPresent();
        assertThat(ids(slapd().units(UnitSearch.all())))
                .doesNotContain(hidden.value(), "TSTNMT2321000156-TRP2", "TSTNMT2321000156-TRP3");
    }

    @Test
    void sizeLimit_ofTheServer_isAPartialAnswer() {
        try (LdapConnection limited = secure().bind(simple(Slapd.LIMITED_USER)).pageSize(2).open();
                Entries<UnitEntry> units = HsaDirectory.on(limited).units(UnitSearch.all())) {
            List<UnitEntry> told = new ArrayList<>();
            units.forEachRemaining(told::add);

            assertThat(told.size()).isBetween(1, Slapd.LIMIT);
            assertThat(units.report().partial()).contains(ReadReport.Partial.SIZE_LIMIT);
        }
    }

    @Test
    void base_thatIsNotThere_isAConfigurationError() {
        HsaDirectory elsewhere =
                HsaDirectory.builder(toSlapd)
                        .base(DistinguishedName.of("o=Finns inte,c=SE"))
                        .build();

        assertThatThrownBy(() -> elsewhere.unit(CARE_UNIT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("o=Finns inte,c=SE");
        assertThatThrownBy(() -> ids(elsewhere.units(UnitSearch.all())))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void logIn_wrongPasswordOrNobody_isRefused() {
        assertThatThrownBy(
                        () ->
                                secure().bind(
                                                LdapBind.simple(
                                                        DistinguishedName.of(DirectoryStandIn.USER),
                                                        "fel"::toCharArray))
                                        .open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("fel\"");
        assertThatThrownBy(() -> askingAs(LdapBind.anonymous()))
                .isInstanceOf(ConfigurationException.class);
        askingAs(simple(DirectoryStandIn.USER));
    }

    private static void askingAs(LdapBind who) {
        try (LdapConnection connection = secure().bind(who).open()) {
            assertThat(HsaDirectory.on(connection).unit(CARE_UNIT)).isPresent();
        }
    }

    @Test
    void startTls_withCertificate_works() {
        try (LdapConnection connection =
                LdapConnection.builder(LdapServer.startTls("localhost", slapd.plainPort()))
                        .trust(trust())
                        .credential(services.credential())
                        .open()) {
            assertThat(HsaDirectory.on(connection).unit(CARE_UNIT)).isPresent();
        }
    }

    @Test
    void certificate_ofAnotherHostOrCa_isRefused(@TempDir Path home) throws Exception {
        try (Slapd wrong =
                Slapd.start(
                        services.directory().ldif(),
                        services.pki(),
                        server("wrong-host.example.test"),
                        home)) {
            for (LdapServer server :
                    List.of(
                            LdapServer.ldaps("localhost", wrong.securePort()),
                            LdapServer.startTls("localhost", wrong.plainPort()))) {
                assertThatThrownBy(
                                () ->
                                        LdapConnection.builder(server)
                                                .trust(trust())
                                                .bind(simple(DirectoryStandIn.USER))
                                                .open())
                        .as(server.toString())
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("another host");
            }
        }
        assertThatThrownBy(
                        () ->
                                LdapConnection.builder(
                                                LdapServer.ldaps("localhost", slapd.securePort()))
                                        .trust(
                                                TrustAnchors.of(
                                                        services.pki().untrusted().trustedRoots()))
                                        .bind(simple(DirectoryStandIn.USER))
                                        .open())
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("not trusted");
    }

    @Test
    void server_killedInTheMiddleOfAPage_isAConnectionError(@TempDir Path home) throws Exception {
        try (Slapd dying = started(home);
                LdapConnection connection =
                        LdapConnection.builder(LdapServer.ldaps("localhost", dying.securePort()))
                                .trust(trust())
                                .credential(services.credential())
                                .pageSize(2)
                                .open();
                Entries<UnitEntry> units = HsaDirectory.on(connection).units(UnitSearch.all())) {
            assertThat(units.hasNext()).isTrue();
            units.next();
            dying.kill();

            assertThatThrownBy(() -> units.forEachRemaining(each -> {}))
                    .isInstanceOf(ConnectionException.class);
            assertThatThrownBy(() -> HsaDirectory.on(connection).unit(CARE_UNIT))
                    .isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void referenceToAnotherDirectory_isSaidAndCostsNoMore(@TempDir Path home) throws Exception {
        String elsewhere =
                """

                dn: ou=Annan katalog,c=SE
                objectClass: referral
                objectClass: extensibleObject
                ou: Annan katalog
                ref: ldap://directory.example.test/ou=Annan%20katalog,c=SE
                """;
        HsaId nobody = HsaId.of("TST-NOBODY");
        try (Slapd referring =
                        Slapd.start(
                                services.directory().ldif().strip() + "\n" + elsewhere,
                                services.pki(),
                                server("localhost"),
                                home);
                LdapConnection connection =
                        LdapConnection.builder(
                                        LdapServer.ldaps("localhost", referring.securePort()))
                                .trust(trust())
                                .credential(services.credential())
                                .open()) {
            HsaDirectory directory = HsaDirectory.on(connection);
            HsaDirectory alone = HsaDirectory.builder(connection).withoutReferredParts().build();

            assertThat(directory.unit(CARE_UNIT)).isPresent();
            assertThatThrownBy(() -> directory.unit(nobody))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("REFERRAL");
            assertThat(directory.withReport(it -> it.unit(nobody)).report().partial())
                    .contains(ReadReport.Partial.REFERRAL);
            assertThat(alone.unit(nobody)).isEmpty();
            assertThat(alone.credentials(Persona.DR_LINDGREN.hsaId()))
                    .isEqualTo(slapd().credentials(Persona.DR_LINDGREN.hsaId()));
        }
    }

    private static void assertSame(Function<HsaDirectory, Object> question) {
        assertThat(outcome(slapd(), question)).isEqualTo(outcome(standIn(), question));
    }

    /** The answer, or what kind of failure there is instead. */
    private static Object outcome(HsaDirectory directory, Function<HsaDirectory, Object> question) {
        try {
            return question.apply(directory);
        } catch (EHealthException failure) {
            return failure.getClass();
        }
    }

    private static List<HsaId> unitIds() {
        List<HsaId> ids = new ArrayList<>();
        services.hsa().units().stream().map(DirectoryUnit::hsaId).forEach(ids::add);
        services.hsa().careProviders().stream().map(CareProvider::hsaId).forEach(ids::add);
        for (int i = 1; i <= 10; i++) {
            ids.add(HsaId.of("TSTNMT2321000156-TRP" + i));
        }
        return ids;
    }

    private static List<String> ids(Entries<UnitEntry> units) {
        return units.toList().stream().map(it -> it.hsaId().value()).sorted().toList();
    }

    private static List<UnitEntry> sorted(List<UnitEntry> units) {
        return units.stream()
                .map(OpenLdapTest::timeless)
                .sorted(Comparator.comparing(it -> it.hsaId().value()))
                .toList();
    }

    /** Without when it was changed: slapd's is when it was loaded. */
    private static UnitEntry timeless(UnitEntry it) {
        return new UnitEntry(
                it.name(),
                it.kind(),
                it.unit(),
                it.marks(),
                it.orgNo(),
                it.care(),
                it.workplaceCodes(),
                Optional.empty(),
                it.additional(),
                it.problems());
    }

    private static HsaDirectory standIn() {
        return HsaDirectory.on(toStandIn);
    }

    private static HsaDirectory slapd() {
        return HsaDirectory.on(toSlapd);
    }

    private static LdapConnection.Builder secure() {
        return LdapConnection.builder(LdapServer.ldaps("localhost", slapd.securePort()))
                .trust(trust());
    }

    private static LdapBind simple(String user) {
        return LdapBind.simple(DistinguishedName.of(user), DirectoryStandIn.PASSWORD::toCharArray);
    }

    private static TrustAnchors trust() {
        return TrustAnchors.of(services.pki().trustedRoots());
    }
}
