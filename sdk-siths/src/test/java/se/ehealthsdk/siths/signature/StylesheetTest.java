package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.signature.Stylesheet.Rule;

class StylesheetTest {

    private static final String C = Oracle.stylesheet(SignatureProfile.C);
    private static final String D = Oracle.stylesheet(SignatureProfile.D);

    @ParameterizedTest
    @EnumSource
    void stylesheetsOfTheForms_areUnderstood(SignatureProfile profile) throws Refusal {
        Rule rule =
                switch (profile) {
                    case A, B -> Rule.QUALIFIED_NAME;
                    case C -> Rule.LOCAL_NAME;
                    case D -> Rule.NONE;
                };

        assertThat(read(Oracle.stylesheet(profile)).rule()).isEqualTo(rule);
    }

    static Stream<String> harmless() {
        return Stream.of(
                C.replace("x:", "xsl:").replace(":x=", ":xsl="),
                C.replace("><", ">\n  <!-- words -->\n  <"),
                C.replace(" indent=\"no\"", ""),
                C.replace(
                        " method=\"xml\"",
                        " omit-xml-declaration=\"yes\" encoding=\"UTF-8\" version=\"1.0\""),
                C.replaceAll("<x:output[^>]*/>", ""),
                C.replace("@* | node()", "node()|@*"),
                C.replace("local-name()", " local-name( . ) "),
                C.replace(
                        "contains( $skip, concat('|', local-name(.), '|') )",
                        "contains($skip,concat('|',local-name(),'|' ))"),
                C.replace("skip", "other-names"),
                C.replace(
                        "<x:copy/>",
                        "<x:copy><x:apply-templates select=\"node() | @*\"/></x:copy>"),
                C.replace("version=", "xmlns:urn=\"urn:unused\" version="));
    }

    @ParameterizedTest
    @MethodSource
    void harmless(String stylesheet) throws Refusal {
        assertThat(read(stylesheet))
                .isEqualTo(
                        new Stylesheet(
                                Rule.LOCAL_NAME,
                                Set.of("underskrift", "status", "relation", "skickatTidpunkt")));
    }

    static Stream<String> refused() {
        return Stream.of(
                C.replace("indent=\"no\"", "indent=\"yes\""),
                C.replace("method=\"xml\"", "method=\"html\""),
                C.replace("method=\"xml\"", "cdata-section-elements=\"x\""),
                C.replace("method=\"xml\"", "encoding=\"ISO-8859-1\""),
                C.replace("version=\"1.0\"", "version=\"2.0\""),
                C.replace("version=\"1.0\"", "version=\"1.0\" exclude-result-prefixes=\"x\""),
                C.replace("version=\"1.0\"", "version=\"1.0\" xml:space=\"preserve\""),
                C.replace("version=\"1.0\"", "version=\"1.0\" xmlns=\"urn:x\""),
                C.replace("<x:otherwise>", "<x:otherwise xmlns=\"urn:x\">"),
                C.replace("<x:strip-space elements=\"*\"/>", ""),
                C.replace("<x:strip-space elements=\"*\"/>", "<x:strip-space elements=\"a b\"/>"),
                C.replace("<x:strip-space elements=\"*\"/>", "<x:preserve-space elements=\"*\"/>"),
                C.replace(
                        "<x:strip-space elements=\"*\"/>",
                        "<x:strip-space elements=\"*\"/><x:preserve-space elements=\"a\"/>"),
                C.replace(
                        "<x:strip-space elements=\"*\"/>",
                        "<x:strip-space elements=\"*\"/><x:strip-space elements=\"*\"/>"),
                C.replace("<x:template match=\"@*\"><x:copy/></x:template>", ""),
                C.replace(
                        "<x:template match=\"@*\"><x:copy/></x:template>",
                        "<x:template match=\"@*\"/>"),
                C.replace("match=\"@*\"", "match=\"@id\""),
                C.replace("match=\"*\"", "match=\"svar\""),
                C.replace("match=\"*\"", "match=\"*\" priority=\"-1\""),
                C.replace("match=\"*\"", "match=\"*\" mode=\"m\""),
                C.replace("match=\"*\"", "match=\"*\" name=\"n\""),
                C.replace("</x:stylesheet>", "<x:template match=\"text()\"/></x:stylesheet>"),
                C.replace(
                        "</x:stylesheet>",
                        "<x:template match=\"/*\"><x:apply-templates select=\"*[1]\"/></x:template></x:stylesheet>"),
                C.replace("</x:stylesheet>", "<x:template match=\"svar\"/></x:stylesheet>"),
                C.replace("</x:stylesheet>", "<x:import href=\"file:///x\"/></x:stylesheet>"),
                C.replace("</x:stylesheet>", "<x:variable name=\"skip\"/></x:stylesheet>"),
                C.replace("</x:stylesheet>", "<y xmlns:y=\"urn:y\"/></x:stylesheet>"),
                C.replace("</x:stylesheet>", "words</x:stylesheet>"),
                C.replace("</x:stylesheet>", "<?p?></x:stylesheet>"),
                C.replace("name=\"{local-name()}\"", "name=\"{name()}\""),
                C.replace("name=\"{local-name()}\"", "name=\"svar\""),
                C.replace("name=\"{local-name()}\"", "name=\"{local-name()}\" namespace=\"urn:x\""),
                C.replace("@* | node()", "@* | *"),
                C.replace("@* | node()", "node()"),
                C.replace("@* | node()", "@* | node()[1]"),
                C.replace("contains(", "not(contains(").replace("') )\"", "') ))\""),
                C.replace("local-name(.),", "local-name(..),"),
                C.replace("local-name(.), '|'", "local-name(.), ''"),
                C.replace("$skip", "$other"),
                C.replace("<x:when test", "<x:when test=\"@id\"/><x:when test"),
                C.replace("'|underskrift", "'underskrift"),
                C.replace("<x:param name=\"skip\" select=\"", "<x:param name=\"skip\" select=\"/"),
                C.replaceAll("<x:param[^>]*/>", ""),
                C.replaceAll("(<x:param[^>]*/>)", "$1$1"),
                D.replace(
                        "</x:stylesheet>",
                        "<x:param name=\"skip\" select=\"'|svar|'\"/></x:stylesheet>"),
                D.replace(
                        "<x:apply-templates select=\"@* | node()\"/>",
                        "<x:apply-templates select=\"@* | node()\"/>words"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String stylesheet) {
        assertThat(stylesheet).isNotIn(C, D);
        assertThatThrownBy(() -> read(stylesheet))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(SignatureFinding.STYLESHEET_REFUSED));
    }

    @Test
    void names_areComparedWhole() throws Refusal {
        Stylesheet stylesheet = read(C);

        assertThat(stylesheet.leavesOut(element("<p:status xmlns:p='urn:p'/>"))).isTrue();
        assertThat(stylesheet.leavesOut(element("<statu/>"))).isFalse();
        assertThat(
                        read(Oracle.stylesheet(SignatureProfile.A))
                                .leavesOut(element("<p:status xmlns:p='urn:p'/>")))
                .isFalse();
    }

    private static Stylesheet read(String stylesheet) throws Refusal {
        return Stylesheet.of(element(stylesheet));
    }

    private static Element element(String xml) {
        return SecureDom.parse(SampleIntyg.utf8(xml), 10_000).getDocumentElement();
    }
}
