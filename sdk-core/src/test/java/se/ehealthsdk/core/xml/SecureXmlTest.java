package se.ehealthsdk.core.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.internal.xml.BoundedInputStream;

class SecureXmlTest {

    private static final String TEXT = "Åsa Öberg";

    static Stream<Arguments> readableMessages() {
        return Stream.of(
                Arguments.of("UTF-8, no claims", bytes("<a>" + TEXT + "</a>", UTF_8), null),
                Arguments.of("UTF-8 everywhere", declared("UTF-8", UTF_8), "UTF-8"),
                Arguments.of("header lies: ISO", declared("UTF-8", UTF_8), "ISO-8859-1"),
                Arguments.of("declaration lies: ISO", declared("ISO-8859-1", UTF_8), "UTF-8"),
                Arguments.of("declaration lies: UTF-16", declared("UTF-16", UTF_8), "UTF-8"),
                Arguments.of("header lies: UTF-8", declared("ISO-8859-1", ISO_8859_1), "UTF-8"),
                Arguments.of("header right", declared("UTF-8", ISO_8859_1), "ISO-8859-1"),
                Arguments.of("both right", declared("ISO-8859-1", ISO_8859_1), "ISO-8859-1"),
                Arguments.of("UTF-16 with mark", declared("UTF-16", UTF_16), "UTF-8"),
                Arguments.of(
                        "UTF-16LE with mark", bytes("\uFEFF<a>" + TEXT + "</a>", UTF_16LE), null),
                Arguments.of("UTF-8 with mark", bytes("\uFEFF<a>" + TEXT + "</a>", UTF_8), null),
                Arguments.of("unknown claim", declared("UTF-8", UTF_8), "x-klingon"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableMessages")
    void reader_anyClaimAboutTheCharset_readsTheText(
            String name, byte[] message, @Nullable String httpCharset) throws Exception {
        assertThat(text(message, httpCharset)).isEqualTo(TEXT);
    }

    @Test
    void reader_latin1BytesClaimedAsUtf8Everywhere_fails() {
        assertThatThrownBy(() -> text(declared("UTF-8", ISO_8859_1), "UTF-8"))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_entityBomb_isNeverExpanded() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        assertThatThrownBy(() -> text(bomb.getBytes(UTF_8), null))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_externalEntity_isNeverRead() {
        String external = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";
        assertThatThrownBy(() -> text(external.getBytes(UTF_8), null))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_tooDeep_fails() {
        String deep = "<a>".repeat(101) + "</a>".repeat(101);
        assertThatThrownBy(() -> consume(new ByteArrayInputStream(deep.getBytes(UTF_8))))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_tooManyAttributes_fails() {
        StringBuilder many = new StringBuilder("<a");
        for (int i = 0; i <= 100; i++) {
            many.append(" b").append(i).append("=''");
        }
        assertThatThrownBy(
                        () ->
                                consume(
                                        new ByteArrayInputStream(
                                                many.append("/>").toString().getBytes(UTF_8))))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_endlessMessage_stopsAtTheLimitOfBytes() {
        InputStream start = new ByteArrayInputStream("<a>".getBytes(UTF_8));
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        java.util.Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                        return length;
                    }
                };
        assertThatThrownBy(
                        () ->
                                consume(
                                        new SequenceInputStream(
                                                Collections.enumeration(
                                                        java.util.List.of(start, endless)))))
                .hasRootCauseInstanceOf(BoundedInputStream.TooLargeException.class);
    }

    private static byte[] bytes(String text, java.nio.charset.Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] declared(String declaration, java.nio.charset.Charset real) {
        return bytes(
                "<?xml version=\"1.0\" encoding=\"" + declaration + "\"?><a>" + TEXT + "</a>",
                real);
    }

    private static String text(byte[] message, @Nullable String httpCharset)
            throws IOException, XMLStreamException {
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT)
                        .reader(new ByteArrayInputStream(message), httpCharset);
        in.nextTag();
        return in.getElementText();
    }

    private static void consume(InputStream message) throws IOException, XMLStreamException {
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT.withMaxBytes(1 << 20)).reader(message, null);
        while (in.hasNext()) {
            in.next();
        }
    }
}
