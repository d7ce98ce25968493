package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckIntygTest {

    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void cleanCertificate_isZero_andSilent() throws Exception {
        String file = pregnancy("good.xml", "2027-03-01");

        assertThat(check("--date", "2026-11-22", file)).isZero();
        assertThat(check("--form", "--date", "2026-11-22", file)).isZero();
        assertThat(lines()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void finding_isOneLine_andOne() throws Exception {
        String file = pregnancy("late.xml", "2026-11-21");

        assertThat(check("--date", "2026-11-22", file)).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        file
                                + ": IGRAV1-Q54.1-NOTPAST [54.1]: the date is before the day of the"
                                + " check; expected today or later");
    }

    @Test
    void form_asksMore() throws Exception {
        String file = pregnancy("zone.xml", "2027-03-01Z");

        assertThat(check("--date", "2026-11-22", file)).isZero();
        assertThat(check("--form", "--date", "2026-11-22", file)).isEqualTo(1);
        assertThat(lines()).hasSize(1).first().asString().contains("COM-BUILD-DATE [54.1]");
    }

    @Test
    void severalFiles_areAllChecked_andUnreadableWins() throws Exception {
        String good = pregnancy("good.xml", "2027-03-01");
        String bad = pregnancy("bad.xml", "2020-03-01");
        String none = folder.resolve("none.xml").toString();
        String garbage = Files.writeString(folder.resolve("garbage.xml"), "Tolvan <").toString();
        String other = Files.writeString(folder.resolve("other.xml"), "<other/>").toString();

        assertThat(check("--date", "2026-11-22", good, bad)).isEqualTo(1);
        assertThat(check("--date", "2026-11-22", none, bad, garbage, folder.toString(), other, bad))
                .isEqualTo(2);
        assertThat(lines()).hasSize(3).allMatch(each -> each.startsWith(bad + ": IGRAV1"));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(none + ": there is no such file", garbage + ": ", other + ": ")
                .doesNotContain("Tolvan");
    }

    @Test
    void standardInput_isRead() throws Exception {
        byte[] document = Files.readAllBytes(Path.of(pregnancy("bad.xml", "2020-03-01")));

        assertThat(run(new ByteArrayInputStream(document), "-")).isEqualTo(1);
        assertThat(lines()).hasSize(1).first().asString().startsWith("-: IGRAV1-Q54.1-NOTPAST");
        assertThat(run(InputStream.nullInputStream(), "-")).isEqualTo(2);
    }

    @Test
    void unknownType_isAdvice_andZero() throws Exception {
        String file = pregnancy("good.xml", "2027-03-01");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("IGRAV", "OKÄND"));

        assertThat(check(file)).isZero();
        assertThat(lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("COM-DOC-TYPE")
                .endsWith("(advice)");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Not judged by the rules of a type, only by the schema: 1 of 1");
    }

    @Test
    void fileNameOfSeveralLines_isOneLine() throws Exception {
        String file = pregnancy("two\nlines -x.xml", "2020-03-01");

        assertThat(check("--date", "2026-11-22", file)).isEqualTo(1);
        assertThat(lines()).hasSize(1).first().asString().contains("two?lines -x.xml: IGRAV1");
        assertThat(check(file + "\u0000")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("?: is no file name on this system" + System.lineSeparator());
    }

    @Test
    void fileNamedTwice_isCheckedTwice() throws Exception {
        String file = pregnancy("bad.xml", "2020-03-01");

        assertThat(check("--date", "2026-11-22", file, file)).isEqualTo(1);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void schematronFiles_areRun() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("igrav.v1.sch"),
                "<s:schema xmlns:s='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
                        + "<s:ns prefix='c' uri='"
                        + DOMAIN
                        + "3'/><s:pattern><s:rule context=\"//c:delsvar[@id='54.1']\">"
                        + "<s:assert id='never' test='false()'>Aldrig rätt.</s:assert>"
                        + "</s:rule></s:pattern></s:schema>");
        String file = pregnancy("good.xml", "2027-03-01");

        assertThat(check("--date", "2026-11-22", "--schematron", rules.toString(), file))
                .isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        file
                                + ": IGRAV1-SCH-never [54.1]: Aldrig rätt.; expected what the rule"
                                + " asks for");
        assertThat(check("--schematron", folder.resolve("none").toString(), file)).isEqualTo(2);
    }

    @Test
    void command_calledWrongly_saysHow() throws Exception {
        String file = pregnancy("good.xml", "2027-03-01");

        assertThat(check()).isEqualTo(2);
        assertThat(check("--unknown", file)).isEqualTo(2);
        assertThat(check("--date", "2026-02-30", file)).isEqualTo(2);
        assertThat(check("--date", "+999999999-12-31", file)).isEqualTo(2);
        assertThat(check("--date", "0000-01-01", file)).isEqualTo(2);
        assertThat(check("--date", "", file)).isEqualTo(2);
        assertThat(check("--date")).isEqualTo(2);
        assertThat(check("--schematron", "\u0000", file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("check-certificate [--form]");
    }

    @Test
    void output_holdsNoPersonalData() throws Exception {
        String file = pregnancy("bad.xml", "i övermorgon");

        assertThat(check("--form", file)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .doesNotContain("1212121212", "Tolvan", "övermorgon");
    }

    private int check(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private int run(InputStream in, String... arguments) {
        return CheckIntyg.run(
                arguments,
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String pregnancy(String name, String expectedBirth) throws Exception {
        String document =
                """
                <r:RegisterCertificate xmlns:r="%1$sRegisterCertificateResponder:3" xmlns:c="%1$s3" xmlns:t="%1$stypes:3">
                  <r:intyg>
                    <c:intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10</t:extension></c:intygs-id>
                    <c:typ><t:code>IGRAV</t:code><t:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</t:codeSystem></c:typ>
                    <c:version>1.0</c:version>
                    <c:signeringstidpunkt>2026-11-22T10:11:12</c:signeringstidpunkt>
                    <c:skickatTidpunkt>2026-11-22T10:12:00</c:skickatTidpunkt>
                    <c:patient>
                      <c:person-id><t:root>1.2.752.129.2.1.3.1</t:root><t:extension>191212121212</t:extension></c:person-id>
                      <c:fornamn>Tolvan</c:fornamn><c:efternamn/><c:postadress/><c:postnummer/><c:postort/>
                    </c:patient>
                    <c:skapadAv>
                      <c:personal-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-LAKARE</t:extension></c:personal-id>
                      <c:fullstandigtNamn>Låtsas Läkare</c:fullstandigtNamn>
                      <c:enhet>
                        <c:enhets-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-ENHET</t:extension></c:enhets-id>
                        <c:arbetsplatskod><t:root>1.2.752.29.4.71</t:root><t:extension>1234567890</t:extension></c:arbetsplatskod>
                        <c:enhetsnamn>Enheten</c:enhetsnamn><c:postadress>Gatan 1</c:postadress><c:postnummer>12345</c:postnummer><c:postort>Orten</c:postort><c:telefonnummer>010</c:telefonnummer>
                        <c:vardgivare>
                          <c:vardgivare-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-GIVARE</t:extension></c:vardgivare-id>
                          <c:vardgivarnamn>Givaren</c:vardgivarnamn>
                        </c:vardgivare>
                      </c:enhet>
                    </c:skapadAv>
                    <c:svar id="54"><c:delsvar id="54.1">%2$s</c:delsvar></c:svar>
                  </r:intyg>
                </r:RegisterCertificate>
                """
                        .formatted(DOMAIN, expectedBirth);
        return Files.writeString(folder.resolve(name), document).toString();
    }
}
