package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.UnknownContent;

/** The schemas in docs/schemas, judged by a validator that is not ours: they take what we write, and we refuse what they refuse. */
class JsonSchemaTest {

    private static final Path SCHEMAS = Path.of("../docs/schemas");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema EVENT = schema("discharge-event.schema.json");
    private static final JsonSchema CASE = schema("discharge-case.schema.json");

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of(
                                SCHEMAS.resolve(name).toAbsolutePath().toUri().toString()));
    }

    @Test
    void event_ofEveryKind_isValid() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            AnyEvents any = new AnyEvents(seed);
            for (Content content : any.ofEveryKind()) {
                JsonNode json = MAPPER.readTree(CaseJson.write(any.event(content)));
                assertThat(EVENT.validate(json)).as(content.kind()).isEmpty();
            }
        }
    }

    @Test
    void case_ofAnyEvents_isValid() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            JsonNode json = MAPPER.readTree(CaseJson.write(new AnyEvents(seed).log(8)));
            assertThat(CASE.validate(json)).isEmpty();
        }
    }

    @Test
    void exampleCases_areValid_andRead() throws IOException {
        List<Path> files;
        try (Stream<Path> cases = Files.list(Path.of("../examples/cases"))) {
            files = cases.toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        for (Path file : files) {
            byte[] json = Files.readAllBytes(file);
            assertThat(CASE.validate(MAPPER.readTree(json))).as("%s", file).isEmpty();
            assertThat(CaseJson.readCase(json)).isNotEmpty();
        }
    }

    @Test
    void schema_namesEveryKind_andNoOther() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        new AnyEvents(1)
                .ofEveryKind().stream()
                        .filter(content -> !(content instanceof UnknownContent))
                        .forEach(content -> kinds.add(content.kind()));
        TreeSet<String> named = new TreeSet<>();
        JsonNode schema =
                MAPPER.readTree(Files.readAllBytes(SCHEMAS.resolve("discharge-event.schema.json")));
        schema.at("/$defs/content/allOf")
                .forEach(rule -> named.add(rule.at("/if/properties/kind/const").asText()));
        assertThat(named).isEqualTo(kinds);
    }

    /** Values changed, left out and swapped, thousands of them: whenever the schema refuses, so does the reader. */
    @Test
    void changedEvent_thatTheSchemaRefuses_isRefusedByTheReader() throws IOException {
        Random random = new Random(6);
        int refused = 0;
        for (long seed = 0; seed < 60; seed++) {
            AnyEvents any = new AnyEvents(seed);
            for (Content content : any.ofEveryKind()) {
                JsonNode changed = MAPPER.readTree(CaseJson.write(any.event(content)));
                changeOne(changed, random);
                if (EVENT.validate(changed).isEmpty()) {
                    continue;
                }
                refused++;
                byte[] json = MAPPER.writeValueAsBytes(changed);
                assertThat(reads(json, false)).as("%s", changed).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void changedCase_thatTheSchemaRefuses_isRefusedByTheReader() throws IOException {
        Random random = new Random(7);
        int refused = 0;
        for (long seed = 0; seed < 400; seed++) {
            JsonNode changed = MAPPER.readTree(CaseJson.write(new AnyEvents(seed).log(2)));
            changeOne(changed, random);
            if (!CASE.validate(changed).isEmpty()) {
                refused++;
                byte[] json = MAPPER.writeValueAsBytes(changed);
                assertThat(reads(json, true)).as("%s", changed).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static boolean reads(byte[] json, boolean asCase) {
        try {
            List<CaseEvent> read =
                    asCase ? CaseJson.readCase(json) : List.of(CaseJson.readEvent(json));
            return !read.isEmpty();
        } catch (InvalidInputException documented) {
            return false;
        }
    }

    /** One field anywhere is left out, or gets a value that does not fit. */
    private static void changeOne(JsonNode root, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> object.remove(name);
            case 3 -> object.put(name, random.nextInt());
            case 4 -> object.put(name, "");
            case 5 -> object.putNull(name);
            case 6 -> object.put(name, " 2026-02-30T25:00 ");
            case 7 -> object.putArray(name).add(1);
            default -> object.putObject(name);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
            object.elements().forEachRemaining(child -> collect(child, objects));
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> collect(child, objects));
        }
    }
}
