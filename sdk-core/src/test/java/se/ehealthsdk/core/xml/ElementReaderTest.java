package se.ehealthsdk.core.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementReaderTest {

    @Test
    void name_elementOfAnotherDomain_neverLooksLikeOneOfTheContract() throws Exception {
        ElementReader in =
                reader(
                        "<a xmlns='urn:riv:x:y:1'><name>right</name><name xmlns='urn:riv:x:y:1.1'>minor</name>"
                                + "<name xmlns='urn:other'>wrong</name><name xmlns=''>none</name></a>");
        List<String> names = new ArrayList<>();
        while (in.nextChild()) {
            names.add(in.name() + "=" + in.text());
        }
        assertThat(names)
                .containsExactly(
                        "name=right", "name=minor", "{urn:other}name=wrong", "{}name=none");
    }

    @Test
    void skip_nestedElements_endsAtTheRightPlace() throws Exception {
        ElementReader in = reader("<a xmlns='urn:riv:x:y:1'><b><c/><b>x</b></b><d>last</d></a>");
        assertThat(in.nextChild()).isTrue();
        in.skip();
        assertThat(in.nextChild()).isTrue();
        assertThat(in.name()).isEqualTo("d");
        assertThat(in.text()).isEqualTo("last");
        assertThat(in.nextChild()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "' false ', false", "0, false"})
    void bool_everyLexicalForm_isRead(String text, boolean value) throws Exception {
        ElementReader in = reader("<a xmlns='urn:riv:x:y:1'>" + text + "</a>");
        assertThat(in.bool()).isEqualTo(value);
    }

    @Test
    void bool_other_failsWithoutTheValue() throws Exception {
        ElementReader in = reader("<a xmlns='urn:riv:x:y:1'>191212121212</a>");
        assertThatThrownBy(in::bool)
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("a is not")
                .hasMessageNotContaining("1912");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:00:00, 2026-01-15T11:00:00Z",
        "2026-07-15T12:00:00, 2026-07-15T10:00:00Z",
        "2026-07-15T12:00:00Z, 2026-07-15T12:00:00Z",
        "2026-07-15T12:00:00.250+02:00, 2026-07-15T10:00:00.250Z",
        "2026-07-15T24:00:00, 2026-07-15T22:00:00Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z"
    })
    void dateTime_withAndWithoutZone_isSwedishTime(String text, Instant time) throws Exception {
        assertThat(reader("<a xmlns='urn:riv:x:y:1'> " + text + "\n</a>").dateTime())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-15",
                "igår",
                "2026-13-01T00:00:00",
                "2026-02-30T00:00:00",
                "2026-01-01T25:00:00",
                "2026-01-01T00:60:00",
                "2026/01/01T00:00:00",
                "٢٠٢٦-01-01T00:00:00"
            })
    void dateTime_other_fails(String text) throws Exception {
        ElementReader in = reader("<a xmlns='urn:riv:x:y:1'>" + text + "</a>");
        assertThatThrownBy(in::dateTime).isInstanceOf(XMLStreamException.class);
    }

    private static ElementReader reader(String xml) throws Exception {
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT)
                        .reader(new ByteArrayInputStream(xml.getBytes(UTF_8)), null);
        in.nextTag();
        return new ElementReader(in, "urn:riv:x:y:");
    }
}
