package se.ehealthsdk.audit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.core.error.InvalidInputException;

class StoredFormTest {

    @Test
    void record_writtenAndRead_isTheSame() throws Exception {
        Random random = new Random(4711);
        for (int i = 0; i < 1_000; i++) {
            AccessRecord record = Sample.random(random);

            assertThat(StoredForm.read(StoredForm.write(record)))
                    .as("sample %d", i)
                    .isEqualTo(record);
        }
    }

    @Test
    void stored_record_isTheContractsElementWithItsTimeInUtc() {
        String stored = new String(StoredForm.write(Sample.reading().logId("id-1").build()), UTF_8);

        assertThat(stored)
                .startsWith(
                        "<log xmlns=\"urn:riv:informationsecurity:auditing:log:2\"><logId>id-1</logId>")
                .contains("<startDate>2026-03-01T11:34:56.789Z</startDate>")
                .endsWith("</resources></log>");
    }

    @Test
    void record_repairedByHand_canBeRead() throws Exception {
        AccessRecord record = Sample.reading().build();
        String pretty =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- repaired -->\n"
                        + new String(StoredForm.write(record), UTF_8).replace("><", ">\n  <")
                        + "\n";

        assertThat(StoredForm.read(pretty.getBytes(UTF_8))).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Tolvansson",
                "<log xmlns='urn:riv:informationsecurity:auditing:log:2'>",
                "<log xmlns='urn:riv:informationsecurity:auditing:log:2'/>",
                "<log/>",
                "<!DOCTYPE log [<!ENTITY e 'Tolvansson'>]><log xmlns='urn:riv:informationsecurity:auditing:log:2'>&e;</log>"
            })
    void bytes_thatAreNoRecord_areRefused(String text) {
        assertThatThrownBy(() -> StoredForm.read(text.getBytes(UTF_8)))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageNotContaining("Tolvansson");
    }

    @Test
    void record_withSomethingAfterIt_isRefused() {
        byte[] twice =
                (new String(StoredForm.write(Sample.reading().build()), UTF_8) + "<more/>")
                        .getBytes(UTF_8);

        assertThatThrownBy(() -> StoredForm.read(twice)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void record_thatTheContractDoesNotAllow_isNotWritten() {
        AccessRecord good = Sample.reading().build();
        AccessRecord bad =
                new AccessRecord(
                        "x".repeat(37),
                        good.system(),
                        good.activity(),
                        good.user(),
                        good.resources());

        assertThatThrownBy(() -> StoredForm.write(bad)).isInstanceOf(InvalidInputException.class);
    }
}
