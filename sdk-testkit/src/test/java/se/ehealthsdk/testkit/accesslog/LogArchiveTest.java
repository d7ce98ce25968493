package se.ehealthsdk.testkit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** The archive of log records is bounded, and says how many it has forgotten. */
class LogArchiveTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int TOO_MANY = 7;

    @Test
    void records_moreThanAreKept_theOldestAreForgottenAndCounted() {
        LogArchive archive = new LogArchive();
        List<AccessRecord> records = new ArrayList<>();
        for (int i = 0; i < LogArchive.CAPACITY + TOO_MANY; i++) {
            records.add(record());
        }

        archive.store(records.subList(0, LogArchive.CAPACITY), 1, Optional.empty(), NOON, true);
        assertThat(archive.forgotten()).isZero();
        archive.store(
                records.subList(LogArchive.CAPACITY, records.size()),
                2,
                Optional.empty(),
                NOON,
                true);

        assertThat(archive.forgotten()).isEqualTo(TOO_MANY);
        assertThat(archive.count()).isEqualTo(records.size());
        assertThat(archive.records()).hasSize(LogArchive.CAPACITY);
        assertThat(archive.records().get(0).record().logId())
                .isEqualTo(records.get(TOO_MANY).logId());
        assertThat(archive.holds(records.get(0).logId())).isTrue();
    }

    private static AccessRecord record() {
        return AccessRecord.reading(PersonId.parse("191212121212"))
                .by(
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
                                        HsaId.of("SE2321000016-VG1"),
                                        Optional.empty(),
                                        Optional.empty())))
                .in(HsaId.of("SE2321000016-SYS1"))
                .resource(ResourceType.CERTIFICATE)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .build();
    }
}
