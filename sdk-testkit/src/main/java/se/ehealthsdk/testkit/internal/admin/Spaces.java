package se.ehealthsdk.testkit.internal.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** All workspaces; the first one is there from the start. */
final class Spaces implements AutoCloseable {

    static final String DEFAULT = "default";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    private final Map<String, Space> spaces = new LinkedHashMap<>();
    private final Supplier<SharedPort> port;
    private final int most;
    private int made;
    private boolean closed;

    Spaces(NationalServices first, Supplier<SharedPort> port, int most) {
        this.port = port;
        this.most = most;
        spaces.put(DEFAULT, new Space(DEFAULT, first, false));
    }

    synchronized Optional<Space> find(String name) {
        return Optional.ofNullable(spaces.get(name));
    }

    synchronized Space first() {
        Space first = spaces.get(DEFAULT);
        if (first == null) {
            throw new IllegalStateException("closed");
        }
        return first;
    }

    void on(Router router) {
        router.get("/workspaces", (call, space) -> list(call))
                .post("/workspaces", (call, space) -> create(call))
                .get("/workspaces/{name}", (call, space) -> Replies.json(call, shape(named(call))))
                .delete("/workspaces/{name}", (call, space) -> delete(call));
    }

    private HttpReply list(Call call) {
        List<Space> all;
        synchronized (this) {
            all = new ArrayList<>(spaces.values());
        }
        return Replies.json(call, Shape.of("workspaces", all.stream().map(Spaces::shape).toList()));
    }

    private static Shape shape(Space space) {
        return Shape.of("name", space.name())
                .and("platformUrl", space.services().url())
                .and("exchanges", space.services().journal().exchanges().size());
    }

    private Space named(Call call) {
        return find(call.variable("name")).orElseThrow(() -> Refusal.notFound("workspace"));
    }

    private HttpReply create(Call call) {
        Fields fields = call.fields("name", "people", "mode", "seed");
        Optional<String> wanted = fields.text("name");
        if (wanted.isPresent() && !NAME.matcher(wanted.get()).matches()) {
            throw Refusal.field(
                    400,
                    "name",
                    "is no name",
                    "a letter (a-z), then up to 62 letters, digits, - and _");
        }
        Optional<Strictness> mode =
                fields.text("mode").map(word -> Words.read(Strictness.class, "mode", word));
        List<Persona> people = new ArrayList<>();
        for (String name : fields.texts("people")) {
            people.add(
                    first().services()
                            .hsa()
                            .findPersona(name)
                            .orElseThrow(
                                    () ->
                                            Refusal.field(
                                                    422,
                                                    "people",
                                                    "names somebody who is not there",
                                                    "names of /api/people")));
        }
        Space space;
        synchronized (this) {
            if (closed || spaces.size() > most) {
                throw Refusal.of(
                        409, "There are " + most + " workspaces already; delete one first.");
            }
            String name = wanted.orElseGet(this::nextName);
            if (spaces.containsKey(name)) {
                throw Refusal.field(409, "name", "is taken", "another name");
            }
            NationalServices.Builder builder =
                    NationalServices.builder().on(port.get()).workspace(name);
            if (fields.has("people")) {
                builder.people(people.toArray(Persona[]::new));
            }
            fields.whole("seed").ifPresent(builder::seed);
            NationalServices services = builder.start();
            mode.ifPresentOrElse(
                    services.platform()::strictness,
                    () ->
                            services.platform()
                                    .strictness(first().services().platform().strictness()));
            space = new Space(name, services, true);
            spaces.put(name, space);
        }
        first().changed("workspaces");
        return Replies.created(call, space.name(), shape(space));
    }

    private String nextName() {
        String name;
        do {
            name = "w" + ++made;
        } while (spaces.containsKey(name));
        return name;
    }

    private HttpReply delete(Call call) {
        String name = call.variable("name");
        if (name.equals(DEFAULT)) {
            throw Refusal.of(409, "The default workspace cannot be removed; reset it instead.");
        }
        @Nullable Space removed;
        synchronized (this) {
            removed = spaces.remove(name);
        }
        if (removed == null) {
            throw Refusal.notFound("workspace");
        }
        removed.close();
        first().changed("workspaces");
        return Replies.done();
    }

    @Override
    public void close() {
        List<Space> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(spaces.values());
        }
        all.forEach(Space::close);
    }
}
