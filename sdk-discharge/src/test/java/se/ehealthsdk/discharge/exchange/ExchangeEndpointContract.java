package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.HOSPITAL;
import static se.ehealthsdk.discharge.exchange.Systems.NOON;
import static se.ehealthsdk.discharge.exchange.Systems.NURSES;
import static se.ehealthsdk.discharge.exchange.Systems.STRANGER;
import static se.ehealthsdk.discharge.exchange.Systems.WARD;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.UnknownContent;

/** The receiving side by itself, with a certificate but without a network. */
abstract class ExchangeEndpointContract {

    abstract Inbox inbox();

    private final CaseId caseId = CaseId.random();
    private final List<CaseEvent> shown = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Inbox inbox;
    private ExchangeEndpoint endpoint;
    private MessageHandler handler = (event, reception) -> shown.add(event);

    @BeforeEach
    void open() {
        inbox = inbox();
        endpoint =
                ExchangeEndpoint.builder()
                        .peer(Systems.hospital(1))
                        .ownUnits(Set.of(AID, NURSES))
                        .inbox(inbox)
                        .handler((event, reception) -> handler.handle(event, reception))
                        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                        .maxBytes(20_000)
                        .listener(
                                new ExchangeListener() {
                                    @Override
                                    public void repeated(
                                            HsaId peer,
                                            se.ehealthsdk.discharge.event.MessageId message,
                                            String envelope) {
                                        heard.add("repeated " + envelope);
                                    }

                                    @Override
                                    public void clockDiffers(HsaId peer, Duration ahead) {
                                        heard.add("clock " + ahead);
                                    }

                                    @Override
                                    public void turnedAway(
                                            Optional<HsaId> peer, int status, String code) {
                                        heard.add(status + " " + code);
                                    }
                                })
                        .build();
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    private static Envelope envelope(String id, CaseEvent event, long sequence, long after) {
        return new Envelope(
                id,
                NOON,
                event.id(),
                event.caseId(),
                List.of(AID),
                sequence,
                after,
                Letter.write(event));
    }

    private CaseEvent event() {
        return Systems.fromWard(caseId, AID);
    }

    private ExchangeResponse post(byte[] body) {
        return post(Systems.credential(HOSPITAL).certificate(), body);
    }

    private ExchangeResponse post(X509Certificate certificate, byte[] body) {
        return post("POST", "application/json; charset=UTF-8", certificate, body);
    }

    private ExchangeResponse post(
            String method, String type, X509Certificate certificate, byte[] body) {
        try {
            return endpoint.handle(
                    new EndpointRequest(
                            method,
                            Map.of("Content-Type", type),
                            new ByteArrayInputStream(body),
                            Optional.ofNullable(certificate)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Acknowledgement send(Envelope envelope) {
        ExchangeResponse response = post(envelope.write());
        assertThat(response.status()).isEqualTo(200);
        return AckJson.read(response.body());
    }

    private static void refused(Acknowledgement ack, Acknowledgement.Status status, AckCode code) {
        assertThat(ack.status()).isEqualTo(status);
        assertThat(ack.code()).contains(code.wire());
    }

    @Test
    void bothNew_isProcessed() {
        CaseEvent event = event();
        Acknowledgement ack = send(envelope("e1", event, 1, 0));
        assertThat(ack.status()).isEqualTo(Acknowledgement.Status.OK);
        assertThat(ack.message()).isEqualTo(event.id());
        assertThat(ack.at()).isEqualTo(NOON);
        assertThat(shown).containsExactly(event);
        assertThat(heard).isEmpty();
    }

    @Test
    void bothSeen_getsTheSameBytesAgain() {
        byte[] body = envelope("e1", event(), 1, 0).write();
        ExchangeResponse first = post(body);
        ExchangeResponse again = post(body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(shown).hasSize(1);
        assertThat(heard).containsExactly("repeated e1");
    }

    @Test
    void envelopeNewAndMessageSeen_getsTheSameBytesAgainWithoutProcessing() {
        CaseEvent event = event();
        ExchangeResponse first = post(envelope("e1", event, 1, 0).write());
        ExchangeResponse again = post(envelope("e2", event, 1, 0).write());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(shown).hasSize(1);
        assertThat(post(envelope("e2", event, 1, 0).write()).body()).isEqualTo(first.body());
        assertThat(heard).containsExactly("repeated e2", "repeated e2");
    }

    @Test
    void envelopeSeenAndMessageNew_isAnErrorAndNoAcknowledgement() {
        send(envelope("e1", event(), 1, 0));
        CaseEvent other = event();
        assertThat(post(envelope("e1", other, 2, 1).write()).status()).isEqualTo(409);
        assertThat(shown).hasSize(1);
        assertThat(heard).containsExactly("409 envelope-reused");
        assertThat(send(envelope("e2", other, 2, 1)).status())
                .as("the message is not lost by it")
                .isEqualTo(Acknowledgement.Status.OK);
    }

    @Test
    void envelopeOfOneMessageWithAnotherThatIsSeen_isAnError() {
        CaseEvent first = event();
        CaseEvent second = event();
        send(envelope("e1", first, 1, 0));
        send(envelope("e2", second, 2, 1));
        assertThat(post(envelope("e1", second, 2, 1).write()).status()).isEqualTo(409);
    }

    @Test
    void seenMessageWithAnotherLetter_isAnError() {
        CaseEvent event = event();
        send(envelope("e1", event, 1, 0));
        CaseEvent changed =
                new CaseEvent(
                        event.id(),
                        event.caseId(),
                        event.patient(),
                        event.sender(),
                        event.recipients(),
                        event.times(),
                        event.transcription(),
                        new EstimateChanged(LocalDate.of(2026, 4, 1)));
        assertThat(post(envelope("e2", changed, 1, 0).write()).status()).isEqualTo(409);
        assertThat(heard).containsExactly("409 letter-changed");
        assertThat(shown).containsExactly(event);
    }

    @Test
    void transientError_isSaidAgainForItsEnvelopeAndTriedAgainForAnother() {
        CaseEvent event = event();
        handler =
                (each, reception) -> {
                    throw new IllegalStateException("the patient's name");
                };
        Envelope first = envelope("e1", event, 1, 0);
        ExchangeResponse negative = post(first.write());
        refused(
                AckJson.read(negative.body()),
                Acknowledgement.Status.TRANSIENT_ERROR,
                AckCode.TEMPORARILY_UNAVAILABLE);
        assertThat(new String(negative.body(), StandardCharsets.UTF_8)).doesNotContain("name");
        handler = (each, reception) -> shown.add(each);
        assertThat(post(first.write()).body()).isEqualTo(negative.body());
        assertThat(shown).isEmpty();
        ExchangeResponse positive = post(envelope("e2", event, 1, 0).write());
        assertThat(AckJson.read(positive.body()).status()).isEqualTo(Acknowledgement.Status.OK);
        assertThat(shown).hasSize(1);
        assertThat(post(first.write()).body())
                .as("never positive and then negative")
                .isEqualTo(positive.body());
    }

    @Test
    void refusalOfTheCase_isFatalAndNamesItsRuleEachTime() {
        CaseEvent event = event();
        DischargeCase theCase = DischargeCase.of(List.of(Systems.fromWard(CaseId.random(), AID)));
        int before = theCase.events().size();
        handler =
                (each, reception) -> {
                    DischargeCase.of(List.of(theCase.events().get(0), each));
                };
        Acknowledgement ack = send(envelope("e1", event, 1, 0));
        refused(ack, Acknowledgement.Status.FATAL_ERROR, AckCode.REFUSED_BY_CASE);
        assertThat(ack.rule()).contains("ANOTHER_CASE");
        assertThat(theCase.events()).hasSize(before);
        handler = (each, reception) -> shown.add(each);
        assertThat(send(envelope("e2", event, 1, 0))).isEqualTo(ack);
        assertThat(shown).isEmpty();
    }

    @Test
    void handlerThatDoesNotTakeAKind_isFatalWithItsCode() {
        handler =
                (event, reception) -> {
                    throw new MessageRefusedException(
                            AckCode.KIND_NOT_TAKEN, "Estimates are not taken here.");
                };
        Acknowledgement ack = send(envelope("e1", event(), 1, 0));
        refused(ack, Acknowledgement.Status.FATAL_ERROR, AckCode.KIND_NOT_TAKEN);
        assertThat(ack.text()).contains("Estimates are not taken here.");
    }

    @Test
    void eventOfANewerKind_isKeptAndShown() {
        CaseEvent newer =
                Systems.event(
                        CareParty.INPATIENT,
                        WARD,
                        caseId,
                        new UnknownContent("robotNotice", "{\"robot\":\"R2\"}"),
                        AID);
        send(envelope("e1", newer, 1, 0));
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).content()).isInstanceOf(UnknownContent.class);
        assertThat(Letter.write(shown.get(0))).isEqualTo(Letter.write(newer));
    }

    @Test
    void fieldsThatAreNotKnown_areLeftOut() {
        String json = new String(envelope("e1", event(), 1, 0).write(), StandardCharsets.UTF_8);
        ExchangeResponse response =
                post(
                        ("{\"priority\":{\"a\":[1,{}]}," + json.substring(1))
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(AckJson.read(response.body()).status()).isEqualTo(Acknowledgement.Status.OK);
    }

    @Test
    void order_earlierMissing_isTransientAndComesRightLater() {
        CaseEvent first = event();
        CaseEvent second = event();
        refused(
                send(envelope("e2", second, 2, 1)),
                Acknowledgement.Status.TRANSIENT_ERROR,
                AckCode.EARLIER_MISSING);
        send(envelope("e1", first, 1, 0));
        assertThat(send(envelope("e3", second, 2, 1)).status())
                .isEqualTo(Acknowledgement.Status.OK);
        assertThat(shown).containsExactly(first, second);
    }

    @Test
    void order_messageAfterALaterOne_isFatal() {
        CaseEvent late = event();
        send(envelope("e2", event(), 2, 0));
        refused(
                send(envelope("e1", late, 1, 0)),
                Acknowledgement.Status.FATAL_ERROR,
                AckCode.OUT_OF_ORDER);
        assertThat(shown).hasSize(1);
    }

    @Test
    void order_casesDoNotWaitForOneAnother() {
        send(envelope("e1", Systems.fromWard(CaseId.random(), AID), 1, 0));
        send(envelope("e2", Systems.fromWard(CaseId.random(), AID), 1, 0));
        assertThat(shown).hasSize(2);
    }

    @Test
    void unitThatThePeerDoesNotHold_isRefused() {
        CaseEvent foreign =
                Systems.event(
                        CareParty.INPATIENT,
                        STRANGER,
                        caseId,
                        new EstimateChanged(LocalDate.of(2026, 3, 9)),
                        AID);
        refused(
                send(envelope("e1", foreign, 1, 0)),
                Acknowledgement.Status.FATAL_ERROR,
                AckCode.SENDER_NOT_HELD);
        assertThat(shown).isEmpty();
    }

    @Test
    void recipientThatIsNotHere_isRefused() {
        CaseEvent astray = Systems.fromWard(caseId, STRANGER);
        Envelope envelope =
                new Envelope(
                        "e1",
                        NOON,
                        astray.id(),
                        caseId,
                        List.of(STRANGER),
                        1,
                        0,
                        Letter.write(astray));
        Acknowledgement ack = send(envelope);
        refused(ack, Acknowledgement.Status.FATAL_ERROR, AckCode.RECEIVER_UNKNOWN);
        assertThat(ack.unknownRecipients()).containsExactly(STRANGER);
    }

    @Test
    void oneRecipientOfTwoThatIsNotHere_isNamedAndTheOtherGetsIt() {
        CaseEvent event = Systems.fromWard(caseId, AID, STRANGER);
        Set<HsaId> reached = new java.util.HashSet<>();
        handler = (each, reception) -> reached.addAll(reception.recipients());
        Acknowledgement ack =
                send(
                        new Envelope(
                                "e1",
                                NOON,
                                event.id(),
                                caseId,
                                List.of(AID, STRANGER),
                                1,
                                0,
                                Letter.write(event)));
        assertThat(ack.status()).isEqualTo(Acknowledgement.Status.OK);
        assertThat(ack.unknownRecipients()).containsExactly(STRANGER);
        assertThat(reached).containsExactly(AID);
    }

    @Test
    void envelopeThatContradictsItsLetter_isRefused() {
        CaseEvent event = event();
        Envelope envelope =
                new Envelope(
                        "e1",
                        NOON,
                        se.ehealthsdk.discharge.event.MessageId.random(),
                        caseId,
                        List.of(AID),
                        1,
                        0,
                        Letter.write(event));
        refused(send(envelope), Acknowledgement.Status.FATAL_ERROR, AckCode.ENVELOPE_CONTRADICTS);
        assertThat(send(envelope("e2", event, 2, 0)).status()).isEqualTo(Acknowledgement.Status.OK);
    }

    @Test
    void letterThatCannotBeRead_isFatalWithoutWhatStoodThere() {
        CaseEvent event = event();
        String letter = new String(Letter.write(event), StandardCharsets.UTF_8);
        record Broken(String from, String to, AckCode code) {}
        int n = 0;
        for (Broken broken :
                List.of(
                        new Broken("\"estimateChanged\"", "17", AckCode.WRONG_DATATYPE),
                        new Broken("2026-03-09", "the 9th of Anna", AckCode.WRONG_DATATYPE),
                        new Broken("INPATIENT", "ANNA", AckCode.VALUE_NOT_IN_SET),
                        new Broken("191212121212", "Anna", AckCode.WRONG_DATATYPE))) {
            assertThat(letter).as("the event's JSON").containsIgnoringCase(broken.from());
            String changed = letter.replaceFirst("(?i)" + broken.from(), broken.to());
            Envelope envelope =
                    new Envelope(
                            "e" + ++n,
                            NOON,
                            se.ehealthsdk.discharge.event.MessageId.random(),
                            caseId,
                            List.of(AID),
                            n,
                            0,
                            changed.getBytes(StandardCharsets.UTF_8));
            ExchangeResponse response = post(envelope.write());
            Acknowledgement ack = AckJson.read(response.body());
            refused(ack, Acknowledgement.Status.FATAL_ERROR, broken.code());
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("anna")
                    .doesNotContain("1212");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"envelopeId\":\"e1\"",
                "{\"envelopeId\":1}",
                "{\"envelopeId\":\"e1\",\"envelopeId\":\"e2\"}",
                "{\"sequence\":99999999999999999999}",
                "{\"sequence\":1.5}",
                "{\"sentAt\":\"yesterday\"}",
                "{\"recipients\":\"SE1\"}",
                "{\"recipients\":[null]}",
                "{\"recipients\":[",
                "{\"messageId\":\"with blank\"}",
                "{\"event\":[]}",
                "\u0000\u0001"
            })
    void malformedEnvelope_isStatus400WithoutWhatStoodThere(String body) {
        ExchangeResponse response = post(body.getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":400,\"code\":\"damaged-in-transport\"}");
        assertThat(shown).isEmpty();
    }

    @Test
    void envelopeCutAnywhere_isStatus400() {
        byte[] whole = envelope("e1", event(), 1, 0).write();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThat(post(part).status()).as("after %d bytes", length).isEqualTo(400);
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void nestingWithoutEnd_isStatus400() {
        String deep = "{\"x\":" + "[".repeat(9_000);
        assertThat(post(deep.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void oversizedBody_isStatus413AndNotReadToItsEnd() throws IOException {
        long[] read = {0};
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        read[0]++;
                        return ' ';
                    }
                };
        ExchangeResponse response =
                endpoint.handle(
                        new EndpointRequest(
                                "POST",
                                Map.of("Content-Type", "application/json"),
                                endless,
                                Optional.of(Systems.credential(HOSPITAL).certificate())));
        assertThat(response.status()).isEqualTo(413);
        assertThat(read[0]).isLessThan(50_000);
    }

    @Test
    void requestThatIsNoMessage_isTurnedAway() {
        byte[] body = envelope("e1", event(), 1, 0).write();
        X509Certificate hospital = Systems.credential(HOSPITAL).certificate();
        assertThat(post("GET", "application/json", hospital, body).status()).isEqualTo(405);
        assertThat(post("POST", "text/xml", hospital, body).status()).isEqualTo(415);
        assertThat(post("POST", "application/json", null, body).status()).isEqualTo(403);
        assertThat(post(Systems.credential(STRANGER).certificate(), body).status()).isEqualTo(403);
        assertThat(shown).isEmpty();
    }

    @Test
    void clockThatIsAheadOrBehind_isHeardOfAndChangesNothing() {
        CaseEvent event = event();
        Envelope ahead =
                new Envelope(
                        "e1",
                        NOON.plus(Duration.ofHours(2)),
                        event.id(),
                        caseId,
                        List.of(AID),
                        1,
                        0,
                        Letter.write(event));
        assertThat(send(ahead).at()).isEqualTo(NOON);
        assertThat(shown.get(0).times()).isEqualTo(event.times());
        assertThat(heard).containsExactly("clock PT2H");
    }

    @Test
    void eventFromTheFuture_isRefusedWhenTheCaseRefusesIt() {
        handler =
                (each, reception) ->
                        DischargeCase.open(each, Acceptance.at(reception.receivedAt()));
        CaseEvent present = admission(NOON);
        assertThat(send(envelope("e1", present, 1, 0)).status())
                .isEqualTo(Acknowledgement.Status.OK);
        CaseEvent future = admission(NOON.plus(Duration.ofDays(1)));
        Acknowledgement ack = send(envelope("e2", future, 2, 1));
        assertThat(ack.status()).isEqualTo(Acknowledgement.Status.FATAL_ERROR);
        assertThat(ack.code()).contains("refused-by-case");
        assertThat(ack.rule()).contains("FROM_THE_FUTURE");
    }

    private CaseEvent admission(Instant happened) {
        Patient patient =
                new Patient(
                        Systems.PATIENT,
                        Optional.empty(),
                        Optional.empty(),
                        Protection.NONE,
                        Residence.UNKNOWN);
        return new CaseEvent(
                MessageId.random(),
                caseId,
                patient.id(),
                Participant.of(CareParty.INPATIENT, WARD),
                List.of(Participant.of(CareParty.MUNICIPAL_SOCIAL_SERVICES, AID)),
                EventTimes.at(happened),
                Optional.empty(),
                new AdmissionNotice(
                        Admission.needing(
                                NOON, CareForm.SOMATIC, CareParty.MUNICIPAL_SOCIAL_SERVICES),
                        patient,
                        Optional.of(LocalDate.of(2026, 3, 9))));
    }

    @Test
    void recipientThatTheEventDoesNotName_isGivenIt() {
        CaseEvent event = event();
        Set<HsaId> reached = new java.util.HashSet<>();
        handler = (each, reception) -> reached.addAll(reception.recipients());
        Acknowledgement ack =
                send(
                        new Envelope(
                                "e1",
                                NOON,
                                event.id(),
                                caseId,
                                List.of(NURSES),
                                1,
                                0,
                                Letter.write(event)));
        assertThat(ack.status()).isEqualTo(Acknowledgement.Status.OK);
        assertThat(reached).containsExactly(NURSES);
    }

    @Test
    void envelopeInAnotherEncodingThanUtf8_isTurnedAway() {
        String json = new String(envelope("e1", event(), 1, 0).write(), StandardCharsets.UTF_8);
        assertThat(post(json.getBytes(StandardCharsets.UTF_16)).status()).isEqualTo(400);
        assertThat(post(json.getBytes(StandardCharsets.UTF_16LE)).status()).isEqualTo(400);
        byte[] marked = ("\ufeff" + json).getBytes(StandardCharsets.UTF_8);
        assertThat(post(marked).status()).isEqualTo(200);
        assertThat(shown).hasSize(1);
    }

    @Test
    void withoutHandler_isStatus503AndNothingIsRemembered() {
        ExchangeEndpoint closed =
                ExchangeEndpoint.builder()
                        .peer(Systems.hospital(1))
                        .ownUnits(Set.of(AID))
                        .inbox(inbox)
                        .build();
        endpoint = closed;
        CaseEvent event = event();
        ExchangeResponse response = post(envelope("e1", event, 1, 0).write());
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("Retry-After", "30");
        open();
        assertThat(send(envelope("e1", event, 1, 0)).status()).isEqualTo(Acknowledgement.Status.OK);
    }
}
