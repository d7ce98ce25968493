package se.ehealthsdk.audit.internal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @Test
    void row_plainTexts_areSeparatedAndEndedAsTheStandardWants() throws IOException {
        assertThat(written(',', false, "Åsa", "", "b")).isEqualTo("Åsa,,b\r\n");
    }

    @Test
    void row_separatorsQuotesAndLineBreaks_areQuoted() throws IOException {
        assertThat(written(',', false, "a,b", "a\"b", "a\nb", " a", "a;b"))
                .isEqualTo("\"a,b\",\"a\"\"b\",\"a\nb\",\" a\",a;b\r\n");
        assertThat(written(';', false, "a,b", "a;b")).isEqualTo("a,b;\"a;b\"\r\n");
    }

    @Test
    void table_withByteOrderMark_beginsWithIt() throws IOException {
        assertThat(written(';', true, "a")).isEqualTo("\uFEFFa\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+46",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\uFF1D1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://x\",\"y\")"
            })
    void cell_thatASpreadsheetWouldWorkOut_isNeutral(String attack) throws IOException {
        String cell = written(',', false, attack).strip();

        assertThat(cell).matches("(?s)\"?'.*");
        assertThat(cell).contains(attack.strip().replace("\"", "\"\""));
    }

    @Test
    void cell_withTheSignsInsideOnly_isAsItWas() throws IOException {
        assertThat(written(',', false, "SE2321000016-39KJ", "a=b", "x@y.se"))
                .isEqualTo("SE2321000016-39KJ,a=b,x@y.se\r\n");
    }

    private static String written(char separator, boolean mark, String... cells)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, separator, mark);
        table.row(List.of(cells));
        table.finish();
        return out.toString(UTF_8);
    }
}
