package se.ehealthsdk.chaos.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.chaos.receiver.StoreLogReader.LogRecord;
import se.ehealthsdk.chaos.receiver.StoreLogReader.StoreLogCall;

class StoreLogReaderTest {

    private static final String CALL =
            """
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">
              <e:Header>
                <LogicalAddress xmlns="urn:riv:itintegration:registry:1">SE165565594230-1000</LogicalAddress>
              </e:Header>
              <e:Body>
                <StoreLog xmlns="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2"
                    xmlns:c="urn:riv:informationsecurity:auditing:log:2">
                  <log><c:logId>one</c:logId><c:activity><c:activityLevel>l</c:activityLevel>
                    <c:activityArgs>a</c:activityArgs></c:activity></log>
                  <log><c:logId>two</c:logId></log>
                </StoreLog>
              </e:Body>
            </e:Envelope>
            """;

    private static StoreLogCall read(String xml) throws XMLStreamException {
        return StoreLogReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void call_isRead() throws XMLStreamException {
        assertThat(read(CALL))
                .isEqualTo(
                        new StoreLogCall(
                                "SE165565594230-1000",
                                java.util.List.of(
                                        new LogRecord("one", "l", "a"),
                                        new LogRecord("two", "", ""))));
    }

    @Test
    void call_cutInTheMiddle_isNone() {
        assertThatThrownBy(() -> read(CALL.substring(0, CALL.length() / 2)))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void call_withoutAddress_isNone() {
        assertThatThrownBy(() -> read(CALL.replace("LogicalAddress", "Other")))
                .isInstanceOf(XMLStreamException.class);
    }
}
