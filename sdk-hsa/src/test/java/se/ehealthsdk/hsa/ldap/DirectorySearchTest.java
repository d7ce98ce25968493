package se.ehealthsdk.hsa.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ehealthsdk.hsa.ldap.TestDirectory.BASE;
import static se.ehealthsdk.hsa.ldap.TestDirectory.units;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery;

@Timeout(120)
class DirectorySearchTest {

    private static final String TOLVAN = "191212121212";

    private static InMemoryDirectoryServer memory;

    @BeforeAll
    static void start() throws Exception {
        memory =
                TestDirectory.start(
                        25, TestDirectory.serverTls(TestDirectory.PKI.server("localhost")));
    }

    @AfterAll
    static void stop() {
        memory.shutDown(true);
    }

    private static LdapConnection.Builder to(LdapServer server) {
        return LdapConnection.builder(server).bind(LdapBind.anonymous());
    }

    private static List<String> names(Entries<RawEntry> entries) {
        List<String> names = new ArrayList<>();
        entries.forEachRemaining(each -> names.add(each.values("ou").get(0)));
        return names;
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 24, 25, 26, 500})
    void search_pagesOfAnySize_allEntriesOnceInOrder(int pageSize) {
        try (LdapConnection connection = to(TestDirectory.plain(memory)).pageSize(pageSize).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            List<String> names = names(found);

            assertThat(names).hasSize(25).doesNotHaveDuplicates().isSorted();
            assertThat(found.report().isWhole()).isTrue();
            assertThat(found.report().delivered()).isEqualTo(25);
            assertThatThrownBy(found::next).isInstanceOf(NoSuchElementException.class);
            waitFor("connection given back", () -> connection.health().used() == 0);
            assertThat(connection.health().free()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"24,true", "25,false", "26,false", "1,true", "7,true"})
    void search_withOwnLimit_partialExactlyWhenThereWasMore(int limit, boolean partial) {
        for (int pageSize : new int[] {1, 5, 500}) {
            try (LdapConnection connection =
                            to(TestDirectory.plain(memory)).pageSize(pageSize).open();
                    Entries<RawEntry> found = connection.source().search(units(limit))) {
                assertThat(names(found)).hasSize(Math.min(limit, 25));
                assertThat(found.report().partial().filter(Partial.OWN_LIMIT::equals).isPresent())
                        .isEqualTo(partial);
                assertThat(found.report().isWhole()).isEqualTo(!partial);
                waitFor("connection given back", () -> connection.health().used() == 0);
            }
        }
    }

    @Test
    void search_belowBase_withoutTheBaseItself() {
        EntryQuery below =
                new EntryQuery(
                        DistinguishedName.of("O=region påhitt, C=se"),
                        EntryQuery.Scope.BELOW,
                        new Condition.Present("objectClass"),
                        List.of("ou"),
                        25);
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open();
                Entries<RawEntry> found = connection.source().search(below)) {
            assertThat(names(found)).hasSize(25);
            assertThat(found.report().isWhole()).isTrue();
        }
    }

    @Test
    void search_closedEarly_connectionIsGivenBackAndUsedAgain() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        CountDownLatch toldToStop = new CountDownLatch(1);
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    SimplePagedResultsControl page = page(search);
                                    synchronized (sizes) {
                                        sizes.add(page.getSize());
                                    }
                                    if (page.getSize() == 0) {
                                        peer.done(search, 0, cookie(""));
                                        toldToStop.countDown();
                                        return;
                                    }
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.entry(search, "ou=b,c=SE", new Attribute("ou", "b"));
                                    peer.done(search, 0, cookie("more" + sizes.size()));
                                });
                LdapConnection connection =
                        to(server.address()).connections(0, 1).pageSize(2).openLazily()) {
            for (int i = 0; i < 3; i++) {
                try (Entries<RawEntry> found = connection.source().search(units(0))) {
                    found.next();
                }
            }
            assertThat(toldToStop.await(30, TimeUnit.SECONDS)).isTrue();
            waitFor("connection given back", () -> connection.health().used() == 0);

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static SimplePagedResultsControl page(ScriptedServer.Search search) throws Exception {
        for (Control each : search.controls()) {
            if (each.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                return new SimplePagedResultsControl(
                        each.getOID(), each.isCritical(), each.getValue());
            }
        }
        throw new IllegalStateException("not paged");
    }

    private static Control cookie(String text) {
        return new SimplePagedResultsControl(0, new ASN1OctetString(text), false);
    }

    @Test
    void search_serverWithoutPages_streamedAndHeldBack() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        int all = 200_000;
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    for (int i = 0; i < all; i++) {
                                        peer.entry(
                                                search,
                                                "ou=" + i + ",c=SE",
                                                new Attribute("ou", "" + i, "x".repeat(500)));
                                        sent.incrementAndGet();
                                    }
                                    peer.done(search, 0);
                                });
                LdapConnection connection =
                        to(server.address())
                                .pageSize(50)
                                .answerTimeout(Duration.ofSeconds(2))
                                .open()) {
            try (Entries<RawEntry> found = connection.source().search(units(0))) {
                for (int i = 0; i < 500; i++) {
                    assertThat(found.next().values("ou").get(0)).isEqualTo("" + i);
                }
                assertThat(sent.get()).isLessThan(all);
            }
            waitFor("connection thrown away", () -> connection.health().used() == 0);
            assertThat(connection.health().servers().get(0).connections()).isZero();
            assertThat(server.nextFarewell()).isEqualTo("lost");
        }
    }

    @Test
    void search_serverWithoutPagesReadWhole_whole() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    for (int i = 0; i < 1000; i++) {
                                        peer.entry(
                                                search,
                                                "ou=" + i + ",c=SE",
                                                new Attribute("ou", "" + i));
                                    }
                                    peer.done(search, 0);
                                });
                LdapConnection connection = to(server.address()).pageSize(10).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).hasSize(1000);
            assertThat(found.report().isWhole()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"4,SIZE_LIMIT", "3,TIME_LIMIT", "11,ADMINISTRATIVE_LIMIT", "10,REFERRAL"})
    void search_cutShortByServer_deliveredAndPartial(int code, Partial why) throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.done(search, code);
                                });
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).containsExactly("a");
            assertThat(found.report().partial()).contains(why);
            assertThat(connection.health().free()).isEqualTo(1);
        }
    }

    @Test
    void search_sizeLimitOfRealServer_partial() throws Exception {
        InMemoryDirectoryServerConfig config =
                TestDirectory.config(
                        TestDirectory.serverTls(TestDirectory.PKI.server("localhost")));
        config.setMaxSizeLimit(10);
        InMemoryDirectoryServer limited = TestDirectory.start(config, 25);
        try (LdapConnection connection = to(TestDirectory.plain(limited)).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).hasSizeLessThanOrEqualTo(10);
            assertThat(found.report().partial()).contains(Partial.SIZE_LIMIT);
        } finally {
            limited.shutDown(true);
        }
    }

    @Test
    void search_reference_partialAndNotFollowed() throws Exception {
        try (ScriptedServer elsewhere = ScriptedServer.plain((search, peer) -> {});
                ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.reference(
                                            search,
                                            "ldap://127.0.0.1:" + elsewhere.port() + "/o=b,c=SE");
                                    peer.done(search, 0, cookie(""));
                                });
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).containsExactly("a");
            assertThat(found.report().partial()).contains(Partial.REFERRAL);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void search_connectionLostInPage_failureAndNotAnEnd() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    if (page(search).getCookie().getValueLength() == 0) {
                                        peer.done(search, 0, cookie("next"));
                                    } else {
                                        peer.hangUp();
                                    }
                                });
                LdapConnection connection = to(server.address()).pageSize(1).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(found.next().values("ou")).containsExactly("a");
            assertThat(found.next().values("ou")).containsExactly("a");

            ConnectionException lost =
                    catchThrowableOfType(ConnectionException.class, found::hasNext);

            assertThat(lost.stage()).isEqualTo(ConnectionException.Stage.ANSWER);
            assertThat(lost.retryable()).isTrue();
            assertThat(lost).hasMessageContaining("127.0.0.1:" + server.port());
            assertThatThrownBy(found::next).isInstanceOf(ConnectionException.class);
            assertThat(found.report().delivered()).isEqualTo(2);
            waitFor("connection thrown away", () -> connection.health().used() == 0);
            assertThat(connection.health().free()).isZero();
        }
    }

    @Test
    void search_emptyPageInBetween_goesOn() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    int page = asked.incrementAndGet();
                                    if (page % 3 == 1) {
                                        peer.entry(
                                                search,
                                                "ou=" + page + ",c=SE",
                                                new Attribute("ou", "" + page));
                                    }
                                    peer.done(search, 0, cookie(page < 8 ? "c" + page : ""));
                                });
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).containsExactly("1", "4", "7");
            assertThat(found.report().isWhole()).isTrue();
        }
    }

    @Test
    void search_emptyPagesWithoutEnd_protocolException() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) ->
                                        peer.done(
                                                search, 0, cookie("c" + asked.incrementAndGet())));
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThatThrownBy(found::hasNext)
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("empty pages without end");
        }
    }

    @Test
    void search_samePageAgainAndAgain_protocolException() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.entry(search, "ou=b,c=SE", new Attribute("ou", "b"));
                                    peer.done(search, 0, cookie("constant"));
                                });
                LdapConnection connection = to(server.address()).pageSize(2).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThatThrownBy(() -> names(found))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("same page");
            assertThat(found.report().delivered()).isBetween(2L, 6L);
        }
    }

    @Test
    void search_sameCookieButOtherEntries_goesOn() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    int page = asked.incrementAndGet();
                                    peer.entry(
                                            search,
                                            "ou=" + page + ",c=SE",
                                            new Attribute("ou", "" + page));
                                    peer.done(search, 0, cookie(page < 5 ? "constant" : ""));
                                });
                LdapConnection connection = to(server.address()).pageSize(1).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(names(found)).containsExactly("1", "2", "3", "4", "5");
        }
    }

    @Test
    void search_entryLargerThanAllowed_protocolExceptionThatSaysWhatToDo() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.entry(
                                            search,
                                            "cn=Foto,c=SE",
                                            new Attribute("jpegPhoto", new byte[100_000]));
                                    peer.done(search, 0, cookie(""));
                                });
                LdapConnection connection =
                        to(server.address()).maximumMessageBytes(50_000).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThat(found.next().values("ou")).containsExactly("a");
            assertThatThrownBy(found::hasNext)
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("maximumMessageBytes")
                    .hasMessageNotContaining("Foto");
        }
    }

    @Test
    void search_garbage_protocolException() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) ->
                                        peer.send(
                                                "HTTP/1.1 400 Bad Request\r\n"
                                                        .repeat(50)
                                                        .getBytes()));
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThatThrownBy(found::hasNext).isInstanceOf(ProtocolException.class);
            waitFor("connection thrown away", () -> connection.health().used() == 0);
            assertThat(connection.health().free()).isZero();
        }
    }

    @Test
    void search_silentServer_connectionExceptionWithinTheLimit() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) ->
                                        peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a")));
                LdapConnection connection =
                        to(server.address()).answerTimeout(Duration.ofMillis(300)).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            found.next();
            ConnectionException silent =
                    catchThrowableOfType(ConnectionException.class, found::hasNext);

            assertThat(silent.stage()).isEqualTo(ConnectionException.Stage.ANSWER);
            assertThat(silent).hasMessageContaining("answer timeout");
        }
    }

    @Test
    void search_byteAtATimeForEver_cut() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.send(new byte[] {0x30, (byte) 0x83, 0x01, 0, 0});
                                    while (!end.await(20, TimeUnit.MILLISECONDS)) {
                                        peer.send(new byte[] {2});
                                    }
                                });
                LdapConnection connection =
                        to(server.address()).answerTimeout(Duration.ofMillis(300)).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            assertThatThrownBy(found::hasNext)
                    .isInstanceOf(EHealthException.class)
                    .hasMessageContaining("search");
            assertThatThrownBy(
                            () -> connection.source().find(TestDirectory.unit("SE2321000016-0001")))
                    .isInstanceOf(EHealthException.class)
                    .hasMessageContaining("look-up");
        } finally {
            end.countDown();
        }
    }

    @Test
    void find_oneOrNone_thatOrEmpty() {
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open()) {
            assertThat(connection.source().find(TestDirectory.unit("SE2321000016-0007")))
                    .hasValueSatisfying(
                            found -> {
                                assertThat(found.name()).isEqualTo("ou=Enhet 0007," + BASE);
                                assertThat(found.values("OU")).containsExactly("Enhet 0007");
                                assertThat(found.values("hsaIdentity")).isEmpty();
                                assertThat(found.toString()).doesNotContain("Enhet");
                            });
            assertThat(connection.source().find(TestDirectory.unit("SE2321000016-NONE"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*)(objectClass=*", "*", "(", ")", "\\", "\\2a", "a\0b", " ", "å*"})
    void find_valueWithFilterSyntax_isNeverSyntax(String value) {
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open()) {
            assertThat(connection.source().find(TestDirectory.unit(value))).isEmpty();
        }
    }

    @Test
    void find_nothingAtName_absence() {
        EntryQuery byName =
                new EntryQuery(
                        DistinguishedName.of("ou=Finns inte," + BASE),
                        EntryQuery.Scope.BASE,
                        new Condition.Present("objectClass"),
                        List.of("ou"),
                        0);
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open()) {
            assertThat(connection.source().find(byName)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'o=Fel,c=SE',' o=Fel,c=SE'", "'cn=Tolvan Tolvansson,o=Fel,c=SE',''"})
    void wrongBase_configurationException_namesPlacesAndNoPersons(String base, String shown) {
        EntryQuery query =
                new EntryQuery(
                        DistinguishedName.of(base),
                        EntryQuery.Scope.SUBTREE,
                        new Condition.Present("objectClass"),
                        List.of("ou"),
                        0);
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open()) {
            for (ConfigurationException wrong :
                    List.of(
                            catchThrowableOfType(
                                    ConfigurationException.class,
                                    () -> connection.source().search(query).hasNext()),
                            catchThrowableOfType(
                                    ConfigurationException.class,
                                    () -> connection.source().find(query)))) {
                assertThat(wrong.getMessage()).endsWith("no entry at the base" + shown);
            }
            waitFor("connection given back", () -> connection.health().used() == 0);
        }
    }

    @Test
    void find_several_protocolException() {
        try (LdapConnection connection = to(TestDirectory.plain(memory)).open()) {
            assertThatThrownBy(() -> connection.source().find(units(0)))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("several")
                    .hasMessageNotContaining("Enhet");
        }
    }

    @Test
    void find_pooledConnectionDied_askedAgainOnAnother() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain(
                                (search, peer) -> {
                                    peer.entry(search, "ou=a,c=SE", new Attribute("ou", "a"));
                                    peer.done(search, 0);
                                });
                LdapConnection connection = to(server.address()).open()) {
            connection.source().find(TestDirectory.unit("SE2321000016-0001"));
            server.dropConnections();
            assertThat(connection.source().find(TestDirectory.unit("SE2321000016-0001")))
                    .isPresent();
            server.dropConnections();
            try (Entries<RawEntry> found = connection.source().search(units(0))) {
                assertThat(names(found)).containsExactly("a");
            }
            assertThat(connection.health().used()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "50,ConfigurationException",
        "48,ConfigurationException",
        "8,ConfigurationException",
        "13,ConfigurationException",
        "1,ConfigurationException",
        "53,ConfigurationException",
        "11,ConfigurationException",
        "10,ConfigurationException",
        "21,ConfigurationException",
        "51,ConnectionException",
        "52,ConnectionException",
        "80,ConnectionException",
        "3,ConnectionException",
        "2,ProtocolException",
        "54,ProtocolException",
        "4711,ProtocolException"
    })
    void find_refused_typedAndWithoutPersonalData(int code, String type) throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain((search, peer) -> peer.done(search, code));
                LdapConnection connection = to(server.address()).open()) {
            EHealthException refused =
                    catchThrowableOfType(
                            EHealthException.class,
                            () -> connection.source().find(TestDirectory.unit(TOLVAN)));

            assertThat(refused.getClass().getSimpleName()).isEqualTo(type);
            assertThat(refused).hasMessageContaining("(" + code + ")");
            assertThat(refused.remedy()).isNotBlank();
            assertThat(everythingOf(refused))
                    .doesNotContain(TOLVAN)
                    .doesNotContain("secret words of the server");
            assertThat(connection.health().free()).isEqualTo(1);
        }
    }

    @Test
    void lostConnection_stackTrace_withoutPersonalData() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain((search, peer) -> peer.hangUp());
                LdapConnection connection = to(server.address()).open()) {
            ConnectionException lost =
                    catchThrowableOfType(
                            ConnectionException.class,
                            () -> connection.source().find(TestDirectory.unit(TOLVAN)));

            assertThat(everythingOf(lost)).doesNotContain(TOLVAN).contains("look-up");
        }
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void search_moreAtATimeThanConnections_queueThenFreeAgain() {
        try (LdapConnection connection =
                to(TestDirectory.plain(memory))
                        .connections(1, 1)
                        .pageSize(5)
                        .waitForConnection(Duration.ofMillis(50))
                        .open()) {
            try (Entries<RawEntry> first = connection.source().search(units(0))) {
                first.next();
                ConnectionException busy =
                        catchThrowableOfType(
                                ConnectionException.class,
                                () -> connection.source().find(units(0)));
                assertThat(busy.stage()).isEqualTo(ConnectionException.Stage.QUEUE);
            }
            waitFor("connection given back", () -> connection.health().used() == 0);
            assertThat(connection.source().find(TestDirectory.unit("SE2321000016-0001")))
                    .isPresent();
        }
    }

    @Test
    void search_connectionClosedMeanwhile_clearError() {
        LdapConnection connection = to(TestDirectory.plain(memory)).pageSize(2).open();
        Entries<RawEntry> found = connection.source().search(units(0));
        found.next();
        connection.close();

        assertThatThrownBy(() -> names(found))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("was closed");
        found.close();
        assertThatThrownBy(() -> connection.source().find(units(0)))
                .isInstanceOf(IllegalStateException.class);
        connection.close();
    }

    @Test
    void search_interrupted_connectionExceptionAndFlag() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain((search, peer) -> {});
                LdapConnection connection = to(server.address()).open();
                Entries<RawEntry> found = connection.source().search(units(0))) {
            Thread.currentThread().interrupt();
            ConnectionException interrupted =
                    catchThrowableOfType(ConnectionException.class, found::hasNext);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.stage()).isEqualTo(ConnectionException.Stage.INTERRUPTED);
        }
    }
}
