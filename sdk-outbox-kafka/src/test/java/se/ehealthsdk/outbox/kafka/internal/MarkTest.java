package se.ehealthsdk.outbox.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.outbox.OutboxException;

class MarkTest {

    @Test
    void text_readBack_isTheSame() {
        Mark sending = new Mark(1_000_000_000_000L, 17, true);
        Mark idle = new Mark(5, 0, false);

        assertThat(Mark.of(sending.text())).contains(sending);
        assertThat(Mark.of(idle.text())).contains(idle);
    }

    @Test
    void text_none_isNothingUnderWay() {
        assertThat(Mark.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 end=5 next=0 sending",
                "sending 5",
                "1 end=-5 next=0 idle",
                "1 end=5 next=0"
            })
    void text_thatIsNotOurs_isRefusedAndNotIgnored(String metadata) {
        assertThatThrownBy(() -> Mark.of(metadata))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(OutboxException.Kind.CONFIGURATION));
    }
}
