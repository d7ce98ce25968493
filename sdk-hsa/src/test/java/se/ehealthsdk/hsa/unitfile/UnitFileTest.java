package se.ehealthsdk.hsa.unitfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.index.UnitIndex;

class UnitFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:25:00Z");
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\">"
                    + "<startDate>2026-11-21T00:00:00</startDate><endDate>2026-11-22</endDate><hsaUnits>";
    private static final String TAIL = "</hsaUnits></FileGetHsaUnitsResponse>";

    private static final String REGION =
            "<hsaUnit><hsaIdentity>SE2321000016-R</hsaIdentity><DN>o=Region Påhitt,l=Påhitts län,c=SE</DN>"
                    + "<orgNo>232100-0016</orgNo><name>Region Påhitt</name>"
                    + "<isHsaHealthCareProvider>true</isHsaHealthCareProvider></hsaUnit>";
    private static final String CENTRE =
            "<hsaUnit><hsaIdentity>SE2321000016-V</hsaIdentity>"
                    + "<DN>ou=Ängens vårdcentral\\, norra,ou=Saknas,o=Region Påhitt,l=Påhitts län,c=SE</DN>"
                    + "<name>Ängens vårdcentral, norra</name><publicName>Ängens vårdcentral</publicName>"
                    + "<isHsaHealthCareUnit>1</isHsaHealthCareUnit>"
                    + "<hsaResponsibleHealthCareProvider>se2321000016-r</hsaResponsibleHealthCareProvider>"
                    + "<hsaHealthCareUnitMembers><hsaHealthCareUnitMember>SE2321000016-M</hsaHealthCareUnitMember>"
                    + "<hsaHealthCareUnitMember>SE2321000016-NOWHERE</hsaHealthCareUnitMember></hsaHealthCareUnitMembers>"
                    + "<startDate>20100514215959Z</startDate><endDate>2099-12-31</endDate>"
                    + "<later xmlns=\"urn:other\"><name>not a name</name></later></hsaUnit>";
    private static final String MEMBER =
            "<hsaUnit><hsaIdentity>SE2321000016-M</hsaIdentity>"
                    + "<DN>ou=Lab,ou=Ängens vårdcentral\\2C norra,ou=Saknas,o=Region Påhitt,l=Påhitts län,c=SE</DN>"
                    + "<name>Lab</name></hsaUnit>";

    @TempDir Path folder;

    private Path file(String xml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "units", ".xml"), xml);
    }

    private Path zip(Object... namesAndContents) throws IOException {
        Path file = Files.createTempFile(folder, "units", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                out.write(((String) namesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private static List<UnitFileEntry> read(Path file) {
        return UnitFile.of(file).open().toList();
    }

    @Test
    void units_areReadWithWhatTheFileTells() throws IOException {
        UnitFileReader reader = UnitFile.of(file(HEAD + REGION + CENTRE + TAIL)).open();
        List<UnitFileEntry> units = reader.toList();

        assertThat(units).hasSize(2);
        UnitFileEntry centre = units.get(1);
        assertThat(centre.hsaId()).isEqualTo(HsaId.of("SE2321000016-V"));
        assertThat(centre.place().ownValue()).isEqualTo("Ängens vårdcentral, norra");
        assertThat(centre.publicName()).contains("Ängens vårdcentral");
        assertThat(centre.careUnit()).isTrue();
        assertThat(centre.responsibleProvider()).contains(HsaId.of("SE2321000016-R"));
        assertThat(centre.members()).hasSize(2);
        assertThat(centre.validity().start()).contains(Instant.parse("2010-05-14T21:59:59Z"));
        assertThat(centre.validity().end()).contains(Instant.parse("2099-12-31T23:00:00Z"));
        assertThat(centre.name()).isEqualTo("Ängens vårdcentral, norra");
        assertThat(reader.period().start()).contains(Instant.parse("2026-11-20T23:00:00Z"));
        assertThat(reader.report().delivered()).isEqualTo(2);
        assertThat(reader.report().isWhole()).isTrue();
    }

    @Test
    void zipped_isTheSame() throws IOException {
        String xml = HEAD + REGION + CENTRE + TAIL;
        assertThat(read(zip("hsaunits.xml", xml))).isEqualTo(read(file(xml)));
    }

    @Test
    void index_answersByNearestAncestorAndRelations() throws IOException {
        UnitIndex index = UnitFile.of(file(HEAD + MEMBER + CENTRE + REGION + TAIL)).index(NOW);

        assertThat(index.climb(HsaId.of("se2321000016-m")))
                .containsExactly(
                        HsaId.of("SE2321000016-M"),
                        HsaId.of("SE2321000016-V"),
                        HsaId.of("SE2321000016-R"),
                        UnitIndex.ROOT);
        assertThat(index.children(HsaId.of("SE2321000016-R")))
                .extracting(UnitEntry::hsaId)
                .containsExactly(HsaId.of("SE2321000016-V"));
        assertThat(index.careUnitOf(HsaId.of("SE2321000016-M")).orElseThrow().unit().hsaId())
                .isEqualTo(HsaId.of("SE2321000016-V"));
        assertThat(index.careUnitMembers(HsaId.of("SE2321000016-V")).orElseThrow().members())
                .hasSize(1);
        assertThat(
                        index.at(
                                DistinguishedName.of(
                                        "OU=Ängens vårdcentral\\, norra, ou=SAKNAS,o=region påhitt,l=Påhitts län,c=se")))
                .isPresent();
        assertThat(index.unit(HsaId.of("SE2321000016-NOWHERE"))).isEmpty();
    }

    @Test
    void entriesWithoutWhatTheyNeed_areSkippedAndTold() throws IOException {
        UnitFileReader reader =
                UnitFile.of(
                                file(
                                        HEAD
                                                + "<hsaUnit><DN>o=A,c=SE</DN><name>A</name></hsaUnit>"
                                                + "<hsaUnit><hsaIdentity>SE1-A</hsaIdentity><name>A</name></hsaUnit>"
                                                + "<hsaUnit><hsaIdentity>SE1-B</hsaIdentity><DN>o=B,c=SE</DN></hsaUnit>"
                                                + "<hsaUnit><hsaIdentity>SE1-C</hsaIdentity><DN>no name</DN><name>C</name></hsaUnit>"
                                                + "<hsaUnit><hsaIdentity>"
                                                + "X".repeat(40)
                                                + "</hsaIdentity><DN>o=D,c=SE</DN><name>D</name></hsaUnit>"
                                                + "<hsaUnit/>"
                                                + REGION
                                                + TAIL))
                        .open();

        assertThat(reader.toList()).hasSize(1);
        assertThat(reader.report().skipped()).isEqualTo(6);
        assertThat(reader.report().problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("hsaIdentity", "DN", "name", "DN", "hsaIdentity", "hsaIdentity");
    }

    @Test
    void badValues_costThemselves() throws IOException {
        UnitFileEntry unit =
                read(file(
                                HEAD
                                        + "<hsaUnit><hsaIdentity>SE1-A</hsaIdentity><DN>o=A,c=SE</DN><name>A</name>"
                                        + "<isHsaHealthCareUnit>kanske</isHsaHealthCareUnit>"
                                        + "<startDate>20260231</startDate><endDate>snart</endDate></hsaUnit>"
                                        + TAIL))
                        .get(0);

        assertThat(unit.careUnit()).isFalse();
        assertThat(unit.validity().unreadable()).containsExactly("20260231", "snart");
        assertThat(unit.validity().at(NOW)).isFalse();
        assertThat(unit.problems())
                .extracting(AttributeProblem::attribute)
                .containsExactly("isHsaHealthCareUnit", "startDate", "endDate");
    }

    @Test
    void archivedUnits_areLeftOutUnlessAskedForByName() throws IOException {
        String archived = REGION.replace("</name>", "</name><unitIsArchived>true</unitIsArchived>");
        UnitIndex index = UnitFile.of(file(HEAD + archived + TAIL)).index(NOW);

        assertThat(index.unit(HsaId.of("SE2321000016-R"))).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(
                        index.including(EntryMark.ARCHIVED)
                                .careProvider(HsaId.of("SE2321000016-R"))
                                .orElseThrow()
                                .archived())
                .isTrue();
    }

    @Test
    void archivedAsProviderOnly_isAUnitThatIsNoProvider() throws IOException {
        String archived =
                REGION.replace(
                        "</hsaUnit>",
                        "<healthCareProviderIsArchived>true</healthCareProviderIsArchived></hsaUnit>");
        UnitIndex index = UnitFile.of(file(HEAD + archived + TAIL)).index(NOW);

        assertThat(index.providers()).isEmpty();
        assertThat(index.unit(HsaId.of("SE2321000016-R")).orElseThrow().additional())
                .containsEntry(UnitFileEntry.PROVIDER_ARCHIVED, List.of("true"));
    }

    @Test
    void cutOffAnywhere_isAnErrorNeverAShortAnswer() throws IOException {
        byte[] whole = (HEAD + REGION + CENTRE + TAIL).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.xml"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void cutOffZip_isAnError() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.xml", HEAD + REGION + CENTRE + TAIL));
        for (int length = 0; length < whole.length; length += 5) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void zipWhoseContentWasChanged_isAnError() throws IOException {
        // stored, not deflated, so that only the checksum shows it
        byte[] xml = (HEAD + REGION + TAIL).getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry("a.xml");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(xml.length);
        CRC32 crc = new CRC32();
        crc.update(xml);
        entry.setCrc(crc.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(entry);
            out.write(xml);
        }
        byte[] changed = bytes.toByteArray();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("SE2321000016-R");
        changed[at + 13] = 'Q';
        Path file = Files.write(folder.resolve("changed.zip"), changed);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void zipWithAnythingElse_isRefused() throws IOException {
        String xml = HEAD + REGION + TAIL;
        List<Path> files =
                List.of(
                        zip("a.xml", xml, "b.xml", xml),
                        zip("../a.xml", xml),
                        zip("/a.xml", xml),
                        zip("x/../../a.xml", xml),
                        zip("C:\\a.xml", xml),
                        zip("folder/", ""),
                        zip());
        for (Path file : files) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void zipBomb_isBounded() throws IOException {
        Path bomb = zip("a.xml", HEAD + "<x>" + "0".repeat(3_000_000) + "</x>" + TAIL);
        assertThatThrownBy(() -> UnitFile.of(bomb).withMaxBytes(1_000_000).open().toList())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> UnitFile.of(bomb).withMaxBytes(0))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsNoUnitFile_isRefused() throws IOException {
        List<String> others =
                List.of(
                        "",
                        "nothing",
                        "<html><body>403</body></html>",
                        "<FileGetHsaUnitsResponse/>",
                        "<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\"/>",
                        "<!DOCTYPE a [<!ENTITY e \"x\">]>" + (HEAD + REGION + TAIL).substring(39),
                        HEAD + REGION + TAIL + "<more/>");
        for (String other : others) {
            Path file = file(other);
            assertThatThrownBy(() -> read(file)).as(other).isInstanceOf(ProtocolException.class);
        }
        assertThatThrownBy(() -> read(folder.resolve("absent.xml")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void samePlaceTwice_failsWithHsaIdsUnlessTheFirstIsToBeKept() throws IOException {
        String twice = REGION.replace("016-R<", "016-OTHER<").replace("o=Region", "O=REGION");
        UnitFile file = UnitFile.of(file(HEAD + REGION + twice + TAIL));

        assertThatThrownBy(() -> file.index(NOW))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("SE2321000016-R and SE2321000016-OTHER");
        UnitIndex kept = file.keepingFirstAtPlace().index(NOW);
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.unit(HsaId.of("SE2321000016-R"))).isPresent();
        assertThat(kept.unit(HsaId.of("SE2321000016-OTHER"))).isEmpty();
        assertThat(kept.report().skipped()).isEqualTo(1);
    }

    @Test
    void sameHsaIdTwice_isToldAndTheFirstStands() throws IOException {
        String twice = REGION.replace("o=Region", "o=Annan").replace(">Region Påhitt<", ">Annan<");
        UnitIndex index = UnitFile.of(file(HEAD + REGION + twice + TAIL)).index(NOW);

        assertThat(index.unit(HsaId.of("SE2321000016-R")).orElseThrow().unit().name())
                .isEqualTo("Region Påhitt");
        assertThat(index.report().skipped()).isEqualTo(1);
        assertThat(index.report().problems().get(0).attribute()).isEqualTo("hsaIdentity");
    }

    @Test
    void complement_takesThePlaceOfWholeEntriesAndAdds() throws IOException {
        String other = CENTRE.replaceAll("<isHsaHealthCareUnit>.*</endDate>", "");
        UnitIndex index =
                UnitFile.of(file(HEAD + REGION + CENTRE + TAIL))
                        .withComplement(UnitFile.of(file(HEAD + other + MEMBER + TAIL)))
                        .index(NOW);

        assertThat(index.size()).isEqualTo(3);
        assertThat(index.unit(HsaId.of("SE2321000016-V")).orElseThrow().care().careUnit())
                .isFalse();
        assertThat(index.careUnitOf(HsaId.of("SE2321000016-M"))).isEmpty();
        assertThat(index.path(HsaId.of("SE2321000016-M"))).hasSize(3);
    }

    @Test
    void zipWithFoldersAndAnyName_isReadForTheOneFileInIt() throws IOException {
        String xml = HEAD + REGION + TAIL;
        assertThat(read(zip("night/", "", "night/HSAUNITS", xml))).hasSize(1);
    }

    @Test
    void valueWithElementsInIt_costsItself() throws IOException {
        UnitFileEntry unit =
                read(file(HEAD + REGION.replace("232100-0016", "232100<x>-</x>0016") + TAIL))
                        .get(0);

        assertThat(unit.orgNo()).isEmpty();
        assertThat(unit.problems())
                .extracting(AttributeProblem::attribute, AttributeProblem::problem)
                .containsExactly(tuple("orgNo", "holds other elements"));

        UnitFileReader reader =
                UnitFile.of(file(HEAD + REGION.replace("Region Påhitt</n", "<b>R</b></n") + TAIL))
                        .open();
        assertThat(reader.toList()).isEmpty();
        assertThat(reader.report().problems().get(0).problem()).startsWith("holds other elements");
    }

    @Test
    void valueThatIsFarTooLong_costsItself() throws IOException {
        String long1 = "x".repeat(40_000);
        for (String text :
                List.of(
                        long1 + long1,
                        long1 + "<!-- -->" + long1 + "<?x?>" + long1,
                        "<![CDATA[" + long1 + "]]>" + long1)) {
            UnitFileEntry unit =
                    read(file(HEAD + REGION.replace("232100-0016", text) + TAIL)).get(0);
            assertThat(unit.orgNo()).isEmpty();
            assertThat(unit.problems().get(0).problem()).isEqualTo("is too long");
        }
    }

    @Test
    void valueInPieces_isReadWhole() throws IOException {
        UnitFileEntry unit =
                read(file(
                                HEAD
                                        + REGION.replace(
                                                ">Region Påhitt<",
                                                ">\n <![CDATA[A & ]]>B<!-- not -->C&amp;&#228;<?x not?> \n<")
                                        + TAIL))
                        .get(0);
        assertThat(unit.name()).isEqualTo("A & BC&ä");
    }

    @Test
    void valueThatComesTwice_isToldAndTheFirstStands() throws IOException {
        UnitFileEntry unit =
                read(file(
                                HEAD
                                        + REGION.replace(
                                                "</hsaUnit>",
                                                "<hsaIdentity>SE1-X</hsaIdentity><isHsaHealthCareProvider>false"
                                                        + "</isHsaHealthCareProvider></hsaUnit>")
                                        + TAIL))
                        .get(0);

        assertThat(unit.hsaId()).isEqualTo(HsaId.of("SE2321000016-R"));
        assertThat(unit.careProvider()).isTrue();
        assertThat(unit.problems())
                .extracting(AttributeProblem::attribute, AttributeProblem::problem)
                .containsExactly(
                        tuple("hsaIdentity", "comes more than once"),
                        tuple("isHsaHealthCareProvider", "comes more than once"));
    }

    @Test
    void elementsOfOtherNamespaces_areNotTheFilesOwn() throws IOException {
        for (String other : List.of("urn:riv:hsa:HsaWsResponder:3:extra", "urn:other", "")) {
            String more = "<name xmlns=\"" + other + "\">Other</name><DN xmlns=\"" + other + "\"/>";
            String unit = REGION.replace("<hsaUnit>", "<hsaUnit>" + more);
            assertThat(read(file(HEAD + unit + TAIL)).get(0).name()).isEqualTo("Region Påhitt");
        }
    }

    @Test
    void times_areReadInTheFormsThatSystemsWrite() throws IOException {
        Map<String, String> forms =
                Map.of(
                        "20100514215959Z", "2010-05-14T21:59:59Z",
                        "20100514215959.5Z", "2010-05-14T21:59:59.500Z",
                        "201005142159+0200", "2010-05-14T19:59:00Z",
                        "20100514215959", "2010-05-14T19:59:59Z",
                        "2010-05-14T24:00:00", "2010-05-14T22:00:00Z",
                        "2010-05-14 21:59:59.0", "2010-05-14T19:59:59Z",
                        "2010-05-14Z", "2010-05-14T22:00:00Z",
                        "2010-05-14+02:00", "2010-05-14T22:00:00Z");
        for (Map.Entry<String, String> form : forms.entrySet()) {
            String end = "<endDate>" + form.getKey() + "</endDate></hsaUnit>";
            UnitFileEntry unit = read(file(HEAD + REGION.replace("</hsaUnit>", end) + TAIL)).get(0);
            assertThat(unit.validity().end())
                    .as(form.getKey())
                    .contains(Instant.parse(form.getValue()));
        }
        for (String none :
                List.of("20230229000000Z", "2010-05-14 25:00", "1715637600000", "24-05-14")) {
            String end = "<endDate>" + none + "</endDate></hsaUnit>";
            UnitFileEntry unit = read(file(HEAD + REGION.replace("</hsaUnit>", end) + TAIL)).get(0);
            assertThat(unit.validity().unreadable()).containsExactly(none);
        }
    }

    @Test
    void characterSets_areReadAsDeclaredWithoutTakingTheFileIntoMemory() throws IOException {
        String xml = HEAD + REGION + CENTRE + TAIL;
        List<UnitFileEntry> expected = read(file(xml));
        for (String set : List.of("ISO-8859-1", "windows-1252", "ISO-8859-15", "US-ASCII")) {
            Path file = folder.resolve(set + ".xml");
            String ascii = set.equals("US-ASCII") ? "UTF-8" : set;
            Files.write(file, xml.replace("UTF-8", set).getBytes(Charset.forName(ascii)));
            assertThat(read(file)).as(set).isEqualTo(expected);
        }
        byte[] utf16 = xml.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        assertThat(read(Files.write(folder.resolve("utf16.xml"), utf16))).isEqualTo(expected);
        Path marked = Files.writeString(folder.resolve("bom.xml"), "\uFEFF" + xml);
        assertThat(read(marked)).isEqualTo(expected);

        Path wrong =
                Files.write(folder.resolve("w.xml"), xml.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(wrong)).isInstanceOf(ProtocolException.class);
        Path wide = file(xml.replace("UTF-8", "UTF-16"));
        assertThatThrownBy(() -> read(wide))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void fileThatIsBroken_isNotAtItsEndWhenAskedAgain() throws IOException {
        Path half = file(HEAD + REGION + "<hsaUnit>");
        try (UnitFileReader reader = UnitFile.of(half).open()) {
            assertThat(reader.next().name()).isEqualTo("Region Påhitt");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(reader::hasNext).isInstanceOf(ProtocolException.class);
                assertThatThrownBy(reader::next).isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Test
    void fileWithBytesChangedAnywhere_isReadOrRefusedAndNothingElse() throws IOException {
        byte[] xml = (HEAD + REGION + CENTRE + TAIL).getBytes(StandardCharsets.UTF_8);
        byte[] zip = Files.readAllBytes(zip("a.xml", HEAD + REGION + CENTRE + TAIL));
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] changed = (i % 2 == 0 ? xml : zip).clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed"), changed);
            try {
                read(file);
            } catch (ProtocolException asItShould) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void complements_comeOneOnTopOfAnotherWithTheirOwn() throws IOException {
        UnitFile third =
                UnitFile.of(file(HEAD + MEMBER.replace("<name>Lab", "<name>Third") + TAIL));
        UnitFile second =
                UnitFile.of(file(HEAD + MEMBER.replace("<name>Lab", "<name>Second") + TAIL));
        UnitFile first = UnitFile.of(file(HEAD + REGION + MEMBER + TAIL));
        HsaId lab = HsaId.of("SE2321000016-M");

        assertThat(first.withComplement(second).withComplement(third).index(NOW).unit(lab))
                .hasValueSatisfying(it -> assertThat(it.unit().name()).isEqualTo("Third"));
        assertThat(first.withComplement(second.withComplement(third)).index(NOW).unit(lab))
                .hasValueSatisfying(it -> assertThat(it.unit().name()).isEqualTo("Third"));
        assertThat(first.withComplement(third).withComplement(second).index(NOW).unit(lab))
                .hasValueSatisfying(it -> assertThat(it.unit().name()).isEqualTo("Second"));
    }
}
