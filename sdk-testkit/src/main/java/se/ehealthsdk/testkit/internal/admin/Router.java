package se.ehealthsdk.testkit.internal.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Methods and paths, and what answers them. */
final class Router {

    private final List<Route> routes = new ArrayList<>();

    Router on(String method, String template, Route.Handler handler, String... parameters) {
        routes.add(new Route(method, template, Set.of(parameters), handler));
        routes.sort(Comparator.comparing(Route::isFixed).reversed());
        return this;
    }

    Router get(String template, Route.Handler handler, String... parameters) {
        return on("GET", template, handler, parameters);
    }

    Router post(String template, Route.Handler handler) {
        return on("POST", template, handler);
    }

    Router put(String template, Route.Handler handler) {
        return on("PUT", template, handler);
    }

    Router delete(String template, Route.Handler handler) {
        return on("DELETE", template, handler);
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Whether a path is known, whatever the method. */
    boolean knows(List<String> path) {
        return routes.stream().anyMatch(each -> each.match(path).isPresent());
    }

    HttpReply answer(Call call, Space space) {
        Set<String> others = new TreeSet<>();
        for (Route each : routes) {
            Optional<Map<String, String>> found = each.match(call.path());
            if (found.isPresent()) {
                if (each.method().equals(call.method())) {
                    call.knows(each.parameters());
                    return each.handler().answer(call.with(found.get()), space);
                }
                others.add(each.method());
            }
        }
        if (others.isEmpty()) {
            throw Refusal.notFound("resource; /api/openapi.yaml describes all of them");
        }
        throw Refusal.with(
                405,
                "This can only be called with " + String.join(" or ", others) + ".",
                Map.of("Allow", String.join(", ", others)));
    }
}
