package se.ehealthsdk.testkit.directory.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against a plain search through all entries by the LDAP library's own filter. */
class CountryServerTest {

    private static final Country COUNTRY = Country.seeded(7).withUnits(400).withPeople(900);
    private static final List<Entry> ALL = COUNTRY.entries().map(CountryServerTest::entry).toList();

    private static CountryServer server;
    private static LDAPConnection connection;

    @BeforeAll
    static void start() throws Exception {
        server = CountryServer.of(COUNTRY).password("secret").sizeLimit(50).start();
        connection = connect(server);
        connection.bind("cn=reader,c=SE", "secret");
    }

    @AfterAll
    static void stop() {
        connection.close();
        server.close();
    }

    private static LDAPConnection connect(CountryServer to) throws Exception {
        SSLUtil tls = new SSLUtil(new TrustAllTrustManager());
        LDAPConnection made = new LDAPConnection(tls.createSSLSocketFactory());
        made.getConnectionOptions().setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        made.connect(to.url().getHost(), to.url().getPort());
        return made;
    }

    private static Entry entry(CountryEntry from) {
        Entry entry = new Entry(from.name());
        from.attributes().forEach((name, values) -> entry.addAttribute(name, values));
        return entry;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(objectClass=*)",
                "(objectClass=organizationalUnit)",
                "(|(objectClass=organization)(objectClass=organizationalUnit))",
                "(objectClass=person)",
                "(&(objectClass=hsaCommission)(hsaCommissionPurpose=vård och behandling))",
                "(&(objectClass=organizationalUnit)(!(objectClass=hiddenObject)))",
                "(!(objectClass=person))",
                "(&(objectClass=organizationalUnit)(ou=*mottagning*))",
                "(hsaIdentity=TSTNMT2321000156-U0001A)",
                "(hsaIdentity=tstnmt2321000156-p0001a)",
                "(hsaIdentity=TSTNMT2321000156-UZZZZZ)",
                "(hsaIdentity=*)",
                "(&(objectClass=person)(hsaIdentity=TSTNMT2321000156-U0001A))",
                "(|(hsaIdentity=TSTNMT2321000156-U0001A)(hsaIdentity=TSTNMT2321000156-P0000C))",
                "(hsaHealthCareUnitMember=TSTNMT2321000156-U0002F)",
                "(hsaHealthCareUnitMember=nobody)",
                "(hsaResponsibleHealthCareProvider=TSTNMT2321000156-U00000)",
                "(hsaResponsibleHealthCareProvider=TSTNMT2321000156-U00001)",
                "(hsaCommissionMember=TSTNMT2321000156-P0000C;*)",
                "(hsaCommissionMember=TSTNMT2321000156-P0000C*)",
                "(hsaCommissionMember=TSTNMT2321000156-P0001*)",
                "(hsaCommissionMember=TSTNMT2321000156-PZZZZZ;*)",
                "(!(hsaIdentity=TSTNMT2321000156-U0001A))"
            })
    void pages_ofAnyFilter_holdWhatTheFilterIsAbout_once_andInOrder(String filter)
            throws Exception {
        List<String> expected = new ArrayList<>();
        for (Entry each : ALL) {
            if (Filter.create(filter).matchesEntry(each)) {
                expected.add(each.getDN());
            }
        }
        assertThat(names(readInPages("c=SE", SearchScope.SUB, filter, 37)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void scopes_fromAnyBase_holdWhatStandsThere() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            String base = i == 0 ? "c=SE" : ALL.get(random.nextInt(ALL.size())).getDN();
            for (SearchScope scope : SearchScope.values()) {
                List<String> expected = new ArrayList<>();
                for (Entry each : ALL) {
                    if (each.matchesBaseAndScope(base, scope)) {
                        expected.add(each.getDN());
                    }
                }
                assertThat(names(readInPages(base, scope, "(objectClass=*)", 100)))
                        .as("%s %s", scope, base)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void entry_comesAsItIs_letterForLetter() throws Exception {
        for (int i = 0; i < ALL.size(); i += 13) {
            SearchResultEntry found =
                    connection.getEntry(ALL.get(i).getDN(), "*", "modifyTimestamp");
            assertThat(found.getDN()).isEqualTo(ALL.get(i).getDN());
            assertThat(found.getAttributes())
                    .containsExactlyInAnyOrderElementsOf(ALL.get(i).getAttributes());
        }
    }

    @Test
    void attributes_onlyThoseAskedFor_inAnyCase_operationalOnesByName() throws Exception {
        String name = COUNTRY.unit(1).name();
        assertThat(attributes(connection.getEntry(name, "HSAIDENTITY", "OU")))
                .containsExactlyInAnyOrder("hsaIdentity", "ou");
        assertThat(attributes(connection.getEntry(name)))
                .contains("mail")
                .doesNotContain("modifyTimestamp");
        assertThat(attributes(connection.getEntry(name, "1.1"))).isEmpty();
    }

    private static List<String> attributes(SearchResultEntry entry) {
        return entry.getAttributes().stream().map(each -> each.getName()).toList();
    }

    @Test
    void searchWithoutPages_endsAtTheServersLimit_orItsOwn() throws Exception {
        assertThatThrownBy(() -> connection.search("c=SE", SearchScope.SUB, "(objectClass=person)"))
                .isInstanceOfSatisfying(
                        LDAPSearchException.class,
                        e -> {
                            assertThat(e.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
                            assertThat(e.getEntryCount()).isEqualTo(50);
                        });
        SearchRequest ten = new SearchRequest("c=SE", SearchScope.SUB, "(objectClass=person)");
        ten.setSizeLimit(10);
        assertThatThrownBy(() -> connection.search(ten))
                .isInstanceOfSatisfying(
                        LDAPSearchException.class,
                        e -> assertThat(e.getEntryCount()).isEqualTo(10));
    }

    @Test
    void refusals_areLdapResults() throws Exception {
        assertThat(codeOf(() -> connection.search("c=NO", SearchScope.SUB, "(objectClass=*)")))
                .isEqualTo(ResultCode.NO_SUCH_OBJECT);
        assertThat(codeOf(() -> connection.delete(COUNTRY.unit(0).name())))
                .isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        SearchRequest odd = new SearchRequest("c=SE", SearchScope.SUB, "(objectClass=person)");
        odd.addControl(new SimplePagedResultsControl(5, new ASN1OctetString("odd")));
        assertThat(codeOf(() -> connection.search(odd))).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        try (LDAPConnection stranger = connect(server)) {
            assertThat(codeOf(() -> stranger.search("c=SE", SearchScope.BASE, "(objectClass=*)")))
                    .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
            assertThat(codeOf(() -> stranger.bind("cn=reader,c=SE", "wrong")))
                    .isEqualTo(ResultCode.INVALID_CREDENTIALS);
            assertThat(stranger.getRootDSE().getNamingContextDNs()).containsExactly("c=SE");
        }
    }

    private interface Operation {
        Object run() throws LDAPException;
    }

    private static ResultCode codeOf(Operation operation) {
        try {
            operation.run();
            return ResultCode.SUCCESS;
        } catch (LDAPException e) {
            return e.getResultCode();
        }
    }

    private static List<String> names(List<SearchResultEntry> entries) {
        return entries.stream().map(Entry::getDN).toList();
    }

    private static List<SearchResultEntry> readInPages(
            String base, SearchScope scope, String filter, int size) throws Exception {
        List<SearchResultEntry> all = new ArrayList<>();
        ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest(base, scope, filter);
            request.setControls(new SimplePagedResultsControl(size, cookie));
            SearchResult result = connection.search(request);
            assertThat(result.getEntryCount()).isLessThanOrEqualTo(size);
            all.addAll(result.getSearchEntries());
            cookie = SimplePagedResultsControl.get(result).getCookie();
        } while (cookie != null && cookie.getValueLength() > 0);
        return all;
    }

    @Test
    void manyEntriesAtOnce_keepTheirOrder() throws Exception {
        List<String> read =
                names(readInPages("c=SE", SearchScope.SUB, "(objectClass=person)", 450));
        String[] expected = new String[COUNTRY.people()];
        Arrays.setAll(expected, i -> COUNTRY.person(i).name());
        assertThat(read).containsExactly(expected);
    }
}
