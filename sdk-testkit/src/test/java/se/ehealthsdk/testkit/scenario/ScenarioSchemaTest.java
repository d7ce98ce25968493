package se.ehealthsdk.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import se.ehealthsdk.core.error.ConfigurationException;

/** The published schema and the reader agree. */
class ScenarioSchemaTest {

    private static JsonSchema schema;

    @BeforeAll
    static void read() throws Exception {
        schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                Files.readString(Path.of("../docs/schemas/scenario.schema.json")));
    }

    private static JsonNode json(String yaml) {
        Object loaded = new Yaml().load(yaml);
        return new ObjectMapper().valueToTree(loaded);
    }

    @Test
    void builtIn_asTheyAreWritten_keepToTheSchema() {
        for (Scenario each : Scenarios.builtIn()) {
            assertThat(schema.validate(json(each.toYaml()))).as(each.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: a",
                "name: a\nsteps: []\nexpect: []",
                "name: a\nsteps:\n- after-calls: {number: 2}\n  clock: {set: stop}",
                "name: a\nsteps:\n- at: P1DT2H3M4.5S\n  mode: lenient",
                "name: a\nsteps:\n- deliver-updates: {order: late, code: SIGNAT}",
                "name: a\nsteps:\n- fault: {service: source, kind: down, settings: {source: SE2321000016-X}}",
                "name: a\nsteps:\n- fault: {kind: slow, settings: {wait: PT1S}, probability: 0.25, times: 3, after: 2, caller: SE2321000016-A, address: SE1}",
                "name: a\nexpect:\n- calls: {at-most: 3, within: PT5M, outcome: refused, by: SE2321000016-A}",
                "name: a\nexpect:\n- order: {alone: true, calls: [{contract: StoreLog}, {}]}",
                "name: a\nexpect:\n- no-findings: {rules: [storelog.*]}\n- logged-reads: {contract: StoreLog}\n- log-records: {}",
            })
    void right_isTakenByBoth(String yaml) {
        assertThat(schema.validate(json(yaml))).isEmpty();
        Scenario read = Scenario.parse("s.yaml", yaml);
        assertThat(schema.validate(json(read.toYaml()))).isEmpty();
        assertThat(Scenario.parse("again.yaml", read.toYaml())).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed: 1",
                "name: A",
                "name: a\nextra: 1",
                "name: a\nseed: x",
                "name: a\nduration: 5 minutes",
                "name: a\nsteps: {}",
                "name: a\nsteps:\n- at: PT1S",
                "name: a\nsteps:\n- discharge: up\n  mode: strict",
                "name: a\nsteps:\n- discharge: sideways",
                "name: a\nsteps:\n- clock: {advance: PT1H, set: stop}",
                "name: a\nsteps:\n- fault: {service: platform}",
                "name: a\nsteps:\n- fault: {kind: stump, times: 0}",
                "name: a\nsteps:\n- fault: {kind: stump, probability: 0}",
                "name: a\nexpect:\n- calls: {contract: StoreLog}",
                "name: a\nexpect:\n- calls: {times: 1, at-most: 2}",
                "name: a\nexpect:\n- order: {calls: []}",
                "name: a\nexpect:\n- no-duplicates: false",
                "name: a\nexpect:\n- never: {}\n  no-duplicates: true",
            })
    void wrong_isRefusedByBoth(String yaml) {
        assertThat(schema.validate(json(yaml))).isNotEmpty();
        assertThatThrownBy(() -> Scenario.parse("s.yaml", yaml))
                .isInstanceOf(ConfigurationException.class);
    }
}
