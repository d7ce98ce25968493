package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.directory.DirectoryExchange.Operation;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;

class DirectoryStandInTest {

    private static final HsaId CARE_UNIT = HsaId.of("TSTNMT2321000156-VE01");
    private static final String UNITS = "(objectClass=organizationalUnit)";

    private static NationalServices services;
    private static DirectoryStandIn directory;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        directory = services.directory();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void search_unitByHsaId_isWrittenInTheDirectorysSyntaxes() throws LDAPException {
        try (LDAPConnection connection = loggedIn()) {
            SearchResultEntry unit =
                    connection.searchForEntry("c=SE", SearchScope.SUB, is(CARE_UNIT));

            assertThat(unit.getDN())
                    .isEqualTo("ou=Vårdcentralen Ängen,ou=Primärvård,o=Region Påhitt,c=SE");
            assertThat(unit.getAttributeValues("objectClass")).contains("hsaHealthCareUnit");
            assertThat(unit.getAttributeValue("surgeryHours")).isEqualTo("1-5#08:00#17:00");
            assertThat(unit.getAttributeValue("telephoneNumber")).isEqualTo("+46100000001");
            assertThat(unit.getAttributeValue("postalAddress"))
                    .isEqualTo("Vårdcentralen Ängen$Ängsvägen 1$123 45 Påhittad");
            assertThat(unit.getAttributeValue("hsaResponsibleHealthCareProvider"))
                    .isEqualTo("TSTNMT2321000156-VG01");
            assertThat(unit.getAttributeValues("hsaHealthCareUnitMember"))
                    .containsExactlyInAnyOrder("TSTNMT2321000156-EN11", "TSTNMT2321000156-EN12");
        }
    }

    @Test
    void search_person_isWrittenInTheDirectorysSyntaxes() throws LDAPException {
        try (LDAPConnection connection = loggedIn()) {
            SearchResultEntry person =
                    connection.searchForEntry(
                            "c=SE", SearchScope.SUB, is(Persona.DR_LINDGREN.hsaId()));
            SearchResultEntry commission =
                    connection.searchForEntry(
                            "c=SE", SearchScope.SUB, "(hsaIdentity=TSTNMT2321000156-VMU5)");
            SearchResultEntry hidden =
                    connection.searchForEntry(
                            "c=SE", SearchScope.SUB, is(Persona.PROTECTED_EK.hsaId()));

            assertThat(person.getAttributeValue("sn")).isEqualTo("Lindgren");
            assertThat(person.getAttributeValue("middleName")).isEqualTo("Påhittsson");
            assertThat(person.getAttributeValue("hsaSosTitleCodeSpeciality"))
                    .isEqualTo("LK;200;Allmänmedicin");
            assertThat(commission.getAttributeValue("hsaCommissionMember"))
                    .isEqualTo("TSTNMT2321000156-1001;;20210101000000Z");
            assertThat(commission.getParentDNString())
                    .isEqualTo("ou=Vårdcentralen Ängen,ou=Primärvård,o=Region Påhitt,c=SE");
            assertThat(hidden.getAttributeValues("objectClass")).contains("hsaConfidentialPerson");
            assertThat(hidden.getAttributeValue("hsaProtectedPerson")).isEqualTo("Ja");
        }
    }

    @Test
    void search_afterAChangeThroughHsa_tellsOfIt() throws LDAPException {
        HsaId id = HsaId.of("TSTNMT2321000156-NY01");
        try (LDAPConnection connection = loggedIn()) {
            assertThat(connection.searchForEntry("c=SE", SearchScope.SUB, is(id))).isNull();

            services.hsa().addUnit(DirectoryUnit.of(Unit.builder(id).name("Nya, enheten").build()));
            assertThat(
                            connection
                                    .searchForEntry("c=SE", SearchScope.SUB, is(id))
                                    .getAttributeValue("ou"))
                    .isEqualTo("Nya, enheten");

            services.hsa().remove(id);
            assertThat(connection.searchForEntry("c=SE", SearchScope.SUB, is(id))).isNull();
        }
    }

    @Test
    void search_withPages_givesEveryEntryOnce() throws LDAPException {
        try (LDAPConnection connection = loggedIn()) {
            List<String> all =
                    connection.search("c=SE", SearchScope.SUB, UNITS).getSearchEntries().stream()
                            .map(SearchResultEntry::getDN)
                            .toList();

            assertThat(all).hasSizeGreaterThan(6).doesNotHaveDuplicates();
            assertThat(paged(connection, 2)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(directory.journal())
                    .filteredOn(it -> it.pageSize().isPresent())
                    .hasSize((all.size() + 1) / 2);
        }
    }

    @Test
    void bind_withCertificate_isTheSystemOrThePerson() throws Exception {
        try (LDAPConnection system = external(services.pki().function("SE2321000016-TESTSYS"));
                LDAPConnection person =
                        external(services.pki().person(Persona.NURSE_BERG.hsaId().value()))) {
            system.search("c=SE", SearchScope.BASE, "(objectClass=*)");
            person.search("c=SE", SearchScope.BASE, "(objectClass=*)");
        }
        assertThat(directory.journal())
                .filteredOn(it -> it.operation() == Operation.SEARCH)
                .extracting(it -> it.caller().orElseThrow())
                .containsExactly(
                        "serialNumber=SE2321000016-TESTSYS,dc=Services",
                        "cn=Bo Berg,ou=Vårdcentralen Ängen,ou=Primärvård,o=Region Påhitt,c=SE");
    }

    @Test
    void bind_withStrangersCertificate_isRefusedUntilAdmitted() throws Exception {
        IssuedCertificate stranger = services.pki().function("SE2321000016-OTHER");

        assertThatThrownBy(() -> external(stranger).close())
                .satisfies(hasResult(ResultCode.INVALID_CREDENTIALS));
        directory.admit(HsaId.of("SE2321000016-OTHER"));
        external(stranger).close();
    }

    @Test
    void bind_wrongPasswordOrAnonymous_isRefused() throws Exception {
        try (LDAPConnection connection = connect(context())) {
            assertResult(
                    ResultCode.INVALID_CREDENTIALS,
                    () -> connection.bind(DirectoryStandIn.USER, "wrong"));
            assertResult(ResultCode.INAPPROPRIATE_AUTHENTICATION, () -> connection.bind("", ""));
            assertResult(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> connection.search("c=SE", SearchScope.SUB, UNITS));

            directory.allowAnonymous(true);
            assertThat(connection.search("c=SE", SearchScope.SUB, UNITS).getEntryCount())
                    .isPositive();
        }
    }

    @Test
    void change_ofAnything_isRefused() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            assertResult(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> connection.delete("o=Region Påhitt,c=SE"));
        }
    }

    @Test
    void startTls_beforeIt_nothingGoes() throws Exception {
        URI url = directory.startTlsUrl();
        try (LDAPConnection connection = new LDAPConnection(url.getHost(), url.getPort())) {
            assertResult(
                    ResultCode.CONFIDENTIALITY_REQUIRED,
                    () -> connection.bind(DirectoryStandIn.USER, DirectoryStandIn.PASSWORD));

            ExtendedResult tls =
                    connection.processExtendedOperation(
                            new StartTLSExtendedRequest(services.credential().sslContext(trust())));
            assertThat(tls.getResultCode()).isEqualTo(ResultCode.SUCCESS);
            connection.bind(new EXTERNALBindRequest());
            assertThat(connection.search("c=SE", SearchScope.SUB, UNITS).getEntryCount())
                    .isPositive();
        }
    }

    @Test
    void certificateFaults_areRefusedByAClientThatLooks() throws Exception {
        for (DirectoryFault wrong :
                List.of(
                        DirectoryFault.certificateOfAnotherHost(),
                        DirectoryFault.expiredCertificate(),
                        DirectoryFault.untrustedCertificate())) {
            directory.next(wrong);
            assertThatThrownBy(() -> connect(context()).close())
                    .as(wrong.toString())
                    .satisfies(hasResult(ResultCode.CONNECT_ERROR));
            connect(context()).close();
        }
    }

    @Test
    void sizeLimit_withPagesAndWithout_endsAfterSoManyEntries() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            directory.next(DirectoryFault.sizeLimit(3));
            assertThatThrownBy(() -> connection.search("c=SE", SearchScope.SUB, UNITS))
                    .satisfies(hasResult(ResultCode.SIZE_LIMIT_EXCEEDED))
                    .satisfies(
                            failed ->
                                    assertThat(((LDAPSearchException) failed).getEntryCount())
                                            .isEqualTo(3));

            directory.next(DirectoryFault.sizeLimit(3));
            assertThatThrownBy(() -> paged(connection, 2))
                    .satisfies(hasResult(ResultCode.SIZE_LIMIT_EXCEEDED));
            assertThat(directory.journal())
                    .extracting(DirectoryExchange::entries, DirectoryExchange::result)
                    .endsWith(tuple(2, 0), tuple(1, 4));
        }
    }

    @Test
    void sizeLimit_ofTheClient_endsAfterSoManyEntries() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            SearchRequest request = new SearchRequest("c=SE", SearchScope.SUB, UNITS);
            request.setSizeLimit(2);

            assertThatThrownBy(() -> connection.search(request))
                    .satisfies(hasResult(ResultCode.SIZE_LIMIT_EXCEEDED))
                    .satisfies(
                            failed ->
                                    assertThat(((LDAPSearchException) failed).getEntryCount())
                                            .isEqualTo(2));
        }
    }

    @Test
    void resultFaults_endTheSearchAndNoOther() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            directory.next(DirectoryFault.busy());
            directory.next(DirectoryFault.unavailable());
            directory.next(DirectoryFault.timeLimit(1));
            directory.next(DirectoryFault.referral("ldap://elsewhere.example.test/c=SE"));
            for (ResultCode expected :
                    List.of(
                            ResultCode.BUSY,
                            ResultCode.UNAVAILABLE,
                            ResultCode.TIME_LIMIT_EXCEEDED,
                            ResultCode.REFERRAL)) {
                assertResult(expected, () -> connection.search("c=SE", SearchScope.SUB, UNITS));
            }
            connection.search("c=SE", SearchScope.SUB, UNITS);

            directory.next(DirectoryFault.refusesPaging());
            assertResult(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, () -> paged(connection, 2));
            directory.next(DirectoryFault.reference("ldap://elsewhere.example.test/c=SE"));
            assertThat(connection.search("c=SE", SearchScope.SUB, UNITS).getReferenceCount())
                    .isEqualTo(1);
            directory.next(DirectoryFault.invalidCredentials());
            assertResult(
                    ResultCode.INVALID_CREDENTIALS,
                    () -> connection.bind(DirectoryStandIn.USER, DirectoryStandIn.PASSWORD));
        }
    }

    @Test
    void closesAfter_inTheMiddleOfAPage_isAFailure() throws Exception {
        directory.next(DirectoryFault.closesAfter(3));
        try (LDAPConnection connection = loggedIn()) {
            assertThatThrownBy(() -> paged(connection, 2))
                    .satisfies(hasResult(ResultCode.SERVER_DOWN));
        }
    }

    @Test
    void delay_longerThanTheClientWaits_isATimeout() throws Exception {
        directory.next(DirectoryFault.delay(Duration.ofMinutes(5)));
        try (LDAPConnection connection = loggedIn()) {
            SearchRequest request = new SearchRequest("c=SE", SearchScope.SUB, UNITS);
            request.setResponseTimeoutMillis(200);
            assertResult(ResultCode.TIMEOUT, () -> connection.search(request));
        }
    }

    @Test
    void goDown_andComeBack_isOnTheSamePort() throws Exception {
        URI url = directory.url();
        directory.goDown();
        assertThatThrownBy(() -> loggedIn().close()).satisfies(hasResult(ResultCode.CONNECT_ERROR));

        directory.comeBack();
        assertThat(directory.url()).isEqualTo(url);
        loggedIn().close();
    }

    @Test
    void journal_searchForAPerson_hidesWho() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            connection.search(
                    "c=SE",
                    SearchScope.SUB,
                    "(&(objectClass=person)(|(personalIdentityNumber=191212121212)(sn=Lindgren)"
                            + "(cn=*19121212-1212*)))",
                    "hsaIdentity");
        }
        DirectoryExchange last = directory.journal().get(directory.journal().size() - 1);
        assertThat(last.filter().orElseThrow())
                .doesNotContain("1212", "Lindgren")
                .contains("(personalIdentityNumber=***)", "(objectClass=person)");
        assertThat(last.attributes()).containsExactly("hsaIdentity");
        assertThat(last.entries()).isEqualTo(1);
        assertThat(last.scope()).contains("SUB");
    }

    @Test
    void traps_areThereUntilReset() throws Exception {
        directory.addTraps();
        try (LDAPConnection connection = loggedIn()) {
            String trapped = "(|(hsaIdentity=TSTNMT2321000156-TRP*)(objectClass=hiddenObject))";
            assertThat(connection.search("c=SE", SearchScope.SUB, trapped).getEntryCount())
                    .isEqualTo(12);
            services.reset();
            assertThat(connection.search("c=SE", SearchScope.SUB, trapped).getEntryCount())
                    .isZero();
        }
    }

    @Test
    void addEntries_againstTheSchema_isRefused() {
        assertThatThrownBy(
                        () ->
                                directory.addEntries(
                                        "dn: ou=X,o=Region Påhitt,c=SE\n"
                                                + "objectClass: organizationalUnit\n"
                                                + "ou: X\n"
                                                + "nonsense: 1\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void changed_entryThatDiffers_hasAnotherTime() throws Exception {
        try (LDAPConnection connection = loggedIn()) {
            SearchResultEntry before =
                    connection.searchForEntry(
                            "c=SE", SearchScope.SUB, is(CARE_UNIT), "modifyTimestamp");
            services.hsa()
                    .addUnit(
                            DirectoryUnit.of(
                                    Unit.builder(HsaId.of("TSTNMT2321000156-NY01"))
                                            .name("Ny")
                                            .build()));
            SearchResultEntry after =
                    connection.searchForEntry(
                            "c=SE", SearchScope.SUB, is(CARE_UNIT), "modifyTimestamp");

            assertThat(after.getAttributeValue("modifyTimestamp"))
                    .isNotNull()
                    .isEqualTo(before.getAttributeValue("modifyTimestamp"));
        }
    }

    private static List<String> paged(LDAPConnection connection, int size) throws LDAPException {
        List<String> names = new ArrayList<>();
        ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest("c=SE", SearchScope.SUB, UNITS);
            request.addControl(new SimplePagedResultsControl(size, cookie, true));
            SearchResult page = connection.search(request);
            page.getSearchEntries().forEach(it -> names.add(it.getDN()));
            SimplePagedResultsControl control = SimplePagedResultsControl.get(page);
            cookie = control.moreResultsToReturn() ? control.getCookie() : null;
        } while (cookie != null);
        return names;
    }

    private static String is(HsaId id) {
        return "(hsaIdentity=" + id + ")";
    }

    private static LDAPConnection loggedIn() throws LDAPException {
        LDAPConnection connection = connect(context());
        connection.bind(DirectoryStandIn.USER, DirectoryStandIn.PASSWORD);
        return connection;
    }

    private static LDAPConnection external(IssuedCertificate certificate) throws LDAPException {
        LDAPConnection connection = connect(services.credential(certificate).sslContext(trust()));
        try {
            connection.bind(new EXTERNALBindRequest());
        } catch (LDAPException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    private static LDAPConnection connect(SSLContext tls) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        return new LDAPConnection(
                tls.getSocketFactory(),
                options,
                directory.url().getHost(),
                directory.url().getPort());
    }

    private static SSLContext context() {
        return trust().sslContext();
    }

    private static TrustAnchors trust() {
        return TrustAnchors.of(services.pki().trustedRoots());
    }

    private static void assertResult(ResultCode expected, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(hasResult(expected));
    }

    private static ThrowingConsumer<Throwable> hasResult(ResultCode expected) {
        return failed ->
                assertThat(((LDAPException) failed).getResultCode())
                        .as(failed.getMessage())
                        .isEqualTo(expected);
    }
}
