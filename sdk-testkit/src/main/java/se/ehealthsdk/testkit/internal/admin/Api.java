package se.ehealthsdk.testkit.internal.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.data.DataProblem;
import se.ehealthsdk.testkit.data.InvalidDataException;
import se.ehealthsdk.testkit.internal.http.Connection;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;
import se.ehealthsdk.testkit.internal.state.StateKeeper;

/** The Admin API and the console's files: every call comes through here. */
public final class Api implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private static final String SERVICE = "api";

    /** What is not to be done again after a restart: it goes on by itself, or only makes something for the caller. */
    private static final Set<String> NOT_KEPT = Set.of("pki", "runs", "recordings");

    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final Guard guard;
    private final Spaces spaces;
    private final Router top = new Router();
    private final Router router = new Router();
    private final StaticFiles files = new StaticFiles();
    private final StateKeeper keeper;

    /**
     * @param hostNames other names than localhost that it may be called by
     * @param password null when none is asked for
     */
    public Api(
            NationalServices services,
            Supplier<SharedPort> port,
            int maxWorkspaces,
            Supplier<About> about,
            Set<String> hostNames,
            @Nullable String password) {
        guard = new Guard(hostNames, password);
        spaces = new Spaces(services, port, maxWorkspaces);
        keeper = StateKeeper.of(services);
        spaces.on(top);
        top.get("/openapi.yaml", (call, space) -> Replies.text("application/yaml", document()));
        router.get("/about", (call, space) -> about.get().answer(call, space));
        router.get("/events", Api::events);
        ExchangeResource.on(router);
        ClockResource.on(router);
        DataResource.on(router);
        CertificateResource.on(router);
        AccessLogResource.on(router);
        DischargeResource.on(router);
        OutboxResource.on(router);
        FaultResource.on(router);
        PkiResource.on(router);
        ScenarioResource.on(router);
        RecordingResource.on(router);
        keeper.attach(SERVICE, this::again);
    }

    /** Methods and templates, as {@code GET /about}: for the test of the document. */
    List<String> routes() {
        return java.util.stream.Stream.concat(top.routes().stream(), router.routes().stream())
                .map(each -> each.method() + " " + each.template())
                .sorted()
                .toList();
    }

    /** How many listen to the events of the default workspace. */
    int listeners() {
        return spaces.first().feed().clients();
    }

    /** Answers any call. */
    public HttpReply answer(WebCall web) {
        HttpReply reply;
        try {
            guard.check(web);
            reply = answerChecked(web);
        } catch (Refusal refused) {
            reply = refused.reply();
        }
        return withHeaders(reply);
    }

    private HttpReply answerChecked(WebCall web) {
        Call call = Call.of(web);
        if (call.path().get(0).equals("api")) {
            return api(call.with(call.path().subList(1, call.path().size())));
        }
        if (!call.method().equals("GET")) {
            throw Refusal.with(405, "Pages can only be read.", Map.of("Allow", "GET"));
        }
        return files.answer(call.path(), web.header("If-None-Match"));
    }

    private HttpReply api(Call call) {
        call.isMasked();
        if (top.knows(call.path())) {
            return told(() -> top.answer(call, spaces.first()));
        }
        boolean named = call.path().size() > 2 && call.path().get(0).equals("workspaces");
        Space space =
                named
                        ? spaces.find(call.path().get(1))
                                .orElseThrow(() -> Refusal.notFound("workspace"))
                        : spaces.first();
        Call inside = named ? call.with(call.path().subList(2, call.path().size())) : call;
        boolean kept =
                !call.method().equals("GET")
                        && space.name().equals(Spaces.DEFAULT)
                        && isKept(inside.path());
        return told(
                () ->
                        kept
                                ? kept(plain(inside), same -> done(inside, space))
                                : router.answer(inside, space));
    }

    private HttpReply kept(HttpCall call, Function<HttpCall, HttpReply> work) {
        HttpReply reply = keeper.change(SERVICE, call, work);
        boolean refused = reply.status() == 503 || reply.status() == 507;
        return refused
                ? Refusal.of(
                                reply.status(),
                                new String(reply.body().recorded(), StandardCharsets.UTF_8))
                        .reply()
                : reply;
    }

    /** A refusal is an answer here: what was kept must not be undone by an exception on its way. */
    private HttpReply done(Call call, Space space) {
        return told(() -> router.answer(call, space));
    }

    private static boolean isKept(List<String> path) {
        boolean run = path.size() > 2 && path.get(0).equals("scenarios");
        return !path.isEmpty() && !run && !NOT_KEPT.contains(path.get(0));
    }

    private static HttpCall plain(Call call) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : List.of("If-Match", "Content-Type")) {
            call.web().header(name).ifPresent(value -> headers.put(name, value));
        }
        return new HttpCall(
                call.method(),
                "/" + String.join("/", call.path().stream().map(Paths::encode).toList()),
                headers,
                call.web().body(),
                false,
                Optional.empty(),
                new Connection());
    }

    /** Does a call again that was kept. */
    private HttpReply again(HttpCall kept) {
        TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        WebCall web =
                new WebCall(
                        kept.method(),
                        java.net.URI.create(kept.path()),
                        headers,
                        kept.body(),
                        List.of());
        return done(Call.of(web), spaces.first());
    }

    private static HttpReply told(Supplier<HttpReply> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            return refused.reply();
        } catch (InvalidDataException wrong) {
            return data(wrong).reply();
        } catch (InvalidInputException wrong) {
            return Refusal.field(422, wrong.field(), wrong.problem(), wrong.expected()).reply();
        } catch (ConfigurationException wrong) {
            return Refusal.of(409, wrong.getMessage() + " " + wrong.remedy()).reply();
        } catch (UnsupportedOperationException missing) {
            return Refusal.of(501, "This is not built yet.").reply();
        } catch (RuntimeException defect) {
            // without its message, which may hold personal data
            LOG.error(
                    "a defect of the Admin API: {}",
                    defect.getClass().getName(),
                    withoutWords(defect));
            return Refusal.of(
                            500, "This is a defect of the stand-in services; their log tells more.")
                    .reply();
        }
    }

    private static Throwable withoutWords(RuntimeException defect) {
        Throwable told = new Throwable(defect.getClass().getName());
        told.setStackTrace(defect.getStackTrace());
        return told;
    }

    private static Refusal data(InvalidDataException wrong) {
        List<Shape> all =
                wrong.problems().stream()
                        .map(
                                each ->
                                        Shape.of("line", each.line())
                                                .and("column", each.column())
                                                .and("field", each.field())
                                                .and("problem", each.problem())
                                                .and("expected", each.expected()))
                        .toList();
        DataProblem first = wrong.problems().get(0);
        return Refusal.problems(422, first.field(), first.problem(), first.expected(), all);
    }

    private static HttpReply events(Call call, Space space) {
        Optional<Long> last =
                call.web()
                        .header("Last-Event-ID")
                        .filter(text -> !text.isBlank())
                        .map(text -> Call.number("Last-Event-ID", text, 0, Long.MAX_VALUE));
        return space.feed().open(last, call.isMasked());
    }

    private static HttpReply withHeaders(HttpReply reply) {
        HttpReply own =
                reply.headers().containsKey("Content-Security-Policy")
                        ? reply
                        : reply.with("Content-Security-Policy", POLICY);
        HttpReply safe =
                own.with("X-Content-Type-Options", "nosniff")
                        .with("X-Frame-Options", "DENY")
                        .with("Referrer-Policy", "no-referrer")
                        .with("Cross-Origin-Resource-Policy", "same-origin")
                        .with("Cross-Origin-Opener-Policy", "same-origin");
        return safe.headers().containsKey("Cache-Control")
                ? safe
                : safe.with("Cache-Control", "no-store");
    }

    private static String document() {
        try (java.io.InputStream in =
                Api.class.getResourceAsStream(
                        "/se/ehealthsdk/testkit/admin/national-services.yaml")) {
            if (in == null) {
                throw Refusal.of(
                        501,
                        "The document is not in this build; it is docs/openapi/national-services.yaml.");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException damaged) {
            throw new java.io.UncheckedIOException(damaged);
        }
    }

    @Override
    public void close() {
        spaces.close();
    }
}
