package se.ehealthsdk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.Verdict;

class AccessLogTest {

    private static final MessageCodec<String> TEXT =
            new MessageCodec<>() {
                @Override
                public void write(String message, ElementWriter out) throws XMLStreamException {
                    out.text("text", message);
                }

                @Override
                public String read(ElementReader in) throws XMLStreamException {
                    String text = "";
                    while (in.nextChild()) {
                        text = in.text();
                    }
                    return text;
                }
            };

    /** Asks for the journal of the patient whose number the text is. */
    private static final RivtaContract<String, String> JOURNAL =
            RivtaContract.query("test:journal", "GetJournal", 1, TEXT, TEXT);

    private static final RivtaContract<String, String> PING =
            RivtaContract.query("test:journal", "Ping", 1, TEXT, TEXT);

    private static final LogicalAddress TO = LogicalAddress.of("SE-JOURNAL");
    private static final List<String> SERVED = Collections.synchronizedList(new ArrayList<>());
    private static RivtaServer server;
    private static RivtaClient platform;

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final LogService service = LogService.on(platform);
    private final AccessLog log = AccessLog.builder(outbox, service).appendOnly().open();
    private final AccessRecord record = Sample.reading().build();

    private final AccessRules rules =
            AccessRules.builder()
                    .on(
                            JOURNAL,
                            access ->
                                    access.answer().isEmpty()
                                            ? List.of()
                                            : List.of(
                                                    AccessRecord.reading(
                                                                    PersonId.parse(
                                                                            access.request()))
                                                            .by(access.user())
                                                            .in(Sample.SYSTEM)
                                                            .resource(ResourceType.of("Journal"))
                                                            .level(access.logicalAddress().value())
                                                            .build()))
                    .withoutRecord(PING)
                    .build();

    @BeforeAll
    static void start() {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                JOURNAL,
                                (text, caller) -> {
                                    SERVED.add(text);
                                    return switch (text) {
                                        case "fail" -> throw RivtaFault.client("no");
                                        case "201212121212" -> "";
                                        default -> "ont i halsen";
                                    };
                                })
                        .on(PING, (text, caller) -> "pong")
                        .on(LogContracts.STORE_LOG_2, (request, caller) -> LogResult.of("OK"))
                        .build();
        server = Pki.serve(endpoint);
        platform = Pki.client(server.url()).build();
    }

    @AfterAll
    static void stop() {
        platform.close();
        server.close();
    }

    @BeforeEach
    void reset() {
        SERVED.clear();
    }

    @Test
    void record_appended_isAnItemWithItsIdForItsAddress() {
        log.append(record);

        Item item = outbox.items.get(record.logId());
        assertThat(item.destination()).isEqualTo("SE165565594230-1000");
        assertThat(new String(item.payload(), StandardCharsets.UTF_8)).startsWith("<log xmlns");
        assertThat(AccessLog.read(item)).isEqualTo(record);
    }

    @Test
    void records_appendedTogether_areAllThere() {
        List<AccessRecord> three =
                List.of(record, Sample.reading().build(), Sample.reading().build());

        log.append(three);
        log.append(List.of());

        assertThat(outbox.items.values()).extracting(AccessLog::read).isEqualTo(three);
    }

    @Test
    void record_thatTheContractDoesNotAllow_isRefusedAndNoneOfItsCompanyIsKept() {
        AccessRecord bad =
                new AccessRecord(
                        "", record.system(), record.activity(), record.user(), record.resources());

        assertThatThrownBy(() -> log.append(List.of(record, bad)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        it -> assertThat(it.field()).isEqualTo("logId"));
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void append_whenTheOutboxFails_tellsTheCaller() {
        outbox.failure = MemoryOutbox.full();

        assertThatThrownBy(() -> log.append(record)).isSameAs(outbox.failure);
        assertThatThrownBy(() -> log.append(List.of(record))).isSameAs(outbox.failure);
    }

    @Test
    void append_inATransactionOfNoDatabase_isRefused() {
        Connection connection =
                (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> null);

        assertThatThrownBy(() -> log.append(connection, record))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        it -> assertThat(it.kind()).isEqualTo(OutboxException.Kind.INPUT));
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void reading_data_logsBeforeTheyAreShown() {
        String shown =
                log.reading(
                        record,
                        () -> {
                            assertThat(outbox.items).isEmpty();
                            return "data";
                        });

        assertThat(shown).isEqualTo("data");
        assertThat(outbox.items).containsKey(record.logId());
    }

    @Test
    void reading_dataWhenTheOutboxFails_withholdsThem() {
        outbox.failure = MemoryOutbox.full();

        assertThatThrownBy(() -> log.reading(record, () -> "data")).isSameAs(outbox.failure);
    }

    @Test
    void reading_dataThatCannotBeFetched_logsNothing() {
        RuntimeException failure = new IllegalStateException("no data");

        assertThatThrownBy(
                        () ->
                                log.reading(
                                        record,
                                        () -> {
                                            throw failure;
                                        }))
                .isSameAs(failure);
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void call_ofAUsersClient_isLoggedByTheRuleOfItsContract() {
        RivtaClient lina = log.on(platform, Sample.USER, rules);

        assertThat(lina.call(JOURNAL, TO, "191212121212")).isEqualTo("ont i halsen");

        assertThat(outbox.items.values())
                .singleElement()
                .satisfies(
                        item -> {
                            AccessRecord made = AccessLog.read(item);
                            assertThat(made.user().id()).isEqualTo(Sample.USER.employee());
                            assertThat(made.activity().level()).contains("SE-JOURNAL");
                            assertThat(made.resources().get(0).patient())
                                    .contains(AccessRecord.Patient.of(Sample.PATIENT));
                        });
    }

    @Test
    void calls_ofTwoUsers_areLoggedAsTheirs() {
        ActingUser other =
                new ActingUser(
                        se.ehealthsdk.core.identifier.HsaId.of("SE5565594230-DOC2"),
                        Optional.empty(),
                        Optional.empty(),
                        Sample.USER.commission(),
                        Sample.USER.careUnit(),
                        Sample.USER.careProvider());

        log.on(platform, Sample.USER, rules).call(JOURNAL, TO, "191212121212");
        log.on(platform, other, rules).call(JOURNAL, TO, "191212121212");

        assertThat(outbox.items.values())
                .extracting(item -> AccessLog.read(item).user().id().value())
                .containsExactly("SE5565594230-DOC1", "SE5565594230-DOC2");
    }

    @Test
    void call_whenTheOutboxFails_withholdsTheAnswer() {
        outbox.failure = MemoryOutbox.full();
        RivtaClient lina = log.on(platform, Sample.USER, rules);

        assertThatThrownBy(() -> lina.call(JOURNAL, TO, "191212121212")).isSameAs(outbox.failure);
        assertThat(SERVED).hasSize(1);
    }

    @Test
    void call_whenItsRuleFails_withholdsTheAnswer() {
        AccessRules failing =
                AccessRules.builder()
                        .on(
                                JOURNAL,
                                access -> {
                                    throw new IllegalStateException("no rule for this");
                                })
                        .build();

        assertThatThrownBy(
                        () ->
                                log.on(platform, Sample.USER, failing)
                                        .call(JOURNAL, TO, "191212121212"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void call_withNothingInItsAnswer_isNotLogged() {
        RivtaClient lina = log.on(platform, Sample.USER, rules);
        outbox.failure = MemoryOutbox.full();

        assertThat(lina.call(JOURNAL, TO, "201212121212")).isEmpty();
        assertThat(lina.call(PING, TO, "ping")).isEqualTo("pong");
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void call_thatFails_isNotLogged() {
        RivtaClient lina = log.on(platform, Sample.USER, rules);

        assertThatThrownBy(() -> lina.call(JOURNAL, TO, "fail"))
                .isInstanceOf(ServiceFaultException.class);
        assertThat(outbox.items).isEmpty();
    }

    @Test
    void call_ofAContractWithoutRule_isNotEvenSent() {
        AccessRules none = AccessRules.builder().withoutRecord(PING).build();

        assertThatThrownBy(
                        () -> log.on(platform, Sample.USER, none).call(JOURNAL, TO, "191212121212"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        it -> {
                            assertThat(it.field()).isEqualTo("rules");
                            assertThat(it.getMessage()).contains("GetJournal");
                        });
        assertThat(SERVED).isEmpty();
    }

    @Test
    void interceptor_aloneOnAContractWithoutRule_withholdsTheAnswer() {
        AccessRules none = AccessRules.builder().build();
        RivtaClient lina =
                platform.with(
                        options -> options.answerInterceptor(log.recording(Sample.USER, none)));

        assertThatThrownBy(() -> lina.call(JOURNAL, TO, "191212121212"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void log_opened_deliversToTheService() {
        try (AccessLog delivering = AccessLog.open(outbox, service)) {
            delivering.append(record);
            delivering.delivery().orElseThrow().flush();
        }

        assertThat(outbox.verdicts).containsExactly(new Verdict.Accepted(""));
        assertThat(outbox.deliveryClosed).isTrue();
        assertThat(outbox.closed).isTrue();
    }

    @Test
    void log_thatOnlyAppends_hasNoDeliveryAndClosesItsOutbox() {
        assertThat(log.delivery()).isEmpty();

        log.close();

        assertThat(outbox.closed).isTrue();
        assertThat(outbox.deliveryClosed).isFalse();
    }

    @Test
    void log_thatCannotDeliver_closesItsOutbox() {
        outbox.failure = MemoryOutbox.full();

        assertThatThrownBy(() -> AccessLog.open(outbox, service)).isSameAs(outbox.failure);
        assertThat(outbox.closed).isTrue();
    }

    @Test
    void item_thatHoldsNoRecord_isNotReadAsOne() {
        Item item = Item.of("id-1", "x", "Tolvan 191212121212".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> AccessLog.read(item))
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("id-1")
                .hasMessageNotContaining("Tolvan");
    }
}
