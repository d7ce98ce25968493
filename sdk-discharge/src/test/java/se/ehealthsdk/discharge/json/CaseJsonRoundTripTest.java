package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.SipCall;

/** What is written is read as the same, and written as the same bytes again. */
class CaseJsonRoundTripTest {

    @Test
    void event_ofEveryKind_comesBackEqual() {
        for (long seed = 0; seed < 50; seed++) {
            AnyEvents any = new AnyEvents(seed);
            for (Content content : any.ofEveryKind()) {
                CaseEvent event = any.event(content);
                byte[] json = CaseJson.write(event);
                CaseEvent read = CaseJson.readEvent(json);
                assertSame(read, event);
                assertThat(CaseJson.write(read)).isEqualTo(json);
            }
        }
    }

    @Test
    void log_ofAnyEvents_comesBackEqual() {
        for (long seed = 0; seed < 50; seed++) {
            List<CaseEvent> log = new AnyEvents(seed).log(1 + (int) seed % 7);
            byte[] json = CaseJson.write(log);
            List<CaseEvent> read = CaseJson.readCase(json);
            assertThat(read).hasSameSizeAs(log);
            for (int i = 0; i < log.size(); i++) {
                assertSame(read.get(i), log.get(i));
            }
            assertThat(CaseJson.write(read)).isEqualTo(json);
        }
    }

    @Test
    void generator_makesEveryKindThatThereIs() {
        Set<Class<?>> made =
                new AnyEvents(1)
                        .ofEveryKind().stream().map(Content::getClass).collect(Collectors.toSet());
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(Content.class.getPermittedSubclasses()));
    }

    @Test
    void event_written_isOneLineOfUtf8() {
        AnyEvents any = new AnyEvents(3);
        for (Content content : any.ofEveryKind()) {
            String json = new String(CaseJson.write(any.event(content)), StandardCharsets.UTF_8);
            assertThat(json).startsWith("{\"formatVersion\":1,\"id\":\"").doesNotContain("\n");
        }
    }

    /** Names and municipalities of participants are no part of their equality. */
    private static void assertSame(CaseEvent read, CaseEvent event) {
        assertThat(read).isEqualTo(event);
        assertThat(names(read)).isEqualTo(names(event));
    }

    private static List<Object> names(CaseEvent event) {
        List<Participant> all = new ArrayList<>(event.recipients());
        all.add(event.sender());
        if (event.content() instanceof SipCall call) {
            all.addAll(call.called());
        }
        return all.stream()
                .<Object>map(one -> List.of(one.name(), one.municipality(), one.unit().value()))
                .toList();
    }
}
