package se.ehealthsdk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.outbox.Item;

/** Logs accesses to one person's data with every outcome, and looks for that person in all that is written. */
@ResourceLock(Resources.SYSTEM_ERR)
class LogPrivacyTest {

    private static final String NUMBER = "191212121212";
    private static final String NAME = "Tolvansson";

    @Test
    void record_anyOutcome_leavesNoPersonInLogsMessagesOrVerdicts() {
        String person = "Patienten Tolvan " + NAME + " " + NUMBER;
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        StringWriter written = new StringWriter();
        System.setErr(new PrintStream(logged, true, UTF_8));
        try {
            everyOutcome(person, written);
        } finally {
            System.setErr(before);
        }

        String everything = logged.toString(UTF_8) + written;
        assertThat(everything)
                .contains("cannot be read")
                .contains("StoreLog[1 records]")
                .doesNotContain(NUMBER)
                .doesNotContain(NAME);
    }

    private static void everyOutcome(String person, StringWriter written) {
        Deque<LogResult> answers =
                new ConcurrentLinkedDeque<>(
                        List.of(
                                LogResult.of("OK"),
                                LogResult.of("VALIDATION_ERROR", person),
                                LogResult.of("VALIDATION_ERROR", "LogId är inte unikt, " + person),
                                LogResult.of("ERROR", person),
                                LogResult.of("ACCESSDENIED", person),
                                LogResult.of(person, person)));
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                LogContracts.STORE_LOG_2,
                                (request, caller) -> {
                                    written.append(request.toString());
                                    if (answers.isEmpty()) {
                                        throw RivtaFault.client(person);
                                    }
                                    return answers.removeFirst();
                                })
                        .build();
        try (RivtaServer server = Pki.serve(endpoint);
                RivtaClient platform = Pki.client(server.url()).build()) {
            while (!answers.isEmpty()) {
                deliver(platform, person, written);
            }
            deliver(platform, person, written);
        }
    }

    private static void deliver(RivtaClient platform, String person, StringWriter written) {
        LogService service = LogService.on(platform);
        MemoryOutbox outbox = new MemoryOutbox();
        AccessLog log = AccessLog.open(outbox, service);
        AccessRecord record =
                AccessRecord.of(ActivityType.READ)
                        .patient(Sample.PATIENT, person)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(ResourceType.CERTIFICATE)
                        .arguments(person)
                        .withNames()
                        .build();
        log.append(record);
        log.delivery().orElseThrow().flush();
        written.append(record.toString())
                .append(outbox.items.values().toString())
                .append(outbox.verdicts.get(0).toString())
                .append(log.toString())
                .append(service.toString());
        byte[] broken = ("<log>" + person).getBytes(UTF_8);
        written.append(service.deliver("SE1", List.of(Item.of("id", "SE1", broken))).toString());
        try {
            log.append(Sample.reading().level(person + "\u0000").build());
        } catch (RuntimeException refused) {
            refused.printStackTrace(new PrintWriter(written, true));
        }
        try {
            AccessLog.read(Item.of("id", "SE1", broken));
        } catch (RuntimeException refused) {
            refused.printStackTrace(new PrintWriter(written, true));
        }
    }
}
