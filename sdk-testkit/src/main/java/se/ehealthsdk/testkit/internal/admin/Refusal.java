package se.ehealthsdk.testkit.internal.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** That a call is refused, and what is told: problem details (RFC 9457). Holds nothing that the caller wrote but names of fields. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad Request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(405, "Method Not Allowed"),
                    Map.entry(409, "Conflict"),
                    Map.entry(412, "Precondition Failed"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(415, "Unsupported Media Type"),
                    Map.entry(421, "Misdirected Request"),
                    Map.entry(422, "Unprocessable Content"),
                    Map.entry(429, "Too Many Requests"),
                    Map.entry(500, "Internal Server Error"),
                    Map.entry(501, "Not Implemented"),
                    Map.entry(503, "Service Unavailable"),
                    Map.entry(507, "Insufficient Storage"));

    private final int status;
    private final transient Shape problem;
    private final transient Map<String, String> headers;

    private Refusal(int status, Shape problem, Map<String, String> headers) {
        super(null, null, false, false);
        this.status = status;
        this.problem = problem;
        this.headers = headers;
    }

    private static Shape shape(int status, String detail) {
        return Shape.of("type", "about:blank")
                .and("title", TITLES.getOrDefault(status, "Error"))
                .and("status", status)
                .and("detail", detail);
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, shape(status, detail), Map.of());
    }

    static Refusal with(int status, String detail, Map<String, String> headers) {
        return new Refusal(status, shape(status, detail), headers);
    }

    static Refusal notFound(String what) {
        return of(404, "There is no such " + what + ".");
    }

    /** A field that is wrong. */
    static Refusal field(int status, String field, String problem, String expected) {
        return new Refusal(
                status,
                shape(status, field + " " + problem + "; expected " + expected + ".")
                        .and("field", field)
                        .and("problem", problem)
                        .and("expected", expected),
                Map.of());
    }

    /** Several things that are wrong; the first one is told as the whole. */
    static Refusal problems(
            int status, String field, String problem, String expected, List<Shape> all) {
        Refusal first = field(status, field, problem, expected);
        first.problem.and("problems", all);
        return first;
    }

    int status() {
        return status;
    }

    HttpReply reply() {
        HttpReply reply =
                HttpReply.of(
                        status,
                        Map.of("Content-Type", "application/problem+json"),
                        Json.write(problem));
        for (Map.Entry<String, String> each : headers.entrySet()) {
            reply = reply.with(each.getKey(), each.getValue());
        }
        return reply;
    }

    @Override
    public String getMessage() {
        return Optional.ofNullable(TITLES.get(status)).orElse("refused");
    }
}
