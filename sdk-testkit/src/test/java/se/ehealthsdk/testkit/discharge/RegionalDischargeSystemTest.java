package se.ehealthsdk.testkit.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.exchange.ExchangeStorage;
import se.ehealthsdk.discharge.exchange.HttpsDischargeExchange;
import se.ehealthsdk.discharge.exchange.Peer;
import se.ehealthsdk.discharge.exchange.RecipientStatus;
import se.ehealthsdk.discharge.exchange.ResendPolicy;
import se.ehealthsdk.discharge.json.CaseJson;

class RegionalDischargeSystemTest {

    private static final HsaId HOSPITAL = HsaId.of("TSTNMT2321000156-EHR1");
    private static final Participant WARD = RegionalDischargeSystem.WARD;
    private static final Participant SOCIAL_SERVICES = RegionalDischargeSystem.SOCIAL_SERVICES;
    private static final PersonId PATIENT = PersonId.parse("189001069807");

    private final RegionalDischargeSystem region = RegionalDischargeSystem.start();
    private final Instant now = Instant.now().minusSeconds(60);
    private final EventWriter ward = EventWriter.of(CaseId.random(), PATIENT, WARD);

    @AfterEach
    void stop() {
        region.close();
    }

    private CaseEvent admission() {
        return ward.send(
                new AdmissionNotice(
                        Admission.needing(
                                now, CareForm.SOMATIC, CareParty.MUNICIPAL_SOCIAL_SERVICES),
                        new Patient(
                                PATIENT,
                                Optional.of("Karin Nordin"),
                                Optional.empty(),
                                Protection.NONE,
                                Residence.UNKNOWN),
                        Optional.of(LocalDate.of(2026, 12, 1))),
                now,
                SOCIAL_SERVICES);
    }

    private CaseEvent estimate(int day) {
        return ward.send(new EstimateChanged(LocalDate.of(2026, 12, day)), now, SOCIAL_SERVICES);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** The adapter of the SDK, whose code is not the stand-in's. */
    @Nested
    class WithTheSdk {

        @TempDir Path folder;
        private HttpsDischargeExchange exchange;
        private final BlockingQueue<CaseEvent> received = new LinkedBlockingQueue<>();

        @BeforeEach
        void open() {
            exchange =
                    HttpsDischargeExchange.builder()
                            .credential(region.credentialFor(HOSPITAL))
                            .trust(region.trust())
                            .storage(ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(folder))
                            .ownUnits(Set.of(WARD.unit()))
                            .peer(
                                    new Peer(
                                            RegionalDischargeSystem.SYSTEM,
                                            region.url(),
                                            Set.of(SOCIAL_SERVICES.unit())))
                            .resend(new ResendPolicy(Duration.ofMillis(300), 20))
                            .timeout(Duration.ofSeconds(2))
                            .pauses(Duration.ofMillis(50), Duration.ofMillis(200))
                            .open();
            exchange.receive((event, reception) -> received.add(event));
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            region.connect(HOSPITAL, exchange.serve(loopback).url(), Set.of(WARD.unit()));
        }

        @AfterEach
        void close() {
            exchange.close();
        }

        private boolean isIn(CaseEvent event, RecipientStatus.State state) {
            return exchange.status(event.id()).stream().allMatch(status -> status.state() == state);
        }

        @Test
        void message_isHeldAndAcknowledged() throws InterruptedException {
            CaseEvent admission = admission();
            exchange.send(admission);

            await(() -> isIn(admission, RecipientStatus.State.ACKNOWLEDGED));

            assertThat(region.find(ward.caseId()).orElseThrow().events())
                    .containsExactly(admission);
        }

        @Test
        void lostAndLateAnswers_doubleNothing() throws InterruptedException {
            CaseEvent admission = admission();
            CaseEvent changed = estimate(2);
            region.next(DischargeFault.answerLost());
            region.next(DischargeFault.busy());
            region.next(DischargeFault.noAnswer());
            region.next(DischargeFault.status(503));
            exchange.send(admission);
            exchange.send(changed);

            await(() -> isIn(changed, RecipientStatus.State.ACKNOWLEDGED));

            assertThat(region.find(ward.caseId()).orElseThrow().events())
                    .containsExactly(admission, changed);
            assertThat(region.journal())
                    .filteredOn(entry -> entry.messageId().equals(admission.id().value()))
                    .hasSizeGreaterThan(1);
        }

        @Test
        void systemDown_messagesWait_andComeInOrderWhenItIsBack() throws InterruptedException {
            CaseEvent admission = admission();
            CaseEvent changed = estimate(3);
            region.down();
            exchange.send(admission);
            exchange.send(changed);
            assertThat(region.cases()).isEmpty();

            region.up();
            await(() -> isIn(changed, RecipientStatus.State.ACKNOWLEDGED));

            assertThat(region.find(ward.caseId()).orElseThrow().events())
                    .containsExactly(admission, changed);
        }

        @Test
        void refusal_reachesTheSenderWithItsCode() throws InterruptedException {
            region.next(DischargeFault.refused("kind-not-taken", "Not here."));
            CaseEvent admission = admission();
            exchange.send(admission);

            await(() -> isIn(admission, RecipientStatus.State.REFUSED));

            assertThat(
                            exchange.status(admission.id())
                                    .get(0)
                                    .acknowledgement()
                                    .orElseThrow()
                                    .code())
                    .contains("kind-not-taken");
        }

        @Test
        void municipalityThatCannotReceive_isHeard_andTwiceIsOnce() throws InterruptedException {
            CaseEvent admission = admission();
            exchange.send(admission);
            await(() -> isIn(admission, RecipientStatus.State.ACKNOWLEDGED));

            CaseEvent read =
                    region.say(ward.caseId(), SOCIAL_SERVICES, new Receipt(admission.id()));
            CaseEvent said =
                    region.say(
                            ward.caseId(),
                            SOCIAL_SERVICES,
                            Availability.now(Availability.Answer.CANNOT_RECEIVE));
            assertThat(region.send(said)).containsEntry(HOSPITAL, "ok");

            assertThat(received).containsExactly(read, said);
            assertThat(region.find(ward.caseId()).orElseThrow().events())
                    .containsExactly(admission, read, said);
        }
    }

    /** A client that knows only what is written: JSON over HTTPS. */
    @Nested
    class WithPlainHttp {

        private final HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(region.credentialFor(HOSPITAL).sslContext(region.trust()))
                        .build();

        @BeforeEach
        void connect() {
            region.connect(HOSPITAL, URI.create("https://localhost:1/none"), Set.of(WARD.unit()));
        }

        private HttpResponse<String> post(String body) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(region.url())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private String envelope(String id, CaseEvent event, int sequence, int after) {
            return envelope(id, event.id(), event, sequence, after, SOCIAL_SERVICES.unit().value());
        }

        private String envelope(
                String id,
                MessageId message,
                CaseEvent event,
                int sequence,
                int after,
                String unit) {
            return """
                    {"envelopeId":"%s","sentAt":"%s","messageId":"%s","caseId":"%s",
                     "recipients":["%s"],"sequence":%d,"after":%d,"future":{"x":1},"event":%s}"""
                    .formatted(
                            id,
                            Instant.now(),
                            message,
                            event.caseId(),
                            unit,
                            sequence,
                            after,
                            new String(CaseJson.write(event), StandardCharsets.UTF_8));
        }

        @Test
        void message_isAcknowledged_andAgainTheSame() throws Exception {
            CaseEvent admission = admission();

            HttpResponse<String> first = post(envelope("e1", admission, 1, 0));
            HttpResponse<String> again = post(envelope("e2", admission, 1, 0));

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body())
                    .contains("\"status\":\"ok\"")
                    .contains(admission.id().value())
                    .doesNotContain("1890")
                    .doesNotContain("Nordin");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(region.find(ward.caseId()).orElseThrow().events()).hasSize(1);
        }

        @Test
        void envelopeWithAnotherMessage_andChangedLetter_areConflicts() throws Exception {
            CaseEvent admission = admission();
            post(envelope("e1", admission, 1, 0));

            assertThat(post(envelope("e1", estimate(2), 2, 1)).statusCode()).isEqualTo(409);
            assertThat(
                            post(envelope(
                                            "e3",
                                            admission.id(),
                                            estimate(2),
                                            1,
                                            0,
                                            SOCIAL_SERVICES.unit().value()))
                                    .statusCode())
                    .isEqualTo(409);
        }

        @Test
        void orderWithinACase_isKept() throws Exception {
            post(envelope("e1", admission(), 1, 0));

            assertThat(post(envelope("e3", estimate(3), 3, 2)).body())
                    .contains("transient-error", "earlier-missing");
            assertThat(post(envelope("e2", estimate(2), 2, 1)).body()).contains("\"ok\"");
            assertThat(post(envelope("e4", estimate(4), 2, 1)).body())
                    .contains("fatal-error", "out-of-order");
        }

        @Test
        void strangersAndStrangeUnits_areTurnedAway() throws Exception {
            CaseEvent admission = admission();
            assertThat(post(envelope("e1", admission.id(), admission, 1, 0, "TST-NONE")).body())
                    .contains("receiver-unknown");
            EventWriter stranger =
                    ward.as(Participant.of(CareParty.INPATIENT, HsaId.of("TSTNMT2321000156-XX99")));
            CaseEvent strange = stranger.send(admission.content(), now, SOCIAL_SERVICES);
            assertThat(post(envelope("e2", strange, 1, 0)).body()).contains("sender-not-held");
            assertThat(region.cases()).isEmpty();

            region.reset();
            assertThat(post(envelope("e3", admission, 1, 0)).statusCode()).isEqualTo(403);
        }

        @Test
        void damagedEnvelopes_areTurnedAway() throws Exception {
            for (String damaged : List.of("", "{", "[]", "{}", envelope("e1", admission(), 0, 0))) {
                assertThat(post(damaged).statusCode()).as(damaged).isEqualTo(400);
            }
            assertThat(region.cases()).isEmpty();
        }

        @Test
        void eventThatTheCaseRefuses_isRefusedWithTheRule() throws Exception {
            post(envelope("e1", admission(), 1, 0));
            CaseEvent other =
                    EventWriter.of(ward.caseId(), PersonId.parse("190002289809"), WARD)
                            .send(
                                    new EstimateChanged(LocalDate.of(2026, 12, 5)),
                                    now,
                                    SOCIAL_SERVICES);

            assertThat(post(envelope("e2", other, 2, 1)).body())
                    .contains("refused-by-case", "ANOTHER_PATIENT")
                    .doesNotContain("1900");
            assertThat(region.find(ward.caseId()).orElseThrow().events()).hasSize(1);
        }

        @Test
        void nobodyOfTheVendorsInTheCase_cannotBeSpokenTo() {
            assertThatThrownBy(
                            () ->
                                    region.say(
                                            CaseId.of("NONE"),
                                            SOCIAL_SERVICES,
                                            Availability.now(Availability.Answer.UNCLEAR)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
