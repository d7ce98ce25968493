package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;
import se.ehealthsdk.testkit.certificate.StatusUpdates.Outcome;

/** Deliveries to a vendor that receives, refuses, or is not there. */
class StatusUpdatesTest {

    private static final HsaId BY = HsaId.of(DOCTOR);
    private static final Personnummer PERSON = Personnummer.of(PATIENT);

    private static NationalServices services;
    private static Calls calls;
    private static RivtaServer vendor;

    private static final List<Node> received = Collections.synchronizedList(new ArrayList<>());
    private static final List<Caller> callers = Collections.synchronizedList(new ArrayList<>());
    private static volatile Supplier<Result> answer = () -> Result.OK;

    private CertificateStandIn certificates;
    private StatusUpdates updates;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        calls = new Calls(services);
        vendor =
                RivtaServer.start(
                        RivtaEndpoint.builder()
                                .on(Wire.STATUS_UPDATE, (request, caller) -> said(request, caller))
                                .on(
                                        Wire.MESSAGE_TO_CARE,
                                        (request, caller) -> said(request, caller))
                                .build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        services.credential(services.pki().server("localhost")),
                        TrustAnchors.of(services.pki().trustedRoots()));
    }

    private static Node said(Node request, Caller caller) {
        received.add(request);
        callers.add(caller);
        return Wire.answer(caller.contract(), answer.get().in(caller.contract().namespace()));
    }

    @AfterAll
    static void stop() {
        vendor.close();
        calls.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        received.clear();
        callers.clear();
        answer = () -> Result.OK;
        certificates = services.certificates();
        certificates.rules(CertificateRules.NONE);
        updates = certificates.statusUpdates();
        updates.deliverTo(vendor.url());
    }

    private static String draft() {
        return calls.createDraft("LISJP", PATIENT, DOCTOR, "<ref>journal-7</ref>")
                .at("intygs-id", "extension");
    }

    private static List<String> codes() {
        return received.stream().map(each -> each.at("handelse", "handelsekod", "code")).toList();
    }

    @Test
    void deliver_ofWhatHappened_tellsTheUnitInOrder() {
        certificates.persons().name(PERSON, "Tina", "Test");
        String id = draft();
        certificates.webcert().sign(id, BY);

        List<StatusUpdates.Attempt> attempts = updates.deliver();

        assertThat(attempts)
                .extracting(StatusUpdates.Attempt::outcome)
                .containsOnly(Outcome.DELIVERED);
        assertThat(codes()).containsExactly("SKAPAT", "SIGNAT");
        assertThat(callers.get(0).logicalAddress().value()).isEqualTo(Calls.UNIT);
        Node told = received.get(1);
        assertThat(told.at("ref")).isEqualTo("journal-7");
        assertThat(told.at("hanteratAv", "extension")).isEqualTo(DOCTOR);
        assertThat(told.at("handelse", "tidpunkt")).matches("[-0-9]{10}T[:0-9]{8}\\.[0-9]{3}");
        assertThat(told.at("intyg", "patient", "efternamn")).isEqualTo("Test");
        assertThat(updates.deliver()).isEmpty();
    }

    @Test
    void deliver_ofAProtectedPatient_tellsNoName() {
        certificates.persons().protectedIdentity(PERSON);
        draft();

        updates.deliver();

        assertThat(received.get(0).at("intyg", "patient", "efternamn"))
                .isEqualTo("Skyddade personuppgifter");
    }

    @Test
    void deliver_inDisorder_tellsAllTheSame() {
        String id = draft();
        certificates.webcert().sign(id, BY);
        certificates.webcert().send(id, "FKASSA", BY);

        updates.deliver(StatusUpdates.late("SIGNAT"));
        assertThat(codes()).containsExactly("SKAPAT", "SKICKA");
        updates.deliver(StatusUpdates.doubled());
        assertThat(codes()).containsExactly("SKAPAT", "SKICKA", "SIGNAT", "SIGNAT");
        assertThat(updates.pending()).isEmpty();
    }

    @Test
    void deliver_reversedOrShuffled_losesNothing() {
        String id = draft();
        certificates.webcert().sign(id, BY);

        updates.deliver(StatusUpdates.reversed());
        assertThat(codes()).containsExactly("SIGNAT", "SKAPAT");

        received.clear();
        certificates.webcert().send(id, "FKASSA", BY);
        certificates.webcert().revoke(id, BY);
        updates.deliver(StatusUpdates.shuffled(7));
        assertThat(codes()).containsExactlyInAnyOrder("SKICKA", "MAKULE");
    }

    @Test
    void deliver_ofManyEventsInOneMoment_tellsAll() {
        String id = draft();
        for (int i = 0; i < 50; i++) {
            certificates.webcert().readyToSign(id, BY);
        }

        updates.deliver();

        assertThat(codes()).hasSize(51);
        assertThat(updates.pending()).isEmpty();
    }

    @Test
    void deliver_ofChanges_tellsTheNewestAloneAndNoneOfTheSigned() {
        String id = draft();
        certificates.webcert().edit(id, "<a/>");
        certificates.webcert().edit(id, "<a/>");
        updates.deliver();
        assertThat(codes()).containsExactly("SKAPAT", "ANDRAT");

        certificates.webcert().edit(id, "<a/>");
        certificates.webcert().sign(id, BY);
        updates.deliver();
        assertThat(codes()).containsExactly("SKAPAT", "ANDRAT", "SIGNAT");
    }

    @Test
    void deliver_thatIsToBeTriedAgain_comesAfterItsPausesWithoutAnswersAndCounts() {
        answer = () -> Result.failed("not now");
        String id = draft();
        certificates
                .webcert()
                .edit(
                        id,
                        "<a xmlns=\"urn:riv:clinicalprocess:healthcond:certificate:3\">"
                                + "<svar id=\"25\"><delsvar id=\"25.1\">x</delsvar></svar></a>");
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT")))
                .extracting(StatusUpdates.Attempt::outcome)
                .containsExactly(Outcome.RETRY);
        assertThat(received.get(0).at("intyg", "svar", "delsvar")).isEqualTo("x");
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT"))).isEmpty();

        updates.advance(Duration.ofSeconds(59));
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT"))).isEmpty();
        updates.advance(Duration.ofSeconds(1));
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT"))).hasSize(1);
        assertThat(received.get(1).child("intyg").orElseThrow().child("svar")).isEmpty();

        updates.advance(Duration.ofMinutes(4));
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT"))).isEmpty();
        answer = () -> Result.info("noted");
        updates.advance(Duration.ofMinutes(1));
        assertThat(updates.deliver(StatusUpdates.late("SKAPAT")))
                .extracting(StatusUpdates.Attempt::outcome)
                .containsExactly(Outcome.DELIVERED);
    }

    @Test
    void deliver_thatFailsThirtyTimes_isGivenUp() {
        answer = () -> Result.failed("never");
        draft();
        int attempts = 0;
        Outcome last = Outcome.RETRY;
        while (last == Outcome.RETRY && attempts < 100) {
            last = updates.deliver().get(0).outcome();
            attempts++;
            updates.advance(Duration.ofDays(1));
        }

        assertThat(last).isEqualTo(Outcome.GIVEN_UP);
        assertThat(attempts).isEqualTo(30);
        assertThat(updates.pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALIDATION_ERROR", "APPLICATION_ERROR", "REVOKED", ""})
    void deliver_thatIsRefused_isGivenUpAtOnce(String errorId) {
        answer =
                () ->
                        new Result(
                                "ERROR",
                                Optional.of(errorId).filter(id -> !id.isEmpty()),
                                Optional.empty());
        draft();

        assertThat(updates.deliver().get(0).outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(updates.pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "database is down,RETRY",
        "Unmarshalling Error: x,GIVEN_UP",
        "Marshalling Error: x,GIVEN_UP"
    })
    void deliver_thatMeetsASoapFault_isTriedAgainUnlessItCannotBeRead(
            String text, Outcome outcome) {
        answer =
                () -> {
                    throw RivtaFault.server(text);
                };
        draft();

        assertThat(updates.deliver().get(0).outcome()).isEqualTo(outcome);
    }

    @Test
    void deliver_toAVendorThatIsNotThere_isTriedAgain() {
        updates.deliverTo(BY, URI.create("https://localhost:1/"));
        updates.deliverTo(HsaId.of(Calls.UNIT), URI.create("https://localhost:1/"));
        draft();

        assertThat(updates.deliver().get(0).outcome()).isEqualTo(Outcome.RETRY);
        assertThat(updates.pending()).hasSize(1);
    }

    @Test
    void deliver_withoutAProducer_saysWhatIsMissing() {
        services.reset();
        draft();

        assertThatThrownBy(updates::deliver)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("deliverTo");
    }

    @Test
    void events_ofAUnitThatHasHadNoDraft_areNotDelivered() {
        certificates.webcertFollowsRegistrations();
        calls.register("id-1");
        assertThat(updates.pending()).isEmpty();

        updates.integrate(HsaId.of(Calls.UNIT));
        calls.register("id-2");
        assertThat(updates.pending()).hasSize(1);
    }

    @Test
    void message_fromARecipient_reachesTheVendorAndItsAnswerTheRecipient() {
        certificates.deliverMessagesTo(vendor.url());
        calls.register("id-1");
        calls.send("id-1");
        RecipientStandIn fk = certificates.recipient("FKASSA");

        assertThat(fk.requestCompletion("id-1", Completion.of("35", "Mer.")).resultCode())
                .isEqualTo("OK");
        assertThat(received.get(0).at("komplettering", "frage-id")).isEqualTo("35");

        answer = () -> Result.failed("not now");
        assertThat(fk.ask("id-1", "KONTKT", "Ring.").isDelivered()).isFalse();
        assertThat(certificates.messages("id-1")).hasSize(1);
    }
}
