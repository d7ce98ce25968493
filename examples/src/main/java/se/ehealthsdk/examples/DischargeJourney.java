package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.exchange.ExchangeStorage;
import se.ehealthsdk.discharge.exchange.HttpsDischargeExchange;
import se.ehealthsdk.discharge.exchange.Peer;
import se.ehealthsdk.discharge.exchange.RecipientStatus;
import se.ehealthsdk.discharge.fallback.AddressBook;
import se.ehealthsdk.discharge.fallback.FallbackDecision;
import se.ehealthsdk.discharge.fallback.FallbackPlanner;
import se.ehealthsdk.discharge.fallback.FormEdition;
import se.ehealthsdk.discharge.fallback.PaperForms;
import se.ehealthsdk.discharge.fallback.PaperMessage;
import se.ehealthsdk.discharge.fallback.PaperSending;
import se.ehealthsdk.discharge.fallback.RetroEntryList;
import se.ehealthsdk.discharge.fallback.SystemStatus;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.policy.DocumentStatus;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.statistics.DischargeReport;
import se.ehealthsdk.discharge.statistics.DischargeStatistics;
import se.ehealthsdk.discharge.statistics.Profile;
import se.ehealthsdk.discharge.statistics.ReportPage;
import se.ehealthsdk.discharge.statistics.StatisticsOptions;
import se.ehealthsdk.person.LookupProfile;
import se.ehealthsdk.person.Person;
import se.ehealthsdk.person.PersonClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/**
 * A week at a hospital ward, from an admission on a Thursday evening until the patient is home: what the ward tells the
 * municipality, what the Act makes of it, what happens when the region's system is down, and who pays.
 *
 * <p>Real rules, invented people: the week is in March 2020, a year whose rate is known, and a clock is set to it.
 */
final class DischargeJourney {

    private static final HsaId OWN_SYSTEM = HsaId.of("TSTNMT2321000156-EHR1");
    private static final Participant WARD = RegionalDischargeSystem.WARD;
    private static final Participant HEALTH_CENTRE = RegionalDischargeSystem.HEALTH_CENTRE;
    private static final Participant MUNICIPALITY = RegionalDischargeSystem.SOCIAL_SERVICES;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate THURSDAY = LocalDate.of(2020, 3, 12);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

    private final Narrator tell;
    private final PersonClient persons;
    private final Path papers;
    private final SetClock clock = new SetClock(at(THURSDAY, "21:40"));
    private final RegionalDischargeSystem region;
    private final HttpsDischargeExchange exchange;
    private final BlockingQueue<CaseEvent> received = new LinkedBlockingQueue<>();
    private final EventWriter ward =
            EventWriter.of(CaseId.of("DEMO-2020-0312"), RegisteredPerson.NORDIN.id(), WARD);
    private Optional<DischargeCase> held = Optional.empty();

    /**
     * @param folder for the exchange's database and for the paper
     */
    DischargeJourney(Narrator tell, RivtaClient platform, NationalServices services, Path folder) {
        this.tell = tell;
        this.persons = PersonClient.on(platform);
        this.papers = folder;
        this.region = RegionalDischargeSystem.start(services.pki(), clock);
        this.exchange =
                HttpsDischargeExchange.builder()
                        .credential(region.credentialFor(OWN_SYSTEM))
                        .trust(region.trust())
                        .storage(storage(folder))
                        .ownUnits(Set.of(WARD.unit()))
                        .peer(
                                new Peer(
                                        RegionalDischargeSystem.SYSTEM,
                                        region.url(),
                                        Set.of(HEALTH_CENTRE.unit(), MUNICIPALITY.unit())))
                        .open();
    }

    private static ExchangeStorage storage(Path folder) {
        try {
            Files.createDirectories(folder);
            return ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(
                    Files.createTempDirectory(folder, "exchange-"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void walk() {
        try (region;
                exchange) {
            InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            exchange.receive((event, reception) -> received.add(event));
            region.connect(OWN_SYSTEM, exchange.serve(loopback).url(), Set.of(WARD.unit()));

            MunicipalityCode municipality = municipality();
            admitted(municipality);
            estimateChanges();
            readyOnFriday();
            cannotReceive();
            PaperSending paper = systemDown(municipality);
            entered(paper);
            leaves();
            liability();
            statistics();
        }
    }

    // ---- the week ----

    private MunicipalityCode municipality() {
        PersonId patient = RegisteredPerson.NORDIN.id();
        Optional<Person> found =
                tell.step(
                        "A patient comes to the ward. Who is she, and which municipality is hers? (sdk-person)",
                        () -> persons.person(patient, LookupProfile.P2));
        MunicipalityCode municipality = found.flatMap(Person::municipality).orElseThrow();
        tell.answer("found, registered in municipality " + municipality + ", not protected");
        return municipality;
    }

    private void admitted(MunicipalityCode municipality) {
        CaseEvent notice =
                ward.send(
                        new AdmissionNotice(
                                Admission.needing(
                                        clock.instant(),
                                        CareForm.SOMATIC,
                                        CareParty.MUNICIPAL_SOCIAL_SERVICES,
                                        CareParty.OPEN_CARE),
                                new Patient(
                                        RegisteredPerson.NORDIN.id(),
                                        Optional.of("Karin Nordin"),
                                        Optional.empty(),
                                        Protection.NONE,
                                        Residence.in(municipality)),
                                Optional.of(LocalDate.of(2020, 3, 17))),
                        clock.instant(),
                        MUNICIPALITY,
                        HEALTH_CENTRE);
        tell.step(
                now()
                        + ": she is admitted, and will need help afterwards. The admission notice goes to the municipality"
                        + " and the health centre.",
                () -> send(notice));
        tell.answer(delivery(notice) + "; within 24 hours, as 2 kap. 3 § says");
        owed();
    }

    private void estimateChanges() {
        clock.set(at(THURSDAY.plusDays(1), "09:30"));
        said(MUNICIPALITY, new Receipt(discharge().events().get(0).id()));
        said(HEALTH_CENTRE, new Planning(Planning.Stage.STARTED));
        CaseEvent changed =
                ward.send(
                        new EstimateChanged(LocalDate.of(2020, 3, 14)),
                        clock.instant(),
                        MUNICIPALITY,
                        HEALTH_CENTRE);
        tell.step(
                now() + ": she recovers faster than thought. The estimate is changed to Saturday.",
                () -> send(changed));
        tell.answer(
                delivery(changed)
                        + "; the municipality has read the admission notice, the health centre plans");
    }

    private void readyOnFriday() {
        clock.set(at(THURSDAY.plusDays(1), "12:01"));
        CaseEvent ready =
                ward.send(
                        ReadyNotice.judged(clock.instant()),
                        clock.instant(),
                        MUNICIPALITY,
                        HEALTH_CENTRE);
        tell.step(
                now() + ": the physician finds her ready to leave, one minute past noon.",
                () -> send(ready));
        tell.answer(delivery(ready));
        owed();
    }

    private void cannotReceive() {
        clock.set(at(THURSDAY.plusDays(1), "14:30"));
        tell.step(
                now()
                        + ": the municipality answers. Read is not accepted, and accepted is not read.",
                () ->
                        said(
                                MUNICIPALITY,
                                new Availability(
                                        Availability.Answer.CANNOT_RECEIVE,
                                        Optional.of(LocalDate.of(2020, 3, 19)))));
        tell.answer("it cannot receive her before Thursday the 19th");
        said(HEALTH_CENTRE, Availability.now(Availability.Answer.CAN_RECEIVE));
        clock.set(at(THURSDAY.plusDays(1), "15:10"));
        CaseEvent call =
                ward.as(HEALTH_CENTRE)
                        .send(
                                SipCall.to(at(THURSDAY.plusDays(4), "13:00"), WARD, MUNICIPALITY),
                                clock.instant(),
                                WARD,
                                MUNICIPALITY);
        tell.step(
                now()
                        + ": the health centre can do its part, and calls to a planning meeting (SIP).",
                () -> heard(call));
        tell.answer("the meeting is on Monday at 13:00; called: ward and municipality");
        tell.line(
                "     Saturday and Sunday pass. Nobody does anything, and the days count all the same.");
    }

    private PaperSending systemDown(MunicipalityCode municipality) {
        Instant since = at(THURSDAY.plusDays(4), "08:05");
        clock.set(at(THURSDAY.plusDays(4), "10:20"));
        region.down();
        FallbackDecision decision =
                tell.step(
                        now() + ": the region's system has been down since 08:05. Paper, or wait?",
                        () ->
                                FallbackPlanner.decide(
                                        ward.patient(),
                                        Residence.in(municipality),
                                        SystemStatus.downSince(since),
                                        clock.instant(),
                                        Policy.stockholm2020().fallback()));
        tell.answer(decision.channel() + ": " + decision.english());
        CaseEvent changed =
                ward.send(
                        new EstimateChanged(LocalDate.of(2020, 3, 19)),
                        clock.instant(),
                        MUNICIPALITY,
                        HEALTH_CENTRE);
        PaperMessage message = new PaperMessage("P-0001", changed, Optional.of(discharge()));
        Path file = papers.resolve(message.form().fileName());
        int bytes =
                tell.step(
                        "The ward prints the form, filled from the case.",
                        () -> {
                            byte[] pdf =
                                    PaperForms.of(
                                                    new FormEdition(
                                                            "Region Påhitt",
                                                            "1.0",
                                                            LocalDate.of(2020, 1, 1),
                                                            DocumentStatus.NOT_A_RECORD))
                                            .filled(message, AddressBook.EMPTY);
                            write(file, pdf);
                            return pdf.length;
                        });
        tell.answer(
                "\""
                        + message.form().title()
                        + "\", "
                        + bytes / 1024
                        + " KiB of PDF in "
                        + file
                        + "; sent by hand at "
                        + now());
        return PaperSending.of(message, clock.instant());
    }

    private void entered(PaperSending paper) {
        RetroEntryList list = RetroEntryList.EMPTY.with(paper);
        region.up();
        clock.set(at(THURSDAY.plusDays(4), "15:45"));
        CaseEvent entered = paper.event(WARD.unit(), clock.instant());
        RetroEntryList done =
                tell.step(
                        now() + ": the system is back. What went on paper is entered afterwards.",
                        () -> {
                            send(entered);
                            return list.entered(paper.serial(), clock.instant());
                        });
        tell.answer(
                delivery(entered)
                        + "; it keeps "
                        + MOMENT.format(entered.times().happened().atZone(SwedishTime.ZONE))
                        + " as its time, and is marked as entered from paper; left to enter: "
                        + done.open().size());
    }

    private void leaves() {
        clock.set(at(THURSDAY.plusDays(7), "08:30"));
        said(MUNICIPALITY, Availability.now(Availability.Answer.CAN_RECEIVE));
        clock.set(at(THURSDAY.plusDays(7), "13:15"));
        CaseEvent gone =
                ward.send(
                        new DischargeNotice(clock.instant(), Destination.HOME_WITH_SERVICES),
                        clock.instant(),
                        MUNICIPALITY,
                        HEALTH_CENTRE);
        tell.step(
                now() + ": the municipality can receive her since this morning, and she goes home.",
                () -> send(gone));
        tell.answer(
                delivery(gone)
                        + "; both systems hold the same case: "
                        + region.find(ward.caseId()).map(discharge()::equals).orElse(false)
                        + ", "
                        + discharge().events().size()
                        + " events");
    }

    // ---- what it comes to ----

    private void liability() {
        PaymentLiability liability =
                tell.step(
                        "Does the municipality pay, and for which days? By the Act as it was in 2020.",
                        () ->
                                PaymentLiability.assess(
                                        discharge(),
                                        Policy.act(THURSDAY),
                                        Rates.sourced(),
                                        LocalDate.of(2020, 3, 31)));
        tell.answer(
                liability.status()
                        + ", "
                        + liability.days().size()
                        + " days, "
                        + liability.requireAmount()
                        + " SEK");
        liability.explanation(Locale.ENGLISH).forEach(step -> tell.line("            " + step));
        tell.line("     och på svenska:");
        liability
                .explanation(Locale.forLanguageTag("sv"))
                .forEach(step -> tell.line("            " + step));
    }

    private void statistics() {
        YearMonth march = YearMonth.of(2020, 3);
        DischargeReport report =
                tell.step(
                        "And the month's statistics, of this one case.",
                        () ->
                                List.of(discharge()).stream()
                                        .collect(
                                                DischargeStatistics.collector(
                                                        StatisticsOptions.of(
                                                                Policy.act(THURSDAY),
                                                                Profile.INPATIENT,
                                                                march,
                                                                march,
                                                                march.atEndOfMonth()))));
        report.months()
                .forEach(
                        row ->
                                tell.answer(
                                        "municipality "
                                                + row.bucket()
                                                + ", "
                                                + row.month()
                                                + ": "
                                                + row.figures()
                                                        .map(DischargeJourney::inWords)
                                                        .orElse("too few to tell")));
        Path page = papers.resolve("statistics.html");
        try (OutputStream out = Files.newOutputStream(page)) {
            ReportPage.write(report, Locale.forLanguageTag("sv"), out);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        tell.answer("as a page with charts, for a browser or for paper: " + page);
    }

    private static String inWords(DischargeReport.MonthFigures figures) {
        return figures.cases()
                + " case, "
                + figures.readyDays()
                + " days ready to leave, of which "
                + figures.liableDays()
                + " liable; admission notices in time: "
                + figures.admissionNotice().met()
                + " of "
                + figures.admissionNotice().all();
    }

    /** What is open now, by the Act, in words for people. */
    private void owed() {
        Obligations.of(discharge(), clock.instant(), Policy.act(THURSDAY))
                .owed()
                .forEach(duty -> tell.line("       owed  " + duty.explanation(Locale.ENGLISH)));
    }

    // ---- how it travels ----

    /** Takes the event into the ward's own case, hands it to the exchange, and waits until it is acknowledged. */
    private CaseEvent send(CaseEvent event) {
        take(event);
        exchange.send(event);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isAcknowledged(event) && System.nanoTime() < end) {
            pause();
        }
        return event;
    }

    private boolean isAcknowledged(CaseEvent event) {
        return exchange.status(event.id()).stream()
                .allMatch(status -> status.state() == RecipientStatus.State.ACKNOWLEDGED);
    }

    private String delivery(CaseEvent event) {
        long arrived =
                exchange.status(event.id()).stream()
                        .filter(status -> status.state() == RecipientStatus.State.ACKNOWLEDGED)
                        .count();
        return "acknowledged for " + arrived + " of " + event.recipients().size() + " units";
    }

    /** A unit at the other system says something, and the ward hears of it. */
    private CaseEvent said(Participant who, Content content) {
        region.say(ward.caseId(), who, content);
        return hear();
    }

    private CaseEvent heard(CaseEvent event) {
        region.send(event);
        return hear();
    }

    private CaseEvent hear() {
        try {
            CaseEvent event = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                throw new IllegalStateException("nothing was heard of the region's system");
            }
            take(event);
            return event;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private void take(CaseEvent event) {
        Acceptance acceptance = Acceptance.at(clock.instant());
        held =
                Optional.of(
                        held.map(before -> before.with(event, acceptance))
                                .orElseGet(() -> DischargeCase.open(event, acceptance)));
    }

    private DischargeCase discharge() {
        return held.orElseThrow();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static void write(Path file, byte[] pdf) {
        try {
            Files.write(file, pdf);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String now() {
        return MOMENT.format(clock.instant().atZone(SwedishTime.ZONE));
    }

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(SwedishTime.ZONE).toInstant();
    }
}
