package se.ehealthsdk.testkit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.followup.AccessLogReports;
import se.ehealthsdk.audit.followup.LogConfirmation;
import se.ehealthsdk.audit.followup.LogConfirmationResult;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.testkit.NationalServices;

/** Records in doubt, settled with a log service that shows records in its reports a day after it has them. */
class LogConfirmationAgainstStandInTest {

    private static final HsaId SYSTEM = HsaId.of("SE2321000016-SYS1");
    private static final ActingUser USER =
            new ActingUser(
                    HsaId.of("SE2321000016-DOC1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                            new ActingUser.Commission(
                                    HsaId.of("SE2321000016-COM1"),
                                    Optional.empty(),
                                    "Vård och behandling")),
                    Optional.of(
                            new ActingUser.CareUnit(
                                    HsaId.of("SE2321000016-VE1"), Optional.empty())),
                    new ActingUser.CareProvider(
                            HsaId.of("SE2321000016-VG1"), Optional.empty(), Optional.empty()));

    private static volatile Duration passed = Duration.ZERO;
    private static final Clock CLOCK =
            new Clock() {
                @Override
                public Instant instant() {
                    return Instant.now().plus(passed);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };

    private static NationalServices services;
    private static RivtaClient client;

    @TempDir Path folder;

    private LogServiceStandIn service;
    private JdbcOutbox outbox;
    private AccessLog log;
    private LogConfirmation confirmation;

    @BeforeAll
    static void start() {
        services = NationalServices.builder().clock(CLOCK).start();
        client = services.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        services.close();
    }

    @BeforeEach
    void open() {
        services.reset();
        passed = Duration.ZERO;
        service = services.logService();
        service.reportLag(Duration.ofHours(24));
        outbox = JdbcOutbox.sqlite(folder).clock(CLOCK).open();
        log =
                AccessLog.builder(outbox, LogService.on(client))
                        .delivery(
                                DeliveryOptions.DEFAULT
                                        .maxAge(Duration.ZERO)
                                        .callsPerSecond(Double.POSITIVE_INFINITY)
                                        .backoff(Duration.ofMillis(5), Duration.ofMillis(20))
                                        // nothing but the confirmation settles what is held
                                        .heldPause(Duration.ofDays(30))
                                        .clock(CLOCK))
                        .open();
        confirmation =
                LogConfirmation.builder(
                                outbox, AccessLogReports.builder(client).clock(CLOCK).build())
                        .clock(CLOCK)
                        .build();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void recordsInDoubt_afterADay_areEachWithTheServiceOnce() throws Exception {
        service.duplicateText(Optional.empty());
        service.next(LogFault.answerLost());
        AccessRecord heldAndStored = record();
        log.append(heldAndStored);
        await(Figures::held, 1);
        AccessRecord heldAndNotStored = record();
        service.refuseWithoutWords(it -> it.logId().equals(heldAndNotStored.logId()));
        log.append(heldAndNotStored);
        await(Figures::held, 2);
        AccessRecord assumedWrongly = record();
        service.refuse(
                it -> it.logId().equals(assumedWrongly.logId()), LogServiceStandIn.DUPLICATE_TEXT);
        log.append(assumedWrongly);
        await(Figures::assumedDelivered, 1);
        service.acceptAgain();
        assertThat(service.logIds()).containsExactly(heldAndStored.logId());

        passed = Duration.ofHours(23);
        LogConfirmationResult tooSoon = confirmation.run();

        assertThat(tooSoon.delivered() + tooSoon.missing()).isZero();
        assertThat(tooSoon.unsettled())
                .extracting(LogConfirmationResult.Unsettled::why)
                .containsOnly(LogConfirmationResult.Why.TOO_RECENT)
                .hasSize(3);
        assertThat(outbox.figures().held()).isEqualTo(2);

        passed = Duration.ofHours(25);
        LogConfirmationResult settled = confirmation.run();

        assertThat(settled).isEqualTo(new LogConfirmationResult(1, 1, 2, List.of(), List.of()));
        await(Figures::delivered, 3);
        assertThat(service.logIds())
                .containsExactlyInAnyOrder(
                        heldAndStored.logId(), heldAndNotStored.logId(), assumedWrongly.logId());
        assertThat(service.doubled()).isEmpty();
        assertThat(confirmation.run().reports()).isZero();
    }

    @Test
    void recordsInDoubt_withoutRightToRead_stayInDoubt() throws Exception {
        service.refuseWithoutWords(it -> true);
        log.append(record());
        await(Figures::held, 1);
        service.limit(HsaId.of(NationalServices.SYSTEM_HSA_ID), HsaId.of("SE2321000016-VG2"));

        passed = Duration.ofHours(25);
        LogConfirmationResult result = confirmation.run();

        assertThat(result.failures()).hasSize(1);
        assertThat(result.missing()).isZero();
        assertThat(outbox.figures().held()).isEqualTo(1);
    }

    private static AccessRecord record() {
        return AccessRecord.reading(PersonId.parse("191212121212"))
                .by(USER)
                .in(SYSTEM)
                .resource(ResourceType.CERTIFICATE)
                .clock(CLOCK)
                .build();
    }

    private void await(ToLongFunction<Figures> figure, long count) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (figure.applyAsLong(outbox.figures()) != count) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            Thread.sleep(5);
        }
    }
}
