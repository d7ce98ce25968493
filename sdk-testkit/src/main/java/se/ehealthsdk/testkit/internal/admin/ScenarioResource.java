package se.ehealthsdk.testkit.internal.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.data.InvalidDataException;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.report.Report;
import se.ehealthsdk.testkit.scenario.RunEvent;
import se.ehealthsdk.testkit.scenario.RunState;
import se.ehealthsdk.testkit.scenario.Scenario;
import se.ehealthsdk.testkit.scenario.ScenarioRun;
import se.ehealthsdk.testkit.scenario.Scenarios;
import se.ehealthsdk.testpki.IssuedCertificate;

/** Scenarios and their runs. */
final class ScenarioResource {

    /** The report is a page of its own with its style in it; it can do nothing else. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ScenarioResource() {}

    static void on(Router router) {
        router.get("/scenarios", ScenarioResource::list)
                .post("/scenarios", ScenarioResource::add)
                .get("/scenarios/{name}", ScenarioResource::read)
                .post("/scenarios/{name}/runs", ScenarioResource::start)
                .get("/runs", ScenarioResource::runs)
                .get("/runs/{id}", (call, space) -> Replies.json(call, whole(run(call, space))))
                .get("/runs/{id}/certificates/{kind}", ScenarioResource::certificate, "format")
                .get(
                        "/runs/{id}/report.xml",
                        (call, space) ->
                                Replies.text(
                                        "application/xml", run(call, space).report().toJunitXml()))
                .get("/runs/{id}/report.html", ScenarioResource::page, "language")
                .post("/runs/{id}/stop", ScenarioResource::stop);
    }

    private static HttpReply list(Call call, Space space) {
        Set<String> builtIn = builtIn();
        return Replies.json(
                call,
                Shape.of(
                        "scenarios",
                        space.services().scenarios().all().stream()
                                .map(each -> shape(each, builtIn))
                                .toList()));
    }

    private static Set<String> builtIn() {
        return Scenarios.builtIn().stream().map(Scenario::toYaml).collect(Collectors.toSet());
    }

    /** One that was added in the place of a built-in one is not built in. */
    private static Shape shape(Scenario scenario, Set<String> builtIn) {
        return Shape.of("name", scenario.name())
                .and("description", scenario.description())
                .and("builtIn", builtIn.contains(scenario.toYaml()))
                .and("seed", scenario.seed())
                .and("duration", scenario.duration())
                .and("steps", scenario.steps().size())
                .and("expectations", scenario.expectations().size());
    }

    private static HttpReply read(Call call, Space space) {
        Scenario scenario = named(call, space);
        return Replies.json(call, withText(scenario));
    }

    private static Shape withText(Scenario scenario) {
        return shape(scenario, builtIn()).and("text", scenario.toYaml());
    }

    private static Scenario named(Call call, Space space) {
        return space.services()
                .scenarios()
                .find(call.variable("name"))
                .orElseThrow(() -> Refusal.notFound("scenario"));
    }

    private static HttpReply add(Call call, Space space) {
        Scenario scenario = parsed(text(call));
        space.services().scenarios().add(scenario);
        space.changed("scenarios");
        return Replies.created(call, scenario.name(), withText(scenario));
    }

    /** The file itself, or a JSON object with its text. */
    private static String text(Call call) {
        boolean json =
                call.web()
                        .header("Content-Type")
                        .filter(type -> type.toLowerCase(java.util.Locale.ROOT).contains("json"))
                        .isPresent();
        return json && call.json().has("text") ? call.fields("text").required("text") : call.text();
    }

    private static Scenario parsed(String text) {
        try {
            return Scenario.parse("scenario", text);
        } catch (ConfigurationException wrong) {
            if (wrong.getCause() instanceof InvalidDataException where) {
                throw where;
            }
            throw Refusal.of(422, String.valueOf(wrong.getMessage()));
        }
    }

    private static HttpReply start(Call call, Space space) {
        Scenario scenario = named(call, space);
        Fields fields = call.fields("seed");
        if (fields.has("seed")) {
            scenario = scenario.seed(fields.whole("seed").orElseThrow());
        }
        ScenarioRun run;
        try {
            run = space.services().scenarios().start(scenario);
        } catch (IllegalStateException busy) {
            throw Refusal.of(409, "A scenario runs on these services already; stop it first.");
        }
        space.changed("runs");
        return Replies.json(201, call, whole(run))
                .with("Location", space.path() + "/runs/" + Paths.encode(run.id()));
    }

    private static HttpReply runs(Call call, Space space) {
        List<ScenarioRun> runs = new ArrayList<>(space.services().scenarios().runs());
        Collections.reverse(runs);
        return Replies.json(
                call, Shape.of("runs", runs.stream().map(ScenarioResource::brief).toList()));
    }

    private static ScenarioRun run(Call call, Space space) {
        return space.services()
                .scenarios()
                .run(call.variable("id"))
                .orElseThrow(() -> Refusal.notFound("run"));
    }

    private static HttpReply stop(Call call, Space space) {
        ScenarioRun run = run(call, space);
        run.stop();
        space.changed("runs");
        return Replies.json(call, whole(run));
    }

    private static HttpReply page(Call call, Space space) {
        Report.Language language =
                switch (call.parameter("language").orElse("sv")) {
                    case "sv" -> Report.Language.SWEDISH;
                    case "en" -> Report.Language.ENGLISH;
                    default -> throw Refusal.field(400, "language", "is not known", "sv or en");
                };
        return Replies.text("text/html", run(call, space).report().toHtml(language))
                .with("Content-Security-Policy", REPORT_POLICY);
    }

    private static HttpReply certificate(Call call, Space space) {
        String kind = call.variable("kind");
        IssuedCertificate issued = run(call, space).certificates().get(kind);
        if (issued == null) {
            throw Refusal.notFound("certificate of this run");
        }
        return Replies.json(
                call, PkiResource.shape(kind, call.parameter("format").orElse("pkcs12"), issued));
    }

    private static Shape brief(ScenarioRun run) {
        Report report = run.report();
        Shape shape =
                Shape.of("id", run.id())
                        .and("scenario", run.scenario().name())
                        .and("state", run.state())
                        .and("startedAt", run.startedAt());
        if (run.state() != RunState.RUNNING) {
            shape.and("endedAt", report.startedAt().plus(report.took()));
        }
        return shape.and("seed", run.scenario().seed());
    }

    private static Shape whole(ScenarioRun run) {
        boolean running = run.state() == RunState.RUNNING;
        return brief(run)
                .and(
                        "expectations",
                        run.report().items().stream().map(each -> item(each, running)).toList())
                .and("events", run.events().stream().map(ScenarioResource::event).toList())
                .and("certificates", run.certificates().keySet());
    }

    /** What is not as expected while it runs may still become so. */
    private static Shape item(Report.Item item, boolean running) {
        String verdict = item.failure().isEmpty() ? "passed" : running ? "waiting" : "failed";
        Shape shape = Shape.of("name", item.name()).and("verdict", verdict);
        shape.and("failure", item.failure());
        return item.details().isEmpty() ? shape : shape.and("details", item.details());
    }

    private static Shape event(RunEvent event) {
        return Shape.of("at", event.at()).and("kind", event.kind()).and("text", event.text());
    }
}
