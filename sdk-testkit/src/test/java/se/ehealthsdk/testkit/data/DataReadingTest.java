package se.ehealthsdk.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;

class DataReadingTest {

    private static final String SOMEONE =
            """
            people:
              - name: SOMEONE
                personId: "191212121212"
                givenName: Någon
                surname: Någonsson
                posts: [{hsaId: TEST-1}]
            """;

    @TempDir Path folder;

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private List<DataProblem> problems() {
        return catchThrowableOfType(InvalidDataException.class, () -> DataFolder.read(folder))
                .problems();
    }

    private DataProblem problem(String yaml) throws Exception {
        write("mine.yaml", yaml);
        List<DataProblem> all = problems();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    // ---- what is right ----

    @Test
    void read_ownFiles_areAddedToWhatComesWithTheTestkit() throws Exception {
        write("a.yaml", SOMEONE);
        write(
                "b.json",
                """
                {"careProviders": [
                  {"hsaId": "TEST-VG", "name": "Vårdgivaren", "organisationNumber": "232100-0156"}
                ]}
                """);
        write("readme.txt", "not: [read");

        HsaStandIn hsa = HsaStandIn.of(DataFolder.read(folder));

        assertThat(hsa.persona("SOMEONE").hsaId()).isEqualTo(HsaId.of("TEST-1"));
        assertThat(hsa.findCareProvider(HsaId.of("TEST-VG"))).isPresent();
        assertThat(hsa.personas()).contains(Persona.DR_LINDGREN);
    }

    @Test
    void read_replace_leavesOutWhatComesWithTheTestkit() throws Exception {
        write("a.yaml", "replace: true\n" + SOMEONE);

        DataFolder read = DataFolder.read(folder);

        HsaStandIn hsa = HsaStandIn.of(read);
        assertThat(hsa.personas()).extracting(Persona::name).containsExactly("SOMEONE");
        assertThat(hsa.units()).isEmpty();
        assertThat(PersonServiceStandIn.of(read, hsa, Clock.systemUTC()).people()).isEmpty();
    }

    @Test
    void read_sameNameAsOneOfTheTestkit_takesItsPlace() throws Exception {
        write("a.yaml", SOMEONE.replace("SOMEONE", "DR_LINDGREN"));

        HsaStandIn hsa = HsaStandIn.of(DataFolder.read(folder));

        assertThat(hsa.persona("DR_LINDGREN").givenName()).isEqualTo("Någon");
        assertThat(hsa.personas()).hasSameSizeAs(HsaStandIn.shipped().personas());
    }

    @Test
    void read_withByteOrderMark_isReadAsWithout() throws Exception {
        write("a.yaml", "\uFEFF" + SOMEONE);

        assertThat(DataFolder.read(folder).people()).hasSize(1);
    }

    @Test
    void read_referencesOverFiles_leadThere() throws Exception {
        write(
                "a.yaml",
                "units: [{hsaId: TEST-E, name: E, careProvider: test-vg, manager: TEST-1}]");
        write(
                "b.yaml",
                "careProviders: [{hsaId: TEST-VG, name: V, organisationNumber: 232100-0156}]");
        write("c.yaml", SOMEONE);

        assertThat(DataFolder.read(folder).units()).hasSize(1);
    }

    // ---- what is wrong ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "units:\\n  - {hsaId: T-1, nam: X, name: Y}|2|18|units[0].nam|is no name known here|\"name\"",
                "units:\\n  - {hsaId: T-1}|2|5|units[0].name|is missing|a name",
                "units:\\n  - {hsaId: T-1, name: X, zzzzzzzz: red}|2|27|units[0].zzzzzzzz|is no name known here|one of hsaId",
                "units:\\n  - hsaId: T-1\\n    name: X\\n    openingHours: [always]|4|20|units[0].openingHours[0]|is not written right|1-5 08:00-17:00",
                "units:\\n  - hsaId: T-1\\n    name: X\\n    openingHours: [1-5 17:00-08:00]|4|20|units[0].openingHours[0]|closing time|later time",
                "units:\\n  - {hsaId: T-1, name: X, feigned: yes}|2|36|units[0].feigned|is a text|true or false",
                "units:\\n  - {hsaId: T-1, name: 12}|2|24|units[0].name|is a number|within quotes",
                "units:\\n  - {hsaId: T-1, name: X, telephoneNumbers: 0100}|2|45|units[0].telephoneNumbers|is a number|a list",
                "units:\\n  - {hsaId: T-1, name: X, start: 2020-02-30T00:00:00Z}|2|34|units[0].start|no such time|moment in UTC",
                "units:\\n  - {hsaId: T-1, name: X, name: Y}|2|27|units[0].name|is here twice|once",
                "units:\\n  - {hsaId: T-1, name: X, careProvider: TSTNMT2321000156-VG01, memberOf: TSTNMT2321000156-VE01}|2|64|units[0].memberOf|beside careProvider|one of the two",
                "careProviders:\\n  - hsaId: T-1\\n    name: X\\n    organisationNumber: '1'|4|25|careProviders[0].organisationNumber|is not written right|ten digits",
                "people:\\n  - {name: X, personId: '191212121213', givenName: A, surname: B, posts: [{hsaId: T}]}|2|25|people[0].personId|check digit|",
                "people:\\n  - {name: X, personId: '191212121212', givenName: A, surname: B, posts: []}|2|74|people[0].posts|has 0 items|1 or more",
                "people:\\n  - {name: X, personId: 191212121212, givenName: A, surname: B, posts: [{hsaId: T}]}|2|25|people[0].personId|is a number|within quotes",
                "units: many|1|8|units|is a text|a list",
                "nonsense: []|1|1|nonsense|is no name known here|one of",
                "persons: []|1|1|persons|is no name known here|one of",
                "units: [|1|9||is not YAML|YAML",
                "a: 1\\n b: 2|2|3||is not YAML|YAML",
                "units: [{hsaId: T-1, name: X, careProvider: NO-1}]|1|45|units[0].careProvider|leads nowhere|a care provider",
                "units: [{hsaId: T-1, name: X, careProvider: TSTNMT2321000156-VG09}]|1|45|units[0].careProvider|leads nowhere|perhaps TSTNMT2321000156-VG0",
                "commissions: [{hsaId: T-1, name: X, purpose: Y, holder: NO}]|1|57|commissions[0].holder|leads nowhere|a unit or a care provider",
                "people:\\n  - {name: X, personId: '191212121212', givenName: A, surname: B, posts: [{hsaId: T, commissions: [{hsaId: NO}]}]}|2|108|people[0].posts[0].commissions[0].hsaId|leads nowhere|a commission",
                "patients: [{name: X, id: '191212121212', givenNames: A, surname: B, replacedBy: '189912319820'}, {name: Y, id: '19121212-1212', givenNames: A, surname: B}]|1|112|patients[1].id|is here twice|of its own",
                "patients: [{name: X, id: '191212121212', givenNames: A, surname: B, replacedBy: '201212121212', municipality: 0180}]|1|111|patients[0].municipality|is a number|quotes",
                "patients: [{name: X, id: '191212121212', givenNames: A, surname: B, givenNameIndicator: 100}]|1|89|patients[0].givenNameIndicator|out of bounds|10 to 99",
                "units: &all []|1|8||anchor|written out",
                "units: *all|1|8||anchor|written out",
                "units: !!set []|1|8||tag|no tag",
                "units: []\\n---\\nunits: []|2|1||second document|one document",
                "[1, 2]|1|1||is a list|names with values"
            })
    void read_wrongFile_namesLineColumnFieldAndWhatWouldBeRight(
            String yaml, int line, int column, String field, String what, String expected)
            throws Exception {
        DataProblem problem = problem(yaml.replace("\\n", "\n"));

        assertThat(problem.file()).isEqualTo("mine.yaml");
        assertThat(problem.field()).isEqualTo(field == null ? "" : field);
        assertThat(problem.problem()).contains(what);
        assertThat(problem.expected()).contains(expected == null ? "" : expected);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
    }

    @Test
    void read_manyFaultsInSeveralFiles_tellsAllInOrder() throws Exception {
        write("a.yaml", "units:\n  - {hsaId: T-1}\n  - {name: X}\n");
        write("b.json", "{\"units\": [\n {\"hsaId\": 7, \"name\": \"X\", \"colour\": 1}]}");
        write("c.json", "{\"units\": [}");

        assertThat(problems())
                .extracting(each -> each.file() + ":" + each.line() + " " + each.field())
                .containsExactly(
                        "a.yaml:2 units[0].name",
                        "a.yaml:3 units[1].hsaId",
                        "b.json:2 units[0].hsaId",
                        "b.json:2 units[0].colour",
                        "c.json:1 ");
    }

    @Test
    void read_endlessFaults_areBounded() throws Exception {
        write(
                "a.yaml",
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "  - {hsaId: T-" + i + "}\n")
                        .collect(Collectors.joining("", "units:\n", "")));

        assertThat(problems()).hasSize(InvalidDataException.MAX_PROBLEMS);
    }

    @Test
    void read_idThatIsInTwoFiles_namesTheOtherPlace() throws Exception {
        write("a.yaml", "units:\n  - {hsaId: T-1, name: X}\n");
        write("b.yaml", "commissions: [{hsaId: t-1, name: X, purpose: Y, holder: T-1}]");

        assertThat(problems())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.file()).isEqualTo("b.yaml");
                            assertThat(it.problem()).contains("a.yaml, line 2");
                        });
    }

    @Test
    void read_personalValuesThatAreWrong_areNotTold() throws Exception {
        write(
                "a.yaml",
                """
                people:
                  - {name: X, personId: "191212121213", givenName: Hemliga, surname: Namnet, posts: 191212121213}
                  - {191212121213: Hemliga, "Hemliga Namnet": x}
                  - 191212121213
                patients:
                  - {name: X, id: "191212121213", givenNames: Hemliga, surname: Namnet, deceased: 191212121213, replacedBy: "201212121213"}
                """);
        write("b.yaml", "people: [Hemliga 191212121213");
        write("c.json", "{\"people\": [191212121213 Hemliga");

        InvalidDataException wrong =
                catchThrowableOfType(InvalidDataException.class, () -> DataFolder.read(folder));

        assertThat(wrong.problems()).hasSizeGreaterThan(8);
        assertThat(wrong + " " + wrong.getCause())
                .doesNotContain("1912121212")
                .doesNotContain("2012121212")
                .doesNotContain("Hemliga")
                .doesNotContain("Namnet");
    }

    @Test
    void read_latin1_saysWhere() throws Exception {
        Files.write(
                folder.resolve("a.yaml"),
                "units:\n  - {name: Ängen}".getBytes(StandardCharsets.ISO_8859_1));

        DataProblem problem = problems().get(0);

        assertThat(problem.problem()).contains("not in UTF-8");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(12);
    }

    @Test
    void read_utf16_saysSo() throws Exception {
        Files.write(folder.resolve("a.yaml"), SOMEONE.getBytes(StandardCharsets.UTF_16));

        assertThat(problems())
                .singleElement()
                .satisfies(it -> assertThat(it.problem()).contains("UTF-16"));
    }

    @Test
    void read_binary_saysSo() throws Exception {
        Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', 0, 1, 2});

        assertThat(problems())
                .singleElement()
                .satisfies(it -> assertThat(it.problem()).contains("control"));
    }

    @Test
    void read_hugeFile_isRefusedWithoutBeingRead() throws Exception {
        Files.write(folder.resolve("a.yaml"), new byte[(16 << 20) + 1]);

        assertThat(problems())
                .singleElement()
                .satisfies(it -> assertThat(it.problem()).contains("16 MiB"));
    }

    @ParameterizedTest
    @CsvSource({"a.yaml,[", "a.json,["})
    void read_bottomlessFile_isRefused(String name, String bracket) throws Exception {
        write(name, bracket.repeat(100_000));

        assertThat(problems()).hasSize(1);
    }

    @Test
    void read_emptyFile_saysNothingAndIsRight() throws Exception {
        write("a.yaml", "# nothing yet\n");
        write("b.json", "");

        assertThat(DataFolder.read(folder).people()).isEmpty();
    }

    @Test
    void read_folderThatIsNone_saysSo() throws Exception {
        write("a.yaml", "");

        for (Path none : List.of(folder.resolve("none"), folder.resolve("a.yaml"))) {
            assertThatThrownBy(() -> DataFolder.read(none))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(none.toString());
        }
    }

    @Test
    void read_folderWithoutData_saysSo() {
        assertThatThrownBy(() -> DataFolder.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no file of data");
    }

    @Test
    void standIn_missingFile_saysSo() {
        assertThatThrownBy(() -> HsaStandIn.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.yaml");
    }

    // ---- one, from the Admin API ----

    @Test
    void readPerson_wrongJson_tellsFieldAndPlace() {
        InvalidDataException wrong =
                catchThrowableOfType(
                        InvalidDataException.class,
                        () ->
                                DataForm.readPerson(
                                        "{\"name\": \"X\",\n \"personId\": \"191212121213\"}"));

        assertThat(wrong.problems())
                .extracting(DataProblem::field)
                .containsExactly("givenName", "surname", "posts", "personId");
        assertThat(wrong.problems().get(3).line()).isEqualTo(2);
        assertThat(wrong.getMessage()).doesNotContain("191212121213");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "null", "[]", "7", "{", "{}", "{}{}", "nonsense", "{\"hsaId\": null}"})
    void readUnit_whatIsNoUnit_isRefused(String json) {
        assertThatThrownBy(() -> DataForm.readUnit(json)).isInstanceOf(InvalidDataException.class);
    }
}
