package se.ehealthsdk.siths.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ExclusiveC14nTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a  c='1' b=\"2\" ><b></b ></a>",
                "<a xmlns='urn:a' xmlns:unused='urn:u'><b xmlns=''><c xmlns='urn:a'/></b><d xmlns='urn:a'/></a>",
                "<p:a xmlns:p='urn:p'><p:b xmlns:p='urn:q'><p:c xmlns:p='urn:p'/></p:b><q:d xmlns:q='urn:p'/></p:a>",
                "<a xmlns:p='urn:z' xmlns:q='urn:b' p:x='1' q:y='2' q:b='3' z='4' xml:lang='sv' xml:id='i'><b p:x='2'/></a>",
                "<a xmlns='urn:a'><p:b xmlns:p='urn:p'><c/></p:b></a>",
                "<a><!-- c --><?p  i ?>x &amp; &lt; &gt; &quot; ' &#13;\n\t<![CDATA[<&>\r\n]]></a>",
                "<a b='&amp;&lt;&gt;&quot;&apos;&#9;&#10;&#13; x\n\ty'/>",
                "<a>åäö \uD83D\uDE00 \u0085 \u2028</a>",
                "<a xmlns:p='urn:p'><b p:c='1' xmlns:p='urn:q'/><b p:c='2'/></a>"
            })
    void sameAsTheJdk(String document) throws Exception {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        OctetStreamData expected =
                (OctetStreamData)
                        XMLSignatureFactory.getInstance("DOM")
                                .newTransform(
                                        CanonicalizationMethod.EXCLUSIVE,
                                        (TransformParameterSpec) null)
                                .transform(
                                        new OctetStreamData(new ByteArrayInputStream(bytes)), null);

        assertThat(new String(ExclusiveC14n.of(root(document)), StandardCharsets.UTF_8))
                .isEqualTo(
                        new String(
                                expected.getOctetStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void elementInsideOthers_getsWhatItUsesDeclared() {
        Element root = root("<p:a xmlns:p='urn:p' xmlns='urn:d'><b c='1'><p:c/></b></p:a>");

        assertThat(
                        new String(
                                ExclusiveC14n.of((Element) root.getFirstChild()),
                                StandardCharsets.UTF_8))
                .isEqualTo("<b xmlns=\"urn:d\" c=\"1\"><p:c xmlns:p=\"urn:p\"></p:c></b>");
    }

    @Test
    void withoutNamespaces_elementsLoseThemAndAttributesKeepThem() {
        Element root =
                root("<p:a xmlns:p='urn:p' p:x='1'><p:b/><b xmlns='urn:b' p:y='2'>t</b></p:a>");

        assertThat(
                        new String(
                                ExclusiveC14n.withoutNamespaces(
                                        root, each -> each.getNodeName().equals("p:b")),
                                StandardCharsets.UTF_8))
                .isEqualTo("<a xmlns:p=\"urn:p\" p:x=\"1\"><b p:y=\"2\">t</b></a>");
    }

    private static Element root(String document) {
        return SecureDom.parse(document.getBytes(StandardCharsets.UTF_8), 10_000)
                .getDocumentElement();
    }
}
