package se.ehealthsdk.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing, reading and the schema: three views of one form. */
class DataFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA = Path.of("..", "docs", "schemas", "testkit-data.schema.json");
    private static final DataFolder SHIPPED = DataFolder.shipped();

    @TempDir Path folder;

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(DataForm.schema());
    }

    // ---- there and back ----

    @Test
    void shipped_writtenAndRead_isTheSame() throws Exception {
        Files.writeString(folder.resolve("all.yaml"), SHIPPED.toYaml());

        assertThat(DataFolder.read(folder)).isEqualTo(SHIPPED);
    }

    private static <T> void roundTrip(
            List<T> all, Function<T, Map<String, Object>> write, Function<String, T> read)
            throws Exception {
        assertThat(all).isNotEmpty();
        for (T each : all) {
            assertThat(read.apply(JSON.writeValueAsString(write.apply(each)))).isEqualTo(each);
        }
    }

    @Test
    void shipped_eachByItself_isTheSame() throws Exception {
        roundTrip(SHIPPED.people(), DataForm::write, DataForm::readPerson);
        roundTrip(SHIPPED.units(), DataForm::write, DataForm::readUnit);
        roundTrip(SHIPPED.careProviders(), DataForm::write, DataForm::readCareProvider);
        roundTrip(SHIPPED.commissions(), DataForm::write, DataForm::readCommission);
        roundTrip(SHIPPED.patients(), DataForm::write, DataForm::readPatient);
    }

    @Test
    void random_writtenAndRead_isTheSame() throws Exception {
        RandomData random = new RandomData(JSON.readTree(DataForm.schema()), new Random(11));
        for (int i = 0; i < 150; i++) {
            roundTrip(
                    List.of(DataForm.readPerson(random.text("person"))),
                    DataForm::write,
                    DataForm::readPerson);
            roundTrip(
                    List.of(DataForm.readUnit(random.text("unit"))),
                    DataForm::write,
                    DataForm::readUnit);
            roundTrip(
                    List.of(DataForm.readCareProvider(random.text("careProvider"))),
                    DataForm::write,
                    DataForm::readCareProvider);
            roundTrip(
                    List.of(DataForm.readCommission(random.text("commission"))),
                    DataForm::write,
                    DataForm::readCommission);
            roundTrip(
                    List.of(DataForm.readPatient(random.text("patient"))),
                    DataForm::write,
                    DataForm::readPatient);
        }
    }

    /** Nothing that was said is lost: what is read and written says all that there was. */
    @Test
    void random_readAndWritten_saysAllThatWasSaid() throws Exception {
        RandomData random = new RandomData(JSON.readTree(DataForm.schema()), new Random(12));
        for (int i = 0; i < 150; i++) {
            ObjectNode unit = random.make("unit");
            ObjectNode person = random.make("person");
            ObjectNode patient = random.make("patient");
            assertSaysAll(
                    unit, JSON.valueToTree(DataForm.write(DataForm.readUnit(unit.toString()))));
            assertSaysAll(
                    person,
                    JSON.valueToTree(DataForm.write(DataForm.readPerson(person.toString()))));
            assertSaysAll(
                    patient,
                    JSON.valueToTree(DataForm.write(DataForm.readPatient(patient.toString()))));
        }
    }

    private static void assertSaysAll(JsonNode said, JsonNode written) {
        said.fields()
                .forEachRemaining(
                        each -> {
                            boolean nothing =
                                    each.getValue().isEmpty() && each.getValue().isContainerNode()
                                            || each.getValue()
                                                    .equals(
                                                            JsonNodeFactory.instance.booleanNode(
                                                                    false));
                            assertThat(
                                            nothing
                                                    || written.has(each.getKey())
                                                    || each.getKey().equals("publicName")
                                                    || each.getKey().equals("details"))
                                    .as(each.getKey())
                                    .isTrue();
                        });
    }

    @Test
    void random_writtenAsYaml_readsAsTheSame() throws Exception {
        RandomData random = new RandomData(JSON.readTree(DataForm.schema()), new Random(13));
        List<se.ehealthsdk.testkit.person.RegisteredPerson> patients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ObjectNode patient = random.make("patient");
            patient.remove(List.of("replacedBy", "formerly"));
            patient.put("name", "P-" + i + " " + patient.path("name").asText());
            patient.put("id", RandomData.NUMBERS.get(i % RandomData.NUMBERS.size()));
            if (i < RandomData.NUMBERS.size()) {
                patients.add(DataForm.readPatient(patient.toString()));
            }
        }
        DataFolder all =
                new DataFolder(
                        true,
                        SHIPPED.careProviders(),
                        SHIPPED.units(),
                        SHIPPED.commissions(),
                        SHIPPED.people(),
                        patients);
        Files.writeString(folder.resolve("all.yaml"), all.toYaml());

        assertThat(DataFolder.read(folder)).isEqualTo(all);
    }

    // ---- the schema ----

    @Test
    void schema_inTheDocumentation_isTheOneOfTheReader() throws Exception {
        assertThat(Files.readString(SCHEMA)).isEqualTo(DataForm.schema());
    }

    static Stream<Path> files() throws Exception {
        Path resources = Path.of("src", "main", "resources", "se", "ehealthsdk", "testkit");
        try (Stream<Path> examples = Files.list(Path.of("..", "examples", "data"))) {
            List<Path> all = new ArrayList<>(examples.filter(DataFormTest::isData).toList());
            assertThat(all).isNotEmpty();
            all.add(resources.resolve("hsa/population.yaml"));
            all.add(resources.resolve("person/persons.yaml"));
            return all.stream();
        }
    }

    private static boolean isData(Path file) {
        return file.toString().endsWith("yaml") || file.toString().endsWith("json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void schema_filesOfTheTestkitAndExamples_arePermitted(Path file) throws Exception {
        assertThat(schema().validate(tree(Files.readString(file)))).isEmpty();
    }

    @Test
    void examples_together_areRead() {
        DataFolder examples = DataFolder.read(Path.of("..", "examples", "data"));

        assertThat(examples.people()).isNotEmpty();
        assertThat(examples.patients()).isNotEmpty();
    }

    /** As an editor reads YAML: by YAML 1.2, where dates are texts. */
    private static JsonNode tree(String yaml) {
        return plain(new org.yaml.snakeyaml.Yaml().compose(new java.io.StringReader(yaml)));
    }

    private static JsonNode plain(org.yaml.snakeyaml.nodes.Node node) {
        if (node instanceof org.yaml.snakeyaml.nodes.MappingNode mapping) {
            ObjectNode out = JSON.createObjectNode();
            mapping.getValue()
                    .forEach(
                            each ->
                                    out.set(
                                            ((org.yaml.snakeyaml.nodes.ScalarNode)
                                                            each.getKeyNode())
                                                    .getValue(),
                                            plain(each.getValueNode())));
            return out;
        }
        if (node instanceof org.yaml.snakeyaml.nodes.SequenceNode list) {
            ArrayNode out = JSON.createArrayNode();
            list.getValue().forEach(each -> out.add(plain(each)));
            return out;
        }
        var scalar = (org.yaml.snakeyaml.nodes.ScalarNode) node;
        String text = scalar.getValue();
        if (scalar.isPlain() && text.matches("true|false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        return scalar.isPlain() && text.matches("[0-9]+")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    // ---- schema and reader agree ----

    /** What the reader tells and no schema can: check digits, and times that are none. */
    private static final List<String> BEYOND_SCHEMAS =
            List.of(
                    "check digit",
                    "no such time",
                    "closing time",
                    "is not written as such a number");

    @Test
    void mutants_schemaAndReader_agree() throws Exception {
        JsonSchema schema = schema();
        JsonNode tree = JSON.readTree(DataForm.schema());
        Random random = new Random(5);
        RandomData data = new RandomData(tree, random);
        TreeSet<String> told = new TreeSet<>();
        int refused = 0;
        int accepted = 0;
        for (int i = 0; i < 1_500; i++) {
            String what =
                    List.of("person", "unit", "careProvider", "commission", "patient").get(i % 5);
            ObjectNode mutant = data.make(what);
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutate(mutant, random);
            }
            boolean permitted = definition(tree, what).validate(mutant).isEmpty();
            List<DataProblem> problems = problems(what, mutant.toString());
            if (!permitted) {
                refused++;
                assertThat(problems).as("the schema refuses: " + mutant).isNotEmpty();
            } else if (problems.isEmpty()) {
                accepted++;
            } else {
                told.addAll(problems.stream().map(DataProblem::problem).toList());
            }
        }
        assertThat(schema).isNotNull();
        assertThat(refused).isGreaterThan(400);
        assertThat(accepted).isGreaterThan(100);
        assertThat(told).allMatch(each -> BEYOND_SCHEMAS.stream().anyMatch(each::contains));
    }

    private static final Map<String, JsonSchema> DEFINITIONS = new java.util.HashMap<>();

    private static JsonSchema definition(JsonNode tree, String name) {
        return DEFINITIONS.computeIfAbsent(
                name,
                it -> {
                    ObjectNode schema = tree.get("definitions").get(name).deepCopy();
                    schema.set("definitions", tree.get("definitions"));
                    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schema);
                });
    }

    private static List<DataProblem> problems(String what, String json) {
        try {
            switch (what) {
                case "person" -> DataForm.readPerson(json);
                case "unit" -> DataForm.readUnit(json);
                case "careProvider" -> DataForm.readCareProvider(json);
                case "commission" -> DataForm.readCommission(json);
                default -> DataForm.readPatient(json);
            }
            return List.of();
        } catch (InvalidDataException wrong) {
            return wrong.problems();
        }
    }

    /** Changes one thing somewhere. */
    private static void mutate(JsonNode node, Random random) {
        JsonNode at = node;
        while (at.size() > 0 && random.nextInt(3) > 0) {
            List<JsonNode> inner = new ArrayList<>();
            at.elements()
                    .forEachRemaining(
                            each -> {
                                if (each.isContainerNode() && !each.isEmpty()) {
                                    inner.add(each);
                                }
                            });
            if (inner.isEmpty()) {
                break;
            }
            at = inner.get(random.nextInt(inner.size()));
        }
        JsonNode other = other(random);
        if (at instanceof ArrayNode list) {
            list.set(random.nextInt(list.size()), other);
        } else if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", other);
                default -> object.set(name, other);
            }
        }
    }

    private static JsonNode other(Random random) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        List<JsonNode> all =
                List.of(
                        make.nullNode(),
                        make.textNode(""),
                        make.textNode(" "),
                        make.textNode("x y"),
                        make.textNode("191212121212"),
                        make.textNode("191212121213"),
                        make.textNode("2020-02-30"),
                        make.textNode("2020-02-30T00:00:00Z"),
                        make.textNode("1-5 09:00-08:00"),
                        make.textNode("a;b;c"),
                        make.numberNode(7),
                        make.numberNode(1.5),
                        make.numberNode(99_999_999_999L),
                        make.booleanNode(true),
                        make.objectNode(),
                        make.arrayNode(),
                        make.arrayNode().add("x"),
                        make.objectNode().put("hsaId", "T-1"));
        return all.get(random.nextInt(all.size()));
    }
}
