package se.ehealthsdk.examples;

import static se.ehealthsdk.examples.CertificateArchive.GET_CERTIFICATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRules;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.followup.AccessLogReports;
import se.ehealthsdk.audit.followup.CsvFormat;
import se.ehealthsdk.audit.followup.DisclosurePolicy;
import se.ehealthsdk.audit.followup.LogExtract;
import se.ehealthsdk.audit.followup.LogPeriod;
import se.ehealthsdk.audit.followup.LogsQuery;
import se.ehealthsdk.audit.followup.OperatorKind;
import se.ehealthsdk.audit.followup.Report;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.examples.CertificateArchive.Certificate;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.accesslog.LogFault;

/**
 * A clinician reads a patient's certificate, and the access is logged: on disk before anything is shown, at the log
 * service however often the network fails, and in the patient's hand when the patient asks for it.
 */
final class AccessLogJourney {

    private static final PersonId PATIENT = Personnummer.of("191212121212");

    /** Quicker than a log service would like it, so that the demo is soon over. */
    private static final DeliveryOptions QUICK =
            DeliveryOptions.DEFAULT
                    .callsPerSecond(100)
                    .backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final Narrator tell;
    private final NationalServices services;
    private final ActingUser user;
    private final Path directory;

    /**
     * @param user who has logged in
     * @param directory for the outbox and the extract
     */
    AccessLogJourney(Narrator tell, NationalServices services, ActingUser user, Path directory) {
        this.tell = tell;
        this.services = services;
        this.user = user;
        this.directory = directory;
    }

    void walk() {
        try {
            Files.createDirectories(directory);
            Path folder = Files.createTempDirectory(directory, "access-log-");
            try (CertificateArchive archive = CertificateArchive.start(services, PATIENT);
                    RivtaClient platform = client(archive)) {
                log(platform, folder);
                withheld(platform, folder);
                extract(platform);
            }
            tell.line("");
            tell.line("The outbox is left in " + folder + ": AccessLogAdmin --sqlite looks at it.");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private RivtaClient client(CertificateArchive archive) {
        return RivtaClient.builder()
                .environment(services.environment().withUrl(GET_CERTIFICATE, archive.url()))
                .credential(services.credential())
                .options(call -> call.listener(tell))
                .build();
    }

    private void log(RivtaClient platform, Path folder) throws InterruptedException {
        JdbcOutbox outbox = Outbox.sqlite(folder);
        try (AccessLog log =
                AccessLog.builder(outbox, LogService.on(platform)).delivery(QUICK).open()) {
            read(log, platform, outbox);
            deliver(log, outbox);
            lostAnswer(log, outbox);
            poison(log, outbox);
        }
    }

    /** What is to be logged of a contract is said once; no caller can forget it. */
    private AccessRules rules() {
        return AccessRules.builder()
                .on(
                        GET_CERTIFICATE,
                        access -> List.of(record(access.answer().patient(), access.answer().id())))
                .build();
    }

    private AccessRecord record(PersonId patient, String document) {
        return AccessRecord.reading(patient)
                .by(user)
                .in(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                .resource(ResourceType.CERTIFICATE)
                .level(document)
                .build();
    }

    private void read(AccessLog log, RivtaClient platform, JdbcOutbox outbox) {
        RivtaClient logged = log.on(platform, user, rules());
        Certificate certificate =
                tell.step(
                        "The clinician opens a certificate (intyg) of a patient. What is logged, and when?",
                        () ->
                                logged.call(
                                        GET_CERTIFICATE,
                                        NationalServices.LOGICAL_ADDRESS,
                                        "intyg-1"));
        tell.answer(
                "\""
                        + certificate.title()
                        + "\" may be shown now: "
                        + outbox.figures().pending()
                        + " record was on disk before the answer came here");
    }

    private void deliver(AccessLog log, JdbcOutbox outbox) throws InterruptedException {
        boolean drained = tell.step("And when does the log service have it?", () -> flushed(log));
        tell.answer(
                (drained ? "now" : "later")
                        + ", with at most 500 in a call: "
                        + state(outbox.figures()));
    }

    private void lostAnswer(AccessLog log, JdbcOutbox outbox) {
        List<AccessRecord> three =
                Stream.of("intyg-2", "intyg-3", "intyg-4")
                        .map(each -> record(PATIENT, each))
                        .toList();
        services.logService().next(LogFault.answerLost());
        tell.step(
                "Three more, and the network breaks when they are stored, before the answer is here. The log"
                        + " service refuses a log id that it has, so nothing can just be sent again.",
                () -> {
                    log.append(three);
                    return flushed(log);
                });
        tell.answer(state(outbox.figures()));
        tell.answer(
                "at the log service: "
                        + services.logService().stored().size()
                        + " records, doubled: "
                        + services.logService().doubled().size()
                        + ", missing: "
                        + three.stream()
                                .filter(
                                        each ->
                                                !services.logService()
                                                        .logIds()
                                                        .contains(each.logId()))
                                .count());
    }

    private void poison(AccessLog log, JdbcOutbox outbox) {
        services.logService()
                .refuse(
                        record -> record.activity().level().filter("intyg-?"::equals).isPresent(),
                        "Aktivitetsnivån får inte innehålla frågetecken");
        AccessRecord bad = record(PATIENT, "intyg-?");
        tell.step(
                "One bad record among ten. Does it stop the others?",
                () -> {
                    log.append(
                            Stream.concat(
                                            Stream.of(bad),
                                            Stream.iterate(5, number -> number + 1)
                                                    .limit(9)
                                                    .map(
                                                            number ->
                                                                    record(
                                                                            PATIENT,
                                                                            "intyg-" + number)))
                                    .toList());
                    return flushed(log);
                });
        tell.answer("no: " + state(outbox.figures()));
        ParkedItem parked = outbox.parked(bad.logId()).orElseThrow();
        tell.answer("parked: " + parked.item().id() + ", " + parked.reason());
        tell.step(
                "Someone repairs it, and it goes out again:",
                () -> {
                    String record = new String(parked.item().payload(), StandardCharsets.UTF_8);
                    outbox.repair(
                            parked.item().id(),
                            record.replace("intyg-?", "intyg-14").getBytes(StandardCharsets.UTF_8));
                    return flushed(log);
                });
        tell.answer(state(outbox.figures()));
    }

    private void withheld(RivtaClient platform, Path folder) {
        AccessLog log =
                AccessLog.builder(Outbox.sqlite(folder), LogService.on(platform))
                        .appendOnly()
                        .open();
        RivtaClient logged = log.on(platform, user, rules());
        log.close(); // as good as a disk that is full
        Optional<OutboxException> failure =
                tell.step(
                        "And if the record cannot be written, because the disk is full or the outbox closed?",
                        () -> {
                            try {
                                logged.call(
                                        GET_CERTIFICATE,
                                        NationalServices.LOGICAL_ADDRESS,
                                        "intyg-1");
                                return Optional.<OutboxException>empty();
                            } catch (OutboxException notKept) {
                                return Optional.of(notKept);
                            }
                        });
        tell.answer(
                failure.map(cause -> "the certificate is withheld: " + cause.getMessage())
                        .orElse("it is shown all the same?"));
    }

    private void extract(RivtaClient platform) throws IOException {
        LocalDate today = LocalDate.now(SwedishTime.ZONE);
        LogPeriod period = LogPeriod.days(today.minusMonths(1), today);
        HsaId provider = user.careProvider().hsaId();
        Report<AccessRecord> report =
                tell.step(
                        "The patient asks who has seen the certificates (loggutdrag):",
                        () ->
                                AccessLogReports.on(platform)
                                        .logs(LogsQuery.of(provider, period).about(PATIENT)));
        LogExtract extract =
                LogExtract.of(PATIENT)
                        .careProvider(
                                new AccessRecord.CareProvider(provider, user.careProvider().name()))
                        .policy(DisclosurePolicy.minimum(OperatorKind.REGIONAL))
                        .madeBy("Journalarkivet")
                        .fromLogs(report);
        Path pdf = directory.resolve("loggutdrag.pdf");
        try (OutputStream out = Files.newOutputStream(pdf)) {
            extract.writePdf(out);
        }
        Path csv = directory.resolve("loggutdrag.csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            extract.writeCsv(out, CsvFormat.SWEDISH_EXCEL);
        }
        tell.answer(extract.rows().size() + " accesses: " + pdf + " and " + csv.getFileName());
        extract.shortfalls().forEach(reason -> tell.answer("printed on it: " + reason));
    }

    private static boolean flushed(AccessLog log) {
        try {
            log.delivery().orElseThrow().flush();
            return log.delivery().orElseThrow().awaitDrained(Duration.ofMinutes(1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String state(Figures figures) {
        return "delivered %d, waiting %d, parked %d"
                .formatted(
                        figures.delivered() + figures.assumedDelivered(),
                        figures.pending() + figures.inDelivery() + figures.held(),
                        figures.parked());
    }
}
