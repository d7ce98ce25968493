package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CaseEvent;

/** Whatever the bytes are: an event or a case, or the documented refusal; and what is written is read as the same. */
class CaseJsonFuzzTest {

    @FuzzTest
    void event(byte[] json) {
        CaseEvent event;
        try {
            event = CaseJson.readEvent(json);
        } catch (InvalidInputException documented) {
            return;
        }
        byte[] written = CaseJson.write(event);
        assertThat(CaseJson.readEvent(written)).isEqualTo(event);
        assertThat(CaseJson.write(CaseJson.readEvent(written))).isEqualTo(written);
        assertThat(CaseJson.readCase(CaseJson.write(List.of(event)))).containsExactly(event);
    }

    @FuzzTest
    void log(byte[] json) {
        List<CaseEvent> log;
        try {
            log = CaseJson.readCase(json);
        } catch (InvalidInputException documented) {
            return;
        }
        byte[] written = CaseJson.write(log);
        assertThat(CaseJson.readCase(written)).isEqualTo(log);
        assertThat(CaseJson.write(CaseJson.readCase(written))).isEqualTo(written);
        for (CaseEvent event : log) {
            assertThat(CaseJson.readEvent(CaseJson.write(event))).isEqualTo(event);
        }
    }
}
