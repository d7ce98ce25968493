package se.ehealthsdk.discharge.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.NOON;
import static se.ehealthsdk.discharge.exchange.Systems.WARD;
import static se.ehealthsdk.discharge.exchange.Systems.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;
import se.ehealthsdk.outbox.PayloadKeys;

/** Nobody's name, address or number is in a log, an answer or an exception; simplelogger.properties logs all there is. */
class ExchangePrivacyTest {

    private static final String NAME = "Tolvan Tolvansson";
    private static final String ADDRESS = "Provgatan 12";
    private static final String NUMBER = "191212121212";

    @TempDir Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private static CaseEvent event() {
        Patient patient =
                new Patient(
                        Systems.PATIENT,
                        Optional.of(NAME),
                        Optional.of(ADDRESS),
                        Protection.NONE,
                        Residence.UNKNOWN);
        return Systems.event(
                CareParty.INPATIENT,
                WARD,
                CaseId.random(),
                new AdmissionNotice(
                        Admission.needing(
                                NOON, CareForm.SOMATIC, CareParty.MUNICIPAL_SOCIAL_SERVICES),
                        patient,
                        Optional.of(LocalDate.of(2026, 3, 9))),
                AID);
    }

    private static void nobodyIn(String text) {
        assertThat(text)
                .doesNotContain("Tolvan")
                .doesNotContain("Provgatan")
                .doesNotContain(NUMBER)
                .doesNotContain("121212-1212");
    }

    @Test
    void exchange_whateverHappens_leavesNobodyInLogs() throws Exception {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(logged, true, UTF_8));
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        Handler java = capturing();
        root.addHandler(java);
        root.setLevel(Level.ALL);
        try {
            exchange();
        } finally {
            root.setLevel(level);
            root.removeHandler(java);
            System.setErr(before);
        }
        String log = logged.toString(UTF_8);
        assertThat(log)
                .contains("The handler failed on")
                .contains("org.apache.hc.client5.http.impl.classic")
                .contains("Refused and parked");
        assertThat(log)
                .as("what waits for its turn is no alarm")
                .doesNotContain("WARN se.ehealthsdk.outbox");
        nobodyIn(log);
        assertThat(told).isNotEmpty();
        nobodyIn(String.join("\n", told));
    }

    private Handler capturing() {
        return new Handler() {
            private final SimpleFormatter format = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                told.add(format.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private void exchange() {
        int port = Systems.freePort();
        List<CaseEvent> came = new CopyOnWriteArrayList<>();
        try (HttpsDischargeExchange hospital =
                        Systems.hospitalSystem(folder.resolve("hospital"), port)
                                .listener(new Telling())
                                .open();
                HttpsDischargeExchange municipality =
                        Systems.municipalSystem(folder.resolve("municipality"), 1)
                                .listener(new Telling())
                                .open()) {
            municipality.receive(
                    (event, reception) -> {
                        told.add(reception.toString());
                        came.add(event);
                        if (came.size() == 2) {
                            throw new MessageRefusedException(AckCode.KIND_NOT_TAKEN, "Not taken.");
                        }
                        if (came.size() > 2) {
                            throw new IllegalStateException(
                                    NAME + NUMBER, new IOException(ADDRESS));
                        }
                    });
            municipality.serve(Systems.loopback(port));
            for (State end : List.of(State.ACKNOWLEDGED, State.HELD)) {
                CaseEvent event = event();
                hospital.send(event);
                hospital.send(
                        Systems.event(
                                CareParty.INPATIENT, WARD, event.caseId(), event.content(), AID));
                await(end.name(), () -> hospital.status(event.id()).get(0).state() == end);
                told.add(hospital.status(event.id()).toString());
                if (end == State.ACKNOWLEDGED) {
                    await("the second", () -> came.size() == 2);
                }
                if (end == State.HELD) {
                    return;
                }
            }
        }
    }

    private final class Telling implements ExchangeListener {
        @Override
        public void refused(HsaId peer, Acknowledgement acknowledgement) {
            told.add(acknowledgement + " " + acknowledgement.text());
        }

        @Override
        public void received(HsaId peer, Acknowledgement acknowledgement) {
            told.add(acknowledgement + " " + acknowledgement.text());
        }

        @Override
        public void unanswered(HsaId peer, MessageId message, String reason) {
            told.add(reason);
        }
    }

    @Test
    void damagedRequests_areAnsweredWithoutWhatIsInThem() throws Exception {
        ExchangeEndpoint endpoint =
                ExchangeEndpoint.builder()
                        .peer(Systems.hospital(1))
                        .ownUnits(Set.of(AID))
                        .inbox(Inbox.inMemory())
                        .handler((event, reception) -> {})
                        .listener(new Telling())
                        .build();
        CaseEvent event = event();
        String json =
                new String(
                        new Envelope(
                                        "e1",
                                        NOON,
                                        event.id(),
                                        event.caseId(),
                                        List.of(AID),
                                        1,
                                        0,
                                        Letter.write(event))
                                .write(),
                        UTF_8);
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(logged, true, UTF_8));
        try {
            // each value of the message in turn is something that it cannot be, with a person in it
            int damaged = 0;
            for (int at = json.indexOf(':'); at >= 0; at = json.indexOf(':', at + 1)) {
                for (String person :
                        List.of(
                                "\"" + NAME + " " + NUMBER + "\"",
                                "{\"" + NAME + "\":\"" + NUMBER + "\"}",
                                NAME,
                                NUMBER)) {
                    String wrong =
                            json.substring(0, at + 1) + person + "," + json.substring(at + 1);
                    String cut = json.substring(0, at + 1) + person + rest(json, at + 1);
                    for (String body : List.of(wrong, cut)) {
                        ExchangeResponse response =
                                endpoint.handle(
                                        new EndpointRequest(
                                                "POST",
                                                Map.of("Content-Type", "application/json"),
                                                new ByteArrayInputStream(body.getBytes(UTF_8)),
                                                Optional.of(
                                                        Systems.credential(Systems.HOSPITAL)
                                                                .certificate())));
                        nobodyIn(new String(response.body(), UTF_8));
                        damaged += response.status() == 200 ? 0 : 1;
                    }
                }
            }
            assertThat(damaged).isGreaterThan(100);
        } finally {
            System.setErr(before);
        }
        nobodyIn(logged.toString(UTF_8));
        nobodyIn(String.join("\n", told));
    }

    /** After the value that begins there, if it is a simple one. */
    private static String rest(String json, int from) {
        int end = from;
        while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return json.substring(end);
    }

    @Test
    void acknowledgementWithAPersonInItsCode_isNotRepeated() {
        Acknowledgement ack =
                AckJson.read(
                        ("{\"messageId\":\"m1\",\"status\":\"fatal-error\",\"code\":\""
                                        + NAME
                                        + "\",\"rule\":\""
                                        + NUMBER
                                        + " \",\"text\":\""
                                        + ADDRESS
                                        + "\",\"at\":\"2026-03-06T11:00:00Z\"}")
                                .getBytes(UTF_8));
        assertThat(ack.status()).isEqualTo(Acknowledgement.Status.FATAL_ERROR);
        nobodyIn(ack.toString() + ack.code() + ack.rule());
    }

    @Test
    void lettersOnTheirWay_withAKey_areNotReadableInTheFiles() throws Exception {
        PayloadKeys keys =
                new PayloadKeys() {
                    @Override
                    public String currentId() {
                        return "k1";
                    }

                    @Override
                    public SecretKey key(String id) {
                        return new SecretKeySpec(new byte[32], "AES");
                    }
                };
        CaseEvent event = event();
        Path own = folder.resolve("own");
        try (HttpsDischargeExchange hospital =
                Systems.hospitalSystem(own, Systems.freePort())
                        .storage(
                                ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(own)
                                        .encryptWith(keys))
                        .open()) {
            hospital.send(event);
            assertThat(hospital.status(event.id())).hasSize(1);
            StringBuilder all = new StringBuilder();
            try (var files = Files.list(own)) {
                for (Path file : files.toList()) {
                    all.append(new String(Files.readAllBytes(file), UTF_8));
                }
            }
            assertThat(all.toString()).contains(event.caseId().value());
            nobodyIn(all.toString());
        }
    }
}
