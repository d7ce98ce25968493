package se.ehealthsdk.certificate.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.care.Told.CERTIFICATE;
import static se.ehealthsdk.certificate.care.Told.minute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.contract.SendMessageToCare.Completion;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.rivta.EndpointResponse;
import se.ehealthsdk.core.rivta.RivtaEndpoint;

/** Status updates and messages as they come over the wire, and what their senders are answered. */
class CareEventsTest {

    private final InMemoryCareEventStore store = new InMemoryCareEventStore();
    private final CareEvents events = CareEvents.into(store);

    // ---- status updates over the wire

    @Test
    void statusUpdate_isKeptAndAnsweredOk() {
        Answered answered = post(Told.status(EventCode.SIGNED, minute(0)).toBytes());

        assertThat(answered.status).isEqualTo(200);
        assertThat(answered.resultCode()).isEqualTo("OK");
        StatusEvent kept = (StatusEvent) store.events(CERTIFICATE).get(0);
        assertThat(kept.code()).isEqualTo(EventCode.SIGNED);
        assertThat(kept.actingUser().orElseThrow().value()).isEqualTo(Told.DOCTOR);
        assertThat(kept.reference()).contains("visit-17");
        assertThat(kept.unit().orElseThrow().value()).isEqualTo(Told.UNIT);
    }

    @Test
    void handledByInsideTheEvent_isRead() {
        String inEvent =
                wire(Told.status(EventCode.SIGNED, minute(0)).toBytes())
                        .replaceAll("<m3:hanteratAv.*</m3:hanteratAv>", "")
                        .replace(
                                "</handelse>",
                                "<x:hanteratAv xmlns:x=\"urn:riv:clinicalprocess:healthcond:certificate:3.4\">"
                                        + "<tp:root>1.2.752.129.2.1.4.1</tp:root>"
                                        + "<tp:extension>TST-INSIDE</tp:extension></x:hanteratAv></handelse>");
        assertThat(inEvent).contains("TST-INSIDE");

        assertThat(post(inEvent).resultCode()).isEqualTo("OK");
        assertThat(
                        ((StatusEvent) store.events(CERTIFICATE).get(0))
                                .actingUser()
                                .orElseThrow()
                                .value())
                .isEqualTo("TST-INSIDE");
    }

    @Test
    void elementsOfOthersAfterTheReference_arePassedOver() {
        String extended =
                wire(Told.status(EventCode.SIGNED, minute(0)).toBytes())
                        .replaceAll(
                                "<m3:hanteratAv.*</m3:hanteratAv>",
                                "<y:ny xmlns:y=\"urn:other\"><y:hanteratAv>x</y:hanteratAv></y:ny>");

        assertThat(post(extended).resultCode()).isEqualTo("OK");
        assertThat(((StatusEvent) store.events(CERTIFICATE).get(0)).actingUser()).isEmpty();
    }

    @Test
    void sameEventTwice_isOneEventAndOkBothTimes() {
        byte[] update = Told.status(EventCode.SIGNED, minute(0)).toBytes();

        assertThat(post(update).resultCode()).isEqualTo("OK");
        assertThat(post(update).resultCode()).isEqualTo("OK");
        assertThat(store.events(CERTIFICATE)).hasSize(1);
    }

    @Test
    void sameCodeAnotherMillisecond_isAnotherEvent() {
        post(Told.status(EventCode.DRAFT_CHANGED, minute(0)).toBytes());
        post(Told.status(EventCode.DRAFT_CHANGED, minute(0).plusNanos(1_000_000)).toBytes());

        assertThat(store.events(CERTIFICATE)).hasSize(2);
    }

    @Test
    void unknownCode_isKept() {
        assertThat(post(Told.status(new EventCode("NYTT"), minute(0)).toBytes()).resultCode())
                .isEqualTo("OK");
        assertThat(store.events(CERTIFICATE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventToldAgainWithoutCounts_keepsTheCountsWhateverComesFirst(boolean bareFirst) {
        var counts = new QuestionCounts(2, 1, 0, 1);
        StatusEvent full =
                Told.status(EventCode.QUESTION_RECEIVED, minute(0), QuestionCounts.NONE, counts);
        StatusEvent bare = Told.bare(EventCode.QUESTION_RECEIVED, minute(0));

        post((bareFirst ? bare : full).toBytes());
        post((bareFirst ? full : bare).toBytes());

        assertThat(store.events(CERTIFICATE))
                .singleElement()
                .satisfies(
                        kept ->
                                assertThat(((StatusEvent) kept).update().received())
                                        .isEqualTo(counts));
    }

    @Test
    void draftWithNearlyNothing_isKept() {
        String draft =
                """
                <CertificateStatusUpdateForCare
                    xmlns="urn:riv:clinicalprocess:healthcond:certificate:CertificateStatusUpdateForCareResponder:3"
                    xmlns:c="urn:riv:clinicalprocess:healthcond:certificate:3"
                    xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
                  <intyg>
                    <c:intygs-id><t:root>U</t:root><t:extension>%s</t:extension></c:intygs-id>
                    <c:skapadAv><c:enhet><c:arbetsplatskod><t:root>1.2.752.29.4.71</t:root>
                      <t:extension>TEMPORARY ARBETSPLATSKOD</t:extension></c:arbetsplatskod></c:enhet></c:skapadAv>
                  </intyg>
                  <handelse><c:handelsekod><t:code>SKAPAT</t:code></c:handelsekod>
                    <c:tidpunkt>2026-03-02T10:00:00.123</c:tidpunkt></handelse>
                </CertificateStatusUpdateForCare>
                """
                        .formatted(CERTIFICATE);

        assertThat(post(draft).resultCode()).isEqualTo("OK");
        StatusEvent kept = (StatusEvent) store.events(CERTIFICATE).get(0);
        assertThat(kept.time()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0, 0, 123_000_000));
        assertThat(kept.workplaceCode()).isEmpty();
        assertThat(kept.isPatientProtected()).isFalse();
        assertThat(kept.isBare()).isTrue();
        assertThat(CertificateOverview.of(CERTIFICATE, store.events(CERTIFICATE)).state())
                .isEqualTo(CertificateState.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({
        "<handelse>, <handelse>text<c:x xmlns:c='urn:x'/>, OK",
        "2026-03-02T10:00:00.000, 2026-02-30T10:00:00.000, VALIDATION_ERROR",
        "2026-03-02T10:00:00.000, 2026-02-30T10:00:00.1+01:00, VALIDATION_ERROR",
        "2026-03-02T10:00:00.000, 2026-03-02T09:00:00.5Z, OK",
        "2026-03-02T10:00:00.000, i går, VALIDATION_ERROR",
        "2026-03-02T10:00:00.000, <b/>, VALIDATION_ERROR",
        "totalt>0<, totalt>många<, VALIDATION_ERROR",
        "totalt>0<, totalt>99999999999999999999<, VALIDATION_ERROR",
        "code>SIGNAT<, code> <, VALIDATION_ERROR",
        "handelse, handelze, VALIDATION_ERROR",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479, ' ', VALIDATION_ERROR"
    })
    void contentThatIsWrong_isGivenUpByAnOrdinaryAnswer(String from, String to, String expected) {
        String wrong = wire(Told.status(EventCode.SIGNED, minute(0)).toBytes()).replace(from, to);

        Answered answered = post(wrong);

        assertThat(answered.status).isEqualTo(200);
        assertThat(answered.body).contains(expected);
        assertThat(answered.body).doesNotContain("många").doesNotContain("i går");
    }

    @Test
    void brokenXml_isAFaultThatIsTriedAgain() {
        String whole = wire(Told.status(EventCode.SIGNED, minute(0)).toBytes());

        Answered answered = postRaw(envelope(whole).substring(0, 900));

        assertThat(answered.status).isEqualTo(500);
        assertThat(answered.body.toLowerCase(java.util.Locale.ROOT))
                .contains("fault")
                .doesNotContain("marshalling error");
        assertThat(store.events(CERTIFICATE)).isEmpty();
    }

    // ---- answers that decide whether the sender tries again

    @Test
    void storeThatFails_isATechnicalErrorAndTheNextTryIsKept() {
        List<CareEvent> kept = new ArrayList<>();
        boolean[] down = {true};
        CareEvents failing =
                CareEvents.into(
                        store(
                                event -> {
                                    if (down[0]) {
                                        throw new UncheckedIOException(
                                                new IOException("191212121212 på disken"));
                                    }
                                    return kept.add(event);
                                }));

        Result first = failing.receive(Told.update(EventCode.SIGNED, minute(0)));
        down[0] = false;
        Result second = failing.receive(Told.update(EventCode.SIGNED, minute(0)));

        assertThat(first.errorId()).contains(Result.TECHNICAL_ERROR);
        assertThat(first.text().orElseThrow()).doesNotContain("191212121212").contains("Log id");
        assertThat(second).isEqualTo(Result.ok());
        assertThat(kept).hasSize(1);
    }

    @Test
    void storeThatFails_isATechnicalErrorForMessagesToo() {
        CareEvents failing =
                CareEvents.into(
                        store(
                                event -> {
                                    throw new IllegalStateException("locked");
                                }));

        assertThat(failing.receive(Told.question("M1", minute(0))).errorId())
                .contains(Result.TECHNICAL_ERROR);
    }

    @Test
    void storeThatRefuses_isGivenUp() {
        CareEvents refusing =
                CareEvents.into(
                        store(
                                event -> {
                                    throw new EventRefusedException("No such unit here");
                                }));

        Result result = refusing.receive(Told.update(EventCode.SIGNED, minute(0)));

        assertThat(result.errorId()).contains(Result.APPLICATION_ERROR);
        assertThat(result.text()).contains("No such unit here");
    }

    @Test
    void storeThatCallsTheEventInvalid_isGivenUp() {
        CareEvents refusing =
                CareEvents.into(
                        store(
                                event -> {
                                    throw new InvalidInputException("unit", "is wrong", "another");
                                }));

        assertThat(refusing.receive(Told.update(EventCode.SIGNED, minute(0))).errorId())
                .contains(Result.VALIDATION_ERROR);
    }

    // ---- messages

    @Test
    void question_isKeptWithAllThatItHolds() {
        SendMessageToCare question =
                new SendMessageToCare(
                        "M1",
                        Optional.of("FK-17"),
                        minute(0),
                        Told.certificateId(),
                        Identifier.of(Identifier.PERSONNUMMER, Told.PATIENT),
                        "TSTNMT2321000156-VE01",
                        MessageSubject.COMPLETION,
                        Optional.empty(),
                        "Komplettera <detta> & mer",
                        Optional.empty(),
                        Optional.empty(),
                        se.ehealthsdk.certificate.contract.Part.FKASSA,
                        List.of("a", "b"),
                        List.of(
                                new Completion("17", Optional.of(2), "vad"),
                                new Completion("35", Optional.empty(), "")),
                        Optional.of(java.time.LocalDate.of(2026, 4, 1)));

        assertThat(post(new MessageEvent(question).toBytes()).resultCode()).isEqualTo("OK");
        assertThat(((MessageEvent) store.events(CERTIFICATE).get(0)).message()).isEqualTo(question);
    }

    @Test
    void messageSentAgain_isInfoAndKeptOnce() {
        byte[] message = new MessageEvent(Told.question("M1", minute(0))).toBytes();

        post(message);
        Answered again = post(message);

        assertThat(again.resultCode()).isEqualTo("INFO");
        assertThat(store.events(CERTIFICATE)).hasSize(1);
    }

    @Test
    void idOfAnotherMessage_isRefusedAndTheFirstOneStays() {
        events.receive(Told.question("M1", minute(0)));

        Result result = events.receive(Told.reminder("M1", minute(1), "M0"));

        assertThat(result).isEqualTo(refused("MEDDELANDE_ID_NOT_UNIQUE_ERROR"));
        assertThat(((MessageEvent) store.events(CERTIFICATE).get(0)).message().subject())
                .isEqualTo(MessageSubject.OTHER);
    }

    @Test
    void idOfAMessageAboutAnotherCertificate_isRefusedAndTheFirstOneStays() {
        events.receive(Told.question("M1", minute(0)));
        SendMessageToCare other =
                aboutCertificate(Told.question("M1", minute(1)), Identifier.of("U", "other-id"));

        assertThat(events.receive(other)).isEqualTo(refused("MEDDELANDE_ID_NOT_UNIQUE_ERROR"));
        assertThat(store.events("other-id")).isEmpty();
        assertThat(store.events(CERTIFICATE)).hasSize(1);
    }

    @Test
    void subjectThatIsNotSentToCare_isRefused() {
        assertThat(events.receive(withSubject("SVAR")))
                .isEqualTo(refused("SUBJECT_NOT_SUPPORTED_ERROR"));
        assertThat(events.receive(withSubject("NYTT")))
                .isEqualTo(refused("SUBJECT_NOT_SUPPORTED_ERROR"));
        assertThat(store.events(CERTIFICATE)).isEmpty();
    }

    @Test
    void reminderWithoutWhatItRemindsOf_isRefused() {
        assertThat(
                        events.receive(
                                Told.message(
                                        "M1",
                                        minute(0),
                                        MessageSubject.REMINDER,
                                        Optional.empty(),
                                        Optional.empty())))
                .isEqualTo(refused("PAMINNELSE_ID_INCONSISTENCY_ERROR"));
    }

    @Test
    void questionThatReminds_isRefused() {
        assertThat(
                        events.receive(
                                Told.message(
                                        "M1",
                                        minute(0),
                                        MessageSubject.CONTACT,
                                        Optional.of("M0"),
                                        Optional.empty())))
                .isEqualTo(refused("PAMINNELSE_ID_INCONSISTENCY_ERROR"));
    }

    @Test
    void reminderThatOvertakesItsQuestion_isKept() {
        assertThat(events.receive(Told.reminder("M2", minute(1), "M1"))).isEqualTo(Result.ok());
    }

    @ParameterizedTest
    @CsvSource({"OVRIGT, 17", "KOMPLT, sjutton", "KOMPLT, ''"})
    void completionsThatCannotBe_areRefused(String subject, String question) {
        SendMessageToCare message =
                with(
                        withSubject(subject),
                        List.of(new Completion(question, Optional.empty(), "x")),
                        Optional.empty());

        assertThat(events.receive(message)).isEqualTo(refused("KOMPLETTERING_INCONSISTENCY_ERROR"));
    }

    @Test
    void answerThatWantsAnAnswer_isRefused() {
        SendMessageToCare message =
                with(
                        Told.answer("M1", minute(0), "M0"),
                        List.of(),
                        Optional.of(java.time.LocalDate.of(2026, 4, 1)));

        assertThat(events.receive(message)).isEqualTo(refused("MESSAGE_TYPE_CONSISTENCY_ERROR"));
    }

    @Test
    void severalRulesBroken_areAllNamed() {
        SendMessageToCare message =
                with(
                        Told.message(
                                "M1",
                                minute(0),
                                new MessageSubject("SVAR"),
                                Optional.of("M0"),
                                Optional.empty()),
                        List.of(new Completion("1", Optional.empty(), "x")),
                        Optional.empty());

        assertThat(events.receive(message))
                .isEqualTo(
                        refused(
                                "SUBJECT_NOT_SUPPORTED_ERROR, PAMINNELSE_ID_INCONSISTENCY_ERROR,"
                                        + " KOMPLETTERING_INCONSISTENCY_ERROR"));
    }

    @Test
    void patientOfAnother_isRefusedWhereTheCertificateIsKnown() {
        events.receive(Told.update(EventCode.SENT, minute(0)));
        SendMessageToCare other = aboutPatient(Told.question("M1", minute(1)), "189001019802");

        assertThat(events.receive(other))
                .isEqualTo(refused("CIVIC_REGISTRATION_NUMBER_INCONSISTENCY_ERROR"));
    }

    @Test
    void patientWrittenWithSeparator_isTheSame() {
        events.receive(Told.update(EventCode.SENT, minute(0)));

        assertThat(events.receive(aboutPatient(Told.question("M1", minute(1)), "19121212-1212")))
                .isEqualTo(Result.ok());
    }

    @Test
    void revokedCertificate_takesNoMessages() {
        events.receive(Told.update(EventCode.REVOKED, minute(0)));

        assertThat(events.receive(Told.question("M1", minute(1))))
                .isEqualTo(refused("CERTIFICATE_REVOKED_ERROR"));
    }

    @Test
    void whatTheCallerKnows_decides() {
        var known =
                new CareKnowledge.KnownCertificate(
                        Identifier.of(Identifier.PERSONNUMMER, Told.PATIENT), false, true);

        assertThat(
                        knowing(
                                new Lookup.NotThere<>(),
                                new Lookup.NotKnown<>(),
                                Told.question("M1", minute(0))))
                .isEqualTo(refused("CERTIFICATE_NOT_FOUND_ERROR"));
        assertThat(
                        knowing(
                                new Lookup.Found<>(known),
                                new Lookup.NotKnown<>(),
                                Told.question("M1", minute(0))))
                .isEqualTo(refused("TEST_CERTIFICATE"));
        assertThat(
                        knowing(
                                new Lookup.NotKnown<>(),
                                new Lookup.NotThere<>(),
                                Told.answer("M1", minute(0), "M0")))
                .isEqualTo(refused("REFERENCED_MESSAGE_NOT_FOUND_ERROR"));
        assertThat(
                        knowing(
                                new Lookup.NotKnown<>(),
                                new Lookup.NotThere<>(),
                                Told.reminder("M1", minute(0), "M0")))
                .isEqualTo(refused("REFERENCED_MESSAGE_NOT_FOUND_ERROR"));
        assertThat(
                        knowing(
                                new Lookup.NotKnown<>(),
                                new Lookup.Found<>(MessageSubject.CONTACT),
                                Told.answer("M1", minute(0), "M0")))
                .isEqualTo(refused("SUBJECT_CONSISTENCY_ERROR"));
        assertThat(
                        knowing(
                                new Lookup.NotKnown<>(),
                                new Lookup.Found<>(MessageSubject.OTHER),
                                Told.answer("M1", minute(0), "M0")))
                .isEqualTo(Result.ok());
    }

    @Test
    void messageWithoutId_isGivenUp() {
        String noId =
                wire(new MessageEvent(Told.question("M1", minute(0))).toBytes())
                        .replace("<meddelande-id>M1<", "<meddelande-id> <");

        Answered answered = post(noId);

        assertThat(answered.status).isEqualTo(200);
        assertThat(answered.body).contains("VALIDATION_ERROR").contains("meddelande-id");
    }

    // ---- both

    @Test
    void otherContractAtTheEndpoint_isUntouched() {
        RivtaEndpoint.Builder builder = events.on(RivtaEndpoint.builder());

        assertThat(builder.build().requestElements()).hasSize(2);
        assertThatThrownBy(() -> events.statusUpdatesOn(builder))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void manyAtOnce_eachEventIsNewExactlyOnce() throws Exception {
        int threads = 8;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> news = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                news.add(
                        pool.submit(
                                () -> {
                                    go.await();
                                    int fresh = 0;
                                    for (int i = 0; i < 50; i++) {
                                        if (store.append(
                                                Told.bare(EventCode.DRAFT_CHANGED, minute(i)))) {
                                            fresh++;
                                        }
                                    }
                                    return fresh;
                                }));
            }
            go.countDown();
            int total = 0;
            for (Future<Integer> each : news) {
                total += each.get();
            }
            assertThat(total).isEqualTo(50);
            assertThat(store.events(CERTIFICATE)).hasSize(50);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void bytesOfAnEvent_giveItBack() {
        CareEvent status = Told.status(EventCode.SENT, minute(1));
        CareEvent message = new MessageEvent(Told.question("M1", minute(2)));

        assertThat(CareEvent.read(status.toBytes()).key()).isEqualTo(status.key());
        byte[] kept = CareEvent.read(status.toBytes()).toBytes();
        assertThat(CareEvent.read(kept).toBytes()).isEqualTo(kept);
        assertThat(CareEvent.read(message.toBytes())).isEqualTo(message);
        assertThat(status.key())
                .isEqualTo("status/" + CERTIFICATE + "/SKICKA/2026-03-02T10:01:00.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a/>", "text", "<a", "<!DOCTYPE a><a/>"})
    void bytesThatAreNoEvent_areRefused(String bytes) {
        assertThatThrownBy(() -> CareEvent.read(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProtocolException.class);
    }

    /** What was kept before is no fault of what comes now. */
    @Test
    void storeWhoseContentCannotBeRead_isTriedAgain() {
        CareEvents damaged =
                CareEvents.into(
                        store(
                                event -> {
                                    CareEvent.read(new byte[] {'x'}).mergedWith(event);
                                    return false;
                                }));

        assertThat(damaged.receive(Told.update(EventCode.SIGNED, minute(0))).errorId())
                .contains(Result.TECHNICAL_ERROR);
        assertThat(damaged.receive(Told.question("M1", minute(0))).errorId())
                .contains(Result.TECHNICAL_ERROR);
    }

    @Test
    void messageThatGrowsWhenItIsWritten_isReadAgain() {
        String huge =
                wire(new MessageEvent(Told.question("M1", minute(0))).toBytes())
                        .replace("Påhittad fråga", ">".repeat(9_000_000));

        assertThat(post(huge).resultCode()).isEqualTo("OK");

        CareEvent kept = store.events(CERTIFICATE).get(0);
        assertThat(CareEvent.read(kept.toBytes())).isEqualTo(kept);
    }

    /** A long namespace that is declared once, and would be declared again by each of many elements. */
    @Test
    void namespaceThatWouldBeRepeated_doesNotFillTheMemory() {
        String answer = "<cc:delsvar id=\"25.1\"><long:a/></cc:delsvar>".repeat(2_000);
        String told = wire(Told.status(EventCode.SIGNED, minute(0)).toBytes());
        String prefix = told.replaceAll("(?s).*<([a-z0-9]+):delsvar.*", "$1");
        String hostile =
                told.replaceAll(
                                "(?s)<" + prefix + ":delsvar.*</" + prefix + ":delsvar>",
                                answer.replace("cc:", prefix + ":"))
                        .replaceFirst(
                                " xmlns", " xmlns:long=\"urn:" + "x".repeat(50_000) + "\" xmlns");
        assertThat(hostile).contains("<long:a/>").contains("xmlns:long");

        Answered answered = post(hostile);

        assertThat(
                        store.events(CERTIFICATE).stream()
                                .mapToLong(each -> each.toBytes().length)
                                .sum())
                .isLessThan(10L * hostile.length());
        assertThat(answered.status).isEqualTo(200);
    }

    @Test
    void certificateIdInOtherCase_isTheSameCertificate() {
        events.receive(Told.update(EventCode.SENT, minute(0)));
        SendMessageToCare question = Told.question("M1", minute(1));
        events.receive(
                aboutCertificate(
                        question,
                        Identifier.of(Told.UNIT, " " + CERTIFICATE.toUpperCase(Locale.ROOT))));

        assertThat(store.events(CERTIFICATE)).hasSize(2);
        assertThat(store.events(CERTIFICATE.toUpperCase(Locale.ROOT))).hasSize(2);
        CertificateOverview overview =
                CertificateOverview.of(
                        CERTIFICATE.toUpperCase(Locale.ROOT), store.events(CERTIFICATE));
        assertThat(overview.state()).isEqualTo(CertificateState.SENT);
        assertThat(overview.questions()).hasSize(1);
    }

    @Test
    void messageIdWithSpaceAround_isTheSameMessage() {
        String once = wire(new MessageEvent(Told.question("M1", minute(0))).toBytes());

        assertThat(post(once).resultCode()).isEqualTo("OK");
        assertThat(post(once.replace(">M1<", "> M1\n<")).resultCode()).isEqualTo("INFO");
        assertThat(store.events(CERTIFICATE)).hasSize(1);
    }

    @Test
    void failureThatIsItsOwnCause_isATechnicalError() {
        RuntimeException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));
        CareEvents failing =
                CareEvents.into(
                        store(
                                event -> {
                                    throw one;
                                }));

        assertThat(failing.receive(Told.update(EventCode.SIGNED, minute(0))).errorId())
                .contains(Result.TECHNICAL_ERROR);
    }

    @Test
    void mergingWithAnotherEvent_isRefused() {
        CareEvent one = Told.status(EventCode.SENT, minute(1));
        CareEvent other = Told.status(EventCode.SENT, minute(2));

        assertThatThrownBy(() -> one.mergedWith(other)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void toString_tellsNothingOfThePatient() {
        SendMessageToCare message = Told.question("M1", minute(2));
        CertificateStatusUpdateForCare update = Told.update(EventCode.SENT, minute(1));

        assertThat(
                        message
                                + " "
                                + new MessageEvent(message)
                                + update
                                + new StatusEvent(update)
                                + CertificateOverview.of(
                                        CERTIFICATE, List.of(new StatusEvent(update))))
                .doesNotContain("1212121")
                .doesNotContain("Påhittad");
    }

    // ---- helpers

    private static Result refused(String codes) {
        return Result.error(Result.VALIDATION_ERROR, codes);
    }

    private Result knowing(
            Lookup<CareKnowledge.KnownCertificate> certificate,
            Lookup<MessageSubject> message,
            SendMessageToCare received) {
        return CareEvents.into(new InMemoryCareEventStore())
                .knowing(
                        new CareKnowledge() {
                            @Override
                            public Lookup<KnownCertificate> certificate(Identifier id) {
                                return certificate;
                            }

                            @Override
                            public Lookup<MessageSubject> message(String id, Identifier about) {
                                return message;
                            }
                        })
                .receive(received);
    }

    private static SendMessageToCare withSubject(String code) {
        return Told.message(
                "M1", minute(0), new MessageSubject(code), Optional.empty(), Optional.empty());
    }

    private static SendMessageToCare with(
            SendMessageToCare from,
            List<Completion> completions,
            Optional<java.time.LocalDate> lastDay) {
        return copy(from, from.certificate(), from.patient(), completions, lastDay);
    }

    private static SendMessageToCare aboutCertificate(SendMessageToCare from, Identifier id) {
        return copy(from, id, from.patient(), from.completions(), from.lastDayForAnswer());
    }

    private static SendMessageToCare aboutPatient(SendMessageToCare from, String number) {
        return copy(
                from,
                from.certificate(),
                Identifier.of(Identifier.PERSONNUMMER, number),
                from.completions(),
                from.lastDayForAnswer());
    }

    private static SendMessageToCare copy(
            SendMessageToCare from,
            Identifier certificate,
            Identifier patient,
            List<Completion> completions,
            Optional<java.time.LocalDate> lastDay) {
        return new SendMessageToCare(
                from.messageId(),
                from.referenceId(),
                from.sentAt(),
                certificate,
                patient,
                from.recipientAddress(),
                from.subject(),
                from.heading(),
                from.message(),
                from.remindedMessageId(),
                from.answerTo().map(MessageReference::messageId).map(MessageReference::of),
                from.sender(),
                from.contactInformation(),
                completions,
                lastDay);
    }

    private interface Append {
        boolean append(CareEvent event);
    }

    private static CareEventStore store(Append how) {
        return new CareEventStore() {
            @Override
            public boolean append(CareEvent event) {
                return how.append(event);
            }

            @Override
            public List<CareEvent> events(String certificateId) {
                return List.of();
            }
        };
    }

    private record Answered(int status, String body) {
        String resultCode() {
            int from = body.indexOf("resultCode>") + "resultCode>".length();
            return body.substring(from, body.indexOf('<', from));
        }
    }

    private Answered post(byte[] message) {
        return post(wire(message));
    }

    private static String wire(byte[] message) {
        return new String(message, StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", "");
    }

    private Answered post(String message) {
        return postRaw(envelope(message));
    }

    private static String envelope(String message) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                + "<LogicalAddress xmlns=\"urn:riv:itintegration:registry:1\">"
                + Told.UNIT
                + "</LogicalAddress></s:Header><s:Body>"
                + message
                + "</s:Body></s:Envelope>";
    }

    private Answered postRaw(String envelope) {
        try {
            EndpointResponse response =
                    events.on(RivtaEndpoint.builder())
                            .build()
                            .handle(
                                    new EndpointRequest(
                                            "POST",
                                            Map.of("Content-Type", "text/xml; charset=UTF-8"),
                                            new ByteArrayInputStream(
                                                    envelope.getBytes(StandardCharsets.UTF_8)),
                                            Optional.empty()));
            return new Answered(
                    response.status(),
                    new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
