package se.ehealthsdk.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.Fault;

class ScenarioFileTest {

    static Iterable<Scenario> builtIn() {
        return Scenarios.builtIn();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void builtIn_writtenAndReadAgain_isTheSame(Scenario scenario) {
        assertThat(Scenario.parse("again.yaml", scenario.toYaml())).isEqualTo(scenario);
        assertThat(scenario.description().swedish()).isNotBlank();
        assertThat(scenario.description().english()).isNotBlank();
    }

    @Test
    void json_withTabs_isReadAsYamlIs() {
        String json =
                "{\n\t\"name\": \"j\",\n\t\"steps\": [\n\t\t{\"fault\": {\"kind\": \"http\", \"settings\": {\"status\": 503}}}\n\t]\n}";

        assertThat(Scenario.parse("j.json", json))
                .isEqualTo(
                        Scenario.parse(
                                "j.yaml",
                                "name: j\nsteps:\n- fault: {kind: http, settings: {status: 503}}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | s.yaml is empty",
                "'- a' | s.yaml, line 1: names with values",
                "'a: [' | s.yaml, line",
                "'seed: 1' | \"name\": is missing",
                "'name: Å' | is no name of a scenario",
                "'name: a~name: b' | line 2, \"name\": is written twice",
                "'name: a~color: red' | line 2, \"color\": is no name known here",
                "'name: a~seed: x' | line 2, \"seed\"",
                "'name: a~duration: 5' | line 2, \"duration\"",
                "'name: a~duration: PT99999999999999999999S' | line 2, \"duration\"",
                "'name: a~steps: 1' | line 2, \"steps\": is not a list",
                "'name: a~steps:~- at: PT1S' | line 3, \"steps[0]\": one thing to do",
                "'name: a~steps:~- at: -PT1S~  discharge: up' | line 3, \"steps[0].at\"",
                "'name: a~steps:~- dance: 1' | \"dance\" is nothing that a step can do",
                "'name: a~steps:~- fault: {kind: nosuch}' | line 3, \"steps[0].fault\"",
                "'name: a~steps:~- fault: {kind: vp}' | \"steps[0].fault\": Invalid settings.code",
                "'name: a~steps:~- fault: {kind: vp, settings: {code: VP9}}' | line 3, \"steps[0].fault\"",
                "'name: a~steps:~- fault: {kind: vp, settings: {code: VP009, colour: 1}}' | colour",
                "'name: a~steps:~- fault: {kind: stump, times: 0}' | times",
                "'name: a~steps:~- fault: {kind: stump, times: 99999999999}' | \"steps[0].fault.times\"",
                "'name: a~steps:~- fault: {kind: stump, probability: 2}' | \"steps[0].fault.probability\"",
                "'name: a~steps:~- fault: {service: log, kind: answer-lost, caller: SE2321000016-A}' | caller",
                "'name: a~steps:~- hsa: {problem: sick, of: X}' | missing-workplace-code",
                "'name: a~expect:~- calls: {contract: StoreLog}' | \"expect[0].calls\": how many is missing",
                "'name: a~expect:~- calls: {times: 1, at-least: 1}' | \"times\" stands beside neither",
                "'name: a~expect:~- calls: {at-least: 2, at-most: 1}' | at-most",
                "'name: a~expect:~- order: {calls: []}' | order",
                "'name: a~expect:~- no-duplicates: no' | \"no-duplicates\" is true",
            })
    void wrongFile_isRefused_withFileLineAndField(String text, String expected) {
        assertThatThrownBy(() -> Scenario.parse("s.yaml", text.replace('~', '\n')))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining(expected);
    }

    @Test
    void file_thatIsNotThere_isAPlainSentence() {
        assertThatThrownBy(() -> Scenario.read(Path.of("no-such-folder", "x.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("x.yaml cannot be read");
    }

    @Test
    void everyKindOfFault_canBeMade_isNamedBack_andStandsInTheDocs() throws IOException {
        String docs = Files.readString(Path.of("../docs/testkit-scenarios.md"));
        for (FaultKind kind : FaultKinds.all()) {
            Map<String, String> settings = new HashMap<>();
            for (FaultSetting each : kind.settings()) {
                if (each.required()) {
                    settings.put(each.name(), example(kind, each));
                }
            }
            Object fault = kind.make(settings);

            assertThat(fault).as("%s", kind).isNotNull();
            assertThat(kind.text().swedish()).as("%s", kind).endsWith(".");
            assertThat(kind.text().english()).as("%s", kind).endsWith(".");
            assertThat(docs)
                    .as("%s", kind)
                    .contains("| `" + kind.service() + "` | `" + kind.name() + "` |");
            if (fault instanceof Fault) {
                assertThat(FaultNames.of(fault)).map(FaultKinds.Named::kind).contains(kind.name());
            }
        }
        for (Scenario each : Scenarios.builtIn()) {
            assertThat(docs).contains("`" + each.name() + "`");
        }
    }

    private static String example(FaultKind kind, FaultSetting setting) {
        return switch (setting.name()) {
            case "code" -> "VP009";
            case "status" -> "503";
            case "source" -> "SE2321000016-SRC";
            default ->
                    switch (setting.type()) {
                        case DURATION -> "PT1S";
                        case NUMBER -> "1";
                        case CHOICE -> setting.choices().get(0);
                        case TEXT -> "nonce";
                    };
        };
    }

    @Test
    void fault_ofAnUnknownServiceOrName_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> FaultKinds.of("mail"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("platform, log");
        assertThatThrownBy(() -> FaultKinds.find("unit-file", "vp"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cut-off");
    }
}
