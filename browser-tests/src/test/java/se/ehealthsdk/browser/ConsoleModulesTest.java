package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console's modules make of text, one by one. */
@NeedsChromium
class ConsoleModulesTest {

    private static ConsoleServices services;
    private static Browser browser;

    @BeforeAll
    static void start() {
        services = ConsoleServices.start();
        browser = Browser.start();
        browser.open(services.view("start"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        services.close();
    }

    private static Object module(String name, String expression, Object... arguments) {
        return browser.runAndWait(
                "const done = arguments[arguments.length - 1]; const given = arguments;"
                        + "import('/"
                        + name
                        + "').then(it => done("
                        + expression
                        + "), error => done(String(error)))",
                arguments);
    }

    private static String masked(String text) {
        return String.valueOf(module("mask.js", "it.masked(given[0])", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "191212121212",
                "19121212-1212",
                "121212-1212",
                "121212+1212",
                "1212121212",
                "197010632391",
                "19701063-2391",
                "701063-2391",
                "7010632391",
                "191212121213",
                "121212 1212",
                "121212\u20131212"
            })
    void number_inAnyForm_isHiddenWhereverItStands(String number) {
        for (String text :
                List.of("%s", "a %s b", "<id>%s</id>", "\"%s\"", "id=%s&", "%%22%s%%22", "(%s)")) {
            assertThat(masked(text.formatted(number)))
                    .doesNotContain(number)
                    .doesNotContain(number.substring(number.length() - 4));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "232100-0156",
                "TSTNMT2321000156-1001",
                "SE165565594230-1000",
                "2026-11-22T08:00:00Z",
                "20261122080000",
                "0100000101",
                "1.2.752.129.2.1.3.1"
            })
    void whatIsNoNumberOfAPerson_isShown(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void number_inItsForms_isToldApartFromAnother() {
        assertThat(masked("191212121212")).isEqualTo(masked("121212-1212"));
        assertThat(masked("191212121212")).isNotEqualTo(masked("189001019802"));
    }

    private static Object lines(String text, boolean indent) {
        return module(
                "xml.js",
                "it.linesOf(given[0], given[1]).map(each => each.parts.map(part => part.text).join(''))",
                text,
                indent);
    }

    @Test
    void message_onOneLine_isIndented() {
        assertThat(lines("<?xml version=\"1.0\"?><a x='1'><b>t</b><c/><!-- d --><e></e></a>", true))
                .isEqualTo(
                        List.of(
                                "<?xml version=\"1.0\"?>",
                                "<a x='1'>",
                                "  <b>t</b>",
                                "  <c/>",
                                "  <!-- d -->",
                                "  <e></e>",
                                "</a>"));
    }

    @Test
    void message_asItWasSent_losesNothing() {
        String text = "<a>\n\t<b x=\"<\">&amp; </b>\r\n <![CDATA[ <z> ]]></a>\n</wrong> > <";

        assertThat(
                        String.join(
                                "\n",
                                ((List<?>) lines(text, false))
                                        .stream().map(String::valueOf).toList()))
                .isEqualTo(text.replace("\r\n", "\n"));
    }

    @Test
    void finding_isMarkedAtItsElement() {
        String text =
                "<e:Envelope><e:Body><Log><Id>1</Id></Log><Log><Id>2</Id></Log></e:Body></e:Envelope>";
        String place =
                "it.lineOf(it.linesOf(given[0], given[1]), {path: given[2], line: given[3]})";

        assertThat(module("xml.js", place, text, true, "Envelope/Body/Log[2]/Id", 1)).isEqualTo(6L);
        assertThat(module("xml.js", place, text, true, "Envelope/Body/Log[1]/Id/@x", 1))
                .isEqualTo(3L);
        assertThat(module("xml.js", place, "<a>\n<b/>\n<c/>\n</a>", false, "", 3)).isEqualTo(2L);
        assertThat(module("xml.js", place, text, true, "", 0)).isEqualTo(-1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a ",
                "<a \"",
                "<![",
                "<!--",
                "<a>",
                "&",
                "<!DOCTYPE [",
                "<a b=",
                "'",
                "<a x='"
            })
    void garbage_ofAMegabyte_isShownBeforeTheScriptIsStopped(String piece) {
        Object count =
                module(
                        "xml.js",
                        "it.linesOf(given[0].repeat(given[1]), true).length + it.linesOf(given[0].repeat(given[1]), false).length",
                        piece,
                        (1 << 20) / piece.length());

        assertThat((Long) count).isPositive();
    }
}
