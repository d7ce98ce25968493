package se.ehealthsdk.testkit.internal.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * What answers a method on a path.
 *
 * @param method as {@code GET}
 * @param template as {@code /people/{id}}
 * @param parameters the names in the query that it knows, besides {@code mask}
 * @param handler answers
 */
record Route(String method, String template, Set<String> parameters, Handler handler) {

    /** Answers a call about a workspace. */
    @FunctionalInterface
    interface Handler {
        HttpReply answer(Call call, Space space);
    }

    private List<String> parts() {
        return List.of(template.substring(1).split("/"));
    }

    /** What stands in the places of the template; empty when the path is another. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> parts = parts();
        if (parts.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                if (path.get(i).isEmpty()) {
                    return Optional.empty();
                }
                found.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    boolean isFixed() {
        return !template.contains("{");
    }
}
