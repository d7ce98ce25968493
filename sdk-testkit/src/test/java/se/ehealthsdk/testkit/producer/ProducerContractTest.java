package se.ehealthsdk.testkit.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.care.CareEvent;
import se.ehealthsdk.certificate.care.CareEventStore;
import se.ehealthsdk.certificate.care.CareEvents;
import se.ehealthsdk.certificate.care.InMemoryCareEventStore;
import se.ehealthsdk.certificate.care.StatusEvent;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CarePlanProducer;
import se.ehealthsdk.discharge.careplan.PatientId;
import se.ehealthsdk.testkit.junit.ProducerTests;
import se.ehealthsdk.testkit.producer.Vendor.Break;
import se.ehealthsdk.testkit.producer.Vendor.Reply;
import se.ehealthsdk.testkit.report.Report;

/** The SDK's own receivers pass; each breakage is caught by the check that is meant for it. */
class ProducerContractTest {

    private static final HsaId UNIT = HsaId.of("TSTNMT2321000156-VE01");
    private static final HsaId SYSTEM = HsaId.of("TSTNMT2321000156-PLAN1");
    private static final PersonId PATIENT = PersonId.parse("191212121212");

    private static final Break NOTHING = (request, type, good) -> good.answer(request);

    // ---- vendors ----

    private static StatusUpdateContract statusUpdates(Vendor vendor) {
        return ProducerContract.statusUpdates()
                .at(vendor.url())
                .with(Vendor.NATIONAL)
                .trusting(Vendor.TRUST)
                .unit(UNIT);
    }

    private static CarePlanContract carePlans(Vendor vendor) {
        return ProducerContract.carePlans()
                .at(vendor.url())
                .with(Vendor.NATIONAL)
                .trusting(Vendor.TRUST)
                .sourceSystem(LogicalAddress.of(SYSTEM))
                .patient(PATIENT);
    }

    private static RivtaEndpoint receiver(CareEventStore store) {
        return CareEvents.into(store).on(RivtaEndpoint.builder()).build();
    }

    private static RivtaEndpoint producer() {
        CarePlan plan =
                CarePlan.builder("D-1", SYSTEM, PatientId.of(PATIENT))
                        .title("Samordnad individuell plan")
                        .accountable(
                                AccountableProfessional.of(
                                        LocalDateTime.of(2026, 11, 2, 8, 30), UNIT, UNIT, UNIT))
                        .build();
        return CarePlanProducer.builder(
                        (patient, system) ->
                                patient.equals(PatientId.of(PATIENT))
                                        ? List.of(plan)
                                        : List.<CarePlan>of())
                .build()
                .answerOn(RivtaEndpoint.builder())
                .build();
    }

    private static List<String> failed(ProducerContract contract) {
        return contract.checks().stream()
                .filter(each -> each.run().failure().isPresent())
                .map(ProducerCheck::id)
                .toList();
    }

    /** What became of the check that is meant for the breakage, and nothing else of the run. */
    private static Report.Item item(ProducerContract contract, String id) {
        return contract.checks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private static void caught(ProducerContract contract, String id) {
        Report.Item item = item(contract, id);
        assertThat(item.failure()).as(item.details()).isPresent();
        assertThat(item.details()).contains("Expected: ", "Seen: ", "Source: ");
        assertThat(item.details()).doesNotContain(StatusMessage.PATIENT);
    }

    // ---- good ones ----

    @Test
    void statusUpdates_ofTheSdksReceiver_pass() {
        InMemoryCareEventStore store = new InMemoryCareEventStore();
        AtomicBoolean down = new AtomicBoolean();
        CareEventStore failing =
                new CareEventStore() {
                    @Override
                    public boolean append(CareEvent event) {
                        if (down.get()) {
                            throw new IllegalStateException("down");
                        }
                        return store.append(event);
                    }

                    @Override
                    public List<CareEvent> events(String certificateId) {
                        return store.events(certificateId);
                    }
                };
        try (Vendor vendor = new Vendor(receiver(failing), true, NOTHING)) {
            Report report =
                    statusUpdates(vendor)
                            .eventsHeld(id -> codes(store, id))
                            .storeThat(() -> down.set(true), () -> down.set(false))
                            .run();

            assertThat(report.items().stream().filter(it -> it.failure().isPresent())).isEmpty();
            assertThat(report.items()).hasSizeGreaterThan(30);
            assertThat(report.name()).isEqualTo("CertificateStatusUpdateForCare 3");
        }
    }

    private static List<String> codes(CareEventStore store, String certificate) {
        return store.events(certificate).stream()
                .filter(StatusEvent.class::isInstance)
                .map(each -> ((StatusEvent) each).update().event().code().code())
                .toList();
    }

    @Test
    void carePlans_ofTheSdksProducer_pass() {
        try (Vendor vendor = new Vendor(producer(), true, NOTHING)) {
            Report report = carePlans(vendor).run();

            assertThat(report.items().stream().filter(it -> it.failure().isPresent())).isEmpty();
            assertThat(report.items()).hasSizeGreaterThan(25);
        }
    }

    // ---- broken ones ----

    @TestFactory
    Stream<DynamicTest> statusUpdates_broken_areCaught() {
        Map<String, Break> broken = new HashMap<>();
        broken.put("status.reachable", (request, type, good) -> new Reply(503, "text/html", ""));
        broken.put(
                "status.media-type",
                (request, type, good) ->
                        new Reply(200, "application/json", good.answer(request).body()));
        broken.put(
                "status.event.KFSIGN",
                (request, type, good) ->
                        request.contains(">KFSIGN<")
                                ? fault("unknown code")
                                : good.answer(request));
        broken.put(
                "status.draft",
                (request, type, good) ->
                        request.contains("TEMPORARY")
                                ? error(good, request, "VALIDATION_ERROR")
                                : good.answer(request));
        broken.put(
                "status.protected",
                (request, type, good) ->
                        request.contains("Skyddade")
                                ? error(good, request, "APPLICATION_ERROR")
                                : good.answer(request));
        broken.put(
                "status.characters",
                (request, type, good) ->
                        request.contains("\uD83D\uDE00") ? fault("no") : good.answer(request));
        broken.put(
                "status.disordered",
                (request, type, good) ->
                        request.contains(">SKAPAT<")
                                ? error(good, request, "APPLICATION_ERROR")
                                : good.answer(request));
        broken.put(
                "status.unknown-certificate",
                (request, type, good) -> error(good, request, "APPLICATION_ERROR"));
        broken.put(
                "status.unknown-unit",
                (request, type, good) ->
                        request.contains("-UNKNOWN<") ? fault("no unit") : good.answer(request));
        broken.put(
                "status.wrong-address",
                (request, type, good) ->
                        request.contains("-ELSEWHERE<")
                                ? error(good, request, "TECHNICAL_ERROR")
                                : good.answer(request));
        broken.put(
                "status.invalid",
                (request, type, good) ->
                        request.contains("<handelse>") ? good.answer(request) : fault("null"));
        broken.put(
                "status.result",
                (request, type, good) -> {
                    Reply reply = good.answer(request);
                    return reply.with(reply.body().replace(">OK<", ">DONE<"));
                });
        broken.put("status.garbage", (request, type, good) -> anything(good));
        broken.put("status.content-type", (request, type, good) -> anything(good));
        broken.put("status.doctype", (request, type, good) -> anything(good));
        broken.put(
                "status.leak",
                (request, type, good) -> {
                    Reply reply = good.answer(request);
                    return reply.body().contains(">OK<")
                            ? reply
                            : new Reply(
                                    500,
                                    "text/plain",
                                    "java.lang.NullPointerException\n\tat se.vendor.X.y(X.java:7)");
                });
        return broken.entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () -> {
                                            try (Vendor vendor =
                                                    new Vendor(
                                                            receiver(new InMemoryCareEventStore()),
                                                            true,
                                                            each.getValue())) {
                                                caught(statusUpdates(vendor), each.getKey());
                                            }
                                        }));
    }

    private static Reply fault(String text) {
        return new Reply(
                500,
                "text/xml",
                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault>"
                        + "<faultcode>e:Server</faultcode><faultstring>"
                        + text
                        + "</faultstring></e:Fault></e:Body></e:Envelope>");
    }

    private static Reply error(Vendor.Good good, String request, String id) {
        Reply reply = good.answer(request);
        return reply.with(
                reply.body()
                        .replaceFirst(
                                "<(\\w+:)?resultCode>OK</(\\w+:)?resultCode>",
                                "<$1resultCode>ERROR</$2resultCode><$1errorId>"
                                        + id
                                        + "</$2errorId>"));
    }

    /** Takes everything for a good message. */
    private static Reply anything(Vendor.Good good) {
        return good.answer(StatusMessage.of(UNIT, "any").xml());
    }

    @Test
    void statusUpdates_heldTwice_areCaught() {
        List<String> all = new CopyOnWriteArrayList<>();
        Break counting =
                (request, type, good) -> {
                    all.add("event");
                    return good.answer(request);
                };
        try (Vendor vendor = new Vendor(receiver(new InMemoryCareEventStore()), true, counting)) {
            StatusUpdateContract contract = statusUpdates(vendor).eventsHeld(id -> all);
            caught(contract, "status.doubled");
            caught(contract, "status.redelivered");
        }
    }

    @Test
    void statusUpdates_givenUpWhenTheStoreFails_areCaught() {
        AtomicBoolean down = new AtomicBoolean();
        Break lying =
                (request, type, good) ->
                        down.get()
                                ? error(good, request, "APPLICATION_ERROR")
                                : good.answer(request);
        try (Vendor vendor = new Vendor(receiver(new InMemoryCareEventStore()), true, lying)) {
            caught(
                    statusUpdates(vendor).storeThat(() -> down.set(true), () -> down.set(false)),
                    "status.temporary");
        }
    }

    @Test
    void producer_withoutClientCertificates_isCaught() {
        try (Vendor vendor = new Vendor(receiver(new InMemoryCareEventStore()), false, NOTHING)) {
            caught(statusUpdates(vendor), "status.no-certificate");
        }
    }

    @Test
    void producer_thatIsSlow_isCaught() {
        CountDownLatch done = new CountDownLatch(1);
        Break slow =
                (request, type, good) -> {
                    try {
                        done.await(60, TimeUnit.SECONDS);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return good.answer(request);
                };
        try (Vendor vendor = new Vendor(receiver(new InMemoryCareEventStore()), true, slow)) {
            Report.Item item =
                    item(
                            statusUpdates(vendor).answeringWithin(Duration.ofMillis(200)),
                            "status.in-time");
            assertThat(item.failure()).isPresent();
            done.countDown();
        }
    }

    @Test
    void producer_thatIsNotThere_failsEachCheck_andThrowsNothing() {
        Vendor vendor = new Vendor(receiver(new InMemoryCareEventStore()), true, NOTHING);
        StatusUpdateContract contract = statusUpdates(vendor);
        vendor.close();

        assertThat(contract.run().passed()).isFalse();
        assertThat(failed(contract)).contains("status.reachable", "status.event.SIGNAT");
    }

    @TestFactory
    Stream<DynamicTest> carePlans_broken_areCaught() {
        Map<String, Break> broken = new HashMap<>();
        broken.put("plans.found", replacing("carePlan>", "other>"));
        broken.put(
                "plans.none",
                (request, type, good) ->
                        request.contains("189001019802") ? fault("unknown") : good.answer(request));
        broken.put("plans.own", replacing(SYSTEM.value(), "TSTNMT2321000156-OTHER"));
        broken.put("plans.header", replacing("20261102083000", "2026-11-02"));
        broken.put("plans.title", replacing("documentTitle", "documentNote"));
        for (String ignoring :
                List.of(
                        "plans.unknown-unit",
                        "plans.other-period",
                        "plans.unknown-contact",
                        "plans.contact-without-system",
                        "plans.system-not-address",
                        "plans.reserve-number",
                        "plans.number-with-dash",
                        "plans.wrong-type",
                        "plans.no-date",
                        "plans.date-with-dashes",
                        "plans.other-system",
                        "plans.garbage")) {
            // answers every question with all plans
            broken.put(
                    ignoring,
                    (request, type, good) ->
                            good.answer(PlanQuestion.of(SYSTEM.value(), PATIENT).xml()));
        }
        broken.put(
                "plans.unit",
                (request, type, good) ->
                        good.answer(
                                request.replaceAll("<careUnitHSAId>.*</careUnitHSAId>", "")
                                        .replace(
                                                PATIENT.value(),
                                                request.contains("careUnitHSAId")
                                                        ? "189001019802"
                                                        : PATIENT.value())));
        broken.put(
                "plans.period",
                (request, type, good) -> good.answer(request.replaceAll("20261102", "20261103")));
        broken.put(
                "plans.same-system",
                (request, type, good) ->
                        request.contains("sourceSystemHSAId") ? fault("no") : good.answer(request));
        return broken.entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () -> {
                                            try (Vendor vendor =
                                                    new Vendor(producer(), true, each.getValue())) {
                                                caught(carePlans(vendor), each.getKey());
                                            }
                                        }));
    }

    private static Break replacing(String text, String other) {
        return (request, type, good) -> {
            Reply reply = good.answer(request);
            return reply.with(reply.body().replace(text, other));
        };
    }

    // ---- as tests of JUnit, and wrong use ----

    @TestFactory
    Stream<DynamicTest> carePlans_asTestsOfJUnit_pass() {
        Vendor vendor = new Vendor(producer(), true, NOTHING);
        return ProducerTests.of(carePlans(vendor)).onClose(vendor::close);
    }

    @Test
    void asTestsOfJUnit_aFailure_saysWhatWasSeen() {
        try (Vendor vendor =
                new Vendor(producer(), true, (request, type, good) -> fault("broken"))) {
            DynamicTest test = ProducerTests.of(carePlans(vendor)).findFirst().orElseThrow();
            assertThatThrownBy(() -> test.getExecutable().execute())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Seen: HTTP 500, a SOAP fault")
                    .hasMessageContaining("Source: ");
        }
    }

    @Test
    void contract_withoutWhatItNeeds_saysWhat() {
        assertThatThrownBy(() -> ProducerContract.statusUpdates().run())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> ProducerContract.statusUpdates().unit(UNIT).checks())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("listens");
        assertThatThrownBy(() -> ProducerContract.carePlans().checks())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("source system");
        assertThatThrownBy(() -> ProducerContract.carePlans().at(URI.create("http://localhost/")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ProducerContract.statusUpdates().certificate("<x>"))
                .isInstanceOf(InvalidInputException.class);
    }
}
