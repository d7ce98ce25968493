package se.ehealthsdk.outbox.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.outbox.OutboxException;

class ClientSettingsTest {

    private static final Duration WITHIN = Duration.ofSeconds(9);

    @ParameterizedTest
    @CsvSource({
        "acks,1",
        "acks,0",
        "enable.idempotence,false",
        "isolation.level,read_uncommitted",
        "enable.auto.commit,true",
        "auto.offset.reset,latest",
        "delivery.timeout.ms,1000000",
        "max.block.ms,1",
        "transactional.id,mine",
        "group.id,mine",
        "partitioner.class,mine.Partitioner",
        "value.serializer,mine.Serializer",
        "bootstrap.servers,' '"
    })
    void setting_thatCouldLoseSomething_isRefused(String name, String value) {
        Map<String, String> given = new HashMap<>(Map.of("bootstrap.servers", "localhost:9092"));
        given.put(name, value);

        assertThatThrownBy(() -> new ClientSettings(given, WITHIN))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(OutboxException.Kind.CONFIGURATION);
                            assertThat(e.remedy()).isNotBlank();
                        });
    }

    @Test
    void setting_thatSaysWhatIsSoAnyway_isTaken() {
        ClientSettings settings =
                settings(
                        Map.of(
                                "acks",
                                "all",
                                "enable.idempotence",
                                "true",
                                "isolation.level",
                                "read_committed"));

        assertThat(settings.producer(Optional.empty(), 1000))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
        assertThat(settings.consumer("group", WITHIN))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false);
    }

    @Test
    void setting_ofOneClient_isNotGivenToAnother() {
        ClientSettings settings = settings(Map.of("linger.ms", "2", "fetch.min.bytes", "7"));

        assertThat(settings.producer(Optional.empty(), 1000))
                .containsEntry("linger.ms", "2")
                .doesNotContainKey("fetch.min.bytes");
        assertThat(settings.consumer("group", WITHIN))
                .containsEntry("fetch.min.bytes", "7")
                .doesNotContainKey("linger.ms");
    }

    @Test
    void setting_ofAPlugIn_isGivenToAll() {
        ClientSettings settings = settings(Map.of("region.login.realm", "test"));

        assertThat(settings.producer(Optional.empty(), 1000))
                .containsEntry("region.login.realm", "test");
        assertThat(settings.consumer("group", WITHIN)).containsEntry("region.login.realm", "test");
    }

    @Test
    void producer_hasATimeWithinWhichItGivesUp() {
        assertThat(settings(Map.of()).producer(Optional.empty(), 1000))
                .containsEntry("delivery.timeout.ms", 9000)
                .containsEntry("max.block.ms", 9000)
                .containsEntry("max.request.size", 1000);
    }

    private static ClientSettings settings(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(Map.of("bootstrap.servers", "localhost:9092"));
        given.putAll(more);
        return new ClientSettings(given, WITHIN);
    }
}
