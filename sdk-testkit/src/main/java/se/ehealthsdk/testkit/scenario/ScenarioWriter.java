package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.scenario.Expectation.Which;

/** Writes scenarios as {@link ScenarioFile} reads them. */
final class ScenarioWriter {

    private ScenarioWriter() {}

    static String write(Scenario scenario) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(root(scenario));
    }

    private static Map<String, Object> root(Scenario scenario) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", scenario.name());
        root.put(
                "description",
                map(
                        "sv",
                        scenario.description().swedish(),
                        "en",
                        scenario.description().english()));
        root.put("seed", scenario.seed());
        scenario.duration().ifPresent(it -> root.put("duration", it.toString()));
        root.put("steps", scenario.steps().stream().map(ScenarioWriter::step).toList());
        root.put(
                "expect",
                scenario.expectations().stream().map(ScenarioWriter::expectation).toList());
        return root;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!step.at().equals(Duration.ZERO)) {
            map.put("at", step.at().toString());
        }
        step.afterCalls()
                .ifPresent(
                        it -> {
                            Map<String, Object> calls = new LinkedHashMap<>();
                            it.contract().ifPresent(name -> calls.put("contract", name));
                            calls.put("number", it.number());
                            map.put("after-calls", calls);
                        });
        action(map, step.action());
        return map;
    }

    private static void action(Map<String, Object> map, Action action) {
        if (action instanceof Action.InjectFault fault) {
            map.put("fault", fault(fault));
        } else if (action instanceof Action.AdvanceClock clock) {
            map.put("clock", map("advance", clock.by().toString()));
        } else if (action instanceof Action.StopClock) {
            map.put("clock", map("set", "stop"));
        } else if (action instanceof Action.ResumeClock) {
            map.put("clock", map("set", "resume"));
        } else if (action instanceof Action.ChangeHsa hsa) {
            Map<String, Object> change =
                    map("problem", FaultKinds.kebab(hsa.problem()), "of", hsa.of());
            hsa.commission().ifPresent(it -> change.put("commission", it));
            map.put("hsa", change);
        } else if (action instanceof Action.DeliverUpdates updates) {
            Map<String, Object> deliver = map("order", FaultKinds.kebab(updates.order()));
            updates.code().ifPresent(it -> deliver.put("code", it));
            map.put("deliver-updates", deliver);
        } else if (action instanceof Action.Discharge discharge) {
            map.put("discharge", FaultKinds.kebab(discharge.what()));
        } else if (action instanceof Action.ShowServerCertificate server) {
            map.put("server-certificate", FaultKinds.kebab(server.certificate()));
        } else if (action instanceof Action.IssueCertificate client) {
            map.put(
                    "client-certificate",
                    map("kind", FaultKinds.kebab(client.kind()), "hsa-id", client.hsaId()));
        } else if (action instanceof Action.SetStrictness mode) {
            map.put("mode", FaultKinds.kebab(mode.strictness()));
        }
    }

    private static Map<String, Object> fault(Action.InjectFault fault) {
        Injection injection = fault.injection();
        FaultCondition when = injection.condition();
        Map<String, Object> map = map("service", injection.service(), "kind", injection.kind());
        if (!injection.settings().isEmpty()) {
            map.put("settings", new TreeMap<>(injection.settings()));
        }
        injection.contract().ifPresent(it -> map.put("contract", it));
        injection.caller().map(HsaId::value).ifPresent(it -> map.put("caller", it));
        injection
                .logicalAddress()
                .map(LogicalAddress::value)
                .ifPresent(it -> map.put("address", it));
        when.times().ifPresent(it -> map.put("times", it));
        if (when.after() > 0) {
            map.put("after", when.after());
        }
        if (when.probability() < 1) {
            map.put("probability", when.probability());
        }
        fault.lasts().ifPresent(it -> map.put("lasts", it.toString()));
        return map;
    }

    private static Map<String, Object> expectation(Expectation expectation) {
        if (expectation instanceof Expectation.Calls calls) {
            Map<String, Object> map = which(calls.which());
            calls.atMost()
                    .ifPresentOrElse(
                            most -> {
                                if (most == calls.atLeast()) {
                                    map.put("times", most);
                                } else {
                                    map.put("at-least", calls.atLeast());
                                    map.put("at-most", most);
                                }
                            },
                            () -> map.put("at-least", calls.atLeast()));
            calls.within().ifPresent(it -> map.put("within", it.toString()));
            return map("calls", map);
        }
        if (expectation instanceof Expectation.InOrder order) {
            Map<String, Object> map =
                    map("calls", order.contracts().stream().map(ScenarioWriter::which).toList());
            if (order.alone()) {
                map.put("alone", true);
            }
            return map("order", map);
        }
        if (expectation instanceof Expectation.NoFindings findings) {
            return map("no-findings", map("rules", List.copyOf(findings.rules())));
        }
        if (expectation instanceof Expectation.LogRecords records) {
            return map("log-records", map("at-least", records.atLeast()));
        }
        if (expectation instanceof Expectation.LoggedReads reads) {
            return map("logged-reads", map("contract", reads.contract()));
        }
        return map(
                expectation instanceof Expectation.NoDuplicates ? "no-duplicates" : "faults-met",
                true);
    }

    private static Map<String, Object> which(Which which) {
        Map<String, Object> map = new LinkedHashMap<>();
        which.contract().ifPresent(it -> map.put("contract", it));
        which.caller().ifPresent(it -> map.put("by", it));
        which.logicalAddress().ifPresent(it -> map.put("address", it));
        which.outcome().ifPresent(it -> map.put("outcome", FaultKinds.kebab(it)));
        return map;
    }
}
