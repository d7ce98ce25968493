package se.ehealthsdk.siths.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import se.ehealthsdk.core.error.InvalidInputException;

class SecureDomTest {

    private static final int MAX = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a>",
                "<a/><b/>",
                "<p:a/>",
                "<a b='1' b='2'/>",
                "<a>&unknown;</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>",
                "<?xml version='1.0' encoding='no-such'?><a/>",
                "<?xml version='1.1'?><a/>",
                "<?xml version='1.1'?><a>&#1;</a>",
            })
    void notAPlainDocument_isRefused(String document) {
        assertThatThrownBy(() -> parse(document))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("document: ");
    }

    /** JDK 24 and later count each reference to a built-in entity against their limits. */
    @Test
    void parse_longTextOfAmpersands_isReadWhole() {
        String text = "&amp;".repeat(300_000);

        Document tree =
                SecureDom.parse(
                        ("<intyg>" + text + "</intyg>").getBytes(StandardCharsets.UTF_8), 10 << 20);

        assertThat(tree.getDocumentElement().getTextContent()).hasSize(300_000);
    }

    @Test
    void bytesThatAreNoUtf8_areRefused() {
        byte[] latin1 = "<a>å</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SecureDom.parse(latin1, MAX))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusal_doesNotQuoteTheDocument() {
        assertThatThrownBy(() -> parse("<a>191212121212</b191212121212>"))
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("191212121212");
    }

    @Test
    void tooLargeTooDeepAndTooWide_areRefused() {
        byte[] large = ("<a>" + "x".repeat(100) + "</a>").getBytes(StandardCharsets.UTF_8);
        assertThat(SecureDom.parse(large, 107)).isNotNull();
        assertThatThrownBy(() -> SecureDom.parse(large, 106))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("106 bytes");

        assertThat(parse("<a>".repeat(99) + "</a>".repeat(99))).isNotNull();
        assertThatThrownBy(() -> parse("<a>".repeat(101) + "</a>".repeat(101)))
                .isInstanceOf(InvalidInputException.class);

        StringBuilder wide = new StringBuilder("<a");
        for (int i = 0; i < 101; i++) {
            wide.append(" a").append(i).append("=''");
        }
        assertThatThrownBy(() -> parse(wide + "/>")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void serialize_givesTheSameTreeBack() {
        String document =
                "<a xmlns=\"urn:a\" b=\"å &lt; 1\"><!-- c --><?p i?>x &amp; y&#13;<b/></a>";

        assertThat(new String(SecureDom.serialize(parse(document)), StandardCharsets.UTF_8))
                .isEqualTo(document);
    }

    private static org.w3c.dom.Document parse(String document) {
        return SecureDom.parse(document.getBytes(StandardCharsets.UTF_8), MAX);
    }
}
